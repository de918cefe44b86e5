"""Build the actor base from its tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from dragoman.actors.entries import SECTORS, Entry
from dragoman.actors.fold import CAPS, Token, tokenise
from dragoman.actors.naming import bag, family_name, slug
from dragoman.actors.tables import BadTable, Row, read_rows
from dragoman.records import Actor, Period

TABLES = {
    "organisations": "organisation",
    "bodies": "government_body",
    "groups": "group",
    "companies": "company",
    "persons": "person",
}
"""Name of a table, and of the further ones that begin with it and a hyphen, to the kind of actor in it."""
NON_STATE = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
COLUMNS = ("id", "names", "country", "sectors", "start", "end", "role", "member_of", "wikidata")
COUNTRY_COLUMNS = ("id", "names", "adjectives", "people", "capitals", "seats", "country", "sectors", "wikidata", "namesake")
INSTEAD = "INSTEAD"
"""A file of this name in a folder of tables: they stand instead of the bundled actors, not beside them."""

SHARED_BY = 4
"""A word of organisations in so many countries tells none of them."""

_TAGS = {"organisation": "o", "government_body": "o", "group": "o", "company": "o", "person": "p"}


class Namesake(NamedTuple):
    """A part of another country that shares a country's name: Georgia, of which Atlanta is a sign."""

    country: str
    signs: frozenset[str]


Index = dict[str, list[tuple[tuple[str, ...], Entry]]]


def table_paths(folder: Path, name: str) -> list[Path]:
    """Give the files of a table: ``persons.tsv`` and then ``persons-*.tsv`` by name."""
    whole = folder / f"{name}.tsv"
    return [*([whole] if whole.is_file() else []), *sorted(folder.glob(f"{name}-*.tsv"))]


class Builder:
    """Gathers actors and names while the tables are read."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.index: Index = {}
        self.bags: dict[tuple[str, ...], str] = {}
        self.namesakes: dict[str, Namesake] = {}
        self._bearers: dict[str, list[str]] = {}
        self._periods: dict[str, list[Period]] = {}

    def read_folder(self, folder: Path, *, countries_only: bool = False) -> None:
        """Read the tables of a folder.

        Raises:
            BadTable: the folder is missing, or a table breaks the schema.
        """
        if not folder.is_dir():
            raise BadTable(f"{folder}: no such folder; give one that holds tables such as persons.tsv.")
        for path in table_paths(folder, "countries"):
            for row in read_rows(path, frozenset({"id"}), frozenset(COUNTRY_COLUMNS)):
                self.add_country(row)
        for name, kind in TABLES.items():
            for path in () if countries_only else table_paths(folder, name):
                for row in read_rows(path, frozenset({"names"}), frozenset(COLUMNS)):
                    self.add_actor(row, kind)

    def add_country(self, row: Row) -> None:
        """Add a country with its demonyms, capitals and seats of power, or more names of one that is there."""
        key, names = row.text("id"), row.items("names")
        known = self.actors.get(key)
        if not key or not (names or known):
            raise row.bad("id or names is empty", "fill both in")
        sectors = row.codes("sectors", SECTORS) or (known.sectors if known else ("GOV",))
        country = row.text("country") or (known.country if known else None) or key
        wikidata = row.item("wikidata") or (known.wikidata if known else None)
        merged = tuple(dict.fromkeys((*(known.names if known else ()), *names)))
        self.actors[key] = Actor(id=key, names=merged, kind="country", country=country, sectors=sectors, wikidata=wikidata)
        if namesake := row.items("namesake"):
            self.namesakes[key] = Namesake(namesake[0], frozenset(word.casefold() for word in namesake[1:]))
        adjectives, people = row.items("adjectives"), row.items("people")
        people = people or tuple(f"{a}s" for a in adjectives if not a.endswith(("ese", "sh", "ch", "ss", "Swiss", "s")))
        for tag, forms in (
            ("c", names),
            ("g", adjectives),
            ("h", people),
            ("a", row.items("capitals")),
            ("l", row.items("seats")),
        ):
            for form in forms:
                self.add(form, Entry(tag, (key,)))

    def add_actor(self, row: Row, kind: str) -> None:
        """Add an actor, or a period of one that an earlier row has named."""
        names, country = row.items("names"), row.text("country")
        key = row.text("id") or (slug(names[0]) if names else "")
        if not key:
            raise row.bad("neither id nor names", "give the actor a name")
        actor = self.actors.get(key)
        if not names and actor is None:
            raise row.bad(f"{key} has a period before it has names", "put the row with its names first")
        self._check_country(row, country)
        codes = row.codes("sectors", SECTORS)
        dated = any(map(row.text, ("start", "end", "role")))
        if dated:
            self._periods.setdefault(key, []).append(self._period(row, codes or (("GOV",) if kind == "person" else ())))
        self.actors[key] = _joined(actor, key, names, kind, country, () if dated else codes, row.item("wikidata"))
        for name in names if actor is None else [name for name in names if name not in actor.names]:
            words = self.add(name, Entry(_TAGS[kind], (key,)))
            if kind == "person" and (family := family_name(words, country)):
                self._bearers.setdefault(family, []).append(key)

    def _period(self, row: Row, sectors: tuple[str, ...]) -> Period:
        start, end = row.day("start"), row.day("end", last=True)
        if start and end and end < start:
            raise row.bad(f"end {end} lies before start {start}", "put them right")
        return Period(
            start=start,
            end=end,
            country=row.text("country") or None,
            sectors=sectors,
            role=row.text("role") or None,
            member_of=row.text("member_of") or None,
        )

    def _check_country(self, row: Row, country: str) -> None:
        if country and country not in NON_STATE and country not in self.actors:
            raise row.bad(
                f"country is {country!r}", "use an ISO 3166-1 alpha-3 code of countries.tsv or a PLOVER non-state value"
            )

    def add(self, form: str, entry: Entry) -> list[Token]:
        """Put a name into the index under its folded words; a shared name keeps all its bearers. Gives the words."""
        whole = words = tokenise(form)
        if words and words[0].key == "the" and len(words) > 1 and entry.tag in "coal":
            words = words[1:]
        proper = entry.tag in "cgahlop"
        keys = tuple([word.key if proper else word.key.rstrip(CAPS) for word in words])
        caps = tuple([word.cap and proper for word in words])
        named = Entry(entry.tag, entry.ids, caps, entry.sectors, entry.plural, entry.word or form, entry.classes)
        self._put(keys, named)
        if proper and len(words) == 1 and keys[0].endswith(CAPS) and len(keys[0]) > 5:
            self._put((keys[0].rstrip(CAPS),), named)
        if entry.tag == "o" and len(words) > 2:
            self.bags.setdefault(bag(words), entry.ids[0])
        return whole

    def _put(self, keys: tuple[str, ...], entry: Entry) -> None:
        bucket = self.index.setdefault(keys[0], [])
        for number, (rest, other) in enumerate(bucket):
            if rest == keys[1:] and (other.tag == entry.tag if entry.ids else not other.ids):
                if other.tag == entry.tag:
                    bucket[number] = (rest, _merge(other, entry))
                else:
                    bucket[number] = (rest, replace(other, classes=other.classes | entry.classes))
                return
        bucket.append((keys[1:], entry))

    def finish(self) -> None:
        """Put longer names first, names before common words, and the periods of each actor in order of time."""
        for bucket in self.index.values():
            if len(bucket) > 1:
                bucket.sort(key=lambda item: (-len(item[0]), not item[1].ids))
        for key, periods in self._periods.items():
            periods.sort(key=lambda period: period.start or date.min)
            self.actors[key] = replace(self.actors[key], periods=tuple(periods))

    def general(self) -> frozenset[str]:
        """Give the words that stand in names of organisations of ``SHARED_BY`` countries or more."""
        where: dict[str, set[str]] = {}
        for first, bucket in self.index.items():
            for rest, entry in bucket:
                for key in (first, *rest) if entry.tag == "o" else ():
                    where.setdefault(key.rstrip(CAPS), set()).update(self.actors[who].country or "" for who in entry.ids)
        return frozenset(key for key, countries in where.items() if len(countries) >= SHARED_BY)

    def surnames(self) -> dict[str, tuple[str, ...]]:
        """Give the bearers of each family name."""
        return {key: tuple(dict.fromkeys(ids)) for key, ids in self._bearers.items()}


def _joined(
    actor: Actor | None,
    key: str,
    names: tuple[str, ...],
    kind: str,
    country: str,
    sectors: tuple[str, ...],
    wikidata: str | None,
) -> Actor:
    if actor is None:
        return Actor(id=key, names=names, kind=kind, country=country or None, sectors=sectors, wikidata=wikidata)
    merged = actor.names if set(names) <= set(actor.names) else tuple(dict.fromkeys((*actor.names, *names)))
    if merged == actor.names and not sectors and not wikidata:
        return actor
    return replace(actor, names=merged, sectors=sectors or actor.sectors, wikidata=wikidata or actor.wikidata)


def _merge(first: Entry, second: Entry) -> Entry:
    ids = tuple(dict.fromkeys((*first.ids, *second.ids)))
    return replace(first, ids=ids, sectors=first.sectors or second.sectors, classes=first.classes | second.classes)
