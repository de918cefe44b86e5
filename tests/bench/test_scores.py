"""Scorers against cases worked out by hand."""

import pytest

from dragoman.bench.plv import figures_of, root
from dragoman.bench.scores import confusions, macro_f1, per_class
from dragoman.bench.seed import spans_of


def test_macro_f1_by_hand() -> None:
    # a: P 2/3, R 2/2, F1 0.8; b: P 1/1, R 1/2, F1 2/3; c: never guessed, F1 0
    gold, guessed = ["a", "a", "b", "b", "c"], ["a", "a", "b", "a", "b"]
    by_name = {score.label: score for score in per_class(gold, guessed)}
    assert by_name["a"].precision == pytest.approx(2 / 3, abs=1e-6)
    assert by_name["a"].f1 == pytest.approx(0.8)
    assert by_name["b"].f1 == pytest.approx(0.5)  # P 1/2, R 1/2
    assert by_name["c"].f1 == 0.0
    assert macro_f1(gold, guessed) == pytest.approx((0.8 + 0.5 + 0.0) / 3, abs=1e-6)


def test_a_class_only_guessed_lowers_the_mean() -> None:
    assert macro_f1(["a", "a"], ["a", "b"]) == pytest.approx((2 / 3 + 0) / 2, abs=1e-6)


def test_scores_need_as_many_guesses_as_gold() -> None:
    with pytest.raises(ValueError, match="shorter"):
        macro_f1(["a"], [])


def test_confusions_count_mistakes_only() -> None:
    assert confusions(["a", "a", "b"], ["b", "b", "b"]) == (("a", "b", 2),)


def test_quads_and_signs_come_from_roots() -> None:
    # AID and YIELD are both material cooperation; ACCUSE and ASSAULT are both conflict
    figures = figures_of(["AID", "ACCUSE"], ["YIELD", "ASSAULT"])
    assert figures["root_macro_f1"] == 0.0
    assert figures["quad_macro_f1"] == pytest.approx(1 / 3, abs=1e-6)
    assert figures["binary_macro_f1"] == 1.0


def test_yield_gathers_its_two_types() -> None:
    assert root({"AID": 0.4, "CONCEDE": 0.25, "RETREAT": 0.35}) == "YIELD"


def test_every_place_of_the_words_counts() -> None:
    assert spans_of("war and war", "war") == [(0, 3), (8, 11)]
