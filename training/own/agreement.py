"""How far two independent readings agree: ``python -m training.own.agreement``.

Krippendorff's alpha (nominal, two readers, no gaps; Krippendorff 2011) for every field. Events of the two readings are the
same one when their evidence and one of their actors overlap; an event that only one reader saw counts for the type as NONE.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.bench import given
from dragoman.bench.own import found_event
from dragoman.records import Relation, Span
from dragoman.relations.drafts import TWO_SIDED
from training.own.markup import read_all, read_file

Record = dict[str, Any]


def alpha(pairs: list[tuple[str, str]]) -> float:
    """Krippendorff's alpha of two readers' nominal values.

    >>> alpha([("a", "a"), ("b", "b")]), round(alpha([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")]), 3)
    (1.0, 0.533)
    """
    values = Counter(value for pair in pairs for value in pair)
    total = sum(values.values())
    observed = sum(a != b for a, b in pairs) / max(1, len(pairs))
    expected = (total * total - sum(n * n for n in values.values())) / max(1, total * (total - 1))
    return 1.0 if expected == 0 else 1 - observed / expected


def _overlap(a: list[int], b: list[int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _actors(record: Record, event: Record) -> list[list[int]]:
    return [[record["mentions"][name]["begin"], record["mentions"][name]["end"]] for name in event["actors"]]


def matched(first: Record, second: Record) -> Iterator[tuple[Record | None, Record | None]]:
    """Pair the events of two readings of one sentence."""
    free = list(second["events"])
    for event in first["events"]:
        same = [
            other for other in free
            if _overlap(event["evidence"], other["evidence"])
            and any(_overlap(a, b) for a in _actors(first, event) for b in _actors(second, other))
        ]  # fmt: skip
        best = next((o for o in same if o["event_type"] == event["event_type"]), same[0] if same else None)
        if best is not None:
            free.remove(best)
        yield event, best
    yield from ((None, other) for other in free)


def compare(readings: list[tuple[Record, Record]]) -> dict[str, tuple[float, int]]:
    """Give alpha and the number of units of each field."""
    fields: dict[str, list[tuple[str, str]]] = {name: [] for name in ("has event", "event type", "direction")}
    fields |= {name: [] for name in ("polarity", "modality", "tense", "modes", "contexts", "said by")}
    for first, second in readings:
        fields["has event"].append((str(bool(first["events"])), str(bool(second["events"]))))
        for one, other in matched(first, second):
            fields["event type"].append((one["event_type"] if one else "NONE", other["event_type"] if other else "NONE"))
            if one is None or other is None:
                continue
            for name in ("polarity", "modality", "tense"):
                fields[name].append((one[name], other[name]))
            for name in ("modes", "contexts"):
                fields[name].append(("+".join(sorted(one[name])), "+".join(sorted(other[name]))))
            fields["said by"].append((str(one["said_by"] is not None), str(other["said_by"] is not None)))
            fields["direction"].append((str(bool(one["recipients"])), str(bool(other["recipients"]))))
    return {name: (round(alpha(pairs), 3), len(pairs)) for name, pairs in fields.items()}


def readings(own: Path) -> dict[str, list[tuple[Record, Record]]]:
    """Pair first and second readings: of our own sentences by id, of real ones by where they stand."""
    known = {record["id"]: record for record in read_all(own / "sentences")}
    second = [record for path in sorted((own / "second").glob("*.txt")) for record in read_file(path)]

    def rows(path: Path) -> dict[tuple[str, str, int], Record]:
        read = map(json.loads, path.read_text("utf-8").splitlines())
        return {(row["set"], row["record"], row["begin"]): row for row in read}

    first, again = rows(own / "real.jsonl"), rows(own / "second" / "real.jsonl")
    return {
        "own": [(known[record["group"]], record) for record in second if record["group"] in known],
        "real": [(first[key], again[key]) for key in sorted(again) if key in first],
    }


@dataclass(frozen=True)
class _Told:
    """An event of a reading, in the form that the bench scores."""

    event_type: str
    actors: list[_Party]
    recipients: list[_Party]


@dataclass(frozen=True)
class _Party:
    begin: int
    end: int


def _told(record: Record, event: Record) -> _Told:
    sides = [[_Party(record["mentions"][n]["begin"], record["mentions"][n]["end"]) for n in event[side]]
             for side in ("actors", "recipients")]  # fmt: skip
    both = event["event_type"] in TWO_SIDED and not sides[1] and len(sides[0]) > 1
    return _Told(event["event_type"], sides[0], sides[0] if both else sides[1])


def as_coder(readings: list[tuple[Record, Record]]) -> dict[str, float]:
    """Score the second readings as ``dragoman bench own`` scores the coder: no coder needs to beat a careful reader."""
    found = wanted = given = empty = invented = 0
    for first, second in readings:
        free = [_told(second, event) for event in second["events"]]
        given, wanted = given + len(free), wanted + len(first["events"])
        empty, invented = empty + (not first["events"]), invented + (0 if first["events"] else len(free))
        for event in first["events"]:
            match = found_event(event, first, free)
            if match is not None:
                free.remove(match)
                found += 1
    return {"precision": found / given, "recall": found / wanted, "F1": 2 * found / (given + wanted),
            "events per 100 sentences where the first reader saw none": 100 * invented / max(1, empty)}  # fmt: skip


class _Reader:
    """A reader, asked about pairs as the coder is; the texts are but the numbers of their readings."""

    def __init__(self, read: list[Record]) -> None:
        self.read = read

    def relate(self, text: str, actor: Span, recipient: Span | None = None) -> Relation:
        seen = [event["event_type"] for event in self.read[int(text)]["events"] if self._holds(text, event, actor, recipient)]
        kind = seen[0] if seen else None
        return Relation(event_type=kind, quad=None, scores={kind: 1.0} if kind else {}, none=0.0 if kind else 1.0)

    def _holds(self, text: str, event: Record, actor: Span, recipient: Span | None) -> bool:
        told = _told(self.read[int(text)], event)
        acting, acted = ([[party.begin, party.end] for party in side] for side in (told.actors, told.recipients))
        if not any(_overlap([*actor], span) for span in acting):
            return False
        return any(_overlap([*recipient], span) for span in acted) if recipient else not acted


def as_asked(readings: list[tuple[Record, Record]]) -> dict[str, float]:
    """Score the second readings on the pairs of the first as ``dragoman bench own`` scores the coder, and its mentions.

    Where the second reader saw two events between a pair, the first that was written down is the answer.
    """
    rows = [{**first, "text": str(i)} for i, (first, _) in enumerate(readings)]
    scored = given.figures(_Reader([second for _, second in readings]), rows)
    marked = [[{(m["begin"], m["end"]) for m in each["mentions"].values() if m["kind"] == "actor"} for each in pair]
              for pair in readings]  # fmt: skip
    both, all_of = (sum(len(a & b) for a, b in marked), sum(len(a) + len(b) for a, b in marked))
    return {
        "type of a pair or none, macro F1": scored["pair_type_macro_f1"],
        "direction, macro F1": scored["direction_macro_f1"],
        "reversed pair is none": scored["reversed_none"],
        "mentions of actors, exact F1": 2 * both / all_of,
    }


def main() -> None:
    """Print a table for our own sentences and one for the real ones."""
    for name, pairs in readings(Path(__file__).parent).items():
        print(f"{name}: {len(pairs)} sentences read twice")
        for field, (value, units) in compare(pairs).items():
            print(f"  {field:12} alpha {value:6.3f}   {units} units")
        for measure, figure in as_coder(pairs).items():
            print(f"  whole events, scored as a coder is: {measure} {figure:.3f}")
        for measure, figure in as_asked(pairs).items():
            print(f"  asked as a coder is: {measure} {figure:.3f}")


if __name__ == "__main__":
    main()
