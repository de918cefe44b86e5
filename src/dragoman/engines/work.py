"""What every engine does with one input, wherever it runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from dragoman.errors import DragomanError, Unreadable
from dragoman.records import Coding, Page, Rejection, Story

Item = Page | Story | Rejection
"""What sources give: a page to read, a story read already, or what could not even be opened."""


class CodesStories(Protocol):
    """Whatever codes stories; ``dragoman.coder.Coder`` does."""

    def code(self, story: Story) -> Coding:
        """Code one story."""


MakeCoder = Callable[[], CodesStories]
"""Makes the coder where it is needed. It travels to other processes: picklable, and equal to its copies."""


class Outcome(NamedTuple):
    """What became of one input."""

    location: str
    result: Coding | Rejection


class EngineError(DragomanError):
    """The engine or the coder itself broke down; the input is not to blame."""


def location(item: Item) -> str:
    """Give where an input lies, for its user.

    >>> location(Page(data="", location="in/a.html")), location(Story(id="07"))
    ('in/a.html', 'story 07')
    """
    if isinstance(item, Rejection):
        return item.location
    if isinstance(item, Page):
        return item.location or item.url or "a page without name"
    return item.url or f"story {item.id}"


def work(coder: CodesStories, item: Item) -> Outcome:
    """Read and code one input; what cannot be read becomes a rejection at its location.

    Raises:
        EngineError: reading or coding failed in a way that nobody foresaw, which is a fault of Dragoman. A run stops there
            rather than go on without the input; the message names it.
    """
    where = location(item)
    if isinstance(item, Rejection):
        return Outcome(where, item)
    from dragoman.reading import read  # here: commands that read no page start faster without it

    try:
        story = read(item.data, url=item.url, captured=item.captured) if isinstance(item, Page) else item
        return Outcome(where, coder.code(story))
    except Unreadable as error:
        return Outcome(where, error.rejection(where))
    except DragomanError:
        raise
    except Exception as error:
        raise EngineError(
            f"{where}: a fault of Dragoman's own stopped the run here ({type(error).__name__}: {error}). Batches written "
            "before it stay in the store. Leave this input out and run the same command again, and please report it "
            "with the page."
        ) from error
