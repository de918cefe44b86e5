"""Writing a gazetteer: places are added one by one, kept as columns, and written as one file that ``load`` reads."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.places.gazetteer import FORMAT, Kind, fold


@dataclass(slots=True)
class Builder:
    """Collects places; needs about 100 bytes a place beside its names."""

    columns: dict[str, array[int]] = field(
        default_factory=lambda: {
            name: array(code)
            for name, code in (("kind", "B"), ("country", "H"), ("admin1", "H"), ("lat", "i"), ("lon", "i"), ("people", "B"),
                               ("geonames_id", "I"))
        }
    )  # fmt: skip
    names: list[bytes] = field(default_factory=list)
    keys: list[tuple[bytes, int, bool]] = field(default_factory=list)
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
        self.names.append(spelled[0].encode())
        self.name(row, spelled)
        return row

    def name(self, row: int, names: Iterable[str], *, other: bool = False) -> None:
        """Let a place go by these names; all but the first, or all with ``other``, stand beside its standard one."""
        seen = set[str]()
        for number, name in enumerate(names):
            key = fold(name)
            if key and key not in seen:
                self.keys.append((key.encode(), row, other or number > 0))
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
    """Write the file; whole or not at all.

    Args:
        path: Where to; the folder must be there.
        built: The places.
        words: Folded names that are common English words too.
        demonyms: Adjectives and inhabitants to the row of their country.
        admin_names: Names of first-order divisions by GeoNames' code.
        alpha3: ISO 3166-1 alpha-2 to alpha-3.
    """
    pairs = sorted(_one_each(built.keys))
    common = frozenset(word.encode() for word in words)
    lists = {
        "admins": list(built.admins),
        "codes": list(built.codes),
        "demonyms": [f"{fold(name)}\t{row}" for name, row in sorted(demonyms.items())],
        "admin_names": [f"{code}\t{name}" for code, name in sorted(admin_names.items())],
        "alpha3": [f"{short}\t{long}" for short, long in sorted(alpha3.items())],
    }
    columns: dict[str, Any] = {name: np.frombuffer(column, column.typecode) for name, column in built.columns.items()}
    columns |= {name: np.frombuffer("\n".join(lines).encode(), np.uint8) for name, lines in lists.items()}
    draft = path.with_name(path.name + ".part")
    with draft.open("wb") as file:
        np.savez_compressed(
            file,
            format=np.array([FORMAT]),
            keys=np.frombuffer(b"".join(key for key, _, _ in pairs), np.uint8),
            keys_len=np.fromiter((len(key) for key, _, _ in pairs), np.uint16, len(pairs)),
            names=np.frombuffer(b"".join(built.names), np.uint8),
            names_len=np.fromiter(map(len, built.names), np.uint16, len(built.names)),
            at=np.fromiter((row for _, row, _ in pairs), np.uint32, len(pairs)),
            other=np.packbits(np.fromiter((other for _, _, other in pairs), bool, len(pairs))),
            word=np.packbits(np.fromiter((key in common for key, _, _ in pairs), bool, len(pairs))),
            **columns,
        )
    draft.replace(path)


def _one_each(keys: Iterable[tuple[bytes, int, bool]]) -> list[tuple[bytes, int, bool]]:
    """Leave one of each name of a place; it is a further name only where it is never the standard one."""
    seen: dict[tuple[bytes, int], bool] = {}
    for key, row, other in keys:
        seen[key, row] = seen.get((key, row), True) and other
    return [(key, row, other) for (key, row), other in seen.items()]
