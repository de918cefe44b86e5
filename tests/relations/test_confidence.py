"""How sure an event is follows from how sure the model is of its words and of who takes part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.errors import DragomanError
from dragoman.relations import Confidence, weighed
from tests.relations.test_filling import KENYA, aid, mention

SOMALIA = mention("SOM", 110)
EVEN = Confidence(weights=(0.2,) * 5 + (0.1, 0.1, -0.2, 0.1, -1.0), floor=0.4)


@pytest.mark.parametrize("part", ["acting", "suffering"])
def test_a_surer_part_makes_a_surer_event(part: str) -> None:
    draft = aid(KENYA, SOMALIA)
    unsure, sure = (weighed(replace(draft, **{part: chance}), EVEN).confidence for chance in (0.1, 0.9))
    assert 0 < unsure < sure < 1


def test_surer_words_make_a_surer_event() -> None:
    draft = aid(KENYA, SOMALIA)
    doubted = replace(draft, told=replace(draft.told, sure=0.2, none=0.8))
    assert weighed(doubted, EVEN).confidence < weighed(draft, EVEN).confidence


def test_an_event_without_recipient_is_not_punished_for_it() -> None:
    alone = aid(KENYA)
    assert weighed(replace(alone, suffering=0.0), EVEN) == replace(weighed(replace(alone, suffering=0.9), EVEN), suffering=0.0)


def test_weights_of_another_version_are_refused() -> None:
    with pytest.raises(DragomanError, match=r"`confidence` has 9 weights, and 10 are weighed here"):
        Confidence(weights=(0.1,) * 9, floor=0.4)


@pytest.mark.parametrize("sure", [0.0, 1.0])
def test_certainty_is_bounded(sure: float) -> None:
    draft = replace(aid(KENYA, SOMALIA), acting=sure, suffering=sure)
    assert 0 < weighed(draft, EVEN).confidence < 1
