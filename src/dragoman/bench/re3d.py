"""re3d (Dstl): who is named in reports on Syria and Iraq, and whether two parties fight, deal with each other, or neither.

Its entities come from crowd workers, so only those with a confidence of a half or more count; they mark names and few nouns,
so what we find besides is not counted against us: recall is the measure, exact and by overlap. Its relations are not events;
those that speak of conduct are asked as pairs (fighting and dislike for conflict; talks, alliance and liking for
cooperation), and those that speak of membership, place and identity should have no event. No published figure is comparable.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from dragoman.bench.report import Report, Sheet
from dragoman.bench.scores import macro_f1, per_class
from dragoman.coder import Coder
from dragoman.errors import DragomanError
from dragoman.records import Span
from dragoman.sentences import sentences

SURE = 0.5
CONDUCT = {
    "FightingAgainst": "conflict", "Dislikes": "conflict", "CommWith": "cooperation", "AlliesOf": "cooperation",
    "Likes": "cooperation", "BelongsTo": "none", "CoLocated": "none", "HasAttrOf": "none", "InChargeOf": "none",
    "IsSynonymOf": "none",
}  # fmt: skip
ACTORS = ("Organisation", "Person", "Nationality")

Document = Mapping[str, Any]


def run(data: Path) -> Report:
    """Score mentions and the conduct of pairs on the documents of re3d.

    Raises:
        DragomanError: there is no such file.
    """
    path = data / "documents.jsonl" if data.is_dir() else data
    if not path.is_file():
        raise DragomanError(f"{path}: no such file. Give --data the folder that holds re3d's documents.jsonl, or the file.")
    documents = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    coder = Coder()
    rows = [(kind, *_recall(coder, documents, kind)) for kind in ACTORS]
    exact, overlap, wanted = (sum(column) for column in list(zip(*rows, strict=True))[1:])
    gold, guessed = _conduct(coder, documents)
    figures = {
        "mention_recall_overlap": round(overlap / max(1, wanted), 6),
        "mention_recall_exact": round(exact / max(1, wanted), 6),
        "conduct_macro_f1": macro_f1(gold, guessed),
        "mentions": wanted,
        "pairs": len(gold),
        "documents": len(documents),
    }
    found = tuple((kind, round(e / max(1, n), 3), round(o / max(1, n), 3), n) for kind, e, o, n in rows)
    return Report(
        "re3d",
        figures,
        (
            Sheet("recall of mentions", ("kind", "exact", "overlap", "entities"), found),
            Sheet("conduct of pairs", ("conduct", "precision", "recall", "F1", "pairs"), per_class(gold, guessed)),
        ),
    )


def _recall(coder: Coder, documents: list[Document], kind: str) -> tuple[int, int, int]:
    exact = overlap = wanted = 0
    for document in documents:
        found = {(m.begin, m.end) for m in coder.mentions(document["text"])}
        for begin, end in {
            (e["begin"], e["end"]) for e in document["entities"] if e["type"] == kind and e["confidence"] >= SURE
        }:
            wanted += 1
            exact += (begin, end) in found
            overlap += any(b < end and begin < e for b, e in found)
    return exact, overlap, wanted


def asked(document: Document) -> Iterator[tuple[Span, Span, str]]:
    """Yield the pairs of a document that stand in one sentence, with the conduct between them."""
    spans = sentences(document["text"])
    for relation in document["relations"]:
        ends = [(relation[side]["begin"], relation[side]["end"]) for side in ("source", "target")]
        together = any(b <= min(ends)[0] and max(ends)[1] <= e for b, e in spans)
        apart = ends[0][1] <= ends[1][0] or ends[1][1] <= ends[0][0]
        if relation["confidence"] >= SURE and relation["type"] in CONDUCT and together and apart:
            yield ends[0], ends[1], CONDUCT[relation["type"]]


def _conduct(coder: Coder, documents: list[Document]) -> tuple[list[str], list[str]]:
    gold, guessed = [], []
    for document in documents:
        for source, target, conduct in asked(document):
            gold.append(conduct)
            guessed.append(sign(coder.relate(document["text"], actor=source, recipient=target).quad))
    return gold, guessed


def sign(quad: int | None) -> str:
    """Give the conduct that a quad class is.

    >>> [sign(quad) for quad in (None, 2, 3)]
    ['none', 'cooperation', 'conflict']
    """
    return "none" if quad is None else "conflict" if quad > 2 else "cooperation"
