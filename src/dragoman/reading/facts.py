"""What a page says of its story, apart from the body; the same for HTML and flattened text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self

_SLACK = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The fields of a :class:`~dragoman.records.Story` that a page states; see there for what each means."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    dateline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    rubrics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    views: int | None = None
    not_before: str | None = None

    def filled_from(self, other: Facts) -> Self:
        """Give these facts, with what is missing taken from ``other``.

        >>> both = Facts(title="A").filled_from(Facts(title="B", views=3))
        >>> both.title, both.views
        ('A', 3)
        """
        missing = {name: value for name in self.__slots__ if not getattr(self, name) and (value := getattr(other, name))}
        return replace(self, **missing)

    def with_dateline(self, place: str | None) -> Self:
        """Give these facts with the place that the body's head names, when it names one."""
        return replace(self, dateline=place) if place else self


def plausible(published: datetime | None, captured: datetime | None) -> datetime | None:
    """Drop a publication time that lies after the page was captured (a day is allowed for zones).

    >>> plausible(datetime(2024, 5, 3), datetime(2024, 4, 1)) is None
    True
    """
    if published is None or captured is None:
        return published
    late = published.replace(tzinfo=None) > captured.replace(tzinfo=None) + _SLACK
    return None if late else published
