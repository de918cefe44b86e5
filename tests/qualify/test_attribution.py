"""Who is said to say what. ``{...}`` marks the source, ``<...>`` the cue and ``[...]`` each part of the content."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Voice
from dragoman.qualify.attribution import attributions, said_by, speaker
from dragoman.qualify.quotes import quotations
from dragoman.records import Mention
from dragoman.sentences import sentences

PARTS = {"{": "source", "<": "cue", "[": "content"}


def parse(marked: str) -> tuple[str, dict[str, list[str]]]:
    """Give the plain text and the marked strings by part."""
    expected: dict[str, list[str]] = {"source": [], "cue": [], "content": []}
    for found in re.finditer(r"\{([^}]*)\}|<([^>]*)>|\[([^\]]*)\]", marked):
        expected[PARTS[found[0][0]]].append(found[1] or found[2] or found[3])
    return re.sub(r"[{}<>\[\]]", "", marked), expected


CASES = """
{The army} <said> [that it had left the valley].
{The army} <said> [it had left the valley].
[The army had left the valley], {Mr Sow} <said>.
[The army had left the valley], <said> {Mr Sow}.
[“We are glad,”] <said> {Ms Diop}.
[“We are glad,”] {Ms Diop} <said> on Monday.
{She} <told> reporters [that the port was open].
{The governor} <told> the Senate on Monday [that the port was open].
<According to> {the ministry}, [forty men left the valley].
[Forty men left the valley], <according to> {the ministry}.
{Ann Poe, the party's leader,} <said> [the talks had failed].
{The minister} <said> in a statement [that the talks had failed].
{He} <said>: [“Never.”]
[“We left,”] {he} <said>. [“It was late.”]
[“We left,”] {he} <said>, [“and it was late.”]
[The answer], {he} <said>, [was simple].
{The union} <denied> [the charge].
{Mr Sow}, meanwhile, <said> [the talks had failed].
An envoy met {a man} who fled.
Two island states shared the catch.
Rebels raided army posts along the river.
In two notes the ministry had warned nobody.
""".strip().splitlines()


@pytest.mark.parametrize("marked", CASES)
def test_one_statement(marked: str) -> None:
    text, expected = parse(marked)
    found = attributions(text, sentences(text))
    if not expected["cue"]:
        assert found == ()
        return
    assert [{part: [text[b:e] for b, e in getattr(a, part)] for part in expected} for a in found] == [expected]


def test_two_verbs_share_their_subject() -> None:
    text = "Mr Sow said the port was open, adding that ships had come."
    found = attributions(text, sentences(text))
    assert [text[slice(*a.source[0])] for a in found] == ["Mr Sow", "Mr Sow"]
    assert [text[slice(*a.content[0])] for a in found] == ["the port was open", "that ships had come"]


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = "“We left,” he said. “It was late.\n\n“Nobody saw us.”\n\nThe end."
    (found,) = attributions(text, sentences(text))
    assert [text[b:e] for b, e in found.content] == ["“We left,”", "“It was late.", "“Nobody saw us.”"]
    assert found.manner == "direct"


def test_nothing_is_cited_inside_a_quotation() -> None:
    text = "“They said that we lied,” the envoy wrote."
    assert [text[slice(*a.cue[0])] for a in attributions(text, sentences(text))] == ["wrote"]


def test_the_party_is_the_mention_in_the_source() -> None:
    text = "Kenya's foreign minister, Ann Poe, said the port was open."
    kenya = Mention(text="Kenya", begin=0, end=5, country="KEN")
    minister = Mention(text="Kenya's foreign minister, Ann Poe", begin=0, end=33, name="Ann Poe")
    (found,) = attributions(text, sentences(text), [kenya, minister])
    assert found.party is not None
    assert found.party.name == "Ann Poe"


@pytest.mark.parametrize(
    ("marked", "source"),
    [
        ("The union said guards had [beaten] two drivers.", "The union"),
        ("The union denied that drivers had [beaten] two guards.", "The union"),
        ("“They [shelled] the mill,” the miller said.", "the miller"),
        ("The union accused guards of [beating] two drivers.", "The union"),
        ("The union accused the mayor of fraud, [blocked] the bridge and left.", None),
        ("The union condemned the [beating] of two drivers.", None),
        ("The union thanked Fiji for [sheltering] two drivers.", None),
        ("The union is led by a man known as the Hammer who [jailed] two drivers.", None),
        ("The union refused to meet the mayor who had [jailed] two drivers.", None),
        ("The union said the talks were over and [blocked] the bridge.", None),
        ("The union said the talks were over and that guards had [beaten] two drivers.", "The union"),
    ],
)
def test_on_whose_word_an_event_is_told(marked: str, source: str | None) -> None:
    begin, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    union = Mention(text="The union", begin=0, end=9)
    found = said_by((begin, end), attributions(text, sentences(text)), text=text, actors=(union,))
    assert (text[slice(*found.source[0])] if found else None) == source


def test_a_relative_pronoun_speaks_for_the_party_before_it() -> None:
    text = "The bakers' guild, which said that the mill had closed, met the mayor."
    guild = Mention(text="The bakers' guild", begin=0, end=17, country="MLT")
    said = attributions(text, sentences(text), (guild,))[0]
    assert said.party
    assert said.party.country == "MLT"


def test_an_event_is_said_by_the_innermost_statement() -> None:
    text = "The envoy said the army claimed that rebels had shelled the port."
    found = attributions(text, sentences(text))
    shelled = (text.index("shelled"), text.index("shelled") + 7)
    inner = said_by(shelled, found)
    assert inner is not None
    assert text[slice(*inner.source[0])] == "the army"
    claimed = (text.index("claimed"), text.index("claimed") + 7)
    outer = said_by(claimed, found)
    assert outer is not None
    assert text[slice(*outer.source[0])] == "The envoy"


def test_the_storys_own_voice_is_nobody() -> None:
    text = "Rebels shelled the port. The envoy condemned the attack."
    found = attributions(text, sentences(text))
    assert said_by((7, 14), found) is None
    assert speaker(text, None) is None


def test_a_speaker_carries_cue_and_manner() -> None:
    text = "“The port is open,” said Ann Poe."
    (found,) = attributions(text, sentences(text))
    told = speaker(text, found)
    assert told is not None
    assert (told.text, told.cue, told.manner) == ("Ann Poe", "said", "direct")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" twice.', ['"no"']),
        ("He said “no” and ”yes”.", ["“no”"]),
        ("«Нет», said he.", ["«Нет»"]),
        ('A 5" pipe and a 6" pipe.', []),
        ("“Open\n\nnext", ["“Open"]),
        ("He said ''no'' twice.", ["''no''"]),
        ("He said “no’’ and ‘‘yes’’ twice.", ["“no’’", "‘‘yes’’"]),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[b:e] for b, e in quotations(text)] == expected


@given(st.text(alphabet='said he that “”".,:\n A', max_size=80))
def test_any_text_is_read(text: str) -> None:
    for found in attributions(text, sentences(text)):
        for begin, end in found.source + found.cue + found.content:
            assert 0 <= begin < end <= len(text)
            assert text[begin:end] == text[begin:end].strip()


def test_each_turn_of_a_transcript_is_its_speakers_word() -> None:
    text = "The interview:\n\nOKAFOR: The army shelled Bama on Friday.\n\nHOST: You saw it?\n\nUPDATE: The text was cut."
    found = attributions(text, sentences(text))
    turns = [(text[slice(*a.source[0])], text[slice(*a.content[0])], a.manner) for a in found if text[slice(*a.cue[0])] == ":"]
    assert turns == [("OKAFOR", "The army shelled Bama on Friday.", "direct"), ("HOST", "You saw it?", "direct")]


def test_a_list_of_counts_is_no_transcript() -> None:
    text = "Ortiz: 547.\n\nSilva: 201.\n\nOrtiz: 12."
    assert not attributions(text, sentences(text))


def test_a_preposition_is_nobodys_name() -> None:
    text = "He followed the governor in accusing the miners."
    heard = Voice(cue=(28, 36), source=(25, 27), content=((37, 47),))
    (found,) = attributions(text, [(0, len(text))], voices=[(heard,)])
    assert found.source == ()


def test_a_word_of_time_says_nothing() -> None:
    text = "Overnight there were reports that soldiers had crossed the river."
    heard = Voice(cue=(21, 28), source=(0, 9), content=((29, 64),))
    (found,) = attributions(text, [(0, len(text))], voices=[(heard,)])
    assert found.source == ()
