"""Finding the time expressions of a story, from left to right, each seeing the day that the text spoke of before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from dragoman.records import Precision, Time, TimexType
from dragoman.times.calendar import days_of
from dragoman.times.readers import Context, Match
from dragoman.times.rules import KINDS, RULES, Rule
from dragoman.times.tense import points_ahead

_WORD = re.compile(r"[A-Za-z]+|\d+")
_REACH = 45  # characters on either side of a trigger that a pattern may use
_MEMORY = 500  # characters for which a day told stays the one that "that day" means
_GRAINS: tuple[Precision, ...] = ("day", "month", "year")  # what "that day", "that month", "that year" look back for
_BY_KIND = {kind: tuple(rule for rule in RULES if kind in rule.on) for kind in sorted({k for rule in RULES for k in rule.on})}
_COUNTED = re.compile(
    r"(?:[$€£#№]|\b(?:no|number|about|over|nearly|almost|than|some|least|around|approximately|room|flight|page)\.? )$", re.I
)
_THINGS = re.compile(
    r" (?:(?:[a-z]+ )?(?:people|men|women|children|km|miles|percent|members|dollars|euros)|[a-z]{3,}(?<!s)s)\b|[%°]"
)
_LED_BY = re.compile(
    r"\b(?:in|since|of|by|from|until|till|before|after|during|early|late|mid|the|and|to|through|or|between|for)[ -]$", re.I
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n•][\"'”’]*\s*[\"'“‘]?)$")
_DAY_NAME = re.compile(r"\b(?:Super|Black|Bloody|Fat|Cyber|Palm|Ash|Giving) $")  # "Super Tuesday" is a name
_NOT_SPAN = re.compile(r"(?:three|one)[- ]quarters?|one day", re.IGNORECASE)
_COUNTS_DAYS = re.compile(r"\b(?:for|in|after|within|than|least|only|just|about|lasted|took|or) $", re.IGNORECASE)
_MONTH_LED_BY = re.compile(
    r"\b(?:in|since|of|by|from|until|till|before|after|during|early|late|mid|last|next|this|between|through|to)[ -]$"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """A verdict with its place in the text."""

    begin: int
    end: int
    type: TimexType
    value: str


@dataclass(frozen=True, slots=True)
class _Spoken:
    """The last date that the text told to some precision, and where: what "two days later" counts from while it is near."""

    day: date | None
    at: int

    def near(self, position: int, published: date | None) -> date | None:
        """Give it while it is near, then the day of publication."""
        return self.day if position - self.at < _MEMORY else published


def times(text: str, published: date | datetime | None = None) -> tuple[Time, ...]:
    """Find the time expressions of a text and what they stand for.

    Args:
        text: The story's text.
        published: When the story appeared; without it, what is relative stays open ("XXXX-08", "PAST_REF").

    Returns:
        The expressions in the order of the text, without overlaps, with TimeML types and values. Prepositions are left out.

    >>> [(t.text, t.value) for t in times("Fighting began in August and lasted two weeks.", date(2021, 10, 21))]
    [('August', '2021-08'), ('two weeks', 'P2W')]
    """
    day = published.date() if isinstance(published, datetime) else published
    hour = published.hour if isinstance(published, datetime) else None
    spoken, end, found = dict.fromkeys(_GRAINS, _Spoken(day, 0)), 0, list[Time]()
    for position, kind in _triggers(text):
        if position < end:
            continue
        told = {grain: last.near(position, day) for grain, last in spoken.items()}
        vague = spoken["month"].at > spoken["day"].at
        at = Context(day, told["day"], False, hour, told["month"], told["year"], only_month=vague)
        hit = _read(text, position, kind, end, at)
        if hit is None:
            continue
        end = hit.end
        found.append(Time(begin=hit.begin, end=end, text=text[hit.begin : end], type=hit.type, value=hit.value))
        spoken |= _told(hit)
    return tuple(found)


def _told(hit: _Found) -> dict[Precision, _Spoken]:
    """Give what a date leaves to count from: a day is also of a month and of a year."""
    days = days_of(hit.value) if hit.type in ("DATE", "TIME") else None
    if days is None or days[2] not in _GRAINS:
        return {}
    return {grain: _Spoken(days[0], hit.end) for grain in _GRAINS[_GRAINS.index(days[2]) :]}


def _triggers(text: str) -> Iterator[tuple[int, str]]:
    """Give the words that a rule waits for, with their kind."""
    for match in _WORD.finditer(text):
        word = match[0]
        kind = _number_kind(text, match) if word[0].isdigit() else KINDS.get(word.lower(), "")
        if kind:
            yield match.start(), kind


def _number_kind(text: str, match: Match) -> str:
    """Tell years from times of day; other numbers wait for the unit behind them."""
    word, following = match[0], text[match.end() : match.end() + 3]
    if len(word) == 4:
        return "clock" if following.startswith((" GM", " UT")) else "year"
    if len(word) <= 2 and following[:1] == ":" and following[1:2].isdigit():
        return "clock"
    if len(word) == 2 and text[match.start() - 1 : match.start()] in ("'", "’") and following[:1] != "s":
        return "short"
    return "decade" if len(word) == 2 and following[:1] == "s" else ""


def _read(text: str, position: int, kind: str, floor: int, at: Context) -> _Found | None:
    """Give the verdict of the first rule that reads the words round a trigger."""
    low, high = max(floor, position - _REACH), min(len(text), position + _REACH)
    for rule in _BY_KIND.get(kind, ()):
        match = _covering(rule, text, low, high, position)
        if match is None or _misread(text, match, kind):
            continue
        ahead = points_ahead(text, match.start(), match.end())
        verdict = rule.read(match, replace(at, ahead=ahead))
        if verdict:
            return _Found(match.start(), match.end(), *verdict)
    return None


def _covering(rule: Rule, text: str, low: int, high: int, position: int) -> Match | None:
    """Give the rule's match that covers the trigger, if there is one."""
    for match in rule.pattern.finditer(text, low, high):
        if match.start() > position:
            return None
        if match.end() > position:
            return match
    return None


def _misread(text: str, match: Match, kind: str) -> bool:
    """Whether what looks like a time is not: a count that looks like a year, the verb "may", the sun."""
    words, before = match[0], text[max(0, match.start() - 16) : match.start()]
    if kind == "month":
        return not _names_month(words, before)
    if kind == "year" and words.isdigit():
        return not _names_year(words, before, text[match.end() : match.end() + 30])
    if kind == "set":
        return words[0].isupper() and not _SENTENCE_START.search(before)  # a newspaper
    if kind == "unit" and _NOT_SPAN.fullmatch(words):
        return words.lower() != "one day" or not (
            _COUNTS_DAYS.search(before) or text.startswith((" before", " after"), match.end())
        )
    return kind in ("weekday", "holiday") and (words.islower() or bool(_DAY_NAME.search(before)))


def _names_month(words: str, before: str) -> bool:
    """Whether a month is meant: capitalised, and by its preposition where the bare name is also a verb or an abbreviation."""
    name = re.split(r"[ -]", words)[-1]
    if any(sign.isdigit() for sign in words):
        return not words.islower()
    if name in ("May", "March"):
        return bool(_MONTH_LED_BY.search(before)) or name != words
    return name[0].isupper() and (len(name) > 3 or name.endswith("."))


def _names_year(digits: str, before: str, after: str) -> bool:
    """Whether four digits are a year and not a count, a price, a number or a name ("Windward-2019")."""
    if not "1400" <= digits <= "2100" or _COUNTED.search(before) or re.search(r"[\w”\"'][-/+]$|\d[.,]$", before):
        return False
    return bool(_LED_BY.search(before)) or not _THINGS.match(after)
