"""Records to Arrow and back, with schemas generated from the records' own type hints.

Nothing about a column is written twice: a field added to a record is a column of its table.
"""

from __future__ import annotations

import types
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pyarrow as pa

from dragoman.records import Page, Record

Row = dict[str, Any]

_PLAIN = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: pa.string(),  # ISO 8601: Arrow's timestamps keep one zone a column, a page keeps its own or none
}


def arrow_schema(record_type: type[Record]) -> pa.Schema:
    """Give the Arrow schema of a record, a column a field, in the record's order.

    ``Literal`` is a string, a date date32, a datetime an ISO string, a tuple a list, a record a struct, a dict a map, and
    ``bytes | str`` a struct of ``text`` and ``base64``. Every column may be null, so that tables can gain columns.

    Raises:
        TypeError: a field's type has no Arrow form.

    >>> from dragoman.records import Time
    >>> arrow_schema(Time).names
    ['begin', 'end', 'text', 'type', 'value']
    """
    return pa.schema(_fields(record_type))


def row(record: Record) -> Row:
    """Give a record as a row for :func:`to_arrow`: as ``to_dict`` does, but with dates as dates."""
    if isinstance(record, Page):  # tells bytes from text in its own way, and holds no date
        return record.to_dict()
    plain: Row = msgspec.to_builtins(record, builtin_types=(date,))
    return plain


def to_arrow(rows: Iterable[Row], schema: pa.Schema) -> pa.Table:
    """Give rows as a table of the schema; a key that a row lacks is null."""
    return pa.Table.from_pylist(list(rows), schema=schema)


def to_dicts(table: pa.Table) -> list[Row]:
    """Give the rows of a table as plain JSON types, in the form of ``to_dict``."""
    plain: list[Row] = msgspec.to_builtins(table.to_pylist())
    for name in (field.name for field in table.schema if pa.types.is_map(field.type)):
        for each in plain:  # Arrow gives a map as pairs
            each[name] = dict(each[name])
    return plain


def _fields(record_type: type[Any]) -> list[pa.Field]:
    hints = get_type_hints(record_type)
    return [
        pa.field(each.name, _arrow_type(hints[each.name], f"{record_type.__name__}.{each.name}"))
        for each in fields(record_type)
    ]


def _arrow_type(hint: Any, where: str) -> pa.DataType:
    """Give the Arrow type of a type hint; ``where`` is named when there is none."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_dataclass(hint) and isinstance(hint, type):
        return pa.struct(_fields(hint))
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _union_type(set(args) - {types.NoneType}, where)
    if origin is Literal and all(isinstance(value, str) for value in args):
        return pa.string()
    if origin is tuple and len(set(args) - {Ellipsis}) == 1:
        return pa.list_(pa.field("element", _arrow_type(args[0], where)))
    if origin is dict:
        return pa.map_(_arrow_type(args[0], where), _arrow_type(args[1], where))
    raise TypeError(f"{where}: {hint} has no Arrow form. Give it one in dragoman.store.arrow.")


def _union_type(members: set[Any], where: str) -> pa.DataType:
    if members == {bytes, str}:
        return pa.struct([pa.field("text", pa.string()), pa.field("base64", pa.string())])
    if len(members) == 1:
        return _arrow_type(members.pop(), where)
    raise TypeError(f"{where}: a union of {sorted(map(str, members))} has no Arrow form. Give the field one type.")
