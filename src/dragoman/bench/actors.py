"""Coverage of the actor base against PETRARCH actor dictionaries: which of their entities it knows, under the right country.

An entry counts when it is active in 2000 or later: one of its codes has no end, or ends then, and is not the code of a state
gone before 2000. It is *resolved* when the first of its names that links, as of the middle of that time, gives the country that
its code names; a leader or minister must link to a person.

The United Nations, the European Union and other intergovernmental bodies count as one here: dictionaries put the World Bank
under the first, PLOVER does not. Kinds:

- ``country``: the code is that of a state or territory, and no more;
- ``organisation``: intergovernmental and state bodies without days, but for persons filed there (below);
- ``leader``: a dated GOV code and an ELI code, which is how the dictionaries mark who led a state;
- ``minister``: a dated GOV code alone; ``ngo`` and ``armed_group``: undated, so of any age. Companies are left out.

Dictionaries file officials under the codes of their bodies. A name is a person's, and no organisation's, when it begins with a
given name or has an initial; or when it has two words or more, none of which is a common word, or found in the name of any
country or organisation of the base.

Dictionaries have no small letters: a word is taken as an abbreviation when the base knows somebody by it alone in capitals,
and nobody by it (or by it and the words after it) in small letters.

The dictionaries only measure the base: nothing in it is taken from them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.actors import ActorBase, link_text
from dragoman.actors.cameo import Meaning, meaning
from dragoman.actors.dictionaries import Coded, Listing, read_dictionary
from dragoman.actors.fold import CAPS, fold, tokenise
from dragoman.bench.report import Cell, Report, Sheet
from dragoman.errors import DragomanError

SINCE = date(2000, 1, 1)
LAST = date(2014, 1, 1)
"""The middle of an open time is reckoned to here: the dictionaries were made about then."""
FLOORS = {"countries_and_organisations": 0.95, "leaders": 0.6}
MISSES = 60
INTERGOVERNMENTAL = {"IGO", "UNO", "EUR"}
GONE = frozenset({"CSK", "DDR", "SUN", "VDR", "YMD"})
"""Codes that ISO 3166 withdrew before 2000: Czechoslovakia, East Germany, the Soviet Union, South Vietnam, South Yemen."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One entry to resolve: its names, kind, the country wanted, and the day to ask for."""

    names: tuple[str, ...]
    kind: str
    country: str
    on: date


def run(data: Path) -> Report:
    """Score the base on a folder of dictionaries (``*actors*.txt``), or on one file.

    Raises:
        DragomanError: no dictionary is there.
    """
    paths = [data] if data.is_file() else sorted(p for p in data.glob("*.actors.txt") if "Validate" not in p.name)
    if not paths:
        raise DragomanError(f"{data}: no file named *.actors.txt is here. Point at the folder with the dictionaries.")
    base = ActorBase.load()
    listings = [x for path in paths for x in read_dictionary(path.read_text("utf-8", "replace").splitlines())[0]]
    return report(base, list(entities(listings, base)))


def report(base: ActorBase, wanted: Iterable[Entity]) -> Report:
    """Score entities: shares resolved by kind, and the misses."""
    total, hits = Counter[str](), Counter[str]()
    misses: list[tuple[Cell, ...]] = []
    for entity in dict.fromkeys(wanted):
        got = resolve(base, entity)
        total[entity.kind] += 1
        right = got == entity.country or {got, entity.country} <= INTERGOVERNMENTAL
        hits[entity.kind] += right
        if not right:
            misses.append((entity.kind, entity.names[0], entity.country, got))
    figures: dict[str, float | int] = {
        "countries_and_organisations": _share(hits, total, "country", "organisation"),
        "leaders": _share(hits, total, "leader"),
    }
    figures |= {f"{name}_floor": floor for name, floor in FLOORS.items()}
    figures |= {kind: _share(hits, total, kind) for kind in sorted(total)}
    figures |= {f"{kind}_entries": total[kind] for kind in sorted(total)}
    sheets = (
        Sheet(f"Misses: {kind}, the first {MISSES}", ("kind", "name", "wanted", "got"), tuple(of_kind[:MISSES]))
        for kind in ("country", "organisation", "leader", "armed_group", "ngo")
        if (of_kind := [row for row in misses if row[0] == kind])
    )
    return Report("actors", figures, tuple(sheets))


def entities(listings: Iterable[Listing], base: ActorBase) -> Iterator[Entity]:
    """Give what is to be resolved of a dictionary's entries."""
    words = _name_words(base)
    for listing in listings:
        active = [coded for coded in listing.codes if _is_active(coded)]
        told = [(coded, meaning(coded.code, base.actors)) for coded in active]
        named = [(coded, what) for coded, what in told if what.country is not None]
        kind = _kind(listing, named, base)
        if kind == "organisation" and _is_person(listing.names[0], base, words):
            continue
        if kind is not None and not listing.agent:
            coded, what = next(pair for pair in named if kind not in ("leader", "minister") or pair[1].sectors[:1] == ("GOV",))
            country = base.actors[what.country].country if what.country in base.actors else what.country
            yield Entity(listing.names, kind, country or "", _middle(coded))


def _kind(listing: Listing, named: list[tuple[Coded, Meaning]], base: ActorBase) -> str | None:
    if not named:
        return None
    code, what = named[0][0].code, named[0][1]
    if any(coded.start or coded.end for coded in listing.codes):
        led = any(what.sectors[:1] == ("GOV",) and (coded.start or coded.end) for coded, what in named)
        elite = any(coded.code[3:6] == "ELI" for coded in listing.codes)
        return ("leader" if elite else "minister") if led else None
    if len(code) == 3 and what.country in base.actors:
        return "country"
    if what.sectors[:1] == ("REB",) or code.startswith(("IMG", "UIS", "INT")):
        return "armed_group"
    if code.startswith("NG"):
        return "ngo"
    bodies = ("IGO", "GOV", "MIL", "LEG", "JUD", "COP", "SPY")
    return "organisation" if what.sectors[:1] and what.sectors[0] in bodies else None


def _is_active(coded: Coded) -> bool:
    return coded.code[:3] not in GONE and (coded.end is None or coded.end >= SINCE)


def _name_words(base: ActorBase) -> frozenset[str]:
    """Give the keys of all words that stand in a name of a country or organisation, and of all common words."""
    found: set[str] = set()
    for first, bucket in base.index.items():
        found.update(key.rstrip(CAPS) for rest, entry in bucket if entry.tag != "p" for key in (first, *rest))
    return frozenset(found)


def _is_person(name: str, base: ActorBase, words: frozenset[str]) -> bool:
    """Whether an undated name is a person's."""
    parts = name.split()
    if len(parts) < 2:
        return False
    initial = any(len(part) == 1 or (len(part) == 2 and part.endswith(".")) for part in parts if part not in ("A", "&"))
    return (
        initial or fold(parts[0].title()) in base.given or not any(token.key.rstrip(CAPS) in words for token in tokenise(name))
    )


def resolve(base: ActorBase, entity: Entity) -> str | None:
    """Give the country of the first name that links; of people, only a person's."""
    people = entity.kind in ("leader", "minister")
    for name in entity.names:
        for written in _written(name, base):
            link = link_text(base, written, entity.on)
            if people and link.why != "person":
                continue
            if link.country is not None:
                return link.country
    return None


def _written(name: str, base: ActorBase) -> tuple[str, ...]:
    """Undo the capitals: words as in a name, but for abbreviations that the base has; and the name as it is."""
    parts = name.split()
    words = [
        word.lower() if number and word.title() in _SMALL else
        word if _is_abbreviation(parts[number:], base) else word.title().replace("'S", "'s")
        for number, word in enumerate(parts)
    ]  # fmt: skip
    return (" ".join(words), name) if len(words) == 1 else (" ".join(words),)


_SMALL = frozenset({"Of", "The", "And", "For", "In", "On", "De", "Al", "To"})


def _is_abbreviation(words: list[str], base: ActorBase) -> bool:
    """Whether the first of some words in capitals stands for somebody, and for nobody as a word with those after it."""
    first, *after = [fold(word.title()) for word in words]
    alone = any(entry.ids and not rest for rest, entry in base.index.get(first + CAPS, ()))
    as_word = any(entry.ids and list(rest) == after[: len(rest)] for rest, entry in base.index.get(first, ()))
    return alone and not as_word and fold(words[0]) == first + CAPS


def _middle(coded: Coded) -> date:
    start = max(coded.start or SINCE, SINCE)
    end = max(coded.end or LAST, start)
    return start + (end - start) / 2


def _share(hits: Counter[str], total: Counter[str], *kinds: str) -> float:
    wanted = sum(total[kind] for kind in kinds)
    return round(sum(hits[kind] for kind in kinds) / wanted, 6) if wanted else 0.0
