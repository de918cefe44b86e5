"""Values that options take, and how commands are explained."""

from __future__ import annotations

import calendar
from datetime import date

import click


def first_day(value: str) -> date:
    """Read a year, a month or a day as its first day.

    Raises:
        click.BadParameter: it is none.

    >>> first_day("2024-02"), first_day("2024-02-03")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 3))
    """
    year, month, day = _parts(value)
    return _date(value, year, month or 1, day or 1)


def last_day(value: str) -> date:
    """Read a year, a month or a day as its last day.

    Raises:
        click.BadParameter: it is none.

    >>> last_day("2024-02"), last_day("2024")
    (datetime.date(2024, 2, 29), datetime.date(2024, 12, 31))
    """
    year, month, day = _parts(value)
    month = 12 if month is None else month
    return _date(value, year, month, _days(year, month) if day is None else day)


def examples(*lines: str) -> str:
    """Give the examples of a command as the end of its help, each on its line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def _parts(value: str) -> tuple[int, int | None, int | None]:
    parts = value.split("-")
    if len(parts) > 3 or not all(part.isdecimal() for part in parts):
        raise _bad(value)
    year, *rest = map(int, parts)
    return year, rest[0] if rest else None, rest[1] if len(rest) > 1 else None


def _date(value: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        raise _bad(value) from None


def _days(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1] if 1 <= year <= 9999 and 1 <= month <= 12 else 1


def _bad(value: str) -> click.BadParameter:
    return click.BadParameter(f"{value!r} is no date. Write it as 2021, 2021-10 or 2021-10-21.")
