"""What each rule of a duration or a set makes of its match, in the terms of TimeML 1.2.1."""

from __future__ import annotations

import re

from dragoman.times.readers import Context, Match, Verdict, group
from dragoman.times.words import EVERY, MONTHS, PARTS, SEASONS, number, unit

_RATED = re.compile(
    r"(?:[$€£]\s?\d[\d.,]*(?: (?:[mb]illion|trillion))?|\b\d[\d.,]*(?: (?!years?\b|in\b|for\b|within\b|after\b)[a-z]+){1,4}|"
    r"\b(?:hours|days|dollars|euros|pounds|times|percent|barrels|tons|people)) $"
)


def recent_span(match: Match, _: Context) -> Verdict:
    """Read "the past 24 hours", "the next two years": how long, up to or from now."""
    return _duration(match["n"], match["u"])


def whole_span(match: Match, _: Context) -> Verdict:
    """Read "the past year", "over the next decade": how long, up to or from now."""
    return _duration("one", match["u"])


def duration(match: Match, _: Context) -> Verdict:
    """Read "twenty years", "two-day", "5 1/2 hours", "a week"."""
    return _duration(match["n"], match["u"])


def long_span(match: Match, _: Context) -> Verdict:
    """Read "day-long", "yearlong"."""
    return _duration("one", match["u"])


def part_span(match: Match, _: Context) -> Verdict:
    """Read "half-hour", "quarter-century"."""
    return _duration("half a" if group(match, "k") == "half" else "a quarter of a", match["u"])


def and_half(match: Match, _: Context) -> Verdict:
    """Read "an hour and a half"."""
    return _duration("one and a half", match["u"])


def some_units(match: Match, _: Context) -> Verdict:
    """Read "for weeks", "recent years", "the coming days": a duration nobody counted."""
    return _duration("several", match["u"])


def each(match: Match, _: Context) -> Verdict:
    """Read "every day", "each week", "every two years", "every morning"."""
    word = group(match, "u")
    if word in PARTS:
        return "SET", "XXXX-XX-XX" + PARTS[word]
    if word in MONTHS:
        return "SET", f"XXXX-{MONTHS[word]:02d}"
    count = match["n"]
    found = _duration("two" if count and count.lower() == "other" else count or "one", word)
    return ("SET", found[1]) if found else None


def often(match: Match, _: Context) -> Verdict:
    """Read "twice a week", "three times a day"."""
    found = _duration("one", match["u"])
    return ("SET", found[1]) if found else None


def adverb_set(match: Match, _: Context) -> Verdict:
    """Read "daily", "annually"."""
    return "SET", EVERY[match[0].lower()]


def rate(match: Match, at: Context) -> Verdict:
    """Read "a month" behind a count ("$500 a month") and "per year"."""
    before = match.string[max(0, match.start() - 40) : match.start()]
    if not match[0].lower().startswith("per") and not _RATED.search(before):
        return None
    return often(match, at)


def time_to_come(_: Match, __: Context) -> Verdict:
    """Read "the weeks ahead", "the years to come"."""
    return "DATE", "FUTURE_REF"


def age(match: Match, _: Context) -> Verdict:
    """Read "29 years old", "a two-year-old truce"; "a 6-year-old" is a person."""
    return _duration(match["n"], match["u"])


def weekends(match: Match, _: Context) -> Verdict:
    """Read "weekends", "every weekend"."""
    return "SET", "XXXX-WXX-WE"


def each_season(match: Match, _: Context) -> Verdict:
    """Read "every summer", "each spring"."""
    return "SET", "XXXX-" + SEASONS[group(match, "s")]


def _duration(count: str, word: str) -> Verdict:
    """Give a duration; parts of a unit are kept as TimeML does (``PT5H30M``, ``P6M``)."""
    what, counted = unit(word), number(count)
    if what.startswith("TN"):
        return None
    clock_, letter = ("T", what[1:]) if what.startswith("T") else ("", what)
    if counted is None:
        return "DURATION", f"P{clock_}X{letter}"
    whole, rest = divmod(counted, 1)
    smaller = {"H": "30M", "Y": "6M", "D": "T12H", "DE": "5Y", "CE": "50Y"}.get(letter)
    if rest == 0.25 and letter in ("H", "CE"):
        return "DURATION", {"H": "PT15M", "CE": "P25Y"}[letter]
    if rest == 0.5 and smaller:
        return "DURATION", f"P{clock_}{f'{int(whole)}{letter}' if whole else ''}{smaller}"
    return "DURATION", f"P{clock_}{counted:g}{letter}" if counted < 1e6 else f"P{clock_}{int(counted)}{letter}"
