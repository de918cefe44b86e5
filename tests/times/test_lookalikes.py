from __future__ import annotations

import pytest

from tests.times.marks import marked, plain


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Times and USA Today said so; the Tuesday Group met.",
        "He watched the Today show and “60 Minutes”, then Monday Night Football.",
        "The Six-Day War, the Seven Years' War.",
        "Black September hid; April Smith did not.",
        "They read Exodus 18:21 aloud.",
        "It ran at 60 miles an hour, now and then.",
        "In 1500 homes, at 1600 Maple Avenue, by flight 1990.",
        "High Noon and Midnight Express were shown.",
        "NOW, the women's group, sued.",
        "He soon left.",
        "It was on CBS This Morning, said 21st Century Films.",
        "“Sunday Morning Futures” was off the air.",
    ],
)
def test_names_and_numbers_are_no_times(text: str) -> None:
    assert marked(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "In [May|2021-05], he fled.",
        "A [March|2021-03] meeting was held.",
        "In [April|2021-04] Smith fled.",
        "[May|2021-05] and [June|2021-06].",
    ],
)
def test_months_that_are_also_words_are_told_by_what_stands_beside(text: str) -> None:
    assert marked(plain(text)) == text
