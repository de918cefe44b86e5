"""What the labels say of what the coder saw in a sentence. Needs no torch."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.coder import Coder
from training import labels
from training.mining import Seen, look, rows

TEXT = "Chad's army shelled the rebels near Togo and warned the press."
PARTS = dict(enumerate(("none", "actor", "recipient")))


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def record(*events: tuple[str, str, str, str]) -> dict[str, Any]:
    mentions = {
        w: {"begin": span(w)[0], "end": span(w)[1], "kind": "actor"} for w in ("Chad's army", "the rebels", "the press")
    }
    told = [
        {
            "event_type": kind, "actors": [actor], "recipients": [recipient], "evidence": list(span(words)), "modes": [],
            "contexts": [], "polarity": "positive", "modality": "asserted", "tense": "past",
        }
        for kind, actor, recipient, words in events
    ]  # fmt: skip
    return {"text": TEXT, "mentions": mentions, "events": told}


def shown(seen: Seen, labelled: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Each row as its words, the mention if there is one, and what is said of the two."""
    said = []
    for pair in rows(seen, labelled):
        (first,), second = pair.actor, pair.recipient
        kind = labels.TYPES[pair.types[0]] if pair.types and pair.types[0] < len(labels.TYPES) else "no event"
        words = TEXT[slice(*second[0])] if second else ""
        said.append((TEXT[slice(*first)], words, PARTS[pair.role] if pair.role is not None else kind))
    return said


SHELLED = ("ASSAULT", "Chad's army", "the rebels", "shelled")


def test_words_that_meet_marked_ones_are_their_event_and_others_are_none() -> None:
    seen = Seen((span("shelled the"), span("near")), ("COERCE", "AID"), (span("the rebels"),))
    assert shown(seen, record(SHELLED)) == [
        ("shelled the", "", "ASSAULT"),
        ("shelled the", "the rebels", "recipient"),
        ("near", "", "no event"),
        ("near", "the rebels", "none"),
    ]


def test_words_that_may_tell_in_other_words_an_event_that_was_not_met_teach_nothing() -> None:
    seen = Seen((span("near"),), ("ASSAULT",), ())
    assert shown(seen, record(SHELLED)) == []
    assert shown(Seen((span("near"),), ("AID",), ()), record(SHELLED)) == [("near", "", "no event")]


@pytest.mark.parametrize(
    ("mention", "part"),
    [("Chad's army", "actor"), ("the rebels", "recipient"), ("the press", "none"), ("Chad's arm", "actor"), ("Chad", None)],
)
def test_a_found_mention_has_the_part_of_the_marked_one_that_it_is(mention: str, part: str | None) -> None:
    seen = Seen((span("shelled"),), ("ASSAULT",), (span(mention),))
    assert [what for _, words, what in shown(seen, record(SHELLED)) if words] == ([part] if part else [])


def test_a_sentence_is_seen_as_the_coder_sees_it() -> None:
    seen = look(Coder(), TEXT)
    assert seen is not None
    assert span("shelled") in seen.words
    assert span("the rebels") in seen.mentions
    assert seen.kinds[seen.words.index(span("shelled"))] == "ASSAULT"
    assert look(Coder(), f"{TEXT} It rained.") is None
