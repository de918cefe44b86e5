"""Pages to stories: HTML, flattened text and tables, with what they say of themselves."""

from dragoman.reading.page import read
from dragoman.reading.sources import open_sources

__all__ = ["open_sources", "read"]
