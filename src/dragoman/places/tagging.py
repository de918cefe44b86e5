"""The places of a story: found, then resolved."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.places.finding import find
from dragoman.places.gazetteer import Gazetteer, Kind, bundled
from dragoman.places.ranking import Ranker
from dragoman.places.resolving import heard, resolve
from dragoman.records import Mention, Place


def places(
    text: str, mentions: Sequence[Mention] = (), *, gazetteer: Gazetteer | None = None, ranker: Ranker | None = None
) -> tuple[Place, ...]:
    """Find the toponyms of a text and what they stand for in GeoNames.

    Seats of power are found as well ("Moscow" for a government); whether a place is where something happened is for
    :func:`dragoman.places.event_place` to say. Demonyms ("Turkish") are not places.

    Args:
        text: The story's text.
        mentions: Its actors: names inside their names are left out, their countries weigh in.
        gazetteer: What to look in, the bundled one when not given.
        ranker: What weighs the candidates of a name, the bundled one when not given.

    >>> [(p.text, p.country, p.admin1) for p in places("A fair was held in Paris, Texas, not in Kabul.")]
    [('Paris', 'USA', 'Texas'), ('Texas', 'USA', 'Texas'), ('Kabul', 'AFG', 'Kabul')]
    """
    known = gazetteer or bundled()
    found = find(text, mentions, known)
    chosen = resolve(text, found, heard(text, mentions, known), ranker)
    return tuple(
        Place(
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
        for toponym, (place, score) in zip(found, chosen, strict=True)
    )
