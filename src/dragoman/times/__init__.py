"""Time expressions, and the day or days of an event: TimeML in, intervals out."""

from dragoman.times.dating import event_date
from dragoman.times.tagging import times

__all__ = ["event_date", "times"]
