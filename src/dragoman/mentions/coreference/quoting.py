"""Quotations in a text and who speaks in them, by the nearest verb of speech."""

from __future__ import annotations

import re

from dragoman.mentions.coreference import words as w
from dragoman.mentions.coreference.reading import Figure
from dragoman.mentions.coreference.texts import Words
from dragoman.records import Span

_QUOTED = re.compile(r'“(?:[^“”’]|’(?!’))*(?:”|’’|(?=\n\n)|$)|"[^"\n]*(?:"|(?=\n)|$)|«[^«»]*(?:»|$)')
_REACH = 12
"""How many words may lie between a quotation and the name of who speaks."""


def find_quotes(text: str) -> list[Span]:
    """Give the quotations, marks included; one that is never closed ends with its paragraph.

    >>> find_quotes('He said: "I came." She left.')
    [(9, 18)]
    """
    return [match.span() for match in _QUOTED.finditer(text)]


def speakers(words: Words, figures: list[Figure], quotes: list[Span]) -> dict[int, Figure]:
    """Give for each quotation the mention outside it that stands beside a verb of speech, after it or before it.

    A quotation with no such mention has the speaker of the one before it in the same paragraph.
    """
    outside = [f for f in figures if f.quote < 0 and f.person == 3 and f.place != "owner"]
    found: dict[int, Figure] = {}
    for number, (begin, end) in enumerate(quotes):
        first, last = words.span(begin, end)
        options = [(gap, f) for f in outside if (gap := _gap(words, f, first, last)) is not None]
        if options:
            found[number] = min(options, key=lambda option: (option[0], option[1].begin))[1]
        elif number - 1 in found and "\n\n" not in words.text[quotes[number - 1][1] : begin]:
            found[number] = found[number - 1]
    return found


def _gap(words: Words, figure: Figure, first: int, last: int) -> int | None:
    """Give how far a mention beside a verb of speech lies from a quotation; nothing for one that does not speak it."""
    if not {words.at(figure.last), words.at(figure.last + 1), words.at(figure.first - 1)} & w.SPEECH:
        return None
    if figure.first >= last:
        same = words.sentence[figure.first] - words.sentence[last - 1] <= 1 and "\n\n" not in _between(
            words, last, figure.first
        )
        return figure.first - last if same and figure.first - last <= _REACH else None
    gap = first - figure.last
    near = 0 <= gap <= _REACH and words.sentence[figure.first] == words.sentence[min(first, len(words.low) - 1)]
    return gap + 1 if near else None


def _between(words: Words, first: int, last: int) -> str:
    return words.text[words.ends[first - 1] : words.begins[last]] if first else ""
