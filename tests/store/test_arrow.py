from dataclasses import dataclass, is_dataclass

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.records import Attribution, Event, Record, Relation, Story
from dragoman.store.arrow import arrow_schema, row, to_arrow, to_dicts
from tests.strategies import RECORDS, any_of

light = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@light
@given(data=st.data())
def test_every_record_survives_arrow(kind: type[Record], data: st.DataObject) -> None:
    drawn = data.draw(st.lists(any_of(kind), max_size=3))
    table = to_arrow([row(record) for record in drawn], arrow_schema(kind))
    assert table.schema == arrow_schema(kind)
    assert [kind.from_dict(plain) for plain in to_dicts(table)] == drawn


@pytest.mark.parametrize(
    ("kind", "column", "expected"),
    [
        (Story, "published", "string"),
        (Story, "authors", "list<element: string>"),
        (Story, "views", "int64"),
        (Attribution, "content", "list<element: list<element: int64>>"),
        (Event, "polarity", "string"),
        (Event, "confidence", "double"),
        (Event, "date", "struct<start: date32[day], end: date32[day], precision: string, basis: string>"),
        (Relation, "scores", "map<string, double>"),
    ],
)
def test_columns_follow_type_hints(kind: type[Record], column: str, expected: str) -> None:
    assert str(arrow_schema(kind).field(column).type) == expected


def test_parties_of_an_event_are_lists_of_structs() -> None:
    element = arrow_schema(Event).field("actors").type.value_type
    assert pa.types.is_struct(element)
    assert [field.name for field in element] == ["text", "begin", "end", "actor_id", "name", "country", "sectors"]


def test_a_type_without_arrow_form_is_named() -> None:
    @dataclass(frozen=True, slots=True)
    class Odd(Record):
        what: complex

    assert is_dataclass(Odd)
    with pytest.raises(TypeError, match=r"Odd\.what: .*complex"):
        arrow_schema(Odd)
