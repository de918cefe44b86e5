"""The whole trip on small stories of our own, with the bundled model."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

import dragoman
from dragoman.records import Coding, Story, story_id

TEXT = """TRIPOLI - Police in Misrata arrested three dockers on Tuesday after a strike at the port, the interior ministry said.

The union of dockers accused the government of breaking its word. Algeria offered to mediate.

Tunisia denied that its navy had fired on a Libyan trawler. If talks fail, the dockers will strike again."""


def story(text: str = TEXT) -> Story:
    return Story(id=story_id(None, None, None, text), text=text, language="en")


@pytest.fixture(scope="module")
def coder() -> dragoman.Coder:
    return dragoman.Coder()


@pytest.fixture(scope="module")
def coding(coder: dragoman.Coder) -> Coding:
    return coder.code(story())


def test_evidence_and_parties_are_the_words_of_the_story(coding: Coding) -> None:
    assert coding.events
    for event in coding.events:
        assert TEXT[event.begin : event.end].strip() == TEXT[event.begin : event.end] != ""
        for party in (*event.actors, *event.recipients):
            assert TEXT[party.begin : party.end] == party.text


def test_every_party_is_a_mention(coding: Coding) -> None:
    mentions = {(mention.begin, mention.end) for mention in coding.mentions}
    assert coding.events
    assert all((party.begin, party.end) in mentions for event in coding.events for party in (*event.actors, *event.recipients))


def test_every_event_says_who_made_it(coding: Coding, coder: dragoman.Coder) -> None:
    stamps = {(event.coder, event.model, event.codebook) for event in coding.events}
    assert stamps == {(f"dragoman-{dragoman.__version__}", coder.model.version, coder.codebook.version)}


def test_records_turn_into_json_and_back(coding: Coding) -> None:
    assert Coding.from_dict(json.loads(json.dumps(coding.to_dict()))) == coding


def test_the_arrest_runs_from_police_to_dockers_on_the_word_of_the_ministry(coding: Coding) -> None:
    arrest = next(event for event in coding.events if event.event_type == "COERCE")
    assert [party.text for party in arrest.recipients] == ["three dockers"]
    assert "Police" in arrest.actors[0].text
    assert arrest.said_by is not None
    assert "ministry" in arrest.said_by.text


@pytest.mark.parametrize("words", ["fired on", "will strike"])
def test_what_is_denied_or_conditional_is_not_asserted(coding: Coding, words: str) -> None:
    begin = TEXT.index(words)
    there = [event for event in coding.events if event.begin < begin + len(words) and begin < event.end]
    assert not [e for e in there if (e.polarity, e.modality) == ("positive", "asserted")]


def test_the_same_story_gives_the_same_bytes_alone_among_others_and_on_threads(coder: dragoman.Coder, coding: Coding) -> None:
    others = [story(TEXT[:n]) for n in (90, 150, 220, len(TEXT))] * 2
    with ThreadPoolExecutor(2) as pool:
        codings = list(pool.map(coder.code, others))
    assert codings[3] == codings[7] == coding


def test_an_empty_story_has_an_empty_coding(coder: dragoman.Coder) -> None:
    coding = coder.code(story(""))
    assert (coding.mentions, coding.events) == ((), ())


def test_relate_scores_sum_to_one_and_know_direction(coder: dragoman.Coder) -> None:
    text = "Peru accused Bolivia of moving troops to the border."
    forth = coder.relate(text, actor=(0, 4), recipient=(13, 20))
    back = coder.relate(text, actor=(13, 20), recipient=(0, 4))
    assert (forth.event_type, forth.quad) == ("ACCUSE", 3)
    assert sum(forth.scores.values()) == pytest.approx(1.0, abs=1e-4)
    assert len(forth.scores) == 16
    assert back.none > forth.none


def test_relate_takes_no_recipient(coder: dragoman.Coder) -> None:
    assert coder.relate("Thousands of nurses marched in Lima.", actor=(0, 19)).event_type == "PROTEST"


@pytest.mark.parametrize("actor", [(0, 0), (-1, 3), (5, 99)])
def test_relate_refuses_spans_outside_the_text(coder: dragoman.Coder, actor: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="is not a span of the text"):
        coder.relate("Nurses marched.", actor=actor)


def test_stages_can_be_asked_alone(coder: dragoman.Coder) -> None:
    text = "Kenya said on Friday that rebels had left Garissa."
    assert "Kenya" in {mention.text for mention in coder.mentions(text)}
    assert coder.attributions(text)[0].party is not None
    assert [time.text for time in coder.times(text)] == ["Friday"]
    assert [place.text for place in coder.places(text)][-1] == "Garissa"
