"""The gazetteer: which places a name may stand for.

Loaded once, on first use, from one compact file; where that comes from is told in ``data/ATTRIBUTION.md``.
"""

from __future__ import annotations

import re
import unicodedata
import zipfile
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import DragomanError

DATA = Path(__file__).with_name("data")
FORMAT = 2
_SHORT = re.compile(r"\b(st|mt|ft)\b\.? (?=\w)")
_AROUND = re.compile(
    r"^(?:(?:(?:North|South|East|West)(?:ern)?|Central|Greater|Downtown|Upper|Lower|Old|"
    r"(?:Town|City|Port|County|Village) of) )+|"
    r"(?: (?:Township|Twp\.?|Co\.|County|City|[Dd]istrict|[Pp]rovince|[Rr]egion|Area|Harbou?r|(?:International )?Airport))+$"
)
_WHOLE = {"st": "saint ", "mt": "mount ", "ft": "fort "}


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
    """Give the name without case, accents, typographic apostrophes and short forms of Saint, Mount, Fort: the gazetteer's key.

    >>> fold("São Tomé"), fold("N’Djamena"), fold("St. Paul")
    ('sao tome', "n'djamena", 'saint paul')
    """
    if not name.isascii():
        parts = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‘", "'"))
        name = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return _SHORT.sub(lambda match: _WHOLE[match[1]], name.lower())


@dataclass(frozen=True, slots=True, eq=False)
class Strings:
    """Strings in one run of bytes; string ``i`` ends at ``ends[i]``."""

    blob: bytes
    ends: NDArray[np.uint64]

    def __len__(self) -> int:
        """How many."""
        return len(self.ends)

    def raw(self, index: int) -> bytes:
        """Give one as UTF-8."""
        return self.blob[int(self.ends[index - 1]) if index else 0 : int(self.ends[index])]

    def __getitem__(self, index: int) -> str:
        """Give one as text."""
        return self.raw(index).decode()


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Names to places, as columns; a place is built only when it is asked for.

    Attributes:
        keys: Folded names in byte order, one for each place that goes by it; found by bisection, so that loading is quick.
        at: The place of each key.
        demonyms: Adjectives and inhabitants ("turkish", "turks") to the place of their country or region.
        admin_names: Names of first-order divisions by GeoNames' code ("US.TX").
        alpha3: ISO 3166-1 alpha-2 to alpha-3.
    """

    keys: Strings
    at: NDArray[np.uint32]
    other: NDArray[np.uint8]
    word: NDArray[np.uint8]
    columns: dict[str, NDArray[np.generic]]
    names: Strings
    admins: list[str]
    codes: list[str]
    demonyms: Mapping[str, int]
    admin_names: Mapping[str, str]
    alpha3: Mapping[str, str]

    def __contains__(self, name: str) -> bool:
        """Whether any place goes by the name."""
        return _index(self, fold(name)) is not None

    def is_word(self, name: str) -> bool:
        """Whether the name is also a common English word ("Reading", "Nice")."""
        index = _index(self, fold(name))
        return index is not None and bool(self.word[index])

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Give all places that go by the name, none when there is none."""
        return _candidates(self, fold(name))

    def possible(self, name: str) -> tuple[Candidate, ...]:
        """Give all that a name may stand for that somebody took for a place: demonyms too, and "South Leeds" as Leeds.

        The finder asks for less: it needs names that are sure to be places. Two capitals are no town ("EU" is not in Normandy).
        """
        found = self.candidates(name) + self.country_of(name)
        if len(name) == 2 and name.isupper():
            return tuple(place for place in found if place.kind != Kind.TOWN)
        core = _AROUND.sub("", name)
        return found if found or core == name or not core else self.candidates(core)

    def country_of(self, demonym: str) -> tuple[Candidate, ...]:
        """Give the country or region of an adjective or of its people ("Turkish", "Texans"); none when it is no demonym."""
        row = self.demonyms.get(fold(demonym))
        return () if row is None else (self.place(row, other=True),)

    def place(self, row: int, *, other: bool = False) -> Candidate:
        """Give the place of a row."""
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


@lru_cache(maxsize=1 << 16)
def _index(gazetteer: Gazetteer, key: str) -> int | None:
    """Give where a key first stands; news repeats its names, so what was looked up stays known."""
    wanted, keys = key.encode(), gazetteer.keys
    index = bisect_left(range(len(keys)), wanted, key=keys.raw)
    return index if index < len(keys) and keys.raw(index) == wanted else None


@lru_cache(maxsize=1 << 13)
def _candidates(gazetteer: Gazetteer, key: str) -> tuple[Candidate, ...]:
    index, wanted = _index(gazetteer, key), key.encode()
    found: list[Candidate] = []
    while index is not None and index < len(gazetteer.keys) and gazetteer.keys.raw(index) == wanted:
        found.append(gazetteer.place(int(gazetteer.at[index]), other=bool(gazetteer.other[index])))
        index += 1
    return tuple(found)


@lru_cache(maxsize=1)
def bundled() -> Gazetteer:
    """Give the gazetteer that comes with the package.

    >>> max(bundled().candidates("Paris"), key=lambda place: place.people).country
    'FRA'
    """
    return load(DATA / "places.npz")


def load(path: Path) -> Gazetteer:
    """Read a gazetteer: the bundled one, or one that ``dragoman places import`` wrote.

    Raises:
        DragomanError: there is no such file, or it is not a gazetteer of this form.
    """
    mend = "Make one with dragoman places import DUMP --to FILE."
    try:
        with np.load(path, allow_pickle=False) as file:
            table = {name: file[name] for name in file.files}
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise DragomanError(f"{path}: no gazetteer could be read there ({error}). {mend}") from error
    if "format" not in table or int(table.pop("format")[0]) != FORMAT:
        raise DragomanError(f"{path}: a gazetteer of another version of Dragoman, or none at all. {mend}")
    return _gazetteer(table)


def _gazetteer(table: dict[str, NDArray[np.generic]]) -> Gazetteer:
    lists = {
        name: table.pop(name).tobytes().decode().split("\n")
        for name in ("admins", "codes", "demonyms", "admin_names", "alpha3")
    }
    strings = {
        name: Strings(table.pop(name).tobytes(), np.cumsum(table.pop(f"{name}_len"), dtype=np.uint64))
        for name in ("keys", "names")
    }
    other, word = (np.unpackbits(table.pop(name).astype(np.uint8), count=len(strings["keys"])) for name in ("other", "word"))
    admin_names, alpha3 = (
        dict(line.split("\t", 1) for line in lists[name] if "\t" in line) for name in ("admin_names", "alpha3")
    )
    return Gazetteer(
        keys=strings["keys"],
        at=table.pop("at").astype(np.uint32),
        other=other,
        word=word,
        columns=table,
        names=strings["names"],
        admins=lists["admins"],
        codes=lists["codes"],
        demonyms={key: int(row) for key, _, row in (line.partition("\t") for line in lists["demonyms"]) if key},
        admin_names=admin_names,
        alpha3=alpha3,
    )
