"""Explaining links: candidates, the likeliest first, with reasons."""

from datetime import date

import pytest

from dragoman.actors import ActorBase
from dragoman.actors.finding import find


@pytest.fixture(scope="module")
def base() -> ActorBase:
    return ActorBase.load()


@pytest.mark.parametrize(
    ("name", "on", "country", "first", "why"),
    [
        ("Bush", date(2003, 4, 1), None, "george_w_bush", "president on the day"),
        ("Bush", date(1990, 4, 1), None, "george_h_w_bush", "president on the day"),
        ("the Taliban", date(2021, 7, 1), None, "taliban", "its name"),
        ("Security Council of the UN", None, None, "un_security_council", "another order"),
        ("Congress", None, "PER", "pe_congress", "the body of that name in the country"),
        ("Congo", None, "COG", "COG", "the country asked for"),
    ],
)
def test_the_likeliest_comes_first(
    base: ActorBase, name: str, on: date | None, country: str | None, first: str, why: str
) -> None:
    told = find(base, name, on, country)
    assert told.candidates[0].actor_id == first
    assert why in told.candidates[0].why


def test_another_spelling_is_offered_and_not_taken(base: ActorBase) -> None:
    told = find(base, "Angela Merkell", date(2015, 1, 1))
    assert [(c.actor_id, c.chosen) for c in told.candidates if "nearly" in c.why] == [("angela_merkel", False)]


def test_nobody(base: ActorBase) -> None:
    told = find(base, "Xyzzy Qwop")
    assert told.candidates == ()
    assert told.to_dict()["link"]["actor_id"] is None
