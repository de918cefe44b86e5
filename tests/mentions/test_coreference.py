"""Coreference as specifications: ``[words|3]`` is a mention of chain 3; two mentions share a number when they are one."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.actors import ActorBase
from dragoman.mentions import find_mentions
from dragoman.mentions.coreference import chains, refer
from dragoman.records import Mention
from dragoman.sentences import sentences

BASE = ActorBase.load()


def parse(marked: str) -> tuple[str, list[Mention], list[str]]:
    """Take the marks out of a text; give it with its mentions and their chains."""
    plain, mentions, names, stack, number = "", [], [], [], 0
    while number < len(marked):
        if marked[number] == "[":
            stack.append(len(plain))
        elif marked[number] == "|":
            close = marked.index("]", number)
            begin = stack.pop()
            mentions.append(Mention(text=plain[begin:], begin=begin, end=len(plain)))
            names.append(marked[number + 1 : close])
            number = close
        else:
            plain += marked[number]
        number += 1
    return plain, mentions, names


@pytest.mark.parametrize(
    "marked",
    [
        # names
        "[Amir Khan Muttaqi|1] met [Ali Khan|2]. [Muttaqi|1] left.",
        "[Angela Okello|1] spoke. [Okello|1] left with [Peter Okello|2].",
        "[The Free Papaya Movement|1] met [Chad|2]. [The FPM|1] left.",
        "[The University of Quito|1] sued [the University of Lima|2].",
        "[Mr Tan|1] met [Ms Tan|2].",
        # appositions and predicates
        "[Kodo Baratsi|1], [the head of the union|1], met [Chad|2].",
        "[The union's head|1], [Kodo Baratsi|1], met [Chad|2].",
        "[The Papaya Front|1] ([PF|1]) met [Chad|2].",
        "[Kodo Baratsi|1] is [the head of the union|1].",
        # descriptions
        "[A small militia|1] met [the army|2]. [The militia|1] left.",
        "[The deputy minister|1] met [the minister|2]. [The minister|2] left.",
        "[President Okello|1] met [Chad|2]. [The president|1] left.",
        "[President Okello|1] met [Chad|2]. [The president|1] spoke. [The president|1] left.",
        "[President Okello|1] left. [The president|1] met with [the president of Chad|2]. [The president|1] slept.",
        "[The president of Chad|1] left. [The president|1] slept.",
        "[President Okello|1] left. [A president|2] spoke. [The president|2] slept.",
        "[The Papaya Front|1] attacked [police|2]. [The group|1] fled.",
        "[The Papaya Front|1] attacked [police|2]. [The group|1] fled. [The group|1] hid.",
        "[Zorvik Beltane|1] met [police|2]. [Beltane|1] left. [The group|3] hid.",
        "[The former minister|1] met [Chad|2]. [The minister|3] left.",
        "[Peru|1] and [Chad|2] met. [The latter|2] spoke, [the former|1] did not.",
        # pronouns: agreement
        "[Maria Okello|1] met [John Tan|2]. [She|1] left and [he|2] stayed.",
        "[Ms Tan|1] met [the king|2]. [He|2] thanked [her|1].",
        "[The rebels|1] met [the envoy|2]. [They|1] burned [a bridge|3].",
        "[The queen|1] praised [the council|2]. [It|2] met in May.",
        # pronouns: subject first, then nearness
        "[Peru|1] warned [Chad|2]. [It|1] closed [its|1] port.",
        "[Peru|1] said that [it|1] would sign.",
        # pronouns: two parts of one verb are two
        "[Chad|1] waited. [Peru|2] attacked [it|1].",
        "[Peru|1] backed [the rebels|2], and [Togo|3] stormed [their|2] camps.",
        # quotations
        '[Maria Okello|1] met [John Tan|2]. "[I|2] will sign," [Tan|2] said.',
        '[Maria Okello|1] met [John Tan|2]. "[He|2] will sign," [Okello|1] said.',
        "“[I|1] will sign,’’ [John Tan|1] said of [Karl Berg|2]. [He|1] left.",
        '[John Tan|1] met [Karl Berg|2]. "[He|2] lied," [Tan|1] said.',
        '[John Tan|1] met [Karl Berg|2]. "[Tan|1] lied," [he|2] said.',
        # a pronoun before any name, and a text without any
        "[He|1] met [Ms Tan|2].",
        "Nobody came.",
    ],
)
def test_mentions_of_the_same_are_one_chain(marked: str) -> None:
    text, mentions, names = parse(marked)
    wanted: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        wanted.setdefault(name, []).append(number)
    found = chains(text, sentences(text), mentions, BASE)
    assert sorted(found) == sorted(tuple(numbers) for numbers in wanted.values())


def read(text: str) -> tuple[Mention, ...]:
    """Find the mentions of a text and link them among each other."""
    spans = sentences(text)
    return refer(text, spans, find_mentions(text, spans, BASE, None), BASE)


def linked(text: str, words: str) -> Mention:
    """Give the last mention of those words that the whole stage finds."""
    return [m for m in read(text) if m.text == words][-1]


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Peru warned Chad. It closed the port.", "It", "PER"),
        ("Peru warned Chad and sent its troops.", "its", "PER"),
        ("Peru warned Chad and sent its troops.", "its troops", "PER"),
        ("Chad is calm. Chad waits. Peru sent its troops.", "its troops", "PER"),  # not that of the story
        ("Kenya backed Chad's rebels, and Togo's planes stormed their camps.", "their", "TCD"),
        ('Chad waits. "We will not attack," Peru said.', "We", "PER"),
    ],
)
def test_a_pronoun_has_the_country_of_who_it_stands_for(text: str, words: str, country: str) -> None:
    assert linked(text, words).country == country


def test_a_description_is_linked_as_its_name() -> None:
    text = "Police in Peru met the Taliban. The movement left."
    assert linked(text, "The movement").actor_id == "taliban"


@pytest.mark.parametrize(("country", "name"), [(None, "Kodo Baratsi"), ("TCD", "Kodo Baratsi"), ("PER", None)])
def test_an_office_beside_a_name_is_its_bearer_unless_he_is_of_another_country(country: str | None, name: str | None) -> None:
    text = "Togo met Kodo Baratsi, Chad's top envoy."
    bearer = Mention(text=text[9:21], begin=9, end=21, name="Kodo Baratsi", country=country, role="envoy")
    office = Mention(text=text[23:39], begin=23, end=39, country="TCD", kind="nominal", why="described")
    told = refer(text, sentences(text), [bearer, office], BASE, find=False)[1]
    assert (told.name, told.country) == (name, "TCD")


def test_a_pronoun_for_a_name_that_nobody_knows_has_that_name() -> None:
    text = "Kodo Baratsi, Chad's health minister, spoke. He left."
    assert (linked(text, "He").name, linked(text, "He").country) == ("Kodo Baratsi", "TCD")


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("Togo waits. Togo is calm. Peruvian officials met Togo. The officials left.", "The officials", "PER"),
        ("Togo waits. Togo is calm. The government of Peru spoke. The government left.", "The government", "PER"),
        (
            "Togo waits. Togo is calm. Peruvian officials left. Officials of Chad spoke. The officials left.",
            "The officials",
            "TCD",
        ),
        ("Peruvian officials left. " + "Togo waits. " * 5 + "The officials left.", "The officials", "TGO"),  # too far back
    ],
)
def test_a_bare_description_has_the_country_of_the_one_before_it_not_of_the_story(text: str, words: str, country: str) -> None:
    assert linked(text, words).country == country


def test_an_office_of_another_country_has_another_holder() -> None:
    text = "Ukrainian president Volodymyr Zelensky met envoys. The president of Chad left."
    told = linked(text, "The president of Chad")
    assert (told.actor_id, told.country) == (None, "TCD")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Maria Okello spoke. Prosecutors left. She wept.", "She", "Maria Okello"),
        ("John Tan spoke. The suspect, Maria Okello, left. He wept.", "He", "John Tan"),
        ("John Tan spoke. A woman named Maria left. He wept.", "He", "John Tan"),
    ],
)
def test_a_pronoun_is_not_of_another_sex_nor_many(text: str, words: str, name: str) -> None:
    assert linked(text, words).name == name


def test_it_is_nobody_in_person() -> None:
    text = "Peru waited. Volodymyr Zelensky is the symbol. It closed its port."
    assert linked(text, "It").actor_id == "PER"


def test_two_sides_are_no_one_country() -> None:
    text = "Peru is tense. Peru met Chad. The two sides signed."
    assert [m.country for m in read(text) if "sides" in m.text] in ([], [None])


@pytest.mark.parametrize(
    "text",
    [
        "Peru is big. It is clear that rain falls.",
        "Peru is big. It rained.",
        "Peru is big. It was no accident.",
        "Peru is big. It is in Rome that talks begin.",
        "The law passed. It says little.",  # a thing, no actor
        "Nobody came. They left.",
    ],
)
def test_a_pronoun_that_means_no_actor_is_no_mention(text: str) -> None:
    assert [m.text for m in read(text) if m.kind == "pronoun"] == []


@given(st.text(alphabet=st.sampled_from("abI. ’'s“”-,\n\u00e9\u4e2d1 it they he the Peru Mr minister who said"), max_size=80))
@settings(max_examples=60, deadline=None)
def test_chains_part_the_mentions_and_a_second_run_changes_nothing(text: str) -> None:
    mentions = read(text)
    found = chains(text, sentences(text), mentions, BASE)
    assert sorted(index for chain in found for index in chain) == list(range(len(mentions)))
    assert refer(text, sentences(text), mentions, BASE) == mentions


def test_a_story_takes_a_few_milliseconds() -> None:
    text = "Peru's president warned Chad on Monday. He said it would close its port, and they left. " * 20
    spans = [(m.start(), m.end()) for m in re.finditer(r"[^.]+\.", text)]
    mentions = read(text)
    start = time.process_time()
    refer(text, spans, mentions, BASE)
    assert time.process_time() - start < 0.1


def test_given_pronouns_are_linked_and_no_others_looked_for() -> None:
    text = "Peru warned Chad. It sent its troops."
    given_only = [Mention(text="Peru", begin=0, end=4, country="PER"), Mention(text="It", begin=18, end=20, kind="pronoun")]
    assert [(m.text, m.country) for m in refer(text, sentences(text), given_only, BASE, find=False)] == [
        ("Peru", "PER"),
        ("It", "PER"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "actor", "country"),
    [
        ("Hamas rejected the plan of Israel. Its militants left.", "Its militants", "hamas", "PSE"),
        ("Peru warned Chad. Its troops left.", "Its troops", None, "PER"),
    ],
)
def test_what_is_somebodys_is_of_who_the_pronoun_stands_for_whether_it_was_found_or_not(
    text: str, words: str, actor: str | None, country: str
) -> None:
    spans, begin = sentences(text), text.index(words)
    given_only = [
        *(m for m in find_mentions(text, spans, BASE, None) if m.begin < begin),
        Mention(text=words, begin=begin, end=begin + len(words), kind="nominal", country="ISR", why="story"),
    ]
    owned = refer(text, spans, given_only, BASE, find=False)[-1]
    assert (owned.text, owned.actor_id, owned.country, owned.why) == (words, actor, country, "same")
