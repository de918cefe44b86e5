"""What the model gives: a sentence seen, the spans tagged in it, who says what, and what words and pairs tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dragoman.model.decoding import inside_words
from dragoman.model.tokens import Tokens
from dragoman.records import Span

UNENDING = frozenset("a an and as at by for from in of on or than the to whose with".split())
"""Words that no span ends with."""


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span that the tagger found.

    Attributes:
        kind: actor, place, time or quantity.
        nested: Whether it lies inside another span.
        score: Mean probability of its tags.
    """

    begin: int
    end: int
    kind: str
    nested: bool
    score: float


@dataclass(frozen=True)
class SentenceView:
    """One sentence after one pass of the encoder; all heads work from it.

    Attributes:
        states: ``[1, tokens, width]``.
        outer: ``[tokens, tags]`` logits of outermost spans.
        inner: ``[tokens, 3]`` logits of nested actors.
        trigger: ``[1, tokens, types + 1]`` logits of the type that each token carries.
        said: ``[tokens, 9]`` logits of sources, cues and contents, three tags each.
    """

    text: str
    tokens: Tokens
    states: NDArray[np.float32]
    outer: NDArray[np.float32]
    inner: NDArray[np.float32]
    trigger: NDArray[np.float32]
    said: NDArray[np.float32]

    @cached_property
    def joined(self) -> list[bool]:
        """Whether each token goes on with the word of the token before."""
        return inside_words(self.text, self.tokens.offsets)

    @cached_property
    def unending(self) -> frozenset[int]:
        """Tokens at which no span ends: articles, prepositions."""
        return frozenset(i for i, (b, e) in enumerate(self.tokens.offsets) if self.text[b:e].casefold() in UNENDING)

    @property
    def reach(self) -> int:
        """Characters that the encoder has seen: all, unless the sentence was cut."""
        return max((end for _, end in self.tokens.offsets), default=0)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says what, as far as one sentence shows it; spans in the sentence.

    Attributes:
        cue: The words that say that something is said.
        source: Who says it, if the sentence names him.
        content: What is said, in text order.
    """

    cue: Span
    source: Span | None
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PairScores:
    """What the model says that one span does to another.

    Attributes:
        types: Probability of each type given that there is an event; they sum to 1.
        none: Probability that there is no event.
    """

    types: dict[str, float]
    none: float

    @property
    def best(self) -> str:
        """The likeliest type."""
        return max(self.types, key=lambda name: self.types[name])


@dataclass(frozen=True, slots=True)
class Told(PairScores):
    """What the model says of words that may carry an event.

    Attributes:
        words: Their span in the sentence.
        sure: Probability that they carry one, tagger and role head together.
        polarity, modality, tense: Probability of each value.
        modes: Probability of each ``TYPE/mode``, each on its own.
        contexts: Probability of each context, each on its own.
        parts: For each mention asked about, the probability of each part: none, actor, recipient.
    """

    words: Span
    sure: float
    polarity: dict[str, float]
    modality: dict[str, float]
    tense: dict[str, float]
    modes: dict[str, float]
    contexts: dict[str, float]
    parts: tuple[dict[str, float], ...]
