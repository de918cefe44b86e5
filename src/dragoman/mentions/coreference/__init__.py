"""Which mentions of a story stand for the same."""

from dragoman.mentions.coreference.linking import refer
from dragoman.mentions.coreference.sieve import chains

__all__ = ["chains", "refer"]
