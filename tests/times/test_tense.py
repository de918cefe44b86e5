from __future__ import annotations

import pytest

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
    ],
)
def test_the_clause_speaks_of_what_was(text: str) -> None:
    assert pointed(text) is False


def test_without_a_verb_nothing_is_told() -> None:
    assert pointed("A dry run on Tuesday") is None
