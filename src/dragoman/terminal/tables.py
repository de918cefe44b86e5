"""Events as a table: with colour and two-line cells on a terminal, one tabbed line each in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from dragoman.store.export import flat
from dragoman.terminal import words

PLAIN = (
    "date_start", "date_precision", "event_type", "modes", "actor_country", "actor_text", "recipient_country", "recipient_text",
    "polarity", "modality", "said_by_text", "place_name", "confidence", "story_id", "evidence",
)  # fmt: skip
"""Columns of the table in a pipe; ``--format csv`` has all."""

_SCORED = 100  # columns of a terminal from which the confidence has room


def event_table(events: Iterable[dict[str, Any]], *, width: int, numbered: bool = False) -> Table:
    """Give events for a terminal.

    Args:
        events: In the form of ``Event.to_dict`` with ``evidence``.
        width: Columns of the terminal.
        numbered: Whether to number the events from 1, as in the marked article; otherwise each has its story's id.
    """
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, header_style="dim", padding=(0, 1), width=min(width, 150))
    if numbered:
        table.add_column("", justify="right", style="bold")
    table.add_column("Date" if numbered else "Date, story", no_wrap=True, min_width=10)
    table.add_column("What", min_width=12, overflow="fold")
    table.add_column("Who → whom", ratio=3, overflow="fold")
    table.add_column("Evidence", ratio=4, overflow="fold")
    if width >= _SCORED:
        table.add_column("Sure", justify="right", style="dim")
    for number, event in enumerate(events, 1):
        table.add_row(*_cells(event, number if numbered else None, scored=width >= _SCORED), end_section=False)
    return table


def plain_lines(events: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Give a header and one line an event, the columns of :data:`PLAIN` between tabs."""
    yield "\t".join(PLAIN)
    for event in events:
        row = flat(event)
        yield "\t".join(words.line(row[name]) for name in PLAIN)


def _cells(event: dict[str, Any], number: int | None, *, scored: bool) -> list[Text]:
    when = Text(words.day(event.get("date")) or "no date", style="" if event.get("date") else "dim")
    if number is None:
        when.append("\n" + str(event.get("story_id"))[:8], style="dim")
    cells = [when, words.kind(event), words.parties(event), words.evidence(event)]
    numbers = [Text(str(number))] if number is not None else []
    return [*numbers, *cells, *([Text(f"{event.get('confidence') or 0:.2f}")] if scored else [])]
