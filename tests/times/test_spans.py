from __future__ import annotations

import pytest

from tests.times.marks import marked, plain


@pytest.mark.parametrize(
    "expected",
    [
        "She is [29 years old|P29Y]; it is a [two-year-old|P2Y] truce.",
        "It took [an entire decade|P1DE], [all year|P1Y], and [the last year and a half|P1Y6M].",
        "The [months-long|PXM] siege; a [three-and-a-half-year|P3Y6M] term; [two and one-half years|P2Y6M].",
        "Over [the years|PXY], in [the weeks ahead|FUTURE_REF], as in [years past|PAST_REF].",
        "[Days|PXD] after the vote, [hours|PTXH] before the raid.",
        "[Two or three weeks|P3W], [16 to 18 months|P18M], [the past five or six years|P6Y].",
        "In [recent years|PXY] and [the coming weeks|PXW], as over [the previous year and a half|P1Y6M].",
        "The truce will last [two days|P2D]; [the last two days|P2D] were quiet in some quarters.",
    ],
)
def test_lengths_of_time(expected: str) -> None:
    assert marked(plain(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "A ticket costs $500 [a month|P1M]; pumps lift 10,000 barrels [a day|P1D], 50 tons [per year|P1Y].",
        "They rest [every other Friday|XXXX-WXX-5] and [every single day|P1D].",
    ],
)
def test_rates_and_repetitions(expected: str) -> None:
    assert marked(plain(expected)) == expected
