"""Reading a dump of GeoNames (https://download.geonames.org/export/dump/) into a gazetteer of one's own.

The dump's table has nineteen columns with tabs between and no header. What the bundled gazetteer knows beside GeoNames (short
names of countries and states, names of regions, adjectives) goes on in the new one: a place of both is one place.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from dragoman.errors import DragomanError
from dragoman.places.gazetteer import Candidate, Gazetteer, Kind, bundled, fold
from dragoman.places.writing import Builder, write

COLUMNS = 19
CLASSES = "APLHT"
SHOWN = 20
"""Faulty lines that an error names; the rest are counted."""
_TICK = 100_000  # lines between two reports of progress
_LONGEST = 60  # characters: what is longer is a description
_GUESSED = {Kind.COUNTRY: 1_000_000, Kind.FIRST: 500_000}  # people where the dump has none
_DIVISIONS = {"ADM1": Kind.FIRST, "ADM1H": Kind.FIRST, "ADM2": Kind.SECOND, "ADM3": Kind.SECOND, "ADMD": Kind.SECOND}


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: lines read, places and names written, lines passed over for their class or people."""

    lines: int
    places: int
    names: int
    passed_over: int


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the dump that is wanted; ``division`` is GeoNames' code, as in ``US.TX``."""

    kind: Kind
    names: tuple[str, ...]
    country: str
    division: str
    point: tuple[float, float]
    people: int
    geonames_id: int


_Key = tuple[Kind, str, str]


@dataclass(slots=True)
class _Reading:
    """What was read so far: places go straight into columns, so that the whole dump fits into memory.

    Attributes:
        wanted: Kind, country and key of what the bundled gazetteer knows beside towns.
        rows: Where in the dump each of those was met.
        divisions: Names of first-order divisions by code.
    """

    wanted: frozenset[_Key]
    builder: Builder = field(default_factory=Builder)
    rows: dict[_Key, int] = field(default_factory=dict)
    divisions: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    count: int = 0
    passed_over: int = 0

    def keep(self, line: _Line) -> None:
        """Add the place of a line."""
        division = "" if line.kind == Kind.COUNTRY else line.division
        people = line.people or _GUESSED.get(line.kind, 0)
        row = self.builder.add(line.kind, line.names, line.country, division, line.point, people, line.geonames_id)
        if line.kind == Kind.FIRST and line.division:
            self.divisions.setdefault(line.division, line.names[0])
        if line.kind != Kind.TOWN:
            for key in ((line.kind, line.country, fold(name)) for name in line.names):
                if key in self.wanted:
                    self.rows.setdefault(key, row)


def import_dump(
    dump: Path,
    to: Path,
    *,
    classes: str = CLASSES,
    least_people: int = 0,
    progress: Callable[[int], None] = lambda lines: None,
) -> Imported:
    """Read a dump (``allCountries.zip``, ``UA.zip``, ``cities15000.zip``, or the text in one) and write a gazetteer.

    The file is written whole or not at all: one faulty line, and nothing is.

    Args:
        dump: The ZIP archive or the text.
        to: File to write; ``Coder(places=...)`` and ``--places`` take it.
        classes: GeoNames' feature classes to keep: A divisions, P populated places, L areas, H waters, T mountains, V, S, R, U.
        least_people: Populated places with fewer people are passed over; 0 keeps those of unknown people too.
        progress: Told the number of lines read, now and then.

    Raises:
        DragomanError: the dump cannot be read, or lines in it are faulty; the message names them by number.
    """
    if not to.parent.is_dir():
        raise DragomanError(f"{to}: the folder {to.parent} is not there. Make it first.")
    own = bundled()
    named = _named(own)
    reading = _Reading(frozenset(key for keys in named.values() for key in keys))
    with _opened(dump) as stream:
        for line in stream:
            reading.count += 1
            if reading.count % _TICK == 0:
                progress(reading.count)
            _read_line(line.rstrip("\r\n"), reading, own, classes, least_people)
    progress(reading.count)
    if reading.faults:
        raise DragomanError(_report(dump, reading))
    if not len(reading.builder.names):
        raise DragomanError(f"{dump}: no place of the classes {classes} in {reading.count} lines. Is it a dump of GeoNames?")
    return _written(reading, own, named, to)


@contextmanager
def _opened(dump: Path) -> Iterator[Iterator[str]]:
    """Open the table: the text itself, or the one in the archive that is neither the readme nor the table of languages."""
    try:
        if not zipfile.is_zipfile(dump):
            with dump.open(encoding="utf-8", newline="\n") as stream:
                yield stream
            return
        with zipfile.ZipFile(dump) as archive:
            tables = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
            if len(tables) != 1:
                raise DragomanError(f"{dump}: {len(tables)} tables in the archive, one is wanted. Give the table itself.")
            with archive.open(tables[0]) as raw, io.TextIOWrapper(raw, "utf-8", newline="\n") as stream:
                yield stream
    except (OSError, zipfile.BadZipFile) as error:
        raise DragomanError(f"{dump}: could not be read ({error}). Download it again from download.geonames.org.") from error
    except UnicodeDecodeError as error:
        raise DragomanError(f"{dump}: not UTF-8 ({error.reason}). Download it again from download.geonames.org.") from error


def _read_line(text: str, reading: _Reading, own: Gazetteer, classes: str, least_people: int) -> None:
    """Keep a wanted line, count an unwanted one, note a faulty one."""
    if not text:
        return
    try:
        line = _parsed(text.split("\t"), own, classes, least_people)
    except ValueError as fault:
        reading.faults.append(f"line {reading.count}: {fault}")
        return
    if line is None:
        reading.passed_over += 1
    else:
        reading.keep(line)


def _parsed(cells: list[str], own: Gazetteer, classes: str, least_people: int) -> _Line | None:
    """Give what a line says, ``None`` when it is not wanted.

    Raises:
        ValueError: the line is faulty; the message says how.
    """
    if len(cells) != COLUMNS:
        raise ValueError(f"{len(cells)} columns, {COLUMNS} are wanted")
    identity, people = _number(cells[0], "geonameid"), _number(cells[14] or "0", "population")
    point = _degrees(cells[4], "latitude", 90), _degrees(cells[5], "longitude", 180)
    if not cells[1]:
        raise ValueError("no name")
    kind = _kind(cells[6], cells[7])
    if cells[6] not in classes or kind is None or (kind == Kind.TOWN and people < least_people):
        return None
    country = own.alpha3.get(cells[8], "")
    if not country and cells[8]:
        raise ValueError(f"no country has the code {cells[8]!r}")
    names = dict.fromkeys(name for name in (cells[1], cells[2], *cells[3].split(",")) if name and _latin(name))
    division = f"{cells[8]}.{cells[10]}" if cells[10] not in ("", "00") else ""
    return _Line(kind, tuple(names) or (cells[1],), country, division, point, people, identity)


def _kind(feature_class: str, code: str) -> Kind | None:
    """Give the kind of a feature; historical and abandoned ones, zones and sections are none."""
    if feature_class == "A":
        return Kind.COUNTRY if code.startswith("PCL") and code != "PCLH" else _DIVISIONS.get(code)
    if feature_class == "P":
        return None if code in ("PPLH", "PPLQ", "PPLW", "PPLCH") else Kind.TOWN
    return Kind.REGION


def _number(cell: str, name: str) -> int:
    if not cell.isascii() or not cell.isdigit():
        raise ValueError(f"{name} {cell!r} is no whole number")
    if int(cell) >= 2**32:
        raise ValueError(f"{name} {cell} is too great")
    return int(cell)


def _degrees(cell: str, name: str, most: int) -> float:
    try:
        value = float(cell)
    except ValueError:
        raise ValueError(f"{name} {cell!r} is no number") from None
    if not -most <= value <= most:
        raise ValueError(f"{name} {cell} is beyond {most} degrees")
    return value


def _latin(name: str) -> bool:
    """Whether a name is in Latin letters and no longer than a name."""
    return len(name) <= _LONGEST and all(sign < "\u0250" or "\u1e00" <= sign <= "\u1eff" or sign in "‘’" for sign in name)


def _report(dump: Path, reading: _Reading) -> str:
    more = len(reading.faults) - SHOWN
    rest = f"\n  and {more:,} more" if more > 0 else ""
    shown = "\n  ".join(reading.faults[:SHOWN])
    return (
        f"{dump}: {len(reading.faults):,} of {reading.count:,} lines are faulty, so nothing was imported. Mend or leave out:"
        f"\n  {shown}{rest}"
    )


def _named(own: Gazetteer) -> dict[int, list[_Key]]:
    """Give the bundled places but for towns, with all that they go by: a dump of towns knows those better."""
    kinds, keys = own.columns["kind"].tolist(), dict[int, list[_Key]]()
    for index, at in enumerate(own.at.tolist()):
        if kinds[at] != Kind.TOWN:
            country = own.codes[own.columns["country"][at].item()]
            keys.setdefault(at, []).append((Kind(kinds[at]), country, own.keys[index]))
    return keys


def _written(reading: _Reading, own: Gazetteer, named: Mapping[int, list[_Key]], to: Path) -> Imported:
    """Join the dump with what the bundled gazetteer knows beside it, and write."""
    mapped = {at: _carried(own.place(at), keys, reading) for at, keys in sorted(named.items())}
    words = [own.keys[int(index)] for index in np.flatnonzero(own.word)]
    demonyms = {name: mapped[row] for name, row in own.demonyms.items() if row in mapped}
    builder, divisions = reading.builder, {**own.admin_names, **reading.divisions}
    try:
        write(to, builder, words=words, demonyms=demonyms, admin_names=divisions, alpha3=own.alpha3)
    except OSError as error:
        raise DragomanError(f"{to}: could not be written ({error.strerror}). Name another file with --to.") from error
    return Imported(reading.count, len(builder.names), len(builder.keys), reading.passed_over)


def _carried(place: Candidate, keys: Sequence[_Key], reading: _Reading) -> int:
    """Carry one bundled place over: its names go to the dump's place of the name, else it is added. Gives its new row."""
    builder, row = reading.builder, next((reading.rows[key] for key in keys if key in reading.rows), None)
    if row is None:
        point, people = (place.lat, place.lon), 10**place.people
        row = builder.add(place.kind, (place.name,), place.country, place.admin1, point, people, place.geonames_id or 0)
    builder.name(row, [key for _, _, key in keys], other=True)
    return row
