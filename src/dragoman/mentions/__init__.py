"""Mentions of actors in a story, and which of them stand for the same."""

from dragoman.mentions.coreference import chains, refer
from dragoman.mentions.find import MIN_SCORE, context_of, find_mentions, make_mention, read_actors

__all__ = ["MIN_SCORE", "chains", "context_of", "find_mentions", "make_mention", "read_actors", "refer"]
