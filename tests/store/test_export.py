import csv
import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.records import Event
from dragoman.store import Store, events, export
from tests.store import samples


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> pa.Table:
    store = Store(tmp_path_factory.mktemp("export") / "store", create=True)
    store.write([samples.coding("a")])
    return events(store)


def test_csv_has_one_flat_row_an_event(table: pa.Table) -> None:
    out = io.BytesIO()
    export.to_csv(table, out)
    attack, met = csv.DictReader(io.StringIO(out.getvalue().decode()))
    assert tuple(met) == export.FLAT
    expected = {
        "event_type": "CONSULT", "modes": "visit", "date_start": "2023-05-03", "date_precision": "day", "actor_country": "PER",
        "recipient_text": "Chilean officials", "recipient_sectors": "GOV", "said_by_country": "", "place_lat": "-12.04318",
        "place_geonames_id": "3936456", "evidence": "met", "polarity": "positive", "published": "2023-05-04T09:30:00",
    }  # fmt: skip
    assert {key: met[key] for key in expected} == expected
    assert (attack["said_by_text"], attack["said_by_cue"], attack["said_by_sectors"]) == ("President Díaz", "said", "GOV")
    assert attack["actor_country"] == ""


@pytest.mark.parametrize(
    ("members", "column", "expected"),
    [
        ([], "actor_country", ""),
        ([{"country": "PER"}, {"country": "CHL"}], "actor_country", "PER;CHL"),
        ([{"country": "PER"}, {"text": "rebels"}], "actor_country", "PER;"),
        ([{"text": "rebels"}, {"text": "gunmen"}], "actor_country", ""),
        ([{"text": "Peru; and\nChile"}], "actor_text", "Peru, and Chile"),
        ([{"sectors": ["GOV", "MIL"]}, {"sectors": ["REB"]}], "actor_sectors", "GOV+MIL;REB"),
    ],
)
def test_members_of_a_compound_keep_their_order(members: list[dict[str, object]], column: str, expected: str) -> None:
    assert export.flat({"actors": members})[column] == expected


def test_json_lines_are_the_records(table: pa.Table) -> None:
    out = io.BytesIO()
    export.to_jsonl(table, out)
    lines = [json.loads(line) for line in out.getvalue().decode().splitlines()]
    assert [Event.from_dict(line) for line in lines] == list(reversed(samples.coding("a").events))
    assert lines[1]["evidence"] == "met"


def test_parquet_keeps_the_nesting(table: pa.Table, tmp_path: Path) -> None:
    with (tmp_path / "events.parquet").open("wb") as out:
        export.to_parquet(table, out)
    assert pq.read_table(tmp_path / "events.parquet").to_pylist() == table.to_pylist()


def test_geojson_has_the_events_with_coordinates_and_counts_the_others(table: pa.Table) -> None:
    out = io.BytesIO()
    assert export.to_geojson(table, out) == 1
    (feature,) = json.loads(out.getvalue())["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [-77.02824, -12.04318]}  # longitude first
    assert feature["properties"]["event_type"] == "CONSULT"


def test_nothing_found_is_still_well_formed(table: pa.Table) -> None:
    none = table.slice(0, 0)
    geojson, header, lines = io.BytesIO(), io.BytesIO(), io.BytesIO()
    assert export.to_geojson(none, geojson) == 0
    assert json.loads(geojson.getvalue()) == {"type": "FeatureCollection", "features": []}
    export.to_csv(none, header)
    assert header.getvalue().decode() == ",".join(export.FLAT) + "\n"
    export.to_jsonl(none, lines)
    assert lines.getvalue() == b""
