"""What looks like a time and is none: the verb "may", the Sunday Times, a flight number, the Six-Day War."""

from __future__ import annotations

import re

from dragoman.times.words import MONTH, MONTHS

Match = re.Match[str]
_NUMBERED = re.compile(
    r"(?:[$€£#№]|\b(?:no|number|about|over|nearly|almost|than|some|least|around|approximately|room|flight|page|boeing|code|route|"
    r"highway|interstate|article|section|resolution|chapter)\.? )$",
    re.I,
)
_THINGS = re.compile(
    r" (?:(?:[a-z]+ )?(?:people|men|women|children|km|miles|percent|members|dollars|euros)|[a-z]{3,}(?<!s)s)\b|[%°]"
)
_ALWAYS_THINGS = re.compile(
    r" (?:people|men|women|children|homes|houses|troops|soldiers|miles|feet|meters|jobs|workers|votes|delegates)\b"
    r"|(?: [A-Z]\w+){1,2} (?:Ave|Avenue|St|Street|Road|Rd|Blvd|Boulevard|Drive|Lane)\b"
)
_LED_BY = re.compile(
    r"\b(?:in|since|of|by|from|until|till|before|after|during|early|late|mid|the|and|to|through|or|between|for)[ -]$", re.I
)
_RANGE = re.compile(r"\b(?:(?:pre|post)-|(?:1[0-9]|20)\d\d[-–/])$", re.I)
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n•][\"'”’]*\s*[\"'“‘`]*)$")
_NAMED_DAY = re.compile(r"\b(?:Super|Bowl|Black|Bloody|Fat|Cyber|Palm|Ash|Giving|Ruby|Man|USA|Russia|India|Psychology) $")
_DAYS_OF = re.compile(
    r" (?:Times|Post|Telegraph|Express|Mirror|Herald|Star|Mail|Independent|Mercury|Group|Tribune|[Ss]chool|(?:Night )?Football|"
    r"(?:Night )?Live|"
    r"[Ss]how|[Pp]rogram|Addams|Next)\b|[\"'”’]+ show\b"
)
_NOT_SPAN = re.compile(r"(?:three|one|some|many)[- ]quarters?|one day", re.IGNORECASE)
_COUNTS_DAYS = re.compile(r"\b(?:for|in|after|within|than|least|only|just|about|lasted|took|or) $", re.IGNORECASE)
_MONTH_LED_BY = re.compile(
    r"\b(?:in|since|of|by|from|until|till|before|after|during|early|late|mid|last|next|this|between|through|to|around|every|each|"
    rf"beginning|starting|throughout|(?:late|early|recently) as)[ -]$|{MONTH}(?:-|–| and | or | to )$",
    re.IGNORECASE,
)
_DETERMINED = re.compile(r"\b(?:the|a|an|his|her|its|their|that|and|or)[ -]$", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?:['’]s)? (?!(?:on|of|in|to|by|for|from|and|or|through|toward|with|that|will|was|is|had)\b)[a-z]")
_MONTHS_ON = re.compile(rf"(?: (?:and|or|to|through|until) |-|–){MONTH}", re.IGNORECASE)
_FIRST_NAME = re.compile(r"(?:April|June|August|May|January|Jan)$")
_SURNAME = re.compile(r" (?!(?:Supreme|Senate|House|White|Democratic|Republican)\b)[A-Z][a-z]+")
_NO_NAME_BEFORE = re.compile(r"[a-z][ -]$")
_CALENDAR = re.compile(r"\b(?:Lunar|Chinese|Jewish|Iranian|Persian|Islamic|Orthodox|Thai|Vietnamese|Tibetan) $")
_SPEED = re.compile(r"\b(?:miles|kilometers|kilometres|km|knots) $")
_IN_QUOTES = re.compile(r"[\"'“‘`]$")
_WAR = re.compile(r"['’]? War\b")
_CHAPTER = re.compile(r"\b[A-Z][a-z]+ $")
#: A clock in brackets tells the same moment in another zone: "8:50 p.m. (1650 GMT)".
_CLOCK_BEFORE = re.compile(r"(?:\d|[ap]\.?m\.?|time) \($", re.IGNORECASE)
_DAY_WORD = re.compile(r"(?:day|At|By|From|Until|About|Around|Before|After|Since) $")


def misread(text: str, match: Match, kind: str) -> bool:
    """Whether what looks like a time is not: a count that looks like a year, the verb "may", the sun."""
    words, before, after = match[0], text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 40]
    if kind == "month":
        return not _names_month(words, before, after)
    if kind == "year" and words.isdigit():
        return not _names_year(words, before, after)
    if words == "NOW" and any(sign.islower() for sign in after):
        return True  # the National Organization for Women
    if kind in ("set", "vague"):
        return words[0].isupper() and not _SENTENCE_START.search(before)  # a newspaper
    if kind in ("unit", "clock"):
        return _names_other(words, before, after, kind)
    if kind == "part":
        return _names_show(words, before)
    if kind in ("weekday", "day"):
        return _names_paper(words, before, after, kind)
    return kind == "holiday" and (
        bool(_CALENDAR.search(before)) or after.startswith(" Island") or (words.islower() and words != "the new year")
    )


def _names_paper(words: str, before: str, after: str, kind: str) -> bool:
    """Whether a day is the name of a show, a newspaper or a person, or written small as no weekday is."""
    if words.islower():
        return kind == "weekday"
    return bool(_NAMED_DAY.search(before) or (_DAYS_OF.match(after) and "day" in words.lower()) or _titled(words, after))


def _titled(words: str, after: str) -> bool:
    """Whether a part of a day begins a title ("Sunday Morning Futures")."""
    return words.split()[-1] in ("Morning", "Afternoon", "Evening") and bool(re.match(r" [A-Z][a-z]", after))


def _names_show(words: str, before: str) -> bool:
    """Whether a part of a day is a title ("CBS This Morning")."""
    return words.istitle() and bool(re.search(r"(?:[A-Z]\w+ |[\"“`])$", before))


def _names_other(words: str, before: str, after: str, kind: str) -> bool:
    """Whether a length of time or an hour is a title, a war, a verse of the Bible, or a share."""
    if kind == "clock":
        verse = words[-1].isdigit() and _CHAPTER.search(before) and not _DAY_WORD.search(before)
        titled = words[0].isupper() and bool(re.match(r" [A-Z][a-z]", after) or re.search(r"[A-Z][a-z]+ $", before))
        return bool(verse) or titled or bool(_CLOCK_BEFORE.search(before)) or bool(re.match(r"\.\d", after))
    if _SPEED.search(before) and words.lower() in ("an hour", "per hour"):
        return True
    if _NOT_SPAN.fullmatch(words):
        return words.lower() != "one day" or not (_COUNTS_DAYS.search(before) or after.startswith((" before", " after")))
    title = words.split()[-1][0].isupper() and not words.isupper()
    if title and words.endswith("Century"):
        return True  # 21st Century Fox
    return bool(_WAR.match(after)) or (title and bool(_IN_QUOTES.search(before)) and after[:1] in tuple("\"'”’,"))


def _names_month(words: str, before: str, after: str) -> bool:
    """Whether a month is meant: capitalised, and by its preposition where the bare name is also a verb or an abbreviation."""
    name = re.split(r"[ -]", words)[-1]
    if words == "September" and before.endswith("Black "):
        return False
    if any(sign.isdigit() for sign in words):
        return not words.islower()
    if name.lower().rstrip(".") not in MONTHS:
        return True
    if name in ("May", "March") and name == words:
        return bool(_MONTH_LED_BY.search(before) or _MONTHS_ON.match(after)) or bool(
            _DETERMINED.search(before) and _ATTRIBUTE.match(after)
        )
    if name == words and _FIRST_NAME.match(name) and _SURNAME.match(after) and not _NO_NAME_BEFORE.search(before):
        return bool(_MONTH_LED_BY.search(before))
    return name[0].isupper() and (len(name) > 3 or name.endswith(".") or name == "May")  # "last May"


def _names_year(digits: str, before: str, after: str) -> bool:
    """Whether four digits are a year and not a count, a price, a number or a name ("Windward-2019")."""
    if _RANGE.search(before):
        return "1400" <= digits <= "2100"
    if not "1400" <= digits <= "2100" or _NUMBERED.search(before) or re.search(r"[\w”\"'][-/+]$|\d[.,]$", before):
        return False
    if _ALWAYS_THINGS.match(after):
        return False
    return bool(_LED_BY.search(before)) or not _THINGS.match(after)
