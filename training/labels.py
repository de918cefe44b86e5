"""The label sets that training and the exported model agree on: the markup's, which a test holds against the codebook."""

from __future__ import annotations

from training.own.markup import CONTEXTS as _CONTEXTS
from training.own.markup import MODES as _MODES
from training.own.markup import TYPES

NONE = len(TYPES)
TYPE_INDEX = {name: i for i, name in enumerate(TYPES)}
QUAD = dict(zip(TYPES, [1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4], strict=True))
POLARITIES = ("positive", "negative")
MODALITIES = ("asserted", "planned", "intended", "demanded", "conditional", "possible")
TENSES = ("past", "present", "future")
MODES = tuple(f"{kind}/{mode}" for kind in TYPES for mode in _MODES.get(kind, "").split())
CONTEXTS = tuple(sorted(_CONTEXTS))
KINDS = ("actor", "place", "time", "quantity")
TAGS = ("O", *(f"{prefix}-{kind}" for kind in KINDS for prefix in "BI"))
INNER_TAGS = ("O", "B", "I")
ROLES = ("none", "actor", "recipient", "source", "content")
SAID = ("source", "cue", "content")
"""Layers of attribution, each tagged O, B, I on its own, since what is said may hold who says what."""
YIELD = ("CONCEDE", "RETREAT")


def plv_types(root: str) -> list[str]:
    """The types that a PLV root allows: its YIELD is CONCEDE or RETREAT."""
    return list(YIELD) if root == "YIELD" else [root]
