"""What can go wrong with a store."""

from __future__ import annotations

from dragoman.errors import DragomanError


class StoreError(DragomanError):
    """A store is missing, is none, is of a later Dragoman, or cannot be read or written; names the path and the mend."""
