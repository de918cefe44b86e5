"""Words that carry events, and the parts that mentions have in them, to draft events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.model import Told
from dragoman.records import Mention, Party, Span

PART_FLOOR = 0.35
"""Probability from which a mention has a part in an event."""
VOUCHED = 0.5
"""Probability of a part from which a span that the tagger only suspects is a mention after all."""
ONLY_ACTOR_FLOOR = 0.15
"""The likeliest actor of an event that would otherwise have none needs only this much."""
ONLY_RECIPIENT_FLOOR = 0.1
"""The likeliest recipient of an event that would otherwise have none needs only this much."""
ONCE_WITHIN = 30
"""Characters between the words of two drafts up to which they may tell one event."""
TWO_SIDED = frozenset({"CONSULT", "COOPERATE"})
"""Types in which whoever takes part does to the others what they do to him."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before it is qualified, dated and placed.

    Attributes:
        evidence: Span in the sentence.
        told: What the model says of the words.
        acting: Probability that the surest actor is one.
        suffering: Probability that the surest recipient is one; 0 without recipients.
        confidence: Probability that all of it is right; 0 until it is weighed.
        twice: Actors of whom a pronoun says once more that they act: "Peru" in "Peru said it and Chad had agreed".
    """

    event_type: str
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    evidence: Span
    told: Told
    acting: float
    suffering: float
    confidence: float = 0.0
    twice: tuple[Mention, ...] = ()


def vouched(told: Sequence[Told], sure: int) -> tuple[Told, ...]:
    """Take the parts of suspected mentions away where the model is not sure that they have them.

    Args:
        told: What the model says; ``told.parts`` has the sure mentions first.
        sure: How many these are.
    """
    return tuple(replace(each, parts=(*each.parts[:sure], *map(_vouched, each.parts[sure:]))) for each in told)


def _vouched(part: Mapping[str, float]) -> dict[str, float]:
    kept = max(part["actor"], part["recipient"]) >= VOUCHED
    return dict(part) if kept else {"none": 1.0, "actor": 0.0, "recipient": 0.0}


def drafts(told: Sequence[Told], mentions: Sequence[Mention]) -> tuple[Draft, ...]:
    """Make a draft of all words that carry an event in which somebody acts, in text order.

    Args:
        told: What the model says of each run of words; ``told.parts`` has an entry for each mention.
        mentions: The mentions of the sentence.
    """
    made = [draft for each in told if (draft := _draft(each, mentions)) is not None]
    return tuple(sorted(made, key=lambda draft: (draft.evidence, draft.event_type)))


def _draft(told: Told, mentions: Sequence[Mention]) -> Draft | None:
    acting = {m: part["actor"] for m, part in zip(mentions, told.parts, strict=True)}
    suffering = {m: part["recipient"] for m, part in zip(mentions, told.parts, strict=True)}
    acts = _side({m: score for m, score in acting.items() if score >= max(PART_FLOOR, suffering[m])})
    if not acts:
        best = max(acting, key=lambda m: (acting[m], -m.begin), default=None)
        if best is None or acting[best] < max(ONLY_ACTOR_FLOOR, suffering[best]):
            return None
        acts = (best,)
    actors = _each_once(acts, acting)
    twice = tuple(m for m in actors if any(other.kind == "pronoun" and _told_again(other, m) for other in acts if other != m))
    others = {m: s for m, s in suffering.items() if s >= PART_FLOOR and not any(_overlap(m, a) for a in actors)}
    if not others:
        best = max(suffering, key=lambda m: (suffering[m], -m.begin))
        if suffering[best] >= max(ONLY_RECIPIENT_FLOOR, acting[best]) and not any(_overlap(best, a) for a in actors):
            others = {best: suffering[best]}
    surest = max(acting[mention] for mention in acts), max(others.values(), default=0.0)
    return Draft(told.best, actors, _each_once(_side(others), suffering), told.words, told, *surest, twice=twice)


def _told_again(one: Mention, other: Mention) -> bool:
    """Whether the one is the other, told by a pronoun, by his office or by another of his names."""
    if one.actor_id or other.actor_id:
        again = one.kind == other.kind == "named" or one.kind == "pronoun" or one.why == "same"
        return one.actor_id == other.actor_id and again
    if one.name or other.name:
        return one.name == other.name
    told = one.kind == "pronoun" and bool(one.country or one.sectors)
    return told and (one.country, one.sectors) == (other.country, other.sectors)


def bared(draft: Draft, begin: int, sentence: str) -> Draft:
    """Take off the ends of the evidence what belongs to a party: of "[Indian sappers] bridged it" no "sappers" stays.

    Args:
        draft: Its evidence counts from the sentence, its mentions from the story.
        begin: Where the sentence begins.
        sentence: Its text.
    """
    first, last = draft.evidence
    for mention in (*draft.actors, *draft.recipients):
        from_, to = mention.begin - begin, mention.end - begin
        if from_ < first < to < last:
            first = to
        elif first < from_ < last < to:
            last = from_
    words = sentence[first:last]
    if not any(letter.isalnum() for letter in words):
        return draft
    return replace(draft, evidence=(last - len(words.lstrip(" ,")), first + len(words.rstrip(" ,"))))


def once(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Of drafts that tell one event in words near each other ("is increasing … its military presence") keep one.

    They are one when type, polarity and modality are the same, they share an actor, and, if both name recipients, one of these.
    Who names a recipient stays, else who is surer.
    """
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (not d.recipients, -d.confidence, d.evidence)):
        if not any(_same(draft, other) for other in kept):
            kept.append(draft)
    return tuple(sorted(kept, key=lambda draft: (draft.evidence, draft.event_type)))


def _same(one: Draft, other: Draft) -> bool:
    apart = max(one.evidence[0], other.evidence[0]) - min(one.evidence[1], other.evidence[1])
    return (
        one.event_type == other.event_type
        and apart <= ONCE_WITHIN
        and all(
            _likeliest(getattr(one.told, name)) == _likeliest(getattr(other.told, name)) for name in ("polarity", "modality")
        )
        and _meet(one.actors, other.actors)
        and (not one.recipients or not other.recipients or _meet(one.recipients, other.recipients))
    )


def _likeliest(chances: Mapping[str, float]) -> str:
    return max(chances, key=lambda name: chances[name], default="")


def _meet(some: Sequence[Mention], others: Sequence[Mention]) -> bool:
    return any(_overlap(a, b) for a in some for b in others)


def both_ways(draft: Draft) -> Draft:
    """Let all sides of talks and of cooperation stand on both ends, where the sentence does not say who came to whom."""
    if draft.event_type not in TWO_SIDED or draft.recipients or len(draft.actors) < 2:
        return draft
    return replace(draft, recipients=draft.actors)


def without(draft: Draft, cited: Party | None) -> Draft:
    """Take out of the actors who is only cited for the event, as long as another actor remains."""
    if cited is None:
        return draft
    others = tuple(m for m in draft.actors if m in draft.twice or not _overlap(m, cited))
    return replace(draft, actors=others) if others else draft


def _overlap(one: Party, other: Party) -> bool:
    return one.begin < other.end and other.begin < one.end


def _side(scores: dict[Mention, float]) -> tuple[Mention, ...]:
    """Of mentions that lie inside each other keep the surer; at a tie the longer. "[[Somalia]'s ministry]" is one party."""
    kept: list[Mention] = []
    for mention in sorted(scores, key=lambda m: (-scores[m], -(m.end - m.begin), m.begin)):
        if not any(_overlap(mention, other) for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.begin))


def _each_once(mentions: Sequence[Mention], scores: Mapping[Mention, float]) -> tuple[Mention, ...]:
    """Of mentions of one party keep the one that tells most, a name or noun before a pronoun, then the surest."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.kind == "pronoun", -scores[m], m.begin)):
        if not any(_told_again(mention, other) or _told_again(other, mention) for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: m.begin))
