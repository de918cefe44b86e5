"""Which words make an event, and who has which part in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.model import Told
from dragoman.records import Mention, Party
from dragoman.relations import bared, both_ways, drafts, vouched, without

TEXT = "Chad and Mali accused Togo of spying while Benin watched."
NONE, ACTOR, RECIPIENT = (
    {"none": n, "actor": a, "recipient": r} for n, a, r in ((0.9, 0.05, 0.05), (0.1, 0.8, 0.1), (0.1, 0.1, 0.8))
)


def mention(words: str) -> Mention:
    begin = TEXT.index(words)
    return Mention(text=words, begin=begin, end=begin + len(words))


CHAD, MALI, TOGO, BENIN = map(mention, ("Chad", "Mali", "Togo", "Benin"))
ALL = (CHAD, MALI, TOGO, BENIN)


def told(*parts: dict[str, float], words: str = "accused", sure: float = 0.9, kind: str = "ACCUSE") -> Told:
    begin = TEXT.index(words)
    types = {"ACCUSE": 0.1, "CONSULT": 0.1} | {kind: 0.9}
    states = {"polarity": {"positive": 1.0}, "modality": {"asserted": 1.0}, "tense": {"past": 1.0}}
    return Told(
        types=types, none=1 - sure, words=(begin, begin + len(words)), sure=sure, modes={}, contexts={}, parts=parts, **states
    )


def test_compound_actors_make_one_event_with_several_members() -> None:
    (draft,) = drafts([told(ACTOR, ACTOR, RECIPIENT, NONE)], ALL)
    assert (draft.event_type, draft.actors, draft.recipients) == ("ACCUSE", (CHAD, MALI), (TOGO,))


def test_a_suspected_mention_takes_part_only_where_the_model_is_sure_of_its_part() -> None:
    unsure = {"none": 0.58, "actor": 0.04, "recipient": 0.38}
    for part, recipients in ((unsure, ()), (RECIPIENT, (TOGO,))):
        (draft,) = drafts(vouched([told(ACTOR, part)], sure=1), (CHAD, TOGO))
        assert draft.recipients == recipients
    (draft,) = drafts(vouched([told(ACTOR, unsure)], sure=2), (CHAD, TOGO))
    assert draft.recipients == (TOGO,)


def test_words_in_which_nobody_acts_are_no_event() -> None:
    assert drafts([told(NONE, NONE, RECIPIENT, NONE)], ALL) == ()


def test_the_only_likely_actor_is_taken_even_if_unsure() -> None:
    unsure = {"none": 0.6, "actor": 0.35, "recipient": 0.05}
    (draft,) = drafts([told(unsure, NONE, RECIPIENT, NONE)], ALL)
    assert draft.actors == (CHAD,)


def test_who_is_rather_acted_on_is_never_the_only_actor() -> None:
    torn = {"none": 0.17, "actor": 0.38, "recipient": 0.45}
    assert drafts([told(NONE, NONE, torn, NONE)], ALL) == ()


def test_other_words_are_another_event() -> None:
    found = drafts([told(NONE, NONE, NONE, ACTOR, words="watched", kind="CONSULT"), told(ACTOR, NONE, RECIPIENT, NONE)], ALL)
    assert [draft.event_type for draft in found] == ["ACCUSE", "CONSULT"]


def test_a_party_inside_another_is_one_party() -> None:
    outer = Mention(text="Chad and Mali", begin=0, end=13)
    (draft,) = drafts([told(ACTOR, ACTOR, RECIPIENT)], (outer, CHAD, TOGO))
    assert draft.actors == (outer,)


CHADIANS = Mention(text="Chadians", begin=60, end=68, country="TCD", kind="nominal")
THEY = Mention(text="they", begin=70, end=74, country="TCD", kind="pronoun", why="same")
LEADER = Mention(text="President Okello", begin=80, end=96, actor_id="okello", name="Angela Okello", country="TCD")
OFFICE = Mention(text="the president", begin=100, end=113, actor_id="okello", country="TCD", kind="nominal", why="same")
STRANGER = Mention(text="Kodo Baratsi", begin=120, end=132, name="Kodo Baratsi")
FULLER = Mention(text="the candidate, Kodo Baratsi", begin=140, end=167, name="Kodo Baratsi", kind="nominal")
SOLDIERS = Mention(
    text="Okello's soldiers", begin=170, end=187, actor_id="okello", country="TCD", kind="nominal", why="described"
)
CAVALRY = Mention(text="Chadian cavalry", begin=190, end=205, country="TCD", kind="nominal")


@pytest.mark.parametrize(
    ("side", "kept"),
    [
        ((CHADIANS, THEY), (CHADIANS,)),
        ((LEADER, OFFICE), (LEADER,)),
        ((STRANGER, FULLER), (STRANGER,)),
        ((CHADIANS, CAVALRY), (CHADIANS, CAVALRY)),  # two of one country are two
        ((LEADER, SOLDIERS), (LEADER, SOLDIERS)),
        ((CHAD, MALI), (CHAD, MALI)),
    ],
)
def test_a_party_told_of_twice_is_one(side: tuple[Mention, ...], kept: tuple[Mention, ...]) -> None:
    (acting,) = drafts([told(ACTOR, ACTOR, RECIPIENT)], (*side, TOGO))
    assert acting.actors == kept
    (suffering,) = drafts([told(RECIPIENT, RECIPIENT, ACTOR)], (*side, TOGO))
    assert suffering.recipients == kept


def test_of_two_words_for_one_party_the_noun_stays() -> None:
    unsure = {"none": 0.5, "actor": 0.5, "recipient": 0.0}
    (draft,) = drafts([told(unsure, ACTOR, RECIPIENT)], (CHADIANS, THEY, TOGO))
    assert (draft.actors, draft.acting) == ((CHADIANS,), 0.8)


def test_who_is_cited_acts_when_a_pronoun_says_so() -> None:
    (draft,) = drafts([told(ACTOR, ACTOR, ACTOR)], (CHADIANS, THEY, TOGO))
    assert without(draft, CHADIANS).actors == (TOGO, CHADIANS)


def test_who_is_only_cited_does_not_act_unless_nobody_else_does() -> None:
    (draft,) = drafts([told(ACTOR, ACTOR, RECIPIENT, NONE)], ALL)
    cited = Party(text="Chad", begin=0, end=4)
    assert without(draft, cited).actors == (MALI,)
    (alone,) = drafts([told(ACTOR, NONE, RECIPIENT, NONE)], ALL)
    assert without(alone, cited).actors == (CHAD,)
    assert without(draft, None) is draft


def test_the_only_likely_recipient_is_taken_even_if_unsure() -> None:
    unsure = {"none": 0.7, "actor": 0.05, "recipient": 0.25}
    (draft,) = drafts([told(ACTOR, NONE, unsure, NONE)], ALL)
    assert (draft.recipients, draft.suffering) == ((TOGO,), 0.25)
    (sure,) = drafts([told(ACTOR, NONE, unsure, RECIPIENT)], ALL)
    assert sure.recipients == (BENIN,)


def test_talks_run_both_ways_unless_somebody_came_to_somebody() -> None:
    (talks,) = drafts([told(ACTOR, ACTOR, NONE, NONE, kind="CONSULT")], ALL)
    assert both_ways(talks).recipients == (CHAD, MALI)
    (visit,) = drafts([told(ACTOR, ACTOR, RECIPIENT, NONE, kind="CONSULT")], ALL)
    assert both_ways(visit).recipients == (TOGO,)
    (blame,) = drafts([told(ACTOR, ACTOR, NONE, NONE)], ALL)
    assert both_ways(blame).recipients == ()


def test_the_evidence_gives_way_to_the_parties_at_its_ends() -> None:
    (draft,) = drafts(
        [told(ACTOR, NONE, RECIPIENT, NONE, words="Mali accused Togo")], (CHAD, mention("Chad and Mali"), TOGO, BENIN)
    )
    both = replace(draft, actors=(mention("Chad and Mali"),), recipients=(mention("Togo of spying"),))
    begin, end = bared(both, 0, TEXT).evidence
    assert TEXT[begin:end] == "accused"


def test_a_party_inside_the_evidence_stays_there() -> None:
    (draft,) = drafts([told(ACTOR, NONE, RECIPIENT, NONE, words="accused Togo of spying")], ALL)
    assert bared(draft, 0, TEXT) == draft
