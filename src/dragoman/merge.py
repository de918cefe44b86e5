"""From a draft and what the other stages say of it to the event record; and repeats inside one story to one event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.codebooks import Codebook
from dragoman.qualify import Qualities
from dragoman.records import DateInterval, Event, EventPlace, Mention, Party, Speaker, Story, digest
from dragoman.relations import Draft

MODE_FLOOR = 0.5
CONTEXT_FLOOR = 0.5


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who made the records: versions of coder, model and codebook."""

    coder: str
    model: str
    codebook: str


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What the stages after relations say of one draft."""

    qualities: Qualities
    said_by: Speaker | None
    date: DateInterval | None
    place: EventPlace | None


def party(mention: Mention) -> Party:
    """Give a mention as an event's party."""
    return Party(
        text=mention.text, begin=mention.begin, end=mention.end, actor_id=mention.actor_id, name=mention.name,
        country=mention.country, sectors=mention.sectors,
    )  # fmt: skip


def modes(draft: Draft, codebook: Codebook) -> tuple[str, ...]:
    """Give the draft's likely modes that its type has in the codebook."""
    known = {mode.name for mode in codebook.type(draft.event_type).modes}
    scores = draft.told.modes
    return tuple(sorted(m for m in known if scores.get(f"{draft.event_type}/{m}", 0.0) >= MODE_FLOOR))


def contexts(draft: Draft, codebook: Codebook) -> tuple[str, ...]:
    """Give the draft's likely contexts that the codebook has."""
    return tuple(sorted(c for c, score in draft.told.contexts.items() if score >= CONTEXT_FLOOR and c in codebook.contexts))


def event(story: Story, begin: int, draft: Draft, around: Circumstance, codebook: Codebook, stamp: Stamp) -> Event:
    """Make the record of a draft whose sentence begins at ``begin`` in the story."""
    chosen = modes(draft, codebook)
    first, last = begin + draft.evidence[0], begin + draft.evidence[1]
    actors, recipients = tuple(map(party, draft.actors)), tuple(map(party, draft.recipients))
    spans = [(p.begin, p.end) for p in (*actors, *recipients)]
    return Event(
        id=digest(story.id, draft.event_type, first, last, len(actors), *spans), story_id=story.id,
        event_type=draft.event_type, modes=chosen, contexts=contexts(draft, codebook),
        quad=codebook.quad(draft.event_type), intensity=codebook.intensity(draft.event_type, chosen),
        actors=actors, recipients=recipients, polarity=around.qualities.polarity, modality=around.qualities.modality,
        tense=around.qualities.tense, said_by=around.said_by, date=around.date, place=around.place, begin=first, end=last,
        confidence=draft.confidence, coder=stamp.coder, model=stamp.model, codebook=stamp.codebook,
    )  # fmt: skip


def merge(events: Iterable[Event]) -> tuple[Event, ...]:
    """Put events in text order and drop what repeats another: same type and parties told by overlapping words.

    An event told twice in different sentences stays two records: each is tied to its own words.
    """
    kept: list[Event] = []
    for new in sorted(events, key=lambda e: (-e.confidence, e.begin, e.end, e.id)):
        if not any(_repeats(new, old) for old in kept):
            kept.append(new)
    return tuple(sorted(kept, key=lambda e: (e.begin, e.end, e.event_type, e.id)))


def _repeats(new: Event, old: Event) -> bool:
    return (
        new.event_type == old.event_type
        and new.begin < old.end
        and old.begin < new.end
        and {p.begin for p in new.actors} <= {p.begin for p in old.actors}
        and {p.begin for p in new.recipients} <= {p.begin for p in old.recipients}
    )
