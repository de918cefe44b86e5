"""Scores that several benchmarks share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple


class ClassScore(NamedTuple):
    """Precision, recall and F1 of one class; ``support`` is how often gold has it."""

    label: str
    precision: float
    recall: float
    f1: float
    support: int


def per_class(gold: Sequence[str], guessed: Sequence[str]) -> tuple[ClassScore, ...]:
    """Score every class that gold or the guesses have, in name order.

    >>> [(s.label, s.precision, s.recall) for s in per_class(["a", "a", "b"], ["a", "b", "b"])]
    [('a', 1.0, 0.5), ('b', 0.5, 1.0)]

    Raises:
        ValueError: the two have different lengths.
    """
    hits = Counter(g for g, p in zip(gold, guessed, strict=True) if g == p)
    wanted, given = Counter(gold), Counter(guessed)
    return tuple(
        ClassScore(
            label,
            ratio(hits[label], given[label]),
            ratio(hits[label], wanted[label]),
            ratio(2 * hits[label], wanted[label] + given[label]),
            wanted[label],
        )
        for label in sorted(wanted | given)
    )


def macro_f1(gold: Sequence[str], guessed: Sequence[str]) -> float:
    """Mean F1 over the classes that gold or the guesses have, as scikit-learn's classification report computes it.

    >>> macro_f1(["a", "a", "b"], ["a", "b", "b"])
    0.666667
    """
    scores = per_class(gold, guessed)
    return ratio(sum(score.f1 for score in scores), len(scores))


def confusions(gold: Sequence[str], guessed: Sequence[str], most: int = 10) -> tuple[tuple[str, str, int], ...]:
    """Give the commonest mistakes as (gold, guessed, count), most frequent first."""
    wrong = Counter((g, p) for g, p in zip(gold, guessed, strict=True) if g != p)
    return tuple((g, p, n) for (g, p), n in sorted(wrong.items(), key=lambda item: (-item[1], item[0]))[:most])


def calibration_error(answers: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error (Naeini et al. 2015): over bins of probability, how far it lies from the share that is right.

    Args:
        answers: Probability of each answer, and whether it was right.
        bins: Number of bins of equal width.

    >>> calibration_error([(0.95, True), (0.95, False), (0.55, True), (0.55, False)])
    0.25
    """
    parts: dict[int, list[tuple[float, bool]]] = {}
    for likely, right in answers:
        parts.setdefault(min(bins - 1, int(likely * bins)), []).append((likely, right))
    far = sum(abs(sum(likely - right for likely, right in part)) for part in parts.values())
    return round(far / len(answers), 6) if answers else 0.0


def ratio(part: float, whole: float) -> float:
    """Part of a whole to six places; 0 of nothing.

    >>> ratio(2, 3), ratio(0, 0)
    (0.666667, 0.0)
    """
    return round(part / whole, 6) if whole else 0.0
