"""What grammar finds and what the model tags become one list of mentions."""

from __future__ import annotations

import pytest

from dragoman.actors import ActorBase
from dragoman.mentions import context_of
from dragoman.mentions.joining import Tag, suspected, with_tagged
from dragoman.records import Mention
from dragoman.sentences import sentences


@pytest.fixture(scope="module")
def base() -> ActorBase:
    return ActorBase.load()


def tag(text: str, words: str, kind: str = "actor", score: float = 0.9) -> Tag:
    begin = text.index(words)
    return Tag(begin, begin + len(words), kind, score)


def known(text: str, words: str, score: float = 0.9) -> Mention:
    begin = text.index(words)
    return Mention(text=words, begin=begin, end=begin + len(words), score=score)


def join(base: ActorBase, text: str, mentions: list[Mention], tags: list[Tag]) -> list[str]:
    return [m.text for m in with_tagged(text, mentions, context_of(text, sentences(text), base, None), tags, base, None)]


def test_what_only_the_model_sees_is_added_and_what_both_see_is_not_doubled(base: ActorBase) -> None:
    text = "Beekeepers marched on the Kremlin."
    tags = [tag(text, "Beekeepers"), tag(text, "the Kremlin")]
    assert join(base, text, [known(text, "Kremlin")], tags) == ["Beekeepers", "the Kremlin"]


def test_an_unsure_tag_is_no_mention(base: ActorBase) -> None:
    text = "Beekeepers marched."
    assert join(base, text, [], [tag(text, "Beekeepers", score=0.4)]) == []


def test_what_is_only_suspected_touches_no_mention_and_is_no_pronoun(base: ActorBase) -> None:
    text = "Militiamen torched canoes off Badagry before they left."
    tags = [
        tag(text, "Militiamen"),
        tag(text, "canoes", score=0.2),
        tag(text, "Badagry", "place"),
        tag(text, "they", score=0.3),
    ]
    context = context_of(text, sentences(text), base, None)
    found = suspected(text, [known(text, "Militiamen")], context, tags, base, None)
    assert [mention.text for mention in found] == ["canoes", "Badagry"]


def test_a_sure_place_outweighs_grammar_that_was_not_sure(base: ActorBase) -> None:
    text = "Goma slept."
    place = tag(text, "Goma", "place", 0.97)
    assert join(base, text, [known(text, "Goma", 0.6)], [place]) == []
    assert join(base, text, [known(text, "Goma", 0.9)], [place]) == ["Goma"]


@pytest.mark.parametrize(("text", "words"), [
    ("MOGADISHU – Troops left.", "MOGADISHU"),
    ("THATTA: Troops left.", "THATTA"),
    ("SEOUL, March 14 (Northlight) -- Troops left.", "Northlight"),
])  # fmt: skip
def test_nobody_in_a_dateline_takes_part(base: ActorBase, text: str, words: str) -> None:
    assert join(base, text, [], [tag(text, words), tag(text, "Troops")]) == ["Troops"]


@pytest.mark.parametrize(("whole", "inside", "stays"), [
    ("the ECOWAS court", "ECOWAS", False),
    ("Mali's army", "Mali", True),
    ("the army of Mali", "Mali", True),
    ("the successor, Ahmed Sayyid of Mali,", "Mali", True),
    ("the Wagner men", "Wagner", False),
    ("exiles from “Jamaat Ansarullah”", "Jamaat Ansarullah", True),
    ("men of the “Jamaat Ansarullah” company", "Jamaat Ansarullah", False),
])  # fmt: skip
def test_a_name_inside_another_is_a_party_when_grammar_ties_it(base: ActorBase, whole: str, inside: str, stays: bool) -> None:
    text = f"On Monday {whole} left Bamako."
    found = join(base, text, [known(text, inside)], [tag(text, whole)])
    assert found == ([whole.rstrip(","), inside] if stays else [whole])


@pytest.mark.parametrize(("whole", "names"), [
    ("fighters of “Ansar Dine” and “Boko Haram”", ["Ansar Dine", "Boko Haram"]),
    ("the presidents of Chad and Mali", ["Chad", "Mali"]),
    ("the Chad and Mali desk", []),
])  # fmt: skip
def test_of_two_names_in_one_phrase_both_are_parties(base: ActorBase, whole: str, names: list[str]) -> None:
    text = f"On Monday {whole} left Bamako."
    mentions = [known(text, name) for name in ("Ansar Dine", "Boko Haram", "Chad", "Mali") if name in whole]
    assert join(base, text, mentions, [tag(text, whole)]) == [whole, *names]


@pytest.mark.parametrize(("tagged", "kept"), [
    ("the Fijian envoy, ", "the Fijian envoy"),
    ("the Fijian envoy, who", "the Fijian envoy"),
    ("the Fijian envoy", "the Fijian envoy"),
    ("some of whom", "some of whom"),
    ("who", "who"),
])  # fmt: skip
def test_a_mention_ends_before_what_opens_a_clause_about_it(base: ActorBase, tagged: str, kept: str) -> None:
    text = "Police met the Fijian envoy, who came with pilots, some of whom slept."
    assert join(base, text, [], [tag(text, tagged)]) == [kept]
    context = context_of(text, sentences(text), base, None)
    assert [m.text for m in suspected(text, [], context, [tag(text, tagged)], base, None)] == [kept]


def test_the_possessive_that_opens_a_mention_is_a_mention_once(base: ActorBase) -> None:
    text = "Their fighters and its envoys left."
    tags = [tag(text, "Their fighters"), tag(text, "its envoys"), tag(text, "its")]
    assert join(base, text, [], tags) == ["Their fighters", "Their", "its envoys", "its"]
