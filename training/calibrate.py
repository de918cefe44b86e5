"""Learn how sure a draft is, on held-out sentences: ``python -m training.calibrate WEIGHTS own.jsonl real.jsonl``.

Only rows of the part ``dev`` are read. The weights of the logistic regression and a floor of about the best F1 there are
written into the ``model.json`` of the weights. Each data set weighs the same, however many rows it has.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.bench.own import Row, found_event, held_rows
from dragoman.coder import Coder
from dragoman.relations.confidence import Features, features
from dragoman.relations.drafts import Draft
from dragoman.sentences import sentences

RIDGE = 0.5
"""Penalty on the weights, so that a few hundred rows cannot make any of them wild."""

SLACK = 0.015
"""How much F1 a higher floor may cost: where the curve is flat, an invented event is worse than a missed one."""

Floats = NDArray[np.float64]


def rows_of(coder: Coder, row: Row) -> Iterator[tuple[Features, bool]]:
    """Yield the features of every draft of a sentence, and whether it is a marked event; each of those is found once."""
    text = row["text"]
    scene = coder.scene(text)
    made: list[tuple[Draft, Features]] = []
    for sentence in sentences(text):
        view = coder.model.view(text[slice(*sentence)])
        made += [(draft, features(draft)) for draft in coder.drafts(sentence, view, scene.found, scene.doubted)]
    free = list(row["events"])
    for draft, seen in sorted(made, key=lambda item: -sum(item[1])):
        marked = next((event for event in free if found_event(event, row, [draft])), None)
        if marked is not None:
            free.remove(marked)
        yield seen, marked is not None


def fit(rows: Floats, right: Floats, weights: Floats) -> Floats:
    """Logistic regression by Newton's method, rows weighted."""
    found = np.zeros(rows.shape[1])
    for _ in range(50):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (weights * (likely - right)) + RIDGE * found
        bend = (rows * (weights * likely * (1 - likely))[:, None]).T @ rows + RIDGE * np.eye(len(found))
        found = found - np.linalg.solve(bend, slope)
    return found


def best_floor(likely: Floats, right: Floats, weights: Floats, wanted: float) -> tuple[float, float]:
    """The highest confidence from which F1 is within ``SLACK`` of the best, and that F1: where the curve is flat, an invented
    event is worse than a missed one. ``wanted`` is the weighted number of marked events."""
    order = np.argsort(-likely)
    hits = np.cumsum((weights * right)[order])
    scores = 2 * hits / (np.cumsum(weights[order]) + wanted)
    best = int(np.flatnonzero(scores >= scores.max() - SLACK)[0])
    return round(float(likely[order][best]), 3), float(scores[best])


def calibrate(folder: Path, sets: Sequence[Sequence[Row]]) -> tuple[float, float]:
    """Fit the confidence of the weights in ``folder``, write it there, and give the floor and the F1 that comes of it.

    Args:
        folder: Exported weights.
        sets: Sentences of the part ``dev``; each set weighs as much as the others.
    """
    coder = Coder(model=folder)
    parts, labels, shares, wanted = [], [], [], 0.0
    for rows in sets:
        pairs = [pair for row in rows for pair in rows_of(coder, row)]
        share = 1000 / max(1, len(rows))
        parts += [list(seen) for seen, _ in pairs]
        labels += [float(right) for _, right in pairs]
        shares += [share] * len(pairs)
        wanted += share * sum(len(row["events"]) for row in rows)
    data, right, weights = np.array(parts), np.array(labels), np.array(shares)
    learned = fit(data, right, weights * len(weights) / weights.sum())
    floor, score = best_floor(1 / (1 + np.exp(-data @ learned)), right, weights, wanted)
    settings = json.loads((folder / "model.json").read_text("utf-8"))
    settings["confidence"] = {"weights": learned.round(4).tolist(), "floor": floor}
    (folder / "model.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    return floor, score


def main(arguments: Sequence[str]) -> None:
    """Fit on all files named, and print how well it does."""
    folder = Path(arguments[0])
    floor, score = calibrate(folder, [held_rows(path, "dev") for path in map(Path, arguments[1:])])
    learned = json.loads((folder / "model.json").read_text("utf-8"))["confidence"]["weights"]
    print(f"F1 {score:.3f} from {floor}")
    print(dict(zip(Features._fields, learned, strict=True)))


if __name__ == "__main__":
    main(sys.argv[1:])
