"""What the parties of a story want, offer, refuse or make conditional; and the figures that a reader could check."""

from dragoman.positions.claiming import claims
from dragoman.positions.holding import positions

__all__ = ["claims", "positions"]
