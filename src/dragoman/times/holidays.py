"""Days that are called by name, where the name alone fixes the day of any year."""

from __future__ import annotations

from datetime import date, timedelta

PATTERN = (
    r"Christmas Eve|Christmas(?: Day)?|New Year['’]s Eve|New Year['’]s(?: Day)?|Thanksgiving(?: Day)?|"
    r"Easter(?: Sunday)?|Good Friday|Halloween|Valentine['’]s Day|May Day|Bastille Day"
)
TRIGGERS = ("christmas", "eve", "thanksgiving", "easter", "halloween", "valentine", "bastille", "new")
_FIXED = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "halloween": (10, 31),
    "valentine's": (2, 14),
    "may": (5, 1),
    "bastille": (7, 14),
}


def day(name: str, year: int) -> date:
    """Give the day that a name of :data:`PATTERN` stands for in a year.

    >>> day("Thanksgiving Day", 1999), day("Easter", 2021), day("New Year’s Eve", 2020)
    (datetime.date(1999, 11, 25), datetime.date(2021, 4, 4), datetime.date(2020, 12, 31))
    """
    plain = name.lower().replace("’", "'").removesuffix(" sunday").removesuffix(" day")
    if plain == "thanksgiving":
        first = date(year, 11, 1)
        return first + timedelta(days=(4 - first.isoweekday()) % 7 + 21)
    if plain == "easter":
        return easter(year)
    if plain == "good friday":
        return easter(year) - timedelta(days=2)
    return date(year, *_FIXED[plain])


def easter(year: int) -> date:
    """Give the Sunday of western Easter (the anonymous Gregorian algorithm of 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, before = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, before + 1)
