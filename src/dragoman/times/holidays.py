"""Days that are called by name, where the name alone fixes the day of any year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

PATTERN = (
    r"Christmas Eve|Christmas(?: Day)?|New Year['’]s Eve|New Year['’]s(?: Day)?|Thanksgiving(?: Day)?|"
    r"Easter(?: Sunday| Monday)?|Good Friday|Palm Sunday|Ash Wednesday|Halloween|Valentine['’]s Day|May Day|Bastille Day|"
    r"Boxing Day|Canada Day|Earth Day|Groundhog Day|April Fools?['’]s?(?: Day)?|St\. Patrick['’]s Day|Cinco de Mayo|"
    r"Election Day|Father['’]s Day|Armistice Day|Veterans Day|Columbus Day|Memorial Day|Labor Day|Presidents['’]? Day|"
    r"Mother['’]s Day|"
    r"Martin Luther King(?: Jr\.)? Day|(?:the )?Fourth of July|July Fourth|New Year(?! [a-zA-Z]*['’])"
)
TRIGGERS = (
    "christmas", "eve", "thanksgiving", "easter", "halloween", "valentine", "bastille", "new", "palm", "ash", "good", "boxing",
    "canada", "earth", "groundhog", "patrick", "cinco", "election", "father", "armistice", "veterans", "columbus", "memorial",
    "labor", "presidents", "mother", "king", "fourth",
)  # fmt: skip
_FIXED = {
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "new year": (1, 1),
    "canada": (7, 1),
    "earth": (4, 22),
    "groundhog": (2, 2),
    "april fools'": (4, 1),
    "april fools": (4, 1),
    "april fool's": (4, 1),
    "st. patrick's": (3, 17),
    "cinco de mayo": (5, 5),
    "halloween": (10, 31),
    "valentine's": (2, 14),
    "may": (5, 1),
    "bastille": (7, 14),
    "boxing": (12, 26),
    "armistice": (11, 11),
    "veterans": (11, 11),
    "fourth of july": (7, 4),
    "july fourth": (7, 4),
}
_BY_EASTER = {"easter": 0, "easter monday": 1, "good friday": -2, "palm": -7, "ash wednesday": -46}
#: Month, weekday (Monday is 1) and which of them in the month; -1 is the last one.
_NTH = {
    "thanksgiving": (11, 4, 4),
    "columbus": (10, 1, 2),
    "memorial": (5, 1, -1),
    "labor": (9, 1, 1),
    "presidents'": (2, 1, 3),
    "presidents": (2, 1, 3),
    "mother's": (5, 7, 2),
    "father's": (6, 7, 3),
    "martin luther king": (1, 1, 3),
    "martin luther king jr.": (1, 1, 3),
}


def day(name: str, year: int) -> date:
    """Give the day that a name of :data:`PATTERN` stands for in a year.

    >>> day("Memorial Day", 2021), day("Labor Day", 2021), day("the Fourth of July", 2021)
    (datetime.date(2021, 5, 31), datetime.date(2021, 9, 6), datetime.date(2021, 7, 4))
    >>> day("Thanksgiving Day", 1999), day("Easter", 2021), day("New Year’s Eve", 2020)
    (datetime.date(1999, 11, 25), datetime.date(2021, 4, 4), datetime.date(2020, 12, 31))
    """
    plain = name.lower().replace("’", "'").removeprefix("the ").removesuffix(" sunday").removesuffix(" day")
    if plain == "election":  # the Tuesday behind the first Monday
        return nth(year, 11, 1, 1) + timedelta(days=1)
    if plain in _NTH:
        return nth(year, *_NTH[plain])
    if plain in _BY_EASTER:
        return easter(year) + timedelta(days=_BY_EASTER[plain])
    return date(year, *_FIXED[plain])


def yearly(name: str) -> str:
    """Give what comes back each year: ``XXXX-12-25``, or ``P1Y`` for a day that moves.

    >>> yearly("Christmas"), yearly("Easter")
    ('XXXX-12-25', 'P1Y')
    """
    one, other = day(name, 2001), day(name, 2002)
    return f"XXXX-{one:%m-%d}" if (one.month, one.day) == (other.month, other.day) else "P1Y"


def nth(year: int, month: int, weekday: int, count: int) -> date:
    """Give the first, second, ... or last weekday of a month."""
    if count < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))


def easter(year: int) -> date:
    """Give the Sunday of western Easter (the anonymous Gregorian algorithm of 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, before = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, before + 1)
