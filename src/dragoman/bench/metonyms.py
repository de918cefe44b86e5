"""Names that are a place here and an actor there: "Paris protested" and "in Paris", told apart or not.

Counted are marked actors and places that consist of nothing but the name of a state, a capital or a seat of power, with or
without *the*. What is among the coder's mentions it takes for an actor, what is not for a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.actors import ActorBase
from dragoman.actors.fold import tokenise
from dragoman.bench.scores import macro_f1
from dragoman.records import Coding

Row = Mapping[str, Any]
STATES = frozenset("cal")
"""Tags of the actor base for states, capitals and seats of power."""


def metonyms(row: Row, base: ActorBase) -> Iterator[tuple[int, int, str]]:
    """Yield begin, end (without *the*) and kind, ``actor`` or ``place``, of the marked names that may be either.

    >>> row = {"text": "Paris is in France.", "mentions": {
    ...     "a1": {"begin": 0, "end": 5, "kind": "actor"}, "p1": {"begin": 12, "end": 18, "kind": "place"}}}
    >>> list(metonyms(row, ActorBase.load()))
    [(0, 5, 'actor'), (12, 18, 'place')]
    """
    for mention in row["mentions"].values():
        if mention["kind"] in ("actor", "place"):
            words = [token for token in tokenise(row["text"], mention["begin"], mention["end"]) if token.key != "the"]
            if words and _is_state([word.key for word in words], base):
                yield words[0].begin, mention["end"], mention["kind"]


def _is_state(keys: list[str], base: ActorBase) -> bool:
    return any(list(rest) == keys[1:] and entry.tag in STATES for rest, entry in base.index.get(keys[0], ()))


def told(begin: int, end: int, coding: Coding) -> str:
    """Say what the coder takes the name for, ``actor`` or ``place``."""
    acting = any(m.begin <= begin and m.end == end and begin - m.begin <= len("the ") for m in coding.mentions)
    return "actor" if acting else "place"


def figures(coded: Iterable[tuple[Row, Coding]], base: ActorBase) -> dict[str, float | int]:
    """Give the macro F1 of the two kinds and the number of names."""
    pairs = [(kind, told(begin, end, coding)) for row, coding in coded for begin, end, kind in metonyms(row, base)]
    return {"metonym_macro_f1": macro_f1([k for k, _ in pairs], [t for _, t in pairs]), "metonyms": len(pairs)}
