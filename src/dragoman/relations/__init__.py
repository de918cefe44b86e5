"""From scored pairs of mentions to events: which pairs to ask about, and which answers make one event."""

from dragoman.relations.drafts import Draft, Scored, drafts, without
from dragoman.relations.pairs import ask

__all__ = ["Draft", "Scored", "ask", "drafts", "without"]
