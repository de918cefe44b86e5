"""Spans are read as the likeliest whole, not token by token."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from dragoman.model.decoding import Stretch, inside_words, stretches

OUT, BEGIN, ON = [0.9, 0.05, 0.05], [0.1, 0.8, 0.1], [0.1, 0.1, 0.8]


def ends(rows: list[list[float]], joined: list[bool] | None = None, unending: tuple[int, ...] = ()) -> list[tuple[int, int]]:
    found = stretches(np.array(rows), joined or [False] * len(rows), unending=unending)
    return [(each.first, each.last) for each in found]


def test_a_span_begins_goes_on_and_ends() -> None:
    assert ends([OUT, BEGIN, ON, OUT, BEGIN]) == [(1, 2), (4, 4)]


def test_two_spans_may_touch() -> None:
    assert ends([BEGIN, BEGIN, ON]) == [(0, 0), (1, 2)]


def test_no_span_goes_on_that_has_not_begun() -> None:
    assert ends([[1.0, 0.0, 0.0], [0.05, 0.15, 0.8], ON, OUT]) == [(1, 2)]
    assert ends([OUT, [0.6, 0.0, 0.4], OUT]) == []


def test_a_doubt_between_beginning_and_going_on_costs_no_certainty() -> None:
    (only,) = stretches(np.array([OUT, [0.0, 0.55, 0.45], OUT]), [False] * 3)
    assert only == Stretch(1, 1, 0, 1.0)


def test_a_word_is_never_parted() -> None:
    assert ends([OUT, BEGIN, [0.7, 0.0, 0.3], OUT], [False, False, True, False]) == [(1, 2)]
    assert ends([OUT, [0.6, 0.4, 0.0], [0.9, 0.0, 0.1], OUT], [False, False, True, False]) == []


def test_an_article_ends_no_span() -> None:
    doubt = [0.6, 0.0, 0.4]
    assert ends([OUT, BEGIN, doubt, OUT], unending=(1,)) == [(1, 2)]
    assert ends([OUT, BEGIN, OUT, OUT], unending=(1,)) == []


def test_the_kind_is_that_of_the_likeliest_whole() -> None:
    rows = np.array([[0.0, 0.6, 0.0, 0.4, 0.0], [0.0, 0.0, 0.1, 0.0, 0.9]])
    assert [(s.first, s.last, s.kind) for s in stretches(rows, [False, False])] == [(0, 1, 1)]


def test_nothing_is_found_in_nothing() -> None:
    assert stretches(np.zeros((0, 3)), []) == []


def test_pieces_of_a_word_are_known_by_their_place() -> None:
    assert inside_words("Dakar's con", [(0, 0), (0, 2), (2, 5), (5, 6), (6, 7), (8, 11), (0, 0)]) == [
        False, False, True, False, False, False, False,
    ]  # fmt: skip


def best_by_trying_all(rows: NDArray[np.float64], unending: frozenset[int]) -> float:
    """Log-probability of the best legal tag sequence: every sequence of O, B and I is tried."""
    best = -np.inf
    for tags in product(range(3), repeat=len(rows)):
        legal = all(tag != 2 or (i and tags[i - 1] in (1, 2)) for i, tag in enumerate(tags))
        last = [i for i, tag in enumerate(tags) if tag and (i + 1 == len(tags) or tags[i + 1] != 2)]
        if legal and not unending & set(last):
            best = max(best, float(sum(np.log(rows[i, tag] + 1e-9) for i, tag in enumerate(tags))))
    return best


@given(st.lists(st.tuples(*[st.integers(1, 9)] * 3), min_size=1, max_size=6), st.frozensets(st.integers(0, 5)))
def test_the_path_found_is_the_likeliest(weights: list[tuple[int, int, int]], unending: frozenset[int]) -> None:
    rows = np.array(weights, float)
    rows /= rows.sum(1, keepdims=True)
    tags = [0] * len(rows)
    for span in stretches(rows, [False] * len(rows), unending=unending):
        tags[span.first] = 1
        tags[span.first + 1 : span.last + 1] = [2] * (span.last - span.first)
    assert sum(np.log(rows[i, tag] + 1e-9) for i, tag in enumerate(tags)) == pytest.approx(best_by_trying_all(rows, unending))
