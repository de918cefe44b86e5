"""Writing a gazetteer: places are added one by one, kept as columns, and written as one file that ``load`` reads."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dragoman.places.gazetteer import FORMAT, Kind, fold


@dataclass(slots=True)
class Run:
    """Strings one behind the other, as bytes."""

    blob: bytearray = field(default_factory=bytearray)
    ends: array[int] = field(default_factory=lambda: array("q", [0]))

    def append(self, text: str) -> None:
        """Add a string."""
        self.blob += text.encode()
        self.ends.append(len(self.blob))

    def __len__(self) -> int:
        """How many."""
        return len(self.ends) - 1

    def arrow(self) -> pa.Array:
        """Give them as Arrow's large binary, without a copy."""
        return pa.Array.from_buffers(pa.large_binary(), len(self), [None, pa.py_buffer(self.ends), pa.py_buffer(self.blob)])


@dataclass(slots=True)
class Builder:
    """Collects places, as columns of numbers and runs of bytes: millions fit into memory."""

    columns: dict[str, array[int]] = field(
        default_factory=lambda: {
            name: array(code)
            for name, code in (("kind", "B"), ("country", "H"), ("admin1", "H"), ("lat", "i"), ("lon", "i"), ("people", "B"),
                               ("geonames_id", "I"))
        }
    )  # fmt: skip
    names: Run = field(default_factory=Run)
    keys: Run = field(default_factory=Run)
    rows: array[int] = field(default_factory=lambda: array("I"))
    others: array[int] = field(default_factory=lambda: array("B"))
    admins: dict[str, int] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)

    def add(
        self, kind: Kind, names: Iterable[str], country: str, admin1: str, point: tuple[float, float], people: float,
        geonames_id: int = 0,
    ) -> int:  # fmt: skip
        """Add one place and give its row; the first of its names is the standard one."""
        row, spelled = len(self.names), list(names)
        values = (
            kind, self.codes.setdefault(country, len(self.codes)), self.admins.setdefault(admin1, len(self.admins)),
            round(point[0] * 1000), round(point[1] * 1000), round(10 * math.log10(max(people, 1))), geonames_id,
        )  # fmt: skip
        for column, value in zip(self.columns.values(), values, strict=True):
            column.append(value)
        self.names.append(spelled[0])
        self.name(row, spelled)
        return row

    def name(self, row: int, names: Iterable[str], *, other: bool = False) -> None:
        """Let a place go by these names; all but the first, or all with ``other``, stand beside its standard one."""
        seen = set[str]()
        for number, name in enumerate(names):
            key = fold(name)
            if key and key not in seen:
                self.keys.append(key)
                self.rows.append(row)
                self.others.append(other or number > 0)
                seen.add(key)


def write(
    path: Path,
    built: Builder,
    *,
    words: Iterable[str],
    demonyms: Mapping[str, int],
    admin_names: Mapping[str, str],
    alpha3: Mapping[str, str],
) -> None:
    """Write the file; whole or not at all, and the same bytes for the same places.

    Args:
        path: Where to; the folder must be there.
        built: The places; their divisions by name, or by a code of ``admin_names``.
        words: Folded names that are common English words too.
        demonyms: Adjectives and inhabitants to the row of their country or region.
        admin_names: Names of first-order divisions by GeoNames' code.
        alpha3: ISO 3166-1 alpha-2 to alpha-3.
    """
    lists = {
        "admins": [admin_names.get(admin1, admin1) for admin1 in built.admins],
        "codes": list(built.codes),
        "demonyms": [f"{fold(name)}\t{row}" for name, row in sorted(demonyms.items())],
        "admin_names": [f"{code}\t{name}" for code, name in sorted(admin_names.items())],
        "alpha3": [f"{short}\t{long}" for short, long in sorted(alpha3.items())],
    }
    columns: dict[str, Any] = {name: np.frombuffer(column, column.typecode) for name, column in built.columns.items()}
    columns |= {name: np.frombuffer("\n".join(lines).encode(), np.uint8) for name, lines in lists.items()}
    columns |= _strings("names", built.names.arrow()) | _keys(built, words)
    draft = path.with_name(path.name + ".part")
    try:
        with draft.open("wb") as file:
            np.savez_compressed(file, format=np.array([FORMAT]), **columns)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _keys(built: Builder, words: Iterable[str]) -> dict[str, Any]:
    """Give the names in byte order, each once a place; a further name only where it is never the standard one."""
    table = pa.table({"key": built.keys.arrow(), "row": pa.array(built.rows), "other": pa.array(built.others)})
    table = table.take(pc.sort_indices(table, [(name, "ascending") for name in table.column_names])).combine_chunks()
    key, row = (table.column(name).combine_chunks() for name in ("key", "row"))
    again = pc.and_(pc.equal(key[1:], key[:-1]), pc.equal(row[1:], row[:-1]))
    once = pa.concat_arrays([pa.array([True] * min(1, len(table))), pc.invert(again)])
    table = table.filter(once).combine_chunks()
    key = table.column("key").combine_chunks()
    common = pc.is_in(key, value_set=pa.array(sorted(word.encode() for word in words), pa.large_binary()))
    return {
        **_strings("keys", key),
        "at": table.column("row").to_numpy().astype(np.uint32),
        "other": np.packbits(table.column("other").to_numpy().astype(bool)),
        "word": np.packbits(common.to_numpy(zero_copy_only=False)),
    }


def _strings(name: str, values: pa.Array) -> dict[str, Any]:
    lengths = pc.binary_length(values).to_numpy().astype(np.uint16)
    blob = values.buffers()[2]
    return {name: np.frombuffer(blob, np.uint8, int(lengths.sum(dtype=np.int64))), f"{name}_len": lengths}
