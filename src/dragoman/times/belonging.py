"""Whether a time can be an event's own, or belongs to something else that its sentence names."""

from __future__ import annotations

import re

from dragoman.records import Span, Tense, Time

_ASIDE = re.compile(
    r",\s(?:(?:\w+\s){0,2}(?:which|whom|whose)|who|where|although|though|because)\b|(?:Although|Though|Because)\b"
    r"|,\s(?:first\s)?(?:\w+ed|held|born|built)\s(?:in|on|since)\s"
)
_DEFINING = re.compile(r"(?<=\w)\s(?:who|that|which)\s(?:was|were|had)\b")
_PUT_OFF = re.compile(
    r"\b(?:until|till|ahead of|due(?: (?:to \w+ )?(?:on|in|by))?|(?:planned|scheduled|slated|billed) (?:for|on|in))\s+"
    r"(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Before a time that something else lasts to or waits for: "autonomy until 2047", "a march planned for Friday"."""
_DURING = r"in|during|at|on|amid|throughout|since"
_WITHIN = re.compile(rf"\b(?:{_DURING})\s+(?:(?:the|an?|its|his|her|their|our|this)\s+)?(?:\w+\s+)?$", re.IGNORECASE)
_DETERMINER = re.compile(
    rf"(?:\b(?:the|an?|its|his|her|their|our|this)|['’]s)\s+(?:(?!(?:{_DURING}|of|from|by|for)\b)[\w-]+\s+)?$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"(?:\s+(?!(?:and|or|but|when|while|after|before|as|to|in|on|at|of|for|by|with|from|that|which|who|was|were|is|are|has|have|"
    r"had|will|would)\b)[\w'’-]+){1,3}"
)
_GOES_ON = re.compile(r"[^,;:—–]*\s(?:which|that|who)\s")
_CALENDAR = re.compile(r"\d{4}(?:-\d\d){0,2}")
_OWNER = re.compile(r"['’]s?\s")
_REACH = 80  # characters


def belongs(time: Time, sentence: Span, evidence: Span, text: str, tense: Tense | None) -> bool:
    """Say whether the time may date the event of the evidence.

    It may not where it stands in a clause told aside, where something else waits for it, or where it only names another
    thing ("an enquiry into the 1994 slaughter", "condemned Monday's attack").
    """
    if not text:
        return True
    before = text[max(sentence[0], time.begin - _REACH) : time.begin]
    if tense != "future" and _PUT_OFF.search(before):
        return False
    return not (_aside(time, sentence, evidence, text) or _names_another(time, before, evidence, text))


def _aside(time: Time, sentence: Span, evidence: Span, text: str) -> bool:
    """Whether the time stands in a clause told aside that does not hold the evidence.

    "A port, which was shelled in 2014, shut" and "freed women who were kidnapped in June"; where the latter ends is not seen.
    """
    defined = any("," not in text[m.end() : time.begin] for m in _DEFINING.finditer(text, evidence[1], time.begin))
    openers = list(_ASIDE.finditer(text, sentence[0], time.begin))
    if defined or not openers or "," in text[openers[-1].end() : time.begin]:
        return defined
    closed = text.find(",", time.end, sentence[1])
    return evidence[1] <= openers[-1].start() or 0 <= closed <= evidence[0]


def _names_another(time: Time, before: str, evidence: Span, text: str) -> bool:
    """Whether the time is but part of a name or noun that is not the event's: an event may lie within it, not on its word."""
    if _WITHIN.search(before):
        return False
    if _OWNER.match(text, time.end):
        return evidence[1] <= time.begin
    if not _CALENDAR.fullmatch(time.value) or not _DETERMINER.search(before):
        return False
    noun = _NOUN.match(text, time.end)
    if not noun or _GOES_ON.fullmatch(text, noun.end(), max(noun.end(), evidence[0])):
        return False
    return not (evidence[0] < noun.end() and time.end < evidence[1])
