"""What every benchmark gives back: figures to compare, and tables to read."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, NamedTuple

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

Cell = str | int | float | None


class Sheet(NamedTuple):
    """One table of a report; every row has a cell for each column."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one benchmark.

    Attributes:
        name: Name of the benchmark.
        figures: The numbers that a reader compares between versions; plain JSON types, the weightiest first.
        tables: What explains them: per type, confusion and so on; plain ``(title, columns, rows)`` will do.

    >>> Report("plv", {"macro_f1": 0.5}).to_dict()
    {'name': 'plv', 'figures': {'macro_f1': 0.5}, 'tables': []}
    """

    name: str
    figures: dict[str, Any]
    tables: tuple[Sheet, ...] = field(default=())

    def __post_init__(self) -> None:
        object.__setattr__(
            self, "tables", tuple(Sheet(title, tuple(cols), tuple(map(tuple, rows))) for title, cols, rows in self.tables)
        )
        for sheet in self.tables:
            for row in sheet.rows:
                if len(row) != len(sheet.columns):
                    raise ValueError(f"{self.name}, {sheet.title}: {len(row)} cells for {len(sheet.columns)} columns: {row}")

    def to_dict(self) -> dict[str, Any]:
        """Give the report as plain JSON types; each row of a table is a dict keyed by column."""
        tables = [
            {"title": sheet.title, "rows": [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows]}
            for sheet in self.tables
        ]
        return {**asdict(self), "tables": tables}

    def table(self) -> RenderableType:
        """Give the report for a terminal: the figures, then each table that has rows."""
        return Group(_figures(self.name, self.figures), *(_sheet(sheet) for sheet in self.tables if sheet.rows))


def shown(cell: object) -> str:
    """Give a cell as a reader wants it: floats to three places, thousands apart, nothing for ``None``.

    >>> shown(0.79249), shown(12345), shown(None), shown("ASSAULT"), shown({"a": 1, "b": 0.5})
    ('0.792', '12,345', '', 'ASSAULT', 'a 1, b 0.500')
    """
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:,.3f}" if abs(cell) < 100 else f"{cell:,.0f}"
    if isinstance(cell, int) and not isinstance(cell, bool):
        return f"{cell:,}"
    if isinstance(cell, dict):
        return ", ".join(f"{key} {shown(value)}" for key, value in cell.items())
    return str(cell)


def _figures(name: str, figures: dict[str, Any]) -> Table:
    grid = Table(title=name, title_style="bold", title_justify="left", box=None, show_header=False, pad_edge=False)
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(style="bold", overflow="fold")
    for key, value in figures.items():
        grid.add_row(key.replace("_", " "), Text(shown(value)))
    return grid


def _sheet(sheet: Sheet) -> Table:
    table = Table(title=f"\n{sheet.title}", title_style="bold", title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for index, column in enumerate(sheet.columns):
        numeric = all(isinstance(row[index], int | float | None) for row in sheet.rows)
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    for row in sheet.rows:
        table.add_row(*(Text(shown(cell)) for cell in row))
    return table
