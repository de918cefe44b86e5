"""The scorer of whole codings, on a sentence counted by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.bench.own import Tally, count, figures, held_rows, sheets
from dragoman.errors import DragomanError
from dragoman.records import Coding, Event, Mention, Party, Speaker, Story

TEXT = "Chad accused Togo of spying, and Mali freed two pilots."
STATE = {"polarity": "positive", "modality": "asserted", "tense": "past"}


def span(words: str) -> dict[str, object]:
    begin = TEXT.index(words)
    return {"begin": begin, "end": begin + len(words), "kind": "actor"}


ROW = {
    "text": TEXT,
    "mentions": {"a1": span("Chad"), "a2": span("Togo"), "a3": span("Mali"), "a4": span("two pilots")},
    "events": [
        {"event_type": "ACCUSE", "actors": ["a1"], "recipients": ["a2"], **STATE},
        {"event_type": "RETREAT", "actors": ["a3"], "recipients": ["a4"], **STATE},
    ],
}


def party(words: str) -> Party:
    begin = TEXT.index(words)
    return Party(text=words, begin=begin, end=begin + len(words))


def event(kind: str, actor: str, recipient: str, modality: str = "asserted") -> Event:
    return Event(id=kind, story_id="s", event_type=kind, quad=1, intensity=0.0, actors=(party(actor),), modality=modality,
                 recipients=(party(recipient),), begin=0, end=4, confidence=0.9, coder="c", model="m",
                 codebook="b")  # fmt: skip


def coding(*events: Event) -> Coding:
    mentions = tuple(Mention(text=w, begin=TEXT.index(w), end=TEXT.index(w) + len(w)) for w in ("Chad", "Togo", "pilots"))
    return Coding(story=Story(id="s", text=TEXT), events=events, mentions=mentions)


def test_every_error_says_what_went_wrong() -> None:
    tally = Tally()
    count(tally, ROW, coding(event("CONCEDE", "Mali", "two pilots"), event("ACCUSE", "Mali", "two pilots")))
    count(tally, ROW, coding(event("ACCUSE", "Chad", "Togo"), event("AID", "Chad", "Togo")))
    count(tally, {**ROW, "events": []}, coding(event("AID", "Chad", "Togo")))
    tables = {sheet.title: sheet.rows for sheet in sheets(tally)}
    assert tables["errors by kind"] == (
        ("other parties", 1),
        ("not coded", 1),
        ("coded beside other events", 1),
        ("coded where nothing happens", 1),
        ("taken for another type", 1),
    )
    assert tables["commonest confusions"] == (("RETREAT", "CONCEDE", 1),)
    assert sorted(tables["commonest errors"]) == [
        ("ACCUSE", "other parties", 1),
        ("AID", "coded beside other events", 1),
        ("AID", "coded where nothing happens", 1),
        ("RETREAT", "not coded", 1),
        ("RETREAT", "taken for CONCEDE", 1),
    ]


def test_a_right_and_a_mistyped_event() -> None:
    tally = Tally()
    count(tally, ROW, coding(event("ACCUSE", "Chad", "Togo", "planned"), event("CONCEDE", "Mali", "two pilots")))
    scores = figures(tally, 1)
    assert scores["event_precision"] == 0.5
    assert scores["event_recall"] == 0.5
    assert scores["event_recall_any_type"] == 1.0
    assert tally.types == [("ACCUSE", "ACCUSE"), ("RETREAT", "CONCEDE")]
    assert tally.states["modality"] == [("asserted", "planned"), ("asserted", "asserted")]
    assert scores["event_calibration_error"] == pytest.approx(0.4)  # both at 0.9, one of them right
    assert scores["mention_f1_exact"] == pytest.approx(2 * 2 / (4 + 3), abs=1e-6)


def test_on_whose_word_counts_where_the_event_is_found() -> None:
    cited = {**ROW, "events": [{**ROW["events"][0], "said_by": "a3"}, ROW["events"][1]]}
    accused, freed = event("ACCUSE", "Chad", "Togo"), event("RETREAT", "Mali", "two pilots")
    mali = Speaker(text="Mali", begin=TEXT.index("Mali"), end=TEXT.index("Mali") + 4)
    tally = Tally()
    count(tally, cited, coding(replace(accused, said_by=mali), replace(freed, said_by=mali)))
    scores = figures(tally, 1)
    assert (scores["said_by_precision"], scores["said_by_recall"]) == (0.5, 1.0)


def test_a_reversed_event_is_missed_and_invented() -> None:
    tally = Tally()
    count(tally, ROW, coding(event("ACCUSE", "Togo", "Chad")))
    assert tally.types == [("ACCUSE", "NONE"), ("RETREAT", "NONE"), ("NONE", "ACCUSE")]


def test_events_in_a_sentence_without_any_are_false() -> None:
    tally = Tally()
    count(tally, {**ROW, "events": []}, coding(event("ACCUSE", "Chad", "Togo", "possible"), event("AID", "Mali", "Togo")))
    scores = figures(tally, 1)
    assert scores["false_events_per_100_event_free"] == 200.0
    assert scores["false_asserted_per_100_event_free"] == 100.0


def test_two_sided_events_may_be_told_from_either_side() -> None:
    talks = {"event_type": "CONSULT", "actors": ["a1", "a2"], "recipients": [], **STATE}
    tally = Tally()
    count(tally, {**ROW, "events": [talks]}, coding(event("CONSULT", "Togo", "Chad")))
    assert tally.found == 1


def test_only_held_out_rows_are_scored(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps({**ROW, "part": "train"}) + "\n" + json.dumps({**ROW, "part": "test"}) + "\n", "utf-8")
    assert len(held_rows(path)) == 1
    path.write_text(json.dumps(ROW) + "\n", "utf-8")
    with pytest.raises(DragomanError, match="no row is of the part"):
        held_rows(path)
