"""Fit the line model of ``dragoman.reading`` (``weights.yaml``) on flattened pages whose bodies are known.

Half of the pages (every other one by id) serve; the other half is for the bench. The Gaussian prior around weights set by
hand is strong on purpose: cross-validated on that half, it beats both the free fit and the hand alone.

    python -m training.lines ../shared/data/pages
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from dragoman.reading.blocks import Block, blocks
from dragoman.reading.features import NAMES, Matrix, matrix
from dragoman.reading.headline import headline
from dragoman.reading.sight import sights

TARGET = Path(__file__).parents[1] / "src/dragoman/reading/weights.yaml"
PRIOR = {
    "log_words": 0.5, "closed": 1.0, "lower_share": 1.0, "question": -0.2, "bars": -1.0, "whole": -4.0, "start": -3.0,
    "inside": -2.0,
    "end": -1.5, "repeated": -1.0, "stamped": -1.0, "cut": -1.0, "glued": -1.0, "closed_before": 0.4, "closed_after": 0.5,
    "prose_before": 0.3, "prose_after": 0.3, "chrome_before": -0.5, "chrome_after": -0.3, "indent_fits": 1.0, "near": 0.8,
    "stamped_near": -1.0, "chrome_near": -0.5, "page_prose": 0.7, "title_overlap": 0.5, "below_title": 2.0,
}  # fmt: skip
SETTINGS = {"keep": -0.5, "barrier": 5.0, "limit": 3.0, "rivals": 4, "clean": 0.85}
STRENGTH = 2000.0
BARE_WEIGHT = 0.5
LONG = 8
HEAD = """\
# How much each feature of a block (sight.py, features.py) speaks for its being of the story: a logistic model with a strong
# Gaussian prior, fitted by training/lines.py on half of the pages of the article-extraction-benchmark, each in two flattened
# forms and as its bare article. keep, barrier, limit, rivals, clean: see body.Weights. `dragoman bench reading` scores it.
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """The blocks of one page: features, labels (1.0 of the story) and how much each counts."""

    features: Matrix
    labels: Matrix
    weights: Matrix


def samples(folder: Path) -> list[Sample]:
    """Give the training half of the pages in both flattened forms, and their bare articles."""
    rows = [json.loads(line) for line in (folder / "truth.jsonl").read_text("utf-8").splitlines()]
    found = []
    for row in sorted(rows, key=lambda row: row["id"])[::2]:
        for form in ("text", "text-soup"):
            with gzip.open(folder / form / f"{row['id']}.txt.gz", "rt", encoding="utf-8", newline="") as file:
                page = blocks(file.read())
            found.append(sample(page, labels(page, row["articleBody"]), 1.0, titled=True))
        bare = blocks(row["articleBody"])
        found.append(sample(bare, np.ones(len(bare)), BARE_WEIGHT, titled=False))
    return found


def sample(page: list[Block], truth: Matrix, worth: float, *, titled: bool) -> Sample:
    """Turn blocks into features; each page counts the same, its blocks by the root of their words."""
    seen = sights(page)
    size = np.sqrt(np.maximum(1, [sight.words for sight in seen]))
    return Sample(matrix(seen, headline(seen) if titled else None), truth, 100 * worth * size / size.sum())


def labels(page: list[Block], truth: str) -> Matrix:
    """Mark the blocks most of whose 4-word shingles are the article's, and short ones inside that stand in it word for word."""
    words = _words(truth)
    known = {tuple(words[i : i + 4]) for i in range(len(words) - 3)}
    joined = f" {' '.join(words)} "
    inside = [_share(_words(block.text), known, joined) for block in page]
    sizes = [len(_words(block.text)) for block in page]
    long = [i for i, (share, size) in enumerate(zip(inside, sizes, strict=True)) if share > 0.5 and size >= LONG]
    if not long:
        return np.zeros(len(page))
    return np.array(
        [
            float(share > 0.5 and (size >= LONG or long[0] <= i <= long[-1]))
            for i, (share, size) in enumerate(zip(inside, sizes, strict=True))
        ]
    )


def fit(found: list[Sample]) -> tuple[Matrix, float]:
    """Find the weights of greatest posterior (damped Newton steps) and the bias."""
    features = np.vstack([one.features for one in found])
    truth, weight = (np.concatenate([getattr(one, name) for one in found]) for name in ("labels", "weights"))
    mean, spread = features.mean(0), np.maximum(features.std(0), 0.05)
    rows = np.hstack([(features - mean) / spread, np.ones((len(features), 1))])
    prior = np.append(np.array([PRIOR.get(name, 0.0) for name in NAMES]) * spread, 0.0)
    pull = np.diag(np.append(np.full(len(NAMES), STRENGTH), 1e-6))
    theta = prior.copy()
    for _ in range(60):
        chance = 1 / (1 + np.exp(-rows @ theta))
        slope = rows.T @ (weight * (chance - truth)) + pull @ (theta - prior)
        curve = (rows * (weight * chance * (1 - chance))[:, None]).T @ rows + pull
        step = np.linalg.solve(curve, slope)
        theta -= step * min(1.0, 1.0 / np.abs(step).max())
    coefficients = theta[:-1] / spread
    return coefficients, float(theta[-1] - coefficients @ mean)


def main(folder: Path) -> None:
    """Fit on the pages in ``folder`` and write the weights."""
    coefficients, bias = fit(samples(folder))
    named = {name: round(float(value), 4) for name, value in zip(NAMES, coefficients, strict=True)}
    TARGET.write_text(
        HEAD + yaml.safe_dump({"bias": round(bias, 4), **SETTINGS, "coefficients": named}, sort_keys=False), "utf-8"
    )


def _share(words: list[str], known: set[tuple[str, ...]], joined: str) -> float:
    if len(words) < 4:
        return float(bool(words) and f" {' '.join(words)} " in joined)
    pieces = [tuple(words[i : i + 4]) in known for i in range(len(words) - 3)]
    return sum(pieces) / len(pieces)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
