from __future__ import annotations

import re
from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.times import times
from tests.times.marks import THURSDAY, marked, plain

WORDS = tuple(re.findall(r"\S+", "last next 31 February May 2021 1999 99 the every Friday 12:61 25 p.m. years ago hours , . -"))


@pytest.mark.parametrize(
    "expected",
    [
        "The bridge was blown up on [7 August 2021|2021-08-07].",
        "It fell on [Aug. 7, 2021|2021-08-07], and [the 1st of May 1945|1945-05-01] was remembered.".replace("the 1st", "1st"),
        "Posted [2016-08-24|2016-08-24], [24.08.2016|2016-08-24] or [08/24/2016|2016-08-24] at [19:40|2016-08-24T19:40].",
        "They signed on [Saturday, August 14, 2021|2021-08-14].",
        "The port has been closed since [August|2021-08] and not since [December|2020-12].",
        "The council will vote in [August|2022-08].",
        "Rebels attacked on [Sept. 11|2021-09-11] and in [November 2020|2020-11].",
        "In [the 1990s|199], [the late 80s|198] and [the nineties|199] it was not so; nor in [the 19th century|18].",
        "Prices rose in [the third quarter of 2021|2021-Q3] after [the first half of 2020|2020-H1].",
        "Since [last fall|2020-FA], after [the summer of 2019|2019-SU] and [late last summer|2021-SU].",
        "On [the night of May 3|2021-05-03TNI] and [the morning of Sept. 11, 2001|2001-09-11TMO].",
        "In ['98|1998], in [the year 2000|2000], in [the mid-19th century|18], around [2000 B.C.|BC2000].",
        "For [fiscal 2021|FY2021], not [fiscal year 2020|FY2020]; in [the second half of the year|2021-H2].",
        "On [Memorial Day|2021-05-31], [the Fourth of July|2021-07-04] and [July Fourth|2021-07-04].",
        "They signed on [Dec. 2|2021-12-02], officials said.",
    ],
)
def test_calendar_dates(expected: str) -> None:
    assert marked(plain(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "The envoys met on [Tuesday|2021-10-19].",
        "The envoys will meet on [Tuesday|2021-10-26].",
        "The envoys met [last Thursday|2021-10-14] and [Thursday|2021-10-21].",
        "On [Friday night|2021-10-15TNI] police fired tear gas.",
        "Officials said [Monday|2021-10-18] that talks would resume [Friday|2021-10-22].",
        "He spoke [yesterday|2021-10-20], not [the day before yesterday|2021-10-19], and leaves [tomorrow|2021-10-22].",
        "Shelling went on [last night|2021-10-20TNI] and [this morning|2021-10-21TMO].",
        "The treaty must be ratified by [Jan. 14|2022-01-14].",
        "By [Monday|2021-10-18], the rebels had left.",
        "The court opens at [9 a.m. EST Tuesday|2021-10-26T09:00].",
        "It fell at [3:45 in the afternoon|2021-10-21T15:45], or [3 a.m. Eastern time|2021-10-21T03:00].",
        "Polls close [9 p.m. tomorrow|2021-10-22T21:00].",
        "Over [the weekend|2021-W41-WE] and on [May 3|2021-05-03] the envoys met.",
    ],
)
def test_days_near_publication_follow_the_tense(expected: str) -> None:
    assert marked(plain(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "[Two months ago|2021-08] and [20 years ago|2001], [a decade ago|201].",
        "He was shot on [March 3, 2019|2019-03-03] and died [two days later|2019-03-05].",
        "They met on [May 6, 2020|2020-05-06]. [The next day|2020-05-07] the truce broke.",
        "[Last week|2021-W41], [this year|2021], [next month|2021-11].",
        "It ends at [the end of the year|2021].",
        "It happened [a few days ago|PAST_REF], [years ago|PAST_REF], [long ago|PAST_REF].",
        "He fled in [June 1998|1998-06] and came back [later that year|1998].",
        "He was shot [last October|2020-10] and buried [that same day|2020-10-XX].",
        "It began in [June 1998|1998-06]. [Two months later|1998-08] it was over.",
        "On [May 6, 2020|2020-05-06] they met; they had met [the day before|2020-05-05].",
        "They last met on May 6, the day before the truce.".replace("May 6", "[May 6|2021-05-06]"),
        "By [year's end|2021], [early next year|2022] or [late last year|2020]; later in [the year|2021].",
    ],
)
def test_counted_from_another_day(expected: str) -> None:
    assert marked(plain(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "[Twenty years|P20Y] of war, [a week|P1W] of talks, a [two-day|P2D] visit, [5 1/2 hours|PT5H30M] in the air.",
        "In [the past 24 hours|PT24H] and over [the next two years|P2Y].",
        "It rose over [the past year|P1Y], in [the last decade|P1DE] and will over [the next century|P1CE].",
        "[A dozen years|P12Y], [three more years|P3Y], [another week|P1W], [an hour and a half|PT1H30M], [a half-hour|PT30M].",
        "A [six-month-long|P6M] siege; for the first time in [decades|PXDE].",
        "They rest [every summer|XXXX-SU], on [weekends|XXXX-WXX-WE] and [Friday nights|XXXX-WXX-5TNI].",
        "For [weeks|PXW] nothing moved; [several months|PXM] went by.",
        "[Half a century|P50Y], [six and a half years|P6Y6M].",
        "A market is held [every Tuesday|XXXX-WXX-2], [twice a week|P1W], [daily|P1D] or [every two years|P2Y].",
        "[Now|PRESENT_REF], [recently|PAST_REF], in [the near future|FUTURE_REF], in [recent months|PXM].",
    ],
)
def test_durations_sets_and_vague_times(expected: str) -> None:
    assert marked(plain(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "He left [late Friday|2021-10-15], [early Tuesday|2021-10-19], earlier [this year|2021] and later [this month|2021-10].",
        "He left in [late March|2021-03]; [later that year|2021] he returned.",
        "It lasted more than [two years|P2Y], almost [a decade|P1DE], about [an hour|PT1H].",
        "More than [a decade ago|201], for at least [10 days|P10D].",
        "By the end of [October|2021-10], the beginning of [1998|1998], in the last days of [2001|2001].",
    ],
)
def test_only_early_late_and_mid_belong_to_the_expression(expected: str) -> None:
    assert marked(plain(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "The fair ran [Monday|2021-10-18] through [Friday|2021-10-22], then from [November|2021-11] to [March|2022-03].",
        "It was shut from [Friday|2021-10-15] to [Tuesday|2021-10-19].",
        "Between [October|1997-10] and [December 1997|1997-12] nothing moved.",
    ],
)
def test_a_range_ends_after_it_began(expected: str) -> None:
    assert marked(plain(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        "On [May  3,\n1998|1998-05-03], it fell.",
        "It fell [two  days\nago|2021-10-19].",
        "It fell in [last\nOctober|2020-10]'s storm.",
    ],
)
def test_blanks_and_line_wraps_may_stand_in_an_expression(expected: str) -> None:
    assert marked(plain(expected)) == expected


def test_a_line_that_ends_a_heading_is_no_wrap() -> None:
    assert marked("Fighting in May\n\n3 dead") == "Fighting in [May|2021-05]\n\n3 dead"


@pytest.mark.parametrize(
    "text",
    [
        "He may go; they march on.",
        "The drill “Shield-2021” cost $2020 and 1,998 euros.",
        "Some 2000 people fled, no. 1999 on the list.",
        "A 6-year-old boy and a 45-year-old.",
        "The fall of the regime; the Sun rose; a second time.",
        "Act as soon as possible.",
        "He won on Super Tuesday, the Daily Beast said.",
        "Three-quarters of them hope that one day it will end.",
    ],
)
def test_lookalikes_are_left_alone(text: str) -> None:
    assert marked(text) == text


def test_without_publication_values_stay_open() -> None:
    assert marked("On Tuesday, in August, two days later.", None) == (
        "On [Tuesday|XXXX-WXX-2], in [August|XXXX-08], [two days later|FUTURE_REF]."
    )


def test_hours_count_from_the_hour_of_publication() -> None:
    assert marked("It began three hours ago.", datetime(2021, 10, 21, 1, 30)) == "It began [three hours ago|2021-10-20T22]."


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_expressions_lie_in_the_text_in_order_without_overlap(words: list[str]) -> None:
    text = " ".join(words)
    found = times(text, THURSDAY)
    assert all(text[time.begin : time.end] == time.text for time in found)
    assert all(one.end <= other.begin for one, other in pairwise(found))


@pytest.mark.parametrize(
    "words", ["last weekend", "next weekend", "last Easter", "next Christmas", "Thanksgiving", "two years ago"]
)
@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_do_no_harm(words: str, published: date) -> None:
    assert [time.text for time in times(f"It closed {words}.", published)] == [words]
