from __future__ import annotations

import pytest

from dragoman.places import event_place, places


@pytest.mark.parametrize(
    ("text", "evidence", "expected"),
    [
        ("Jets struck a depot in Kharkiv on Monday.", "struck", "Kharkiv"),
        ("The envoy sailed to Tunis to borrow money.", "sailed to", "Tunis"),
        ("Police in Lagos dispersed a march in Abuja.", "dispersed", "Lagos"),
        ("Rebels stormed a base near Goma, while talks went on in Nairobi.", "stormed", "Goma"),
        ("Police jailed ten men in the Republic of Benin.", "jailed", "Benin"),
        ("The Embassy of the Republic of Benin accused Togo.", "accused", None),
        ("Ottawa accused Manila of dumping.", "accused", None),
        ("Lusaka said that Harare had broken its word.", "said", None),
        ("Complaints from Ghana grew.", "Complaints", None),
        ("Troops were killed; talks resumed in Doha.", "killed", None),
    ],
)
def test_an_event_lies_where_its_clause_says(text: str, evidence: str, expected: str | None) -> None:
    begin = text.index(evidence)
    place = event_place((0, len(text)), (begin, begin + len(evidence)), places(text), (), text=text)
    assert (place.text if place else None) == expected


def test_a_dateline_is_not_taken_for_the_place() -> None:
    text = "BEIRUT (Agency) — Jets struck a depot."
    begin = text.index("struck")
    assert event_place((18, len(text)), (begin, begin + 6), places(text), (), text=text) is None
