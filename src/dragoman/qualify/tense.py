"""When an event lies against its story, read from the verb group that carries it."""

from __future__ import annotations

from dragoman.qualify.morphology import forms, lemmas
from dragoman.qualify.view import View, governing_verb
from dragoman.qualify.words import ASPECT, BE, DO, HAVE, LOOK_BACK, MODALS, STRONG
from dragoman.records import Modality, Tense

_FUTURE: tuple[Modality, ...] = ("planned", "demanded", "conditional")


def tense(seen: View, modality: Modality) -> Tense:
    """Give the tense of an event of that modality: what is planned or demanded lies ahead, the rest as its verb says."""
    if modality in _FUTURE:
        return "past" if _perfect_after_modal(seen) else "future"
    if modality == "asserted" and any(word in MODALS for word in _words(seen)):
        return "future" if {"will", "wo", "'ll"} & set(_words(seen)) else "past"
    if modality == "intended":
        return "past" if _tried(seen) else "future"
    if modality == "possible":
        return _of_possible(seen)
    return _of_group(seen)


def _words(seen: View) -> list[str]:
    head = seen.word(seen.head)
    group = [seen.word(index) for index in seen.chain]
    return [*group, head] if head in BE | HAVE | DO or head in MODALS else group


def _perfect_after_modal(seen: View) -> bool:
    words = _words(seen)
    return any(word in MODALS and "have" in words[at + 1 :] for at, word in enumerate(words))


def _tried(seen: View) -> bool:
    return any(word in ("tried", "attempted", "sought", "aimed", "strove") for word in _words(seen))


def _of_possible(seen: View) -> Tense:
    words = _words(seen)
    if _perfect_after_modal(seen) or "having" in words or {"have", "to"} <= set(words):
        return "past"
    if any(word in MODALS or word == "to" for word in words):
        return "future"
    if {"is", "are", "am"} & set(words):
        return "present"
    kinds = forms(seen.word(seen.head))
    if seen.nominal or "ing" in kinds:
        return "past" if any(lemmas(word) & LOOK_BACK for word in seen.words[max(0, seen.start - 8) : seen.start]) else "future"
    return "past" if "past" in kinds or "participle" in kinds else "future"


def _of_group(seen: View) -> Tense:
    words = _words(seen)
    auxiliaries = [word for word in words if word in BE | HAVE | DO]
    first = auxiliaries[0] if auxiliaries else ""
    head = forms(seen.word(seen.head))
    if first in ("was", "were", "had", "did", "got"):
        return "past"
    if first in ("has", "have", "'ve"):
        going_on = "yet" in words or ("been" in words and "ing" in head) or any(lemmas(word) & ASPECT for word in words)
        return "present" if going_on else "past"
    if first in ("is", "are", "am", "do", "does", "'m", "'re"):
        return "present"
    if any("past" in forms(word) and "base" not in forms(word) for word in words if word != "to"):
        return "past"
    if seen.nominal:
        return _of_noun(seen)
    if "ing" in head or "to" in words:
        return "present" if seen.title else _left(seen, seen.start)
    return _of_finite(seen)


def _of_finite(seen: View) -> Tense:
    kinds = forms(seen.word(seen.head))
    if kinds & {"past", "participle"} and not (kinds & {"base"} and seen.title):
        return "past"
    return "present" if kinds & {"s", "base"} else "past"


def _of_noun(seen: View) -> Tense:
    verb = governing_verb(seen)
    if verb is None:
        return "past"
    kinds = forms(seen.word(verb))
    return "past" if "past" in kinds or "ing" in kinds or "base" in kinds else "present"


def _left(seen: View, start: int) -> Tense:
    """Give the tense of the nearest finite verb before a participle or an infinitive."""
    for index in range(start - 1, -1, -1):
        word = seen.word(index)
        if word in STRONG:
            break
        if word in ("is", "are", "am"):
            return "present"
        if word in ("was", "were", "has", "have", "had", "did") or "past" in forms(word):
            return "past"
    return "past"
