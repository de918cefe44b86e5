"""Which words are asked about as one event."""

from __future__ import annotations

import numpy as np
import pytest

from dragoman.model import Model, SentenceView


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.load()


def tagged(model: Model, sentence: str, words: dict[str, str]) -> SentenceView:
    """A view whose tagger is sure of these words' types, and that no other word carries an event."""
    view = model.view(sentence)
    logits = np.full_like(view.trigger, -9.0)
    logits[0, :, -1] = 0.0
    for word, kind in words.items():
        begin = sentence.index(word)
        for i in np.flatnonzero(view.tokens.mask([(begin, begin + len(word))])):
            logits[0, i, model.types.index(kind)] = 9.0
    return SentenceView(view.text, view.tokens, view.states, view.outer, view.inner, logits, view.said)


@pytest.mark.parametrize(
    ("sentence", "words", "runs"),
    [
        ("Chad is raising its guard.", {"raising": "MOBILIZE", "guard": "MOBILIZE"}, ["raising its guard"]),
        ("Chad is raising its guard.", {"raising": "MOBILIZE", "guard": "THREATEN"}, ["raising", "guard"]),
        ("Chad shelled, bombed Togo.", {"shelled": "ASSAULT", "bombed": "ASSAULT"}, ["shelled", "bombed"]),
        ("Chad shelled the old port.", {"shelled": "ASSAULT", "port": "ASSAULT"}, ["shelled", "port"]),
        ("Chad shelled ports.", {}, []),
    ],
)
def test_words_of_one_type_with_one_token_between_are_one_event(
    model: Model, sentence: str, words: dict[str, str], runs: list[str]
) -> None:
    assert [sentence[slice(*span)] for span, _ in model.triggers(tagged(model, sentence, words))] == runs


@pytest.mark.parametrize(
    ("words", "runs"),
    [
        ({"raised": "MOBILIZE", "guard": "MOBILIZE", "and": "SUPPORT", "praised": "SUPPORT"}, ["raised its guard", "praised"]),
        ({"raised": "MOBILIZE", "and": "MOBILIZE", "praised": "MOBILIZE"}, ["raised", "praised"]),
        ({"guard": "MOBILIZE", "and": "MOBILIZE", "praised": "MOBILIZE"}, ["guard and praised"]),
    ],
)
def test_an_and_between_words_of_two_types_parts_two_events(model: Model, words: dict[str, str], runs: list[str]) -> None:
    sentence = "Chad raised its guard and praised Togo."
    assert [sentence[slice(*span)] for span, _ in model.triggers(tagged(model, sentence, words))] == runs
