"""How a run goes: a bar with rate and time left on a terminal, a line now and then in a pipe."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from dragoman.engines.work import Outcome
from dragoman.errors import DragomanError
from dragoman.records import Coding

_EVERY_S = 15.0  # seconds between lines in a pipe

Seen = Callable[[Outcome], None]


@contextmanager
def watched(console: Console, inputs: Callable[[], Iterable[Any]]) -> Iterator[Seen]:
    """Show how a run goes; give what is to be told of each outcome.

    Args:
        console: Where to show it, mostly standard error.
        inputs: Opens the inputs anew, to count them meanwhile; the time left is known once they are counted.
    """
    if not console.is_terminal:
        yield _Lines(console)
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(None),
        TaskProgressColumn(),
        _Rate(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True, expand=True) as progress, _counted(progress, inputs) as seen:
        yield seen


@contextmanager
def _counted(progress: Progress, inputs: Callable[[], Iterable[Any]]) -> Iterator[Seen]:
    """Let a bar advance, and find its end by counting the inputs beside."""
    task = progress.add_task("starting", total=None)
    tally = {"events": 0, "rejected": 0}
    stop = threading.Event()
    counter = threading.Thread(target=_count, args=(inputs, stop, lambda total: progress.update(task, total=total)))

    def seen(outcome: Outcome) -> None:
        coded = isinstance(outcome.result, Coding)
        tally["events"] += len(outcome.result.events) if isinstance(outcome.result, Coding) else 0
        tally["rejected"] += not coded
        rejected = f", {tally['rejected']:,} rejected" if tally["rejected"] else ""
        progress.update(
            task, advance=1, description=f"{progress.tasks[0].completed + 1:,.0f} pages, {tally['events']:,} events{rejected}"
        )

    counter.start()
    try:
        yield seen
    finally:
        stop.set()
        counter.join()


def _count(inputs: Callable[[], Iterable[Any]], stop: threading.Event, tell: Callable[[int], None]) -> None:
    total = 0
    try:
        for _ in inputs():
            total += 1
            if stop.is_set():
                return
    except DragomanError:  # the run itself meets it too, and says so
        return
    tell(total)


class _Rate(ProgressColumn):
    """Stories a second over the last half minute."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "", style="progress.data.speed")


class _Lines:
    """One line every quarter of a minute, for logs."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._start = self._told = time.monotonic()
        self._pages = 0

    def __call__(self, outcome: Outcome) -> None:
        self._pages += 1
        now = time.monotonic()
        if now - self._told >= _EVERY_S:
            self._told = now
            self._console.print(f"{self._pages:,} pages, {self._pages / (now - self._start):.1f} a second", highlight=False)
