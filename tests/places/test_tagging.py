from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.places import places
from dragoman.places.gazetteer import DATA, bundled, load
from dragoman.records import Mention


def marked(text: str, mentions: tuple[Mention, ...] = ()) -> str:
    """Give the text with each place in brackets, its country behind a bar."""
    for place in reversed(places(text, mentions)):
        text = f"{text[: place.begin]}[{place.text}|{place.country}]{text[place.end :]}"
    return text


@pytest.mark.parametrize(
    "expected",
    [
        "Shells fell in [Kharkiv|UKR] and near [Kunduz Province|AFG].",
        "The talks in [Doha|QAT] failed, and those in [Muscat|OMN] too.",
        "[Russia|RUS] and the [U.S.|USA] met; the [UK|GBR] did not.",
        "[Beirut|LBN], [Lebanon|LBN] (Agency) — Two ministers met.",
        "They fled from the [Panjshir Valley|AFG] to [Tajikistan|TJK].",
        "In northern [Aleppo|SYR], rebels dug in.",
        "[Antigua and Barbuda|ATG] voted. Police in [Antigua|ATG] closed the port; a storm hit [Barbuda|ATG].",
        "He ruled in the Republic of [Benin|BEN].",
        "He was sent from [Paris|FRA] to [N’Djamena|TCD] and [São Paulo|BRA].",
        "The fort stands in [al-Bab|SYR].".replace("al-Bab", "Al Bab"),
    ],
)
def test_places_are_found_and_placed(expected: str) -> None:
    assert marked(_plain(expected)) == expected


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("A fair opened in Paris, Texas.", "Paris", "USA", "Texas"),
        ("A fair opened in Paris.", "Paris", "FRA", "Ile-de-France"),
        ("The mayor of Springfield, Ill., resigned.", "Springfield", "USA", "Illinois"),
        ("Protests in Tripoli spread. Libya's army left Benghazi.", "Tripoli", "LBY", "Tripoli"),
        ("Protests in Tripoli spread. Lebanon's army left Sidon and Zahle, Lebanon.", "Tripoli", "LBN", None),
        ("Talks in Tbilisi, Georgia, ended.", "Georgia", "GEO", None),
        ("He moved to Atlanta, Georgia.", "Georgia", "USA", "Georgia"),
    ],
)
def test_a_name_means_what_stands_beside_it(text: str, name: str, country: str, admin1: str | None) -> None:
    place = next(place for place in places(text) if place.text == name)
    assert place.country == country
    assert admin1 is None or place.admin1 == admin1


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan and Paris Hilton dined.",
        "President Lincoln and Mr. Houston spoke.",
        "The Bank of England and the Washington Post disagreed.",
        "Turkish officials and Russian lawmakers met in March.",
        "Same as before; Of course. Nice words. Police fired.",
        "The two Balkan countries met. Rain fell in Western and Southern lands. A rally was held in Capital.",
        "He served in the Alliance, and judges met in the Supreme Court.",
        "Envoys Meet in Light of New Data.",
        "Jack London wrote. London, who was ill, died.",
    ],
)
def test_people_bodies_demonyms_and_words_are_not_places(text: str) -> None:
    assert marked(text) == text


def test_a_name_inside_an_actor_is_left_out() -> None:
    text = "Quality Kabul Radio was shut."
    mention = Mention(text="Quality Kabul Radio", begin=0, end=19, actor_id="kabul_radio")
    assert places(text, (mention,)) == ()


def test_a_case_ending_kept_by_a_translation_is_seen_through() -> None:
    assert marked("Fighting went on in Chechnyay.") == "Fighting went on in [Chechnyay|RUS]."


@pytest.mark.parametrize(
    "name", ["Kabul", "Panjshir", "Donbas", "Gaza", "Anbar", "Côte d'Ivoire", "Myanmar", "Tigray", "Gao", "Goma"]
)
def test_the_gazetteer_knows(name: str) -> None:
    assert name in bundled()


def test_the_gazetteer_is_small_and_loads_fast() -> None:
    path = DATA / "places.npz"
    start = time.process_time()  # 0.1 s; whatever else the machine does
    load(path)
    assert time.process_time() - start < 0.6
    assert path.stat().st_size < 15_000_000


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Paris", "of", "in", "Texas", ",", "al", "-", "Mr.", "U.S.", "’s", "Kabul", "(", "Ky", ".", "Province"]
        ),
        max_size=12,
    )
)
def test_places_lie_in_the_text_in_order_without_overlap(words: list[str]) -> None:
    text = " ".join(words)
    found = places(text)
    assert all(text[place.begin : place.end] == place.text for place in found)
    assert all(one.end <= other.begin for one, other in pairwise(found))


def _plain(marked_text: str) -> str:
    parts = [inner for piece in marked_text.split("[") for inner in piece.split("]")]
    return "".join(part.split("|")[0] for part in parts)


def test_a_tagged_name_that_no_gazetteer_has_gets_the_country_of_what_stands_around_it() -> None:
    text = "Shells hit Qarbanshur, a village near Idlib in Syria. Turkey closed its border."
    village = next(p for p in places(text, (), [(11, 21)]) if p.text == "Qarbanshur")
    assert (village.country, village.name, village.lat, village.geonames_id) == ("SYR", None, None, None)


def test_a_tagged_name_with_nothing_around_it_has_no_country() -> None:
    (village,) = places("Shells hit Qarbanshur.", (), [(11, 21)])
    assert (village.country, village.score) == (None, 0.0)


@pytest.mark.parametrize("span", [(0, 6), (11, 14)])
def test_a_tagged_span_that_is_no_name_is_no_place(span: tuple[int, int]) -> None:
    assert places("houses and the bridge fell", (), [span]) == ()
