"""From the words that carry events and the part that each mention has in them to draft events."""

from dragoman.relations.drafts import Draft, drafts, without
from dragoman.relations.filling import filled

__all__ = ["Draft", "drafts", "filled", "without"]
