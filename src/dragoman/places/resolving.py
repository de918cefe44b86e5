"""Choosing among the places that share a name: how big they are, what the story names beside them, what holds what, how near.

The score is the logarithm of the population plus what the story adds; one name means one place in a story unless a comma
("Paris, Texas") says otherwise, as in the one-sense-per-discourse rule of Leidner (2007).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dragoman.places.finding import Found
from dragoman.places.gazetteer import Candidate, Kind, fold

_KIND_BONUS = {Kind.TOWN: 0.0, Kind.SECOND: 0.3, Kind.FIRST: 0.3, Kind.COUNTRY: 4.0, Kind.REGION: 1.5}
_OTHER_NAME = -1.5
_SAME_COUNTRY, _SAME_DIVISION, _NEAR = 2.0, 3.5, 2.5  # tuned on the first halves of LGL and TR-News
_NEAR_KM = 300.0
_HELD = 20.0
_ONLY_ONE = 0.999  # as sure as a name can be that stands for one place
_METROPOLIS = 6.6  # 4 million people; capitals count as such
_EARTH_KM = 6371.0
_Key = TypeVar("_Key")
Areas = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the story says elsewhere.

    Attributes:
        countries: How often it names each country, as a share of the most frequent one.
        divisions: The same for divisions of the first order.
        towns: The towns that a first reading settled on.
    """

    countries: Mapping[str, float]
    divisions: Mapping[tuple[str, str], float]
    towns: Sequence[Candidate]


def resolve(text: str, found: Sequence[Found], countries: Counter[str]) -> list[tuple[Candidate, float]]:
    """Give for each toponym the place it stands for, and how sure that is (0.0 to 1.0).

    Args:
        text: The story's text.
        found: Its toponyms.
        countries: How often mentions of actors belong to each country, counted beside the countries named as places.
    """
    held = [_holder(text, found, index) for index in range(len(found))]
    first = _senses(found, held, _surroundings(found, held, countries, ()))
    return _senses(found, held, _surroundings(found, held, countries, [candidate for candidate, _ in first]))


def _senses(found: Sequence[Found], held: Sequence[Areas | None], around: Surroundings) -> list[tuple[Candidate, float]]:
    """Give each name one place; where a comma settles it once, everywhere."""
    settled = [(place, areas) for place, areas in zip(found, held, strict=True) if areas]
    own = {(fold(place.text), areas): _best(place, areas, around) for place, areas in settled}
    senses = {fold(place.text): own[fold(place.text), areas] for place, areas in reversed(settled)}
    for place in found:
        key = fold(place.text)
        if key not in senses:
            senses[key] = _best(place, None, around)
    return [own[fold(p.text), areas] if areas else senses[fold(p.text)] for p, areas in zip(found, held, strict=True)]


def distance(one: Candidate, other: Candidate) -> float:
    """Give the great-circle distance in kilometres."""
    return kilometres(one.lat, one.lon, other.lat, other.lon)


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Give the great-circle distance of two points in degrees (haversine formula).

    >>> round(kilometres(48.85, 2.35, 51.51, -0.13))
    344
    """
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def _holder(text: str, found: Sequence[Found], index: int) -> Areas | None:
    """Give the countries and divisions that the toponym behind a comma may be, if it may hold this one.

    An empty division is the whole country.
    """
    if index + 1 >= len(found) or text[found[index].end : found[index + 1].begin] not in (", ", " (", ",", " in "):
        return None
    larger = [c for c in found[index + 1].candidates if c.kind in (Kind.COUNTRY, Kind.FIRST, Kind.SECOND)]
    areas = {(c.country, "" if c.kind == Kind.COUNTRY else c.admin1) for c in larger}
    own = {
        (c.country, a)
        for c in found[index].candidates
        if c.kind in (Kind.TOWN, Kind.SECOND, Kind.REGION, Kind.FIRST)
        for a in ("", c.admin1)
    }
    return frozenset(areas & own) or None


def _surroundings(
    found: Sequence[Found],
    held: Sequence[Areas | None],
    countries: Counter[str],
    settled: Sequence[Candidate],
) -> Surroundings:
    named: Counter[str] = Counter(countries)
    divisions: Counter[tuple[str, str]] = Counter()
    for index, place in enumerate(found):
        kinds = {c.kind for c in place.candidates}
        if settled:
            sense = settled[index]
            named[sense.country] += 1
            divisions[sense.country, sense.admin1] += bool(sense.admin1)
        elif Kind.COUNTRY in kinds or len(place.candidates) == 1:
            best = max(place.candidates, key=lambda c: (c.kind == Kind.COUNTRY, c.people))
            named[best.country] += 1
        for country, admin1 in held[index] or ():
            named[country] += 1
            divisions[country, admin1] += bool(admin1)
    towns = sorted({c for c in settled if c.kind == Kind.TOWN}, key=lambda c: (c.name, c.country, c.admin1))
    return Surroundings(_shares(named), _shares(divisions), towns)


def _shares(counts: Counter[_Key]) -> dict[_Key, float]:
    """Give how much of the strongest each one has."""
    most = max(counts.values(), default=0)
    return {key: count / most for key, count in counts.items()} if most else {}


def _best(place: Found, held: Areas | None, around: Surroundings) -> tuple[Candidate, float]:
    if len(place.candidates) == 1:
        return place.candidates[0], _ONLY_ONE
    scored = sorted(
        ((_score(c, held, around) - _overshadowed(c, place.candidates), c) for c in place.candidates),
        key=lambda pair: (-pair[0], pair[1].name, pair[1].country, pair[1].admin1),
    )
    margin = scored[0][0] - scored[1][0]
    return scored[0][1], round(1 / (1 + math.exp(-1.5 * margin)), 6)


def _overshadowed(candidate: Candidate, rivals: Sequence[Candidate]) -> float:
    """Give the malus of a division that shares its name with a metropolis of its country: "Washington" is the capital."""
    big = any(
        rival.kind == Kind.TOWN and rival.people >= _METROPOLIS and rival.country == candidate.country for rival in rivals
    )
    return 1.5 if candidate.kind == Kind.FIRST and big else 0.0


def _score(candidate: Candidate, held: Areas | None, around: Surroundings) -> float:
    score = candidate.people + _KIND_BONUS[candidate.kind] + _OTHER_NAME * (candidate.other and candidate.kind == Kind.TOWN)
    if held and ((candidate.country, "") in held or (candidate.country, candidate.admin1) in held):
        score += _HELD
    score += _SAME_COUNTRY * around.countries.get(candidate.country, 0.0)
    score += _SAME_DIVISION * around.divisions.get((candidate.country, candidate.admin1), 0.0) * bool(candidate.admin1)
    near = min((distance(candidate, other) for other in around.towns if other.name != candidate.name), default=1e9)
    return score + _NEAR * math.exp(-near / _NEAR_KM)
