"""How sure an event is: what the model says of its words and parties, weighed so that 0.7 is right seven times in ten.

A logistic regression over the log-odds (Platt 1999) gives the confidence. Its weights are learned on held-out sentences by
``training/calibrate.py`` and travel with the model.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import NamedTuple

from dragoman.errors import DragomanError
from dragoman.relations.drafts import Draft

_EDGE = 1e-3
"""Probabilities nearer to 0 or 1 are not told apart."""


class Features(NamedTuple):
    """What the confidence of a draft is weighed from: log-odds up to ``suffering``, then plain numbers from 0 to 1.

    Attributes:
        words: That the tagger's words carry an event.
        event: That the role head sees one in them.
        event_type: That it is of the type.
        acting, suffering: That the surest actor and recipient have these parts; 0 without a recipient.
        two_sided: Whether there is a recipient.
        named, pronoun: What kind of mention the actor is, where it is not a description.
        known: How sure the mention stage is of the actor.
    """

    words: float
    event: float
    event_type: float
    acting: float
    suffering: float
    two_sided: float
    named: float
    pronoun: float
    known: float
    always: float = 1.0


@dataclass(frozen=True, slots=True)
class Confidence:
    """Weights of :class:`Features`, and the confidence below which a draft is dropped.

    Raises:
        DragomanError: the weights are those of another number of features.
    """

    weights: tuple[float, ...]
    floor: float

    def __post_init__(self) -> None:
        if len(self.weights) != len(Features._fields):
            raise DragomanError(
                f"the model's `confidence` has {len(self.weights)} weights, and {len(Features._fields)} are weighed here: "
                "it was made for another Dragoman. Export it anew (training.export, training.calibrate), or leave --model out."
            )


def features(draft: Draft) -> Features:
    """Give the features of a draft."""
    told, actor = draft.told, draft.actors[0]
    return Features(
        _odds(2 * told.sure - (1 - told.none)), _odds(1 - told.none), _odds(told.types[draft.event_type]),
        _odds(draft.acting), _odds(draft.suffering) if draft.recipients else 0.0, float(bool(draft.recipients)),
        float(actor.kind == "named"), float(actor.kind == "pronoun"), actor.score,
    )  # fmt: skip


def weighed(draft: Draft, confidence: Confidence) -> Draft:
    """Give the draft with its confidence."""
    total = sum(w * x for w, x in zip(confidence.weights, features(draft), strict=True))
    return replace(draft, confidence=round(1 / (1 + math.exp(-total)), 6))


def _odds(probability: float) -> float:
    held = min(1 - _EDGE, max(_EDGE, probability))
    return math.log(held / (1 - held))
