"""The places of a story: found, then resolved."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.places.customs import at_home
from dragoman.places.finding import Found, find, strangers
from dragoman.places.gazetteer import Candidate, Gazetteer, Kind, bundled
from dragoman.places.ranking import Ranker
from dragoman.places.resolving import heard, land_of, resolve
from dragoman.records import Mention, Place, Span


def places(
    text: str,
    mentions: Sequence[Mention] = (),
    tagged: Sequence[Span] = (),
    *,
    gazetteer: Gazetteer | None = None,
    ranker: Ranker | None = None,
) -> tuple[Place, ...]:
    """Find the toponyms of a text and what they stand for in GeoNames.

    Seats of power are found as well ("Moscow" for a government); whether a place is where something happened is for
    :func:`dragoman.places.event_place` to say. Demonyms ("Turkish") are not places. A tagged name that the gazetteer lacks
    (a village, a street) gets the country that the story speaks for there, and neither name nor coordinates.

    Args:
        text: The story's text.
        mentions: Its actors: names inside their names are left out, their countries weigh in.
        tagged: Spans that the model takes for places.
        gazetteer: What to look in, the bundled one when not given.
        ranker: What weighs the candidates of a name, the bundled one when not given.

    >>> [(p.text, p.country, p.admin1) for p in places("A fair was held in Paris, Texas, not in Kabul.")]
    [('Paris', 'USA', 'Texas'), ('Texas', 'USA', 'Texas'), ('Kabul', 'AFG', 'Kabul')]
    """
    known = gazetteer or bundled()
    found = find(text, mentions, known, tagged)
    countries, homes = heard(text, mentions, known), at_home(text)
    chosen = [(toponym, *choice) for toponym, choice in zip(found, resolve(text, found, countries, ranker), strict=True)]
    placed = [_placed(toponym, place, score) for toponym, place, score in chosen]
    for span in strangers(text, found, mentions, tagged):
        country, score = land_of(span, chosen, countries, homes)
        placed.append(Place(begin=span[0], end=span[1], text=text[slice(*span)], country=country, score=score))
    return tuple(sorted(placed, key=lambda place: place.begin))


def _placed(toponym: Found, place: Candidate, score: float) -> Place:
    return Place(
        begin=toponym.begin,
        end=toponym.end,
        text=toponym.text,
        name=place.name,
        country=place.country or None,
        admin1=None if place.kind == Kind.COUNTRY else place.admin1 or None,
        lat=round(place.lat, 3),
        lon=round(place.lon, 3),
        geonames_id=place.geonames_id,
        score=score,
    )
