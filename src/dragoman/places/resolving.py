"""Choosing among the places that share a name."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from dragoman.places.context import Group, grouped, table
from dragoman.places.customs import at_home
from dragoman.places.finding import Found
from dragoman.places.gazetteer import Candidate, Gazetteer, Kind
from dragoman.places.ranking import Ranker, bundled_ranker
from dragoman.records import Mention, Span

_SAME_KM = 80.0  # a city and the division of its name
_CITY_SHARE, _CITY = 0.2, 5.0  # 100,000 people
_EARTH_KM = 6371.0
_BESIDE, _FAR_SAY, _ACTORS_SAY = 300.0, 0.1, 0.05  # how far "beside" reaches in characters; what the rest of the story counts
_HOME_SAYS = 0.3
_DOUBT, _MOST = 0.1, 0.4
_CAPITALISED = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)?\b")


def resolve(
    text: str, found: Sequence[Found], countries: Counter[str], ranker: Ranker | None = None
) -> list[tuple[Candidate, float]]:
    """Give for each toponym the place it stands for, and how sure that is (0.0 to 1.0).

    Args:
        text: The story's text.
        found: Its toponyms.
        countries: How often actors and adjectives of each country occur, as :func:`heard` counts them.
        ranker: Weights to use, the bundled ones when not given.
    """
    if not found:
        return []
    groups = grouped(text, found)
    laid = table(groups, found, countries, at_home(text))
    chances = (ranker or bundled_ranker()).chances(laid)
    chosen: dict[int, tuple[Candidate, float]] = {}
    for group, start in zip(groups, laid.starts, strict=True):
        own = [round(float(chance), 9) for chance in chances[start : start + len(group.candidates)]]
        chosen |= dict.fromkeys(group.members, best(group, own))
    return [chosen[index] for index in range(len(found))]


def best(group: Group, chances: Sequence[float]) -> tuple[Candidate, float]:
    """Give the place whose spot and country are likeliest together, and the chance of the spot.

    Where ten small American towns share a name with one foreign city, the city may be likelier than each of them, and yet the
    country is America: to be in the right country counts as much as to be at the right spot.

    A city and the province around it often bear one name: to be sure of the spot, the chances of both count, and of the two it
    is the city, unless the words beside the name call it something else or it is a small one.
    """
    places = group.candidates
    spots = [sum(c for c, other in zip(chances, places, strict=True) if distance(place, other) < _SAME_KM) for place in places]
    lands: defaultdict[str, float] = defaultdict(float)
    for place, chance in zip(places, chances, strict=True):
        lands[place.country] += chance
    sure = [round(spot + lands[place.country], 6) for spot, place in zip(spots, places, strict=True)]
    order = sorted(range(len(places)), key=lambda i: (-sure[i], -chances[i], places[i].name, places[i].admin1, i))
    first = order[0]
    for index in order:
        town = places[index].kind == Kind.TOWN and not (group.called and Kind.TOWN not in group.called)
        meant = chances[index] > _CITY_SHARE * chances[first] or places[index].people >= _CITY
        if town and meant and distance(places[index], places[first]) < _SAME_KM:
            first = index
            break
    return places[first], round(min(spots[first], 1.0), 6)


def heard(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Counter[str]:
    """Count the countries of a story's actors, and those of its adjectives and peoples ("Turkish", "Sri Lankans")."""
    counts = Counter(mention.country for mention in mentions if mention.country)
    for match in _CAPITALISED.finditer(text):
        for words in dict.fromkeys((match[0], *match[0].split(" "))):
            counts.update(country.country for country in gazetteer.country_of(words))
    return counts


def land_of(
    span: Span, chosen: Sequence[tuple[Found, Candidate, float]], countries: Counter[str], homes: Mapping[str, float]
) -> tuple[str | None, float]:
    """Give the country that a name unknown to the gazetteer probably lies in, and how sure that is.

    It is the country that the story's other toponyms speak for, nearer ones and surer ones more, its actors a little, and its
    ways of speaking (:func:`~dragoman.places.customs.at_home`); ``None`` where no country has more than half of what is said.
    """
    votes: defaultdict[str, float] = defaultdict(float)
    for found, place, score in chosen:
        gap = max(found.begin - span[1], span[0] - found.end, 0)
        votes[place.country] += score * (_FAR_SAY + math.exp(-gap / _BESIDE))
    for country, times in countries.items():
        votes[country] += _ACTORS_SAY * times
    for country, share in homes.items():
        votes[country] += _HOME_SAYS * share
    best = max(sorted(filter(None, votes)), key=lambda country: votes[country], default="")
    share = votes[best] / (sum(votes.values()) + _DOUBT) if best else 0.0
    return (best, round(share, 6)) if share > _MOST else (None, 0.0)


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
