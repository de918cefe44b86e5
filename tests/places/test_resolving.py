from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from dragoman.places import places
from dragoman.places.context import Group
from dragoman.places.finding import Found
from dragoman.places.gazetteer import DATA, Candidate, Kind, bundled
from dragoman.places.ranking import read
from dragoman.places.resolving import best, heard, kilometres, land_of
from dragoman.records import Mention


def placed(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Give country and division of each name; of one that occurs twice the last."""
    return {place.text: (place.country, place.admin1) for place in places(text)}


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("A fair opened in Paris, Blossom and Reno. Lamar County paid.", "Paris", "USA", "Texas"),
        ("Talks in Geneva and Vienna on Syria.", "Vienna", "AUT", "Vienna"),
        ("He flew from Boston to Cambridge.", "Cambridge", "USA", "Massachusetts"),
        ("The mayors of London and Oxford met in Cambridge.", "Cambridge", "GBR", "England"),
        ("Police in Santiago arrested ten. Chile's army stayed in barracks.", "Santiago", "CHL", None),
        ("Floods hit Hyderabad, Pakistan, and Karachi.", "Hyderabad", "PAK", "Sindh"),
        ("Voters in Georgia and Florida queued.", "Georgia", "USA", "Georgia"),
        ("Georgia's parliament met in Tbilisi.", "Georgia", "GEO", None),
        ("Turkish jets flew over Batman. Turkish troops came too.", "Batman", "TUR", None),
        ("He had spied in Russia, U.S. officials said.", "Russia", "RUS", None),
        ("The Athens police department told the school board of a felony and a plea deal.", "Athens", "USA", None),
        ("Pensioners pay nothing in the car park in Richmond town centre.", "Richmond", "GBR", None),
    ],
)
def test_names_settle_one_another(text: str, name: str, country: str, admin1: str | None) -> None:
    found = placed(text)[name]
    assert found[0] == country
    assert admin1 is None or found[1] == admin1


def test_the_right_country_counts_as_much_as_the_right_spot() -> None:
    towns = [("FRA", 48.0, 2.0, 0.3), ("USA", 33.0, -95.0, 0.25), ("USA", 36.0, -88.0, 0.24), ("USA", 38.0, -84.0, 0.21)]
    places_ = tuple(Candidate("Blois", Kind.TOWN, land, "", lat, lon, 4.0, None, False) for land, lat, lon, _ in towns)
    place, score = best(Group(places_, (0,), frozenset(), frozenset()), [chance for *_, chance in towns])
    assert (place.country, place.lat, score) == ("USA", 33.0, 0.25)


@pytest.mark.parametrize(("others", "country"), [(["SYR", "SYR", "TUR", "QAT"], "SYR"), (["SYR", "TUR", "QAT"], None)])
def test_an_unknown_name_lies_where_two_fifths_of_the_names_beside_it_do(others: list[str], country: str | None) -> None:
    towns = [Candidate("Tell", Kind.TOWN, land, "", 36.0, 37.0, 4.0, None, False) for land in others]
    beside = [(Found(20, 24, "Tell", (town,)), town, 1.0) for town in towns]
    assert land_of((0, 10), beside, Counter(), {})[0] == country


def test_two_capitals_are_no_town() -> None:
    assert bundled().possible("EU") == ()
    assert [place.name for place in bundled().possible("TX")] == ["Texas"]


def test_a_comma_settles_each_of_two_namesakes() -> None:
    found = [(p.country, p.admin1) for p in places("In Perth, Scotland, and in Perth, Australia.") if p.text == "Perth"]
    assert found == [("GBR", "Scotland"), ("AUS", "Western Australia")]


def test_a_city_stands_before_the_province_of_its_name_unless_that_is_said() -> None:
    city, province = places("Kunduz fell. The rest of Herat province held out.")
    assert city.geonames_id is not None
    assert (province.country, province.admin1, province.geonames_id) == ("AFG", "Herat", None)


def test_the_country_of_actors_weighs_in() -> None:
    mention = Mention(text="the army", begin=0, end=8, country="LBN")
    text = "The army left Tripoli."
    assert heard(text, (mention,), bundled()) == {"LBN": 1}
    assert heard("Sri Lankan and Turkish envoys met Texans.", (), bundled()) == {"LKA": 1, "TUR": 1, "USA": 1}


def test_scores_are_chances() -> None:
    found = places("Shells fell in Tripoli, Homs and Springfield near San Jose and Victoria.")
    assert found
    assert all(0 < place.score <= 1 for place in found)


def test_the_date_line_divides_no_sea() -> None:
    assert round(kilometres(0, 179.9, 0, -179.9)) == 22


def test_weights_of_other_features_are_refused(tmp_path: Path) -> None:
    table = json.loads((DATA / "ranker.json").read_text("utf-8")) | {"own": ["people"]}
    path = tmp_path / "ranker.json"
    path.write_text(json.dumps(table), "utf-8")
    with pytest.raises(ValueError, match="other features"):
        read(path)
