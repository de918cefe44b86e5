from __future__ import annotations

from datetime import date

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
        "Aides have pressed her to speak at the party congress in [January|2022-01].",
        "Whoever wins in [December|2021-12] may fail. The runoff on [Jan. 24|2022-01-24] decides.",
        "She may lose, after her [September|2021-09] gaffe and their [Oct. 13|2021-10-13] debate.",
        "He was jailed in [January|2021-01]. In [February|2021-02], he fled.",
    ],
)
def test_a_month_without_a_past_verb_close_by_is_the_nearest(expected: str) -> None:
    assert marked(plain(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "He found that [Friday|2021-10-15]'s vote was fair.",
        "The poll was taken from [Oct. 4|2021-10-04] through [Sunday|2021-10-17].",
        "It struck at [8:50 p.m.|2021-10-21T20:50] (1650 GMT).",
    ],
)
def test_what_stands_beside_a_day_or_an_hour(expected: str) -> None:
    assert marked(plain(expected)) == expected


def test_last_summer_is_told_in_june_of_the_year_before() -> None:
    assert marked("She left last summer.", date(2016, 6, 3)) == "She left [last summer|2015-SU]."


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (18, "Thousands took to the streets of Lima [this weekend|2021-W41-WE]."),
        (18, "Ministers will meet [this weekend|2021-W42-WE]."),
        (19, "Envoys agreed to meet [this weekend|2021-W42-WE]."),
        (23, "Thousands took to the streets of Lima [this weekend|2021-W42-WE]."),
    ],
)
def test_this_weekend_is_just_over_where_a_paper_of_the_new_week_tells_of_it(day: int, expected: str) -> None:
    assert marked(plain(expected), date(2021, 10, day)) == expected
