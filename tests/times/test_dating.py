from __future__ import annotations

from datetime import date

import pytest

from dragoman.records import DateInterval
from dragoman.times import event_date, times

PUBLISHED = date(2021, 11, 3)


def dated(
    text: str, evidence: str, previous: DateInterval | None = None, published: date | None = PUBLISHED
) -> DateInterval | None:
    begin = text.index(evidence)
    found = times(text, published)
    return event_date((0, len(text)), (begin, begin + len(evidence)), found, published, previous, text=text)


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
    ],
)
def test_a_time_in_the_sentence_dates_the_event(text: str, evidence: str, start: str, end: str, precision: str) -> None:
    interval = dated(text, evidence)
    assert interval is not None
    assert (interval.start.isoformat(), interval.end.isoformat(), interval.precision) == (start, end, precision)
    assert interval.basis == "sentence"


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


def test_else_the_day_of_publication_holds() -> None:
    interval = dated("After thirty months of siege, bread came every day.", "came")
    assert interval is not None
    assert (interval.start, interval.end, interval.basis) == (PUBLISHED, PUBLISHED, "publication")


def test_a_story_without_any_date_leaves_the_event_undated() -> None:
    assert dated("Gunboats sank the ferry on Tuesday.", "sank", published=None) is None
