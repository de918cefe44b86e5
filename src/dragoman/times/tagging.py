"""Finding the time expressions of a story, from left to right, each seeing the day that the text spoke of before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from dragoman.records import Precision, Time, TimexType
from dragoman.times.calendar import days_of
from dragoman.times.flat import flattened
from dragoman.times.lookalikes import misread
from dragoman.times.readers import Context, Match
from dragoman.times.rules import KINDS, RULES, Rule
from dragoman.times.tense import asked_for, plainly_past, points_ahead, told_of

_WORD = re.compile(r"[A-Za-z]+|\d+")
_REACH = 45  # characters on either side of a trigger that a pattern may use
_MEMORY = 500  # characters for which a day told stays the one that "that day" means
_GRAINS: tuple[Precision, ...] = ("day", "month", "year")  # what "that day", "that month", "that year" look back for
_BY_KIND = {kind: tuple(rule for rule in RULES if kind in rule.on) for kind in sorted({k for rule in RULES for k in rule.on})}
_JOINS_RANGE = re.compile(r"(?: ?[-–—] ?| (?:to|through|thru|until|till) (?:the )?)(?:early |late |mid-)?$")
_MODIFIER = re.compile(r"\b(?:early|late|mid)[ -](?:on )?$|\blater $", re.IGNORECASE)
"""Words that are part of the expression behind them; newswire corpora leave "earlier", "about" and "more than" outside."""


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
    flat = flattened(text)
    spoken, end, found, last = dict.fromkeys(_GRAINS, _Spoken(day, 0)), 0, list[Time](), None
    for position, kind in _triggers(flat.text):
        if position < end:
            continue
        told = {grain: last.near(position, day) for grain, last in spoken.items()}
        vague = spoken["month"].at > spoken["day"].at
        year = spoken["year"].at > spoken["month"].at
        at = Context(day, told["day"], False, hour, told["month"], told["year"], only_month=vague, only_year=year)
        hit = _read(flat.text, position, kind, last or _Found(0, 0, "DATE", ""), at)
        if hit is None:
            continue
        end, last = hit.end, hit
        begin, stop = flat.original(hit.begin), flat.original(end - 1) + 1
        found.append(Time(begin=begin, end=stop, text=text[begin:stop], type=hit.type, value=hit.value))
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
    before = text[max(0, match.start() - 5) : match.start()]
    if len(word) == 4:
        return "clock" if following.startswith((" GM", " UT")) else "year"
    if len(word) > 2:
        return ""
    if following[1:2].isdigit() and following[:1] in ":/-.":
        return "clock" if following[0] == ":" else "number"
    if len(word) == 2 and following.startswith(("s", "'s", "’s")) and (following[0] == "s" or before.endswith(("'", "’"))):
        return "decade"
    return "short" if len(word) == 2 and (before.endswith(("'", "’")) or re.search(r"\d{4}[-–]$", before)) else ""


def _read(text: str, position: int, kind: str, last: _Found, at: Context) -> _Found | None:
    """Give the verdict of the first rule that reads the words round a trigger."""
    low, high = max(last.end, position - _REACH), min(len(text), position + _REACH)
    for rule in _BY_KIND.get(kind, ()):
        match = _covering(rule, text, low, high, position)
        if match is None or misread(text, match, kind):
            continue
        verdict = rule.read(match, _in_clause(at, text, match, last))
        if verdict:
            return _Found(_with_modifier(text, match, last.end, verdict[0]), match.end(), *verdict)
    return None


def _in_clause(at: Context, text: str, match: Match, last: _Found) -> Context:
    """Add what the clause round the match tells of its time."""
    ahead = points_ahead(text, match.start(), match.end())
    return replace(
        at, ahead=bool(ahead), told_when=ahead is not None, start=_range_start(text, match, last),
        told_of=told_of(text, match.start(), match.end()), asked_for=asked_for(text, match.start()),
        plainly_past=plainly_past(text, match.start(), match.end()),
    )  # fmt: skip


def _range_start(text: str, match: Match, last: _Found) -> date | None:
    """Give the first day of the expression before, where this one ends the range that it began."""
    if last.type != "DATE" or not last.end or not _JOINS_RANGE.fullmatch(text[last.end : match.start()]):
        return None
    days = days_of(last.value)
    return days[0] if days else None


def _with_modifier(text: str, match: Match, floor: int, kind: TimexType) -> int:
    """Give where the expression begins with the word that modifies it: "late Friday", "later that year"."""
    if kind in ("DURATION", "SET"):
        return match.start()
    found = _MODIFIER.search(text, max(floor, match.start() - 12), match.start())
    later = found is not None and found[0].lower().startswith("later") and not match[0].lower().startswith("that")
    return found.start() if found and not later else match.start()


def _covering(rule: Rule, text: str, low: int, high: int, position: int) -> Match | None:
    """Give the rule's match that covers the trigger, if there is one."""
    for match in rule.pattern.finditer(text, low, high):
        if match.start() > position:
            return None
        if match.end() > position:
            return match
    return None
