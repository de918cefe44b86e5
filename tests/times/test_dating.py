from __future__ import annotations

from datetime import date

import pytest

from dragoman.records import DateInterval, Tense
from dragoman.times import event_date, times

PUBLISHED = date(2021, 11, 3)


def dated(
    text: str,
    evidence: str,
    previous: DateInterval | None = None,
    published: date | None = PUBLISHED,
    tense: Tense | None = None,
) -> DateInterval | None:
    begin = text.index(evidence)
    found = times(text, published)
    return event_date((0, len(text)), (begin, begin + len(evidence)), found, published, previous, text=text, tense=tense)


@pytest.mark.parametrize(
    ("text", "evidence", "start", "end", "precision"),
    [
        ("In June, gunboats shelled the pier.", "shelled", "2021-06-01", "2021-06-30", "month"),
        ("Jets struck the depot on Monday, officials said Tuesday.", "struck", "2021-11-01", "2021-11-01", "day"),
        ("He resigned in 2019, but the party expelled him last week.", "expelled", "2021-10-25", "2021-10-31", "week"),
        ("He resigned in 2019, but the party expelled him last week.", "resigned", "2019-01-01", "2019-12-31", "year"),
        ("The bridge has been shelled since July.", "shelled", "2021-07-01", "2021-11-03", "month"),
        ("Shells killed ten people in the past 24 hours.", "killed", "2021-11-02", "2021-11-03", "day"),
        ("Recently, divers cleared the harbour.", "cleared", "2021-10-04", "2021-11-03", "month"),
        ("In the 1990s the army shelled the port.", "shelled", "1990-01-01", "1999-12-31", "decade"),
        ("Benin has backed the rebels since the fall of Kara in 2016.", "has backed", "2016-01-01", "2021-11-03", "year"),
        ("Peru has held polls since army rule fell at the end of 1989.", "has held", "1989-01-01", "2021-11-03", "year"),
        ("Peru has jailed envoys since a failed July raid.", "has jailed", "2021-07-01", "2021-11-03", "month"),
        ("It was the first rally since troops shot ten miners on Friday.", "shot", "2021-10-29", "2021-10-29", "day"),
        ("On Monday Laos freed a priest held since 2016.", "freed", "2021-11-01", "2021-11-01", "day"),
        ("In 2014 rebels took Goma, where they killed ten monks.", "killed", "2014-01-01", "2014-12-31", "year"),
        ("The king, who took power in 2009, jailed ten judges on Monday.", "took power", "2009-01-01", "2009-12-31", "year"),
        ("Envoys recalled the 2014 annexation of the islands.", "annexation", "2014-01-01", "2014-12-31", "year"),
        ("Jets killed ten miners in the 2014 war.", "killed", "2014-01-01", "2014-12-31", "year"),
        ("Police fired shots during Monday's march.", "fired", "2021-11-01", "2021-11-01", "day"),
    ],
)
def test_a_time_in_the_sentence_dates_the_event(text: str, evidence: str, start: str, end: str, precision: str) -> None:
    interval = dated(text, evidence)
    assert interval is not None
    assert (interval.start.isoformat(), interval.end.isoformat(), interval.precision) == (start, end, precision)
    assert interval.basis == "sentence"


@pytest.mark.parametrize(
    ("text", "evidence", "tense"),
    [
        ("Gabon has promised aid to Chad, which has fought the rebels since independence in 1994.", "has promised", "past"),
        ("The bloc, which was founded in 1996, accused Fiji of fraud.", "accused", "past"),
        ("Although rebels signed a truce in 2019, Togo accused them of theft.", "accused", "past"),
        ("The ceasefire, signed in 2015, was broken, envoys said.", "was broken", "past"),
        ("Talks due to start on Friday collapsed.", "collapsed", "past"),
        ("Rebels freed ten nurses who were kidnapped in June.", "freed", "past"),
        ("Nepal accused the judge of organising the 2011 riots.", "accused", "past"),
        ("Kenya will convene an enquiry into the 1994 slaughter.", "will convene", "future"),
        ("Malta condemned Monday's attack.", "condemned", "past"),
        ("Panama still blames the firm for a canal safeguarded until 2019.", "blames", "present"),
        ("Ghana canceled an increase planned for Oct. 15.", "canceled", "past"),
        ("Ministers agreed to hold talks next week.", "agreed", "past"),
    ],
)
def test_a_time_of_something_else_does_not_date_the_event(text: str, evidence: str, tense: Tense) -> None:
    interval = dated(text, evidence, tense=tense)
    assert interval is not None
    assert (interval.start, interval.end, interval.basis) == (PUBLISHED, PUBLISHED, "publication")


def test_what_is_to_come_is_dated_to_come() -> None:
    interval = dated("Ministers will hold talks planned for Friday.", "will hold talks", tense="future")
    assert interval is not None
    assert interval.start == date(2021, 11, 5)


@pytest.mark.parametrize("since", ["for the first time since July", "in the deadliest raid since 2019"])
def test_a_time_that_only_ranks_the_event_does_not_date_it(since: str) -> None:
    interval = dated(f"Gunboats shelled the pier {since}.", "shelled")
    assert interval is not None
    assert (interval.start, interval.basis) == (PUBLISHED, "publication")


def test_a_story_goes_on_with_the_time_it_told() -> None:
    august = DateInterval(start=date(2021, 8, 1), end=date(2021, 8, 31), precision="month", basis="sentence")
    interval = dated("Gunboats then sank the ferry.", "sank", august)
    assert interval is not None
    assert (interval.start, interval.basis) == (date(2021, 8, 1), "inherited")


def test_a_decade_told_in_passing_dates_nothing_after_it() -> None:
    nineties = DateInterval(start=date(1990, 1, 1), end=date(1999, 12, 31), precision="decade", basis="sentence")
    year = DateInterval(start=date(1999, 1, 1), end=date(1999, 12, 31), precision="year", basis="sentence")
    for before in (nineties, year):
        interval = dated("Gunboats then sank the ferry.", "sank", before)
        assert interval is not None
        assert (interval.start, interval.basis) == (PUBLISHED, "publication")


def test_a_long_stretch_or_a_day_to_come_dates_nothing_past_told_after_it() -> None:
    since_july = DateInterval(start=date(2021, 7, 1), end=PUBLISHED, precision="month", basis="sentence")
    friday = DateInterval(start=date(2021, 11, 5), end=date(2021, 11, 5), precision="day", basis="sentence")
    for before in (since_july, friday):
        interval = dated("Gunboats then sank the ferry.", "sank", before, tense="past")
        assert interval is not None
        assert (interval.start, interval.basis) == (PUBLISHED, "publication")


def test_else_the_day_of_publication_holds() -> None:
    interval = dated("After thirty months of siege, bread came every day.", "came")
    assert interval is not None
    assert (interval.start, interval.end, interval.basis) == (PUBLISHED, PUBLISHED, "publication")


def test_a_story_without_any_date_leaves_the_event_undated() -> None:
    assert dated("Gunboats sank the ferry on Tuesday.", "sank", published=None) is None


def test_a_farther_year_does_not_stand_in_for_a_day_that_nothing_resolves() -> None:
    assert dated("Gunboats sank the ferry on Sunday off a port built in 2011.", "sank", published=None) is None
