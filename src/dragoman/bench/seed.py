"""A page and what a careful coder takes from it: every expected row, held or missed.

The folder has an ``expected.yaml`` (sections ``page``, ``actors``, ``events``, ``not_events``, ``positions``, ``claims``,
``times``, ``places``) and the page beside it, as text or HTML. Rows match records by overlap of their spans.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from dragoman.bench.report import Report, Sheet
from dragoman.coder import Coder
from dragoman.errors import DragomanError
from dragoman.reading import read
from dragoman.records import Coding, Event, Party, Span, Story
from dragoman.sentences import sentences

Row = Mapping[str, Any]
Check = Callable[[Coder, Coding, Row], str]
"""Gives what is wrong with a row, or nothing."""


def spans_of(text: str, words: str) -> list[Span]:
    """Give every place where the words stand in the text."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append((at, at + len(words)))
        at = text.find(words, at + 1)
    return found


def _touch(spans: Iterable[Span], begin: int, end: int) -> bool:
    return any(b < end and begin < e for b, e in spans)


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, list) else [] if value is None else [value]


def is_party(party: Party, codes: list[str]) -> bool:
    """Whether a party is one of the codes: an actor id or a country."""
    return "any" in codes or party.actor_id in codes or party.country in codes


def page_row(story: Story, key: str, wanted: Any) -> str:
    """Give what is wrong with one row of ``page``, or nothing."""
    if key == "body_starts":
        return "" if story.text.startswith(wanted) else f"starts {story.text[:60]!r}"
    if key == "body_ends":
        return "" if story.text.rstrip().endswith(wanted) else f"ends {story.text[-60:]!r}"
    if key in ("not_in_body", "excerpt_dropped"):
        left = [words for words in _list(wanted) if words in story.text]
        return f"still there: {left}" if left else ""
    found = getattr(story, key)
    if isinstance(found, datetime):
        return "" if found == datetime.fromisoformat(wanted) else f"{found.isoformat()}"
    return "" if (list(found) if isinstance(found, tuple) else found) == wanted else repr(found)


def actor_row(_: Coder, coding: Coding, row: Row) -> str:
    """An overlapping mention has the id or country, and the sector or kind of body."""
    spans = spans_of(coding.story.text, row["text"])
    touching = [m for m in coding.mentions if _touch(spans, m.begin, m.end)]
    if not touching:
        return "not found"
    right = [m for m in touching if is_party(m, [row["is"]]) and row.get("country") in (None, m.country)]
    if not right:
        return f"linked to {sorted({str(m.actor_id or m.country) for m in touching})}"
    sector = row.get("sector")
    if sector and not any(sector in (*m.sectors, m.country) for m in right):
        return f"sectors {sorted({s for m in right for s in m.sectors})}"
    return ""


def event_row(_: Coder, coding: Coding, row: Row) -> str:
    """An event whose evidence overlaps has the type, the parties and whatever else the row states."""
    spans = spans_of(coding.story.text, row["evidence"])
    near = [e for e in coding.events if _touch(spans, e.begin, e.end)]
    if not near:
        return "no event there"
    wrong = [_event_fault(event, row) for event in near]
    return "" if "" in wrong else "; ".join(wrong)


def _event_fault(event: Event, row: Row) -> str:
    types = [row["type"], *_list(row.get("any"))]
    codes, others = _list(row.get("actor")), _list(row.get("recipient"))
    faults = []
    if event.event_type not in types:
        faults.append(f"type {event.event_type}")
    if not any(is_party(p, codes) for p in event.actors):
        faults.append(f"actors {[p.actor_id or p.country or p.text for p in event.actors]}")
    if others and not any(is_party(p, others) for p in event.recipients):
        faults.append(f"recipients {[p.actor_id or p.country or p.text for p in event.recipients]}")
    faults += [
        f"{name} {getattr(event, name)}"
        for name in ("modality", "polarity")
        if row.get(name, getattr(event, name)) != getattr(event, name)
    ]
    return ", ".join(faults)


def not_event_row(_: Coder, coding: Coding, row: Row) -> str:
    """No asserted event stands in the sentence of the words."""
    text = coding.story.text
    spans = spans_of(text, row["words"])
    around = [s for s in sentences(text) if _touch(spans, *s)]
    asserted = [e for e in coding.events if e.modality == "asserted" and _touch(around, e.begin, e.end)]
    return "; ".join(f"{e.event_type}: {text[e.begin : e.end]}" for e in asserted)


def position_row(_: Coder, coding: Coding, row: Row) -> str:
    """A position whose evidence overlaps has the holder and the stance."""
    spans = spans_of(coding.story.text, row["evidence"])
    near = [p for p in coding.positions if _touch(spans, p.begin, p.end)]
    right = [p for p in near if p.stance == row["stance"] and is_party(p.holder, _list(row["holder"]))]
    return "" if right else "; ".join(f"{p.stance} by {p.holder.text}" for p in near) or "no position there"


def claim_row(_: Coder, coding: Coding, row: Row) -> str:
    """A claim whose evidence overlaps has the quantity and the unit."""
    spans = spans_of(coding.story.text, row["evidence"])
    near = [c for c in coding.claims if _touch(spans, c.begin, c.end)]
    right = [c for c in near if c.quantity == row["quantity"] and c.unit == row["unit"]]
    return "" if right else "; ".join(f"{c.quantity:g} {c.unit}" for c in near) or "no claim there"


def time_row(coder: Coder, coding: Coding, row: Row) -> str:
    """A time expression that overlaps has the value."""
    spans = spans_of(coding.story.text, row["text"])
    near = [t for t in coder.times(coding.story.text, coding.story.published) if _touch(spans, t.begin, t.end)]
    return "" if any(t.value == row["value"] for t in near) else f"values {[t.value for t in near]}"


def place_row(coder: Coder, coding: Coding, row: Row) -> str:
    """A place that overlaps has the country, and the name where the row gives one."""
    spans = spans_of(coding.story.text, row["text"])
    near = [p for p in coder.places(coding.story.text) if _touch(spans, p.begin, p.end)]
    name = row.get("is")
    right = [p for p in near if p.country == row["country"] and (name is None or name.lower() in (p.name or "").lower())]
    return "" if right else f"places {[(p.name, p.country) for p in near]}"


CHECKS: dict[str, Check] = {
    "actors": actor_row, "events": event_row, "not_events": not_event_row, "positions": position_row,
    "claims": claim_row, "times": time_row, "places": place_row,
}  # fmt: skip


def run(data: Path, coder: Coder | None = None) -> Report:
    """Code the page of a seed folder and hold it against its expected rows; by the bundled coder unless another is given."""
    expected, page = _load(data)
    story = read(page.read_bytes())
    coder = coder or Coder()
    coding = coder.code(story)
    results = [("page", key, page_row(story, key, _plain(wanted))) for key, wanted in expected["page"].items()]
    for section, check in CHECKS.items():
        for row in expected.get(section, []):
            row = {"words": row} if isinstance(row, str) else row
            results.append((section, _title(row), check(coder, coding, row)))
    figures = {section: _held(section, results) for section in ("page", *CHECKS)}
    missed = tuple((section, title, fault) for section, title, fault in results if fault)
    return Report(
        "seed", {**figures, "events_found": len(coding.events)}, (Sheet("missed", ("section", "row", "found"), missed),)
    )


def _load(data: Path) -> tuple[dict[str, Any], Path]:
    if not (data / "expected.yaml").is_file():
        raise DragomanError(f"{data}: no expected.yaml here. Give --data the folder that holds it and the page.")
    pages = sorted(p for p in data.iterdir() if p.suffix in (".txt", ".html", ".htm"))
    if len(pages) != 1:
        raise DragomanError(f"{data}: {len(pages)} pages beside expected.yaml; there must be one .txt or .html file.")
    return yaml.safe_load((data / "expected.yaml").read_text("utf-8")), pages[0]


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _title(row: Row) -> str:
    words = str(row.get("evidence") or row.get("text") or row.get("words"))
    return f"{row['type']}: {words}" if "evidence" in row and "type" in row else words


def _held(section: str, results: list[tuple[str, str, str]]) -> str:
    rows = [fault for name, _, fault in results if name == section]
    return f"{sum(not fault for fault in rows)} of {len(rows)}"
