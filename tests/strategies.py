"""Hypothesis strategies that make any record from its type hints."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from dragoman import records

RECORDS = [
    kind
    for name, kind in sorted(vars(records).items())
    if isinstance(kind, type) and issubclass(kind, records.Record) and is_dataclass(kind)
]

_ZONES = st.none() | st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(max_size=8),
    bytes: st.binary(max_size=8),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(min_value=datetime(2, 1, 1), max_value=datetime(9998, 12, 31), timezones=_ZONES),
    types.NoneType: st.none(),
}


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Give a strategy for values of a type hint."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint)
        return st.builds(hint, **{field.name: any_of(hints[field.name]) for field in fields(hint)})
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return st.one_of(*map(any_of, args))
    if origin is Literal:
        return st.sampled_from(args)
    if origin is dict:
        return st.dictionaries(any_of(args[0]), any_of(args[1]), max_size=3)
    if Ellipsis in args:
        return st.lists(any_of(args[0]), max_size=2).map(tuple)
    return st.tuples(*map(any_of, args))
