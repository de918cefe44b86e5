"""Two heads that agree make a surer event than one that stands alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.errors import DragomanError
from dragoman.model import PairScores
from dragoman.relations import Confidence, pairs, weighed
from tests.relations.test_filling import KENYA, aid, mention

SOMALIA, UGANDA = mention("SOM", 110), mention("UGA", 120)
EVEN = Confidence(weights=(0.2,) * 7 + (0.0, 0.2, 0.2, 0.1, -0.2, 0.1, -1.0), floor=0.4)


def related(none: float, aid: float = 0.9) -> PairScores:
    return PairScores(types={"AID": aid, "ASSAULT": 1 - aid}, none=none)


def test_every_actor_stands_with_every_recipient_or_alone() -> None:
    draft = aid(KENYA, SOMALIA, UGANDA)
    assert list(pairs(draft)) == [(KENYA, SOMALIA), (KENYA, UGANDA)]
    assert list(pairs(aid(KENYA))) == [(KENYA, None)]


def test_who_agrees_makes_it_surer_and_who_doubts_less_sure() -> None:
    draft = aid(KENYA, SOMALIA)
    sure, unsure, other = (weighed(draft, [r], EVEN).confidence for r in (related(0.05), related(0.95), related(0.05, 0.05)))
    assert 0 < unsure < sure < 1
    assert other < sure


def test_the_likeliest_pair_speaks_for_all() -> None:
    draft = aid(KENYA, SOMALIA, UGANDA)
    assert weighed(draft, [related(0.99), related(0.1)], EVEN) == weighed(draft, [related(0.1)], EVEN)


def test_weights_of_another_version_are_refused() -> None:
    with pytest.raises(DragomanError, match=r"`confidence` has 9 weights, and 14 are weighed here"):
        Confidence(weights=(0.1,) * 9, floor=0.4)


@pytest.mark.parametrize("sure", [0.0, 1.0])
def test_certainty_is_bounded(sure: float) -> None:
    draft = replace(aid(KENYA, SOMALIA), acting=sure, suffering=sure)
    assert 0 < weighed(draft, [related(1 - sure)], EVEN).confidence < 1
