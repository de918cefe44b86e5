"""The actor base: what it holds, what held when, and what a faulty table is told."""

import re
from collections import defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from dragoman.actors import ActorBase, BadTable, link_text
from dragoman.actors.base import DATA
from dragoman.actors.building import COLUMNS, table_paths
from dragoman.actors.entries import SECTORS
from dragoman.actors.tables import read_rows

PERSON_COLUMNS = frozenset(COLUMNS)


@pytest.fixture(scope="module")
def base() -> ActorBase:
    return ActorBase.load()


def test_it_holds_the_world(base: ActorBase) -> None:
    kinds = [actor.kind for actor in base.actors.values()]
    iso = [key for key in base.actors if re.fullmatch("[A-Z]{3}", key)]
    assert len(iso) >= 199
    assert kinds.count("organisation") >= 120
    assert kinds.count("group") >= 200
    assert kinds.count("person") >= 400


def test_every_actor_has_a_country_that_exists_and_known_sectors(base: ActorBase) -> None:
    non_state = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
    for actor in base.actors.values():
        period = base.period(actor.id, None)
        assert period.country in non_state or period.country in base.actors, actor.id
        assert set(period.sectors) <= SECTORS, actor.id
        assert [p for p in actor.periods if p.start and p.end and p.end < p.start] == [], actor.id


def test_ids_of_people_are_unique_names(base: ActorBase) -> None:
    assert all(re.fullmatch(r"[A-Z]{3}|[a-z0-9_]+", key) for key in base.actors)


@pytest.mark.parametrize(
    ("actor", "on", "country", "sectors"),
    [
        ("taliban", date(1999, 5, 1), "AFG", ("GOV",)),
        ("taliban", date(2010, 5, 1), "AFG", ("REB",)),
        ("taliban", date(2021, 8, 14), "AFG", ("REB",)),
        ("taliban", date(2021, 8, 15), "AFG", ("GOV",)),
        ("emmanuel_macron", date(2020, 1, 1), "FRA", ("GOV",)),
        ("angela_merkel", date(2024, 1, 1), "DEU", ("ELI",)),
        ("mark_rutte", date(2020, 1, 1), "NLD", ("GOV",)),
        ("mark_rutte", date(2025, 1, 1), "IGO", ("IGO",)),
        ("abkhazia", None, "GEO", ("GOV", "PRE")),
        ("ABW", None, "NLD", ("GOV",)),
        ("islamic_state", None, "IMG", ("REB",)),
    ],
)
def test_what_held_when(base: ActorBase, actor: str, on: date | None, country: str, sectors: tuple[str, ...]) -> None:
    period = base.period(actor, on)
    assert (period.country, period.sectors) == (country, sectors)


def test_the_office_is_that_of_the_day(base: ActorBase) -> None:
    assert base.period("vladimir_putin", date(2010, 1, 1)).role == "prime minister"
    assert base.period("vladimir_putin", date(2022, 1, 1)).role == "president"


def test_a_folder_adds_actors(tmp_path: Path) -> None:
    (tmp_path / "persons.tsv").write_text(
        "names\tcountry\trole\tstart\tend\nZora Imaginova; Z. Imaginova\tCZE\tmayor of Nowhere\t2019\t2021-06\n"
    )
    base = ActorBase.load(tmp_path)
    assert base.period("zora_imaginova", date(2021, 6, 30)).role == "mayor of Nowhere"
    assert link_text(base, "Zora Imaginova", date(2020, 1, 1)).country == "CZE"


@pytest.mark.parametrize(
    ("name", "country", "family"),
    [
        ("Zora Imaginova", "CZE", "imaginova"),
        ("Rey Inventado Jr", "PHL", "inventado"),
        ("Inventado Jr", "PHL", "inventado"),
        ("Qwom Zhi-ba", "CHN", "qwom"),
        ("Jr Qwom", "CHN", "qwom"),
        ("Qwom Sr", "KOR", "qwom"),
    ],
)
def test_a_person_is_known_by_the_family_name(tmp_path: Path, name: str, country: str, family: str) -> None:
    (tmp_path / "persons.tsv").write_text(f"id\tnames\tcountry\nsomebody\t{name}\t{country}\n")
    assert ActorBase.load(tmp_path).surnames[family] == ("somebody",)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("names\tcountry\nX Front\tAtlantis\n", "groups.tsv:2: country is 'Atlantis'"),
        ("names\tsectors\nX Front\tREBEL\n", "groups.tsv:2: sectors has 'REBEL'; use one of"),
        ("names\tstart\nX Front\t20 May\n", "groups.tsv:2: start is '20 May'; write YYYY"),
        ("names\tstart\nX Front\t2020-02-31\n", "groups.tsv:2: start is '2020-02-31'; no such day"),
        ("names\tstart\tend\nX Front\t2020\t2019\n", "lies before start"),
        ("id\tnames\tstart\nx\t\t2020\n", "put the row with its names first"),
        ("names\tcolour\nX Front\tred\n", "groups.tsv:1: unknown columns: colour"),
        ("country\nAFG\n", "columns missing: names"),
        ("names\twikidata\nX Front\t159\n", "groups.tsv:2: wikidata is '159'; give the id of an item"),
        ("names\nX Front\tREB\n", "take out the extra tab"),
    ],
)
def test_a_faulty_table_is_told_where_and_how_to_mend_it(tmp_path: Path, table: str, says: str) -> None:
    (tmp_path / "groups.tsv").write_text(table)
    with pytest.raises(BadTable, match=re.escape(says)):
        ActorBase.load(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadTable, match="no such folder"):
        ActorBase.load(tmp_path / "nowhere")


def test_a_table_in_another_encoding_is_refused(tmp_path: Path) -> None:
    (tmp_path / "groups.tsv").write_bytes("names\nFuerça\n".encode("latin-1"))
    with pytest.raises(BadTable, match="not UTF-8"):
        ActorBase.load(tmp_path)


def test_persons_are_listed_by_their_first_name_everywhere() -> None:
    rows = [row for path in table_paths(DATA, "persons") for row in read_rows(path, frozenset({"names"}), PERSON_COLUMNS)]
    firsts = {row.items("names")[0] for row in rows}
    later = {name for row in rows for name in row.items("names")[1:]}
    assert not firsts & later, f"the same person under two first names: {sorted(firsts & later)}"


TOP = ("president", "prime minister", "foreign minister", "defence minister", "king", "chancellor", "premier")
DISPUTED = {"BRA", "CIV", "ISR", "MDG", "SRB"}
"""Where two held or claimed the same office for a while: a suspension, an illness, a contested vote, a federation."""


def test_nobody_holds_an_office_that_another_holds() -> None:
    base, held = ActorBase.load(), defaultdict(list)
    for actor in base.actors.values():
        for p in actor.periods:
            if p.role in TOP and p.country not in DISPUTED and p.start and p.start >= date(2013, 1, 1):
                held[p.country, p.role].append((p.start, p.end or date.max, actor.id))
    both = [
        (key, a, b)
        for key, terms in held.items()
        for a, b in pairwise(sorted(terms))
        if a[2] != b[2] and (a[1] - b[0]).days > 31
    ]
    assert both == []


def test_office_holders_of_the_world() -> None:
    base = ActorBase.load()
    terms = [(p.country, p.start) for a in base.actors.values() if a.kind == "person" for p in a.periods if p.role and p.start]
    assert len(terms) >= 5000
    leaders = ("president", "prime minister", "king", "chancellor", "premier", "emir", "sultan", "taoiseach", "prince", "pope")
    on = date(2023, 3, 1)
    led = {
        base.period(a.id, on).country for a in base.actors.values() if (base.period(a.id, on).role or "").startswith(leaders)
    }
    states = {key for key in base.actors if re.fullmatch("[A-Z]{3}", key) and base.actors[key].country == key}
    assert len(led & states) >= 185, sorted(states - led)


def test_no_id_is_used_twice() -> None:
    named = [
        row.text("id")
        for table in ("organisations", "bodies", "groups", "companies")
        for path in table_paths(DATA, table)
        for row in read_rows(path, frozenset({"names"}), PERSON_COLUMNS)
        if row.text("names")
    ]
    assert len(named) == len(set(named)), sorted({key for key in named if named.count(key) > 1})


def test_states_have_their_wikidata_item_and_no_two_actors_share_one(base: ActorBase) -> None:
    items = [actor.wikidata for actor in base.actors.values() if actor.wikidata]
    assert len(items) == len(set(items)) >= 300
    assert (base.actors["FRA"].wikidata, base.actors["un"].wikidata) == ("Q142", "Q1065")
    states = [actor for actor in base.actors.values() if actor.kind == "country" and actor.country == actor.id]
    assert [actor.id for actor in states if not actor.wikidata] == []
