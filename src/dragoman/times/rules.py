"""The rules that read time expressions, in the order in which they are tried.

A rule is a pattern and the small function of ``readers`` that gives a type and a value, or abstains. It is tried only round
a word that calls for it (``on``: the kinds of :data:`KINDS`), so most of a story is never searched. A new rule is one
entry in :data:`RULES` and, where no reader fits, one function.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.times import holidays, readers
from dragoman.times.readers import Context, Match, Verdict
from dragoman.times.words import (
    DAY,
    DECADES,
    EVERY,
    MONTH,
    MONTHS,
    NUMBER,
    ORDINAL,
    PART,
    PARTS,
    SEASON,
    SEASONS,
    UNIT,
    UNITS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the kinds of trigger it is tried at, and what reads the match."""

    on: frozenset[str]
    pattern: re.Pattern[str]
    read: Callable[[Match, Context], Verdict]


_BESIDE = r"(?:the (?:next|following|previous|coming|current|same)|this (?:coming|past)|last|this|next|past|current|that same)"
_ON_DAY = rf"(?:{WEEKDAY},? (?:the )?)?"
_EARLY = r"(?:(?:early|late|mid)[ -])"
_COUNTED = rf"(?P<n>{NUMBER})[ -](?P<u>{UNIT})s?"


def _rule(on: str, pattern: str, read: Callable[[Match, Context], Verdict], *, cased: bool = False) -> Rule:
    flags = re.NOFLAG if cased else re.IGNORECASE
    return Rule(frozenset(on.split()), re.compile(r"(?<![\w$€£])" + pattern + r"(?!\w)", flags), read)


_PAST = rf"the past(?! (?:{NUMBER} )?{UNIT}s?\b)"  # "the past 20 years" is a duration
_FUTURE = "the (?:(?:near|foreseeable) )?future"
_NOW = r"now|nowadays|currently|recently(?! (?:in|last|this|on)\b)|lately|presently|future|current|(?<!as )soon|recent"
_CLOCK = (
    r"(?:(?P<noon>noon|midday|midnight)|"
    r"(?P<h>\d{1,2})(?::(?P<min>\d\d)(?::\d\d)?)?(?: ?(?P<half>[ap])\.?m\b\.?|(?<=:\d\d)| o'clock))"
    rf"(?: ?(?:E[SD]T|P[SD]T|C[SD]T|GMT|UTC|BST|CES?T|local time))?(?:,? (?:on )?(?P<d>{WEEKDAY}))?"
)
_FULL = (
    rf"(?:{_ON_DAY}(?P<d>{DAY})(?: of)? (?P<m>{MONTH}),? (?P<y>{YEAR}))",
    rf"(?:{_ON_DAY}(?P<m>{MONTH}) (?P<d>{DAY}),? (?P<y>{YEAR}))",
    rf"(?P<y>{YEAR})-(?P<m>1[0-2]|0\d)-(?P<d>[0-3]\d)",
)
RULES: tuple[Rule, ...] = (
    *(_rule("month year weekday", pattern, readers.full_date) for pattern in _FULL),
    _rule("year number", r"(?P<a>\d{1,2})(?P<s>[./-])(?P<b>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d)", readers.numeric_date),
    _rule("month", rf"{_EARLY}?(?P<m>{MONTH}),? (?:of )?(?P<y>{YEAR})", readers.month_of_year),
    _rule("month weekday", rf"{_ON_DAY}(?P<m>{MONTH}) (?P<d>{DAY})(?![:,.]?\d)", readers.day_of_month),
    _rule("month weekday", rf"{_ON_DAY}(?P<d>{DAY})(?: of)? (?P<m>{MONTH})", readers.day_of_month),
    _rule("month", rf"(?:every|each) (?P<u>{MONTH})", readers.each),
    _rule("month", rf"{_EARLY}?(?:(?P<w>last|next|this|past) )?{_EARLY}?(?P<m>{MONTH})", readers.bare_month),
    _rule("clock", _CLOCK, readers.clock),
    _rule("clock", r"(?P<h>[01]\d|2[0-4])(?P<min>[0-5]\d) (?:GMT|UTC)", readers.clock),
    _rule("weekday", rf"(?P<d>{WEEKDAY})s", readers.plural_weekday),
    _rule("weekday", rf"(?:every|each) (?P<d>{WEEKDAY})(?: (?P<p>{PART}))?", readers.plural_weekday),
    _rule("weekday", rf"(?:(?P<w>last|next|this|past|coming) )?(?P<d>{WEEKDAY})(?: (?P<p>{PART}))?", readers.weekday),
    _rule(
        "day",
        rf"(?:the day (?P<x>before|after) )?(?P<n>today|yesterday|tomorrow|tonight)(?: (?P<p>{PART}))?",
        readers.named_day,
    ),
    _rule("part", rf"(?P<w>this|last|that|the same|the next|the following) (?P<p>{PART})", readers.part_of_day),
    _rule("part month unit", rf"(?:every|each) (?P<u>{PART})", readers.each),
    _rule("unit", r"(?P<w>last|this|next|past|the|over the) weekend", readers.weekend),
    _rule("unit", rf"{_COUNTED} ago", readers.ago),
    _rule("unit", rf"{_COUNTED} (?P<way>later|earlier|previously)", readers.later),
    _rule("unit", rf"{_COUNTED} (?:from now|hence)", readers.from_now),
    _rule(
        "unit",
        rf"(?:the )?(?P<r>past|last|next|coming|previous|first|final) (?P<n>{NUMBER}) (?P<u>{UNIT})s?",
        readers.recent_span,
    ),
    _rule("vague unit", r"(?:the )?(?P<w>recent|past|previous|coming) (?:days|weeks|months|years|decades)", readers.vague_span),
    _rule(
        "unit",
        r"(?:the )?(?:end|start|beginning|middle) of (?:the|this|(?P<w>last|next)) (?P<u>week|month|year|decade|century)",
        readers.end_of,
    ),
    _rule("unit", rf"(?P<w>{_BESIDE}) (?P<u>day|week|month|quarter|year|decade|century)(?!-)", readers.beside),
    _rule("unit", r"(?:that|the same|that same) (?P<u>day|week|month|year)(?!-)", readers.same_day),
    _rule("unit", rf"(?:the )?{_EARLY}?(?P<o>{ORDINAL})[ -]centur(?:y|ies)", readers.century),
    _rule("unit", rf"(?:every|each) (?:(?P<n>{NUMBER}|other) )?(?P<u>{UNIT})s?", readers.each),
    _rule(
        "unit", rf"(?:once|twice|{NUMBER} times) (?:a|an|each|every|per) (?P<u>hour|day|week|month|year|decade)", readers.often
    ),
    _rule("unit", rf"{_COUNTED}(?![ -](?:olds?\b|of age))(?! (?:ago|later|earlier)\b)", readers.duration),
    _rule("unit", r"(?P<u>day|week|month|year|decade|hour)-?long", readers.long_span),
    _rule("unit", r"(?<=\bfor )(?P<u>days|weeks|months|years|decades|centuries|hours|minutes)", readers.some_units),
    _rule(
        "unit",
        r"(?<=\b(?:in|of) )(?P<u>days|weeks|months|years|decades|hours)(?= (?:of|before|after|to|,|\.))",
        readers.some_units,
    ),
    _rule("season", rf"{_EARLY}?(?P<s>{SEASON})(?: of|,)? (?P<y>{YEAR})", readers.season),
    _rule("season", rf"(?P<w>last|next|this|past) (?P<s>{SEASON})", readers.season),
    _rule("season", rf"(?<=\bin )(?:the )?{_EARLY}?(?P<s>spring|summer|autumn|winter)", readers.season),
    _rule(
        "quarter year",
        rf"(?:the )?(?:(?P<o>first|second|third|fourth) (?P<k>quarter|half)|Q(?P<q>[1-4]))(?: of|,)? (?P<y>{YEAR})",
        readers.quarter,
    ),
    _rule("quarter", r"(?:the )?(?P<o>first|second|third|fourth)[ -](?P<k>quarter)(?! of)", readers.quarter),
    _rule("year decade", rf"(?:the )?{_EARLY}?(?:(?P<y>(?:1[0-9]|20)\d0)['’]?s)", readers.decade),
    _rule("decade", rf"the {_EARLY}?['’]?(?P<y>\d0)s", readers.decade),
    _rule("decade", rf"the {_EARLY}?(?P<word>{'|'.join(DECADES)})", readers.decade),
    _rule("year", rf"(?:(?:early|late|mid)[ -])?(?P<y>{YEAR})", readers.bare_year),
    _rule(
        "holiday", rf"(?:(?P<w>last|this|next) )?(?P<h>{holidays.PATTERN})(?:,? (?P<y>{YEAR}))?", readers.holiday, cased=True
    ),
    _rule("set", f"(?:{'|'.join(EVERY)})", readers.adverb_set),
    _rule(
        "vague unit",
        rf"(?:{_FUTURE}|{_PAST}|at (?:present|the moment|this time)|these days)",
        readers.vague,
    ),
    _rule(
        "vague",
        rf"(?:{_NOW})(?!-)",
        readers.vague,
    ),
)


KINDS: dict[str, str] = {
    **dict.fromkeys(MONTHS, "month"),
    **{name + s: "weekday" for name in WEEKDAYS if name.endswith("day") for s in ("", "s")},
    **dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), "day"),
    **dict.fromkeys(PARTS, "part"),
    **{name + s: "unit" for name in UNITS for s in ("", "s") if name + s not in PARTS},
    **dict.fromkeys(("yearlong", "weeklong", "monthlong", "daylong", "decadelong", "millennia"), "unit"),
    **dict.fromkeys(SEASONS, "season"),
    **dict.fromkeys(("noon", "midday", "midnight", "m", "am", "pm", "clock", "gmt", "utc"), "clock"),
    **dict.fromkeys(("quarter", "half", "q1", "q2", "q3", "q4"), "quarter"),
    **dict.fromkeys(DECADES, "decade"),
    **dict.fromkeys(EVERY, "set"),
    **dict.fromkeys(holidays.TRIGGERS, "holiday"),
    **dict.fromkeys(
        ("now", "nowadays", "currently", "recently", "lately", "presently", "future", "current", "soon", "recent", "past",
         "present", "moment", "time"),
        "vague",
    ),
}  # fmt: skip
