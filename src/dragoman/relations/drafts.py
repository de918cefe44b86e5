"""Scored pairs to draft events: pairs that speak of the same words as the same type are one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dragoman.model import PairScores
from dragoman.records import Mention, Party, Span
from dragoman.relations.pairs import overlap

PAIR_FLOOR = 0.5
"""Probability of an event below which a pair is none."""
TWO_SIDED = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "ASSAULT", "RETREAT", "CONCEDE"})
"""Types that may run both ways at once: talks, accords, trade, signatures, clashes, truces."""
EVEN = 0.25
"""Both directions of a pair whose probabilities differ by less are held to be one two-sided event."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A pair with what the model says of it."""

    actor: Mention
    recipient: Mention | None
    scores: PairScores

    @property
    def sure(self) -> float:
        """Probability that there is an event."""
        return 1.0 - self.scores.none


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before it is qualified, dated and placed.

    Attributes:
        evidence: Span in the sentence.
        scores: Those of the surest pair.
        confidence: Probability of an event times that of its type.
    """

    event_type: str
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    evidence: Span
    scores: PairScores
    confidence: float


@dataclass(slots=True)
class _Group:
    """Pairs that share type and words, while they are gathered."""

    kind: str
    pairs: list[Scored] = field(default_factory=list)

    def takes(self, scored: Scored) -> bool:
        return scored.scores.best == self.kind and any(_meet(p.scores.evidence, scored.scores.evidence) for p in self.pairs)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def drafts(scored: Sequence[Scored], floor: float = PAIR_FLOOR) -> tuple[Draft, ...]:
    """Gather the pairs that hold an event into draft events, in text order.

    Surer pairs are placed first. An actor alone joins the group that speaks of the same words, unless it is the recipient.
    """
    groups: list[_Group] = []
    for pair in sorted((s for s in scored if s.sure >= floor), key=_order):
        home = next((group for group in groups if group.takes(pair)), None)
        if home is None:
            if pair.recipient is None and _told(pair, groups):
                continue
            home = _Group(pair.scores.best)
            groups.append(home)
        home.pairs.append(pair)
    made = [draft for group in groups if (draft := _draft(group)) is not None]
    return tuple(sorted(made, key=lambda d: (d.evidence, d.event_type)))


def without(draft: Draft, cited: Party | None) -> Draft:
    """Take out of the actors who is only cited for the event, as long as another actor remains."""
    if cited is None:
        return draft
    others = tuple(m for m in draft.actors if not (m.begin < cited.end and cited.begin < m.end))
    return replace(draft, actors=others) if others else draft


def _order(pair: Scored) -> tuple[bool, float, int, int]:
    """Pairs with a recipient first, then by sureness; position decides ties, so that the order never depends on chance."""
    return pair.recipient is None, -pair.sure, pair.actor.begin, pair.recipient.begin if pair.recipient else -1


def _told(alone: Scored, groups: Sequence[_Group]) -> bool:
    """Whether a lone actor only repeats, under another type, words that pairs have told already."""
    return any(
        _meet(pair.scores.evidence, alone.scores.evidence)
        and (overlap(pair.actor, alone.actor) or (pair.recipient is not None and overlap(pair.recipient, alone.actor)))
        for group in groups
        for pair in group.pairs
    )


def _draft(group: _Group) -> Draft | None:
    sides = _sides(group)
    if sides is None:
        return None
    actors, recipients = sides
    best = max(group.pairs, key=lambda p: (p.sure * p.scores.types[group.kind], -p.actor.begin))
    confidence = round(best.sure * best.scores.types[group.kind], 6)
    return Draft(group.kind, actors, recipients, best.scores.evidence, best.scores, confidence)


def _sides(group: _Group) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    """Say who acts and who is acted on: each mention goes to the side on which its pairs are surer."""
    acting: dict[Mention, float] = {}
    suffering: dict[Mention, float] = {}
    for pair in group.pairs:
        if pair.recipient is not None:
            acting[pair.actor] = max(acting.get(pair.actor, 0.0), pair.sure)
            suffering[pair.recipient] = max(suffering.get(pair.recipient, 0.0), pair.sure)
    for pair in group.pairs:
        if pair.recipient is None and pair.actor not in suffering:
            acting.setdefault(pair.actor, pair.sure)
    both = acting.keys() & suffering.keys()
    even = group.kind in TWO_SIDED
    for mention in sorted(both, key=lambda m: m.begin):
        difference = acting[mention] - suffering[mention]
        if (even and abs(difference) < EVEN) or difference > 0 or (difference == 0 and _first(mention, both)):
            del suffering[mention]
        else:
            del acting[mention]
    if not acting:
        return None
    actors = _outermost(acting)
    return actors, tuple(m for m in _outermost(suffering) if not any(overlap(m, a) for a in actors))


def _first(mention: Mention, others: set[Mention]) -> bool:
    return mention.begin == min(other.begin for other in others)


def _outermost(side: dict[Mention, float]) -> tuple[Mention, ...]:
    """Of mentions that lie inside each other keep the surer; at a tie the longer. "[[Somalia]'s ministry]" is one party."""
    kept: list[Mention] = []
    for mention in sorted(side, key=lambda m: (-side[m], -(m.end - m.begin), m.begin)):
        if not any(overlap(mention, other) for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.begin))
