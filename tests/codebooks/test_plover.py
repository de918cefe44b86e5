"""The bundled codebook holds what PLOVER's sources say, with the decisions taken."""

import pickle
from collections.abc import Callable
from typing import get_args

import pytest

from dragoman.codebooks import CodebookError, bundled, load
from dragoman.records import EventType

PLOVER = load()


def test_types_are_those_of_the_records() -> None:
    assert list(PLOVER.types) == list(get_args(EventType))


def test_counts_are_those_of_the_manuals() -> None:
    modes_2024 = sum(len(spec.modes) for spec in PLOVER.types.values())
    assert (modes_2024, len(PLOVER.contexts), len(PLOVER.sectors), len(PLOVER.non_state)) == (67, 37, 25, 7)


def test_version_names_codebook_and_edition() -> None:
    assert PLOVER.version == "plover-2024.1"
    assert bundled().count("plover") == 1


@pytest.mark.parametrize(
    ("quad", "types"),
    [
        (1, "AGREE CONSULT SUPPORT CONCEDE"),
        (2, "COOPERATE AID RETREAT"),
        (3, "REQUEST ACCUSE REJECT THREATEN"),
        (4, "PROTEST SANCTION MOBILIZE COERCE ASSAULT"),
    ],
)
def test_quads(quad: int, types: str) -> None:
    assert [name for name in PLOVER.types if PLOVER.quad(name) == quad] == types.split()


def test_three_types_need_a_recipient() -> None:
    assert [name for name, spec in PLOVER.types.items() if spec.recipient_needed] == ["COOPERATE", "AID", "SANCTION"]


@pytest.mark.parametrize(
    ("event_type", "modes", "score"),
    [
        ("AGREE", [], 2.5),
        ("ACCUSE", [], -3),  # printed as 3 in 2024
        ("SANCTION", ["expel"], -5.5),
        ("PROTEST", ["vandalize"], -5),  # no score of its own
        ("ASSAULT", ["beat", "primitive"], -8),  # the strongest
        ("ASSAULT", ["primitive", "beat"], -8),
        ("REQUEST", ["assist", "change"], -1),
        ("REQUEST", ["meet"], 0),
    ],
)
def test_intensity(event_type: str, modes: list[str], score: float) -> None:
    assert PLOVER.intensity(event_type, modes) == score


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("visit", "visit"),
        ("ban", "restrict"),
        ("execute", "targeted"),
        ("massacre", "targeted"),
        ("return", None),
        ("cleansing", None),
        ("sideAB", None),
    ],
)
def test_modes_of_2023(old: str, new: str | None) -> None:
    assert PLOVER.mode_2024(old) == new


@pytest.mark.parametrize(
    ("spelling", "context"),
    [("military", "military"), ("natural_resources", "natural_resource"), ("pro-democracy", "pro_democracy")],
)
def test_context_spellings(spelling: str, context: str) -> None:
    assert PLOVER.context(spelling) == context


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: PLOVER.quad("FIGHT"), "no event type 'FIGHT'; it has: AGREE"),
        (lambda: PLOVER.intensity("AGREE", ["visit"]), "AGREE has no mode 'visit'; it has: no modes"),
        (lambda: PLOVER.mode_2024("tickle"), "has or had a mode 'tickle'"),
        (lambda: PLOVER.context("weather"), "no context 'weather'"),
    ],
)
def test_unknown_labels_say_what_is_known(ask: Callable[[], object], message: str) -> None:
    with pytest.raises(CodebookError, match=message):
        ask()


def test_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(PLOVER)) == PLOVER


def test_every_boundary_and_decision_speaks() -> None:
    assert len(PLOVER.boundaries) >= 25
    assert all(rule.when and rule.code for rule in PLOVER.boundaries)
    assert any(decision.about.startswith("SANCTION") for decision in PLOVER.decisions)
