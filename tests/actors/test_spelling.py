"""Other spellings of a name that the base has; and names that are near one, and somebody else's."""

from datetime import date

import pytest

from dragoman.actors import ActorBase, link_text
from dragoman.actors.spelling import loose_bag, name_sounds
from dragoman.mentions import find_mentions
from dragoman.sentences import sentences

ON = date(2010, 6, 1)


@pytest.fixture(scope="module")
def base() -> ActorBase:
    return ActorBase.load()


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Al-Qaida", "al_qaeda"),
        ("al Qaeda", "al_qaeda"),
        ("Al Qa'ida", "al_qaeda"),
        ("Al-Kaida", "al_qaeda"),
        ("Muammar Qadhafi", "muammar_gaddafi"),
        ("Moammar Khadafy", "muammar_gaddafi"),
        ("Viktor Ianoukovitch", "viktor_yanukovych"),
        ("Yulia Timochenko", "yulia_tymoshenko"),
        ("Bachar el-Assad", "bashar_al_assad"),
        ("Abdul Fatah Al Sisi", "abdel_fattah_al_sisi"),
        ("Jabhat an-Nousra", "nusra_front"),
        ("the rebel group Ansar Beit al-Makdis", "islamic_state_sinai"),
        ("Association of Southeast Asia Nations", "asean"),
        ("Organization of Islamic Conferences", "oic"),
    ],
)
def test_another_spelling_links(base: ActorBase, text: str, actor: str) -> None:
    assert link_text(base, text, ON).actor_id == actor


def test_another_spelling_has_a_lower_score_and_a_reason(base: ActorBase) -> None:
    known, respelt = (link_text(base, name, ON) for name in ("Muammar Gaddafi", "Muammar Qadhafi"))
    assert (respelt.why, known.why) == ("respelt", "person")
    assert respelt.score < known.score


@pytest.mark.parametrize(
    "text",
    [
        "Hussein Rouhani",  # not Hassan
        "Hassan Mubarak",  # not Hosni
        "Bashir al-Assad",  # not Bashar
        "Vadim Putin",  # not Vladimir
        "Angela Merkell",  # Latin script is spelt one way
        "Jon Kerri",
        "Sergei Lebedov",
        "Nuri Karimov",
    ],
)
def test_near_names_of_others_do_not_link(base: ActorBase, text: str) -> None:
    assert link_text(base, text, ON).actor_id is None


def linked(base: ActorBase, marked: str) -> str | None:
    """Actor of the bracketed words, if they are a mention at all."""
    begin, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = [m for m in find_mentions(text, sentences(text), base, ON) if m.begin <= begin and end <= m.end]
    return min(found, key=lambda m: m.end - m.begin).actor_id if found else None


@pytest.mark.parametrize(
    ("marked", "actor"),
    [
        ("Libya was quiet. On Friday [Qadhafy] met envoys in Tripoli.", "muammar_gaddafi"),
        ("On Friday [President Qadhafy] met envoys.", "muammar_gaddafi"),
        ("On Friday [Qadhafy] met envoys.", None),  # neither title nor country
        ("France was quiet. On Friday [Qadhafy] met envoys in Paris.", None),
        ("Afghans waited. The vote in [Kandaher] was put off.", None),
        ("Russian markets fell. Investors like [Metall] and oil.", None),
    ],
)
def test_a_family_name_alone_needs_country_or_title(base: ActorBase, marked: str, actor: str | None) -> None:
    assert linked(base, marked) == actor


@pytest.mark.parametrize(("one", "other"), [("gaddafi", "qadhafi"), ("timoshenko", "tymochenko"), ("hussein", "hussain")])
def test_sounds_are_the_same(one: str, other: str) -> None:
    assert set(name_sounds([one])) & set(name_sounds([other]))


@pytest.mark.parametrize(("one", "other"), [("hassan", "hussein"), ("karimov", "karamov"), ("salman", "soliman")])
def test_sounds_differ(one: str, other: str) -> None:
    assert not set(name_sounds([one])) & set(name_sounds([other]))


def test_short_names_are_not_matched() -> None:
    assert name_sounds(["assad"]) == ()


def test_endings_of_words_do_not_matter_to_organisations() -> None:
    assert loose_bag(["west", "african", "salt", "unions"]) == loose_bag(["africa", "salt", "union", "west"])
    assert loose_bag(["party", "of", "salt"]) != loose_bag(["party", "of", "malt"])


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Assad's forces", "SYR"),
        ("Assad forces", "SYR"),
        ("the US ambassador to the United Nations", "USA"),
        ("OHCHR Nepal", "UNO"),
    ],
)
def test_whose_they_are(base: ActorBase, text: str, country: str) -> None:
    assert link_text(base, text, ON).country == country


def test_an_abbreviation_in_mixed_letters_is_not_the_word_in_others(base: ActorBase) -> None:
    def found(text: str) -> list[str]:
        return [m.text for m in find_mentions(text, sentences(text), base, ON)]

    assert "Let" not in found("Let us hope that the generals return.")
    assert "LeT" in found("Gunmen of LeT crossed the line of control.")
