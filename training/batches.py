"""Examples to padded batches of tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from dragoman.model.tokens import Tokenizer, Tokens, distances
from training import data, labels

CLS, SEP, MASK = 101, 102, 103
"""Ids of BERT's vocabulary."""


@dataclass
class Item:
    """One example ready for the network."""

    tokens: Tokens
    example: data.Example
    outer: np.ndarray | None
    inner: np.ndarray | None
    trigger: np.ndarray | None
    said: np.ndarray | None


def triggers(tokens: Tokens, record: dict[str, object]) -> np.ndarray:
    """The type that each token carries as evidence, or none."""
    row = np.full(len(tokens.offsets), labels.NONE, np.int64)
    for event in record.get("events", ()):  # type: ignore[attr-defined]
        row[tokens.mask([tuple(event["evidence"])]) > 0] = labels.TYPE_INDEX[event["event_type"]]
    return row


def tag(tokens: Tokens, mentions: tuple[tuple[int, int, str], ...]) -> tuple[np.ndarray, np.ndarray]:
    """BIO tags of the outermost mentions, and of the actors nested in them."""
    outer, inner = np.zeros(len(tokens.offsets), np.int64), np.zeros(len(tokens.offsets), np.int64)
    for begin, end, kind in sorted(mentions, key=lambda m: (m[0], -m[1])):
        covered = [i for i, (b, e) in enumerate(tokens.offsets) if e > b and b < end and begin < e]
        if not covered:
            continue
        if not outer[covered].any():
            outer[covered] = labels.TAGS.index(f"I-{kind}")
            outer[covered[0]] = labels.TAGS.index(f"B-{kind}")
        elif kind == "actor" and not inner[covered].any():
            inner[covered] = 2
            inner[covered[0]] = 1
    return outer, inner


def said_tags(tokens: Tokens, said: tuple[data.Said, ...]) -> np.ndarray:
    """Tags [3, tokens] of sources, cues and contents; where contents nest, the outer one holds."""
    rows = np.zeros((len(labels.SAID), len(tokens.offsets)), np.int64)
    for row, part in zip(rows, labels.SAID, strict=True):
        for begin, end in sorted({span for each in said for span in getattr(each, part)}, key=lambda s: (s[0], -s[1])):
            covered = [i for i, (b, e) in enumerate(tokens.offsets) if e > b and b < end and begin < e]
            if covered and not row[covered].any():
                row[covered] = 2
                row[covered[0]] = 1
    return rows


def prepare(examples: list[data.Example], tokenizer: Tokenizer) -> list[Item]:
    """Tokenize, and tag where mentions are labelled."""
    items = []
    for example in examples:
        tokens = tokenizer(example.text)
        outer, inner = tag(tokens, example.mentions) if example.mentions is not None else (None, None)
        told = triggers(tokens, example.record) if example.mentions is not None else None
        said = said_tags(tokens, example.said) if example.said is not None else None
        items.append(Item(tokens, example, outer, inner, told, said))
    return items


@dataclass
class Rows:
    """Pairs of spans, each with the sentence of the batch that it belongs to."""

    where: Tensor
    actor: Tensor
    recipient: Tensor
    actor_near: Tensor
    recipient_near: Tensor
    pairs: list[data.Pair]
    evidence: Tensor


@dataclass
class Batch:
    """Padded sentences, the pairs of all of them, and the parts that mentions have in events."""

    ids: Tensor
    cases: Tensor
    mask: Tensor
    outer: Tensor
    inner: Tensor
    trigger: Tensor
    said: Tensor
    pairs: Rows
    roles: Rows


def padded(rows: list[np.ndarray], longest: int, fill: float, kind: type = np.int64) -> Tensor:
    """Stack rows of different lengths."""
    out = np.full((len(rows), longest), fill, kind)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


def rows_of(items: list[Item], name: str, longest: int) -> Rows:
    """Gather the pairs of spans of all items."""
    pairs = [(i, pair) for i, item in enumerate(items) for pair in getattr(item.example, name)]
    actors = [items[i].tokens.mask(pair.actor) for i, pair in pairs]
    recipients = [items[i].tokens.mask(pair.recipient) for i, pair in pairs]
    evidence = [items[i].tokens.mask((pair.evidence,) if pair.evidence else ()) for i, pair in pairs]
    return Rows(
        where=torch.tensor([i for i, _ in pairs], dtype=torch.long),
        actor=padded(actors, longest, 0, np.float32), recipient=padded(recipients, longest, 0, np.float32),
        actor_near=padded([distances(row) for row in actors], longest, 0),
        recipient_near=padded([distances(row) for row in recipients], longest, 0),
        pairs=[pair for _, pair in pairs], evidence=padded(evidence, longest, 0, np.float32),
    )  # fmt: skip


def collate(items: list[Item]) -> Batch:
    """Pad the items to the longest one."""
    longest = max(len(item.tokens.ids) for item in items)
    empty = np.zeros(0, np.int64)

    def labels_of(name: str) -> Tensor:
        found = [getattr(item, name) for item in items]
        return padded([empty if row is None else row for row in found], longest, -100)

    def layer(k: int) -> Tensor:
        return padded([empty if item.said is None else item.said[k] for item in items], longest, -100)

    return Batch(
        ids=padded([item.tokens.ids for item in items], longest, 0),
        cases=padded([item.tokens.cases for item in items], longest, 3),
        mask=padded([np.ones(len(item.tokens.ids), np.float32) for item in items], longest, 0, np.float32),
        outer=labels_of("outer"), inner=labels_of("inner"), trigger=labels_of("trigger"),
        said=torch.stack([layer(k) for k in range(len(labels.SAID))], -1),
        pairs=rows_of(items, "pairs", longest), roles=rows_of(items, "roles", longest),
    )  # fmt: skip


def masked(batch: Batch, share: float) -> Batch:
    """Hide a share of the inner tokens behind the vocabulary's mask."""
    inner = (batch.mask > 0) & (batch.ids != CLS) & (batch.ids != SEP)
    hidden = inner & (torch.rand(batch.ids.shape) < share)
    return replace(batch, ids=batch.ids.masked_fill(hidden, MASK))


def batches(items: list[Item], size: int, rng: random.Random) -> Iterator[list[Item]]:
    """Shuffled batches of sentences of like length."""
    order = sorted(items, key=lambda item: len(item.tokens.ids) + rng.random() * 8)
    cut = [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(cut)
    yield from cut
