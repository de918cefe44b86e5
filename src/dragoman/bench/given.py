"""The model asked about what is marked: the type of an ordered pair, which way it runs, and how sure it is with right.

Where :mod:`dragoman.bench.own` scores whole codings, here the pairs of mentions are given, as in PLV; but most of them have no
event, and the reversed pair of a one-way event must have none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from typing import Any, NamedTuple, Protocol

from dragoman.bench.scores import calibration_error, macro_f1, ratio
from dragoman.records import Relation, Span

Row = Mapping[str, Any]
NONE = "NONE"
ONE_WAY = frozenset("REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT AID CONCEDE RETREAT".split())
"""Types that what the recipient does to the actor cannot be read from; talks, accords and trade often run both ways."""


class Pair(NamedTuple):
    """An ordered pair of mentions and the types that hold of it; none for no event.

    Attributes:
        reversed: Whether it is a one-way event's pair turned round.
    """

    actor: str
    recipient: str | None
    types: frozenset[str]
    reversed: bool


def pairs(row: Row) -> Iterator[Pair]:
    """Yield every ordered pair of actors that do not overlap, and every actor that acts on nobody named.

    >>> mention = {"kind": "actor", "end": 0}
    >>> row = {"mentions": {"a1": mention | {"begin": 0, "end": 4}, "a2": mention | {"begin": 13, "end": 17}},
    ...        "events": [{"event_type": "ACCUSE", "actors": ["a1"], "recipients": ["a2"]}]}
    >>> [(p.actor, p.recipient, sorted(p.types), p.reversed) for p in pairs(row)]
    [('a1', 'a2', ['ACCUSE'], False), ('a2', 'a1', [], True)]
    """
    stated: dict[tuple[str, str | None], set[str]] = {}
    for event in row["events"]:
        for key in _stated(event):
            stated.setdefault(key, set()).add(event["event_type"])
    taking_part = {name for event in row["events"] for name in (*event["actors"], *event["recipients"])}
    free = [n for n, m in row["mentions"].items() if m["kind"] == "actor" and not _hidden(row, n, taking_part)]
    for actor, recipient in permutations(free, 2):
        if not _overlap(_span(row, actor), _span(row, recipient)):
            turned = stated.get((recipient, actor), set())
            held = frozenset(stated.get((actor, recipient), ()))
            yield Pair(actor, recipient, held, not held and bool(turned) and turned <= ONE_WAY)
    for (actor, nobody), types in stated.items():
        if nobody is None:
            yield Pair(actor, None, frozenset(types), reversed=False)


def _stated(event: Mapping[str, Any]) -> Iterator[tuple[str, str | None]]:
    actors, recipients = event["actors"], event["recipients"]
    if recipients:
        yield from ((actor, recipient) for actor in actors for recipient in recipients)
    elif len(actors) > 1:
        yield from permutations(actors, 2)
    else:
        yield from ((actor, None) for actor in actors)


class Asked(Protocol):
    """Who answers what one party does to another: the coder, or a reader."""

    def relate(self, text: str, actor: Span, recipient: Span | None = None) -> Relation: ...  # noqa: D102


def figures(coder: Asked, rows: Sequence[Row]) -> dict[str, float | int]:
    """Ask the model for every pair of every row.

    A pair counts as an event when none is less likely than a half. ``direction_macro_f1`` is that of telling a one-way event's
    pair from its reversal, so that an event not seen counts against it; ``reversed_none`` is the share of such reversals in
    which no event is seen; ``direction_known`` the share of one-way events that are likelier than their reversal, those as
    likely counting half: which way it runs, for who knows that something was done. ``pair_calibration_error`` is the expected
    difference between the probability of the answer (a type, or none) and how often it is right, over ten bins.
    """
    gold: list[str] = []
    guessed: list[str] = []
    ways: list[tuple[str, str]] = []
    sure: list[tuple[float, bool]] = []
    known: list[float] = []
    for row in rows:
        eventful: dict[tuple[str, str | None], float] = {}
        turned: list[Pair] = []
        for pair in pairs(row):
            recipient = _span(row, pair.recipient) if pair.recipient else None
            answer = coder.relate(row["text"], actor=_span(row, pair.actor), recipient=recipient)
            kind = answer.event_type or NONE
            right = kind if kind in (pair.types or {NONE}) else min(pair.types or {NONE})
            gold.append(right)
            guessed.append(kind)
            likely = answer.none if kind == NONE else (1 - answer.none) * answer.scores[kind]
            sure.append((likely, kind == right))
            eventful[pair.actor, pair.recipient] = 1 - answer.none
            turned += [pair] if pair.reversed else []
            if pair.reversed or (pair.types and pair.types <= ONE_WAY and pair.recipient):
                ways.append(("no" if pair.reversed else "yes", "no" if kind == NONE else "yes"))
        known += [_likelier(eventful[p.recipient or "", p.actor], eventful[p.actor, p.recipient]) for p in turned]
    return {
        "pair_type_macro_f1": macro_f1(gold, guessed),
        "direction_macro_f1": macro_f1([g for g, _ in ways], [p for _, p in ways]),
        "reversed_none": ratio(ways.count(("no", "no")), sum(right == "no" for right, _ in ways)),
        "direction_known": ratio(sum(known), len(known)),
        "pair_calibration_error": calibration_error(sure),
        "pairs": len(gold),
        "one_way_pairs": len(ways),
    }


def _likelier(one: float, other: float) -> float:
    return 0.5 if one == other else float(one > other)


def _span(row: Row, name: str) -> Span:
    return row["mentions"][name]["begin"], row["mentions"][name]["end"]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _hidden(row: Row, name: str, taking_part: set[str]) -> bool:
    """Whether a mention lies inside, or around, one that takes part: it is neither a party nor a stranger."""
    return name not in taking_part and any(_overlap(_span(row, name), _span(row, other)) for other in taking_part)
