from __future__ import annotations

from datetime import date

import pytest

from dragoman.times import times
from dragoman.times.tense import points_ahead


def pointed(text: str) -> bool | None:
    begin = text.index("Tuesday")
    return points_ahead(text, begin, begin + len("Tuesday"))


@pytest.mark.parametrize(
    "text",
    [
        "The trial begins Tuesday.",
        "He’ll be in court Tuesday.",
        "The hearing was postponed until Tuesday.",
        "The company has until Tuesday to reply.",
        "The union called a strike for Tuesday.",
        "Nominations are announced on Tuesday.",
        "He was ordered to appear in court Tuesday.",
        "The bank plans to cut jobs Tuesday.",
        "They are leaving Tuesday.",
        "Trailing before Tuesday’s primary, he flew north.",
        "If he loses Tuesday, he is out.",
        "Effective Tuesday, the fee is gone.",
        "The lease ends Tuesday.",
        "If she can win Tuesday, she may go on.",
    ],
)
def test_the_clause_speaks_of_what_is_to_come(text: str) -> None:
    assert pointed(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "The United Nations met Tuesday.",
        "He could not be reached Tuesday.",
        "A spokesman would not comment Tuesday.",
        "Castro vowed to fight on Tuesday.",
        "He would have spoken Tuesday.",
        "He had hoped to speak Tuesday but fell ill.",
        "Those who left on Tuesday would be let back in.",
        "A rally planned for Tuesday was canceled.",
        "He has lived there since Tuesday.",
        "Police made arrests after Tuesday’s riot.",
        "The envoys gathered Tuesday.",
        "At Tuesday’s debate, the mayor mocked him.",
        "The plan was worked out starting Tuesday.",
    ],
)
def test_the_clause_speaks_of_what_was(text: str) -> None:
    assert pointed(text) is False


def test_without_a_verb_nothing_is_told() -> None:
    assert pointed("A dry run on Tuesday") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The two sides will begin once votes are in on Tuesday.", 8),  # of the next week, though it was yesterday's name
        ("Nobody remembers the senator who died Tuesday, and he will be buried at home.", 1),
        ("He revamped plans for a Tuesday address that would focus on trade.", 1),
        ("Her victory in Tuesday’s primary means she can rest.", 1),
    ],
)
def test_yesterdays_name_is_next_weeks_only_where_nothing_in_the_sentence_is_past(text: str, day: int) -> None:
    assert dated(text, date(2016, 3, 2)) == date(2016, 3, day)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("She urged them to vote Tuesday.", 8),
        ("A speech to be delivered Tuesday in Accra.", 8),
        ("On Tuesday, Democrats vote in Utah.", 8),
        ("The minister has a speech on Tuesday.", 8),
        ("Poor turnout would favour the mayor in Tuesday’s first round.", 8),
        ("The company confirmed it on Tuesday.", 1),
    ],
)
def test_tomorrows_name_is_last_weeks_only_where_a_verb_says_so(text: str, day: int) -> None:
    assert dated(text, date(2016, 3, 7)) == date(2016, 3, day)  # a Monday


def dated(text: str, published: date) -> date:
    return next(date.fromisoformat(time.value) for time in times(text, published) if "Tuesday" in time.text)
