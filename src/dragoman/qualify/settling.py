"""Rules and the learned heads settle together how a sentence presents an event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from dragoman.qualify import Qualities
from dragoman.records import Modality, Polarity, Tense

SURE = 0.7
"""Probability from which the learned head may take an assertion away; it never gives one that a rule has taken."""


def settle(
    ruled: Qualities, polarity: Mapping[str, float], modality: Mapping[str, float], tense: Mapping[str, float]
) -> Qualities:
    """Join what the rules say with the probabilities of the learned heads.

    The guard is one-sided: an event is positive and asserted only when the rules let it pass and the head does not object.
    Where the rules say that it is not asserted, the head may only choose among the other values; what is denied stays denied.

    >>> plain = Qualities("positive", "asserted", "past", "plain")
    >>> settle(plain, {"positive": 1.0}, {"asserted": 0.1, "planned": 0.9}, {"future": 0.9, "past": 0.1}).modality
    'planned'
    """
    said, likely = _best(modality)
    settled = ruled
    if ruled.modality == "asserted" and said != "asserted" and likely >= SURE:
        settled = replace(settled, modality=cast(Modality, said), why=settled.why + "+model")
    elif ruled.modality != "asserted":
        said, likely = _best({name: score for name, score in modality.items() if name != "asserted"})
        settled = replace(settled, modality=cast(Modality, said)) if likely >= SURE else settled
    sign, likely = _best(polarity)
    if ruled.polarity == "positive" and sign == "negative" and likely >= SURE:
        settled = replace(settled, polarity=cast(Polarity, sign), why=settled.why + "+model")
    when, likely = _best(tense)
    return replace(settled, tense=cast(Tense, when)) if likely >= SURE else settled


def _best(scores: Mapping[str, float]) -> tuple[str, float]:
    return max(sorted(scores.items()), key=lambda item: item[1]) if scores else ("", 0.0)
