"""Tokens, letter cases and distances."""

import numpy as np
import pytest

from dragoman.model.runtime import WEIGHTS, newest
from dragoman.model.tokens import DISTANCES, MAX_TOKENS, Tokenizer, distances


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer(newest(WEIGHTS) / "tokenizer.json")


def test_offsets_point_into_the_sentence(tokenizer: Tokenizer) -> None:
    text = "São Tomé’s ministers met “in secret”."
    tokens = tokenizer(text)
    assert [text[b:e] for b, e in tokens.offsets if e > b][:2] == ["São", "Tom"] or text[slice(*tokens.offsets[1])] == "São"


def test_a_mask_covers_every_token_that_overlaps(tokenizer: Tokenizer) -> None:
    text = "Rebels freed hostages"
    marked = tokenizer(text).mask([(7, 12)])
    assert [text[b:e] for (b, e), on in zip(tokenizer(text).offsets, marked, strict=True) if on] == ["freed"]


def test_masks_of_many_spans_are_those_of_each(tokenizer: Tokenizer) -> None:
    tokens = tokenizer("Rebels freed hostages near Bamenda")
    spans = [(7, 12), None, (0, 21), (27, 34)]
    assert (tokens.masks(spans) == np.stack([tokens.mask([span] if span else []) for span in spans])).all()


def test_very_long_sentences_are_cut(tokenizer: Tokenizer) -> None:
    assert len(tokenizer("word " * 1000).ids) == MAX_TOKENS


def test_distances_stay_in_their_buckets() -> None:
    mask = np.zeros(80, np.float32)
    mask[40:42] = 1
    found = distances(mask)
    assert found.min() >= 1
    assert found.max() < DISTANCES
    assert (found[40:42] == 1).all()
    assert found[39] != found[42]


def test_the_nearest_of_two_spans_counts_and_the_one_before_when_both_are_as_near() -> None:
    assert distances(np.array([0, 1, 0, 0, 0, 1, 0], np.float32)).tolist() == [2, 1, 9, 10, 2, 1, 9]


def test_many_rows_give_what_each_gives_alone() -> None:
    masks = np.eye(4, 30, k=9, dtype=np.float32)
    masks[2] = 0
    assert (distances(masks) == np.stack([distances(row) for row in masks])).all()


def test_no_span_has_no_distance() -> None:
    assert not distances(np.zeros(5, np.float32)).any()
