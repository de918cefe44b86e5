"""Rules and the learned heads settle together how a sentence presents an event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from dragoman.qualify import Qualities
from dragoman.records import Modality, Polarity, Tense

SURE = 0.6
"""Probability from which the learned head may take an assertion away, or choose another shade of what is not asserted."""
CERTAIN = 0.95
"""Probability from which it may give back one that a rule has taken. Both were chosen on dev (`docs/model.md`)."""
DENIED = 0.7
"""Probability from which it may call an event denied; what a rule finds denied stays so."""


def settle(
    ruled: Qualities, polarity: Mapping[str, float], modality: Mapping[str, float], tense: Mapping[str, float]
) -> Qualities:
    """Join what the rules say with the probabilities of the learned heads.

    The guard is heavier on one side: it takes little to doubt that an event happened, and near certainty of the head to assert
    one that a rule says was planned or feared. What is denied stays denied.

    >>> plain = Qualities("positive", "asserted", "past", "plain")
    >>> settle(plain, {"positive": 1.0}, {"asserted": 0.1, "planned": 0.9}, {"future": 0.9, "past": 0.1}).modality
    'planned'
    """
    said = _modality(ruled.modality, modality)
    sign = _polarity(ruled.polarity, polarity)
    when, likely = _best(tense)
    moved = (said, sign) != (ruled.modality, ruled.polarity)
    return replace(
        ruled,
        modality=cast(Modality, said),
        polarity=cast(Polarity, sign),
        tense=cast(Tense, when) if likely >= SURE else ruled.tense,
        why=ruled.why + "+model" if moved else ruled.why,
    )


def _modality(ruled: str, scores: Mapping[str, float]) -> str:
    said, likely = _best(scores)
    if ruled == "asserted":
        return said if likely >= SURE else ruled
    if said == "asserted" and likely >= CERTAIN:
        return said
    said, likely = _best({name: score for name, score in scores.items() if name != "asserted"})
    return said if likely >= SURE else ruled


def _polarity(ruled: str, scores: Mapping[str, float]) -> str:
    return "negative" if scores.get("negative", 0.0) >= DENIED else ruled


def _best(scores: Mapping[str, float]) -> tuple[str, float]:
    return max(sorted(scores.items()), key=lambda item: item[1]) if scores else ("", 0.0)
