"""From the tagger's word on each token to spans: the likeliest sequence of BIO tags, whole words at a time (Viterbi 1967)."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.records import Span

_LEAST = 1e-9
_SURELY_OUT = math.log(0.999)
"""A word that is outside with this probability is outside, whatever stands beside it: most are, so most time is saved."""


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


def stretches(probabilities: NDArray[np.float64], joined: Sequence[bool], *, unending: Collection[int] = ()) -> list[Stretch]:
    """Find the likeliest spans, where no word is parted and no span goes on that has not begun.

    Args:
        probabilities: ``[tokens, 1 + 2 * kinds]``: outside, then beginning and going on for each kind.
        joined: Whether a token goes on with the word of the token before, as :func:`inside_words` says.
        unending: Tokens at which no span can end, such as articles.

    >>> rows = np.array([[0.9, 0.05, 0.05], [0.4, 0.35, 0.25], [0.3, 0.0, 0.7], [0.6, 0.1, 0.3]])
    >>> [(s.first, s.last, round(s.score, 2)) for s in stretches(rows, [False, False, False, True])]
    [(1, 3, 0.57)]
    """
    words = [i for i, within in enumerate(joined) if not within]
    if not words:
        return []
    starts, ends = np.array(words), [*words[1:], len(joined)]
    out = np.add.reduceat(np.log(probabilities[:, 0] + _LEAST), starts)
    doubted = np.flatnonzero(out < _SURELY_OUT).tolist()
    if not doubted:
        return []
    belongs = probabilities[:, 1::2] + probabilities[:, 2::2]
    rest = np.log(belongs + _LEAST)
    held = np.add.reduceat(rest, starts, axis=0) - rest[starts]  # pieces after the first belong, however they are tagged
    begun = (held + np.log(probabilities[starts, 1::2] + _LEAST)).tolist()
    gone_on = (held + np.log(probabilities[starts, 2::2] + _LEAST)).tolist()
    outside = out.tolist()
    may_end = [i not in unending for i in words]
    found: list[Stretch] = []
    for first, last in _islands(doubted):
        inside = slice(first, last + 1)
        for begin, end, kind in _best_path(outside[inside], begun[inside], gone_on[inside], may_end[inside]):
            b, e = words[first + begin], ends[first + end]
            found.append(Stretch(b, e - 1, kind, float(belongs[b:e, kind].mean())))
    return found


def _islands(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of numbers that follow on each other.

    >>> list(_islands([2, 3, 4, 7]))
    [(2, 4), (7, 7)]
    """
    first = numbers[0]
    for number, after in zip(numbers, [*numbers[1:], None], strict=True):
        if after != number + 1:
            yield first, number
            first = after if after is not None else first


def _best_path(
    out: list[float], begun: list[list[float]], gone_on: list[list[float]], may_end: list[bool]
) -> list[tuple[int, int, int]]:
    """Viterbi over words. Of a span under way only its beginning must be remembered: what came before it is settled."""
    kinds = range(len(begun[0]))
    outside = 0.0  # log-probability of the best path on which the word before is in no span
    within = [-math.inf] * len(kinds)  # of the best path on which it is in a span of each kind,
    opened = [0] * len(kinds)  # and where that span begins
    back: list[tuple[int, int] | None] = []  # of the best path before each word: the span that has just ended, if any
    for i in range(len(out) + 1):
        before, ended = outside, None
        if i and may_end[i - 1] and (best := max(within)) > outside:
            kind = within.index(best)
            before, ended = best, (opened[kind], kind)
        back.append(ended)
        if i == len(out):
            break
        outside = before + out[i]
        for k in kinds:
            anew, on = before + begun[i][k], within[k] + gone_on[i][k]
            if anew >= on:
                within[k], opened[k] = anew, i
            else:
                within[k] = on
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
