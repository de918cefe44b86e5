"""What a story says about each place that one of its names may stand for, as numbers that a ranker weighs.

Every toponym of a story has candidates; a :class:`Table` lays all of them out as rows. Some columns are known from a row and
its words alone (:func:`own_features`), the others follow from how likely the candidates of the other names are
(:func:`context_features`), so that names settle one another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.places.finding import Found
from dragoman.places.gazetteer import Candidate, Kind, fold

Floats = NDArray[np.float64]
Areas = frozenset[tuple[str, str]]
OWN = (
    "people", "greatest", "unpeopled", "second", "first", "country", "region", "other_name", "other_name_of_town", "held",
    "called_so", "metropolis_of_same_name", "seat_of_same_name", "capital", "people_in_world_news", "capital_in_world_news",
    "division_in_world_news", "at_home",
)  # fmt: skip
AROUND = (
    "near_30", "near_100", "near_400", "nearest_30", "nearest_100", "nearest_400", "beside", "beside_in_country",
    "beside_in_division", "share_in_country", "share_in_division", "any_in_division", "division_named", "country_named",
    "country_of_actors", "country_unheard", "country_unheard_in_world_news",
)  # fmt: skip
_EARTH_KM = 6371.0
_METROPOLIS = 6.6  # 4 million people; capitals count as such
_WORLD = 7  # further countries that make a story world news
_UNPEOPLED = 2.0  # a hundred, or unknown
_LIKELY = 0.03  # candidates less likely than this say nothing about the others
_WITHIN = 120.0  # characters over which "beside" fades
_TAILS: dict[str, frozenset[Kind]] = {
    **dict.fromkeys(("province", "governorate", "oblast", "state", "prefecture", "krai"), frozenset((Kind.FIRST, Kind.REGION))),
    **dict.fromkeys(("county", "district", "parish", "counties"), frozenset((Kind.SECOND, Kind.FIRST))),
    **dict.fromkeys(("city", "town", "township", "village"), frozenset((Kind.TOWN,))),
    **dict.fromkeys(
        ("region", "valley", "river", "island", "islands", "lake", "peninsula"), frozenset((Kind.REGION, Kind.FIRST))
    ),
}
_LIST = (", ", " and ", ", and ", " or ", ", or ")
_AFTER = re.compile(r"(?:’s|'s)? (\w+)")
_BEFORE = re.compile(r"\b(city|town|village|state|province|county|district|region) of (?:the )?$", re.IGNORECASE)
_ACROSS = re.compile(r"\b(?:trans|mid|circum|indo|asia)-$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Group:
    """One name of a story, with the toponyms that bear it.

    Attributes:
        members: Indices of its toponyms.
        held: Countries and divisions that a comma behind one of them names ("Paris, Texas").
        called: Kinds that the words beside it allow ("Clay County", "city of Homs").
    """

    candidates: tuple[Candidate, ...]
    members: tuple[int, ...]
    held: Areas
    called: frozenset[Kind]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """All candidates of a story, a row each; rows of one group are together and ``starts`` says where each group begins.

    Attributes:
        points: Unit vectors from the earth's centre.
        gaps: Fewest characters between toponyms of each two groups.
        actors: How often the story's actors are of the row's country, as a share of the most frequent one.
        home: How much the words of the text are those of the row's country, as :func:`~dragoman.places.customs.at_home` has it.
        world: From 0, a story of one country, to 1, one of eight or more: world news means the Paris that all the world knows.
    """

    groups: Sequence[Group]
    rows: Sequence[Candidate]
    group: NDArray[np.int64]
    starts: NDArray[np.int64]
    points: Floats
    country: NDArray[np.int64]
    division: NDArray[np.int64]
    kind: NDArray[np.int64]
    gaps: Floats
    actors: Floats
    home: Floats
    world: float


def grouped(text: str, found: Sequence[Found]) -> list[Group]:
    """Put toponyms of one name together: one sense a story, but for those that a comma settles otherwise (Leidner, 2007)."""
    held = [_holder(text, found, index) for index in range(len(found))]
    names = [fold(place.text) for place in found]
    first = {name: areas for name, areas in zip(reversed(names), reversed(held), strict=True) if areas}
    members: dict[tuple[str, Areas], list[int]] = {}
    for index, (name, areas) in enumerate(zip(names, held, strict=True)):
        members.setdefault((name, areas or first.get(name, frozenset())), []).append(index)
    return [_group(text, found, indices, areas, held) for (_, areas), indices in members.items()]


def _group(text: str, found: Sequence[Found], indices: Sequence[int], areas: Areas, held: Sequence[Areas]) -> Group:
    """Give one group; where a comma settles it outside a list, only the candidates inside what it names are left."""
    candidates = tuple(dict.fromkeys(candidate for index in indices for candidate in found[index].candidates))
    if any(held[i] and not _listed(text, found, i) for i in indices):
        candidates = tuple(c for c in candidates if _inside(c, areas)) or candidates
    called = frozenset[Kind]().union(*(_called(text, found[i]) for i in indices))
    return Group(candidates, tuple(indices), areas, called)


def _inside(place: Candidate, areas: Areas) -> bool:
    return place.kind != Kind.COUNTRY and ((place.country, "") in areas or (place.country, place.admin1) in areas)


def _listed(text: str, found: Sequence[Found], index: int) -> bool:
    """Whether a toponym and the one behind it are part of a list of toponyms ("Paris, Georgia and Iran")."""
    begin, end = found[index].begin, found[index + 1].end
    before = index > 0 and text[found[index - 1].end : begin] in _LIST
    return before or (index + 2 < len(found) and text[end : found[index + 2].begin] in _LIST)


def _holder(text: str, found: Sequence[Found], index: int) -> Areas:
    """Give the countries and divisions that the toponym behind a comma may be, if it may hold this one.

    An empty division is the whole country, which holds no other country: in "left Russia, U.S. officials said" the comma ends
    a clause.
    """
    if index + 1 >= len(found) or text[found[index].end : found[index + 1].begin] not in (", ", " (", ",", " in ", ", in "):
        return frozenset()
    country = any(c.kind == Kind.COUNTRY for c in found[index].candidates)
    divisions = [c for c in found[index + 1].candidates if c.kind != Kind.TOWN and c.admin1]
    larger = divisions + [c for c in found[index + 1].candidates if c.kind == Kind.COUNTRY and not country]
    areas = {(c.country, "" if c.kind == Kind.COUNTRY else c.admin1) for c in larger}
    own = {(c.country, area) for c in found[index].candidates if c.kind != Kind.COUNTRY for area in ("", c.admin1)}
    return frozenset(areas & own)


def _called(text: str, place: Found) -> frozenset[Kind]:
    after, before = _AFTER.match(text, place.end), _BEFORE.search(text[max(0, place.begin - 24) : place.begin])
    if _ACROSS.search(text[max(0, place.begin - 8) : place.begin]):  # "the trans-Pacific pact" spans an ocean, not a town
        return _TAILS["region"]
    last = place.text.rsplit(" ", 1)[-1].lower() if " " in place.text else ""
    for word in (last, before[1].lower() if before else "", after[1].lower() if after else ""):
        if word in _TAILS:
            return _TAILS[word]
    return frozenset()


def table(groups: Sequence[Group], found: Sequence[Found], countries: Counter[str], homes: Mapping[str, float]) -> Table:
    """Lay out the candidates of all groups.

    Args:
        groups: What :func:`grouped` gave.
        found: The toponyms.
        countries: How often the story's actors and adjectives belong to each country.
        homes: Whose ways of speaking the text has.
    """
    rows = [candidate for group in groups for candidate in group.candidates]
    sizes = [len(group.candidates) for group in groups]
    codes: dict[str, int] = {"": 0}
    areas: dict[tuple[str, str], int] = {}
    country = [codes.setdefault(c.country, len(codes)) for c in rows]
    division = [areas.setdefault((c.country, c.admin1), len(areas)) if c.admin1 else -1 - i for i, c in enumerate(rows)]
    most = max(countries.values(), default=1)
    return Table(
        groups=groups, rows=rows, group=np.repeat(np.arange(len(groups)), sizes), starts=np.cumsum([0, *sizes[:-1]]),
        points=_on_sphere(rows), country=np.array(country), division=np.array(division),
        kind=np.array([c.kind for c in rows], np.int64), gaps=_gaps(groups, found),
        actors=np.array([countries[c.country] / most if c.country else 0.0 for c in rows]), world=_world(groups, countries),
        home=np.array([homes.get(c.country, 0.0) for c in rows]),
    )  # fmt: skip


def _world(groups: Sequence[Group], countries: Counter[str]) -> float:
    named = {c.country for group in groups for c in group.candidates if c.kind == Kind.COUNTRY}
    heard = named | {code for code, times in countries.items() if times and len(code) == 3}
    return min(max(len(heard) - 1, 0), _WORLD) / _WORLD


def _on_sphere(rows: Sequence[Candidate]) -> Floats:
    lat, lon = np.radians([c.lat for c in rows]), np.radians([c.lon for c in rows])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def _gaps(groups: Sequence[Group], found: Sequence[Found]) -> Floats:
    """Give the fewest characters between toponyms of each two groups."""
    middles = [np.array([found[i].begin for i in group.members], np.float64) for group in groups]
    gaps = np.full((len(groups), len(groups)), np.inf)
    for one, left in enumerate(middles):
        for other in range(one):
            gaps[one, other] = gaps[other, one] = np.abs(left[:, None] - middles[other][None, :]).min()
    return gaps


def own_features(of: Table) -> Floats:
    """Give the columns of :data:`OWN`, a row a candidate."""
    people = np.array([c.people for c in of.rows])
    greatest = np.maximum.reduceat(people, of.starts)[of.group]
    other = np.array([c.other for c in of.rows], np.float64)
    columns = [people / 3, people == greatest, people < _UNPEOPLED]
    columns += [of.kind == kind for kind in (Kind.SECOND, Kind.FIRST, Kind.COUNTRY, Kind.REGION)]
    columns += [other, other * (of.kind == Kind.TOWN), *_fits(of), *_namesakes(of)]
    capital = (people >= _METROPOLIS) & (of.kind == Kind.TOWN)
    columns += [capital, of.world * people / 3, of.world * capital, of.world * (of.kind == Kind.FIRST), of.home]
    return np.stack([np.asarray(column, np.float64) for column in columns], axis=1)


def _fits(of: Table) -> tuple[list[bool], list[bool]]:
    """Whether each candidate lies in what the words beside its name say holds it, and is what they call it."""
    pairs = [(row, of.groups[group]) for row, group in zip(of.rows, of.group, strict=True)]
    return [_inside(row, group.held) for row, group in pairs], [row.kind in group.called for row, group in pairs]


def _namesakes(of: Table) -> tuple[list[bool], list[bool]]:
    """Whether a division shares its name with a metropolis of its country, and a town with its own division."""
    towns = {(int(g), c.country) for c, g in zip(of.rows, of.group, strict=True) if not c.kind and c.people >= _METROPOLIS}
    areas = {(int(g), c.country, c.admin1) for c, g in zip(of.rows, of.group, strict=True) if c.kind == Kind.FIRST}
    pairs = list(zip(of.rows, map(int, of.group), strict=True))
    return (
        [c.kind == Kind.FIRST and (g, c.country) in towns for c, g in pairs],
        [c.kind == Kind.TOWN and (g, c.country, c.admin1) in areas for c, g in pairs],
    )


def context_features(of: Table, chances: Floats) -> Floats:
    """Give the columns of :data:`AROUND` from how likely every candidate is so far (each group's sum is 1)."""
    likely = np.flatnonzero(chances >= _LIKELY)
    weight = np.where(of.group[:, None] == of.group[None, likely], 0.0, chances[likely][None, :])
    near = _EARTH_KM * np.arccos(np.clip(of.points @ of.points[likely].T, -1.0, 1.0))
    same_country = weight * ((of.country[:, None] == of.country[None, likely]) & (of.country[:, None] > 0))
    same_division = weight * (of.division[:, None] == of.division[None, likely])
    faded = [weight * np.exp(-near / reach) for reach in (30.0, 100.0, 400.0)]
    beside = np.exp(-of.gaps[of.group[:, None], of.group[None, likely]] / _WITHIN)
    whole = np.maximum(weight.sum(1), 1e-9)
    is_first, is_country = of.kind[likely] == Kind.FIRST, of.kind[likely] == Kind.COUNTRY
    columns = [np.log1p(k.sum(1)) for k in faded] + [_most(k) for k in faded]
    columns += [_most(faded[1] * beside), _most(same_country * beside), _most(same_division * beside)]
    columns += [same_country.sum(1) / whole, same_division.sum(1) / whole, np.log1p(same_division.sum(1))]
    columns += [_most(same_division * is_first), _most(same_country * is_country), of.actors]
    unheard = (same_country.sum(1) + of.actors < 0.1) * (whole > 0.5)
    columns += [unheard, of.world * unheard]
    return np.stack([np.asarray(column, np.float64) for column in columns], axis=1)


def _most(values: Floats) -> Floats:
    """Give the greatest of each row, 0 where there is none."""
    return values.max(1) if values.shape[1] else np.zeros(len(values))
