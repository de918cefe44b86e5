"""Dates as pages print them, with time and zone, to ``datetime``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache
from importlib.resources import files
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

import yaml

Label = Literal["published", "updated"]

_EARLIEST_YEAR, _LATEST_YEAR = 1800, 2199
_CALENDAR_EDGES = " \t\"'«»<>‹›|←→"
_LONGEST_CALENDAR_LINE = 80
_REACH = 40  # signs around a date in which its time and zone may stand


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date found in a line.

    Attributes:
        when: Midnight without zone when only the day is given.
        timed: Whether an hour was given.
        begin: First character of the date, with its label, time and zone.
        end: One past the last.
    """

    when: datetime
    timed: bool
    label: Label | None
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class _Calendar:
    months: dict[str, int]
    labels: dict[str, Label]
    offsets: dict[str, int]
    zones: dict[str, str]
    label: re.Pattern[str]
    month: re.Pattern[str]
    weekdays: frozenset[str]


_YEAR = re.compile(r"(?<!\d)(?:1[89]|2[01])\d\d(?!\d)")
_TIME = (
    r"(?P<hour>2[0-3]|[01]?\d)(?:[:.h](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:\.\d+)?)?)?\s?(?P<half>[ap]\.?\s?m\b\.?)?"
)
_CLOCK = re.compile(
    r"(?<![\d.])(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:\s?[ap]\.?\s?m\b\.?)?(?![\d:])|(?<!\d)(?:0?\d|1[0-2])\s?[ap]\.?\s?m\b\.?",
    re.I,
)
_CLOCK_PARTS = re.compile(_TIME, re.I)
_DATE = re.compile(
    r"(?<!\d)(?P<y1>\d{4})[-/.](?P<m1>0?[1-9]|1[0-2])[-/.](?P<d1>[0-2]?\d|3[01])(?!\d)"
    r"|(?<![\d.])(?P<a2>[0-2]?\d|3[01])(?P<sep>[-/.])(?P<b2>[0-2]?\d|3[01])(?P=sep)(?P<y2>\d{4})(?!\d)"
    r"|(?<!\d)(?P<d3>[0-2]?\d|3[01])(?:st|nd|rd|th|º|ª|er|\.)?,?[\s-]{1,2}(?:of |de |di |d')?"
    r"(?P<m3>[^\W\d_]{3,13})\.?,?[\s-]{1,2}(?:de |del )?(?P<y3>\d{4})(?!\d)"
    r"|(?<!\w)(?P<m4>[^\W\d_]{3,13})\.?\s(?P<d4>[0-2]?\d|3[01])(?:st|nd|rd|th)?,?\s{1,2}(?P<y4>\d{4})(?!\d)"
    r"|(?P<y5>\d{4})\s?[年년]\s?(?P<m5>\d{1,2})\s?[月월]\s?(?P<d5>\d{1,2})\s?[日일]",
    re.I,
)
_NUMERIC_ZONE = re.compile(r"^[\s,(]*(?:(?:utc|gmt)\s?)?(?P<sign>[+−-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?(?!\d)\)?", re.I)
_NAMED_TIME = re.compile(r"^[\s,(|]*(?P<name>[^\W\d_][\w. -]{1,24}?)\s(?:standard |daylight |summer |local )?time\b\)?", re.I)
_SHORT_ZONE = re.compile(r"^[\s,(|]*(?P<name>[^\W\d_]{1,5})\b\)?")


def stamps(text: str) -> list[Stamp]:
    """Give the dates in a line, left to right.

    >>> [str(stamp.when) for stamp in stamps("Published: 3 March 2022 14:05 EST")]
    ['2022-03-03 14:05:00-05:00']
    >>> [str(stamp.when) for stamp in stamps("Lusaka, 07.02.2018 19:05 (Nairobi time)")]
    ['2018-02-07 19:05:00+03:00']
    """
    if not _YEAR.search(text):
        return []
    found: list[Stamp] = []
    for match in _DATE.finditer(text):
        stamp = _stamp(text, match, found[-1].end if found else 0)
        if stamp is not None:
            found.append(stamp)
    return found


def has_date(text: str) -> bool:
    """Tell whether a line holds a date with its year."""
    if not _YEAR.search(text):
        return False
    return any(_day(match, text) is not None for match in _DATE.finditer(text))


def month_named(text: str) -> str | None:
    """Give the month (``YYYY-MM``) of a line that names a month and a year and nothing else.

    >>> month_named("« June 2017 »"), month_named("In June 2017 he left")
    ('2017-06', None)
    """
    match = _calendar().month.fullmatch(text.strip(_CALENDAR_EDGES)) if _YEAR.search(text) else None
    if match is None:
        return None
    name, year = (match[1], match[2]) if match[1] else (match[4], match[3])
    return f"{year}-{_calendar().months[name.casefold()]:02d}"


def is_calendar(text: str) -> bool:
    """Tell whether a line belongs to the month's calendar that archives print: weekdays, days, month and year.

    >>> [is_calendar(line) for line in ("Mon Tue Wed Thu Fri Sat Sun", "9101112131415", "6 7 8", "On Monday")]
    [True, True, True, False]
    """
    bare = text.strip(_CALENDAR_EDGES)
    if len(bare) > _LONGEST_CALENDAR_LINE:
        return False
    words = bare.casefold().split()
    known = _calendar()
    if len(words) == 1 or not words:
        return not words or words[0].isdigit() or words[0] in known.months
    if words[0] in known.weekdays:
        return 5 <= len(words) <= 8 and known.weekdays.issuperset(words)
    return all(word.isdigit() for word in words) or month_named(text) is not None


def published(found: list[Stamp]) -> Stamp | None:
    """Give the one of several stamps that says when the story came out: labelled so, else unlabelled, else the update."""
    for label in ("published", None, "updated"):
        for stamp in found:
            if stamp.label == label:
                return stamp
    return None


def iso_time(text: object) -> datetime | None:
    """Read the time of a metadata field: ISO 8601, or whatever date is printed there.

    >>> str(iso_time("2022-03-03T14:05:00.000Z"))
    '2022-03-03 14:05:00+00:00'
    """
    if not isinstance(text, str):
        return None
    try:
        return datetime.fromisoformat(text.strip()).replace(microsecond=0)
    except ValueError:
        found = stamps(text)
        return found[0].when if found else None


def zone_of(name: str, when: datetime) -> tzinfo | None:
    """Give the offset that a zone's abbreviation, city or common name had at a time.

    >>> zone_of("Moscow", datetime(2012, 7, 1)).utcoffset(None)
    datetime.timedelta(seconds=14400)
    """
    known = _calendar()
    key = name.strip(" .,").casefold()
    if key in known.offsets:
        return timezone(timedelta(minutes=known.offsets[key]))
    zone = known.zones.get(key) or _cities().get(key)
    if zone is None:
        return None
    try:
        offset = when.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    except (ZoneInfoNotFoundError, OverflowError, ValueError):
        return None
    return timezone(offset) if offset is not None else None


def _stamp(text: str, match: re.Match[str], floor: int) -> Stamp | None:
    day = _day(match, text)
    if day is None:
        return None
    begin, end = match.span()
    clock = _clock_after(text, end) or _clock_before(text, begin, floor)
    when, zone_from = day, end
    if clock is not None:
        hours = _hours(clock[0])
        if hours is not None:
            when = day + hours
            begin, end = min(begin, clock[1]), max(end, clock[2])
            zone_from = clock[2]
    zone = _zone_after(text, zone_from, when) if when is not day else None
    if zone is not None:
        when, end = when.replace(tzinfo=zone[0]), max(end, zone[1])
    label = _label_before(text, begin, floor)
    return Stamp(when, when is not day, label[0] if label else None, label[1] if label else begin, end)


def _day(match: re.Match[str], text: str) -> datetime | None:
    parts = match.groupdict()
    known = _calendar()
    if parts["y1"]:
        year, month, day = int(parts["y1"]), int(parts["m1"]), int(parts["d1"])
    elif parts["y2"]:
        year, first, second = int(parts["y2"]), int(parts["a2"]), int(parts["b2"])
        day, month = _order(first, second, parts["sep"], text[match.end() : match.end() + _REACH])
    elif parts["y3"]:
        year, month, day = int(parts["y3"]), known.months.get(parts["m3"].casefold(), 0), int(parts["d3"])
    elif parts["y4"]:
        year, month, day = int(parts["y4"]), known.months.get(parts["m4"].casefold(), 0), int(parts["d4"])
    else:
        year, month, day = int(parts["y5"]), int(parts["m5"]), int(parts["d5"])
    try:
        return datetime(year, month, day) if _EARLIEST_YEAR <= year <= _LATEST_YEAR else None
    except ValueError:
        return None


def _order(first: int, second: int, separator: str, after: str) -> tuple[int, int]:
    """Give day and month of ``a/b/year``: month first only where it must be, or the page keeps American hours."""
    if second > 12:
        return second, first
    american = separator == "/" and first <= 12 and re.search(r"\d\s?[ap]\.?m\b|\b(?:[ECMP][SD]?T)\b", after, re.I)
    return (second, first) if american else (first, second)


def _clock_after(text: str, end: int) -> tuple[str, int, int] | None:
    match = _CLOCK.search(text, end, end + _REACH)
    if match is None or not _is_joint(text[end : match.start()]):
        return None
    return match[0], match.start(), match.end()


def _clock_before(text: str, begin: int, floor: int) -> tuple[str, int, int] | None:
    found = list(_CLOCK.finditer(text, max(floor, begin - _REACH), begin))
    if not found or len(re.findall(r"[^\W\d_]+", text[found[-1].end() : begin])) > 4:
        return None
    return found[-1][0], found[-1].start(), found[-1].end()


def _is_joint(between: str) -> bool:
    """Tell whether only such words stand between a date and its hour as join the two ("at", "|", a weekday)."""
    return len(re.findall(r"[^\W\d_]+", between)) <= 2 and not re.search(r"\d|[.!?]\s+\w{5,}|updated", between, re.I)


def _hours(clock: str) -> timedelta | None:
    parts = _CLOCK_PARTS.match(clock)
    if parts is None:
        return None
    hour, minute, second = int(parts["hour"]), int(parts["minute"] or 0), int(parts["second"] or 0)
    half = (parts["half"] or "").casefold()[:1]
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half == "p")
    return timedelta(hours=hour, minutes=minute, seconds=second)


def _zone_after(text: str, start: int, when: datetime) -> tuple[tzinfo, int] | None:
    rest = text[start : start + _REACH]
    if numeric := _NUMERIC_ZONE.match(rest):
        minutes = int(numeric["hours"]) * 60 + int(numeric["minutes"] or 0)
        if minutes <= 14 * 60:
            return timezone(timedelta(minutes=minutes if numeric["sign"] == "+" else -minutes)), start + numeric.end()
    for pattern in (_NAMED_TIME, _SHORT_ZONE):
        named = pattern.match(rest)
        zone = zone_of(named["name"], when) if named else None
        if named and zone is not None and (pattern is _NAMED_TIME or named["name"].isupper() or not named["name"].isascii()):
            return zone, start + named.end()
    return None


def _label_before(text: str, begin: int, floor: int) -> tuple[Label, int] | None:
    found = list(_calendar().label.finditer(text, max(floor, begin - _REACH), begin))
    return (_calendar().labels[found[-1][1].casefold()], found[-1].start()) if found else None


@cache
def _calendar() -> _Calendar:
    data: dict[str, Any] = yaml.safe_load(files("dragoman.reading").joinpath("calendar.yaml").read_text("utf-8"))
    months = {name: number for number, names in data["months"].items() for name in names}
    labels: dict[str, Label] = dict.fromkeys(data["published"], "published") | dict.fromkeys(data["updated"], "updated")
    month = _either(months)
    label = re.compile(rf"(?<!\w)({_either(labels)})(?!\w)", re.I)
    only = re.compile(rf"({month})\.?,?\s(\d{{4}})|(\d{{4}})\s({month})", re.I)
    return _Calendar(months, labels, data["offsets"], data["zones"], label, only, frozenset(data["weekdays"]))


@cache
def _cities() -> dict[str, str]:
    zones = sorted(
        name for name in available_timezones() if name.count("/") and not name.startswith(("Etc/", "SystemV/", "US/"))
    )
    return {name.rsplit("/", 1)[1].replace("_", " ").casefold(): name for name in zones}


def _either(words: Any) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
