"""A place inside the description of an actor is still a place."""

from __future__ import annotations

from dragoman.places import places
from dragoman.records import Mention

TEXT = "The court heard villagers of the Swat Valley and Paris Hilton."


def mention(words: str) -> Mention:
    begin = TEXT.index(words)
    return Mention(text=words, begin=begin, end=begin + len(words))


def test_the_place_after_of_stays_and_the_name_of_a_person_does_not() -> None:
    found = [place.text for place in places(TEXT, [mention("villagers of the Swat Valley"), mention("Paris Hilton")])]
    assert found == ["Swat Valley"]
