import pytest

from dragoman.reading.furniture import listed, not_before, owner, rubrics, tags, views


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Views: 3046", 3046),
        ("12,345 views", 12345),
        ("1.2K views", 1200),
        ("Просмотров: 12 300", 12300),
        ("He views 3 options as open, and each of them has its price", None),
        ("5 shares", None),
    ],
)
def test_reader_counts(line: str, count: int | None) -> None:
    assert views([line]) == count


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Guest essay, Sahel, Trade, lower Volta", ("Guest essay", "Sahel", "Trade", "lower Volta")),
        ("Home > World > Africa", ("World", "Africa")),
        ("Section: Politics", ("Politics",)),
        ("Amina Diallo, Jean Petit, Li Wei", ()),
        ("In Mali, where the army rules, prices rose.", ()),
        ("Politics", ()),
    ],
)
def test_sections(line: str, expected: tuple[str, ...]) -> None:
    assert rubrics([line]) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Tags: gold, Sahel"], ("gold", "Sahel")),
        (["Tags: , , ,"], ()),
        (["Tags", "gold, Sahel"], ("gold", "Sahel")),
        (["Filed under: gold | Sahel | #mali"], ("gold", "Sahel", "mali")),
        (["The tags were gone."], ()),
    ],
)
def test_keywords(lines: list[str], expected: tuple[str, ...]) -> None:
    assert tags(lines) == expected


@pytest.mark.parametrize(
    ("lines", "month"),
    [
        (["June 2020", "Mon Tue Wed Thu Fri Sat Sun", "1234567"], "2020-06"),
        (["© 2009–2021 The Lake Herald"], "2021-01"),
        (["© 2023 The Lake Herald", "March 2022", "1 2 3 4"], "2023-01"),
        (["June 2020", "The vote is near."], None),
        ([], None),
    ],
)
def test_the_chrome_shows_when_a_page_was_captured_at_the_earliest(lines: list[str], month: str | None) -> None:
    assert not_before(lines) == month


def test_the_owner_stands_in_the_copyright_line() -> None:
    assert owner(["World", "Copyright © 2020 by Lake Media. All rights reserved."]) == "Lake Media"
    assert owner(["World"]) is None


def test_a_sentence_is_no_list() -> None:
    assert listed("He came, he saw, and then he said: no.") == ()
