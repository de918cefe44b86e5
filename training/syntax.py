"""Before events, grammar: the encoder first learns to parse and to find names, so that it knows who is whose subject.

Universal Dependencies (EWT and GUM) give heads, relations and parts of speech; Universal NER gives names on EWT, GUM its own
entities. The heads made here are thrown away; only the encoder goes on. Parser after Dozat and Manning (2017).
"""

from __future__ import annotations

import gzip
import math
import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from dragoman.model.tokens import Tokenizer, Tokens
from training.network import Encoder, Shape

RELATIONS = (
    "acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed flat "
    "goeswith iobj list mark nmod nsubj nsubj:pass nummod obj obl obl:agent orphan parataxis punct reparandum root vocative "
    "xcomp"
).split()
UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
NAMES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
ENTITIES = ("O", *(f"{p}-{k}" for k in ("person", "organization", "place", "time") for p in "BI"))


@dataclass(frozen=True)
class Parsed:
    """One sentence of a treebank; heads count words from 1, 0 is the root."""

    id: str
    text: str
    words: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[int, ...]
    upos: tuple[int, ...]
    names: tuple[int, ...] | None
    entities: tuple[int, ...] | None


def _relation(name: str) -> int:
    name = name if name in RELATIONS else name.split(":")[0]
    return RELATIONS.index(name if name in RELATIONS else "dep")


def _entities(column: list[str]) -> tuple[int, ...]:
    """Outermost GUM entities of four types as BIO."""
    tags, depth, kind, begun = [], 0, "", False
    for misc in column:
        marks = re.search(r"Entity=([^|]+)", misc)
        text = marks[1] if marks else ""
        opened = re.search(r"\(\d+-([a-z]+)", text) if depth == 0 else None
        if opened:
            kind, begun = opened[1], True
        inside = (depth > 0 or opened is not None) and f"B-{kind}" in ENTITIES
        tags.append(ENTITIES.index(f"{'B' if begun else 'I'}-{kind}") if inside else 0)
        begun = False
        depth = max(0, depth + text.count("(") - text.count(")"))
    return tuple(tags)


def conllu(path: Path, names: dict[str, list[str]], gum: bool) -> Iterator[Parsed]:
    """Read a treebank file."""
    for block in gzip.decompress(path.read_bytes()).decode("utf-8").split("\n\n"):
        lines = block.split("\n")
        rows = [line.split("\t") for line in lines if re.match(r"\d+\t", line)]
        sent = next((line[12:] for line in lines if line.startswith("# sent_id = ")), "")
        text = next((line[9:] for line in lines if line.startswith("# text = ")), "")
        if not rows or len(rows) > 90:
            continue
        tags = names.get(sent)
        named = tuple(NAMES.index(t) if t in NAMES else 0 for t in tags) if tags and len(tags) == len(rows) else None
        yield Parsed(
            id=sent, text=text, words=tuple(row[1] for row in rows), heads=tuple(int(row[6]) for row in rows),
            relations=tuple(_relation(row[7]) for row in rows), upos=tuple(UPOS.index(row[3]) for row in rows),
            names=named, entities=_entities([row[9] for row in rows]) if gum else None,
        )  # fmt: skip


def uner(path: Path) -> dict[str, list[str]]:
    """Name tags by sentence id."""
    tags: dict[str, list[str]] = {}
    current = ""
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").split("\n"):
        if line.startswith("# sent_id = "):
            current = line[12:].strip()
            tags[current] = []
        elif line[:1].isdigit():
            tags[current].append(line.split("\t")[2])
    return tags


def load(data: Path, part: str = "train") -> list[Parsed]:
    """All sentences of a part of both treebanks."""
    names = uner(data / "uner" / f"ewt-{part}.iob2.gz")
    return [*conllu(data / "ud" / f"ewt-{part}.conllu.gz", names, gum=False),
            *conllu(data / "ud" / f"gum-{part}.conllu.gz", {}, gum=True)]  # fmt: skip


def align(parsed: Parsed, tokens: Tokens) -> list[int] | None:
    """First word piece of each word; ``None`` when the words do not lie in the text in order."""
    pieces, at = [], 0
    starts = {begin: i for i, (begin, end) in reversed(list(enumerate(tokens.offsets))) if end > begin}
    for word in parsed.words:
        at = parsed.text.find(word, at)
        if at < 0:
            return None
        piece = starts.get(at)
        if piece is None:
            covering = [i for i, (b, e) in enumerate(tokens.offsets) if b <= at < e]
            if not covering:
                return None
            piece = covering[0]
        pieces.append(piece)
        at += len(word)
    return pieces


class SyntaxHeads(nn.Module):
    """Deep biaffine parser, part of speech, names and entities over first word pieces."""

    def __init__(self, width: int, arc: int = 256, label: int = 96):
        super().__init__()
        self.arc_head, self.arc_dependent = nn.Linear(width, arc), nn.Linear(width, arc)
        self.label_head, self.label_dependent = nn.Linear(width, label), nn.Linear(width, label)
        self.arc = nn.Linear(arc + 1, arc, bias=False)
        self.label = nn.Parameter(torch.randn(len(RELATIONS), label + 1, label + 1) * 0.02)
        self.upos, self.names, self.entities = (
            nn.Linear(width, len(UPOS)),
            nn.Linear(width, len(NAMES)),
            nn.Linear(width, len(ENTITIES)),
        )
        self.dropout = nn.Dropout(0.2)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Word states [B, N, W], the root's (first token) at 0; arc scores [B, N, N] dependents by heads; label scores."""
        words = self.dropout(words)
        head, dependent = F.gelu(self.arc_head(words)), F.gelu(self.arc_dependent(words))
        one = torch.ones_like(words[..., :1])
        arcs = self.arc(torch.cat([dependent, one], -1)) @ head.transpose(1, 2) / math.sqrt(head.shape[-1])
        left = torch.cat([F.gelu(self.label_dependent(words)), one], -1)
        right = torch.cat([F.gelu(self.label_head(words)), one], -1)
        return arcs, left, right, self.upos(words), torch.cat([self.names(words), self.entities(words)], -1)


def _rows(batch: list[tuple[Parsed, Tokens, list[int]]], name: str, width: int) -> Tensor:
    out = torch.full((len(batch), width), -100, dtype=torch.long)
    for i, (parsed, _, _) in enumerate(batch):
        values = getattr(parsed, name)
        if values is not None:
            out[i, 1 : len(values) + 1] = torch.tensor(values)
    return out


def loss_of(encoder: Encoder, heads: SyntaxHeads, batch: list[tuple[Parsed, Tokens, list[int]]]) -> tuple[Tensor, float]:
    """All losses of a batch, and its labelled attachment score."""
    longest, words = max(len(t.ids) for _, t, _ in batch), 1 + max(len(p.words) for p, _, _ in batch)
    ids, cases = torch.zeros(len(batch), longest, dtype=torch.long), torch.full((len(batch), longest), 3)
    mask, pieces = torch.zeros(len(batch), longest), torch.zeros(len(batch), words, dtype=torch.long)
    for i, (_, tokens, first) in enumerate(batch):
        ids[i, : len(tokens.ids)] = torch.from_numpy(tokens.ids)
        cases[i, : len(tokens.ids)] = torch.from_numpy(tokens.cases)
        mask[i, : len(tokens.ids)] = 1
        pieces[i, 1 : len(first) + 1] = torch.tensor(first)
    states = encoder(ids, cases, mask)
    chosen = states.gather(1, pieces[..., None].expand(-1, -1, states.shape[-1]))
    arcs, left, right, upos, spans = heads(chosen)
    gold = _rows(batch, "heads", words)
    there = torch.zeros(len(batch), words, dtype=torch.bool)
    for i, (parsed, _, _) in enumerate(batch):
        there[i, : len(parsed.words) + 1] = True
    arcs = arcs.float().masked_fill(~there[:, None, :], -1e4)
    index = gold.clamp(min=0)
    governed = right.gather(1, index[..., None].expand(-1, -1, right.shape[-1]))
    labelled = torch.einsum("bni,rij,bnj->bnr", left, heads.label.to(left.dtype), governed).float()
    relations = _rows(batch, "relations", words)
    flat = lambda scores, target: F.cross_entropy(scores.float().flatten(0, 1), target.flatten(), ignore_index=-100)  # noqa: E731
    total = flat(arcs, gold) + flat(labelled, relations) + 0.5 * flat(upos, _rows(batch, "upos", words))
    for name, scores in (("names", spans[..., : len(NAMES)]), ("entities", spans[..., len(NAMES) :])):
        target = _rows(batch, name, words)
        if (target >= 0).any():
            total = total + flat(scores, target)
    right_arcs = (arcs.argmax(-1) == gold) & (labelled.argmax(-1) == relations) & (gold >= 0)
    return total, float(right_arcs.sum() / (gold >= 0).sum())


def prepared(sentences: list[Parsed], tokenizer: Tokenizer) -> list[tuple[Parsed, Tokens, list[int]]]:
    """Sentences that the tokenizer's pieces can be laid over."""
    items = [(parsed, tokenizer(parsed.text)) for parsed in sentences]
    return [(parsed, tokens, pieces) for parsed, tokens in items if (pieces := align(parsed, tokens)) is not None]


def pretrain(data: Path, minilm: Path, tokenizer: Tokenizer, epochs: int = 3, seed: int = 17, batch: int = 48) -> Encoder:
    """Train encoder and parser together and give the encoder."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    encoder = Encoder(Shape())
    encoder.load_minilm(minilm)
    heads = SyntaxHeads(Shape().width)
    items, held = prepared(load(data), tokenizer), prepared(load(data, "dev"), tokenizer)[:600]
    print(f"syntax: {len(items)} sentences", flush=True)
    steps = epochs * math.ceil(len(items) / batch)
    optimizer = torch.optim.AdamW([{"params": encoder.parameters(), "lr": 1e-4}, {"params": heads.parameters(), "lr": 1e-3}],
                                  weight_decay=0.01, fused=True)  # fmt: skip
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [1e-4, 1e-3], total_steps=steps, pct_start=0.1)
    began = time.time()
    for epoch in range(epochs):
        order = sorted(items, key=lambda item: len(item[1].ids) + rng.random() * 6)
        cut = [order[i : i + batch] for i in range(0, len(order), batch)]
        rng.shuffle(cut)
        encoder.train(), heads.train()
        for part in cut:
            with torch.autocast("cpu", torch.bfloat16):
                loss, _ = loss_of(encoder, heads, part)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*encoder.parameters(), *heads.parameters()], 1.0)
            optimizer.step()
            schedule.step()
        encoder.eval(), heads.eval()
        with torch.no_grad():
            scores = [loss_of(encoder, heads, held[i : i + batch])[1] for i in range(0, len(held), batch)]
        print(f"syntax epoch {epoch + 1}: LAS on dev {np.mean(scores):.4f}, {time.time() - began:.0f} s", flush=True)
    return encoder
