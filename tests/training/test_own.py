"""The form of our own sentences, its checker, and the files themselves. Needs no torch."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import codebooks
from dragoman.mentions.coreference.words import POSSESSIVE
from training.own.agreement import alpha, matched
from training.own.markup import CONTEXTS, MODES, TYPES, WHOSE, MarkupError, find, is_held, parse_block, parse_text, read_all

OWN = Path(__file__).resolve().parents[2] / "training" / "own"


def test_marks_become_spans_of_the_plain_sentence() -> None:
    text, mentions = parse_text("[a1 [a2 Chad]'s army] left [p1 Faya].")
    assert text == "Chad's army left Faya."
    assert {name: text[b:e] for name, (b, e, _) in mentions.items()} == {"a1": "Chad's army", "a2": "Chad", "p1": "Faya"}


def test_an_event_line_is_read_whole() -> None:
    record = parse_block([
        "[a1 Police] arrested [a2 two men], [a3 a judge] said.",
        "@ a3 | said | Police arrested two men",
        "> COERCE/arrest a1 -> a2 | arrested | pos asserted past | by a3 | crime",
    ])  # fmt: skip
    (event,) = record["events"]
    assert (event["event_type"], event["modes"], event["contexts"]) == ("COERCE", ["arrest"], ["crime"])
    assert record["text"][slice(*event["evidence"])] == "arrested"
    assert (event["actors"], event["recipients"], event["said_by"]) == (["a1"], ["a2"], "a3")


@pytest.mark.parametrize(("lines", "fault"), [
    (["[a1 Police arrested men."], "never closed"),
    (["Police] left.", "! description"], "without"),
    (["[a1 Police] left."], "one of the two"),
    (["[a1 Police] left.", "> ASSAULT/demo a1 -> - | left | pos asserted past | - | -"], "has no mode"),
    (["[a1 Police] left.", "> COERCE a2 -> - | left | pos asserted past | - | -"], "not a mention"),
    (["[a1 Police] left.", "> COERCE a1 -> - | went | pos asserted past | - | -"], "does not occur"),
    (["[a1 Police] left.", "> COERCE a1 -> a1 | left | pos asserted past | - | -"], "actor and recipient"),
    (["[a1 Police] left.", "> COERCE a1 -> - | left | pos surely past | - | -"], "MODALITY"),
    (["[a1 Police] left.", "! boredom"], "not a reason"),
    (["[a1 Their men] left.", "! description"], "opens with 'Their'"),
])  # fmt: skip
def test_a_broken_block_says_why(lines: list[str], fault: str) -> None:
    with pytest.raises(MarkupError, match=fault):
        parse_block(lines)


def test_the_possessives_are_those_of_the_coder() -> None:
    assert {word for word in POSSESSIVE if WHOSE.match(f"{word} men")} == POSSESSIVE
    assert len(WHOSE.pattern.split("|")) == len(POSSESSIVE)


def test_a_later_occurrence_can_be_meant() -> None:
    assert find("war and war", "war~2") == [8, 11]


def test_all_sentences_are_sound_and_about_a_seventh_is_held_out() -> None:
    records = read_all(OWN / "sentences")
    groups = {record["group"] for record in records}
    assert len(records) > 4000
    assert 0.09 < sum(map(is_held, groups)) / len(groups) < 0.2
    assert len({record["id"] for record in records}) == len(records)


def test_alpha_by_hand() -> None:
    # 4 units; observed disagreement 1/4; values a 3, b 5: expected 1 - (3*2 + 5*4) / (8*7) = 30/56
    assert alpha([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]) == pytest.approx(1 - 0.25 / (30 / 56))
    assert alpha([("a", "a"), ("b", "b")]) == 1.0


def test_events_of_two_readings_match_by_evidence_and_actor() -> None:
    first = parse_block(["[a1 Mali] met [a2 Togo].", "> CONSULT a1 -> a2 | met | pos asserted past | - | -"])
    second = parse_block(["[a7 Mali] met [a2 Togo].", "> AGREE a7 -> a2 | met | pos asserted past | - | -"])
    silent = parse_block(["[a1 Mali] met [a2 Togo].", "! description"])
    assert [(a and a["event_type"], b and b["event_type"]) for a, b in matched(first, second)] == [("CONSULT", "AGREE")]
    assert [(a and a["event_type"], b) for a, b in matched(first, silent)] == [("CONSULT", None)]


def test_types_modes_and_contexts_are_those_of_the_codebook() -> None:
    plover = codebooks.load("plover")
    assert list(plover.types) == TYPES
    assert {name: {mode.name for mode in spec.modes} for name, spec in plover.types.items() if spec.modes} == {
        name: set(modes.split()) for name, modes in MODES.items()
    }
    assert set(plover.contexts) == CONTEXTS
