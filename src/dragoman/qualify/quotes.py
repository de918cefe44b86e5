"""Quotations: where quoted words begin and end, over paragraphs and in straight or curly marks."""

from __future__ import annotations

import re

from dragoman.records import Span

_MARK = re.compile(r"[“”„«»\"]|''|``|‘‘|’’")
_BREAK = re.compile(r"\n\s*\n\s*")
OPENING = ("“", "„", "«", "``", "‘‘")


def quotations(text: str) -> tuple[Span, ...]:
    """Give the quotations of a text with their marks; one that goes on in the next paragraph is one span a paragraph.

    A quotation that is not closed when its paragraph ends goes on if the next paragraph opens with a mark, as newspapers
    set long quotes; otherwise it ends with its paragraph, so a stray mark harms no more than that.

    >>> text = 'He said: "No." Then: “Yes,” and left.'
    >>> [text[begin:end] for begin, end in quotations(text)]
    ['"No."', '“Yes,”']
    """
    found: list[Span] = []
    begin = 0
    for end in [*(match.start() for match in _BREAK.finditer(text)), len(text)]:
        found += _in_paragraph(text, begin, end)
        begin = end
    return tuple(found)


def _in_paragraph(text: str, begin: int, end: int) -> list[Span]:
    found: list[Span] = []
    opened: int | None = None
    for mark in _MARK.finditer(text, begin, end):
        if opened is None:
            if _opens(text, mark.start(), mark.end()):
                opened = mark.start()
        elif mark[0] not in OPENING:
            found.append((opened, mark.end()))
            opened = None
    if opened is not None:
        stop = end
        while stop > opened and text[stop - 1].isspace():
            stop -= 1
        found.append((opened, stop))
    return found


def _opens(text: str, begin: int, end: int) -> bool:
    """A straight mark opens before a word; after a digit it stands for inches."""
    if text[begin:end] in OPENING:
        return True
    if text[begin] in "”»’":
        return False
    after = text[end : end + 1]
    return bool(after) and not after.isspace() and not text[max(0, begin - 1) : begin].isdigit()


def inside(spans: tuple[Span, ...], offset: int) -> Span | None:
    """Give the span that holds an offset."""
    return next((span for span in spans if span[0] <= offset < span[1]), None)
