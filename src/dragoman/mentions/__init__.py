"""Mentions of actors in a story."""

from dragoman.mentions.find import MIN_SCORE, context_of, find_mentions, make_mention

__all__ = ["MIN_SCORE", "context_of", "find_mentions", "make_mention"]
