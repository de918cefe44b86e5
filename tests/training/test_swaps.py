"""Sentences with other actors in them keep every label on its words."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from dragoman.actors import ActorBase
from training.own.markup import read_all
from training.swaps import Swaps

RECORDS = read_all(Path(__file__).parents[2] / "training" / "own" / "sentences")[::40]
SWAPS = Swaps(RECORDS, ActorBase.load())


@pytest.mark.parametrize(
    ("words", "make"),
    [
        ("Kenya", "state"),
        ("the United Kingdom", "the state"),
        ("NATO", "abbreviation"),
        ("Kodo Baratsi", "name 2"),
        ("the dock workers", "the group 2"),
        ("Police in Lagos", ""),  # no make: never swapped
        ("a man of 40", ""),
    ],
)
def test_actors_are_swapped_for_those_of_their_make(words: str, make: str) -> None:
    assert SWAPS.make(words) == make


def words(record: dict[str, Any], span: list[int]) -> str:
    text: str = record["text"]
    return text[span[0] : span[1]]


def test_other_labels_keep_their_words() -> None:
    rng, swapped = random.Random(1), 0
    for record in RECORDS:
        new = SWAPS.swap(record, rng)
        swapped += new["text"] != record["text"]
        for old_event, event in zip(record["events"], new["events"], strict=True):
            crossed = any(
                m["begin"] < old_event["evidence"][1] and old_event["evidence"][0] < m["end"]
                for m in record["mentions"].values()
            )
            assert crossed or words(record, old_event["evidence"]) == words(new, event["evidence"])
        for name, old in record["mentions"].items():
            if old["kind"] in ("time", "quantity"):
                mention = new["mentions"][name]
                assert words(record, [old["begin"], old["end"]]) == words(new, [mention["begin"], mention["end"]])
    assert swapped > len(RECORDS) / 4


def test_the_same_seed_gives_the_same_sentences() -> None:
    one, two = ([SWAPS.swap(r, rng)["text"] for r in RECORDS] for rng in (random.Random(3), random.Random(3)))
    assert one == two
