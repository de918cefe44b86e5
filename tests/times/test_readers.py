from __future__ import annotations

import pytest

from tests.times.marks import marked, plain


@pytest.mark.parametrize(
    "expected",
    [
        "He was seen [a week ago Tuesday|2021-10-12] and will be back [a week from Monday|2021-11-01].",
        "The court sits on [the first Monday in October|2021-10-04].",
        "The tunnel was opened on [Oct. 3, 1995|1995-10-03]. [The following Monday|1995-10-09] it was shut.",
        "It was dug on [Oct. 3, 1995|1995-10-03]; [the previous weekend|1995-W39-WE] it had rained.",
        "They met on [Tuesday of last week|2021-10-12] and will meet on [Wednesday of next week|2021-10-27].",
        "He was fined [this Tuesday|2021-10-19]; [this coming Friday|2021-10-22] he will pay.",
    ],
)
def test_weekdays_are_counted_from_now_or_from_the_day_told(expected: str) -> None:
    assert marked(plain(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "Filed [10/27/98|1998-10-27], [11-17-98 1402EST|1998-11-17T14:02] and [23/10/98|1998-10-23]; on [Sept.11|2021-09-11].",
        "[Nov. 3-5, 1998|1998-11-03], was the date; [Fri., Oct. 15|2021-10-15], was not.",
        "[The weekend of Oct. 9-10|2021-W40-WE] was quiet.",
        "[Half a century ago|1971], [a few years back|PAST_REF], [some time ago|PAST_REF], [the other day|PAST_REF].",
        "[The year before last|2019] was dry.",
    ],
)
def test_dates_in_figures_and_far_from_the_story(expected: str) -> None:
    assert marked(plain(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "A key test in [January|2022-01]; a dry run in [September|2021-09].",
        "In [March|2021-03], and in [March|2021-03] only, it rained.",
        "He arrived in [November|2021-11].",
    ],
)
def test_a_month_without_a_verb_is_the_nearest(expected: str) -> None:
    assert marked(plain(expected)) == expected
