"""The actor base, and linking of names and descriptions to it."""

from dragoman.actors.base import ActorBase
from dragoman.actors.linker import link_text
from dragoman.actors.links import Context, Link
from dragoman.actors.tables import BadTable

__all__ = ["ActorBase", "BadTable", "Context", "Link", "link_text"]
