from __future__ import annotations

import pytest

from tests.times.marks import marked, plain


@pytest.mark.parametrize(
    "expected",
    [
        "The shelling began in [the morning|2021-10-21TMO] and ended by [late afternoon|2021-10-21TAF].",
        "Police moved in [overnight|2021-10-20TNI]. [Overnight|2021-10-20TNI], two houses burned.",
        "Gunmen came before [dawn Friday|2021-10-15TMO] and left at [daybreak|2021-10-15TMO].",
        "They met on [3 May 2021|2021-05-03]. [The night before|2021-05-02TNI], they had slept badly.",
        "The fire broke out in [the early morning hours of Tuesday|2021-10-19TMO].",
        "She died in [the middle of the night|2021-10-21TNI].",
        "[Friday evening, Oct. 15|2021-10-15TEV], the lights went out.",
        "It is harder for [today|PRESENT_REF]'s youth.",
    ],
)
def test_parts_of_the_day_are_of_the_day_told_last(expected: str) -> None:
    assert marked(plain(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "Polls opened at [8 p.m. on Oct. 4|2021-10-04T20:00], or [10 p.m. EDT Friday, Oct. 15|2021-10-15T22:00].",
        "It struck at [6:30 Friday evening|2021-10-15T18:30], at [10 Friday night|2021-10-15T22:00], or at [4 this morning|2021-10-21T04:00].",
        "He will speak at [8:15 tonight|2021-10-21T20:15] or at [three o'clock in the morning|2021-10-21T03:00].",
        "The guns fell silent at [1430 hours|2021-10-21T14:30] ([1230 GMT|2021-10-21T12:30]).",
    ],
)
def test_the_clock_takes_the_day_beside_it(expected: str) -> None:
    assert marked(plain(expected)) == expected
