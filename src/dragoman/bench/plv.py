"""PLV (Hu et al. 2024): what the source does to the target, macro F1 of PLOVER root, quad class and cooperation or conflict.

Every pair of the set has an event, so the type is the likeliest one given that there is an event; how often the model
would have said that there is none is reported beside it. The set merges CONCEDE and RETREAT as YIELD, and so does the scorer.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dragoman.bench.report import Report, Sheet
from dragoman.bench.scores import confusions, macro_f1, per_class
from dragoman.coder import Coder
from dragoman.errors import DragomanError
from dragoman.records import Relation, Span

MERGED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
QUAD = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "REQUEST": 3, "ACCUSE": 3, "REJECT": 3,
    "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
"""Quad class of each root of the set; its YIELD is material."""
ANCHORS = (
    ("ConfliBERT, supervised, 110M parameters", 0.867, 0.963, 0.984),
    ("RoBERTa-large, zero-shot", 0.824, 0.896, 0.964),
    ("GPT-4", 0.615, 0.767, 0.934),
    ("UniversalPetrarch", 0.463, 0.518, 0.808),
)
"""Macro F1 of root, quad and binary on the set's test part, as its paper reports them."""
KEYS = {"text", "source", "target", "root"}


def root(scores: Mapping[str, float]) -> str:
    """Give the likeliest root, CONCEDE and RETREAT counted together.

    >>> root({"AID": 0.4, "CONCEDE": 0.3, "RETREAT": 0.3})
    'YIELD'
    """
    merged: dict[str, float] = {}
    for name, score in scores.items():
        merged[MERGED.get(name, name)] = merged.get(MERGED.get(name, name), 0.0) + score
    return max(sorted(merged), key=lambda name: merged[name])


def rows(path: Path) -> list[dict[str, Any]]:
    """Read the set: a JSONL file, or a folder that holds ``test.jsonl`` or ``train.jsonl``.

    Raises:
        DragomanError: there is no such file, or a row lacks a key.
    """
    if path.is_dir():
        path = next((path / name for name in ("test.jsonl", "train.jsonl") if (path / name).is_file()), path / "test.jsonl")
    if not path.is_file():
        raise DragomanError(f"{path}: no such file. Give --data the JSONL file of the set, or its folder.")
    read = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    for number, row in enumerate(read, 1):
        if absent := KEYS - row.keys():
            raise DragomanError(f"{path}, line {number}: {', '.join(sorted(absent))} missing. Is this the PLV set?")
    return read


def relation(coder: Coder, row: Mapping[str, Any]) -> Relation:
    """Relate the row's source and target; a placeholder source is answered for by its target alone."""
    source, target = _span(row["source"]), _span(row["target"])
    if source is None:
        return coder.relate(row["text"], actor=target or (0, len(row["text"])))
    return coder.relate(row["text"], actor=source, recipient=target)


def run(data: Path) -> Report:
    """Score the bundled model on a PLV file."""
    coder = Coder()
    read = rows(data)
    answers = [relation(coder, row) for row in read]
    gold = [MERGED.get(row["root"], row["root"]) for row in read]
    guessed = [root(answer.scores) for answer in answers]
    trained = sum(row.get("id") in coder.model.trained_on for row in read)
    figures = {**figures_of(gold, guessed), "said_none": sum(a.event_type is None for a in answers), "rows": len(read),
               "rows_seen_in_training": trained, "model": coder.model.version}  # fmt: skip
    return Report("plv", figures, tables(gold, guessed))


def figures_of(gold: list[str], guessed: list[str]) -> dict[str, float]:
    """Give macro F1 of root, quad and binary.

    >>> figures_of(["AID", "ACCUSE"], ["AID", "REJECT"])
    {'root_macro_f1': 0.333333, 'quad_macro_f1': 1.0, 'binary_macro_f1': 1.0}
    """
    quads = [[str(QUAD[name]) for name in side] for side in (gold, guessed)]
    signs = [["conflict" if quad in "34" else "cooperation" for quad in side] for side in quads]
    return {
        "root_macro_f1": macro_f1(gold, guessed),
        "quad_macro_f1": macro_f1(*quads),
        "binary_macro_f1": macro_f1(*signs),
    }


def tables(gold: list[str], guessed: list[str]) -> tuple[Sheet, ...]:
    """Give the per-type table, the commonest confusions and the published anchors."""
    return (
        Sheet(
            "by type",
            ("type", "precision", "recall", "F1", "rows"),
            tuple((s.label, s.precision, s.recall, s.f1, s.support) for s in per_class(gold, guessed)),
        ),
        Sheet("commonest confusions", ("gold", "coded", "rows"), confusions(gold, guessed)),
        Sheet("published, on the test part", ("system", "root", "quad", "binary"), ANCHORS),
    )


def _span(party: Mapping[str, Any] | None) -> Span | None:
    return None if party is None else (party["begin"], party["end"])
