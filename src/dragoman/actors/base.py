"""The actor base: who is known under which names, and what held of them when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from dragoman.actors.entries import SECTORS, Entry
from dragoman.actors.fold import CAPS, Token, plain_letters, tokenise
from dragoman.actors.lexicon import add_words, read_given_names
from dragoman.actors.tables import BadTable, Row, read_rows
from dragoman.records import Actor, Period

DATA = Path(__file__).parent / "data"
TABLES = {
    "organisations": "organisation",
    "bodies": "government_body",
    "groups": "group",
    "companies": "company",
    "persons": "person",
}
_COLUMNS = frozenset({"id", "names", "country", "sectors", "start", "end", "role", "member_of", "wikidata"})
_COUNTRY_COLUMNS = frozenset({"names", "adjectives", "people", "capitals", "seats", "country", "sectors", "wikidata"})
_NON_STATE = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
_TAGS = {"organisation": "o", "government_body": "o", "group": "o", "company": "o", "person": "p"}
_FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "HKG"})
_NO_FAMILY_NAME = frozenset({"VNM", "KHM", "MMR", "VAT", "ETH"})
_GENERATIONS = frozenset({"jr", "sr", "iii"})
_SMALL = frozenset({"of", "the", "and", "for", "in", "to", "a", "on"})


Index = dict[str, list[tuple[tuple[str, ...], Entry]]]


@dataclass(frozen=True, slots=True)
class ActorBase:
    """All actors with an index over their names and the words for kinds of actors.

    Attributes:
        actors: By id.
        index: First key of a name to the rest of its keys and what it stands for, longest first.
        surnames: Key of a family name to the persons who bear it.
        bags: Content words of an organisation's name, sorted, to its id.
        given: Keys of common given names.
    """

    actors: dict[str, Actor]
    index: Index = field(repr=False)
    surnames: dict[str, tuple[str, ...]] = field(repr=False)
    bags: dict[tuple[str, ...], str] = field(repr=False)
    given: frozenset[str] = field(repr=False)

    @classmethod
    def load(cls, folder: Path | None = None) -> ActorBase:
        """Load the bundled base, and over it the tables of ``folder`` when one is given.

        Raises:
            BadTable: a table breaks the schema; the message names file, line and mend.
        """
        builder = _Builder()
        for place in (DATA, folder) if folder else (DATA,):
            builder.read_folder(place)
        add_words(builder.add, DATA / "words.tsv")
        builder.sort()
        return cls(builder.actors, builder.index, builder.surnames(), builder.bags, read_given_names(DATA / "given_names.txt"))

    def period(self, actor_id: str, on: date | None) -> Period:
        """Give what held of an actor on a day; without a day, what holds last.

        >>> base = ActorBase.load()
        >>> base.period("taliban", date(2021, 8, 14)).sectors, base.period("taliban", date(2021, 8, 15)).sectors
        (('REB',), ('GOV',))
        """
        actor = self.actors[actor_id]
        current = [p for p in actor.periods if _covers(p, on)]
        if on is None and actor.kind == "person":
            current = list(actor.periods)
        if current:
            best = current[-1]
            return replace(best, country=best.country or actor.country, sectors=best.sectors or actor.sectors)
        sectors = actor.sectors
        if actor.kind == "person" and on and any(p.end and p.end < on for p in actor.periods):
            sectors = ("ELI",)
        country = actor.periods[-1].country if actor.periods and actor.kind == "person" else None
        return Period(country=actor.country or country, sectors=sectors)


def _covers(period: Period, on: date | None) -> bool:
    if on is None:
        return period.end is None
    return (period.start is None or period.start <= on) and (period.end is None or on <= period.end)


class _Builder:
    """Gathers actors and names while the tables are read."""

    def __init__(self) -> None:
        self.actors: dict[str, Actor] = {}
        self.index: Index = {}
        self.bags: dict[tuple[str, ...], str] = {}
        self._bearers: dict[str, list[str]] = {}

    def read_folder(self, folder: Path) -> None:
        if not folder.is_dir():
            raise BadTable(f"{folder}: no such folder; give one that holds tables such as persons.tsv.")
        if (path := folder / "countries.tsv").is_file():
            for row in read_rows(path, frozenset({"id"}), _COUNTRY_COLUMNS):
                self.add_country(row)
        for name, kind in TABLES.items():
            if (path := folder / f"{name}.tsv").is_file():
                for row in read_rows(path, frozenset({"names"}), _COLUMNS):
                    self.add_actor(row, kind)

    def add_country(self, row: Row) -> None:
        """Add a country with its demonyms, capitals and seats of power."""
        key, names = row.text("id"), row.items("names")
        if not key or not names:
            raise row.bad("id or names is empty", "fill both in")
        sectors = row.codes("sectors", SECTORS) or ("GOV",)
        country = row.text("country") or key
        wikidata = row.text("wikidata") or None
        self.actors[key] = Actor(id=key, names=names, kind="country", country=country, sectors=sectors, wikidata=wikidata)
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
        names = row.items("names")
        key = row.text("id") or (slug(names[0]) if names else "")
        if not key:
            raise row.bad("neither id nor names", "give the actor a name")
        if not names and key not in self.actors:
            raise row.bad(f"{key} has a period before it has names", "put the row with its names first")
        actor = self.actors.get(key) or Actor(id=key, names=names, kind=kind, country=row.text("country") or None)
        self._check_country(row)
        dated = any(row.text(column) for column in ("start", "end", "role"))
        periods, sectors = actor.periods, actor.sectors
        codes = row.codes("sectors", SECTORS)
        if dated:
            periods = (*periods, self._period(row, codes or (("GOV",) if kind == "person" else ())))
        else:
            sectors = codes or sectors
        wikidata = row.text("wikidata") or actor.wikidata
        merged = tuple(dict.fromkeys((*actor.names, *names)))
        self.actors[key] = replace(actor, names=merged, sectors=sectors, periods=periods, wikidata=wikidata)
        for name in names:
            self.add(name, Entry(_TAGS[kind], (key,)))
            if kind == "person":
                self._add_surname(name, key, row.text("country"))

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

    def _check_country(self, row: Row) -> None:
        country = row.text("country")
        if country and country not in _NON_STATE and country not in self.actors:
            raise row.bad(
                f"country is {country!r}", "use an ISO 3166-1 alpha-3 code of countries.tsv or a PLOVER non-state value"
            )

    def _add_surname(self, name: str, key: str, country: str) -> None:
        words = tokenise(name)
        if len(words) < 2 or country in _NO_FAMILY_NAME or any(w.text in ("II", "III", "VI", "XVI", "XIV") for w in words):
            return
        named = [word for word in words if word.key not in _GENERATIONS]
        if not named:
            return
        family = named[0] if country in _FAMILY_FIRST else named[-1]
        if len(family.key) > 1 and family.cap:
            self._bearers.setdefault(family.key.rstrip(CAPS), []).append(key)

    def add(self, form: str, entry: Entry) -> None:
        """Put a name into the index under its folded words; a shared name keeps all its bearers."""
        words = tokenise(form)
        if words and words[0].key == "the" and len(words) > 1 and entry.tag in "coal":
            words = words[1:]
        proper = entry.tag in "cgahlop"
        keys = tuple(word.key if proper else word.key.rstrip(CAPS) for word in words)
        caps = tuple(word.cap and proper for word in words)
        named = Entry(entry.tag, entry.ids, caps, entry.sectors, entry.plural, entry.word or form, entry.classes)
        self._put(keys, named)
        if proper and len(words) == 1 and keys[0].endswith(CAPS) and len(keys[0]) > 5:
            self._put((keys[0].rstrip(CAPS),), named)
        if entry.tag == "o" and len(words) > 2:
            self.bags.setdefault(bag(words), entry.ids[0])

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

    def sort(self) -> None:
        """Put longer names first, names before common words."""
        for bucket in self.index.values():
            bucket.sort(key=lambda item: (-len(item[0]), not item[1].ids))

    def surnames(self) -> dict[str, tuple[str, ...]]:
        """Give the bearers of each family name."""
        return {key: tuple(dict.fromkeys(ids)) for key, ids in self._bearers.items()}


def _merge(first: Entry, second: Entry) -> Entry:
    ids = tuple(dict.fromkeys((*first.ids, *second.ids)))
    return replace(first, ids=ids, sectors=first.sectors or second.sectors, classes=first.classes | second.classes)


def bag(words: Iterable[Token]) -> tuple[str, ...]:
    """Give the content words of a name, sorted: names that differ in word order share it.

    >>> bag(tokenise("Council for the Defence of Salt Lakes")) == bag(tokenise("Salt Lakes Defence Council"))
    True
    """
    return tuple(sorted(word.key for word in words if word.key not in _SMALL))


def slug(name: str) -> str:
    """Give the id that a name makes.

    >>> slug("Recep Tayyip Erdoğan"), slug("Nicolas Sarkozy")
    ('recep_tayyip_erdogan', 'nicolas_sarkozy')
    """
    return "_".join(re.findall(r"[a-z0-9]+", re.sub("['’]", "", plain_letters(name)).casefold()))
