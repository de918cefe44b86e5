"""Figures: numbers with the unit they count, in digits or words."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.records import Span
from dragoman.times.words import SPELLED, number


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


_SCALES = {
    "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6, "billion": 1e9, "bn": 1e9, "bln": 1e9,
    "trillion": 1e12, "tn": 1e12, "dozen": 12.0,
}  # fmt: skip
_CURRENCIES = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "ruble": "RUB", "rouble": "RUB", "yuan": "CNY", "renminbi": "CNY",
    "yen": "JPY", "rupee": "INR", "lira": "TRY", "hryvnia": "UAH", "zloty": "PLN", "shekel": "ILS", "rial": "IRR",
    "riyal": "SAR", "dirham": "AED", "rand": "ZAR", "naira": "NGN", "franc": "CHF", "won": "KRW", "reais": "BRL",
    "peso": "MXN", "krona": "SEK", "krone": "NOK", "baht": "THB", "ringgit": "MYR", "rupiah": "IDR", "tenge": "KZT",
    "manat": "AZN", "afghani": "AFN",
}  # fmt: skip
_NATIONAL = {
    "canadian": "CAD", "australian": "AUD", "hong kong": "HKD", "singapore": "SGD", "new zealand": "NZD", "egyptian": "EGP",
    "syrian": "SYP", "lebanese": "LBP", "pakistani": "PKR", "sri lankan": "LKR", "kenyan": "KES", "ugandan": "UGX",
}  # fmt: skip
_DOLLARS = {"A$": "AUD", "C$": "CAD", "HK$": "HKD", "US$": "USD"}
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₽": "RUB", "₹": "INR", "₺": "TRY", "₴": "UAH", "₪": "ILS"}
_CODES = "USD|EUR|GBP|RUB|CNY|JPY|INR|TRY|UAH|CAD|AUD|CHF|PLN|ILS|IRR|SAR|AED|ZAR|NGN|KRW|BRL|MXN"
_MEASURES = {
    "km": "km", "kilometres": "km", "kilometers": "km", "kilometre": "km", "kilometer": "km", "meters": "metres",
}  # fmt: skip
_PHYSICAL = _words("MW GW kW MVA MHz GHz kg mph kph MWh GWh")
_TIME_UNITS = _words("years months weeks days hours minutes seconds decades centuries")
_FIRST_OF_TWO = _words("police rights arms sports sales women men weapons drugs savings customs communications human")
_IRREGULAR = _words("people men women children police troops personnel cattle staff aircraft hectares")
_NOT_NOUNS = _words(
    "has does its his less plus versus across always perhaps besides says times series news whereas towards afterwards ones "
    "others thirds quarters fifths"
)
_STOPS = _words(
    "of in on at to for from by with and or but the a an that which who is are was were be been has have had will would as "
    "than while after before since until when where said killed wounded injured dead died not per"
)
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_NUMBER = rf"(?:{_DIGITS}|(?:a )?hundred|{SPELLED}(?:[ -]and[ -]a[ -]half)?)"
_SCALE = r"(?:[ -]?(?:thousand|million|billion|trillion|dozen|mln|bln|bn|mn|tn|k|m)\b)"
_SIGN = rf"(?:(?:US|A|C|HK)?[$€£¥₽₹₺₴₪] ?|(?:{_CODES}) ?)"
_FIGURE = re.compile(
    rf"(?<![\w.,/:$€£¥₽₹₺₴₪-])(?P<sign>{_SIGN})?(?P<n>{_NUMBER})(?P<scale>{_SCALE})?(?P<percent> ?%| per ?cent\b)?"
    r"(?![\w]|[.,:/]\d|-\d)",
    re.IGNORECASE,
)
_QUICK = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|million|billion)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    rf" (?:(?P<of>{'|'.join(_NATIONAL)}|US|U\.S\.|American) )?(?P<c>{'|'.join(_CURRENCIES)})s?\b", re.IGNORECASE
)
_WORD = re.compile(r"[ -](?P<w>[A-Za-z][\w'’-]*)")
_HARMED = re.compile(
    r" (?:(?:were|was|have been|had been|are|have|had) )?(?:(?:reportedly|also|confirmed|others?|more) )?"
    r"(?:killed|dead|wounded|injured|displaced|missing|arrested|detained|died|hospitali[sz]ed)\b"
)
_DATED = re.compile(
    r"\b(?:(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*|may|no|page|chapter|article|section|resolution|paragraph|phase|"
    r"type|room|flight|route|highway|in|since|year|psalm|mark|group|level|league|tel|at|around|by)\.? $",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
_SO_MANY = re.compile(r"\b(?:about|some|nearly|over|least|than|almost|around|approximately|roughly) $", re.IGNORECASE)
_KNOWN_FEW = re.compile(r"\b(?:the|these|those|both|all|its|their|his|her|other)(?: \w+)? $", re.IGNORECASE)
_OF_THEM = re.compile(r" of (?:the|its|their|his|her|our)\b")
_MONTH_NEXT = re.compile(r"(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_NO_CLAIM_AFTER = re.compile(r" (?:ago|later|earlier|old|of age|before|after|from now|pregnant)\b", re.IGNORECASE)
_OTHER_DATING = re.compile(r"\b(?:past|last|next|first|coming|previous|within|every|each|in)(?: the)? $", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with its unit, and where it stands."""

    begin: int
    end: int
    quantity: float
    unit: str


def figures(text: str, sentence: Span) -> Iterator[Figure]:
    """Give the figures of one sentence that count something, from left to right."""
    if not _QUICK.search(text, *sentence):
        return
    for match in _FIGURE.finditer(text, *sentence):
        value = _value(match)
        unit_end = _unit(text, match, value) if value is not None else None
        if value is not None and unit_end is not None:
            unit, end = unit_end
            yield Figure(match.start(), min(end, sentence[1]), value, unit)


def _value(match: re.Match[str]) -> float | None:
    digits = match["n"].lower().removeprefix("a ")
    counted = 100.0 if digits == "hundred" else number(digits)
    scale = _SCALES[match["scale"].strip(" -").lower()] if match["scale"] else 1.0
    return None if counted is None or math.isinf(counted) else round(counted * scale, 6)  # hundreds of digits count nothing


def _unit(text: str, match: re.Match[str], value: float) -> tuple[str, int] | None:
    """Give the unit and where it ends; ``None`` where the number counts nothing that can be checked."""
    if match["sign"]:
        sign = match["sign"].strip().upper()
        return _DOLLARS.get(sign) or _SIGNS.get(sign) or sign, match.end()
    if match["percent"]:
        return "percent", match.end()
    money = _MONEY.match(text, match.end())
    if money:
        return _NATIONAL.get((money["of"] or "").lower()) or _CURRENCIES[money["c"].lower()], money.end()
    before = text[max(0, match.start() - 20) : match.start()]
    return None if _dates_or_labels(text, match, value, before) else _counted(text, match, before)


def _dates_or_labels(text: str, match: re.Match[str], value: float, before: str) -> bool:
    """Whether the number is a year, a day, a label, or counts what the story speaks of anyway ("the two sides")."""
    if value <= 1 or _MONTH_NEXT.match(text, match.end()):
        return True
    if _YEAR.match(match["n"]) and not match["scale"] and not _SO_MANY.search(before):
        return True
    if match["n"].isdigit() and not match["scale"] and _DATED.search(before):
        return not re.match(r" [a-z]+s\b", text[match.end() : match.end() + 20])
    return value <= 4 and _KNOWN_FEW.search(before) is not None


def _counted(text: str, match: re.Match[str], before: str) -> tuple[str, int] | None:
    """Give the plural noun that the number counts: the first behind it, over at most three words that describe it."""
    harmed = _HARMED.match(text, match.end())
    if harmed:
        return "people", harmed.end()
    if text[match.end() : match.end() + 1] == "-":  # "a 31-page report" is not a count
        return None
    of = _OF_THEM.match(text, match.end())
    end = of.end() if of else match.end()
    for skipped in range(4):
        word = _WORD.match(text, end)
        if word is None:
            return None
        noun, end = word["w"], word.end()
        plain = noun.lower()
        if noun in _PHYSICAL or plain in _MEASURES:
            return _MEASURES.get(plain, noun), end
        if plain in _STOPS or "'" in noun or "’" in noun or any(sign.isdigit() for sign in noun):
            return None
        if _plural(plain) and (noun.islower() or skipped or match["n"][0].isdigit()):
            return _accepted(text, noun, end, before)
    return None


def _plural(word: str) -> bool:
    if word in _IRREGULAR:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _NOT_NOUNS


def _accepted(text: str, unit: str, end: int, before: str) -> tuple[str, int] | None:
    """Leave out spans of time that only date something, and ages."""
    if unit in _TIME_UNITS and (_NO_CLAIM_AFTER.match(text, end) or _OTHER_DATING.search(before)):
        return None
    following = _WORD.match(text, end)
    if following and unit in _FIRST_OF_TWO and _plural(following["w"]) and text[end] == " ":
        return following["w"], following.end()
    return unit, end
