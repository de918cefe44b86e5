"""Files, folders and globs to pages and stories, in an order that never changes."""

from __future__ import annotations

import glob
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from dragoman.errors import SourceMissing
from dragoman.reading.tables import PARQUET_ERRORS, Input, csv_rows, json_lines, open_file, parquet_rows
from dragoman.records import Page, Rejection

_TABLES: dict[str, Callable[[Path], Iterator[Input]]] = {
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".csv": lambda path: csv_rows(path, ","),
    ".tsv": lambda path: csv_rows(path, "\t"),
    ".parquet": parquet_rows,
}
_PAGES = {".html": "text/html", ".htm": "text/html", ".xhtml": "text/html", ".txt": "text/plain"}
_DOCUMENTS = frozenset((".pdf", ".doc", ".docx", ".rtf", ".odt", ".epub"))  # not read, but said to be


def open_sources(sources: Sequence[str | Path]) -> Iterator[Input]:
    """Give the pages and stories of files, folders and globs, one after another.

    Folders are read with what lies below them, sorted by path; in them only pages (``.html``, ``.htm``, ``.txt``) and
    tables (``.jsonl``, ``.csv``, ``.tsv``, ``.parquet``) count, each also as ``.gz``, and hidden files do not. A file
    named outright is taken as a page whatever its name. What cannot be read comes as a :class:`Rejection`.

    Raises:
        SourceMissing: one of the sources does not exist or matches nothing; raised at once, before anything is read.
    """
    paths = list(dict.fromkeys(path for source in sources for path in expand(source)))
    return (found for path in paths for found in _read(path))


def expand(source: str | Path) -> list[Path]:
    """Give the files that a source stands for, sorted.

    Raises:
        SourceMissing: it does not exist, or no file under it or matching it can be read.
    """
    path = Path(source)
    if path.is_dir():
        found = sorted(inner for inner in path.rglob("*") if inner.is_file() and _counts(inner, path))
        if not found:
            kinds = ", ".join(sorted({*_PAGES, *_TABLES}))
            raise SourceMissing(f"{source}: no page or table in this folder. It takes {kinds}, each also as .gz.")
        return found
    if path.exists():
        return [path]
    if not glob.has_magic(str(source)):
        raise SourceMissing(f"{source}: no such file or folder. Nothing was coded; check the path.")
    matches = sorted(Path(match) for match in glob.glob(str(source), recursive=True))  # noqa: PTH207
    if not matches:
        raise SourceMissing(f"{source}: no file matches. Nothing was coded; check the pattern, and quote it for your shell.")
    return [file for match in matches for file in (expand(match) if match.is_dir() else [match])]


def _counts(path: Path, root: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    return not hidden and kind(path) in {*_PAGES, *_TABLES, *_DOCUMENTS}


def kind(path: Path) -> str:
    """Give the suffix that says what a file is, ``.gz`` looked through.

    >>> kind(Path("a/b.HTML.gz"))
    '.html'
    """
    inner = path.with_suffix("") if path.suffix.lower() == ".gz" else path
    return inner.suffix.lower()


def _read(path: Path) -> Iterator[Input]:
    try:
        if reader := _TABLES.get(kind(path)):
            yield from reader(path)
        else:
            with open_file(path) as file:
                yield Page(data=file.read(), content_type=_PAGES.get(kind(path)), location=str(path))
    except (OSError, EOFError, zlib.error) as error:
        what = getattr(error, "strerror", None) or str(error)
        yield Rejection(
            location=str(path),
            reason="unreadable_file",
            detail=f"The file could not be read: {what}",
            mend="Check that it is whole and may be read.",
        )
    except (*PARQUET_ERRORS, UnicodeError) as error:
        yield Rejection(
            location=str(path), reason="bad_table", detail=f"The table could not be read: {error}", mend="Write it again."
        )
