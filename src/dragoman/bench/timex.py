"""Time expressions against TimeML annotation, as TempEval-3 scores them (UzZaman and others, 2013).

Strict F1 wants the same span, relaxed F1 an overlap, one to one; value F1 is relaxed F1 with the values of the matched pairs
equal, type F1 with the types. Stories sorted by id are halved: rules were tuned on the first half, so the second is the score.
HeidelTime, the best of that campaign, has a value F1 of 0.776 on its test set.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.bench.report import Cell, Report, Sheet
from dragoman.bench.scores import ratio
from dragoman.errors import DragomanError
from dragoman.times import times

HEIDELTIME_VALUE_F1 = 0.776


@dataclass(frozen=True, slots=True)
class Expression:
    """One time expression, annotated or found."""

    begin: int
    end: int
    type: str
    value: str
    text: str


Told = tuple[str, list[Expression], list[Expression]]


def run(data: Path) -> Report:
    """Score the time stage on a file of stories (or the folder that holds ``aquaint.jsonl``).

    Raises:
        DragomanError: the file is not there, or a line is not a story with ``id``, ``published``, ``text`` and ``timexes``.
    """
    tuned, held = ([(gold, found) for _, gold, found in half] for half in halves(data))
    held_out = scores(held)
    figures = {**held_out, "heideltime_value_f1": HEIDELTIME_VALUE_F1, "stories": len(held)}
    parts = (("first half", tuned), ("second half", held), ("all", tuned + held))
    by_part = [(name, scores(part)) for name, part in parts]
    rows: list[tuple[Cell, ...]] = [(measure, *(scored[measure] for _, scored in by_part)) for measure in held_out]
    wrong = Counter(mistake for gold, found in tuned for mistake in _mistakes(gold, found))
    return Report(
        "timex",
        figures,
        (
            Sheet("By part", ("measure", *(name for name, _ in parts)), tuple(rows)),
            Sheet(
                "Commonest mistakes, first half",
                ("kind", "annotated", "found", "times"),
                tuple((*m, n) for m, n in _top(wrong)),
            ),
        ),
    )


def halves(data: Path) -> tuple[list[Told], list[Told]]:
    """Give id, annotated and found expressions of the stories that rules were tuned on, and of the others.

    Raises:
        DragomanError: as :func:`run` does.
    """
    stories = _stories(data / "aquaint.jsonl" if data.is_dir() else data)
    told = [(str(story["id"]), _gold(story), _found(story)) for story in stories]
    return told[: len(told) // 2], told[len(told) // 2 :]


def scores(pairs: Iterable[tuple[list[Expression], list[Expression]]]) -> dict[str, float]:
    """Give F1 (strict, relaxed, value, type), precision and recall of spans, and the share of right values among those met.

    >>> gold, found = [Expression(0, 4, "DATE", "2021", "2021")], [Expression(0, 4, "DATE", "2020", "2021")]
    >>> scores([(gold, found)])["value_f1"], scores([(gold, found)])["strict_precision"]
    (0.0, 1.0)
    """
    hits: Counter[str] = Counter()
    annotated = given_out = 0
    for gold, found in pairs:
        annotated, given_out = annotated + len(gold), given_out + len(found)
        for wanted, given in matched(gold, found):
            hits["relaxed"] += 1
            hits["strict"] += (wanted.begin, wanted.end) == (given.begin, given.end)
            hits["value"] += _plain(wanted.value) == _plain(given.value)
            hits["type"] += wanted.type == given.type
    return {
        **{f"{name}_f1": ratio(2 * hits[name], annotated + given_out) for name in ("strict", "relaxed", "value", "type")},
        **{f"{name}_precision": ratio(hits[name], given_out) for name in ("strict", "relaxed")},
        **{f"{name}_recall": ratio(hits[name], annotated) for name in ("strict", "relaxed")},
        "value_accuracy": ratio(hits["value"], hits["relaxed"]),
    }


def matched(gold: list[Expression], found: list[Expression]) -> list[tuple[Expression, Expression]]:
    """Pair each annotated expression with the first found one that overlaps it and is not taken."""
    pairs, free = [], list(found)
    for wanted in gold:
        given = next((f for f in free if f.begin < wanted.end and wanted.begin < f.end), None)
        if given:
            free.remove(given)
            pairs.append((wanted, given))
    return pairs


def _plain(value: str) -> str:
    """Write weeks with two digits: the annotation has both ``2000-W7`` and ``2000-W07``."""
    return re.sub(r"-W(\d)$", r"-W0\1", value)


def _mistakes(gold: list[Expression], found: list[Expression]) -> list[tuple[str, str, str]]:
    pairs = matched(gold, found)
    met = {id(expression) for pair in pairs for expression in pair}
    missed = [("missed", f"{g.text} = {g.value}", "") for g in gold if id(g) not in met]
    surplus = [("surplus", "", f"{f.text} = {f.value}") for f in found if id(f) not in met]
    wrong = [
        ("value", f"{g.text} = {g.value}", f"{f.text} = {f.value}") for g, f in pairs if _plain(g.value) != _plain(f.value)
    ]
    return missed + surplus + wrong


def _top(wrong: Counter[tuple[str, str, str]]) -> list[tuple[tuple[str, str, str], int]]:
    return sorted(wrong.items(), key=lambda item: (-item[1], item[0]))[:20]


def _gold(story: dict[str, Any]) -> list[Expression]:
    return [Expression(t["begin"], t["end"], t["type"], t["value"], t["text"]) for t in story["timexes"]]


def _found(story: dict[str, Any]) -> list[Expression]:
    published = date.fromisoformat(story["published"][:10])
    return [Expression(t.begin, t.end, t.type, t.value, t.text) for t in times(story["text"], published)]


def _stories(path: Path) -> list[dict[str, Any]]:
    if not path.is_file():
        raise DragomanError(f"{path}: no such file. Point at the JSON lines with the annotated stories.")
    rows = []
    for number, line in enumerate(path.read_text("utf-8").strip().split("\n"), start=1):
        row = json.loads(line)
        if not {"id", "published", "text", "timexes"} <= row.keys():
            raise DragomanError(f"{path}, line {number}: id, published, text or timexes is missing.")
        rows.append(row)
    return sorted(rows, key=lambda row: str(row["id"]))
