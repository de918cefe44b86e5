"""The one encoder and its heads: from a sentence to mention tags, and from pairs of spans to what one does to the other."""

from dragoman.model.runtime import Model
from dragoman.model.tokens import MAX_CHARACTERS, Tokenizer, Tokens
from dragoman.model.views import UNENDING, PairScores, SentenceView, TaggedSpan, Told, Voice

__all__ = [
    "MAX_CHARACTERS",
    "UNENDING",
    "Model",
    "PairScores",
    "SentenceView",
    "TaggedSpan",
    "Tokenizer",
    "Tokens",
    "Told",
    "Voice",
]
