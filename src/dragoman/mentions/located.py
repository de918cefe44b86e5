"""The country of actors that no word of their own gives: from a place in or beside their words, else from what is near.

"Boulder City police" are of the country that Boulder City lies in. "Police", with nothing beside, are of the country that the
places and actors around them speak for, nearer ones more.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dragoman.actors.building import NON_STATE
from dragoman.actors.tagging import PATRONS, PREFIX
from dragoman.records import Mention, Place

PLACE_FLOOR = 0.5
"""How sure a place must be of its spot to give its country to an actor."""
NEAR, FAR_SAY = 120.0, 0.05
"""Characters over which a witness's word fades, and what it is worth all over the story."""
SHARE = 0.5
"""Share of all that is said from which a country is taken."""
_BESIDE = re.compile(r",? (?:in|of|from|at|near|across|outside) (?:the )?(?:(?:north|south|east|west|central)\w* )?")
_TELLING = frozenset({"country", "demonym", "organisation", "described", "beside", "reordered"})

_FOR = re.compile(rf"\b(?:{'|'.join(sorted(PREFIX))})[-‐‑]$", re.IGNORECASE)
_BY = re.compile(rf"[-‐‑](?:{'|'.join(sorted(PATRONS))})\b")
_WORD = 20


class Witness(NamedTuple):
    """What speaks for a country, and where it stands."""

    begin: int
    country: str
    weight: float


def located(text: str, mentions: Sequence[Mention], places: Sequence[Place]) -> tuple[Mention, ...]:
    """Give the mentions with the countries that places and neighbours tell; a country that their own words gave stays.

    Args:
        text: The story.
        mentions: Its mentions.
        places: Its places.

    >>> text = "Police in Ohio said so."
    >>> place = Place(begin=10, end=14, text="Ohio", name="Ohio", country="USA")
    >>> [(m.country, m.why) for m in located(text, [Mention(text="Police", begin=0, end=6)], [place])]
    [('USA', 'place')]
    """
    sure = [place for place in places if place.country and place.score >= PLACE_FLOOR and not _sided(text, place)]
    told = [_told_by_place(text, mention, sure) for mention in mentions]
    witnesses = [Witness(p.begin, p.country or "", p.score) for p in sure]
    witnesses += [Witness(m.begin, m.country, m.score) for m in told if m.country and m.why in _TELLING and _speaks(m)]
    return tuple(_told_by_story(mention, witnesses) for mention in told)


def _speaks(mention: Mention) -> bool:
    """Whether a mention's country says something of the others': that of a news agency or a company does not, nor "NGO"."""
    return mention.country not in NON_STATE and "JRN" not in mention.sectors and mention.sectors[:1] != ("BUS",)


def _told_by_place(text: str, mention: Mention, places: Sequence[Place]) -> Mention:
    if (
        mention.actor_id
        or mention.kind == "pronoun"
        or mention.why == "abroad"
        or (mention.country and mention.why not in ("story", "beside"))
    ):
        return mention
    inside = [p for p in places if mention.begin <= p.begin and p.end <= mention.end]
    beside = [p for p in places if p.begin >= mention.end and _BESIDE.fullmatch(text[mention.end : p.begin])]
    place = next(iter(inside or (beside if mention.why != "beside" else ())), None)
    return replace(mention, country=place.country, why="place") if place else mention


def _sided(text: str, place: Place) -> bool:
    """Whether a compound says only whose side somebody is on: "Iran-backed", "anti-Iran"."""
    return _FOR.search(text[: place.begin][-_WORD:]) is not None or _BY.match(text, place.end) is not None


def _told_by_story(mention: Mention, witnesses: Sequence[Witness]) -> Mention:
    country = _nearest(mention, witnesses) if mention.why == "story" else None
    return replace(mention, country=country) if country else mention


def _nearest(mention: Mention, witnesses: Sequence[Witness]) -> str | None:
    votes: defaultdict[str, float] = defaultdict(float)
    for witness in witnesses:
        votes[witness.country] += witness.weight * (FAR_SAY + math.exp(-abs(witness.begin - mention.begin) / NEAR))
    best = max(sorted(votes), key=lambda country: votes[country], default=None)
    return best if best and votes[best] > SHARE * sum(votes.values()) else None
