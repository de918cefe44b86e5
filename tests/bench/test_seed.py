"""The seed scorer's row checks, on records made by hand; and the real seed page where it is at hand."""

from __future__ import annotations

import pytest

from dragoman.bench.seed import CHECKS, page_row, run
from dragoman.coder import Coder
from dragoman.records import Coding, Event, Mention, Party, Story
from tests.conftest import SHARED, needs_shared

TEXT = "Chad refused to meet Togo. Perhaps Mali will help."
STORY = Story(id="s", title="Chad says no", authors=("A. Writer",), text=TEXT)


def event(modality: str = "asserted", begin: int = 5, end: int = 20) -> Event:
    return Event(id="e", story_id="s", event_type="REJECT", quad=3, intensity=-2.0, modality=modality, begin=begin, end=end,
                 actors=(Party(text="Chad", begin=0, end=4, actor_id="TCD", country="TCD"),), confidence=0.9,
                 recipients=(Party(text="Togo", begin=21, end=25, country="TGO"),), coder="c", model="m",
                 codebook="b")  # fmt: skip


def check(section: str, row: dict[str, object], coding: Coding) -> str:
    return CHECKS[section](None, coding, row)  # type: ignore[arg-type]


@pytest.mark.parametrize(("row", "held"), [
    ({"type": "REJECT", "actor": "TCD", "recipient": "TGO", "evidence": "refused to meet"}, True),
    ({"type": "REQUEST", "any": ["REJECT"], "actor": ["MLI", "TCD"], "evidence": "refused"}, True),
    ({"type": "REJECT", "actor": "any", "evidence": "refused"}, True),
    ({"type": "REJECT", "actor": "TGO", "evidence": "refused"}, False),
    ({"type": "REJECT", "actor": "TCD", "recipient": "MLI", "evidence": "refused"}, False),
    ({"type": "ACCUSE", "actor": "TCD", "evidence": "refused"}, False),
    ({"type": "REJECT", "actor": "TCD", "modality": "planned", "evidence": "refused"}, False),
    ({"type": "REJECT", "actor": "TCD", "evidence": "will help"}, False),
])  # fmt: skip
def test_an_event_row_needs_type_parties_and_whatever_it_states(row: dict[str, object], held: bool) -> None:
    assert (check("events", row, Coding(story=STORY, events=(event(),))) == "") is held


def test_an_actor_row_needs_the_link_and_the_sector() -> None:
    mention = Mention(text="Chad", begin=0, end=4, actor_id="TCD", country="TCD", sectors=("GOV",))
    coding = Coding(story=STORY, mentions=(mention,))
    assert check("actors", {"text": "Chad", "is": "TCD", "sector": "GOV"}, coding) == ""
    assert "sectors" in check("actors", {"text": "Chad", "is": "TCD", "sector": "MIL"}, coding)
    assert "linked to" in check("actors", {"text": "Chad", "is": "TGO"}, coding)
    assert check("actors", {"text": "Mali", "is": "MLI"}, coding) == "not found"


def test_a_not_event_row_forbids_asserted_events_in_its_sentence_only() -> None:
    there = event(begin=TEXT.index("will help"), end=TEXT.index("will help") + 9)
    assert check("not_events", {"words": "Perhaps Mali"}, Coding(story=STORY, events=(event(),))) == ""
    assert check("not_events", {"words": "Perhaps Mali"}, Coding(story=STORY, events=(there,))) != ""


@pytest.mark.parametrize(("key", "wanted", "held"), [
    ("title", "Chad says no", True), ("title", "Chad says yes", False), ("authors", ["A. Writer"], True),
    ("body_starts", "Chad refused", True), ("body_ends", "will help.", True), ("not_in_body", ["Subscribe"], True),
    ("not_in_body", ["Perhaps"], False), ("views", 7, False),
])  # fmt: skip
def test_page_rows(key: str, wanted: object, held: bool) -> None:
    assert (page_row(STORY, key, wanted) == "") is held


@needs_shared
def test_the_seed_page_keeps_what_it_holds() -> None:
    """A ratchet: these only go up. Twelve events and more are wanted, and twelve hold with the weights of 2026.11.5."""
    report = run(SHARED / "seed", Coder())
    held = {section: int(str(value).split()[0]) for section, value in report.figures.items()}
    assert held["page"] == 12
    assert held["actors"] == 25
    assert held["not_events"] == 3
    assert held["positions"] == 6
    assert held["claims"] == 3
    assert held["times"] == 2
    assert held["places"] == 4
    assert held["events"] >= 12
