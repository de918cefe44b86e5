"""Mentions as specifications: ``[words|what]`` is a mention whose actor id or country is ``what``; nothing else is one."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors import ActorBase
from dragoman.mentions import context_of, find_mentions, make_mention
from dragoman.records import Mention

ON = date(2021, 10, 21)
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
        "[Moscow|RUS] said talks in Moscow had failed.",
        "[Dushanbe|TJK] refuses to yield.",
        "Shells fell near Kabul.",
        "The road from Nairobi to Kampala is closed.",
        "Flights left Kabul airport.",
        "The letter is a concession to [Tehran|IRN].",
        "She flew to Tehran.",
        "The rift between [Kabul|AFG] and [Dushanbe|TJK] deepens.",
        "War spread in Iraq and Syria.",
        "It hopes to influence [Dushanbe|TJK] and [Kabul|AFG].",
        "[The new authorities|AFG] in [Kabul|AFG] may agree.",
        "[The Kremlin|RUS] fears a wave of [migrants|RUS].",
        "It will return [Kabul|AFG] to the fold.",
        "[Iran-backed militia|YEM] shelled a depot in northern Yemen.",
        "[Moscow-based analysts|-] disagree.",
        "The people spoke Russian on Afghan soil.",
        "[The Russian capital|RUS] hosted talks.",
        "Talks took place in the Russian capital.",
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
        ("In August Pakistani strike aircraft hit them.", "Pakistani strike aircraft", "PAK"),
        ("Taliban fighters left.", "Taliban fighters", "taliban"),
        ("Taliban fighters left.", "Taliban", "taliban"),
        (
            "Afghan Foreign Minister Amir Khan Muttaqi arrived.",
            "Afghan Foreign Minister Amir Khan Muttaqi",
            "amir_khan_muttaqi",
        ),
        ("Chad's interior minister, Kodo Baratsi, resigned.", "Chad's interior minister, Kodo Baratsi", "TCD"),
        ("Kodo Baratsi, the head of the Chadian union, resigned.", "Kodo Baratsi, the head of the Chadian union", "TCD"),
        (
            "The deputy head of the government of Chad Kodo Baratsi spoke.",
            "The deputy head of the government of Chad Kodo Baratsi",
            "TCD",
        ),
        ("Talks with “Islamic Movement of East Turkestan” failed.", "Islamic Movement of East Turkestan", "etim"),
        ("France's Macron spoke.", "France's Macron", "emmanuel_macron"),
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


@pytest.mark.parametrize("text", ["I think so.", "Rain fell on the hills.", "Green May Brown.", "", "???", "’", "“”", "'s"])
def test_nothing_comes_of_nothing(text: str) -> None:
    assert {words for words, _ in found(text)} <= {"Brown"}


def test_a_pronoun_follows_its_subject() -> None:
    text = "Rebels seized the town. They burned the depot."
    pronouns = [m for m in find_mentions(text, [(0, 23), (24, len(text))], BASE, ON) if m.kind == "pronoun"]
    assert [(m.text, m.sectors) for m in pronouns] == [("They", ("REB",))]


def test_it_seems_is_no_actor() -> None:
    assert "It" not in {words for words, _ in found("Russia is big. It seems that it is raining.")}


def test_a_given_span_is_linked_with_the_words_after_it() -> None:
    text = "Masked police in Kenya fled."
    mention = make_mention(text, 0, 13, BASE, ON)
    assert (mention.text, mention.country, mention.sectors, mention.kind) == ("Masked police", "KEN", ("COP",), "nominal")


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
