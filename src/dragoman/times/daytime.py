"""What the rules of days by name, parts of the day and the clock make of their match."""

from __future__ import annotations

from datetime import date

from dragoman.times.calendar import add_days
from dragoman.times.readers import Context, Match, Verdict, day_of_month, full_date, group, weekday
from dragoman.times.words import PARTS, number

_STEPS = {"last": -1, "the previous": -1, "the next": 1, "the following": 1, "next": 1}


def part_of_date(match: Match, at: Context) -> Verdict:
    """Read "the night of May 3", "the morning of Sept. 11, 2001", "Friday evening, Oct. 23"."""
    dated = full_date(match, at) if group(match, "y") else day_of_month(match, at)
    return ("TIME", dated[1] + PARTS[group(match, "p")]) if dated else None


def named_day(match: Match, at: Context) -> Verdict:
    """Read "today", "yesterday", "tomorrow morning", "tonight"; "today's youth" is of the present, not of a day."""
    word = group(match, "n")
    if group(match, "era") or at.published is None:
        return "DATE", "PRESENT_REF" if word.startswith("to") and word != "tomorrow" else "XXXX-XX-XX"
    days = {"yesterday": -1, "tomorrow": 1}.get(word, 0) + {"before": -1, "after": 1}.get(group(match, "x"), 0)
    part = PARTS[group(match, "p")] if group(match, "p") else "TNI" if word == "tonight" else ""
    return "TIME" if part else "DATE", add_days(at.published, days).isoformat() + part


def part_of_day(match: Match, at: Context) -> Verdict:
    """Read "this morning", "last night", "that evening"."""
    which, part = group(match, "w"), PARTS[group(match, "p")]
    day = at.reference if which.startswith("th") and which != "this" else at.published
    return "TIME", _part(day and add_days(day, _STEPS.get(which, 0)), part)


def bare_part(match: Match, at: Context) -> Verdict:
    """Read "in the morning", "by late afternoon", "before dawn": of the day spoken of last."""
    return "TIME", _part(at.reference, PARTS[group(match, "p")])


def part_of_weekday(match: Match, at: Context) -> Verdict:
    """Read "dawn Friday", "overnight Tuesday", "the early hours of Sunday" (a part that the name of the day does not tell)."""
    dated = weekday(match, at)
    return ("TIME", dated[1][:10] + PARTS[group(match, "q")]) if dated and at.published else None


def overnight(_: Match, at: Context) -> Verdict:
    """Read "overnight": the night before the story, unless it speaks of another day."""
    if at.published is None:
        return "TIME", _part(None, "TNI")
    day = at.reference if at.reference and at.reference != at.published else add_days(at.published, -1)
    return "TIME", _part(day, "TNI")


def night_beside(match: Match, at: Context) -> Verdict:
    """Read "the night before", "the night after", where no clause follows; "the night before last" counts from publication."""
    if group(match, "way") == "before last":
        return "TIME", _part(at.published and add_days(at.published, -2), "TNI")
    step = 1 if group(match, "way") == "after" else -1
    return "TIME", _part(at.reference and add_days(at.reference, step), "TNI")


def clock(match: Match, at: Context) -> Verdict:
    """Read "10:35 a.m.", "9 a.m. EST Tuesday", "15:00 GMT", "noon", "6:30 Friday evening"."""
    hour = _hour(match)
    named = weekday(match, at) if group(match, "d") else named_day(match, at) if group(match, "n") else None
    told = at.published if group(match, "tonight") else at.reference
    day = named[1][:10] if named else told.isoformat() if told else "XXXX-XX-XX"
    return ("TIME", day + hour) if hour else None


def clock_on_date(match: Match, at: Context) -> Verdict:
    """Read "8 p.m. on Oct. 23", "10 p.m. EDT Friday, Oct. 23, 1998"."""
    dated = full_date(match, at) if group(match, "y") else day_of_month(match, at)
    hour = _hour(match)
    return ("TIME", dated[1] + hour) if dated and hour else None


def _part(day: date | None, part: str) -> str:
    return (day.isoformat() if day else "XXXX-XX-XX") + part


def _hour(match: Match) -> str | None:
    """Give "T20:15"; ``None`` where the clock has no such time."""
    word = group(match, "noon")
    hour, minute = (
        (24 if word == "midnight" else 12, 0)
        if word
        else (int(number(group(match, "h") or group(match, "oclock")) or 0), _minute(match))
    )
    half, part = group(match, "half")[:1], group(match, "part") or group(match, "p")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    late = part in ("afternoon", "evening", "night") or "tonight" in (group(match, "n"), group(match, "tonight"))
    if late and not half and not word and hour < 12:
        hour += 12
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def _minute(match: Match) -> int:
    return int(group(match, "min") or 0)
