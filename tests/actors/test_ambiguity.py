"""Names that several bear: the words of the story decide who is meant."""

from datetime import date

import pytest

from dragoman.actors import ActorBase
from dragoman.mentions import find_mentions
from dragoman.sentences import sentences


@pytest.fixture(scope="module")
def base() -> ActorBase:
    return ActorBase.load()


def linked(base: ActorBase, marked: str, on: date) -> tuple[str | None, str | None]:
    """Actor and country of the bracketed mention."""
    begin, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = [m for m in find_mentions(text, sentences(text), base, on) if m.begin <= begin and end <= m.end]
    assert found, f"no mention at {marked!r}"
    inner = min(found, key=lambda m: m.end - m.begin)
    return inner.actor_id, inner.country


@pytest.mark.parametrize(
    ("marked", "on", "actor"),
    [
        ("Bill Clinton spoke first. [Mrs. Clinton] urged Congress to ratify the treaty.", date(2010, 5, 1), "hillary_clinton"),
        ("Bill Clinton spoke first. [Mrs. Clinton] urged voters to wait.", date(2016, 9, 1), "hillary_clinton"),
        ("Hillary Clinton spoke first. [Mr. Clinton] urged the rebels to disarm.", date(1999, 5, 1), "bill_clinton"),
        ("[Mr. Modi] met farmers on Monday.", date(2021, 5, 1), "narendra_modi"),
        ("[Bush] warned the rebels.", date(2003, 4, 1), "george_w_bush"),
        ("Jeb Bush met teachers in Florida. [Bush] urged them to end the strike.", date(2003, 4, 1), "jeb_bush"),
        ("[Merkel] met the delegation.", date(2015, 4, 1), "angela_merkel"),
        ("[Sunak] met the delegation.", date(2023, 4, 1), "rishi_sunak"),
    ],
)
def test_a_bare_family_name(base: ActorBase, marked: str, on: date, actor: str) -> None:
    assert linked(base, marked, on)[0] == actor


@pytest.mark.parametrize(
    ("marked", "actor", "country"),
    [
        ("The White House asked [Congress] for money.", "us_congress", "USA"),
        ("Peru is in crisis. Peruvian lawmakers met in Lima. [Congress] rejected the budget.", "pe_congress", "PER"),
        ("Mongolia is in crisis. Mongolian ministers resigned. [Congress] rejected the budget.", None, "MNG"),
        (
            "Colombian rebels freed hostages. Cuba and Venezuela praised Cubans and Venezuelans. [Congress] objected.",
            "co_congress",
            "COL",
        ),
        ("Colombia, Colombian rebels and Colombians welcomed US aid to Colombia. [Congress] objected.", "co_congress", "COL"),
        ("Colombia and Colombian rebels welcomed US and American aid. [Congress] objected.", "us_congress", "USA"),
        ("[Honduras's Congress] rejected the budget.", "hn_congress", "HND"),
        ("Georgia's prime minister met envoys in Tbilisi. [Georgia] rejected the demand.", "GEO", "GEO"),
        ("Officials counted ballots in Atlanta. [Georgia] rejected the demand.", None, "USA"),
        ("[Jordan] recalled its ambassador from Israel.", "JOR", "JOR"),
        ("[Turkey] recalled its ambassador from Israel.", "TUR", "TUR"),
        ("[Congo] accused Rwanda of arming the rebels.", "COD", "COD"),
        ("Denis Sassou Nguesso spoke in Brazzaville. [Congo] recalled its ambassador.", "COG", "COG"),
    ],
)
def test_a_name_of_several_countries(base: ActorBase, marked: str, actor: str | None, country: str) -> None:
    assert linked(base, marked, date(2021, 11, 3)) == (actor, country)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Chad has no president. The army waits. Peru and Togo protested.", "TCD"),  # the one that the story opens with
        ("Chad and Peru quarrel. The army waits. Togo protested.", None),  # two in the opening
        ("Chad has no president. The army waits. Peru protested. Peru left.", "PER"),  # another stands out
        ("Chad is calm. Peru waits. The army of Peru moved. Peru's army, in Peru.", "PER"),  # one stands out
    ],
)
def test_an_army_is_that_of_the_country_that_the_story_is_about(base: ActorBase, text: str, country: str | None) -> None:
    spans = sentences(text)
    army = next(m for m in find_mentions(text, spans, base, None) if m.text.casefold().startswith("the army"))
    assert army.country == country


@pytest.mark.parametrize(
    ("marked", "actor", "country"),
    [
        ("[The Nepalese National Liberation Army] attacked a police post.", None, "NPL"),
        ("[Colombia's National Liberation Army] freed a hostage.", "eln", "COL"),
        ("[The National Liberation Army] freed a hostage.", "eln", "COL"),
        ("[The Sudanese Congress Party] rejected the talks.", None, "SDN"),
        ("[Malawi's Congress Party] rejected the talks.", "mcp_malawi", "MWI"),
        ("[British Labour Party] members met.", "labour_uk", "GBR"),
        ("Fighters of [the Congolese People's Liberation Army] fled.", None, "COD"),
        ("[Afghan Islamic State] fighters fled.", "islamic_state", "IMG"),
    ],
)
def test_a_general_name_beside_a_nation(base: ActorBase, marked: str, actor: str | None, country: str) -> None:
    """A "Labour Party" is nobody's own: the nation beside it says whose, and it may be one that the base does not have."""
    assert linked(base, marked, date(2015, 4, 1)) == (actor, country)
