"""What can be seen of one block alone: how much it reads like prose, how much like the page around an article."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from dragoman.reading.blocks import Block, is_closed
from dragoman.reading.phrases import phrases
from dragoman.reading.stamps import has_date, is_calendar

OWN = (
    "log_words", "closed", "sentences", "lower_share", "question", "bars", "whole", "start", "inside", "end", "repeated",
    "prose", "stamped", "cut", "glued",
)  # fmt: skip
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_CJK = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SENTENCE_END = re.compile(r"""[.!?…]["'”’»)]*(?=\s+["'“‘«(]?[^\W\d_a-z])|[。！？।؟]""")
_CUT = re.compile(r"(?:\.\.\.|…)[\])]?$")
_GLUED = re.compile(r"[^\W\d_A-Z]{3}[.!?’”]?[A-Z][^\W\d_A-Z]{2}")  # "talksShare": two elements run together
_SHORT = 8
_DIGIT = re.compile(r"\d")
_AGO = re.compile(r"\b\d+ ?(?:m|h|d|min|mins|minutes?|hours?|hrs?|days?|weeks?|months?|years?) ago\b", re.I)


@dataclass(frozen=True, slots=True)
class Sight:
    """One block and what was counted in it.

    Attributes:
        words: Words, or half the signs where the script sets no blanks.
        prose: Whether it reads like a paragraph: closed, and long or of several sentences.
        chrome: Whether a chrome phrase makes it up or begins it.
        stamped: Whether it is short and holds a date.
        calendar: Whether it is a line of a month's calendar: its weekdays, its days, or the month and year above them.
    """

    block: Block
    words: int
    closed: bool
    prose: bool
    chrome: bool
    stamped: bool
    calendar: bool
    row: tuple[float, ...]


def count_words(text: str) -> int:
    """Count words; two signs of a script without blanks (Chinese, Japanese, Thai, Korean) pass for one.

    >>> count_words("Mali and Niger"), count_words("総理大臣が")
    (3, 2)
    """
    return _count(text, len(_WORD.findall(text)))


def _count(text: str, tokens: int) -> int:
    unspaced = 0 if text.isascii() else len(_CJK.findall(text))
    return unspaced // 2 if unspaced * 3 > len(text) else tokens


def sights(blocks: list[Block]) -> list[Sight]:
    """Look at each block alone."""
    often = Counter(block.text for block in blocks)
    return [_sight(block, often[block.text]) for block in blocks]


def _sight(block: Block, often: int) -> Sight:
    text, known = block.text, phrases()
    tokens = _WORD.findall(text)
    words = _count(text, len(tokens))
    closed = is_closed(text)
    sentences = len(_SENTENCE_END.findall(text)) + closed
    letters = [token for token in tokens if token[0].isalpha()]
    lower = sum(not token[0].isupper() for token in letters) / max(1, len(letters))
    whole, start, inside, end = (
        known.is_whole(text),
        known.starts(text),
        known.hits(text) if len(text) > _SHORT else 0,
        known.ends(text),
    )
    prose = words >= 8 and (closed or sentences > 1) and lower > 0.5
    stamped = words <= 25 and _DIGIT.search(text) is not None and (has_date(text) or _AGO.search(text) is not None)
    glued = min(2, len(_GLUED.findall(text))) if len(text) > _SHORT else 0
    row = (
        math.log1p(min(words, 100)), closed, min(sentences, 5) / 5, lower, text.endswith("?"), bool(set(text) & set("|»©•→")),
        whole, start / (1 + words / 30), min(inside * 10 / max(10, words), 2.0), end / (1 + words / 30), often > 1, prose,
        stamped, _CUT.search(text) is not None, glued / 2,
    )  # fmt: skip
    chrome = whole or ((start or end) and words < 40) or inside * 15 > words
    return Sight(block, words, closed, prose, chrome, stamped, is_calendar(text), tuple(map(float, row)))
