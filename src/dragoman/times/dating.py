"""When an event took place, as far as its story says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from dragoman.records import DateInterval, Precision, Span, Tense, Time
from dragoman.times.belonging import belongs
from dragoman.times.calendar import Days, add_days, days_back, days_of

_CLAUSE_EDGE = re.compile(
    r"[;:—–]|,(?= (?:and|but|where|which|who|as|although|though|because)\b)|\b(?:after|before|when|while)\b"
)
_SINCE_TO_TIME = r"(?<!\bhas )(?<!\bhave )(?<!\bhad )\bsince\s+(?:[\w'’-]+\s+){0,10}$"
_SINCE = re.compile(rf"{_SINCE_TO_TIME}|\bfrom\s+(?:the\s+)?(?:early\s+|late\s+|mid-?\s*)?$", re.IGNORECASE)
_RANKED_SINCE = re.compile(
    r"\b(?:(?:first|second|third|fourth) time|first|most|worst|(?:big+|larg|deadli|heavi|bloodi|high|low|strong|fierc|great|"
    rf"long|sharp|grav|few|steep|harsh|broad)est)\b[^.;:—–]*{_SINCE_TO_TIME}",
    re.IGNORECASE,
)
"""Before a time that only ranks the event among others: "for the first time since", "the deadliest attack since"."""
_PERFECT = re.compile(r"(?:\b(?:has|have|had|having|been)|['’]ve)\b", re.IGNORECASE)
_BACK_TO_NOW = re.compile(r"(?:the )?(?:past|last|previous)\b", re.IGNORECASE)
_RECENT = frozenset(("recently", "lately", "recent"))
_HOLDS_ON = frozenset(("day", "week", "month"))  # a decade told in passing dates nothing after it
_MONTH = 31  # days: what has gone on since July says little of the day of what is told after it
_REACH = 80
_AUXILIARIES = 16  # characters before a verb in which its auxiliaries stand
_NEVER = 10**6  # characters: farther than anything in a sentence


def event_date(
    sentence: Span,
    evidence: Span,
    times: Sequence[Time],
    published: date | datetime | None,
    previous: DateInterval | None,
    *,
    text: str = "",
    tense: Tense | None = None,
) -> DateInterval | None:
    """Give the days on which an event may have taken place, and how that is known.

    A date in the event's own sentence comes first, if it can be the event's own: the nearest one in its clause, else the
    nearest; ``since`` reaches up to publication, "the past week" back from it. Else the date that the story went on with
    (``previous``: pass what the event before in the same paragraph got) if it is known to the month or finer, else the day
    of publication. Where the nearest date is "Sunday" and no publication says which, nothing farther stands in for it.

    Args:
        sentence: Span of the sentence.
        evidence: Span of the event's words in it.
        times: The story's time expressions, all of them or this sentence's.
        published: Day of the story.
        previous: The interval of the event before, when the story still speaks of that time; ``None`` to forget it.
        text: The story's text; without it clauses and prepositions are not seen, only distances.
        tense: The event's tense, when known: what is past did not happen after publication.
    """
    day = published.date() if isinstance(published, datetime) else published
    own = [t for t in times if sentence[0] <= t.begin and t.end <= sentence[1] and belongs(t, sentence, evidence, text, tense)]
    for time in sorted(own, key=lambda time: (_only_since(time, evidence, text), _distance(time, evidence, text), time.begin)):
        days = _days(time, day, evidence, text)
        if days and not (tense == "past" and day and days[0] > day):
            return DateInterval(start=days[0], end=days[1], precision=days[2], basis="sentence")
        if day is None and time.value.startswith("XXXX"):
            break
    if previous is not None and _goes_on(previous, day, tense):
        return DateInterval(start=previous.start, end=previous.end, precision=previous.precision, basis="inherited")
    return DateInterval(start=day, end=day, precision="day", basis="publication") if day else None


def _goes_on(previous: DateInterval, day: date | None, tense: Tense | None) -> bool:
    """Whether the time that the story told may be that of an event told after it."""
    if previous.basis == "publication" or previous.precision not in _HOLDS_ON or (previous.end - previous.start).days > _MONTH:
        return False
    return not (tense == "past" and day is not None and previous.start > day)


def _since(time: Time, evidence: Span, text: str) -> str:
    """Give the words before the time if "since" leads from the event to it, else an empty string."""
    begin = max(0, time.begin - _REACH)
    within = max(begin, evidence[0]) if evidence[0] < time.begin else begin
    return text[begin : time.begin] if _SINCE.search(text, within, time.begin) else ""


def _only_since(time: Time, evidence: Span, text: str) -> bool:
    """Whether "since" leads to the time without the perfect that it takes: "freed on Tuesday two men held since 2016"."""
    told = text[max(0, evidence[0] - _AUXILIARIES) : evidence[1]]
    return bool(_since(time, evidence, text)) and not _PERFECT.search(told)


def _distance(time: Time, evidence: Span, text: str) -> int:
    """Give the characters between, as if a clause's edge were very far."""
    low, high = (time.end, evidence[0]) if time.end <= evidence[0] else (evidence[1], time.begin)
    if high <= low:
        return 0
    return high - low + _NEVER * len(_CLAUSE_EDGE.findall(text[low:high]))


def _days(time: Time, published: date | None, evidence: Span, text: str) -> Days | None:
    """Give the days that one expression allows; ``None`` where it dates nothing."""
    since = _since(time, evidence, text)
    if time.type == "SET" or _RANKED_SINCE.search(since):
        return None
    if published is not None:
        relative = _relative_days(time, published)
        if relative:
            return relative
    days = days_of(time.value) if time.type != "DURATION" else None
    if days and published and days[0] <= published and since:
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
