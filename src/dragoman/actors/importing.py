"""Turn the dictionaries of others into tables of an actor base, with a word on every line.

Dictionaries of PETRARCH and TABARI (actors, agents, discards) and CSV are read whole; an entry with a wrong line is refused
whole. What names an actor of the base already, under the same country, adds its other names to that actor; the rest become rows
of their own. Codes of CAMEO become countries and sectors (``cameo.py``).
"""

from __future__ import annotations

import csv
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from dragoman.actors.base import ActorBase
from dragoman.actors.building import COLUMNS, COUNTRY_COLUMNS, INSTEAD, NON_STATE, TABLES
from dragoman.actors.cameo import Meaning, meaning
from dragoman.actors.dictionaries import Coded, Listing, plain_name, read_dictionary
from dragoman.actors.entries import SECTORS
from dragoman.actors.fold import CAPS, fold, tokenise
from dragoman.actors.naming import slug
from dragoman.actors.tables import BadTable, Row
from dragoman.errors import DragomanError

Outcome = Literal["read", "merged", "refused"]
WORDS = ("class", "sectors", "words")
_TABLE_OF = {kind: table for table, kind in TABLES.items()}
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "to"})


class Note(NamedTuple):
    """What became of one line."""

    line: int
    outcome: Outcome
    name: str
    detail: str


@dataclass(slots=True)
class Imported:
    """Rows by table, and a note on each entry."""

    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)

    def counts(self) -> Counter[str]:
        """Give how many entries were read as new, merged and refused."""
        return Counter(note.outcome for note in self.notes)

    def add(self, table: str, **cells: str) -> None:
        """Add a row to a table."""
        self.rows.setdefault(table, []).append(cells)


def import_file(path: Path, base: ActorBase) -> Imported:
    """Read a dictionary, or a CSV when the name ends so.

    Raises:
        DragomanError: the file is not there, is not UTF-8, or has no entry that could be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DragomanError(f"{path}: could not be read ({error.strerror}). Check the path.") from error
    except UnicodeDecodeError as error:
        raise DragomanError(f"{path}: not UTF-8 at byte {error.start}. Save it as UTF-8.") from None
    found = import_csv(text.splitlines(), base) if path.suffix == ".csv" else import_dictionary(text.splitlines(), base)
    found.notes.sort()
    if not found.rows:
        first = next((f" The first fault: line {n.line}, {n.detail}." for n in found.notes if n.outcome == "refused"), "")
        raise DragomanError(f"{path}: no entry could be imported.{first}")
    return found


def import_dictionary(lines: Sequence[str], base: ActorBase) -> Imported:
    """Import actors and agents, or, where no line has a code, discards."""
    result = Imported()
    if not any("[" in line.split("#")[0] for line in lines):
        _discards(lines, result)
        return result
    listings, faults = read_dictionary(lines)
    result.notes += [Note(fault.line, "refused", "", fault.why) for fault in faults]
    used = set(base.actors)
    for listing in listings:
        if listing.agent:
            _agent(listing, result)
        elif all(set(coded.code) <= {"-"} for coded in listing.codes):
            _nobody(listing.line, listing.names, result)
        else:
            _actor(listing, base, result, used)
    return result


def _discards(lines: Iterable[str], result: Imported) -> None:
    for number, line in enumerate(lines, start=1):
        phrase = plain_name(line.split("#")[0].split(";")[0].strip().lstrip("+"))
        if phrase:
            _nobody(number, (phrase,), result)


def _nobody(line: int, names: tuple[str, ...], result: Imported) -> None:
    result.add("words", **{"class": "function", "words": "; ".join(name.casefold() for name in names)})
    result.notes.append(Note(line, "read", names[0], "names nobody"))


def _agent(listing: Listing, result: Imported) -> None:
    code = listing.codes[0].code
    sectors = [sector for sector in meaning(code, ()).sectors if sector in SECTORS]
    if not sectors:
        result.notes.append(Note(listing.line, "refused", listing.names[0], f"no sector of ours is meant by {code}"))
        return
    nouns = [name.casefold().replace("/", " ") for name in listing.names]
    if listing.plurals:
        nouns = [f"{nouns[0]}/{plural.casefold()}" for plural in listing.plurals]
    result.add("words", **{"class": "collective", "sectors": " ".join(sectors), "words": "; ".join(nouns)})
    result.notes.append(Note(listing.line, "read", listing.names[0], f"a kind of people: {' '.join(sectors)}"))


def _actor(listing: Listing, base: ActorBase, result: Imported, used: set[str]) -> None:
    told = [(coded, meaning(coded.code, base.actors)) for coded in listing.codes]
    stray = next((coded.code for coded, what in told if what.country is None and not _elite(coded)), None)
    if stray is not None:
        result.notes.append(Note(listing.line, "refused", listing.names[0], f"no country of the base is meant by {stray}"))
        return
    country = next((what.country for _, what in told if what.country), None)
    if country is None:
        result.notes.append(Note(listing.line, "refused", listing.names[0], "no code names a country"))
        return
    names = tuple(dict.fromkeys(_cased(name, base) for name in listing.names))
    same = _known(names, country, base)
    if same is not None:
        _merge(listing.line, names, same, base, result)
    elif country in base.actors and all(what.country == country and not what.sectors for _, what in told):
        result.add("countries", id=country, seats="; ".join(names))
        result.notes.append(Note(listing.line, "merged", names[0], f"other names for {base.actors[country].names[0]}"))
    else:
        _new(listing.line, names, told, country, base, result, used)


def _elite(coded: Coded) -> bool:
    return coded.code in ("ELI", "---")


def _known(names: tuple[str, ...], country: str, base: ActorBase) -> str | None:
    """Give the actor of the base that bears one of the names under the country."""
    for name in names:
        keys = [word.key for word in tokenise(name)]
        for rest, entry in base.index.get(keys[0], ()) if keys else ():
            for who in entry.ids if list(rest) == keys[1:] and entry.tag in "cop" else ():
                actor = base.actors[who]
                if country in {actor.country, *(period.country for period in actor.periods)}:
                    return who
    return None


def _merge(line: int, names: tuple[str, ...], who: str, base: ActorBase, result: Imported) -> None:
    actor = base.actors[who]
    known = {tuple(word.key for word in tokenise(name)) for name in actor.names}
    fresh = [name for name in names if tuple(word.key for word in tokenise(name)) not in known]
    if fresh and actor.kind == "country":
        result.add("countries", id=who, seats="; ".join(fresh))
    elif fresh:
        result.add(_TABLE_OF[actor.kind], id=who, names="; ".join(fresh), country=actor.country or "")
    plural = "s" if len(fresh) != 1 else ""
    result.notes.append(Note(line, "merged", names[0], f"is {who}; {len(fresh)} name{plural} more; dates stay ours"))


def _new(
    line: int, names: tuple[str, ...], told: list[tuple[Coded, Meaning]], country: str, base: ActorBase, result: Imported,
    used: set[str],
) -> None:  # fmt: skip
    dated = any(coded.start or coded.end for coded, _ in told)
    table = _table(names[0], told, dated, base)
    key = _free(slug(names[0]) or "actor", used)
    first = next((what for coded, what in told if not (coded.start or coded.end)), None)
    sectors = first.sectors if first else ()
    result.add(table, id=key, names="; ".join(names), country=country, sectors=" ".join(sectors))
    for coded, what in told:
        if coded.start or coded.end:
            days = {"start": coded.start.isoformat() if coded.start else "", "end": coded.end.isoformat() if coded.end else ""}
            result.add(table, id=key, country=what.country or country, sectors=" ".join(what.sectors), **days)
    result.notes.append(Note(line, "read", names[0], f"{country} {' '.join(sectors)} in {table}".replace("  ", " ")))


def _free(key: str, used: set[str]) -> str:
    number, free = 1, key
    while free in used:
        number += 1
        free = f"{key}_{number}"
    used.add(free)
    return free


def _table(name: str, told: Sequence[tuple[Coded, Meaning]], dated: bool, base: ActorBase) -> str:
    """Guess the table: persons have given names, or codes that come and go; the rest go by their sector."""
    words = name.split()
    if 1 < len(words) < 6 and (dated or fold(words[0]) in base.given):
        return "persons"
    country, sector = told[0][1].country, (*told[0][1].sectors, "")[0]
    if country in ("IGO", "UNO", "EUR", "NGO"):
        return "organisations"
    if country == "MNC" or sector == "BUS":
        return "companies"
    return "bodies" if sector in ("GOV", "MIL", "LEG", "JUD", "COP", "SPY") else "groups"


def _cased(name: str, base: ActorBase) -> str:
    """Give a name in capitals the case that a text has; abbreviations of one word, or known ones, keep theirs."""
    if name != name.upper():
        return name
    words = name.split()
    short = len(words) == 1 and len(name) < 6 and fold(name.title()) not in base.index
    if short or fold(name) in base.index:
        return name
    return " ".join(
        word if fold(word).endswith(CAPS) and fold(word) in base.index and len(word) < 6 else
        word.casefold() if number and word.casefold() in _SMALL else
        "-".join(part.capitalize() for part in word.split("-"))
        for number, word in enumerate(words)
    )  # fmt: skip


def import_csv(lines: Sequence[str], base: ActorBase) -> Imported:
    """Import rows of ``name, aliases, kind, country, sectors, start, end, role``: a header names them; aliases part at ``;``.

    Raises:
        DragomanError: the header lacks name or country.
    """
    result, used = Imported(), set(base.actors)
    reader = csv.DictReader(lines)
    if not {"name", "country"} <= set(reader.fieldnames or ()):
        raise DragomanError("line 1: the header must name at least the columns name and country.")
    own: dict[str, str] = {}
    for row in reader:
        wrong = _csv_fault(row, base)
        name = (row.get("name") or "").strip()
        if wrong:
            result.notes.append(Note(reader.line_num, "refused", name, wrong))
            continue
        kind = (row.get("kind") or "person").strip()
        aliases = tuple(part for piece in (row.get("aliases") or "").split(";") if (part := piece.strip()))
        country = row["country"].strip()
        cells = {key: (row.get(key) or "").strip() for key in ("sectors", "start", "end", "role")}
        same = _known((name, *aliases), country, base)
        if same is not None:
            _merge(reader.line_num, (name, *aliases), same, base, result)
            continue
        key = own.setdefault(name, "") or _free(slug(name) or "actor", used)
        own[name] = key
        result.add(_TABLE_OF[kind], id=key, names="; ".join((name, *aliases)), country=country, **cells)
        result.notes.append(Note(reader.line_num, "read", name, f"{country} in {_TABLE_OF[kind]}"))
    return result


def _csv_fault(row: Mapping[str | None, str | None], base: ActorBase) -> str | None:
    """Say what is wrong with a row, if anything is."""
    name, country = (row.get("name") or "").strip(), (row.get("country") or "").strip()
    kind = (row.get("kind") or "person").strip()
    strange = next((code for code in (row.get("sectors") or "").split() if code not in SECTORS), None)
    if None in row:
        return "more cells than columns"
    if not name:
        return "no name"
    if country not in base.actors and country not in NON_STATE:
        return f"country is {country!r}: write an ISO 3166-1 alpha-3 code or a PLOVER non-state value"
    if kind not in _TABLE_OF:
        return f"kind is {kind!r}: write one of {', '.join(sorted(_TABLE_OF))}"
    return f"{strange!r} is no sector" if strange else _days_fault(row)


def _days_fault(row: Mapping[str | None, str | None]) -> str | None:
    days = Row({key: row.get(key) or "" for key in ("start", "end")}, "days")
    try:
        start, end = days.day("start"), days.day("end", last=True)
    except BadTable as error:
        return str(error).removeprefix("days: ").rstrip(".")
    return "end lies before start" if start and end and end < start else None


def write_base(found: Imported, folder: Path, *, instead: bool = False) -> None:
    """Write the tables into a new folder, whole or not at all: they are loaded once before the folder gets its name.

    Raises:
        DragomanError: the folder exists and is not empty, cannot be written, or a row breaks the schema of the tables.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DragomanError(f"{folder}: is there already. Name a new folder with --to.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for table, rows in sorted(found.rows.items()):
            columns = {"words": WORDS, "countries": COUNTRY_COLUMNS}.get(table, COLUMNS)
            (draft / f"{table}.tsv").write_text("".join(_lines(columns, rows)), encoding="utf-8")
        if instead:
            (draft / INSTEAD).write_text("These tables stand instead of the bundled actors.\n", encoding="utf-8")
        ActorBase.load(draft)
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
    except (OSError, BadTable) as error:
        shutil.rmtree(draft, ignore_errors=True)
        raise DragomanError(f"{folder}: nothing was written. {error}") from error


def _lines(columns: tuple[str, ...], rows: Iterable[dict[str, str]]) -> Iterator[str]:
    yield "\t".join(columns) + "\n"
    for row in rows:
        yield "\t".join(row.get(column, "").replace("\t", " ") for column in columns) + "\n"
