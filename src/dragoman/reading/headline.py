"""Which block of a flattened page is the story's title.

A title is a heading, not a sentence; it is often printed twice (in the window's title line too, with the site's name
after it), and a date, a byline or the first paragraph follows soon.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from dragoman.reading.sight import Sight

_SITE_MARK = re.compile(r"\s+[|–—·•»:-]\s+|\s*\|\s*")
_LABEL = re.compile(r"^(?:title|headline|заголовок|titre|título|titel)\s*:\s*(.+)$", re.I)
_BYLINE = re.compile(r"^(?:by|von|par|por|di|от|автор:?|author:?|written by)\s+\w", re.I)
_SENTENCE = re.compile(r"""[^.][.;:,]["”’»)]*$""")
_FEWEST, _MOST = 2, 40
_LOOK_AHEAD = 6
_LEAST = 2.0


@dataclass(frozen=True, slots=True)
class Headline:
    """The title, the number of the block that holds it, the site's name if one followed it, and how sure this is."""

    text: str
    index: int
    site: str | None = None
    score: float = 0.0


def headline(seen: list[Sight], until: int | None = None) -> Headline | None:
    """Give the title of a flattened page, or ``None`` when no block looks like one.

    Args:
        seen: The page's blocks.
        until: Where the story's prose begins, once that is known: the title then stands above, and not far.
    """
    if not seen:
        return None
    keys = [_key(sight.block.text) for sight in seen]
    window_text, site = window_title(seen[0].block.text, frozenset(keys[1:]))
    window = _key(window_text) if window_text else None
    prints = Counter(keys)
    best: tuple[float, int] | None = None
    for i in range(len(seen) if until is None else until):
        score = _score(seen, i, keys[i] == window and i > 0, prints[keys[i]])
        if score is None:
            continue
        if until is not None:
            score += max(0.0, 1.5 - (until - i) / 8) - 0.5 * (i == 0)
        if best is None or score > best[0]:
            best = (score, i)
    if best is None or best[0] < _LEAST:
        return None
    text = seen[best[1]].block.text
    if label := _LABEL.match(text):
        return Headline(label[1], best[1], None, best[0])
    if best[1] == 0 and site and window_text:
        return Headline(window_text, 0, site, best[0])
    return Headline(text, best[1], site, best[0])


def window_title(first: str, below: frozenset[str]) -> tuple[str | None, str | None]:
    """Cut a page's first line into title and site name, where it looks like the window's title line.

    It does when what stands before its last mark ("Title - Site", "Title | Site") is printed again further down.
    """
    pieces = [first[: mark.start()] for mark in _SITE_MARK.finditer(first)] + [first]
    for piece in sorted(pieces, key=len, reverse=True):
        if _key(piece) in below and len(piece.split()) >= _FEWEST:
            site = _SITE_MARK.sub(" ", first[len(piece) :], count=1).strip()
            return piece, site or None
    return None, None


def _score(seen: list[Sight], index: int, in_window: bool, prints: int) -> float | None:
    sight = seen[index]
    text = sight.block.text
    if _LABEL.match(text):
        return 9.0
    if (
        not _FEWEST <= sight.words <= _MOST
        or sight.chrome
        or sight.block.bullet
        or sight.stamped
        or _BYLINE.match(text)
        or text[0] in "([{"
    ):
        return None
    if _SENTENCE.search(text) and not in_window:
        return None
    sentence = sight.prose and sight.words > 14 and not text.endswith("?")
    return (
        3.0 * in_window
        + 1.0 * (1 < prints <= 4)
        + _followed(seen, index)
        + 0.5 * (index == 0)
        + 0.5 * (sight.words >= 6)
        - 0.5 * (sight.words < 4)
        - 2.0 * sentence
    )


def _followed(seen: list[Sight], index: int) -> float:
    """Score what comes after: a date, a byline, and prose soon."""
    ahead = seen[index + 1 : index + 1 + _LOOK_AHEAD]
    dated = any(sight.stamped for sight in ahead)
    signed = any(sight.words <= 20 and _BYLINE.match(sight.block.text) for sight in ahead)
    prose = [sight.prose and sight.words > 15 for sight in seen[index + 1 : index + 15]]
    soon = prose.index(True) if True in prose else None
    return 1.0 * dated + 1.0 * signed + (0.0 if soon is None else 1.0 - soon / 20) + 0.25 * min(4, sum(prose))


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
