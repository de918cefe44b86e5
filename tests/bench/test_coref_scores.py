"""Scores worked out by hand; letters are mentions, words are chains."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.bench.coref_scores import Chain, b_cubed, best_assignment, ceaf_e, muc, scores


def chains(words: str) -> list[Chain]:
    return [frozenset(word) for word in words.split()]


@pytest.mark.parametrize(
    ("measure", "key", "response", "recall", "precision"),
    [
        # Two chains cut across by three, two mentions of which are nobody's.
        (muc, "abc defg", "ab cd fghi", 2 / 5, 2 / 5),  # kept links: a-b and f-g
        (b_cubed, "abc defg", "ab cd fghi", (5 / 3 + 5 / 4) / 7, 4 / 8),
        (ceaf_e, "abc defg", "ab cd fghi", (4 / 5 + 4 / 8) / 2, (4 / 5 + 4 / 8) / 3),
        # Two chains run together: MUC forgives it when they are short.
        (muc, "abcde fg hijkl", "abcde fghijkl", 9 / 9, 9 / 10),
        (b_cubed, "abcde fg hijkl", "abcde fghijkl", 1.0, (5 + 29 / 7) / 12),
        (ceaf_e, "abcde fg hijkl", "abcde fghijkl", (1 + 10 / 12) / 3, (1 + 10 / 12) / 2),
        # All in one chain.
        (muc, "ab cd", "abcd", 2 / 2, 2 / 3),
        (b_cubed, "ab cd", "abcd", 1.0, 1 / 2),
        (ceaf_e, "ab cd", "abcd", (2 * 2 / 6) / 2, 2 * 2 / 6),
        # Nothing found, and nothing of it right.
        (muc, "ab", "", 0.0, 0.0),
        (b_cubed, "ab", "xy", 0.0, 0.0),
        (ceaf_e, "ab", "xy", 0.0, 0.0),
    ],
)
def test_measures_as_counted_by_hand(measure: object, key: str, response: str, recall: float, precision: float) -> None:
    counts = measure(chains(key), chains(response))  # type: ignore[operator]
    assert (counts.recall, counts.precision) == (pytest.approx(recall, abs=1e-6), pytest.approx(precision, abs=1e-6))


def test_the_mean_is_of_the_three_and_sums_run_over_documents() -> None:
    told = scores([(chains("ab"), chains("ab")), (chains("abc"), chains("abx"))])
    assert told["muc_f1"] == pytest.approx(2 / 3, abs=1e-6)  # two of three links on either side
    assert told["conll_f1"] == pytest.approx((told["muc_f1"] + told["b3_f1"] + told["ceafe_f1"]) / 3, abs=1e-6)


def test_chains_of_one_count_only_when_asked_for() -> None:
    pair = (chains("ab c"), chains("ab d"))
    assert scores([pair])["conll_f1"] == 1.0
    assert scores([pair], singletons=True)["b3_recall"] == pytest.approx(2 / 3, abs=1e-6)


def test_the_first_best_pair_is_not_always_in_the_best_assignment() -> None:
    weights = {(0, 0): Fraction(5), (0, 1): Fraction(4), (1, 0): Fraction(4)}
    assert best_assignment(weights) == 8  # greedy takes 5 and leaves row 1 with nothing


@given(st.lists(st.lists(st.integers(0, 6), min_size=4, max_size=4), min_size=1, max_size=4))
@settings(max_examples=80, deadline=None)
def test_the_assignment_is_the_best_of_all(table: list[list[int]]) -> None:
    weights = {(r, c): Fraction(value) for r, row in enumerate(table) for c, value in enumerate(row) if value}
    tried = (sum(table[r][c] for r, c in enumerate(order)) for order in permutations(range(4), len(table)))
    assert best_assignment(weights) == max(tried)
