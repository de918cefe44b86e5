"""Read the tab-separated tables of an actor base; every fault names file, line and mend."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from dragoman.errors import DragomanError

_ITEM = re.compile(r"Q[1-9]\d*")
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


@lru_cache(maxsize=8192)
def _day(cell: str, last: bool) -> date:
    match = _DAY.fullmatch(cell)
    if match is None:
        raise ValueError("write YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError:
        raise ValueError("no such day: correct it") from None


class BadTable(DragomanError, ValueError):  # noqa: N818 - named like the other errors of the package
    """A table of the actor base breaks its schema (docs/actors.md)."""


class Row:
    """One line of a table: its cells by column name, and where it stands."""

    __slots__ = ("_cells", "where")

    def __init__(self, cells: dict[str, str], where: str) -> None:
        self._cells = cells
        self.where = where

    def text(self, column: str) -> str:
        """Give the cell, stripped; empty when the column or the cell is missing."""
        return self._cells.get(column, "").strip()

    def items(self, column: str) -> tuple[str, ...]:
        """Give the parts of a cell that ``;`` separates."""
        return tuple(part for piece in self.text(column).split(";") if (part := piece.strip()))

    def codes(self, column: str, known: frozenset[str]) -> tuple[str, ...]:
        """Give the space-separated codes of a cell.

        Raises:
            BadTable: a code is not among ``known``.
        """
        codes = tuple(self.text(column).split())
        for code in codes:
            if code not in known:
                raise self.bad(f"{column} has {code!r}", f"use one of {', '.join(sorted(known))}")
        return codes

    def day(self, column: str, *, last: bool = False) -> date | None:
        """Give the cell as a day; of a year or month alone its first day, or its ``last``.

        Raises:
            BadTable: the cell is not YYYY, YYYY-MM or YYYY-MM-DD.
        """
        cell = self.text(column)
        if not cell:
            return None
        try:
            return _day(cell, last)
        except ValueError as error:
            raise self.bad(f"{column} is {cell!r}", str(error)) from None

    def item(self, column: str) -> str | None:
        """Give the cell as the id of a Wikidata item, ``None`` when it is empty.

        Raises:
            BadTable: the cell is not Q and a number.
        """
        cell = self.text(column)
        if cell and not _ITEM.fullmatch(cell):
            raise self.bad(f"{column} is {cell!r}", "give the id of an item, such as Q159")
        return cell or None

    def bad(self, fault: str, mend: str) -> BadTable:
        """Build the error for this row."""
        return BadTable(f"{self.where}: {fault}; {mend}.")


def read_rows(path: Path, required: frozenset[str], optional: frozenset[str]) -> Iterator[Row]:
    """Yield the rows of a table; lines that start with ``#`` are comments, the first other line names the columns.

    Raises:
        BadTable: the columns are not those of the schema, a line has too many cells, or the file is not UTF-8.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise BadTable(f"{path.name}: not UTF-8 at byte {error.start}; save it as UTF-8.") from None
    header: list[str] | None = None
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = _checked_header(cells, f"{path.name}:{number}", required, optional)
        elif len(cells) > len(header):
            raise BadTable(f"{path.name}:{number}: {len(cells)} cells under {len(header)} columns; take out the extra tab.")
        else:
            yield Row(dict(zip(header, cells, strict=False)), f"{path.name}:{number}")


def _checked_header(cells: list[str], where: str, required: frozenset[str], optional: frozenset[str]) -> list[str]:
    header = [cell.strip() for cell in cells]
    missing, unknown = sorted(required - set(header)), sorted(set(header) - required - optional)
    if missing or unknown:
        fault = f"columns missing: {', '.join(missing)}" if missing else f"unknown columns: {', '.join(unknown)}"
        raise BadTable(f"{where}: {fault}; the first line must name {', '.join(sorted(required | optional))}.")
    return header
