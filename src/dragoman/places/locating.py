"""Where an event took place, as far as its own clause says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.records import EventPlace, Mention, Place, Span

_LOCATIVE = re.compile(
    r"\b(?:in|at|near|outside|inside|across|throughout|around|over|off|on|along|through|within|into|to|toward|towards|from|"
    r"(?:in|of|near) the (?:\w+ )?(?:province|region|district|city|town|village|port|capital|valley|suburb|state) of|"
    r"in the (?:republic|kingdom) of)\s+"
    r"(?:the\s+)?(?:(?:north|south|east|west|central|downtown|nearby|rural|eastern|western|northern|southern|upper|lower)\w*\s+)*$",
    re.IGNORECASE,
)
_WEAK = re.compile(r"\b(?:from|to|on|over|toward|towards)\s+(?:the\s+)?(?:\w+ern\s+)?$", re.IGNORECASE)
_MOTION = re.compile(
    r"\b(?:went|go(?:es|ing)?|fl(?:ew|y|ies|ying)|travel\w*|sail\w*|dr(?:ove|iv\w+)|arriv\w*|came|return\w*|mov\w+|head\w*|sent|deploy\w*|march\w*|fled|visit\w*|trip)\b",
    re.IGNORECASE,
)
_CLAUSE_EDGE = re.compile(r"[;:—]|,(?= (?:and|but|while|where|which|who|as|although|though|because|whereas)\b)")
_FAR = 10**6  # farther than anything in a sentence


def event_place(
    sentence: Span, evidence: Span, places: Sequence[Place], mentions: Sequence[Mention], *, text: str
) -> EventPlace | None:
    """Give the place where an event happened: the nearest one in its clause that a locative preposition leads.

    A place that only acts or is acted on ("Ottawa said", "accused Manila") is not where anything happened. "To" and "from"
    count where the clause tells of moving. Where the clause names no place the answer is ``None``: the dateline says where
    a report was written, which is often not where its events were, so it is never taken.

    Args:
        sentence: Span of the sentence.
        evidence: Span of the event's words in it.
        places: The story's places, all of them or this sentence's.
        mentions: The story's mentions; a place that is one needs "in", "at" or the like, not "to" or "from".
        text: The story's text.
    """
    own = [place for place in places if sentence[0] <= place.begin and place.end <= sentence[1]]
    actors = {(mention.begin, mention.end) for mention in mentions if mention.country or mention.actor_id}
    located = [place for place in own if _is_location(place, text, sentence, actors)]
    if not located:
        return None
    best = min(located, key=lambda place: (_distance(place, evidence, text), place.begin))
    if _distance(best, evidence, text) >= _FAR:
        return None
    fields = ("text", "name", "country", "admin1", "lat", "lon", "geonames_id")
    return EventPlace(**{field: getattr(best, field) for field in fields})


def _is_location(place: Place, text: str, sentence: Span, actors: set[Span]) -> bool:
    """Whether the words before the place, or before the place that it is part of, locate something."""
    before = text[max(sentence[0], place.begin - 48) : place.begin]
    if not _LOCATIVE.search(before):
        return False
    if not _WEAK.search(before):
        return True
    return bool(_MOTION.search(text[sentence[0] : place.begin])) and (place.begin, place.end) not in actors


def _distance(place: Place, evidence: Span, text: str) -> int:
    """Give the characters between, as if a clause's edge were very far."""
    low, high = (place.end, evidence[0]) if place.end <= evidence[0] else (evidence[1], place.begin)
    return 0 if high <= low else high - low + _FAR * len(_CLAUSE_EDGE.findall(text[low:high]))
