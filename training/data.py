"""Every training set as the same examples: a sentence, its mention spans if labelled, and its labelled pairs."""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman.model import MAX_CHARACTERS
from dragoman.sentences import sentences
from training import labels
from training.own import markup, standoff

Spans = tuple[tuple[int, int], ...]

ONE_WAY = frozenset("REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT AID YIELD CONCEDE RETREAT".split())
"""Types whose reversed pair is no event; talks, accords, trade and support often run both ways."""


@dataclass(frozen=True)
class Pair:
    """An ordered pair of mentions (recipient may be absent) and what holds of it.

    Attributes:
        types: Indices of the types any of which is right; ``labels.NONE`` for no event.
        evidence, polarity, modality, tense, modes, contexts: ``None`` where the set does not say.
        role: Index of the part that the second span has in what the first carries, if that is asked.
        speaking: The first span is the cue of a statement, so the part is a source's or a content's, not an actor's.
    """

    actor: Spans
    recipient: Spans
    types: tuple[int, ...]
    weight: float = 1.0
    evidence: tuple[int, int] | None = None
    polarity: int | None = None
    modality: int | None = None
    tense: int | None = None
    modes: tuple[int, ...] | None = None
    contexts: tuple[int, ...] | None = None
    role: int | None = None
    speaking: bool = False


@dataclass(frozen=True)
class Said:
    """Source, cue and content of one attribution, as far as they stand in the sentence."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True)
class Example:
    """A sentence with what is known of it; ``group`` never straddles training and held-out data."""

    id: str
    group: str
    text: str
    pairs: tuple[Pair, ...] = ()
    mentions: tuple[tuple[int, int, str], ...] | None = None
    roles: tuple[Pair, ...] = ()
    said: tuple[Said, ...] | None = None
    record: dict[str, Any] = field(default_factory=dict, compare=False)


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """Read a JSONL file, gzipped or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def first_span(party: dict[str, Any] | None) -> Spans:
    """The first place where the party stands, which is all that a caller of ``Coder.relate`` gives."""
    return () if party is None else ((party["begin"], party["end"]),)


def _overlap(a: Spans, b: Spans) -> bool:
    return any(x < v and u < y for x, y in a for u, v in b)


def plv_pairs(row: dict[str, Any]) -> tuple[Pair, ...]:
    """The labelled pair of a PLV row, its actor alone, and its reversed pair as no event where the type runs one way."""
    source, target = first_span(row["source"]), first_span(row["target"])
    types = tuple(labels.TYPE_INDEX[name] for name in labels.plv_types(row["root"]))
    if not source:
        return ()
    pairs = [Pair(source, target, types)]
    if target:
        pairs.append(Pair(source, (), types, weight=0.3))
        if row["root"] in ONE_WAY and not _overlap(source, target):
            pairs.append(Pair(target, source, (labels.NONE,), weight=0.5))
    return tuple(pairs)


def plv(path: Path) -> list[Example]:
    """PLV, one example a row, grouped by sentence."""
    return [Example(row["id"], row["sentence_id"], row["text"], plv_pairs(row), record=row) for row in read_jsonl(path)]


def event_pair(event: Mapping[str, Any], actor: Spans, recipient: Spans, weight: float = 1.0) -> Pair:
    """A pair of spans with all that the labels say of the event between them."""
    return Pair(
        actor, recipient, (labels.TYPE_INDEX[event["event_type"]],), weight, tuple(event["evidence"]),
        labels.POLARITIES.index(event["polarity"]), labels.MODALITIES.index(event["modality"]),
        labels.TENSES.index(event["tense"]),
        tuple(labels.MODES.index(f"{event['event_type']}/{mode}") for mode in event["modes"]),
        tuple(labels.CONTEXTS.index(context) for context in event["contexts"]),
    )  # fmt: skip


def _keys(event: dict[str, Any]) -> Iterable[tuple[str, str | None]]:
    """The ordered pairs that an event states; two-sided ones hold both ways."""
    actors, recipients = event["actors"], event["recipients"]
    yield from ((actor, None) for actor in actors)
    yield from ((actor, recipient) for actor in actors for recipient in recipients)
    if not recipients and len(actors) > 1:
        yield from ((one, other) for one in actors for other in actors if one != other)


def own_pairs(record: dict[str, Any], rng: random.Random, negatives: int = 6) -> tuple[Pair, ...]:
    """All pairs of a sentence of our own: those its events state, and others as no event."""
    spans = {name: ((m["begin"], m["end"]),) for name, m in record["mentions"].items()}
    actors = [name for name, m in record["mentions"].items() if m["kind"] == "actor"]
    stated: dict[tuple[str, str | None], list[dict[str, Any]]] = {}
    taking_part: set[str] = set()
    for event in record["events"]:
        taking_part |= {*event["actors"], *event["recipients"]}
        for key in _keys(event):
            stated.setdefault(key, []).append(event)
    pairs = []
    for (actor, recipient), events in stated.items():
        pair = event_pair(
            events[0], spans[actor], spans[recipient] if recipient else (), 1.0 if recipient or len(events) == 1 else 0.5
        )
        if len(events) > 1:
            types = tuple(sorted({labels.TYPE_INDEX[event["event_type"]] for event in events}))
            pair = Pair(pair.actor, pair.recipient, types, pair.weight)
        pairs.append(pair)
    others: list[tuple[str, str | None]] = [(a, None) for a in actors] + [(a, b) for a in actors for b in actors if a != b]
    places = [name for name, m in record["mentions"].items() if m["kind"] == "place"]
    others += [(a, p) for a in actors for p in places if rng.random() < 0.3]
    free = []
    for actor, recipient in others:
        if (actor, recipient) in stated:
            continue
        used = (spans[actor], spans[recipient] if recipient else ())
        if used[1] and _overlap(*used):
            continue
        if _hidden(actor, spans, taking_part) or (recipient and _hidden(recipient, spans, taking_part)):
            continue
        free.append(Pair(used[0], used[1], (labels.NONE,)))
    rng.shuffle(free)
    return tuple(pairs + free[:negatives])


def own_roles(record: dict[str, Any], rng: random.Random, telling: frozenset[str] = frozenset()) -> tuple[Pair, ...]:
    """The words of each event with every mention (which part it has), and alone (what event it is); and words that are none."""
    spans = {name: ((m["begin"], m["end"]),) for name, m in record["mentions"].items()}
    parties = [name for name, m in record["mentions"].items() if m["kind"] in ("actor", "place")]
    rows = []
    for event in record["events"]:
        words = (tuple(event["evidence"]),)
        rows.append(event_pair(event, words, ()))
        taking_part = {*event["actors"], *event["recipients"]}
        for name in parties:
            if not _hidden(name, spans, taking_part):
                role = 1 if name in event["actors"] else 2 if name in event["recipients"] else 0
                rows.append(Pair(words, spans[name], (), role=role))
    for words in _idle_words(record, rng, telling, 1 if record["events"] else 2):
        rows.append(Pair((words,), (), (labels.NONE,)))
        rows += [Pair((words,), spans[name], (), role=0) for name in parties[:3]]
    return tuple(rows)


def evidence_words(records: Iterable[dict[str, Any]]) -> frozenset[str]:
    """The words, of four letters or more, that carry events in the records."""
    return frozenset(
        word
        for record in records
        for event in record["events"]
        for word in re.findall(r"\b[a-z]{4,}\b", record["text"][slice(*event["evidence"])])
    )


def _idle_words(record: dict[str, Any], rng: random.Random, telling: frozenset[str], count: int) -> list[tuple[int, int]]:
    """Words in lower case that carry no event here; those that carry one elsewhere come first."""
    carrying = tuple(tuple(event["evidence"]) for event in record["events"])
    words = [match.span() for match in re.finditer(r"\b[a-z]{4,}\b", record["text"])]
    free = [word for word in words if not _overlap((word,), carrying)]
    rng.shuffle(free)
    free.sort(key=lambda word: record["text"][slice(*word)] not in telling)
    return free[:count]


def _hidden(name: str, spans: dict[str, Spans], taking_part: set[str]) -> bool:
    """Whether a mention lies inside (or around) one that takes part: then it is neither an event's party nor a stranger."""
    return name not in taking_part and any(_overlap(spans[name], spans[other]) for other in taking_part)


def said_of(record: dict[str, Any]) -> tuple[Said, ...]:
    """The attributions of a sentence of our own."""
    spans = {name: ((m["begin"], m["end"]),) for name, m in record["mentions"].items()}
    return tuple(
        Said(spans.get(each["source"], ()), (tuple(each["cue"]),), tuple(map(tuple, each["content"])))
        for each in record["attributions"]
    )


def said_rows(said: tuple[Said, ...]) -> tuple[Pair, ...]:
    """Every cue with every source and content of the sentence: its own, or another's."""
    spans = sorted({span for each in said for span in (*each.source, *each.content)})
    rows = []
    for each in said:
        for span in spans if each.cue else ():
            part = "source" if span in each.source else "content" if span in each.content else "none"
            rows.append(Pair(each.cue, (span,), (), role=labels.ROLES.index(part), speaking=True))
    return tuple(rows)


def made(record: dict[str, Any], rng: random.Random, telling: frozenset[str] = frozenset()) -> Example:
    """A sentence of our own, with all that its labels teach; ``telling`` words that carry no event in it are taught first."""
    mentions = tuple((m["begin"], m["end"], m["kind"]) for m in record["mentions"].values())
    said = said_of(record)
    pairs, roles = own_pairs(record, rng), own_roles(record, rng, telling) + said_rows(said)
    return Example(record["id"], record["group"], record["text"], pairs, mentions, roles, said, record)


def own(folder: Path, seed: int = 0) -> list[Example]:
    """The sentences written for this project."""
    rng = random.Random(seed)
    return [made(record, rng) for record in markup.read_all(folder)]


def real(labels_file: Path, data: Path, seed: int = 0) -> list[Example]:
    """The real sentences labelled for this project, their text fetched from the public data sets."""
    rng = random.Random(seed)
    return [made(record, rng) for record in standoff.restore(labels_file, data)]


def polnear(path: Path) -> list[Example]:
    """The sentences of PolNeAR's articles, with sources, cues and contents cut to each sentence."""
    made = []
    for article in read_jsonl(path):
        for begin, end in sentences(article["text"]):
            said = tuple(cut for each in article["attributions"] if any((cut := _cut(each, begin, end)).__dict__.values()))
            text = article["text"][begin:end]
            if len(text) <= MAX_CHARACTERS:
                made.append(Example(f"{article['id']}:{begin}", article["id"], text, roles=said_rows(said), said=said))
    return made


def speaking(examples: list[Example], idle: int = 3) -> list[Example]:
    """The sentences in which somebody is said to say something, and one in ``idle`` of the others."""
    return [example for i, example in enumerate(examples) if example.said or i % idle == 0]


def _cut(said: dict[str, Any], begin: int, end: int) -> Said:
    """The part of an attribution that stands in a sentence, in offsets of the sentence."""
    return Said(
        *(
            tuple((max(b, begin) - begin, min(e, end) - begin) for b, e in said[part] if b < end and begin < e)
            for part in labels.SAID
        )
    )


def folds(examples: list[Example], count: int, seed: int) -> list[list[Example]]:
    """Split by group into parts of about equal size."""
    groups = sorted({example.group for example in examples})
    random.Random(seed).shuffle(groups)
    where = {group: i % count for i, group in enumerate(groups)}
    parts: list[list[Example]] = [[] for _ in range(count)]
    for example in examples:
        parts[where[example.group]].append(example)
    return parts
