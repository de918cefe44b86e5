"""One row of a table to a story or a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.reading.blocks import blocks, clean
from dragoman.reading.bylines import dateline, people
from dragoman.reading.facts import plausible
from dragoman.reading.furniture import listed
from dragoman.reading.html import is_html
from dragoman.reading.language import language
from dragoman.reading.stamps import iso_time
from dragoman.records import Page, Rejection, Story, story_id

Row = Mapping[str, Any]
Roles = dict[str, str]

_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?)?Z?")
_MILLISECONDS = 10_000_000_000


def roles(columns: Iterable[str]) -> Roles:
    """Give which column plays which part, by its name.

    >>> roles(["ID", "Headline", "article_body", "Pub Date"])
    {'text': 'article_body', 'title': 'Headline', 'published': 'Pub Date'}
    """
    by_letters: dict[str, str] = {}
    for column in columns:
        by_letters.setdefault(re.sub(r"[\W_]", "", str(column)).casefold(), column)
    found: Roles = {}
    for role, names in _names().items():
        column = next((by_letters[name] for name in names if name in by_letters), "")
        if column:
            found[role] = column
    return found


def known_columns(role: str) -> tuple[str, ...]:
    """Give the names by which a column of this part is known."""
    return tuple(_names()[role])


def from_row(row: Row, parts: Roles, location: str) -> Page | Story | Rejection:
    """Give the story of a row, its page where the row keeps HTML, or why it has neither."""
    cells = {role: row.get(column) for role, column in parts.items()}
    html, text = _text(cells.get("html")), _text(cells.get("text"))
    url, captured = _line(cells.get("url")), when(cells.get("captured"))
    if html or is_html(text):
        return Page(data=html or text, url=url, content_type="text/html", captured=captured, location=location)
    paragraphs = [block.text for block in blocks(text)]
    if not paragraphs:
        where = parts.get("text") or parts.get("html")
        detail = f"Column '{where}' is empty" if where else f"No text among the keys {', '.join(map(str, list(row)[:10]))}"
        return Rejection(location=location, reason="bad_row", detail=detail, mend="Fill in the text, or leave the row out.")
    return _story(cells, "\n\n".join(paragraphs), url, captured)


def when(value: object) -> datetime | None:
    """Read a time cell: a date, seconds or milliseconds since 1970 (UTC), ``20220303``, ISO 8601, or a date as printed."""
    if isinstance(value, datetime):
        return value.replace(microsecond=0)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if isinstance(value, str) and (compact := _COMPACT.fullmatch(value.strip())):
        return _calendar_time([int(part or 0) for part in compact.groups()])
    if isinstance(value, int | float) and not isinstance(value, bool):
        return when(str(value)) if _COMPACT.fullmatch(str(value)) and 18_000_000 < value < 22_000_000 else _epoch(float(value))
    return iso_time(value)


def _story(cells: dict[str, Any], text: str, url: str | None, captured: datetime | None) -> Story:
    title = _line(cells.get("title"))
    published = plausible(when(cells.get("published")), captured)
    stated = _line(cells.get("language")) or ""
    return Story(
        id=story_id(url, title, published, text),
        url=url,
        title=title,
        authors=_authors(cells.get("authors")),
        published=published,
        dateline=_line(cells.get("dateline")) or dateline(text.split("\n", 1)[0]),
        outlet=_line(_named(cells.get("outlet"))),
        language=stated[:2].lower() if re.fullmatch(r"[A-Za-z]{2}([-_].*)?", stated) else language(text),
        rubrics=_labels(cells.get("rubrics")),
        tags=_labels(cells.get("tags")),
        text=text,
    )


@cache
def _names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = yaml.safe_load(files("dragoman.reading").joinpath("columns.yaml").read_text("utf-8"))
    return names


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list):
        return "\n\n".join(_text(item) for item in value)
    return value if isinstance(value, str) else ""


def _line(value: object) -> str | None:
    return clean(value) or None if isinstance(value, str) else None


def _named(value: object) -> object:
    return value.get("name") or value.get("title") if isinstance(value, dict) else value


def _items(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [text for item in values if (text := _line(_named(item)))]


def _authors(value: object) -> tuple[str, ...]:
    found = [name for item in _items(value) for name in (people(re.sub(r"^by\s+", "", item, flags=re.I)) or (item,))]
    return tuple(dict.fromkeys(found))


def _labels(value: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(label for item in _items(value) for label in (listed(item) or (item,))))


def _calendar_time(parts: list[int]) -> datetime | None:
    try:
        return datetime(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
    except ValueError:
        return None


def _epoch(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds / 1000 if abs(seconds) >= _MILLISECONDS else seconds, UTC).replace(microsecond=0)
    except (OverflowError, OSError, ValueError):
        return None
