"""Codebooks: the categories that events are coded in. PLOVER is bundled; a user's own takes the same form."""

from dragoman.codebooks.load import bundled, load
from dragoman.codebooks.schema import (
    Boundary,
    Codebook,
    CodebookError,
    Context,
    Decision,
    EventTypeSpec,
    Mode,
    Problem,
    Sector,
)

__all__ = [
    "Boundary",
    "Codebook",
    "CodebookError",
    "Context",
    "Decision",
    "EventTypeSpec",
    "Mode",
    "Problem",
    "Sector",
    "bundled",
    "load",
]
