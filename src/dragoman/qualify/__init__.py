"""Did it happen? Polarity, modality and tense of an event by rules; and on whose word, by attributions.

The rules are the guard of the trip: what is denied, planned, demanded, feared, conditional, hoped or asked is never
``asserted``. They look at the sentence from the evidence outwards: operators inside the evidence belong to the event
only as far as they lead to its verb ("wants to [sell]"), a speech act in it ("vowed", "refused") is itself what happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.qualify.rules import RULES
from dragoman.qualify.tense import tense
from dragoman.qualify.view import View, view
from dragoman.qualify.words import CONDITIONS, MODALS, Effect
from dragoman.records import Modality, Polarity, Span, Tense

__all__ = ["Qualities", "qualify"]

_BARE_FUTURE = ("planned", "conditional")
_HANGS: tuple[Modality, ...] = ("planned", "possible")


@dataclass(frozen=True, slots=True)
class Qualities:
    """How a sentence presents an event.

    Attributes:
        why: Names of the rules that spoke, joined by ``+``; ``plain`` when none did.
    """

    polarity: Polarity
    modality: Modality
    tense: Tense
    why: str


def qualify(sentence: str, evidence: Span, title: bool = False, event_type: str | None = None) -> Qualities:
    """Say whether a sentence asserts an event, denies it, or only plans, wants, demands, fears or imagines it.

    Args:
        sentence: One sentence.
        evidence: The words that carry the event, as offsets into ``sentence``.
        title: Whether the sentence is a headline ("Envoys to meet").
        event_type: PLOVER type, when known: "will not hand over" is a refusal that happened if the event is a REJECT.

    >>> text = "The army denied shelling the town."
    >>> qualify(text, (16, 24))
    Qualities(polarity='negative', modality='asserted', tense='past', why='gerund')

    Raises:
        ValueError: the evidence holds no word of the sentence.
    """
    seen = view(sentence, evidence, title, event_type)
    spoken = [(rule.__name__, effects_) for rule in RULES if (effects_ := rule(seen))]
    effects: list[Effect] = [effect for _, said in spoken for effect in said]
    names = [name for name, _ in spoken]
    modality = _modality(seen, effects)
    if modality in _HANGS and _free(seen) and _hangs(seen):
        modality = "conditional"
        names.append("condition")
    polarity: Polarity = "negative" if effects.count("not") % 2 else "positive"
    return Qualities(polarity, modality, tense(seen, modality), "+".join(names) or "plain")


def _modality(seen: View, effects: Sequence[Effect]) -> Modality:
    """Take the nearest; a bare "will" or "would" yields to what governs it from further out ("fears they will")."""
    if effects.count("not") % 2 and "intended" in effects:
        return "planned"  # "no intention of", "does not want to"
    stated: list[Modality] = [effect for effect in effects if effect not in ("not", "through")]  # type: ignore[misc]
    if not stated:
        return "asserted"
    bare = any(seen.word(index) in MODALS for index in seen.chain) and stated[0] in _BARE_FUTURE
    further = [modality for modality in stated[1:] if modality not in _BARE_FUTURE or modality == "conditional"]
    if bare and further:
        return further[0]
    return _reported_would(seen, stated[0])


def _free(seen: View) -> bool:
    """Say whether the verb stands under a bare modal or readiness, which an "if" elsewhere can bind."""
    return any(seen.word(index) in MODALS or seen.word(index) in ("ready", "prepared", "willing") for index in seen.chain)


def _reported_would(seen: View, modality: Modality) -> Modality:
    """``said it would meet`` is the past of "will meet"; a free "would" hangs on something."""
    if modality != "conditional" or not any(seen.word(index) in ("would", "'d") for index in seen.chain):
        return modality
    return "conditional" if _hangs(seen) else "planned"


def _hangs(seen: View) -> bool:
    """Say whether an "if" or its like stands elsewhere in the sentence."""
    words = seen.words
    if words[0] in ("should", "had", "were") and "?" not in words:
        return True
    for index, word in enumerate(words):
        before, after = words[max(0, index - 1)], words[index + 1 : index + 2]
        if seen.first <= index < seen.last or before in ("even", "asked", "wonder", "at"):
            continue
        if (word, *after) in (("soon", "as"), ("only", "after"), ("only", "if"), ("only", "when"), ("without", "first")):
            return True
        if word in CONDITIONS and not (word == "once" and after in (("a",), ("again",), ("more",))):
            return word != "provided" or after == ("that",)
    return False
