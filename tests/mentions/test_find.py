"""Mentions as specifications: ``[words|what]`` is a mention whose actor id or country is ``what``; nothing else is one."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors import ActorBase
from dragoman.mentions import context_of, find_mentions, make_mention
from dragoman.records import Mention

ON = date(2021, 11, 3)
BASE = ActorBase.load()


def parse(marked: str) -> tuple[str, set[tuple[str, str]]]:
    """Take the marks out of a text, and list them."""
    plain, spans, stack, number = "", set(), [], 0
    while number < len(marked):
        if marked[number] == "[":
            stack.append(len(plain))
        elif marked[number] == "|":
            close = marked.index("]", number)
            spans.add((plain[stack.pop() :], marked[number + 1 : close]))
            number = close
        else:
            plain += marked[number]
        number += 1
    return plain, spans


def found(text: str, on: date | None = ON) -> set[tuple[str, str]]:
    mentions = find_mentions(text, [(0, len(text))], BASE, on)
    return {(m.text, m.actor_id or m.country or "-") for m in mentions}


@pytest.mark.parametrize(
    "marked",
    [
        "[Ankara|TUR] said talks in Ankara had failed.",
        "[Caracas|VEN] will not yield.",
        "Shells fell near Kabul.",
        "The road from Nairobi to Kampala is closed.",
        "Flights left Lima airport.",
        "The letter is a slap to [Rabat|MAR].",
        "She flew to Rabat.",
        "The quarrel between [Hanoi|VNM] and [Phnom Penh|KHM] is old.",
        "War spread in Iraq and Syria.",
        "It means to placate [Phnom Penh|KHM] and [Hanoi|VNM].",
        "[The interim rulers|GAB] in [Libreville|GAB] may sign.",
        "[The White House|USA] dreads a march of [migrants|USA].",
        "It will bring [Bamako|MLI] to the table.",
        "[Iran-backed militia|YEM] shelled a depot in northern Yemen.",
        "[Nairobi-based analysts|-] disagree.",
        "The people spoke French on Chadian soil.",
        "[The Nigerian capital|NGA] welcomed the truce.",
        "The choir met in the Nigerian capital.",
        "[Israeli|ISR] air strikes hit a depot.",
    ],
)
def test_actors_are_told_from_places(marked: str) -> None:
    text, expected = parse(marked)
    names = {pair for pair in found(text) if pair[0] not in ("It", "She", "it", "The people")}
    assert names == expected


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        ("Somalia's defence ministry spoke.", "Somalia's defence ministry", "SOM"),
        ("Somalia's defence ministry spoke.", "Somalia", "SOM"),
        ("Then about 40 gunmen attacked Mali.", "about 40 gunmen", "MLI"),
        ("In March Ethiopian fighter jets hit them.", "Ethiopian fighter jets", "ETH"),
        ("Taliban fighters left.", "Taliban fighters", "taliban"),
        ("Taliban fighters left.", "Taliban", "taliban"),
        (
            "Turkish Foreign Minister Mevlüt Çavuşoğlu landed.",
            "Turkish Foreign Minister Mevlüt Çavuşoğlu",
            "mevlut_cavusoglu",
        ),
        ("Chad's interior minister, Kodo Baratsi, resigned.", "Chad's interior minister, Kodo Baratsi", "TCD"),
        ("Kodo Baratsi, the head of the Chadian union, resigned.", "Kodo Baratsi, the head of the Chadian union", "TCD"),
        (
            "The deputy speaker of the parliament of Chad Kodo Baratsi spoke.",
            "The deputy speaker of the parliament of Chad Kodo Baratsi",
            "TCD",
        ),
        ("Contacts with “Liberation Army of the Sudan” were cut.", "Liberation Army of the Sudan", "sla"),
        ("Canada's Trudeau spoke.", "Canada's Trudeau", "justin_trudeau"),
        ("Jordan Nobody spoke in May.", "Jordan Nobody", "-"),
        ("In 1991 the Somali army shelled a port.", "the Somali army", "SOM"),
        ("They said the French would sign.", "the French", "FRA"),
        ("He met members of the Taliban.", "members of the Taliban", "taliban"),
        ("The Free Papaya Movement protested.", "The Free Papaya Movement", "-"),
        ("Students clashed with riot police in Lima.", "riot police", "PER"),
    ],
)
def test_a_mention_is_the_whole_phrase(text: str, words: str, what: str) -> None:
    assert (words, what) in found(text)


def test_a_family_name_alone_is_the_person_named_before() -> None:
    text = "Kodo Baratsi, Chad's health minister, spoke. Later Baratsi left."
    short = [m for m in find_mentions(text, [(0, 44), (45, len(text))], BASE, ON) if m.text == "Baratsi"]
    assert [(m.name, m.country, m.sectors) for m in short] == [("Kodo Baratsi", "TCD", ("GOV",))]


@pytest.mark.parametrize(
    "text", ["“Stop Zelensky now,” they said. Zelensky left.", "They sang: – Stop Zelensky now. Zelensky left."]
)
def test_a_verb_that_opens_a_quotation_is_no_given_name(text: str) -> None:
    assert ("Zelensky", "volodymyr_zelensky") in found(text)


@pytest.mark.parametrize("text", ["I think so.", "Rain fell on the hills.", "Green May Brown.", "", "???", "’", "“”", "'s"])
def test_nothing_comes_of_nothing(text: str) -> None:
    assert {words for words, _ in found(text)} <= {"Brown"}


def test_it_turns_out_is_no_actor() -> None:
    assert "It" not in {words for words, _ in found("Brazil is big. It turns out that it is raining.")}


def test_a_given_span_is_linked_with_the_words_after_it() -> None:
    text = "Masked police in Kenya fled."
    mention = make_mention(text, 0, 13, BASE, ON)
    assert (mention.text, mention.country, mention.sectors, mention.kind) == ("Masked police", "KEN", ("COP",), "nominal")


def test_a_family_name_stands_first_where_it_does_at_home() -> None:
    text = "China's ambassador Liu Nobody protested. Liu said that the talks had failed."
    told = next(m for m in find_mentions(text, [(0, 40), (41, len(text))], BASE, ON) if m.text == "Liu")
    assert (told.name, told.country) == ("Liu Nobody", "CHN")


def test_a_given_span_inherits_the_country_of_its_story() -> None:
    text = "Peru is tense. Peru waits. The army is ready."
    context = context_of(text, [(0, len(text))], BASE, ON)
    assert make_mention(text, 27, 35, BASE, ON, context).country == "PER"


@pytest.mark.parametrize(("begin", "end"), [(3, 3), (-1, 2), (0, 99), (5, 2)])
def test_a_span_outside_the_text_is_refused(begin: int, end: int) -> None:
    with pytest.raises(ValueError, match="outside a text of 5 characters"):
        make_mention("Kabul", begin, end, BASE, ON)


@given(st.text(alphabet=st.sampled_from("abKIU. ’'s“”-,\n\u00e9\u0130\u4e2d1Kabul Taliban of the minister"), max_size=60))
@settings(max_examples=60, deadline=None)
def test_offsets_are_true_and_the_same_text_gives_the_same_mentions(text: str) -> None:
    first: tuple[Mention, ...] = find_mentions(text, [(0, len(text))], BASE, ON)
    assert all(text[m.begin : m.end] == m.text and m.text.strip() for m in first)
    assert first == find_mentions(text, [(0, len(text))], BASE, ON)


def test_a_story_takes_little_time() -> None:
    import time

    text = "Gunmen attacked police near Kabul, Afghanistan's foreign minister said on Monday. " * 75
    spans = [(m.start(), m.end()) for m in re.finditer(r"[^.]+\.", text)]
    start = time.process_time()
    find_mentions(text, spans, BASE, ON)
    assert time.process_time() - start < 0.2


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Driver", "nominal"),
        ("Prosecutors", "nominal"),
        ("a Chicago couple", "nominal"),
        ("the Defence Ministry", "named"),
        ("Hamas", "named"),
        ("Salima Nobody", "named"),
        ("I", "pronoun"),
        ("His", "pronoun"),
    ],
)
def test_a_given_span_is_named_nominal_or_a_pronoun(words: str, kind: str) -> None:
    assert make_mention(words, 0, len(words), BASE, None).kind == kind
