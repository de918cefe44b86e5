"""Sentences with their times in brackets, as the tests write them: ``[last week|2021-W41]``."""

from __future__ import annotations

from datetime import date, datetime

from dragoman.times import times

THURSDAY = date(2021, 10, 21)


def marked(text: str, published: date | datetime | None = THURSDAY) -> str:
    """Give the text with each expression in brackets, its value behind a bar."""
    for time in reversed(times(text, published)):
        text = f"{text[: time.begin]}[{time.text}|{time.value}]{text[time.end :]}"
    return text


def plain(marked_text: str) -> str:
    """Take the marks away."""
    return "".join(part.split("|")[0] if "|" in part else part for part in _parts(marked_text))


def _parts(text: str) -> list[str]:
    return [inner for piece in text.split("[") for inner in piece.split("]")]
