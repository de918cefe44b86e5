"""Whole codings of single sentences against hand-marked ones: events found, events invented, and how they are qualified.

The data are JSON lines as ``training/own/markup.py --jsonl`` prints them; only rows of the part ``test`` (never trained
on, never tuned on) count.
An event is found when one of the same type has an overlapping actor and, where the marked one has recipients, an overlapping
recipient; for two-sided events either side may stand as either.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from dragoman.bench import given, metonyms
from dragoman.bench.report import Report, Sheet
from dragoman.bench.scores import calibration_error, confusions, macro_f1, per_class, ratio
from dragoman.coder import Coder
from dragoman.errors import DragomanError
from dragoman.records import Coding, Event, Mention, Party, Span, Speaker, Story, story_id

Row = Mapping[str, Any]
STATES = ("polarity", "modality", "tense")
CUTS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass(slots=True)
class Tally:
    """What is counted over the sentences."""

    found: int = 0
    wanted: int = 0
    given: int = 0
    untyped: int = 0
    empty: int = 0
    invented: list[float] = field(default_factory=list)
    asserted: int = 0
    mentions: tuple[int, int, int] = (0, 0, 0)
    cited: tuple[int, int, int] = (0, 0, 0)
    types: list[tuple[str, str]] = field(default_factory=list)
    errors: Counter[tuple[str, str]] = field(default_factory=Counter)
    sure: list[tuple[float, bool]] = field(default_factory=list)
    states: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: {name: [] for name in STATES})


def run(data: Path) -> Report:
    """Code each held-out sentence as a story of its own and score the codings."""
    coder = Coder()
    rows = held_rows(data)
    tally = Tally()
    coded = [(row, coder.code(Story(id=story_id(None, None, None, row["text"]), text=row["text"]))) for row in rows]
    for row, coding in coded:
        count(tally, row, coding)
    found = {**figures(tally, len(rows)), **given.figures(coder, rows), **metonyms.figures(coded, coder.base)}
    return Report("own", found, sheets(tally))


def held_rows(path: Path, part: str = "test") -> list[Row]:
    """Read the rows of one part: ``test`` to report, ``dev`` to tune on.

    Raises:
        DragomanError: the file is not there, or no row is of that part.
    """
    if not path.is_file():
        raise DragomanError(f"{path}: no such file. Make it with `python -m training.own.markup --jsonl > {path}`.")
    rows = [row for line in path.read_text("utf-8").splitlines() if (row := json.loads(line)).get("part") == part]
    if not rows:
        raise DragomanError(f"{path}: no row is of the part `{part}`, so nothing here is safe to score on.")
    return rows


def count(tally: Tally, row: Row, coding: Coding) -> None:
    """Add one sentence to the tally."""
    free = list(coding.events)
    lost: list[str] = []
    for marked in row["events"]:
        tally.wanted += 1
        match = found_event(marked, row, free) or found_event(marked, row, free, typed=False)
        if match is None:
            tally.types.append((marked["event_type"], "NONE"))
            lost.append(marked["event_type"])
            continue
        free.remove(match)
        tally.types.append((marked["event_type"], match.event_type))
        tally.untyped += 1
        tally.found += match.event_type == marked["event_type"]
        tally.sure.append((match.confidence, match.event_type == marked["event_type"]))
        for name in STATES:
            tally.states[name].append((marked[name], getattr(match, name)))
        _count_cited(tally, row, marked, match)
    tally.given += len(coding.events)
    tally.errors += _errors(lost, [event.event_type for event in free], anything=bool(row["events"]))
    tally.types += [("NONE", event.event_type) for event in free]
    tally.sure += [(event.confidence, False) for event in free]
    if not row["events"]:
        tally.empty += 1
        tally.invented += [event.confidence for event in coding.events]
        tally.asserted += sum(e.modality == "asserted" and e.polarity == "positive" for e in coding.events)
    _count_mentions(tally, row, coding)


def _errors(lost: Sequence[str], surplus: Sequence[str], *, anything: bool) -> Counter[tuple[str, str]]:
    """Say of the events of a sentence that were not found, and of those coded that are none of them, what went wrong.

    An event not found is one with other parties where a surplus one of its type is coded; else nothing was coded of it.
    """
    twins = Counter(lost) & Counter(surplus)
    found = Counter({(kind, "other parties"): many for kind, many in twins.items()})
    found += Counter((kind, "not coded") for kind in (Counter(lost) - twins).elements())
    where = "coded beside other events" if anything else "coded where nothing happens"
    return found + Counter((kind, where) for kind in (Counter(surplus) - twins).elements())


def _count_mentions(tally: Tally, row: Row, coding: Coding) -> None:
    gold = {(m["begin"], m["end"]) for m in row["mentions"].values() if m["kind"] == "actor"}
    found = {(m.begin, m.end) for m in coding.mentions}
    both, wanted, given = tally.mentions
    tally.mentions = (both + len(gold & found), wanted + len(gold), given + len(found))


def _count_cited(tally: Tally, row: Row, marked: Row, event: Event) -> None:
    """On whose word the event is told: right where the party cited is the one marked."""
    source = row["mentions"].get(marked.get("said_by") or "")
    right = source is not None and event.said_by is not None and _touches([event.said_by], [(source["begin"], source["end"])])
    both, wanted, given = tally.cited
    tally.cited = (both + right, wanted + (source is not None), given + (event.said_by is not None))


def _touches(parties: Sequence[Party | Mention | Speaker], spans: Sequence[Span]) -> bool:
    return any(p.begin < end and begin < p.end for p in parties for begin, end in spans)


class Told(Protocol):
    """An event, or the draft of one."""

    @property
    def event_type(self) -> str: ...  # noqa: D102
    @property
    def actors(self) -> Sequence[Party | Mention]: ...  # noqa: D102
    @property
    def recipients(self) -> Sequence[Party | Mention]: ...  # noqa: D102


E = TypeVar("E", bound=Told)


def found_event(marked: Row, row: Row, events: Sequence[E], *, typed: bool = True) -> E | None:
    """Give the first event that is the marked one of the row: same type (if ``typed``), overlapping parties."""
    spans = {name: (m["begin"], m["end"]) for name, m in row["mentions"].items()}
    actors, recipients = ([spans[name] for name in marked[side]] for side in ("actors", "recipients"))
    for event in events:
        if typed and event.event_type != marked["event_type"]:
            continue
        everyone = (*event.actors, *event.recipients)
        if not recipients and len(actors) > 1 and _touches(everyone, actors):
            return event
        if _touches(event.actors, actors) and (not recipients or _touches(event.recipients, recipients)):
            return event
    return None


def figures(tally: Tally, sentences: int) -> dict[str, float | int]:
    """Give the figures of a tally."""
    both, wanted, given = tally.mentions
    heard, cited, said = tally.cited
    states = {f"{name}_macro_f1": macro_f1(*_sides(tally.states[name])) for name in STATES}
    return {
        "event_precision": ratio(tally.found, tally.given),
        "event_recall": ratio(tally.found, tally.wanted),
        "event_f1": ratio(2 * tally.found, tally.given + tally.wanted),
        "event_recall_any_type": ratio(tally.untyped, tally.wanted),
        **states,
        "said_by_precision": ratio(heard, said),
        "said_by_recall": ratio(heard, cited),
        "false_events_per_100_event_free": ratio(100 * len(tally.invented), tally.empty),
        "false_asserted_per_100_event_free": ratio(100 * tally.asserted, tally.empty),
        "event_calibration_error": calibration_error(tally.sure),
        "mention_f1_exact": ratio(2 * both, wanted + given),
        "sentences": sentences,
        "event_free_sentences": tally.empty,
        "events_marked": tally.wanted,
        "events_coded": tally.given,
    }


def sheets(tally: Tally) -> tuple[Sheet, ...]:
    """Give the tables: what each cut of confidence leaves, by type, what goes wrong, states."""
    gold, guessed = _sides(tally.types)
    both = [(right, taken) for right, taken in tally.types if "NONE" not in (right, taken)]
    errors = tally.errors + Counter((right, f"taken for {taken}") for right, taken in both if right != taken)
    columns = ("precision", "recall", "F1", "rows")
    states = [(name, *score) for name in STATES for score in per_class(*_sides(tally.states[name]))]
    cuts = ("at least", "events", "precision", "recall", "F1", "false per 100 event-free")
    return (
        Sheet("by confidence", cuts, tuple(at_least(tally, cut) for cut in CUTS)),
        Sheet("by type", ("type", *columns), tuple(tuple(score) for score in per_class(gold, guessed))),
        Sheet("errors by kind", ("what went wrong", "events"), _kinds(errors)),
        Sheet("commonest errors", ("type", "what went wrong", "events"), tuple((*e, n) for e, n in errors.most_common(10))),
        Sheet("commonest confusions", ("marked", "coded", "events"), confusions(*_sides(both))),
        Sheet("found events qualified", ("of", "value", *columns), tuple(states)),
    )


def at_least(tally: Tally, cut: float) -> tuple[float, ...]:
    """Give what is left when only events at least this sure are kept: the row of one cut.

    >>> at_least(Tally(wanted=2, sure=[(0.9, True), (0.5, False)], invented=[0.5], empty=4), 0.6)
    (0.6, 1, 1.0, 0.5, 0.666667, 0.0)
    """
    right = [is_right for confidence, is_right in tally.sure if confidence >= cut]
    false = sum(confidence >= cut for confidence in tally.invented)
    shares = ratio(sum(right), len(right)), ratio(sum(right), tally.wanted), ratio(2 * sum(right), len(right) + tally.wanted)
    return (cut, len(right), *shares, ratio(100 * false, tally.empty))


def _kinds(errors: Mapping[tuple[str, str], int]) -> tuple[tuple[str, int], ...]:
    """Errors whatever the type, the commonest first."""
    kinds: Counter[str] = Counter()
    for (_, what), many in errors.items():
        kinds["taken for another type" if what.startswith("taken") else what] += many
    return tuple(kinds.most_common())


def _sides(pairs: Sequence[tuple[str, str]]) -> tuple[list[str], list[str]]:
    return [g for g, _ in pairs], [p for _, p in pairs]
