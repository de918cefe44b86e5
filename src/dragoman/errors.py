"""The errors that Dragoman raises on purpose.

Tree: ``DragomanError`` is the base; each stage may hang a branch below it. Every error says what was met, where, and
what to do about it.
"""

from __future__ import annotations

from dragoman.records import Rejection


class DragomanError(Exception):
    """Base of all errors that Dragoman raises on purpose."""


class Unreadable(DragomanError):  # noqa: N818 - part of the public contract
    """One input holds no article that could be read.

    Attributes:
        reason: A word to count by: ``empty``, ``binary``, ``undecodable``, ``not_article`` or ``bad_row``.
        detail: What was found, in a sentence without full stop.
        mend: What to do about it, in a sentence.

    >>> str(Unreadable("empty", "no text at all", "Save the page again."))
    'no text at all. Save the page again.'
    """

    def __init__(self, reason: str, detail: str, mend: str) -> None:
        super().__init__(f"{detail}. {mend}")
        self.reason = reason
        self.detail = detail
        self.mend = mend

    def __reduce__(self) -> tuple[type[Unreadable], tuple[str, str, str]]:
        """Travel between processes: an exception is made again from its message alone, unless told otherwise."""
        return type(self), (self.reason, self.detail, self.mend)

    def rejection(self, location: str) -> Rejection:
        """Give the record of this failure for an input that lies at ``location``."""
        return Rejection(location=location, reason=self.reason, detail=self.detail, mend=self.mend)


class SourceMissing(DragomanError):  # noqa: N818 - named like its sister
    """A source named by the user does not exist or matches nothing; raised before anything is coded."""
