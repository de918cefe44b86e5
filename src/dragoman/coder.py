"""The way through: a story goes in, its coding comes out, and every stage stands on one line of :meth:`Coder.code`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from dragoman import codebooks
from dragoman.actors import ActorBase
from dragoman.codebooks import Codebook
from dragoman.mentions import read_actors
from dragoman.mentions.coreference import refer
from dragoman.mentions.joining import Tag, suspected, with_tagged
from dragoman.mentions.located import located
from dragoman.merge import Circumstance, Stamp, event, merge
from dragoman.model import MAX_CHARACTERS, Model, SentenceView, TaggedSpan
from dragoman.places import event_place, gazetteer, places
from dragoman.places.ranking import Ranker
from dragoman.positions import claims, positions
from dragoman.qualify import Qualities, qualify
from dragoman.qualify.attribution import attributions, said_by, speaker
from dragoman.qualify.settling import settle
from dragoman.records import (
    Attribution,
    Coding,
    DateInterval,
    Event,
    Mention,
    Place,
    Relation,
    Span,
    Story,
    Time,
)
from dragoman.relations import Confidence, Draft, bared, both_ways, drafts, filled, once, vouched, weighed, without
from dragoman.sentences import sentences
from dragoman.times import event_date, times
from dragoman.version import __version__

PLACE_FLOOR = 0.95
"""Mean probability of its tags from which a span counts as a place."""


class Scene(NamedTuple):
    """Who and where a text tells of.

    Attributes:
        found: Mentions of actors.
        doubted: Spans that may be mentions too; who has a part in an event is one.
        where: Places.
    """

    found: tuple[Mention, ...]
    doubted: tuple[Mention, ...]
    where: tuple[Place, ...]


class Coder:
    """Codes stories with one model, one codebook and one actor base; loads them once and never changes them.

    Needs no network. One coder may serve several threads.

    >>> coder = Coder()
    >>> relation = coder.relate("Chad accused Togo of spying.", actor=(0, 4), recipient=(13, 17))
    >>> relation.event_type, relation.quad
    ('ACCUSE', 3)
    """

    def __init__(
        self,
        *,
        model: str | Path | None = None,
        codebook: str | Path | Codebook = "plover",
        actors: Path | None = None,
        places: str | Path | None = None,
    ) -> None:
        """Load model, codebook, actor base and gazetteer: the bundled ones, or those of the given folders and files.

        Raises:
            DragomanError: one of them is missing or wrong; the message says where and what to do.
        """
        self.model = Model.load(Path(model) if model else None)
        self.codebook = codebook if isinstance(codebook, Codebook) else codebooks.load(codebook)
        self.confidence = Confidence(*self.model.confidence)
        self.base = ActorBase.load(Path(actors) if actors else None)
        self.gazetteer = gazetteer.load(Path(places)) if places else gazetteer.bundled()
        self.stamp = Stamp(f"dragoman-{__version__}", self.model.version, self.codebook.version)

    def code(self, story: Story) -> Coding:
        """Code one story: the same story gives the same records, alone or among others."""
        text, on = story.text, story.published.date() if story.published else None
        spans = sentences(text)
        views = tuple(self.model.view(text[begin:end]) for begin, end in spans)
        found, doubted, where = self._scene(text, spans, views, on)
        said = attributions(text, spans, found, tuple(map(self.model.voices, views)))
        when = times(text, story.published)
        drafted = tuple(self._sure(span, view, found, doubted) for span, view in zip(spans, views, strict=True))
        events = merge(self._events(story, spans, drafted, said, when, where, found))
        return Coding(
            story=story,
            mentions=_with_parties(found, doubted, events),
            attributions=said,
            events=events,
            positions=positions(story.id, text, spans, found, said),
            claims=claims(story.id, text, spans, found, said),
        )

    def relate(self, text: str, actor: Span, recipient: Span | None = None) -> Relation:
        """Say what the actor does to the recipient, as the text between them has it.

        Args:
            text: A sentence, or a text whose sentences around the two spans are read.
            actor: Half-open span of the actor in ``text``.
            recipient: Span of the recipient, or ``None`` for what the actor does to nobody named. Spans further apart than the
                encoder reads (about 250 word pieces) have no event between them.

        Raises:
            ValueError: a span is empty or reaches outside the text.
        """
        for name, span in (("actor", actor), ("recipient", recipient)):
            if span is not None and not 0 <= span[0] < span[1] <= len(text):
                raise ValueError(f"{name} {span} is not a span of the text, which has {len(text)} characters")
        spans = [span for span in (actor, recipient) if span is not None]
        begin, end = _window(text, spans)
        last = max(end for _, end in spans)
        view = self.model.view(text[begin:end])
        shifted = (recipient[0] - begin, recipient[1] - begin) if recipient else None
        scores = self.model.relate(view, (actor[0] - begin, actor[1] - begin), shifted)
        none = scores.none if last <= begin + view.reach else 1.0
        kind = scores.best if none < 0.5 else None
        quad = self.codebook.quad(kind) if kind and kind in self.codebook.types else None
        plain = {"event_type": kind, "quad": quad, "scores": scores.types, "none": none}
        return Relation.from_dict(plain)

    def mentions(self, text: str, published: date | datetime | None = None) -> tuple[Mention, ...]:
        """Find the actor mentions of a text, linked as of the day it was published."""
        return self.scene(text, published).found

    def scene(self, text: str, published: date | datetime | None = None) -> Scene:
        """Find who and where a text tells of, as of the day it was published."""
        spans = sentences(text)
        views = tuple(self.model.view(text[begin:end]) for begin, end in spans)
        return self._scene(text, spans, views, _day(published))

    def attributions(self, text: str) -> tuple[Attribution, ...]:
        """Find source, cue and content of the statements that a text reports."""
        spans = sentences(text)
        views = tuple(self.model.view(text[begin:end]) for begin, end in spans)
        found = self._scene(text, spans, views, None).found
        return attributions(text, spans, found, tuple(map(self.model.voices, views)))

    def times(self, text: str, published: date | datetime | None = None) -> tuple[Time, ...]:
        """Find the time expressions of a text, with TimeML values relative to its publication."""
        return times(text, published)

    def places(self, text: str, *, ranker: Ranker | None = None) -> tuple[Place, ...]:
        """Find the toponyms of a text and resolve them to GeoNames, with other weights than the bundled ones if given."""
        spans = sentences(text)
        views = tuple(self.model.view(text[begin:end]) for begin, end in spans)
        return self._scene(text, spans, views, None, ranker).where

    def _scene(
        self,
        text: str,
        spans: Sequence[Span],
        views: Sequence[SentenceView],
        on: date | None,
        ranker: Ranker | None = None,
    ) -> Scene:
        """Find actors and places, which tell each other apart: actors' countries weigh on places, and places' on actors."""
        tags = _tags(spans, views, self.model.spans)
        known, context = read_actors(text, spans, self.base, on)
        joined = with_tagged(text, known, context, tags, self.base, on)
        named = [(tag.begin, tag.end) for tag in tags if tag.kind == "place" and tag.score >= PLACE_FLOOR]
        where = places(text, joined, named, gazetteer=self.gazetteer, ranker=ranker)
        found = refer(text, spans, located(text, joined, where), self.base, find=False)
        doubted = suspected(text, found, context, _tags(spans, views, self.model.suspected), self.base, on)
        return Scene(found, self._referred(text, spans, found, located(text, doubted, where)), where)

    def _referred(
        self, text: str, spans: Sequence[Span], found: Sequence[Mention], doubted: Sequence[Mention]
    ) -> tuple[Mention, ...]:
        """Link the doubted mentions to whom they stand for; they must not sway what the found ones stand for."""
        if not doubted:
            return ()
        unsure = {(m.begin, m.end) for m in doubted}
        everyone = refer(text, spans, (*found, *doubted), self.base, find=False)
        return tuple(m for m in everyone if (m.begin, m.end) in unsure)

    def drafts(
        self, sentence: Span, view: SentenceView, found: Sequence[Mention], doubted: Sequence[Mention] = ()
    ) -> tuple[Draft, ...]:
        """Draft all that a sentence may tell, however unsure, each with its confidence."""
        begin, seen = sentence[0], min(sentence[1], sentence[0] + view.reach)
        sure, unsure = ([m for m in group if begin <= m.begin and m.end <= seen] for group in (found, doubted))
        everyone = sure + unsure
        told = vouched(self.model.tell(view, [(m.begin - begin, m.end - begin) for m in everyone]), len(sure))
        return tuple(weighed(bared(draft, begin, view.text), self.confidence) for draft in drafts(told, everyone))

    def _sure(
        self, sentence: Span, view: SentenceView, found: Sequence[Mention], doubted: Sequence[Mention]
    ) -> tuple[Draft, ...]:
        likely = self.drafts(sentence, view, found, doubted)
        return once([draft for draft in likely if draft.confidence >= self.confidence.floor])

    def _events(
        self, story: Story, spans: Sequence[Span], drafted: Sequence[tuple[Draft, ...]], said: Sequence[Attribution],
        when: Sequence[Time], where: Sequence[Place], found: Sequence[Mention],
    ) -> list[Event]:  # fmt: skip
        events: list[Event] = []
        previous: DateInterval | None = None
        earlier: list[list[Mention]] = []
        last = 0
        for sentence, group in zip(spans, drafted, strict=True):
            if story.text.count("\n", last, sentence[0]) > 1:
                previous, earlier = None, []  # a date, and who is in play, hold on inside a paragraph
            last = sentence[1]
            for draft in filter(self._codable, (self._whole(draft, earlier) for draft in group)):
                evidence = (sentence[0] + draft.evidence[0], sentence[0] + draft.evidence[1])
                told = self._qualities(story.text[slice(*sentence)], draft)
                day = event_date(sentence, evidence, when, story.published, previous, text=story.text, tense=told.tense)
                previous = day if day is not None and day.basis == "sentence" else previous
                cited = speaker(story.text, said_by(evidence, said, text=story.text, actors=draft.actors))
                around = Circumstance(
                    told,
                    cited,
                    day,
                    event_place(sentence, evidence, where, found, text=story.text),
                )
                events.append(event(story, sentence[0], both_ways(without(draft, cited)), around, self.codebook, self.stamp))
            earlier.append([m for m in found if sentence[0] <= m.begin and m.end <= sentence[1]])
        return events

    def _whole(self, draft: Draft, earlier: Sequence[Sequence[Mention]]) -> Draft:
        return draft if self._codable(draft) else filled(draft, earlier)

    def _qualities(self, sentence: str, draft: Draft) -> Qualities:
        ruled = qualify(sentence, draft.evidence, event_type=draft.event_type)
        return settle(ruled, draft.told.polarity, draft.told.modality, draft.told.tense)

    def _codable(self, draft: Draft) -> bool:
        """Some types are no event without a second party (PLOVER: COOPERATE, AID, SANCTION); some are not in the codebook."""
        if draft.event_type not in self.codebook.types:
            return False
        return bool(draft.recipients) or len(draft.actors) > 1 or not self.codebook.type(draft.event_type).recipient_needed


def check_weights(folder: Path) -> None:
    """Load what a coder takes from a folder of weights, to meet their errors early.

    Raises:
        DragomanError: the weights are missing, damaged or made for another Dragoman.
    """
    Confidence(*Model.load(folder).confidence)


def _tags(
    spans: Sequence[Span], views: Sequence[SentenceView], read: Callable[[SentenceView], Sequence[TaggedSpan]]
) -> list[Tag]:
    """What the model sees in each sentence, in offsets of the story."""
    return [
        Tag(begin + span.begin, begin + span.end, span.kind, span.score)
        for (begin, _), view in zip(spans, views, strict=True)
        for span in read(view)
    ]


def _with_parties(found: Sequence[Mention], doubted: Sequence[Mention], events: Sequence[Event]) -> tuple[Mention, ...]:
    """The mentions found, and of the doubted ones those that have a part in an event."""
    parties = {(party.begin, party.end) for each in events for party in (*each.actors, *each.recipients)}
    return tuple(
        sorted(
            (*found, *(m for m in doubted if (m.begin, m.end) in parties)), key=lambda mention: (mention.begin, -mention.end)
        )
    )


def _window(text: str, spans: Sequence[Span]) -> Span:
    """The sentences from the first of the spans to the last; where the encoder cannot take them, the words around the spans."""
    first, last = min(b for b, _ in spans), max(e for _, e in spans)
    touched = [(b, e) for b, e in sentences(text) if b < last and first < e]
    begin, end = min([first, *(b for b, _ in touched)]), max([last, *(e for _, e in touched)])
    if end - begin <= MAX_CHARACTERS:
        return begin, end
    room = max(0, MAX_CHARACTERS - (last - first)) // 2
    return max(begin, first - room), min(end, last + room)


def _day(published: date | datetime | None) -> date | None:
    return published.date() if isinstance(published, datetime) else published
