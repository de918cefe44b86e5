"""What a run came to."""

from __future__ import annotations

from pathlib import Path

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.engines.run import Tally
from dragoman.terminal.words import line

SHOWN = 5
"""Rejections shown in full; all are in the store."""


def summary(tally: Tally, store: Path, seconds: float) -> RenderableType:
    """Give pages, stories, events, rejections with reasons, seconds and where the store is."""
    grid = Table(box=None, show_header=False, pad_edge=False, padding=(0, 1))
    grid.add_column(style="dim")
    grid.add_column(justify="right", style="bold")
    grid.add_column()
    rate = f"{tally.pages / seconds:,.1f} a second" if seconds > 0 else ""
    reasons = ", ".join(f"{reason} {count:,}" for reason, count in tally.reasons.most_common())
    for name, number, note in (
        ("pages", tally.pages, f"in {seconds:,.1f} s, {rate}"),
        ("stories", tally.stories, _changes(tally)),
        ("events", tally.events, ""),
        ("rejected", len(tally.rejections), reasons),
    ):
        grid.add_row(name, f"{number:,}", Text(note, style="dim"))
    return Group(*_broken_off(tally), grid, *_rejected(tally), Text.assemble(("\nThe store is ", ""), (str(store), "bold")))


def _changes(tally: Tally) -> str:
    added, replaced, unchanged = tally.written
    parts = [(added, "new"), (replaced, "coded anew"), (unchanged, "as before"), (tally.repeated, "met twice")]
    return ", ".join(f"{number:,} {what}" for number, what in parts if number)


def _broken_off(tally: Tally) -> list[Text]:
    if not tally.interrupted:
        return []
    text = f"Interrupted. {tally.pages:,} pages are in the store, in whole batches"
    text += f"; {tally.lost:,} coded since the last batch are not." if tally.lost else "."
    return [Text(text + " Run the same command again to go on.\n", style="yellow")]


def _rejected(tally: Tally) -> list[Text]:
    """Give the first rejections, and how many more there are."""
    shown = [
        Text.assemble("\n", (line(each.location), "bold"), f"\n  {line(each.detail).rstrip('.')}. ", (line(each.mend), "dim"))
        for each in tally.rejections[:SHOWN]
    ]
    more = len(tally.rejections) - len(shown)
    return shown + ([Text(f"\n{more:,} more are in the table `rejections` of the store.", style="dim")] if more else [])
