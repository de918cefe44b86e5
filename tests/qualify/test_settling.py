"""Rules and the learned heads settle together what is asserted."""

from __future__ import annotations

import pytest

from dragoman.qualify import Qualities
from dragoman.qualify.settling import settle


@pytest.mark.parametrize(("ruled", "head", "settled"), [
    ("asserted", {"asserted": 0.3, "planned": 0.7}, "planned"),
    ("asserted", {"asserted": 0.45, "planned": 0.55}, "asserted"),
    ("planned", {"asserted": 0.9, "planned": 0.1}, "planned"),
    ("planned", {"asserted": 0.97, "planned": 0.03}, "asserted"),
    ("planned", {"asserted": 0.2, "intended": 0.7, "planned": 0.1}, "intended"),
    ("planned", {"asserted": 0.4, "intended": 0.5, "planned": 0.1}, "planned"),
    ("planned", {}, "planned"),
])  # fmt: skip
def test_little_takes_an_assertion_away_and_much_gives_it_back(ruled: str, head: dict[str, float], settled: str) -> None:
    rules = Qualities("positive", ruled, "past", "plain")  # type: ignore[arg-type]
    assert settle(rules, {"positive": 1.0}, head, {"past": 1.0}).modality == settled


@pytest.mark.parametrize(("ruled", "negative", "settled"), [
    ("positive", 0.8, "negative"), ("positive", 0.6, "positive"), ("negative", 0.0, "negative"),
])  # fmt: skip
def test_what_a_rule_finds_denied_stays_denied(ruled: str, negative: float, settled: str) -> None:
    rules = Qualities(ruled, "asserted", "past", "plain")  # type: ignore[arg-type]
    head = {"negative": negative, "positive": 1 - negative}
    assert settle(rules, head, {"asserted": 1.0}, {"past": 1.0}).polarity == settled


def test_why_says_when_the_head_has_moved_something() -> None:
    rules = Qualities("positive", "asserted", "past", "plain")
    assert settle(rules, {"positive": 1.0}, {"asserted": 1.0}, {"past": 1.0}).why == "plain"
    assert settle(rules, {"positive": 1.0}, {"possible": 1.0}, {"past": 1.0}).why == "plain+model"
