from __future__ import annotations

import pytest

from tests.times.marks import marked, plain


@pytest.mark.parametrize(
    "expected",
    [
        "In [the fall|2021-FA] prices rose; the fall of the regime did not help.",
        "It opened in [the summer of '69|1969-SU] and closed in [October '98|1998-10].",
        "Sales rose in [the fourth quarter of last year|2020-Q4] and in [2019's third quarter|2019-Q3].",
        "[This quarter|2021-Q4] was better than [last quarter|2021-Q3].",
        "The levy hurt [the third quarter of the year|2021-Q3] and will hurt [fourth-quarter|2021-Q4] sales.",
        "In [the 1800s|18], in [the 1930s|193] and ['40s|194].",
        "The strike of [1996|1996]-[97|1997] and the war of [1914|1914]-[18|1918]; from [1999|1999]-[2000|2000].",
    ],
)
def test_seasons_quarters_and_decades(expected: str) -> None:
    assert marked(plain(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "In [1994|1994] he fled. [That March|1994-03] he married; [the following spring|1995-SP] he was free.",
        "He fled in [1994|1994]. In [June of that year|1994-06] he was caught.",
        "In [October last year|2020-10], in [May of this year|2021-05], on [Aug. 7 last year|2020-08-07].",
    ],
)
def test_a_year_told_before_holds_for_that_month_and_season(expected: str) -> None:
    assert marked(plain(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "Flags fly [every Christmas|XXXX-12-25] and on the Lunar New Year.",
        "Closed: [Christmas Eve|2021-12-24].",
        "Since [9/11|2001-09-11] the law has stood; [the Sept. 11|2001-09-11] attacks changed it.".replace("[the ", "the ["),
        "The ship left Christmas Island; the count went on until [Election Day|2021-11-02].",
        "She will retire in [the new year|2022].",
    ],
)
def test_holidays_and_days_with_a_name(expected: str) -> None:
    assert marked(plain(expected)) == expected
