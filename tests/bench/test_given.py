"""Pairs asked about, and how sure the answers are with right."""

from __future__ import annotations

import pytest

from dragoman.bench.given import figures, pairs
from dragoman.bench.scores import calibration_error
from dragoman.records import Relation, Span

TEXT = "Chad and Mali accused Togo of spying while Benin watched."
NAMES = {"a1": "Chad", "a2": "Mali", "a3": "Togo", "a4": "Benin"}


def row(*events: tuple[str, str, str]) -> dict[str, object]:
    mentions = {n: {"kind": "actor", "begin": TEXT.index(w), "end": TEXT.index(w) + len(w)} for n, w in NAMES.items()}
    told = [{"event_type": t, "actors": a.split(), "recipients": r.split()} for t, a, r in events]
    return {"text": TEXT, "mentions": mentions, "events": told}


def test_every_ordered_pair_is_asked_and_those_turned_round_are_marked() -> None:
    asked = {(p.actor, p.recipient): p for p in pairs(row(("ACCUSE", "a1 a2", "a3")))}
    assert len(asked) == 12
    assert [key for key, pair in asked.items() if pair.types] == [("a1", "a3"), ("a2", "a3")]
    assert [key for key, pair in asked.items() if pair.reversed] == [("a3", "a1"), ("a3", "a2")]


def test_talks_hold_both_ways_so_nothing_is_turned_round() -> None:
    asked = list(pairs(row(("CONSULT", "a1 a2", ""))))
    assert [(p.actor, p.recipient) for p in asked if p.types] == [("a1", "a2"), ("a2", "a1")]
    assert not any(p.reversed for p in asked)


def test_an_actor_with_no_recipient_is_asked_about_alone() -> None:
    assert [(p.actor, sorted(p.types)) for p in pairs(row(("MOBILIZE", "a1", ""))) if p.recipient is None] == [
        ("a1", ["MOBILIZE"])
    ]


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ([(0.95, True)] * 19 + [(0.95, False)], 0.0),
        ([(0.95, False)], 0.95),
        ([(1.0, True), (0.05, False)], 0.025),
        ([], 0.0),
    ],
)  # fmt: skip
def test_calibration_error_is_the_mean_gap_of_the_bins(answers: list[tuple[float, bool]], error: float) -> None:
    assert calibration_error(answers) == pytest.approx(error, abs=1e-9)


class Answers:
    """A coder that sees an accusation from each actor to each recipient it is told of, and nothing else."""

    def __init__(self, *seen: str) -> None:
        self.seen = seen

    def relate(self, text: str, actor: Span, recipient: Span | None) -> Relation:
        said = f"{text[slice(*actor)]} {text[slice(*recipient)] if recipient else ''}" in self.seen
        return Relation(
            event_type="ACCUSE" if said else None, quad=3 if said else None, scores={"ACCUSE": 1.0}, none=float(not said)
        )


def test_an_event_not_seen_counts_against_direction_but_its_reversal_is_still_right() -> None:
    one = figures(Answers("Chad Togo"), [row(("ACCUSE", "a1 a2", "a3"))])  # type: ignore[arg-type]
    assert one["reversed_none"] == 1.0
    assert one["direction_macro_f1"] == pytest.approx((2 / 3 + 4 / 5) / 2, abs=1e-6)
    assert figures(Answers("Togo Chad"), [row(("ACCUSE", "a1", "a3"))])["reversed_none"] == 0.0  # type: ignore[arg-type]


def test_the_likelier_way_is_told_for_those_who_know_that_something_was_done() -> None:
    wanted = [row(("ACCUSE", "a1", "a3"))]
    sides = [figures(Answers(*seen), wanted)["direction_known"] for seen in (["Chad Togo"], [], ["Togo Chad"])]  # type: ignore[arg-type]
    assert sides == [1.0, 0.5, 0.0]
