"""Tables of articles, row by row: JSON lines, CSV, TSV and Parquet. A bad row is a rejection, and the rest goes on."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from charset_normalizer import from_bytes

from dragoman.reading.rows import from_row, known_columns, roles
from dragoman.records import Page, Rejection, Story

Input = Page | Story | Rejection

_SAMPLE = 65_536
_BATCH_ROWS = 256

csv.field_size_limit(2**31 - 1)  # an article, or its HTML, is often longer than the 131,072 signs that csv allows by itself


def open_file(path: Path) -> gzip.GzipFile | io.BufferedReader:
    """Open a file for its bytes, unpacked when its name ends in ``.gz``."""
    return gzip.open(path, "rb") if path.suffix.lower() == ".gz" else path.open("rb")


def json_lines(path: Path) -> Iterator[Input]:
    """Read one JSON object a line; blank lines are skipped."""
    with open_file(path) as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _json_row(line, f"{path}#{number}")


def csv_rows(path: Path, delimiter: str) -> Iterator[Input]:
    """Read a table with a header; a row is named by the line where it ends."""
    with open_file(path) as raw, io.TextIOWrapper(raw, _encoding(path), errors="replace", newline="") as file:
        reader = csv.reader(file, delimiter=delimiter)
        header = next(reader, [])
        parts = roles(header)
        if not {"text", "html"} & set(parts):
            yield no_text_column(path, header)
            return
        for cells in reader:
            if not any(cells):
                continue
            location = f"{path}#{reader.line_num}"
            if len(cells) != len(header):
                yield _bad_row(
                    location,
                    f"The row has {len(cells)} cells, the header {len(header)}",
                    "Put quotes around cells that hold the separator.",
                )
            else:
                yield from_row(dict(zip(header, cells, strict=True)), parts, location)


def parquet_rows(path: Path) -> Iterator[Input]:
    """Read a Parquet table; rows are numbered from 1."""
    with pq.ParquetFile(path) as file:
        parts = roles(file.schema_arrow.names)
        if not {"text", "html"} & set(parts):
            yield no_text_column(path, file.schema_arrow.names)
            return
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH_ROWS, columns=sorted(set(parts.values()))):
            for row in batch.to_pylist():
                number += 1
                yield from_row(row, parts, f"{path}#{number}")


PARQUET_ERRORS = (pa.ArrowException, OSError)


def no_text_column(path: Path, columns: list[str]) -> Rejection:
    """Say that a table holds no column known to keep text."""
    shown = ", ".join(map(str, columns[:12])) or "none"
    mend = f"Name the column of the article {', '.join(known_columns('text')[:4])} or html."
    return Rejection(
        location=str(path), reason="bad_table", detail=f"No column holds text; the columns are: {shown}", mend=mend
    )


def _json_row(line: bytes, location: str) -> Input:
    try:
        row: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _bad_row(location, f"Byte {error.start} of the line is not UTF-8", "Save the file as UTF-8.")
    except (ValueError, RecursionError) as error:
        return _bad_row(location, f"The line is not JSON: {error}", "Write one whole JSON object a line.")
    if not isinstance(row, dict):
        return _bad_row(location, f"The line holds a {type(row).__name__}, not an object", "Write one JSON object a line.")
    return from_row(row, roles(row), location)


def _bad_row(location: str, detail: str, mend: str) -> Rejection:
    return Rejection(location=location, reason="bad_row", detail=detail, mend=mend)


def _encoding(path: Path) -> str:
    with open_file(path) as file:
        sample = file.read(_SAMPLE)
    for bom, codec in ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if sample.startswith(bom):
            return codec
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        best = from_bytes(sample).best()
        return best.encoding if best else "utf-8"
    return "utf-8"
