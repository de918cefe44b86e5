"""From the tagger's word on each token to spans: the likeliest sequence of BIO tags, whole words at a time (Viterbi 1967)."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.records import Span

_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``first`` to ``last`` that belong to one span.

    Attributes:
        kind: Index of the kind, in the order of the tags.
        score: Mean probability that its tokens belong to a span of that kind.
    """

    first: int
    last: int
    kind: int
    score: float


def inside_words(text: str, offsets: Sequence[Span]) -> list[bool]:
    """Say of each token whether it goes on with the word of the token before.

    >>> inside_words("un veto-less", [(0, 0), (0, 2), (3, 5), (5, 7), (7, 8), (8, 12)])
    [False, False, False, True, False, False]
    """
    joined = [False] * len(offsets)
    for i in range(1, len(offsets)):
        (_, end), (begin, stop) = offsets[i - 1], offsets[i]
        joined[i] = begin == end < stop and begin > 0 and text[begin - 1].isalnum() and text[begin].isalnum()
    return joined


def stretches(
    probabilities: NDArray[np.float64], joined: Sequence[bool], *, unending: Collection[int] = (), lean: float = 0.0
) -> list[Stretch]:
    """Find the likeliest spans, where no word is parted and no span goes on that has not begun.

    Args:
        probabilities: ``[tokens, 1 + 2 * kinds]``: outside, then beginning and going on for each kind.
        joined: Whether a token goes on with the word of the token before, as :func:`inside_words` says.
        unending: Tokens at which no span can end, such as articles.
        lean: Taken off the log-probability of outside, for each word.

    >>> rows = np.array([[0.9, 0.05, 0.05], [0.4, 0.35, 0.25], [0.3, 0.0, 0.7], [0.6, 0.1, 0.3]])
    >>> [(s.first, s.last, round(s.score, 2)) for s in stretches(rows, [False, False, False, True])]
    [(1, 3, 0.57)]
    """
    words = [i for i, within in enumerate(joined) if not within]
    if not words:
        return []
    belongs = probabilities[:, 1::2] + probabilities[:, 2::2]
    starts = np.array(words)
    out = np.add.reduceat(np.log(probabilities[:, 0] + _LEAST), starts) - lean
    rest = np.log(belongs + _LEAST)
    held = np.add.reduceat(rest, starts, axis=0) - rest[starts]  # pieces after the first belong, however they are tagged
    begun = held + np.log(probabilities[starts, 1::2] + _LEAST)
    gone_on = held + np.log(probabilities[starts, 2::2] + _LEAST)
    may_end = [i not in unending for i in words]
    runs = _best_path(out.tolist(), begun.tolist(), gone_on.tolist(), may_end)
    ends = [*words[1:], len(joined)]
    return [
        Stretch(words[first], ends[last] - 1, kind, float(belongs[words[first] : ends[last], kind].mean()))
        for first, last, kind in runs
    ]


def _best_path(
    out: list[float], begun: list[list[float]], gone_on: list[list[float]], may_end: list[bool]
) -> list[tuple[int, int, int]]:
    """Viterbi over words. Of a span under way only its beginning must be remembered: what came before it is settled."""
    kinds = range(len(begun[0]))
    outside = 0.0  # log-probability of the best path on which the word before is in no span
    within = [(-math.inf, 0) for _ in kinds]  # of the best path on which it is in a span of each kind, and where that begins
    back: list[tuple[int, int] | None] = []  # of the best path before each word: the span that has just ended, if any
    for i in range(len(out) + 1):
        kind = max(kinds, key=lambda k: within[k][0])
        ended = within[kind][0] > outside and may_end[i - 1]
        before = within[kind][0] if ended else outside
        back.append((within[kind][1], kind) if ended else None)
        if i < len(out):
            outside = before + out[i]
            within = [
                max((before + begun[i][k], i), (within[k][0] + gone_on[i][k], within[k][1]), key=lambda path: path[0])
                for k in kinds
            ]
    return _read_back(back)


def _read_back(back: list[tuple[int, int] | None]) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    i = len(back) - 1
    while i > 0:
        span = back[i]
        if span is None:
            i -= 1
            continue
        found.append((span[0], i - 1, span[1]))
        i = span[0]
    return found[::-1]
