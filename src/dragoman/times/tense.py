"""Which way a bare "Tuesday" or "August" points: back, as in most news, or ahead, when the clause speaks of what is to come."""

from __future__ import annotations

import re

_AHEAD = re.compile(
    r"\b(?:will|won't|shall|would|could|should|must|(?-i:may)|might|can|going to|about to|upcoming|ahead of|deadline|due|"
    r"slated|(?:is|are|was|were|be) (?:to|due|set|likely)\b|expect\w*|schedul\w*|plan(?:s|ned|ning)? (?:to|for|on)|intend\w*|"
    r"hop(?:e|es|ed|ing) to|want\w* to|call\w* for|"
    r"(?:agreed|promised|vow(?:s|ed)?|pledged|offered|refused|decided) to)\b|\w'll\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:was|were|had|has|have|did|said|told|began|came|went|took|made|held|met|left|fell|found|gave|got|saw|sent|shot|spoke|"
    r"struck|won|lost|led|rose|broke|blew|brought|kept|put|set|cut|hit|sat|stood|ran|wrote|called|\w{3,}ed)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?:[.!?][\"'”’]*\s+(?=[A-Z\"'“‘`])|\n\s*\n)")
_REACH = 160  # characters: a clause is seldom longer


def points_ahead(text: str, begin: int, end: int) -> bool:
    """Whether the verb that governs the expression speaks of the future.

    A verb right behind it decides, else the nearest before it, else the first after.

    >>> points_ahead("They will meet on Tuesday.", 18, 25), points_ahead("They met on Tuesday.", 12, 19)
    (True, False)
    """
    before = _SENTENCE_END.split(text[max(0, begin - _REACH) : begin])[-1]
    after = _SENTENCE_END.split(text[end : end + _REACH], maxsplit=1)[0]
    beside = re.match(r" (\w+)", after)
    if beside and (_BACK.fullmatch(beside[1]) or _AHEAD.fullmatch(beside[1])):
        return bool(_AHEAD.fullmatch(beside[1]))
    if after.startswith(("'s ", "’s ")):  # "Wednesday's ruling" mostly tells of what was
        return before.endswith("ahead of ")
    if re.search(r"\bby (?:next )?$", before):  # a deadline, unless something had happened by then
        return not _BACK.search(after[:40])
    return _by_nearest_verb(before, after)


def _by_nearest_verb(before: str, after: str) -> bool:
    ahead, back = _last(_AHEAD, before), _last(_BACK, before)
    if ahead >= 0 or back >= 0:
        return ahead >= back
    first_ahead, first_back = _AHEAD.search(after), _BACK.search(after)
    return first_ahead is not None and (first_back is None or first_ahead.start() <= first_back.start())


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Give where the last match ends, -1 when there is none: "planned to" outweighs the "planned" in it."""
    end = -1
    for match in pattern.finditer(text):
        end = match.end()
    return end
