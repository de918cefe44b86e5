"""Tables about actors: the candidates of a name, and what an import made of each line."""

from __future__ import annotations

from collections.abc import Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.actors.finding import Explanation
from dragoman.actors.importing import Note


def candidates(told: Explanation) -> RenderableType:
    """Give the candidates of a name as a table; ``*`` marks the one that is linked."""
    link = told.link
    what = " ".join(part for part in (link.actor_id or link.name, link.country, *link.sectors, link.role) if part)
    head = Text(f"{told.name}{f' on {told.on}' if told.on else ''}: {what or 'nobody'} ({link.why}, {link.score:.2f})")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("", "actor", "name", "country", "sectors", "office", "Wikidata", "score", "why"):
        table.add_column(column, overflow="fold", justify="right" if column == "score" else "left")
    for one in told.candidates:
        cells = (
            "*" if one.chosen else "", one.actor_id, one.name, one.country or "", " ".join(one.sectors), one.role or "",
            one.wikidata or "", f"{one.score:.2f}", one.why,
        )  # fmt: skip
        table.add_row(*map(Text, cells))
    return Group(head, table) if told.candidates else Group(head, Text("No actor of the base has such a name."))


def notes(given: Sequence[Note]) -> RenderableType:
    """Give what became of each line as a table."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("line", justify="right")
    for column in ("", "name", "what"):
        table.add_column(column, overflow="fold")
    for note in given:
        table.add_row(str(note.line), note.outcome, Text(note.name), Text(note.detail))
    return table
