from __future__ import annotations

from datetime import date

import pytest

from dragoman.coder import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize(
    ("text", "actor", "country", "why"),
    [
        ("Police in Geelong, Victoria, arrested two men.", "Police", "AUS", "place"),
        ("Voters in Ohio want another governor.", "Voters", "USA", "place"),
        ("Kharkiv residents fled. Russian officials denied it.", "Kharkiv residents", "UKR", "place"),
        ("Aleppo Mayor Brita Nobody in Paris asked for help. France gave some.", "Aleppo", "SYR", "place"),
        ("Iran-backed rebels shelled Aden, Yemen, and the port of Aden.", "Iran-backed", "YEM", "story"),
        ("Sudan asked for help. The army said the US-brokered truce was dead.", "The army", "SDN", "story"),
        ("Pro-Moscow fighters left Aleppo, Syria, and Homs.", "Pro-Moscow", "SYR", "story"),
        ("African leaders in Paris asked for help. France gave some.", "African leaders", None, "abroad"),
        ("Russian rights activists based in Turkey protested.", "Russian rights activists based in Turkey", "RUS", "described"),
    ],
)
def test_a_place_in_its_words_tells_the_country_of_an_actor(
    coder: Coder, text: str, actor: str, country: str | None, why: str
) -> None:
    mention = next(m for m in coder.mentions(text) if m.text.startswith(actor.split()[0]))
    assert (mention.country, mention.why) == (country, why)


def test_an_actor_without_a_word_of_its_own_is_of_the_country_told_of_there(coder: Coder) -> None:
    text = (
        "France’s president opened a school in Paris and spoke of reading. France wants more books, the president said in Lyon.\n\n"
        "In Aleppo, Syria, rebels shelled a market. Witnesses in Aleppo said that police had left Syria’s second city."
    )
    police = next(m for m in coder.mentions(text) if m.text == "police")
    assert (police.country, police.why) == ("SYR", "story")


def test_a_namesake_with_another_given_name_is_not_the_minister(coder: Coder) -> None:
    text = "Officers found Geneva Morgan asleep. Morgan left the car in Glasgow, Kentucky."
    assert {m.actor_id for m in coder.mentions(text, date(2009, 3, 3)) if "Morgan" in m.text} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "An earthquake struck Tabriz in Iran. Help the victims, the office told the AFP news agency. Officials dug on.",
        "A quake struck Tabriz in Iran. Amnesty International, Human Rights Watch and Oxfam said it was bad. Officials dug on.",
        "A quake struck Tabriz in Iran. Google, Microsoft and Facebook gave money. Officials dug on.",
        "A quake struck Tabriz in Iran. The United Nations, the World Bank and the European Union sent tents. Officials dug on.",
    ],
)
def test_those_at_home_everywhere_say_nothing_of_who_stands_beside_them(coder: Coder, text: str) -> None:
    officials = next(m for m in coder.mentions(text) if m.text == "Officials")
    assert (officials.country, officials.why) == ("IRN", "story")
