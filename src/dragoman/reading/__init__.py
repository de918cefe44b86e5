"""Pages to stories: HTML, flattened text and tables, with what they say of themselves."""

from dragoman.reading.page import read

__all__ = ["read"]
