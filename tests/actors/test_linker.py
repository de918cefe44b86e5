"""Linking a name or description that stands alone."""

from collections import Counter
from datetime import date

import pytest

from dragoman.actors import ActorBase, link_text
from dragoman.actors.links import Context

ON = date(2021, 11, 3)


@pytest.fixture(scope="module")
def base() -> ActorBase:
    return ActorBase.load()


@pytest.mark.parametrize("text", ["ranchers in Dorvale", "the prosecutors of Dorvale"])
def test_where_somebody_is_is_not_how_he_is_called(base: ActorBase, text: str) -> None:
    assert link_text(base, text, ON).name is None


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("the Taliban", "taliban"),
        ("Taleban", "taliban"),
        ("al-Shabaab", "al_shabaab"),
        ("Al Shabab", "al_shabaab"),
        ("Abdel Fattah el-Sisi", "abdel_fattah_al_sisi"),
        ("Recep Tayyip Erdoğan", "recep_tayyip_erdogan"),
        ("Gerhard Schröder", "gerhard_schroeder"),
        ("NATO", "nato"),
        ("Unesco", "unesco"),
        ("World Health Organisation", "who"),
        ("Shanghai Cooperation Organization", "sco"),
        ("U.S.", "USA"),
        ("the Kremlin", "RUS"),
        ("Côte d’Ivoire", "CIV"),
        ("the Movement for the National Liberation of Azawad", "mnla"),
        ("Lavrov", "sergei_lavrov"),
        ("Macron", "emmanuel_macron"),
        ("President Xi", "xi_jinping"),
        ("the government of Chad", "TCD"),
        ("the Peruvian government", "PER"),
    ],
)
def test_variants_of_a_name_are_one_actor(base: ActorBase, text: str, actor: str) -> None:
    assert link_text(base, text, ON).actor_id == actor


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("the Somali military", "SOM", "MIL"),
        ("Somalia's defence ministry", "SOM", "GOV"),
        ("Kenyan police", "KEN", "COP"),
        ("French lawmakers", "FRA", "LEG"),
        ("Nigerian journalists", "NGA", "JRN"),
        ("Burmese monks", "MMR", "REL"),
        ("police in Uganda", "UGA", "COP"),
        ("gunmen", None, "UAF"),
        ("a former Peruvian president", "PER", "ELI"),
        ("Laotian Foreign Minister Kham Nobody", "LAO", "GOV"),
        ("pro-Russian separatists", None, "REB"),
        ("the UN envoy", "UNO", "IGO"),
        ("Hamas fighters", "PSE", "GOV"),
        ("Ethiopian fighter jets", "ETH", "MIL"),
        ("Slovak diplomatic staff", "SVK", "GOV"),
        ("Chadian forces", "TCD", "MIL"),
        ("gunmen wearing military uniforms", None, "UAF"),
        ("officials blamed for military raids", None, "GOV"),
        ("the head of the Kenyan army", "KEN", "MIL"),
        ("state residents", None, "CVL"),
        ("state forestry officials", None, "GOV"),
        ("Kenyan organizations that oppose rebels", "KEN", None),
        ("opposition protesters", None, "OPP"),
        ("major Peruvian candidates", "PER", "PTY"),
        ("a Peruvian major", "PER", "MIL"),
        ("police sergeant Kham Nobody", None, "COP"),
        ("Lt. Kham Nobody, a Lima police spokesman", "PER", "COP"),
        ("the president of the prison workers' union", None, "LAB"),
        ("the president of the republic", None, "GOV"),
        ("human rights activists outside Chad", "TCD", "SOC"),
        ("police near Chad", "TCD", "COP"),
        ("Kham Nobody, a former guerrilla commander", None, "REB"),
    ],
)
def test_descriptions_have_country_and_sector(base: ActorBase, text: str, country: str | None, sector: str | None) -> None:
    link = link_text(base, text, ON)
    assert link.country == country
    assert link.sectors[:1] == ((sector,) if sector else ())


@pytest.mark.parametrize(
    ("text", "country", "why"),
    [
        ("foreign officials", None, "abroad"),
        ("dozens of foreign diplomatic staff", None, "abroad"),
        ("two senior European diplomats", None, "abroad"),
        ("neighbouring governments", None, "abroad"),
        ("Latin American leaders", None, "abroad"),
        ("international observers in Ghana", None, "abroad"),
        ("foreign fighters from Chad", "TCD", "described"),
        ("Ghana's foreign diplomatic staff", "GHA", "described"),
        ("the foreign minister", "GHA", "story"),
        ("the foreign trade ministry", "GHA", "story"),
        ("foreign-backed rebels", "GHA", "story"),
        ("the ambassador to Chad", None, "abroad"),
        ("the Togolese ambassador to Chad", "TGO", "described"),
        ("the ambassador of Togo", "TGO", "described"),
        ("Indian Ocean nations", None, "described"),
        ("African American voters", "USA", "described"),
    ],
)
def test_who_is_from_abroad_is_not_of_the_country_told_of(base: ActorBase, text: str, country: str | None, why: str) -> None:
    link = link_text(base, text, ON, Context(countries=Counter(GHA=3)))
    assert (link.country, link.why) == (country, why)


@pytest.mark.parametrize(
    ("text", "name", "country", "sectors"),
    [
        ("Australian Kham Nobody", "Kham Nobody", "AUS", ()),
        ("Scottish hero Kham Nobody", "Kham Nobody", "GBR", ()),
        ("American Mary King", "Mary King", "USA", ()),
        ("American billionaire Mr. King", "King", "USA", ("BUS",)),
        ("the Peruvian Dorvale Trust", "Peruvian Dorvale Trust", "PER", ()),
        ("an Australian", None, "AUS", ()),
        ("a 20-year-old Chadian", None, "TCD", ()),
        ("two Chinese", None, "CHN", ()),
        ("the French", "France", "FRA", ("GOV",)),
        ("American King Nobody", "Nobody", "USA", ("GOV",)),
    ],
)
def test_a_private_person_is_no_state(
    base: ActorBase, text: str, name: str | None, country: str, sectors: tuple[str, ...]
) -> None:
    link = link_text(base, text, ON)
    assert (link.name, link.country, link.sectors) == (name, country, sectors)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Gov. Kham Nobody of North Dorvale", "Kham Nobody"),
        ("Sen. Kham Nobody, R-Dorv", "Kham Nobody"),
        ("Kham Nobody, the president of the Bank of New Dorvale", "Kham Nobody"),
        ("Norway's foreign minister, Kham Nobody", "Kham Nobody"),
        ("Minister for the Middle East Kham Nobody", "Kham Nobody"),
        ("North Dorvale", "North Dorvale"),
        ("the New Dorvalers", "New Dorvalers"),
        ("prosecutors in New Dorvale", None),
        ("nations in West Dorvale", None),
        ("rebels in the Dorvale", None),
    ],
)
def test_a_name_is_told_from_where_somebody_is(base: ActorBase, text: str, name: str | None) -> None:
    assert link_text(base, text, ON).name == name


@pytest.mark.parametrize(
    ("text", "actor", "country", "sector"),
    [
        ("Republican Gov. Kham Nobody", None, "USA", "GOV"),
        ("GOP Gov. Kham Nobody", None, "USA", "GOV"),
        ("the GOP presidential nominee", None, "USA", "PTY"),
        ("the GOP spokesman", "republican_party", "USA", "PTY"),
        ("the Labour leader", "labour_uk", "GBR", "PTY"),
        ("the Maltese Labour leader", None, "MLT", "GOV"),
        ("Labor Rights Activists", None, "USA", "SOC"),
        ("the Jordanian Minister of Labor", None, "JOR", "GOV"),
        ("the head of the party, Emmanuel Macron", "emmanuel_macron", "FRA", "GOV"),
        ("a spokesman for the president, Emmanuel Macron", None, "FRA", "GOV"),
    ],
)
def test_who_holds_an_office_is_not_his_party(base: ActorBase, text: str, actor: str | None, country: str, sector: str) -> None:
    link = link_text(base, text, ON, Context(countries=Counter(USA=3)))
    assert (link.actor_id, link.country, link.sectors[:1]) == (actor, country, (sector,))


def test_some_in_a_country_are_not_its_state(base: ActorBase) -> None:
    link = link_text(base, "many in Chad", ON)
    assert (link.actor_id, link.country, link.sectors) == (None, "TCD", ())


@pytest.mark.parametrize("text", ["Macron, a former banker", "Mr. Macron, the president", "Macron"])
def test_a_family_name_is_known_with_what_its_bearer_is_behind_it(base: ActorBase, text: str) -> None:
    assert link_text(base, text, ON).actor_id == "emmanuel_macron"


def test_an_unknown_minister_keeps_name_and_role(base: ActorBase) -> None:
    link = link_text(base, "Laotian Foreign Minister Kham Nobody", ON)
    assert (link.name, link.role, link.actor_id) == ("Kham Nobody", "foreign minister", None)


@pytest.mark.parametrize("text", ["us", "who", "is", "Xyzzy", "it", "the west wind"])
def test_common_words_are_no_actors(base: ActorBase, text: str) -> None:
    assert link_text(base, text, ON).actor_id is None


def test_sector_is_that_of_the_day(base: ActorBase) -> None:
    assert link_text(base, "the Taliban", date(2021, 8, 1)).sectors == ("REB",)
    assert link_text(base, "the Taliban", date(2021, 9, 1)).sectors == ("GOV",)


def test_a_shared_name_goes_to_the_country_of_the_text(base: ActorBase) -> None:
    assert link_text(base, "the National Assembly of Pakistan").country == "PAK"
    assert link_text(base, "Khan").actor_id is None
