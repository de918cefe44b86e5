"""One event told in two breaths is one draft; two events stay two."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.relations import Draft, once
from tests.relations.test_filling import KENYA, aid, mention

SOMALIA, UGANDA = mention("SOM", 110), mention("UGA", 120)
FIRST = replace(aid(KENYA, SOMALIA), evidence=(10, 20), confidence=0.6)


def second(**changes: object) -> Draft:
    return replace(FIRST, **{"evidence": (25, 40), "confidence": 0.8, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "other",
    [
        second(),
        second(recipients=()),
        second(evidence=(12, 18)),
        second(recipients=(SOMALIA, UGANDA)),
    ],
)
def test_the_same_event_in_near_words_is_kept_once(other: Draft) -> None:
    assert len(once([FIRST, other])) == 1


@pytest.mark.parametrize(
    "other",
    [
        second(event_type="ASSAULT"),
        second(actors=(UGANDA,)),
        second(recipients=(UGANDA,)),
        second(evidence=(60, 70)),
        second(told=replace(FIRST.told, polarity={"negative": 1.0})),
        second(told=replace(FIRST.told, modality={"planned": 1.0})),
    ],
)
def test_another_event_stays(other: Draft) -> None:
    assert once([other, FIRST]) == (FIRST, other)


def test_who_names_the_recipient_stays_else_who_is_surer() -> None:
    assert once([FIRST, second(recipients=())]) == (FIRST,)
    assert once([FIRST, second()]) == (second(),)
