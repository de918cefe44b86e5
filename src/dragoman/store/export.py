"""Events in the forms that other programs read: CSV, JSON lines, Parquet, GeoJSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.store.arrow import Row, to_dicts

_CHUNK = 1000  # rows turned into Python objects at a time

_PARTY = ("text", "name", "actor_id", "country", "sectors")
_DATE = ("start", "end", "precision", "basis")
_PLACE = ("text", "name", "country", "admin1", "lat", "lon", "geonames_id")

FLAT = (
    "id", "story_id", *(f"date_{key}" for key in _DATE), "event_type", "modes", "contexts", "quad", "intensity",
    "polarity", "modality", "tense", *(f"actor_{key}" for key in _PARTY), *(f"recipient_{key}" for key in _PARTY),
    *(f"said_by_{key}" for key in (*_PARTY, "cue", "manner")), *(f"place_{key}" for key in _PLACE),
    "evidence", "begin", "end", "confidence", "coder", "model", "codebook", "title", "url", "outlet", "published",
)  # fmt: skip
"""The columns of an event in flat form, in their order."""


def flat(event: Row) -> Row:
    """Give an event as one flat row; what has several values is joined by ``;``, the sectors of one party by ``+``.

    Members of a compound stand in the same order in every column: ``actor_country`` "PER;;CHL" has an unknown second one.

    >>> flat({"actors": [{"country": "PER"}, {}, {"country": "CHL", "sectors": ["GOV", "MIL"]}]})["actor_country"]
    'PER;;CHL'
    """
    row = {key: event.get(key) for key in FLAT}
    row |= {key: _joined(event.get(key) or []) for key in ("modes", "contexts")}
    for side in ("actor", "recipient"):
        members = event.get(f"{side}s") or []
        row |= {f"{side}_{key}": _joined([_cell(member.get(key)) for member in members]) for key in _PARTY}
    for name, keys in (("said_by", (*_PARTY, "cue", "manner")), ("date", _DATE), ("place", _PLACE)):
        inner = event.get(name) or {}
        row |= {f"{name}_{key}": inner.get(key) if key != "sectors" else _cell(inner.get(key)) for key in keys}
    return row


def to_csv(events: pa.Table, out: BinaryIO) -> None:
    """Write events as CSV: UTF-8, a header, the columns of :data:`FLAT`."""
    text = _Encoded(out)
    writer = csv.DictWriter(text, FLAT, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: "" if value is None else value for key, value in flat(event).items()} for event in rows(events))


def to_jsonl(events: pa.Table, out: BinaryIO) -> None:
    """Write events as one JSON object a line, with the keys of ``Event.to_dict`` and those that the query added."""
    for event in rows(events):
        out.write(json.dumps(event, ensure_ascii=False).encode() + b"\n")


def to_parquet(events: pa.Table, out: BinaryIO) -> None:
    """Write events as Parquet, nested as in the store."""
    pq.write_table(events, out, compression="zstd")


def to_geojson(events: pa.Table, out: BinaryIO) -> int:
    """Write the events with coordinates as a GeoJSON feature collection (RFC 7946); give how many have none."""
    out.write(b'{"type": "FeatureCollection", "features": [')
    written = 0
    for event in rows(events):
        if feature := _feature(event):
            out.write((b",\n" if written else b"\n") + json.dumps(feature, ensure_ascii=False).encode())
            written += 1
    out.write(b"\n]}\n")
    return len(events) - written


def rows(events: pa.Table) -> Iterator[Row]:
    """Give the rows of a table as plain JSON types, a chunk at a time."""
    for start in range(0, len(events), _CHUNK):
        yield from to_dicts(events.slice(start, _CHUNK))


def _feature(event: Row) -> dict[str, Any] | None:
    place = event.get("place") or {}
    lat, lon = place.get("lat"), place.get("lon")
    if lat is None or lon is None:
        return None
    properties = {key: value for key, value in flat(event).items() if key not in {"place_lat", "place_lon"}}
    return {
        "type": "Feature",
        "id": event.get("id"),
        "geometry": {"type": "Point", "coordinates": [lon, lat]},
        "properties": properties,
    }


def _cell(value: Any) -> str:
    """Give one member's value: no ``;``, which parts members, and no line break."""
    if isinstance(value, list):
        return "+".join(map(str, value))
    return " ".join(str(value or "").replace(";", ",").split())


def _joined(values: Iterable[str]) -> str:
    cells = list(values)
    return ";".join(cells) if any(cells) else ""


class _Encoded:
    """The text face that ``csv`` asks for, over a stream of bytes that stays open."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def write(self, text: str) -> int:
        return self._out.write(text.encode())
