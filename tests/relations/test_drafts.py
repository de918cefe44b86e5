"""Which scored pairs make one event, and who is on which side of it."""

from dragoman.model import PairScores
from dragoman.records import Mention, Span
from dragoman.relations import Scored, ask, drafts

TEXT = "Chad and Mali accused Togo of spying while Benin watched."


def mention(words: str) -> Mention:
    begin = TEXT.index(words)
    return Mention(text=words, begin=begin, end=begin + len(words))


def scores(kind: str, evidence: Span, none: float) -> PairScores:
    types = dict.fromkeys(("AGREE", "CONSULT", "ACCUSE", "ASSAULT"), 0.1 / 15) | {kind: 0.9}
    states = {"positive": 1.0}
    return PairScores(types, none, evidence, states, {"asserted": 1.0}, {"past": 1.0}, {}, {})


CHAD, MALI, TOGO, BENIN = map(mention, ("Chad", "Mali", "Togo", "Benin"))
ACCUSED, WATCHED = (14, 21), (49, 56)


def pair(actor: Mention, recipient: Mention | None, none: float, kind: str = "ACCUSE", evidence: Span = ACCUSED) -> Scored:
    return Scored(actor, recipient, scores(kind, evidence, none))


def test_compound_actors_make_one_event_with_several_members() -> None:
    (draft,) = drafts([pair(CHAD, TOGO, 0.1), pair(MALI, TOGO, 0.2)])
    assert (draft.event_type, draft.actors, draft.recipients) == ("ACCUSE", (CHAD, MALI), (TOGO,))


def test_pairs_below_the_floor_are_no_event() -> None:
    assert drafts([pair(CHAD, TOGO, 0.6), pair(BENIN, None, 0.9)]) == ()


def test_the_surer_direction_of_a_one_way_event_wins() -> None:
    (draft,) = drafts([pair(CHAD, TOGO, 0.1), pair(TOGO, CHAD, 0.45)])
    assert (draft.actors, draft.recipients) == ((CHAD,), (TOGO,))


def test_talks_that_run_both_ways_have_all_sides_as_actors() -> None:
    (draft,) = drafts([pair(CHAD, TOGO, 0.1, "CONSULT"), pair(TOGO, CHAD, 0.12, "CONSULT")])
    assert (draft.actors, draft.recipients) == ((CHAD, TOGO), ())


def test_an_actor_alone_does_not_repeat_what_its_pair_told() -> None:
    assert len(drafts([pair(CHAD, TOGO, 0.1), pair(CHAD, None, 0.05), pair(TOGO, None, 0.3)])) == 1


def test_other_words_are_another_event() -> None:
    found = drafts([pair(CHAD, TOGO, 0.1), pair(BENIN, None, 0.1, "CONSULT", WATCHED)])
    assert [draft.event_type for draft in found] == ["ACCUSE", "CONSULT"]


def test_a_party_inside_another_is_one_party() -> None:
    outer = Mention(text="Chad and Mali", begin=0, end=13)
    (draft,) = drafts([pair(outer, TOGO, 0.1), pair(CHAD, TOGO, 0.2)])
    assert draft.actors == (outer,)


def test_the_order_of_the_pairs_does_not_matter() -> None:
    pairs = [pair(CHAD, TOGO, 0.1), pair(MALI, TOGO, 0.2), pair(TOGO, CHAD, 0.4), pair(CHAD, None, 0.1)]
    assert drafts(pairs) == drafts(pairs[::-1])


def test_nobody_is_asked_about_himself() -> None:
    outer = Mention(text="Chad and Mali", begin=0, end=13)
    asked = ask([outer, CHAD, TOGO])
    assert (outer, CHAD) not in asked
    assert {(a, r) for a, r in asked if r is None} == {(outer, None), (CHAD, None), (TOGO, None)}
