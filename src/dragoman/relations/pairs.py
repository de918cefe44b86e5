"""Which pairs of mentions of a sentence are asked about."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records import Mention

MAX_MENTIONS = 14
"""Lists of delegations aside, no sentence has more parties; pairs grow with the square."""


def overlap(one: Mention, other: Mention) -> bool:
    """Whether two mentions share a character."""
    return one.begin < other.end and other.begin < one.end


def ask(mentions: Sequence[Mention]) -> tuple[tuple[Mention, Mention | None], ...]:
    """Give the ordered pairs to score: each mention alone, and with each other that does not overlap it."""
    chosen = sorted(sorted(mentions, key=lambda m: -m.score)[:MAX_MENTIONS], key=lambda m: (m.begin, -m.end))
    alone: list[tuple[Mention, Mention | None]] = [(mention, None) for mention in chosen]
    return tuple(alone + [(a, b) for a in chosen for b in chosen if not overlap(a, b)])
