"""The words that times are made of: numbers, months, weekdays, units, seasons, parts of the day.

Everything is keyed by lower-case words. Regular-expression pieces (upper-case names) are built from the same tables, so
that a word is added in one place.
"""

from __future__ import annotations

import re


def _words(line: str) -> list[str]:
    return line.split()


MONTHS = {
    name: number
    for number, names in enumerate(
        ("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
         "september sept sep", "october oct", "november nov", "december dec"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        ),
        start=1,
    )
    for name in names.split()
}
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS = {
    "morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "overnight": "TNI", "midday": "TMI",
    "dawn": "TMO", "daybreak": "TMO", "sunrise": "TMO", "dusk": "TEV", "sunset": "TEV", "nightfall": "TNI",
}  # fmt: skip
ORDINALS = {
    word: number
    for number, word in enumerate(
        _words(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
            "sixteenth seventeenth eighteenth nineteenth twentieth"
        ),
        start=1,
    )
} | {"twenty-first": 21}
DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}
#: The TimeML designator of each unit; units of the clock stand behind a ``T``.
UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "TNI", "week": "W", "weekend": "WE", "fortnight": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE", "millennium": "ML",
}  # fmt: skip
EVERY = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "XXXX-XX-XXTNI", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W",
    "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y", "biennial": "P2Y",
}  # fmt: skip
_ONES = {
    word: number
    for number, word in enumerate(
        _words(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
            "eighteen nineteen"
        )
    )
}
_TENS = {word: 10 * n for n, word in enumerate(_words("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)}


def _either(words: dict[str, object] | dict[str, int] | dict[str, str]) -> str:
    """Give the words as alternatives of a regular expression, the longest first."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


_SHORT = {name: number for name, number in MONTHS.items() if len(name) < 5 and name not in ("may", "june", "july")}
MONTH = rf"(?:(?:{_either({name: n for name, n in MONTHS.items() if name not in _SHORT})})\b|(?:{_either(_SHORT)})\b\.?)"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
SHORT_WEEKDAY = r"(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:1[0-9]|20)\d\d"
SHORT_YEAR = r"(?:(?:1[0-9]|20)\d\d|['’]\d\d(?!['’]?s))"
SEASON = rf"(?:{_either(SEASONS)})"
PART = r"(?:morning|afternoon|evening|night)"
ORDINAL = rf"(?:{_either(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))"
UNIT = r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade|centur(?:y|ie)|millennium)"
SPELLED = rf"(?:(?:{_either(_TENS)})(?:[- ](?:{_either(_ONES)}))?|{_either(_ONES)})(?: hundred| thousand)?"
VAGUE_NUMBER = (
    r"(?:a few|a couple(?: of)?|several|many|some|few|countless|numerous|(?:scores|dozens|hundreds|thousands|millions) of|"
    r"a (?:number|handful|matter) of)"
)
_HALF = "(?:[ -]and[ -](?:a|one)[ -]half)?"
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?(?: ?(?:1/2|½))?|"
    rf"{SPELLED}{_HALF}|{VAGUE_NUMBER}|half an?|a half|a quarter of a|a quarter(?= century)|a dozen|(?:a |two )?dozen|another|"
    r"an?(?! (?:second|quarter)\b))"
)
_VAGUE = re.compile(VAGUE_NUMBER, re.IGNORECASE)


def unit(word: str) -> str:
    """Give the TimeML designator of a unit, singular or plural.

    >>> unit("Years"), unit("centuries"), unit("hour")
    ('Y', 'CE', 'TH')
    """
    return UNITS.get(word.lower(), "") or UNITS.get(word.lower().removesuffix("s"), "") or "CE"


def month(word: str) -> int:
    """Give 1 to 12 for the name of a month, whole or shortened."""
    return MONTHS[word.lower().rstrip(".")]


def ordinal(word: str) -> int:
    """Give the number of "third" or "3rd".

    >>> ordinal("third"), ordinal("21st")
    (3, 21)
    """
    return ORDINALS.get(word.lower()) or int(re.sub(r"\D", "", word))


def number(words: str) -> float | None:
    """Give what a number in digits or words counts; ``None`` for a vague one ("several").

    >>> number("twenty-five"), number("5 1/2"), number("a"), number("several"), number("two hundred")
    (25.0, 5.5, 1.0, None, 200.0)
    """
    plain = words.lower().strip()
    if _VAGUE.fullmatch(plain):
        return None
    if plain[0].isdigit():
        digits, half = re.subn(r" ?(?:1/2|½)$", "", plain)
        return float(digits.replace(",", "")) + 0.5 * half
    fixed = {
        "a": 1.0,
        "an": 1.0,
        "another": 1.0,
        "half a": 0.5,
        "half an": 0.5,
        "a half": 0.5,
        "a quarter of a": 0.25,
        "a quarter": 0.25,
    }
    fixed |= {"a dozen": 12.0, "dozen": 12.0, "two dozen": 24.0}
    whole, half = re.subn(r"[ -]and[ -](?:a|one)[ -]half$", "", plain)
    return fixed[plain] if plain in fixed else _spelled(whole) + 0.5 * half


def _spelled(plain: str) -> float:
    total = 0.0
    for word in re.split(r"[- ]", plain):
        factor = {"hundred": 100, "thousand": 1000}.get(word)
        total = total * factor if factor else total + _ONES.get(word, _TENS.get(word, 0))
    return total
