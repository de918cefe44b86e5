"""The gazetteer: which places a name may stand for.

Loaded once, on first use, from one compact file; where that comes from is told in ``data/ATTRIBUTION.md``.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

DATA = Path(__file__).with_name("data")


class Kind(IntEnum):
    """What sort of place; divisions are of the first order (state, province) and the second (county, district)."""

    TOWN = 0
    SECOND = 1
    FIRST = 2
    COUNTRY = 3
    REGION = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that a name may stand for.

    Attributes:
        people: Population as a power of ten (6.0 is a million); of divisions and regions an estimate.
        other: Whether it goes by this name beside its standard one.
    """

    name: str
    kind: Kind
    country: str
    admin1: str
    lat: float
    lon: float
    people: float
    geonames_id: int | None
    other: bool


def fold(name: str) -> str:
    """Give the name without case, accents and typographic apostrophes: the key of the gazetteer.

    >>> fold("São Tomé"), fold("N’Djamena")
    ('sao tome', "n'djamena")
    """
    if name.isascii():
        return name.lower()
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).lower()


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Names to places, as columns; a place is built only when it is asked for."""

    first: dict[str, int]
    at: NDArray[np.uint32]
    other: NDArray[np.uint8]
    word: NDArray[np.uint8]
    columns: dict[str, NDArray[np.generic]]
    names: list[str]
    admins: list[str]
    codes: list[str]
    keys: list[str]

    def __contains__(self, name: str) -> bool:
        """Whether any place goes by the name."""
        return fold(name) in self.first

    def is_word(self, name: str) -> bool:
        """Whether the name is also a common English word ("Reading", "Nice")."""
        index = self.first.get(fold(name))
        return index is not None and bool(self.word[index])

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Give all places that go by the name, none when there is none."""
        key = fold(name)
        index = self.first.get(key)
        found: list[Candidate] = []
        while index is not None and index < len(self.keys) and self.keys[index] == key:
            found.append(self._candidate(int(self.at[index]), bool(self.other[index])))
            index += 1
        return tuple(found)

    def _candidate(self, row: int, other: bool) -> Candidate:
        column = {name: values[row].item() for name, values in self.columns.items()}
        return Candidate(
            name=self.names[row],
            kind=Kind(column["kind"]),
            country=self.codes[column["country"]],
            admin1=self.admins[column["admin1"]],
            lat=column["lat"] / 1000,
            lon=column["lon"] / 1000,
            people=column["people"] / 10,
            geonames_id=column["geonames_id"] or None,
            other=other,
        )


@lru_cache(maxsize=1)
def bundled() -> Gazetteer:
    """Give the gazetteer that comes with the package.

    >>> max(bundled().candidates("Paris"), key=lambda place: place.people).country
    'FRA'
    """
    return load(DATA / "places.npz")


def load(path: Path) -> Gazetteer:
    """Read a gazetteer that ``training/places.py`` wrote.

    Raises:
        FileNotFoundError: there is no such file.
    """
    with np.load(path, allow_pickle=False) as file:
        table = {name: file[name] for name in file.files}
    lists = {name: table.pop(name).tobytes().decode().split("\n") for name in ("keys", "names", "admins", "codes")}
    keys = lists["keys"]
    first = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
    at = table.pop("at")
    other, word = (np.unpackbits(table.pop(name), count=len(keys)) for name in ("other", "word"))
    return Gazetteer(first=first, at=at, other=other, word=word, columns=table, **lists)
