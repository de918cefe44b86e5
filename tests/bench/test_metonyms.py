"""Names that are a place here and an actor there, counted by hand."""

from __future__ import annotations

import pytest

from dragoman.actors import ActorBase
from dragoman.bench.metonyms import figures, metonyms
from dragoman.records import Coding, Mention, Story

TEXT = "The Kremlin met envoys of Togo in Moscow; Mali stayed away."


def marked(words: str, kind: str) -> dict[str, object]:
    begin = TEXT.index(words)
    return {"begin": begin, "end": begin + len(words), "kind": kind}


ROW = {
    "text": TEXT,
    "mentions": {
        "a1": marked("The Kremlin", "actor"), "a2": marked("envoys of Togo", "actor"), "a3": marked("Togo", "actor"),
        "p1": marked("Moscow", "place"), "a4": marked("Mali", "actor"),
    },
}  # fmt: skip


def test_only_names_of_states_and_their_seats_count() -> None:
    found = [(TEXT[begin:end], kind) for begin, end, kind in metonyms(ROW, ActorBase.load())]
    assert found == [("Kremlin", "actor"), ("Togo", "actor"), ("Moscow", "place"), ("Mali", "actor")]


def test_each_is_told_as_it_was_marked_or_not() -> None:
    def at(words: str) -> tuple[int, int]:
        return TEXT.index(words), TEXT.index(words) + len(words)

    mentions = [Mention(text=w, begin=b, end=e) for w in ("The Kremlin", "Togo", "Moscow") for b, e in [at(w)]]
    coding = Coding(story=Story(id="s", text=TEXT), mentions=tuple(mentions))
    # actors: two of three found, and one of three given is wrong; the only place is taken for an actor
    assert figures([(ROW, coding)], ActorBase.load()) == {
        "metonym_macro_f1": pytest.approx((2 / 3 + 0) / 2, abs=1e-5),
        "metonyms": 4,
    }
