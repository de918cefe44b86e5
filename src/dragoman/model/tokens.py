"""Text to token ids, letter cases and offsets: the same in training and in coding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import tokenizers
from numpy.typing import NDArray

from dragoman.records import Span

MAX_TOKENS = 256
"""Longer sentences are cut here; the longest in wire news run to about 120."""
MAX_CHARACTERS = 900
"""Stretches of text up to this length fit into the encoder, at three and a half characters a token or more."""
DISTANCES = 16
"""Buckets of a token's signed distance from a span: 0 no span, 1 inside, before and after up to 1, 2, 3, 5, 8, 13, beyond."""
_STEPS = 14
"""Tokens away from a span from which distance makes no difference any more."""
_FAR = 1 << 30
_UP_TO = np.searchsorted([1, 2, 3, 5, 8, 13], np.arange(1, _STEPS + 1))
_BUCKETS = np.concatenate([2 + _UP_TO[::-1], [1], 9 + _UP_TO])
"""The bucket of each distance from ``-_STEPS`` to ``_STEPS``."""


@dataclass(frozen=True)
class Tokens:
    """One sentence as the encoder sees it.

    Attributes:
        ids: ``[tokens]`` vocabulary ids, with the two special tokens at the ends.
        cases: ``[tokens]`` 0 lower case, 1 first letter capital, 2 all capitals, 3 no letter.
        offsets: Span of each token in the sentence; ``(0, 0)`` for the special ones.
    """

    ids: NDArray[np.int64]
    cases: NDArray[np.int64]
    offsets: tuple[Span, ...]

    def mask(self, spans: tuple[Span, ...] | list[Span]) -> NDArray[np.float32]:
        """Mark with 1 the tokens that overlap any of the spans."""
        begins, ends = self.bounds
        marked = np.zeros(len(begins), bool)
        for start, stop in spans:
            marked |= (begins < stop) & (start < ends)
        return np.asarray(marked & (ends > begins), np.float32)

    def masks(self, spans: Sequence[Span | None]) -> NDArray[np.float32]:
        """``[spans, tokens]``: mark with 1 the tokens that overlap each span; ``None`` overlaps none."""
        begins, ends = self.bounds
        starts, stops = np.array([span or (0, 0) for span in spans], np.int64).reshape(-1, 2).T[:, :, None]
        return np.asarray((begins < stops) & (starts < ends) & (ends > begins), np.float32)

    @cached_property
    def bounds(self) -> NDArray[np.int64]:
        """``[2, tokens]`` where each token begins and ends, as :attr:`offsets` has it."""
        return np.array(self.offsets, np.int64).reshape(-1, 2).T


def distances(masks: NDArray[np.float32]) -> NDArray[np.int64]:
    """Give each token's bucket of distance from the nearest marked one, for one row of marks or many.

    >>> distances(np.array([0, 0, 1, 0, 0, 0, 0], np.float32)).tolist()
    [3, 2, 1, 9, 10, 11, 12]
    """
    marked, places = masks > 0, np.arange(masks.shape[-1])
    before = places - np.maximum.accumulate(np.where(marked, places, -_FAR), axis=-1)
    after = np.minimum.accumulate(np.where(marked, places, _FAR)[..., ::-1], axis=-1)[..., ::-1] - places
    nearest = np.where(before <= after, before, -after)
    buckets = _BUCKETS[nearest.clip(-_STEPS, _STEPS) + _STEPS]
    return np.asarray(buckets * marked.any(-1, keepdims=True))


def letter_case(surface: str) -> int:
    """Say how a token is written: the vocabulary is uncased, names are not.

    >>> [letter_case(word) for word in ("rebels", "Rebels", "UN", "42")]
    [0, 1, 2, 3]
    """
    letters = [char for char in surface if char.isalpha()]
    if not letters:
        return 3
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return 2
    return int(letters[0].isupper())


class Tokenizer:
    """The WordPiece tokenizer of the encoder."""

    def __init__(self, path: Path) -> None:
        self._inner = tokenizers.Tokenizer.from_file(str(path))
        self._inner.no_padding()
        self._inner.enable_truncation(MAX_TOKENS)

    def __call__(self, sentence: str) -> Tokens:
        """Cut a sentence into tokens."""
        coded = self._inner.encode(sentence)
        offsets = tuple((begin, end) for begin, end in coded.offsets)
        cases = [letter_case(sentence[begin:end]) if end > begin else 3 for begin, end in offsets]
        return Tokens(np.array(coded.ids, np.int64), np.array(cases, np.int64), offsets)
