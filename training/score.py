"""Scores of a network in training; the figures that are published come from ``dragoman bench`` on the exported model."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import torch

from dragoman.model.tokens import distances
from training import data, labels
from training.batches import tag

if TYPE_CHECKING:
    from dragoman.model.tokens import Tokenizer
    from training.network import Network


def macro_f1(gold: list[str], guessed: list[str]) -> float:
    """Mean over the classes of gold of their F1."""
    scores = []
    for name in sorted(set(gold)):
        hit = sum(g == p == name for g, p in zip(gold, guessed, strict=True))
        scores.append(2 * hit / max(1, gold.count(name) + guessed.count(name)))
    return float(np.mean(scores)) if scores else 0.0


def run(network: Network, example: data.Example, tokenizer: Tokenizer, pairs: list[data.Pair]) -> dict[str, np.ndarray]:
    """All pair outputs of one sentence, as probabilities; and the tags."""
    tokens = tokenizer(example.text)
    with torch.no_grad():
        states = network.encoder(torch.from_numpy(tokens.ids)[None], torch.from_numpy(tokens.cases)[None])
        outer, inner, trigger, _ = network.tags(states)
        result = {"outer": outer[0].argmax(-1).numpy(), "inner": inner[0].argmax(-1).numpy()}
        if pairs:
            spans = zip(*((pair.actor, pair.recipient) for pair in pairs), strict=True)
            sides = [np.stack([tokens.mask(each) for each in side]) for side in spans]
            actor, recipient = map(torch.from_numpy, sides)
            near = [torch.from_numpy(np.stack([distances(row) for row in side])) for side in sides]
            out = network.pairs(states, trigger, None, actor, recipient, torch.ones_like(actor), *near)
            result |= {name: value.numpy() for name, value in out.items()}
    return result


def plv_roots(network: Network, examples: list[data.Example], tokenizer: Tokenizer) -> list[str]:
    """The likeliest PLV root of each example's labelled pair; CONCEDE and RETREAT count as YIELD together."""
    roots = []
    for example in examples:
        pair = example.pairs[0] if example.pairs else data.Pair((), data.first_span(example.record["target"]), (0,))
        logits = run(network, example, tokenizer, [pair])["type"][0][: labels.NONE]
        scores = np.exp(logits - logits.max())
        merged: Counter[str] = Counter()
        for name, value in zip(labels.TYPES, scores, strict=True):
            merged["YIELD" if name in labels.YIELD else name] += float(value)
        roots.append(merged.most_common(1)[0][0])
    return roots


def quad(root: str) -> str:
    """The quad class of a PLV root."""
    return "2" if root == "YIELD" else str(labels.QUAD[root])


def plv_scores(gold: list[str], guessed: list[str]) -> dict[str, object]:
    """Macro F1 of root, quad and binary."""
    quads = [quad(root) for root in gold], [quad(root) for root in guessed]
    binary = [[str(int(q) > 2) for q in side] for side in quads]
    return {
        "root": round(macro_f1(gold, guessed), 4), "quad": round(macro_f1(*quads), 4),
        "binary": round(macro_f1(binary[0], binary[1]), 4), "count": len(gold),
    }  # fmt: skip


def plv_line(gold: list[str], guessed: list[str]) -> str:
    """The scores so far, on one line."""
    return ", ".join(f"{name} {value}" for name, value in plv_scores(gold, guessed).items())


def bio_spans(tags: np.ndarray, names: tuple[str, ...]) -> set[tuple[int, int, str]]:
    """Token spans of a BIO row."""
    spans, start, kind = set(), None, ""
    for i, value in enumerate([*tags, 0]):
        name = names[value]
        if start is not None and not (name.startswith("I") and name[2:] == kind):
            spans.add((start, i, kind))
            start = None
        if name != "O" and start is None:
            start, kind = i, name[2:]
    return spans


def own_scores(network: Network, examples: list[data.Example], tokenizer: Tokenizer) -> dict[str, object]:
    """Mentions, types with none, direction, polarity, modality, tense and evidence on sentences of our own."""
    gold: dict[str, list[str]] = {name: [] for name in ("type", "polarity", "modality", "tense")}
    guessed: dict[str, list[str]] = {name: [] for name in gold}
    names = {"polarity": labels.POLARITIES, "modality": labels.MODALITIES, "tense": labels.TENSES}
    spans = [0, 0, 0]
    overlap, evidence, false, empty = 0, 0, 0, 0
    types = (*labels.TYPES, "NONE")
    for example in examples:
        out = run(network, example, tokenizer, list(example.pairs))
        tokens = tokenizer(example.text)
        wanted = bio_spans(tag(tokens, example.mentions or ())[0], labels.TAGS)
        found = bio_spans(out["outer"], labels.TAGS)
        spans = [spans[0] + len(wanted & found), spans[1] + len(wanted), spans[2] + len(found)]
        if not example.record["events"]:
            empty += 1
            false += any((row.argmax() != labels.NONE) for row in out.get("type", []))
        for i, pair in enumerate(example.pairs):
            best = int(out["type"][i].argmax())
            gold["type"].append(types[best if best in pair.types else pair.types[0]])
            guessed["type"].append(types[best])
            for name in names:
                if getattr(pair, name) is not None:
                    gold[name].append(names[name][getattr(pair, name)])
                    guessed[name].append(names[name][int(out[name][i].argmax())])
            if pair.evidence:
                evidence += 1
                overlap += tokens.mask((pair.evidence,))[int(out["evidence"][i].argmax())] > 0
    events = [(g, p) for g, p in zip(gold["type"], guessed["type"], strict=True)]
    hit = sum(g == p != "NONE" for g, p in events)
    return {
        "mentions_f1": round(2 * spans[0] / max(1, spans[1] + spans[2]), 4),
        **{name: round(macro_f1(gold[name], guessed[name]), 4) for name in gold},
        "pair_precision": round(hit / max(1, sum(p != "NONE" for _, p in events)), 4),
        "pair_recall": round(hit / max(1, sum(g != "NONE" for g, _ in events)), 4),
        "evidence_hit": round(overlap / max(1, evidence), 4),
        "false_sentences_per_100": round(100 * false / max(1, empty), 2),
        "pairs": len(events), "sentences": len(examples),
    }  # fmt: skip
