"""A text as words, and the core of a mention: the words up to its head."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.mentions.coreference import words as w
from dragoman.records import Span

_TOKEN = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?(?<=\.[A-Z]\.)|[^\W_]+(?:[-.][^\W_]+)*(?:n['’]t)?|['’][a-z]{1,2}\b|[^\w\s]")
_ENDS = frozenset({",", "(", ";", "—", "–", ":"})


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words with their offsets, each with the number of its sentence and of the quotation it stands in (-1: none)."""

    text: str
    shown: tuple[str, ...]
    low: tuple[str, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    sentence: tuple[int, ...]
    quote: tuple[int, ...]

    def at(self, number: int) -> str:
        """Give a word in small letters; empty outside the text."""
        return self.low[number] if 0 <= number < len(self.low) else ""

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Give first word and one past the last of a stretch of text."""
        return bisect_left(self.begins, begin), bisect_left(self.begins, end)


@dataclass(frozen=True, slots=True)
class Core:
    """The words of a mention that are its own: no determiner, no owner, nothing that hangs on after the head.

    Attributes:
        first: Number of the first word of the mention; ``last`` is one past its last.
        start: Number of the first word of the core; ``stop`` is one past the head.
        opener: The determiner or possessive pronoun before it, "'s" after an owner, or nothing.
        low: The core in small letters.
        shown: The core as written.
    """

    first: int
    last: int
    start: int
    stop: int
    opener: str
    low: tuple[str, ...]
    shown: tuple[str, ...]

    @property
    def head(self) -> str:
        """The word that carries the mention."""
        return self.low[-1]


def read_words(text: str, sentences: Sequence[Span], quotes: Sequence[Span]) -> Words:
    """Cut a text into words; a story is asked about several times in a row, and is cut once."""
    return _read_words(text, tuple(sentences), tuple(quotes))


@lru_cache(maxsize=1)
def _read_words(text: str, sentences: tuple[Span, ...], quotes: tuple[Span, ...]) -> Words:
    found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    starts = [begin for begin, _ in sentences]
    opened = [begin for begin, _ in quotes]
    numbers = tuple(max(bisect_right(starts, begin) - 1, 0) for _, begin, _ in found)
    inside = []
    for _, begin, _ in found:
        number = bisect_right(opened, begin) - 1
        inside.append(number if number >= 0 and begin < quotes[number][1] else -1)
    shown = tuple(token.replace("’", "'") for token, _, _ in found)
    return Words(
        text, shown, tuple(token.casefold() for token in shown), tuple(b for _, b, _ in found), tuple(e for _, _, e in found),
        numbers, tuple(inside),
    )  # fmt: skip


def read_core(words: Words, first: int, last: int) -> Core:
    """Find the core of a mention.

    >>> text = "the foreign minister of Chad"
    >>> core = read_core(read_words(text, [(0, len(text))], []), 0, 5)
    >>> core.low, core.opener
    (('foreign', 'minister'), 'the')
    """
    start, opener = first, ""
    while start < last - 1 and words.at(start) in w.DETERMINERS:
        opener = opener if opener in w.POSSESSIVE else words.at(start)
        start += 1
    stop = start + 1
    while stop < last and not _ends(words, stop):
        stop += 1
    owners = [n for n in range(start, stop - 1) if words.at(n) in ("'s", "'")]
    if owners:
        start, opener = owners[-1] + 1, "'s"
    return Core(first, last, start, stop, opener, words.low[start:stop], words.shown[start:stop])


def _ends(words: Words, number: int) -> bool:
    return words.at(number) in _ENDS or (words.at(number) in w.CUTS and words.shown[number].islower())
