"""Repeats inside one story become one event; different words stay different events."""

from dragoman.merge import merge
from dragoman.records import Event, Party

CHAD, TOGO = Party(text="Chad", begin=0, end=4), Party(text="Togo", begin=13, end=17)


def event(
    begin: int, end: int, *, kind: str = "ACCUSE", recipients: tuple[Party, ...] = (TOGO,), confidence: float = 0.9
) -> Event:
    return Event(id=f"{kind}{begin}", story_id="s", event_type=kind, quad=3, intensity=-3.0, actors=(CHAD,), recipients=recipients,
                 begin=begin, end=end, confidence=confidence, coder="c", model="m", codebook="b")  # fmt: skip


def test_overlapping_words_of_one_type_and_the_same_parties_are_one_event() -> None:
    assert merge([event(5, 12, confidence=0.5), event(5, 15)]) == (event(5, 15),)


def test_a_poorer_telling_of_the_same_words_goes() -> None:
    assert merge([event(5, 12, recipients=(), confidence=0.5), event(5, 12)]) == (event(5, 12),)


def test_other_words_or_another_type_stay() -> None:
    events = [event(5, 12), event(20, 30), event(5, 12, kind="REJECT")]
    assert len(merge(events)) == 3


def test_events_come_in_text_order_whatever_order_they_had() -> None:
    events = [event(20, 30), event(5, 12)]
    assert [e.begin for e in merge(events)] == [e.begin for e in merge(events[::-1])] == [5, 20]
