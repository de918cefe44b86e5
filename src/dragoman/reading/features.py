"""The features of a page's blocks, as numbers: what each is alone, what stands around it, and the page as a whole."""

from __future__ import annotations

import math
import re
from collections import Counter

import numpy as np
import numpy.typing as npt

from dragoman.reading.headline import Headline
from dragoman.reading.sight import OWN, Sight

Matrix = npt.NDArray[np.float64]

AROUND = tuple(f"{name}{where}" for where in ("_before", "_after") for name in ("log_words", "closed", "prose", "chrome"))
PAGE = ("indent_fits", "near", "stamped_near", "chrome_near", "page_prose", "page_prose_x_short")
TITLE = ("title_overlap", "below_title")
NAMES = OWN + AROUND + PAGE + TITLE

_REACH = 4
_SURE_TITLE = 5.0
_FADE = 12.0  # blocks below the title after which it has lost two thirds of its weight
_WORD = re.compile(r"\w+")


def matrix(seen: list[Sight], title: Headline | None) -> Matrix:
    """Give a row of features a block, in the order of ``NAMES``."""
    own = np.array([sight.row for sight in seen], dtype=np.float64).reshape(len(seen), len(OWN))
    brief = np.array([(own_row[0], s.closed, s.prose, s.chrome) for own_row, s in zip(own, seen, strict=True)]).reshape(
        len(seen), 4
    )
    before, after = np.zeros_like(brief), np.zeros_like(brief)
    before[1:], after[:-1] = brief[:-1], brief[1:]
    return np.hstack([own, before, after, _page(seen, own[:, 0]), _title(seen, title)])


def page_prose(seen: list[Sight]) -> float:
    """Give the share of the page's words that stand in prose blocks; near 1 for an article saved without its page."""
    total = sum(sight.words for sight in seen)
    return sum(sight.words for sight in seen if sight.prose) / total if total else 0.0


def _page(seen: list[Sight], log_words: Matrix) -> Matrix:
    usual = _usual_indent(seen)
    fits = [float(sight.block.indent == usual) if usual else 0.5 for sight in seen]
    prose = _around([float(sight.words if sight.prose else 0) for sight in seen])
    stamped = _around([float(sight.stamped) for sight in seen])
    chrome = _around([float(sight.chrome) for sight in seen])
    share = page_prose(seen)
    whole_page = np.full(len(seen), share)
    return np.column_stack([fits, np.log1p(prose) / 5, stamped / 4, chrome / 4, whole_page, share * (log_words < np.log(9))])


def _around(values: list[float]) -> Matrix:
    """Sum the values of the neighbours on both sides, the block itself left out."""
    flank = np.zeros(_REACH)
    padded = np.concatenate([flank, np.array(values), flank])
    summed: Matrix = np.convolve(padded, np.ones(2 * _REACH + 1), mode="valid") - np.array(values)
    return summed


def _title(seen: list[Sight], title: Headline | None) -> Matrix:
    """Give, a block, how many of the title's telling words it shares, and how near it stands below it."""
    if title is None:
        return np.zeros((len(seen), 2))
    wanted = telling(title.text)
    shared = [min(3, len(wanted & telling(sight.block.text))) / 3 for sight in seen]
    sure = min(1.0, title.score / _SURE_TITLE)
    below = [sure * math.exp((title.index - i) / _FADE) if i > title.index else 0.0 for i in range(len(seen))]
    return np.column_stack([shared, below])


def telling(text: str) -> set[str]:
    """Give the first letters of a text's longer words, which bear inflection."""
    return {word.casefold()[:6] for word in _WORD.findall(text) if len(word) > 4 or (len(word) > 1 and word.isupper())}


def _usual_indent(seen: list[Sight]) -> int:
    columns: Counter[int] = Counter()
    for sight in seen:
        if sight.prose:
            columns[sight.block.indent] += sight.words
    return columns.most_common(1)[0][0] if columns else 0
