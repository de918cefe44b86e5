"""Arithmetic with TimeML values: from days to values, and from values to the days they cover.

A value says its own precision: ``2021`` is a year, ``2021-08`` a month, ``2021-W33`` a week, ``2021-FA`` a season, ``199`` a
decade. ``X`` stands for what is not known.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from dragoman.records import Precision

Days = tuple[date, date, Precision]
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DURATION = re.compile(r"P(?:T(\d+(?:\.\d+)?)([HMS])|(\d+(?:\.\d+)?)(DE|CE|[DWMQY]))$")


def month_value(year: int, month: int) -> str:
    """Give ``2021-08``."""
    return f"{year:04d}-{month:02d}"


def week_value(day: date) -> str:
    """Give the ISO week that holds the day, as ``2021-W33``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def weekend_value(day: date) -> str:
    """Give the weekend of the day's ISO week, as ``2021-W33-WE``."""
    return week_value(day) + "-WE"


def add_months(day: date, months: int) -> date:
    """Move by months, to the last day of the month where the day does not exist; stays within the calendar.

    >>> add_months(date(2021, 3, 31), -1)
    datetime.date(2021, 2, 28)
    """
    total = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = divmod(total, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, days: float) -> date:
    """Move by days; stays within the calendar."""
    ordinal = min(max(day.toordinal() + int(days), date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def shifted(day: date, count: float, unit: str) -> str:
    """Give the value that lies ``count`` units from the day, as precise as the unit.

    >>> shifted(date(2021, 10, 21), -2, "M"), shifted(date(2021, 10, 21), -20, "Y"), shifted(date(2021, 10, 21), 1, "W")
    ('2021-08', '2001', '2021-W43')
    """
    if unit in ("D", "TNI"):
        return add_days(day, count).isoformat() + ("TNI" if unit == "TNI" else "")
    if unit in ("W", "WE"):
        moved = add_days(day, 7 * count)
        return week_value(moved) if unit == "W" else weekend_value(moved)
    if unit == "M":
        moved = add_months(day, round(count))
        return month_value(moved.year, moved.month)
    if unit == "Q":
        moved = add_months(day, round(3 * count))
        return f"{moved.year:04d}-Q{(moved.month + 2) // 3}"
    return _shifted_years(day, count, unit)


def _shifted_years(day: date, count: float, unit: str) -> str:
    """Do the same for years and longer; for units of the clock the day itself."""
    years = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}.get(unit)
    if years is None:
        return day.isoformat()
    year = f"{min(max(day.year + int(count * years), 1), 9999):04d}"
    return year[: {"DE": 3, "CE": 2}.get(unit, 4)]


def days_of(value: str) -> Days | None:
    """Give first day, last day and precision of a DATE or TIME value; ``None`` where it names no days.

    >>> days_of("2021-08")
    (datetime.date(2021, 8, 1), datetime.date(2021, 8, 31), 'month')
    >>> days_of("PAST_REF") is None
    True
    """
    for pattern, reader in _READERS:
        match = pattern.match(value)
        if match:
            try:
                return reader(match)
            except ValueError:  # such as 2021-02-30: no such day
                return None
    return None


def days_back(value: str, day: date) -> date | None:
    """Give the day on which a duration that ends on ``day`` begins.

    >>> days_back("PT24H", date(2021, 10, 21)), days_back("P2M", date(2021, 10, 21))
    (datetime.date(2021, 10, 20), datetime.date(2021, 8, 21))
    """
    match = _DURATION.match(value)
    if not match:
        return None
    if match[1]:
        return add_days(day, float(match[1]) // -{"H": 24, "M": 1440, "S": 86400}[match[2]])
    count = float(match[3])
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(match[4])
    return add_months(day, -round(count * months)) if months else add_days(day, -count * (7 if match[4] == "W" else 1))


def _day(match: re.Match[str]) -> Days:
    day = date(int(match[1]), int(match[2]), int(match[3]))
    return day, day, "day"


def _weekend(match: re.Match[str]) -> Days:
    return date.fromisocalendar(int(match[1]), int(match[2]), 6), date.fromisocalendar(int(match[1]), int(match[2]), 7), "day"


def _week(match: re.Match[str]) -> Days:
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return monday, monday + timedelta(days=6), "week"


def _month(match: re.Match[str]) -> Days:
    return _months(int(match[1]), int(match[2]), 1, "month")


def _season(match: re.Match[str]) -> Days:
    return _months(int(match[1]), _SEASON_START[match[2]], 3, "season")


def _quarter(match: re.Match[str]) -> Days:
    return _months(int(match[1]), 3 * int(match[2]) - 2, 3, "season")


def _half(match: re.Match[str]) -> Days:
    return _months(int(match[1]), 6 * int(match[2]) - 5, 6, "year")


def _year(match: re.Match[str]) -> Days:
    return date(int(match[1]), 1, 1), date(int(match[1]), 12, 31), "year"


def _decade(match: re.Match[str]) -> Days:
    return date(int(match[1]) * 10, 1, 1), date(int(match[1]) * 10 + 9, 12, 31), "decade"


def _months(year: int, month: int, count: int, precision: Precision) -> Days:
    start = date(year, month, 1)
    last = add_months(start, count - 1)
    return start, last.replace(day=monthrange(last.year, last.month)[1]), precision


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Days]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?$"), _day),
    (re.compile(r"(\d{4})-W(\d\d)-WE$"), _weekend),
    (re.compile(r"(\d{4})-W(\d\d)$"), _week),
    (re.compile(r"(\d{4})-(\d\d)(?:-XX)?$"), _month),
    (re.compile(r"(\d{4})-(SP|SU|FA|WI)$"), _season),
    (re.compile(r"(\d{4})-Q([1-4])$"), _quarter),
    (re.compile(r"(\d{4})-H([12])$"), _half),
    (re.compile(r"(\d{4})$"), _year),
    (re.compile(r"(\d{3})$"), _decade),
)
