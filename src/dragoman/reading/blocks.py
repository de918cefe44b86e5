"""Lines of a flattened page to blocks: the paragraphs, headings and menu entries that they once were.

Three kinds of flattening are met: a line a block (most tools), lines wrapped at a fixed width (old archives, terminal
browsers) and lines broken at every link or emphasis (a parser's text nodes put one under another).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_BULLET = re.compile(r"^(?:[*•·▪◦‣●○■□▶►»+–-]|o(?= {1,3}[A-Z\[])|\d{1,3}[.)](?= ))\s*")
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufe0e\ufe0f\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]"
)
_CLOSED = re.compile(r"""[.!?…。！？؟।:;]["'”’»)\]]*(?:\[\d{1,3}\])*$""")
_OPENS_WITH_PUNCTUATION = re.compile(r"""^(?:[,.;:!?)\]”’%…]|['’](?:s|t|re|ve|ll|d|m)\b|"(?:[\s,.]|$))""")
_UNFINISHED = re.compile(
    r"(?:[,(\[“‘«–—-]|(?:^|\s)[a-zà-öø-ÿа-яё]{1,3}|(?:^|\s)(?:from|with|that|into|over|said|this|than|what|also))$"
)
_MIN_WRAP, _MAX_WRAP, _WRAP_SLACK = 45, 110, 20


@dataclass(frozen=True, slots=True)
class Line:
    """One line as found: text without outer blanks, and what the blanks said."""

    text: str
    indent: int
    blanks_before: int
    bullet: bool
    led: bool
    trailed: bool


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or menu entry.

    Attributes:
        indent: Columns before its first line.
        blanks_before: Empty lines above it.
        bullet: Whether a list sign stood before it.
    """

    text: str
    indent: int = 0
    blanks_before: int = 0
    bullet: bool = False


def blocks(text: str) -> list[Block]:
    r"""Cut a flattened page into blocks, rejoining what line breaks tore apart.

    >>> [block.text for block in blocks("Title\n\nThe envoy of \nPeru\n, who left, came back.\n  * Home")]
    ['Title', 'The envoy of Peru, who left, came back.', 'Home']
    """
    lines = _lines(text)
    width = _wrap_width(lines)
    return _wrapped(lines, width) if width else _rejoined(lines)


def clean(text: str) -> str:
    """Give a text with single blanks and without invisible signs."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def is_closed(text: str) -> bool:
    """Tell whether a text ends as a sentence does."""
    return _CLOSED.search(text[-16:]) is not None


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    blanks, lone = 0, False
    for raw in re.split(r"\r\n|[\n\r\x0c\x85\u2028\u2029]", text):
        body = clean(raw)
        bullet = _BULLET.match(body)
        shown = body[bullet.end() :] if bullet and not body[0].isdigit() else body
        if not shown:
            # a lone blank is what a parser leaves between two inline elements: no paragraph ends there
            lone = raw in (" ", "\xa0")
            blanks += not lone
            continue
        stripped = raw.expandtabs(8).lstrip("\xa0 ")
        indent = len(raw.expandtabs(8)) - len(stripped)
        found.append(Line(shown, indent, blanks, bullet is not None, lone or indent == 1, raw[-1:].isspace()))
        blanks, lone = 0, False
    return found


def _wrap_width(lines: list[Line]) -> int:
    """Give the column at which lines were wrapped, or 0 when they were not."""
    inner = [len(a.text) + a.indent for a, b in pairwise(lines) if not b.blanks_before]
    if len(inner) < 4 or len(inner) < 0.4 * len(lines):
        return 0
    width = max(inner)
    if not _MIN_WRAP <= width <= _MAX_WRAP or max(len(line.text) + line.indent for line in lines) > width + 2:
        return 0
    full = sum(length >= width - _WRAP_SLACK for length in inner)
    return width if full >= 0.6 * len(inner) else 0


def _wrapped(lines: list[Line], width: int) -> list[Block]:
    joined: list[Block] = []
    before: Line | None = None
    for line in lines:
        goes_on = (
            before is not None
            and not line.blanks_before
            and not line.bullet
            and line.indent <= before.indent + 1
            and len(before.text) + before.indent >= width - _WRAP_SLACK
        )
        if goes_on:
            joined[-1] = _glue(joined[-1], line, " ")
        else:
            joined.append(_block(line))
        before = line
    return joined


def _rejoined(lines: list[Line]) -> list[Block]:
    exact = sum(line.trailed or line.led for line in lines) > 0.02 * len(lines)
    joined: list[Block] = []
    for i, line in enumerate(lines):
        if joined and _goes_on(joined[-1].text, lines[i - 1], line, lines[i + 1] if i + 1 < len(lines) else None):
            joined[-1] = _glue(joined[-1], line, _seam(lines[i - 1], line, exact=exact))
        else:
            joined.append(_block(line))
    return joined


def _goes_on(text: str, before: Line, line: Line, after: Line | None) -> bool:
    """Tell whether ``line`` goes on with the sentence or paragraph that ``text`` (ending in ``before``) began."""
    if line.blanks_before or line.bullet:
        return False
    if _OPENS_WITH_PUNCTUATION.match(line.text):
        return True
    closed = is_closed(text)
    if line.led and closed and len(text) > 60:
        return True  # one blank before it: the text after a link that ended a sentence
    if closed:
        return before.trailed and line.text[:1].islower()
    if line.text[:1].islower() and (before.trailed or line.led or len(text) > 40 or len(line.text) > 40):
        return True
    if _UNFINISHED.search(text[-12:]) and (before.trailed or line.led or len(text) > 40):
        return True
    return _is_inside(text, before, line, after)


def _is_inside(text: str, before: Line, line: Line, after: Line | None) -> bool:
    """Tell whether ``line`` is a link or emphasis that stands inside a sentence: what follows it goes on with it."""
    spaced = before.trailed or line.led
    if spaced and len(text) > 80:
        return True
    if after is None or after.blanks_before or after.bullet or len(line.text) > 100:
        return False
    goes_on = after.text[:1].islower() or _OPENS_WITH_PUNCTUATION.match(after.text) is not None
    return goes_on and (spaced or (len(text) > 60 and not is_closed(line.text)))


def _seam(before: Line, line: Line, *, exact: bool) -> str:
    if before.trailed or line.led:
        return "" if re.match(r"[,.;:!?)\]]", line.text) else " "
    if exact or _OPENS_WITH_PUNCTUATION.match(line.text) or before.text[-1] in "([“‘":
        return ""
    return " "


def _glue(block: Block, line: Line, seam: str) -> Block:
    return Block(block.text + seam + line.text, block.indent, block.blanks_before, block.bullet)


def _block(line: Line) -> Block:
    return Block(line.text, line.indent, line.blanks_before, line.bullet)
