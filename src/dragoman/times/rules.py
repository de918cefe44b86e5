"""The rules that read time expressions, in the order in which they are tried.

A rule is a pattern and the small function of ``readers`` that gives a type and a value, or abstains. It is tried only round
a word that calls for it (``on``: the kinds of :data:`KINDS`), so most of a story is never searched. A new rule is one
entry in the group that it belongs to and, where no reader fits, one function.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.times import daytime, holidays, readers, spans, years
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
    SHORT_WEEKDAY,
    SHORT_YEAR,
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


_BESIDE = r"(?:the (?:next|following|previous|coming|current)|this (?:coming|past)|last|this|next|past|current)"
_ON_DAY = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),? (?:the )?)?"
_EARLY = r"(?:(?:early|late|mid)[ -])"
_SAID = "".join(rf"(?<!\b{verb} )" for verb in ("said", "says", "announced", "reported", "stated", "added", "likely", "so"))
#: "That" of a clause is none: "it is likely that Friday's vote", "he said that Friday".
_TOLD = rf"(?:{_SAID}that(?: same)?(?! \w+['’]s\b)|the (?:same|previous|following|next))"
_THAT_YEAR = r"(?:(?:of )?(?P<of>last|this|next|that|that same|the same) year)"
_MORE = r"(?:(?:more|full|straight|consecutive|successive|additional|extra|long|short|whole|solid|entire|calendar)[ -])?"
_OR_SO = rf"(?:{NUMBER}(?:-to-| (?:or|to) |-|–))?"  # "two or three weeks", "16 to 18 months": the greater number counts
_COUNTED = rf"{_OR_SO}(?P<n>{NUMBER})[ -]{_MORE}(?P<u>{UNIT})s?"
#: "Last" is a verb in "will last two days".
_NO_VERB = "".join(rf"(?<!\b{word} )" for word in ("would", "will", "could", "can", "may", "might", "to", "not"))
_UNCOUNTED = "days|weeks|months|years|decades|centuries|hours|minutes|moments|seconds"
_RATE = "hour|day|week|month|year|decade"
_LONG = "week|month|year|decade|century"
_END = r"(?=[.,;:)\n”\"'’]|$)"
_NOT_PERSON = (
    r"(?:war|truce|cease-?fire|dispute|conflict|law|ban|embargo|blockade|siege|treaty|agreement|deal|case|company|building|house|"
    r"church|program|system|tradition|rule|government|regime|republic|party|alliance|feud|strike|insurgency|rebellion|civil)\b"
)
_PART_OF = "(?:early|late|mid|pre-?dawn|wee)"
_GOES_ON = (
    r"(?:\Z|[.,;:)\n”\"]| (?:and|to|but|when|while|as|after|before|with|without|hours|at|on|for|from|by|that|he|she|they|it|we|"
    r"until|because|in|following|during)\b)"
)


def _after(words: str) -> str:
    """Give what matches behind one of the words (``~`` is a blank in one) and a blank; a look-behind is of one width."""
    return "(?:" + "|".join(rf"(?<=\b{word.replace('~', ' ')} )" for word in words.split()) + ")"


def _rule(on: str, pattern: str, read: Callable[[Match, Context], Verdict], *, cased: bool = False) -> Rule:
    flags = re.NOFLAG if cased else re.IGNORECASE
    return Rule(frozenset(on.split()), re.compile(r"(?<![\w$€£])" + pattern + r"(?!\w)", flags), read)


_PAST = rf"the past(?! (?:{_OR_SO}{NUMBER} )?{UNIT}s?\b)"  # "the past 20 years" is a duration
_FUTURE = "the (?:(?:near|foreseeable) )?future"
_NOW = (
    r"now(?! and (?:then|again)\b)|nowadays|currently|recently(?! (?:in|last|this|on|as)\b)|lately|presently|future|"
    r"current(?= (?!events|affairs)[a-z])|recent(?= [a-zA-Z0-9])"
)
_ZONE = (
    r"(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|IST|MSK|(?:local|Eastern|Central|Mountain|Pacific|Greenwich|Moscow|Beijing)"
    r"(?: (?:standard|daylight|mean|summer))? time|(?:Eastern|Pacific)(?=[.,;)]|$))\b"
)
_O_CLOCK = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_HOUR = (
    r"(?:(?:12 )?(?P<noon>noon|midday|midnight)|"
    r"(?P<h>\d{1,2})(?::(?P<min>\d\d)(?::\d\d)?)?(?: ?(?P<half>[ap])\.?m\b\.?|(?<=:\d\d))|"
    rf"(?P<oclock>\d{{1,2}}|{_O_CLOCK}) o['’]clock)"
    rf"(?: (?:in the|at) (?P<part>morning|afternoon|evening|night))?(?: ?{_ZONE}| \({_ZONE}\))?"
)
_CLOCK = (
    rf"{_HOUR}(?:,? (?:on )?(?:(?:early |late )?(?P<d>{WEEKDAY})|(?P<n>today|yesterday|tomorrow|tonight|this))"
    rf"(?: (?P<p>{PART}))?(?<! this))?"
)
_FULL = (
    rf"(?:{_ON_DAY}(?P<d>{DAY})(?:[ -]| of )(?P<m>{MONTH})(?:,? |-)(?P<y>{SHORT_YEAR}))",
    rf"(?:{_ON_DAY}(?P<m>{MONTH}) ?(?P<d>{DAY})(?:(?:-| to | and ){DAY})?,? (?P<y>{SHORT_YEAR}))",
    rf"(?P<y>{YEAR})(?P<s>[-/])(?P<m>1[0-2]|0\d)(?P=s)(?P<d>[0-3]\d)(?:T\d\d:\d\d(?::\d\d)?Z?)?",
)
_ON_DATE = rf"(?P<m>{MONTH}) (?P<d>{DAY})(?:,? (?P<y>{YEAR}))?(?![:,.]?\d)"
_DATES: tuple[Rule, ...] = (
    _rule("holiday month", rf"(?:every|each) (?P<h>{holidays.PATTERN})", years.every_holiday, cased=True),
    _rule(
        "holiday month",
        rf"(?:(?P<w>last|this|next) )?(?P<h>{holidays.PATTERN})(?:,? (?P<y>{YEAR}))?",
        years.holiday,
        cased=True,
    ),
    _rule("clock", rf"{_HOUR}(?:,| on)? (?:{WEEKDAY}(?: {PART})?,? )?{_ON_DATE}", daytime.clock_on_date),
    _rule("part", rf"the (?P<p>{PART}) of {_FULL[0]}", daytime.part_of_date),
    _rule("part", rf"the (?P<p>{PART}) of {_ON_DAY}{_ON_DATE}", daytime.part_of_date),
    _rule("weekday part", rf"{WEEKDAY} (?P<p>{PART}),? {_ON_DATE}", daytime.part_of_date),
    *(_rule("month year weekday", pattern, readers.full_date) for pattern in _FULL),
    _rule(
        "number year",
        r"(?P<a>\d{1,2})(?P<s>[./-])(?P<b>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d|(?<=[/-])\d\d(?![/.-]))"
        r"(?: (?P<clock>[0-2]\d[0-5]\d)[ECMP][SD]T)?",
        readers.numeric_date,
    ),
    _rule("number", "9/11", years.september_11),
    _rule(
        "month",
        r"(?:Sept\.?|September) ?11(?:th)?(?=,? (?:terror\w*|attacks?|attackers|hijack\w*|tragedy|victims|families)\b)",
        years.september_11,
    ),
    _rule("month", rf"{_EARLY}?(?P<m>{MONTH}),? (?:of )?(?P<y>{SHORT_YEAR})", readers.month_of_year),
    _rule("month weekday", rf"{_ON_DAY}(?P<m>{MONTH}) ?(?P<d>{DAY}),? {_THAT_YEAR}", readers.day_of_month),
    _rule(
        "month weekday",
        rf"(?P<m>{MONTH}) (?P<d>{DAY})(?= (?:and|to|through|until) {MONTH} {DAY},? (?P<y>{YEAR}))",
        readers.full_date,
    ),
    _rule("month weekday", rf"{_ON_DAY}(?P<m>{MONTH}) ?(?P<d>{DAY})(?![:,.]?\d)", readers.day_of_month),
    _rule("month weekday", rf"{_ON_DAY}(?P<d>{DAY})(?: of)? (?P<m>{MONTH})(?: {_THAT_YEAR})?", readers.day_of_month),
    _rule(
        "weekday",
        rf"the (?P<o>{ORDINAL}|last|final) (?P<d>{WEEKDAY}) (?:in|of) (?P<m>{MONTH})(?:,? (?P<y>{YEAR}))?",
        readers.nth_weekday,
    ),
    _rule("month", rf"(?:every|each) (?P<u>{MONTH})", spans.each),
    _rule(
        "month", rf"{_EARLY}?(?P<m>{MONTH})(?=(?: (?:and|to|through|or) |-|–){MONTH},? (?P<y>{YEAR}))", readers.month_of_year
    ),
    _rule("month", rf"{_EARLY}?(?P<m>{MONTH}),? {_THAT_YEAR}", readers.bare_month),
    _rule("month", rf"{_EARLY}?(?P<w>{_TOLD}) {_EARLY}?(?P<m>{MONTH})", readers.bare_month),
    _rule(
        "month",
        rf"{_EARLY}?(?:(?P<w>this (?:past|coming)|last|next|this|past|coming) )?{_EARLY}?(?P<m>{MONTH})",
        readers.bare_month,
    ),
    _rule("clock day weekday", _CLOCK, daytime.clock),
    _rule("clock", rf"(?P<h>[01]\d|2[0-4])(?P<min>[0-5]\d) (?:GMT|UTC)(?: (?P<d>{WEEKDAY}))?", daytime.clock),
    _rule("clock unit", rf"{_after('at')}(?P<h>[01]\d|2[0-4])(?P<min>[0-5]\d) hours", daytime.clock),
    _rule(
        "day weekday part",
        rf"{_after('at about around by after before until from')}(?P<h>\d{{1,2}})(?::(?P<min>\d\d))? "
        rf"(?:(?:(?P<d>{WEEKDAY})|(?P<n>this|tomorrow|yesterday)) (?P<p>{PART})|(?P<tonight>tonight)|in the (?P<part>{PART}))",
        daytime.clock,
    ),
)
_DAYS: tuple[Rule, ...] = (
    _rule(
        "weekday part",
        rf"the (?:{_PART_OF}[ -])?(?P<q>{PART})(?: hours)? of (?P<d>{WEEKDAY})",
        daytime.part_of_weekday,
    ),
    _rule("weekday", rf"(?P<d>{WEEKDAY})s", readers.plural_weekday),
    _rule("weekday", rf"(?P<d>{WEEKDAY}) (?P<p>{PART})s", readers.plural_weekday),
    _rule("weekday", rf"(?:every|each)(?: other| second| third)? (?P<d>{WEEKDAY})(?: (?P<p>{PART}))?", readers.plural_weekday),
    _rule("weekday unit", rf"{_COUNTED} (?P<way>ago|from) (?:last |next )?(?P<d>{WEEKDAY})", readers.weekday_counted),
    _rule(
        "weekday part",
        rf"(?P<q>dawn|daybreak|sunrise|dusk|nightfall|sunset|overnight)(?: on)? (?P<d>{WEEKDAY})",
        daytime.part_of_weekday,
    ),
    _rule("weekday", rf"(?P<d>{WEEKDAY}) of (?P<week>(?:last|this|next) week)", readers.weekday),
    _rule("weekday", rf"(?P<w>{_TOLD}) (?P<d>{WEEKDAY})(?: (?P<p>{PART}))?", readers.weekday),
    _rule(
        "weekday",
        rf"(?:(?P<w>this (?:past|coming)|last|next|this|past|coming) )?(?P<d>{WEEKDAY})(?: (?P<p>{PART}))?",
        readers.weekday,
    ),
    _rule(
        "day",
        r"(?P<n>(?P<era>today))(?=['’]s (?:youth|world|society|children|kids|generation|standards|economy)\b)",
        daytime.named_day,
    ),
    _rule(
        "day",
        rf"(?:the day (?P<x>before|after) )?(?P<n>today|yesterday|tomorrow|tonight)(?: (?P<p>{PART}))?",
        daytime.named_day,
    ),
    _rule("part", rf"(?P<w>this|last|next|{_TOLD}) (?P<p>{PART})", daytime.part_of_day),
    _rule("part", rf"the night (?P<way>before last|before|after){_END}", daytime.night_beside),
    _rule("part month unit", rf"(?:every|each) (?P<u>{PART})", spans.each),
    _rule(
        "part",
        rf"{_after('in during through until into throughout by since over for')}the "
        rf"(?:{_PART_OF}[ -])?(?P<p>{PART})(?={_GOES_ON})",
        daytime.bare_part,
    ),
    _rule(
        "part", rf"{_after('by until in since into through this')}{_PART_OF}[ -](?P<p>{PART})(?={_GOES_ON})", daytime.bare_part
    ),
    _rule(
        "part",
        rf"{_after('by at before until since from')}(?P<p>dawn|daybreak|sunrise|dusk|sunset|nightfall|morning)(?={_GOES_ON})",
        daytime.bare_part,
    ),
    _rule("part", rf"overnight(?={_GOES_ON}| (?:into|near|because|amid|of)\b)", daytime.overnight),
    _rule("part", r"the (?:middle|dead) of the (?P<p>night)", daytime.bare_part),
    _rule("unit", r"(?:(?:every|each) weekend|weekends)", spans.weekends),
    _rule("unit", rf"the weekend of (?P<m>{MONTH}) (?P<d>{DAY})(?:-\d\d?)?", readers.weekend_of),
    _rule("unit", rf"(?P<w>{_TOLD}) weekend", readers.weekend),
    _rule("unit", r"(?:this )?(?P<w>last|this|next|past|the|coming) weekend", readers.weekend),
)
_COUNTS: tuple[Rule, ...] = (
    _rule("unit", rf"{_COUNTED} ago", readers.ago),
    _rule(
        "unit vague",
        rf"(?:{_UNCOUNTED}|(?:not )?(?:so |too |very )?long|generations|a generation|"
        r"(?:some|a (?:long|short)) (?:time|while)|a while) ago",
        readers.past_vague,
    ),
    _rule("unit", rf"{_COUNTED} back(?! (?:in|to|from|at|into|and|on)\b)", readers.ago),
    _rule("unit", rf"{_COUNTED} (?P<way>later|earlier|previously|before(?: that)?{_END})", readers.later),
    _rule("unit vague", rf"(?:{_UNCOUNTED}) (?P<way>later|earlier)", readers.some_later),
    _rule("unit", rf"{_COUNTED} (?:from now|hence)", readers.from_now),
    _rule("unit", r"the (?P<u>week|month|year) before last", readers.before_last),
    _rule("unit", rf"the (?P<u>day|week|month|year) (?P<way>before|after){_END}", readers.day_beside),
    _rule(
        "unit",
        rf"{_NO_VERB}(?:the )?(?P<r>past|last|next|coming|previous|first|final) {_OR_SO}(?P<n>{NUMBER}) (?P<u>{UNIT})s?",
        spans.recent_span,
    ),
    _rule(
        "unit",
        r"the (?:past|last|next|previous|first|final) (?P<u>hour|day|week|month|year|decade|century) and a half",
        spans.and_half,
    ),
    _rule(
        "vague unit",
        r"(?:the (?P<w>years|months|weeks|days|decades|generations) (?:ahead|to come)|(?:years|months|weeks|days) to come)",
        spans.time_to_come,
    ),
    _rule(
        "unit",
        rf"{_after('over through')}the (?P<u>years|months|weeks|decades|centuries)(?! (?:of|since|before|after|that)\b)",
        spans.some_units,
    ),
    _rule("unit", r"(?:years|decades|months|centuries|generations) past", readers.past_vague),
    _rule("vague unit", r"(?:the )?(?:recent|past|previous|coming) (?P<u>days|weeks|months|years|decades)", spans.some_units),
)
_UNITS: tuple[Rule, ...] = (
    _rule(
        "unit",
        r"(?:the )?(?:end|start|beginning|middle|rest|remainder|close) of (?:the|this|(?P<w>last|next)) (?P<u>" + _LONG + ")",
        readers.end_of,
    ),
    _rule("unit", rf"(?:(?P<w>last|next) )?(?:the )?(?P<u>{_LONG})(?:[’']s[ -]end|-end)", readers.end_of),
    _rule(
        "unit",
        rf"{_after('over during within than')}(?:the )?(?:past|last|next|coming) (?P<u>hour|day|quarter|{_LONG})",
        spans.whole_span,
    ),
    _rule("unit", rf"the (?:past|last) (?P<u>hour|day|{_LONG})(?! of\b)", spans.whole_span),
    _rule("unit", rf"{_after('in for')}the next (?P<u>hour|year|decade|century)", spans.whole_span),
    _rule(
        "unit",
        rf"(?:(?:early|late) )?(?P<w>{_BESIDE}) (?P<u>day|quarter|millennium|{_LONG})(?!-| of (?:the\b|{MONTH}))",
        readers.beside,
    ),
    _rule("quarter", rf"(?P<w>{_BESIDE}) (?P<u>quarter)", readers.beside),
    _rule("unit", rf"{_after('by before until')}the (?:end|close) of the (?P<u>day)", readers.same_day),
    _rule(
        "unit",
        r"(?:(?:earlier|later|early|late) )?(?:that|the|that very) (?:same )?(?<!\bthe )(?P<u>day|week|month|year)(?!-)",
        readers.same_day,
    ),
    _rule("unit", rf"{_after('later~in earlier~in late~in early~in for')}the (?P<u>week|month|year){_END}", readers.this_one),
    _rule("unit", rf"(?:the )?{_EARLY}?(?P<o>{ORDINAL})[ -]centur(?:y|ies)", years.century),
    _rule("unit", rf"(?:every|each) (?:(?P<n>{NUMBER}|other) )?(?P<u>{UNIT})s?", spans.each),
    _rule("unit", rf"(?:once|twice|{NUMBER} times) (?:a|an|each|every|per) (?P<u>{_RATE})", spans.often),
    _rule("unit", rf"(?:a|per) (?P<u>{_RATE})(?!-|s\b| (?:ago|later|earlier|after|before|and)\b)", spans.rate),
    _rule("unit", rf"every single (?P<u>{_RATE})", spans.often),
)
_SPANS: tuple[Rule, ...] = (
    _rule("unit", r"(?<!-)(?P<u>day|week|month|year|decade|hour|century)-?long", spans.long_span),
    _rule("unit", r"an? (?P<u>hour|day|week|month|year|decade|century) and a half", spans.and_half),
    _rule("unit", rf"{_COUNTED} old(?! (?:man|woman|boy|girl)\b)", spans.age),
    _rule("unit", rf"{_COUNTED}-old(?= {_NOT_PERSON})", spans.age),
    _rule("unit", r"(?P<u>days|weeks|months|years|decades|centuries|hours)[ -](?:long|old)", spans.some_units),
    _rule("unit", r"(?:the|an) (?:entire|whole) (?P<u>hour|day|week|month|year|decade|century)(?!-)", spans.long_span),
    _rule("unit", r"all (?P<u>week|month|year)(?: long)?(?!-)", spans.long_span),
    _rule("unit", rf"{_COUNTED}(?:-long)?(?![ -](?:olds?\b|of age|round\b))(?! (?:ago|later|earlier)\b)", spans.duration),
    _rule("unit", r"(?:a )?(?P<k>half|quarter)[- ](?P<u>hour|day|year|decade|century)", spans.part_span),
    _rule("unit", r"(?<!-)(?P<u>century)-old", spans.long_span),
    _rule(
        "unit", rf"{_after('for took take takes lasted spent spend spending over within')}(?P<u>{_UNCOUNTED})", spans.some_units
    ),
    _rule(
        "unit",
        rf"(?:{_after('after following despite amid through with and')}|(?<=\n)|(?<=\. ))(?P<u>{_UNCOUNTED})(?= of [a-z])",
        spans.some_units,
    ),
    _rule("unit", r"(?P<u>years|months|weeks|days|hours)(?= (?:after|before) (?!that\b))", spans.some_units),
    _rule("unit", rf"{_after('in of')}(?P<u>{_UNCOUNTED})(?=[.,;]| (?:of|before|after|to|and)\b)", spans.some_units),
    _rule(
        "unit",
        rf"{_after('the')}(?P<u>days|weeks|months|years)(?= (?:before|after|since|following|leading)\b)",
        spans.some_units,
    ),
)
_YEARS: tuple[Rule, ...] = (
    _rule("season", rf"(?:every|each) (?P<s>{SEASON})", spans.each_season),
    _rule("season", rf"(?:the )?{_EARLY}?(?P<s>{SEASON})(?: of|,)? (?P<y>{SHORT_YEAR})", years.season),
    _rule("season", rf"(?:the )?{_EARLY}?(?P<s>{SEASON}),? {_THAT_YEAR}", years.season),
    _rule("season", rf"{_EARLY}?(?P<w>{_TOLD}) (?P<s>{SEASON})", years.season),
    _rule("season", rf"{_EARLY}?(?:the )?(?P<w>this (?:past|coming)|last|next|this|past|coming) (?P<s>{SEASON})", years.season),
    _rule(
        "season",
        rf"{_after('in by during since until through')}the {_EARLY}?(?P<s>fall)(?! (?:of|from|in|out)\b)",
        years.season,
    ),
    _rule(
        "season",
        rf"{_after('in by over during through until since')}(?:the )?{_EARLY}?(?P<s>spring|summer|autumn|winter)",
        years.season,
    ),
    _rule("year", rf"(?P<y>{YEAR})(?:['’]s)? (?P<o>first|second|third|fourth)[ -](?P<k>quarter|half)", years.quarter),
    _rule(
        "quarter year",
        rf"(?:the )?(?:(?P<o>first|second|third|fourth)[ -](?P<k>quarter|half)|Q(?P<q>[1-4]))(?: of|,)? (?P<y>{SHORT_YEAR})",
        years.quarter,
    ),
    _rule(
        "quarter",
        r"(?:the )?(?P<o>first|second|third|fourth)[ -](?P<k>quarter|half) of (?P<now>this|the|last|next) year",
        years.quarter,
    ),
    _rule("quarter", r"(?:the )?(?P<o>first|second|third|fourth)[ -](?P<k>quarter)(?! of)", years.quarter),
    _rule("quarter", r"Q(?P<q>[1-4])", years.quarter, cased=True),
    _rule("fiscal", r"(?:fiscal(?: year)? |FY ?)[’']?(?P<y>(?:19|20)?\d\d)", years.fiscal_year),
    _rule("year decade", rf"(?:the )?{_EARLY}?(?:(?P<y>(?:1[0-9]|20)\d0)['’]?s)", years.decade),
    _rule("decade", rf"(?:the )?{_EARLY}?['’](?P<y>\d0)['’]?s", years.decade),
    _rule("decade", rf"the {_EARLY}?(?P<y>\d0)s", years.decade),
    _rule("decade", rf"the {_EARLY}?(?P<word>{'|'.join(DECADES)})", years.decade),
    _rule("year", r"(?P<y>\d{4}) B\.?C\.?(?:E\.?)?", years.before_christ, cased=True),
    _rule("year", rf"(?:the )?year (?P<y>{YEAR})", years.bare_year),
    _rule("year", rf"(?:(?:early|late|mid)[ -])?(?P<y>{YEAR})", years.bare_year),
    _rule("short year", rf"{_after('in of since by until from and to early late')}['’](?P<y>\d\d)", years.short_year),
    _rule("short year", rf"{_after('the')}['’](?P<y>\d\d)(?= [A-Za-z])", years.short_year),
    _rule("year short", r"(?<=\b(?:19|20)\d\d[-–])['’]?(?P<y>\d\d)(?!\d|[-/]\d)", years.short_year),
    _rule("holiday", "the (?:new|New) (?:year|Year)(?!['’])", years.new_year),
)
_VAGUE: tuple[Rule, ...] = (
    _rule("set", f"(?:{'|'.join(EVERY)})", spans.adverb_set),
    _rule("vague unit", rf"(?:{_FUTURE}|{_PAST}|at (?:present|the moment|this time)|these days|the other day)", readers.vague),
    _rule("vague", r"(?<!as )(?<!too )(?<!so )(?<!how )(?<!very )soon(?! (?:as|after|enough)\b)", readers.soon),
    _rule("vague", rf"(?:{_NOW})(?!-)", readers.vague),
)
RULES = _DATES + _DAYS + _COUNTS + _UNITS + _SPANS + _YEARS + _VAGUE
"""In the order in which they are tried."""


KINDS: dict[str, str] = {
    **dict.fromkeys(MONTHS, "month"),
    **{name + s: "weekday" for name in WEEKDAYS if name.endswith("day") for s in ("", "s")},
    **dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), "day"),
    **dict.fromkeys(PARTS, "part"),
    **{name + s: "unit" for name in UNITS for s in ("", "s") if name + s not in PARTS},
    **dict.fromkeys(("yearlong", "weeklong", "monthlong", "daylong", "hourlong", "decadelong", "millennia"), "unit"),
    **dict.fromkeys(SEASONS, "season"),
    **dict.fromkeys(("noon", "midday", "midnight", "m", "am", "pm", "clock", "gmt", "utc"), "clock"),
    **dict.fromkeys(("quarter", "half", "q1", "q2", "q3", "q4"), "quarter"),
    **dict.fromkeys(("fiscal", "fy"), "fiscal"),
    **dict.fromkeys(DECADES, "decade"),
    **dict.fromkeys(EVERY, "set"),
    **dict.fromkeys(holidays.TRIGGERS, "holiday"),
    **dict.fromkeys(
        ("now", "nowadays", "currently", "recently", "lately", "presently", "future", "current", "recent", "past",
         "present", "moment", "moments", "time", "while", "long", "soon", "generation", "generations"),
        "vague",
    ),
}  # fmt: skip
