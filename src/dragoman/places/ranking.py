"""The ranker: a weighted sum of what :mod:`dragoman.places.context` counts, made into chances, three times over.

The first round knows only each name and the words beside it; the next two also how likely the other names' candidates are by
the round before. Weights are learned by ``training/ranker.py`` from news with GeoNames annotation.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.places.context import AROUND, OWN, Floats, Table, context_features, own_features
from dragoman.places.gazetteer import DATA

ROUNDS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Ranker:
    """The weights of each round, in the order of the features."""

    rounds: Sequence[Floats]

    def chances(self, of: Table) -> Floats:
        """Give how likely each row of the table is the one that its name stands for; a group's sum is 1."""
        own = own_features(of)
        chances = softmax(own @ self.rounds[0], of.starts, of.group)
        for weights in self.rounds[1:]:
            chances = softmax(np.concatenate([own, context_features(of, chances)], axis=1) @ weights, of.starts, of.group)
        return chances


def softmax(scores: Floats, starts: NDArray[np.int64], group: NDArray[np.int64]) -> Floats:
    """Make scores into chances within each group of rows.

    >>> softmax(np.zeros(3), np.array([0, 1]), np.array([0, 1, 1])).tolist()
    [1.0, 0.5, 0.5]
    """
    raised = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
    return np.asarray(raised / np.add.reduceat(raised, starts)[group])


@lru_cache(maxsize=8)
def bundled_ranker(fold: int | None = None) -> Ranker:
    """Give the weights that come with the package; with ``fold`` those learned without that fold of the stories.

    >>> len(bundled_ranker().rounds) == ROUNDS
    True
    """
    return read(DATA / "ranker.json", fold)


def read(path: Path, fold: int | None = None) -> Ranker:
    """Read weights that ``training/ranker.py`` wrote.

    Raises:
        ValueError: they belong to other features than this version counts.
    """
    table = json.loads(path.read_text("utf-8"))
    if table["own"] != list(OWN) or table["around"] != list(AROUND):
        raise ValueError(f"{path}: weights of other features. Run training/ranker.py again.")
    rounds = table["weights"] if fold is None else table["folds"][fold]
    return Ranker(tuple(np.array(weights, np.float64) for weights in rounds))
