"""Text with its line wraps and runs of blanks made single blanks, so that patterns need not allow for them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

#: A wrap stands within a sentence: between words, or behind a shortened month. Other line ends part headings and paragraphs.
_RUN = re.compile(r"[^\S\n]{2,}(?!\n)|(?:(?<=[\w,])|(?<=\b[A-Z][a-z]{2}\.))[^\S\n]*\n[^\S\n]*(?=\w)|[^\S\n ]")


@dataclass(frozen=True, slots=True)
class Flat:
    """A flat text and where its pieces stand in the one it came from."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def original(self, position: int) -> int:
        """Give the position in the text as it was."""
        return position + self.shifts[bisect_right(self.starts, position) - 1]


def flattened(text: str) -> Flat:
    r"""Make each run of blanks, and each line wrap, one blank.

    >>> flat = flattened("on May  3,\n1998")
    >>> flat.text, flat.original(10)
    ('on May 3, 1998', 11)
    """
    pieces, starts, shifts, last, length = list[str](), [0], [0], 0, 0
    for run in _RUN.finditer(text):
        pieces += [text[last : run.start()], " "]
        length += run.start() - last + 1
        last = run.end()
        starts.append(length)
        shifts.append(last - length)
    return Flat("".join([*pieces, text[last:]]), tuple(starts), tuple(shifts))
