"""Delta tables of what was coded, queries over them, and what they export."""

from dragoman.store.errors import StoreError
from dragoman.store.query import EventFilter, coding, connect, counts, events
from dragoman.store.tables import Store, Written

__all__ = ["EventFilter", "Store", "StoreError", "Written", "coding", "connect", "counts", "events"]
