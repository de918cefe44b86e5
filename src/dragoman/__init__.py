"""Dragoman reads news pages and writes political event records: who did what to whom, and on whose word.

>>> import dragoman
>>> story = dragoman.read("ACCRA, 3 May 2024 - Police in Tema arrested two union leaders on Friday.")
>>> [event.event_type for event in dragoman.Coder().code(story).events]
['COERCE']
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.coder import Coder
    from dragoman.errors import DragomanError, Unreadable
    from dragoman.reading import read

__all__ = ["Coder", "DragomanError", "Unreadable", "__version__", "read"]

_HOMES = {"Coder": "coder", "DragomanError": "errors", "Unreadable": "errors", "read": "reading"}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that what needs no model does not wait for one."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}; it has: {', '.join(__all__)}")
    return getattr(import_module(f"dragoman.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
