"""Errors on their way to who can mend them."""

import pickle

from dragoman import Unreadable


def test_unreadable_travels_between_processes() -> None:
    there = pickle.loads(pickle.dumps(Unreadable("empty", "no text at all", "Save the page again.")))
    assert (there.reason, there.detail, there.mend) == ("empty", "no text at all", "Save the page again.")
    assert str(there) == "no text at all. Save the page again."
