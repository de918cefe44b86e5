"""Places named in a story, and the place of an event."""

from dragoman.places.locating import event_place
from dragoman.places.tagging import places

__all__ = ["event_place", "places"]
