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
_SAME_COUNTRY, _SAME_DIVISION, _NEAR = 1.5, 2.2, 1.5
_NEAR_KM = 150.0
_HELD = 20.0
_EARTH_KM = 6371.0
_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the story says elsewhere: how often it names each country and division, and the towns it has settled on."""

    countries: Mapping[str, float]
    divisions: Mapping[tuple[str, str], float]
    settled: Sequence[Candidate]


def resolve(text: str, found: Sequence[Found], countries: Counter[str]) -> list[tuple[Candidate, float]]:
    """Give for each toponym the place it stands for, and how sure that is (0.0 to 1.0).

    Args:
        text: The story's text.
        found: Its toponyms.
        countries: How often mentions of actors belong to each country, counted beside the countries named as places.
    """
    held = [_holder(text, found, index) for index in range(len(found))]
    around = _surroundings(found, held, countries, ())
    first = [_best(place, held[index], around) for index, place in enumerate(found)]
    settled = _surroundings(found, held, countries, [candidate for candidate, _ in first])
    senses: dict[str, tuple[Candidate, float]] = {}
    for index, place in enumerate(found):
        if held[index] is not None:
            senses.setdefault(fold(place.text), _best(place, held[index], settled))
    return [
        _best(place, held[index], settled)
        if held[index] is not None
        else senses.setdefault(fold(place.text), _best(place, None, settled))
        for index, place in enumerate(found)
    ]


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


def _holder(text: str, found: Sequence[Found], index: int) -> frozenset[tuple[str, str]] | None:
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
    held: Sequence[frozenset[tuple[str, str]] | None],
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
    return Surroundings(_shares(named), _shares(divisions), settled)


def _shares(counts: Counter[_Key]) -> dict[_Key, float]:
    """Give how much of the strongest each one has."""
    most = max(counts.values(), default=0)
    return {key: count / most for key, count in counts.items()} if most else {}


def _best(place: Found, held: frozenset[tuple[str, str]] | None, around: Surroundings) -> tuple[Candidate, float]:
    scored = sorted(
        ((_score(c, held, around), c) for c in place.candidates),
        key=lambda pair: (-pair[0], pair[1].name, pair[1].country, pair[1].admin1),
    )
    margin = scored[0][0] - scored[1][0] if len(scored) > 1 else 5.0
    return scored[0][1], round(1 / (1 + math.exp(-1.5 * margin)), 6)


def _score(candidate: Candidate, held: frozenset[tuple[str, str]] | None, around: Surroundings) -> float:
    score = candidate.people + _KIND_BONUS[candidate.kind] + _OTHER_NAME * (candidate.other and candidate.kind == Kind.TOWN)
    if held and ((candidate.country, "") in held or (candidate.country, candidate.admin1) in held):
        score += _HELD
    score += _SAME_COUNTRY * around.countries.get(candidate.country, 0.0)
    score += _SAME_DIVISION * around.divisions.get((candidate.country, candidate.admin1), 0.0) * bool(candidate.admin1)
    near = min(
        (distance(candidate, other) for other in around.settled if other.kind == Kind.TOWN and other.name != candidate.name),
        default=1e9,
    )
    return score + _NEAR * math.exp(-near / _NEAR_KM)
