import io
from collections.abc import Iterator

from rich.console import Console

from dragoman.engines.local import code_all
from dragoman.errors import SourceMissing
from dragoman.records import Story
from dragoman.terminal.progress import watched
from tests.engines.fakes import FakeCoder, mixed


def shown(*, terminal: bool, inputs: object) -> str:
    console = Console(file=io.StringIO(), width=80, force_terminal=terminal)
    with watched(console, inputs) as seen:
        for outcome in code_all(mixed(), FakeCoder()):
            seen(outcome)
    return console.file.getvalue()


def test_a_terminal_shows_what_was_found_and_rejected() -> None:
    text = shown(terminal=True, inputs=mixed)
    assert "4 pages, 2 events, 2 rejected" in text


def test_a_short_run_in_a_pipe_is_silent() -> None:
    assert shown(terminal=False, inputs=mixed) == ""


def test_inputs_that_cannot_be_counted_leave_the_end_open() -> None:
    def missing() -> Iterator[Story]:
        raise SourceMissing("x: no such file")
        yield

    assert "4 pages" in shown(terminal=True, inputs=missing)
