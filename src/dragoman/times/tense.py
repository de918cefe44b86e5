"""Which way a bare "Tuesday" or "August" points: back, as in most news, or ahead, when the clause speaks of what is to come."""

from __future__ import annotations

import re

#: A verb that follows at once belongs to the word before it: "plans to cut", "will be held" tell of no past.
_VERB = r"(?:(?: not| also| now| likely| probably)?(?: be)?(?! have\b) [a-z]+)?"
_TO_COME = (
    "will|won['’]t|shall|would|could|should|must|(?-i:may)|might|can|going to|about to|(?:want|threaten|need|aim)\\w* to",
    r"prepar\w+ to|(?:is|are|was|were|be) (?:due |set |likely |about )?to|expect\w* to|schedul\w* to|slated to|due to",
    r"intend\w* to|plan(?:s|ned|ning)? to|hop(?:e|es|ed|ing) to",
    # "vowed to fight on Tuesday" tells when the vow was made, as most leads do; "agreed to meet Tuesday" when they will meet
    r"agreed to(?= (?:meet|hold|begin|start|resume|return|attend|visit|appear|testify|travel|open)\b)",
    r"(?:is|are|was|were|been|be) (?:ordered|asked|told|urged|required|invited|instructed|summoned|subpoenaed|allowed) to",
)
_EXPECTED = (
    "upcoming|forthcoming|ahead of|deadline|due|slated|likely|(?:is|are|was|were|be) set|expect\\w*|schedul\\w*|intend\\w*",
    r"hop(?:e|es|ing) for|plan(?:s|ned|ning)? (?:for|on)",
)
#: The present tense of what is on the calendar: "the trial begins Monday".
_ON_CALENDAR = (
    "begins|opens|starts|ends|closes|expires|leaves|departs|arrives|travels|flies|meets|resumes?|convenes?|gathers?|concludes|returns",
    r"kicks off|takes (?:effect|office|place|over)|goes (?:to|into|on)|runs (?:through|until)|votes on|enters",
    r"visits (?=[A-Z])|reports (?:its |their )?(?:earnings|results)",
)
_ON_THE_WAY = (
    r"(?:\b(?:is|are|am)|['’](?:s|re|m)) (?:now |also |not )?(?:coming|going|meeting|leaving|arriving|returning|travell?ing|"
    r"flying|hosting|planning|visiting)\b"
)
#: What a newspaper could not learn, or was not told, is past: "could not be reached Friday".
_NO_ANSWER = (
    r"(?:could(?: not|n['’]t)(?: immediately| be| immediately be)? [a-z]+|could be (?:reached|located|found|seen|heard)|"
    r"would(?: not|n['’]t) (?:comment|say|discuss|confirm|elaborate|identify|disclose|talk|be identified))\b"
)
_AHEAD = re.compile(
    rf"\b(?!{_NO_ANSWER})(?:{'|'.join(_TO_COME)})\b{_VERB}|['’]ll\b{_VERB}|\b(?:{'|'.join(_EXPECTED)})\b|"
    rf"\b(?-i:(?:{'|'.join(_ON_CALENDAR)})\b)|{_ON_THE_WAY}",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"\b(?:{_NO_ANSWER}|"
    r"was|were|had|has|have|did|said|told|began|came|went|took|made|held|met|left|fell|found|gave|got|saw|sent|shot|spoke|"
    r"struck|won|lost|led|rose|broke|blew|brought|kept|put|set|cut|hit|sat|stood|ran|wrote|called|taken|given|seen|shown|gone|"
    r"done|knew|known|became|fought|flew|grew|drew|drove|threw|chose|felt|sold|bought|taught|thought|caught|paid|sought|built|"
    r"lay|slept|swore|sank|shook|tore|wore|heard|dealt|spent|fled|stole|ate|drank|rode|hid|beat|burst|hurt|split|read|"
    r"(?-i:died|tied|lied|vied|(?!hundred|indeed|need|speed|proceed|succeed|exceed)[a-z]{3,}ed))\b",
    re.IGNORECASE,
)
_LEADING = (
    "ahead of|heading into|going into|entering|in time for|leading up to|upcoming|no later than|on or before",
    r"called(?: \w+){0,4} for|(?:is|are) (?:being )?[a-z]{3,}ed(?: on| in)?",
    r"(?:set|scheduled|planned|slated|booked|prepar\w+|hearing|meeting|vote|elections?|session|rally|trial|date|forecast|"
    r"invited \w+|tickets?|arraignment)(?: \w+){0,3} for",
    r"(?:(?:has|have|had|gave|given|gives?)(?: \w+)?|put off(?: \w+)?) (?:until|till)",
    r"(?:extend|delay|postpon|adjourn|defer|push|suspend|clos|recess)\w*(?: \w+){0,3} (?:until|till|through)",
    r"runs? (?:through|until)|(?<=\w )(?-i:is|are)|if (?:\w+ ){1,2}(?!was|is|has|this|does)[a-z]+s(?: on)?",
)
_LED_AHEAD = re.compile(rf"\b(?:{'|'.join(_LEADING)}) (?:the )?$", re.IGNORECASE)
#: Where the thing itself sets in, which leaves open whether it has: its verb tells.
_SETS_IN = re.compile(r"\b(?:starting|beginning|effective)(?: in| on)? (?:the )?$", re.IGNORECASE)
_LED_BACK = re.compile(
    r"\b(?:since|as of|(?<!come )(?<!go )(?<!be )(?<!comes )back (?:in|on)|dated|dating (?:back )?to|as recently as|last seen)"
    r" (?:the )?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"{_BACK.pattern}(?: on| in)? $", re.IGNORECASE)
_GIVEN_UP = re.compile(r"\bhad (?:been )?$|\b(?:was|were) $")
_DATED_EVENT = re.compile(
    r"['’]s (?:[A-Za-z.]+ ){0,3}(?:primary|primaries|vote|elections?|"
    r"runoff|referendum|ballot|caucus(?:es)?|debate|game|match|final|"
    r"summit|deadline|convention|inauguration|hearing|launch)\b"
)
_UPON = re.compile(r"\b(?:ahead of|upcoming|forthcoming) (?:the )?$", re.IGNORECASE)
_WINS = r"(?:['’]s?|an?|the|his|her|its|their|big|easy|narrow) wins?"  # the noun: "if she wins in May" tells of no outcome
_OUTCOME = re.compile(
    rf"\b(?:victory|victories|{_WINS}|loss|losses|defeats?|triumphs?|showing|results?) (?:in|on|at|from) (?:the )?$"
)
_TO_DO = re.compile(r"\bto (?:be )?[a-z]+(?: (?:him|her|them|it|there|again|back|in [A-Z]\w+))?(?: on)? $")
_SENTENCE_END = re.compile(r"(?:[.!?][\"'”’]*\s+(?=[A-Z\"'“‘`])|\n\s*\n)")
_REACH = 160  # characters: a clause is seldom longer
_CLOSE = 7  # words: a verb and what it governs
#: Alone they tell of no day: "has a meeting Tuesday".
_PERFECT = frozenset(("has", "have", "had"))


def points_ahead(text: str, begin: int, end: int) -> bool | None:
    """Whether the verb that governs the expression speaks of the future; ``None`` where no verb tells.

    A verb right behind it decides, then the words that lead to it, else the nearest verb before it, else the first after.

    >>> points_ahead("They will meet on Tuesday.", 18, 25), points_ahead("They met on Tuesday.", 12, 19)
    (True, False)
    """
    before = _before(text, begin)
    after = _after(text, end)
    beside = re.match(r" (\w+)", after)
    if beside and (_BACK.fullmatch(beside[1]) or _AHEAD.fullmatch(beside[1])):
        told_of = _BEHIND.search(before) and "will" not in beside[1]  # "those who left on Friday would return"
        return bool(_AHEAD.fullmatch(beside[1])) and not told_of
    if _LED_AHEAD.search(before) or _LED_BACK.search(before):
        return not _LED_BACK.search(before)
    if _OUTCOME.search(before):
        return False
    if after.startswith(("'s ", "’s ")):  # "Wednesday's ruling" mostly tells of what was
        return bool(_DATED_EVENT.match(after)) and (before.endswith("before ") or _by_nearest_verb(before, after) is not False)
    if _SETS_IN.search(before):
        return _verb_before(before) is not False
    if re.search(r"\bby (?:next )?$", before):  # a deadline, unless something had happened by then
        return not _BACK.search(after[:40])
    return _by_nearest_verb(before, after)


def told_of(text: str, begin: int, end: int) -> bool:
    """Whether anything in the sentence is past, so that yesterday's name is more likely yesterday.

    >>> told_of("He revamped a Tuesday rally", 14, 21), told_of("They sit atop the polls Tuesday", 24, 31)
    (True, False)
    """
    if _UPON.search(_before(text, begin)):
        return False
    return bool(_BACK.search(_before(text, begin)) or _BACK.search(_after(text, end)))


def asked_for(text: str, begin: int) -> bool:
    """Whether the expression dates an infinitive, so that tomorrow's name is more likely tomorrow.

    >>> text = "She urged them to vote Tuesday"
    >>> asked_for(text, text.index("Tuesday"))
    True
    """
    return bool(_TO_DO.search(_before(text, begin)))


def plainly_past(text: str, begin: int, end: int) -> bool:
    """Whether a past verb stands close by, as one does where news tells of a day or month that is long over.

    >>> text = "Nobody could have foreseen that the convention in July may fail"
    >>> plainly_past("It sank in July", 11, 15), plainly_past(text, text.index("July"), text.index("July") + 4)
    (True, False)
    """
    before = _before(text, begin)
    if _LED_BACK.search(before):
        return True
    near = " ".join(before.split(" ")[-_CLOSE:])
    verbs = [verb for verb in _BACK.finditer(near) if verb[0].lower() not in _PERFECT]
    if verbs or _AHEAD.search(near):
        return bool(verbs) and verbs[-1].end() > _last(_AHEAD, near)
    following = " ".join(_after(text, end).split(" ")[:_CLOSE])
    return bool(_BACK.search(following)) and not _AHEAD.search(following)


def _before(text: str, begin: int) -> str:
    return _SENTENCE_END.split(text[max(0, begin - _REACH) : begin])[-1]


def _after(text: str, end: int) -> str:
    return _SENTENCE_END.split(text[end : end + _REACH], maxsplit=1)[0]


def _by_nearest_verb(before: str, after: str) -> bool | None:
    nearest = _verb_before(before)
    if nearest is not None:
        return nearest and not (after.lstrip(", ").startswith("but ") and _gave_up(before))
    first_ahead, first_back = _AHEAD.search(after), _BACK.search(after)
    if first_ahead is None:
        return None if first_back is None else False
    return first_back is None or first_ahead.start() <= first_back.start()


def _verb_before(before: str) -> bool | None:
    """Whether the nearest verb before points ahead; ``None`` where there is none."""
    ahead, back = _last(_AHEAD, before), _last(_BACK, before)
    return ahead >= back if max(ahead, back) >= 0 else None


def _gave_up(before: str) -> bool:
    """Whether a plan was of the past ("had hoped to speak Friday but fell ill")."""
    starts = [match.start() for match in _AHEAD.finditer(before)]
    return bool(starts) and bool(_GIVEN_UP.search(before[: starts[-1]]) or before[starts[-1] :].startswith(("was ", "were ")))


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Give where the last match ends, -1 when there is none: "planned to" outweighs the "planned" in it."""
    end = -1
    for match in pattern.finditer(text):
        end = match.end()
    return end
