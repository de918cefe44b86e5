"""When an event took place, as far as its story says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from dragoman.records import DateInterval, Precision, Span, Time
from dragoman.times.calendar import Days, add_days, days_back, days_of

_CLAUSE_EDGE = re.compile(
    r"[;:—–]|,(?= (?:and|but|where|which|who|as|although|though|because)\b)|\b(?:after|before|when|while)\b"
)
_SINCE = re.compile(r"\b(?:since|from)\s+(?:the\s+)?(?:early\s+|late\s+|mid-?\s*)?$", re.IGNORECASE)
_RANKED_SINCE = re.compile(
    r"\b(?:(?:first|second|third|fourth) time|first|most|worst|(?:big+|larg|deadli|heavi|bloodi|high|low|strong|fierc|great|"
    r"long|sharp|grav|few|steep|harsh|broad)est)\b[^.;:—–]*\bsince\s+(?:the\s+)?(?:early\s+|late\s+|mid-?\s*)?$",
    re.IGNORECASE,
)
"""Before a time that only ranks the event among others: "for the first time since", "the deadliest attack since"."""
_BACK_TO_NOW = re.compile(r"(?:the )?(?:past|last|previous)\b", re.IGNORECASE)
_RECENT = frozenset(("recently", "lately", "recent"))
_HOLDS_ON = frozenset(("day", "week", "month"))  # a decade told in passing dates nothing after it
_REACH = 80
_NEVER = 10**6  # characters: farther than anything in a sentence


def event_date(
    sentence: Span,
    evidence: Span,
    times: Sequence[Time],
    published: date | datetime | None,
    previous: DateInterval | None,
    *,
    text: str = "",
) -> DateInterval | None:
    """Give the days on which an event may have taken place, and how that is known.

    A date in the event's own sentence comes first: the nearest one in its clause, else the nearest; ``since`` reaches up to
    publication, "the past week" back from it. Else the date that the story went on with (``previous``: pass what the event
    before in the same paragraph got) if it is known to the month or finer, else the day of publication.

    Args:
        sentence: Span of the sentence.
        evidence: Span of the event's words in it.
        times: The story's time expressions, all of them or this sentence's.
        published: Day of the story.
        previous: The interval of the event before, when the story still speaks of that time; ``None`` to forget it.
        text: The story's text; without it clauses and prepositions are not seen, only distances.
    """
    day = published.date() if isinstance(published, datetime) else published
    own = [time for time in times if sentence[0] <= time.begin and time.end <= sentence[1]]
    for time in sorted(own, key=lambda time: (_distance(time, evidence, text), time.begin)):
        days = _days(time, day, text)
        if days:
            return DateInterval(start=days[0], end=days[1], precision=days[2], basis="sentence")
    if previous is not None and previous.basis != "publication" and previous.precision in _HOLDS_ON:
        return DateInterval(start=previous.start, end=previous.end, precision=previous.precision, basis="inherited")
    return DateInterval(start=day, end=day, precision="day", basis="publication") if day else None


def _distance(time: Time, evidence: Span, text: str) -> int:
    """Give the characters between, as if a clause's edge were very far."""
    low, high = (time.end, evidence[0]) if time.end <= evidence[0] else (evidence[1], time.begin)
    if high <= low:
        return 0
    return high - low + _NEVER * len(_CLAUSE_EDGE.findall(text[low:high]))


def _days(time: Time, published: date | None, text: str) -> Days | None:
    """Give the days that one expression allows; ``None`` where it dates nothing."""
    if time.type == "SET" or _RANKED_SINCE.search(text[max(0, time.begin - _REACH) : time.begin]):
        return None
    if published is not None:
        relative = _relative_days(time, published)
        if relative:
            return relative
    days = days_of(time.value) if time.type != "DURATION" else None
    if days and published and days[0] <= published and _SINCE.search(text[max(0, time.begin - 24) : time.begin]):
        return days[0], max(days[1], published), days[2]
    return days


def _relative_days(time: Time, published: date) -> Days | None:
    """Read what counts from publication alone: "now", "recently" (the month before), "in the past 24 hours"."""
    if time.value == "PRESENT_REF":
        return published, published, "day"
    if time.value == "PAST_REF" and time.text.lower() in _RECENT:
        return add_days(published, -30), published, "month"
    if time.type == "DURATION" and _BACK_TO_NOW.match(time.text):
        start = days_back(time.value, published)
        return (start, published, _precision((published - start).days)) if start else None
    return None


def _precision(days: int) -> Precision:
    """Name the grain of an interval by its length."""
    steps: tuple[tuple[int, Precision], ...] = ((1, "day"), (7, "week"), (31, "month"), (92, "season"), (366, "year"))
    return next((name for limit, name in steps if days <= limit), "decade")
