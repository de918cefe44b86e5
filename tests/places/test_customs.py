from __future__ import annotations

import pytest

from dragoman.places.customs import at_home


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Second-graders played softball behind the middle school.", "USA"),
        ("The police department spoke of a felony and a plea deal.", "USA"),
        ("Fly-tipping in car parks vexes pensioners.", "GBR"),
        ("The rugby club left the town centre for the grammar school.", "GBR"),
        ("The RCMP, a crown attorney and a reeve met.", "CAN"),
    ],
)
def test_a_text_is_at_home_where_three_of_its_words_are_used(text: str, country: str) -> None:
    assert at_home(text) == {country: 1.0}


def test_words_that_two_countries_share_speak_for_both() -> None:
    assert at_home("The school board met, then went home.") == {"USA": 0.333333, "CAN": 0.333333}


def test_a_word_counts_once_however_often_it_occurs() -> None:
    assert at_home("A mum met a mum, and that mum a third.") == {"GBR": 0.333333}


def test_world_news_is_at_home_nowhere() -> None:
    assert at_home("Fighting went on around Aleppo, and the prime minister flew to Geneva.") == {}
