import pytest

from dragoman.reading.bylines import byline, dateline, is_name, people


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Amina Diallo", ("Amina Diallo",)),
        ("by Amina Diallo and Jean-Luc Petit", ("Amina Diallo", "Jean-Luc Petit")),
        ("By Robert K. Mensah, AP National Security Writer", ("Robert K. Mensah",)),
        ("Written by: Juan de la Cruz | Staff", ("Juan de la Cruz",)),
        ("By Mary O'Neill meg@example.org (555) 459-5382", ("Mary O'Neill",)),
        ("Автор: Иван Петров", ("Иван Петров",)),
        ("Von Anna Schmidt und Karl von Berg", ("Anna Schmidt", "Karl von Berg")),
        ("By the river they sat down.", ()),
        ("By Monday the army had left the town", ()),
        ("Bypass opened", ()),
    ],
)
def test_a_byline_names_its_authors(line: str, authors: tuple[str, ...]) -> None:
    assert byline(line) == authors


@pytest.mark.parametrize("line", ["Ainura Bek.", "Ngũgĩ wa Thiong'o", "Abdel el-Sayed", "Li Wei", "Nguyễn Văn An"])
def test_names_of_people_are_known(line: str) -> None:
    assert is_name(line)


@pytest.mark.parametrize(
    "line", ["World News", "Read more", "Amina", "The Lake Herald", "Police arrest mayor", "Page 2", "", "Latest Stories"]
)
def test_labels_are_no_names(line: str) -> None:
    assert not is_name(line)


def test_people_without_names_are_none() -> None:
    assert people("Staff and agencies") == ()


@pytest.mark.parametrize(
    ("paragraph", "place"),
    [
        ("HANOI, Vietnam (AP) — The minister left.", "Hanoi"),
        ("MOSCOW, Oct 21 (Agency) - The envoys met.", "Moscow"),
        ("ST. JOSEPH, Mich. (AP) — Health officers said so.", "St. Joseph"),
        ("Nairobi — Rain fell.", "Nairobi"),
        ("NEW DELHI: The court ruled.", "New Delhi"),
        ("Port-au-Prince, 4 May (Agency) – Gangs closed the port.", "Port-au-Prince"),
        ("ACCRA (Reuters) - Gold rose.", "Accra"),
        ("The army — it said — left.", None),
        ("VoltaNEWS.Net - The court ruled.", None),
        ("Rebels took the town.", None),
        ("However, 3 of them - all men - left.", None),
        ("", None),
    ],
)
def test_a_dateline_is_the_place_before_the_dash(paragraph: str, place: str | None) -> None:
    assert dateline(paragraph) == place
