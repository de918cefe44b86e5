"""Dragoman reads news pages and writes political event records: who did what to whom, and on whose word.

>>> import dragoman
>>> story = dragoman.read("ACCRA, 3 May 2024 - Police in Tema arrested two union leaders on Friday. The union condemned the arrests.")
>>> [event.event_type for event in dragoman.Coder().code(story).events]
['COERCE', 'ACCUSE']
"""

from dragoman.coder import Coder
from dragoman.errors import DragomanError, Unreadable
from dragoman.reading import read
from dragoman.version import __version__

__all__ = ["Coder", "DragomanError", "Unreadable", "__version__", "read"]
