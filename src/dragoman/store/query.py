"""Questions to a store, answered by DuckDB over its Delta tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from dragoman.records import Coding
from dragoman.store.arrow import Row, to_dicts
from dragoman.store.errors import StoreError
from dragoman.store.tables import FOUND, SCHEMAS, Store

OWN_VOICE = "story"
"""Given as ``said_by``: events that the story tells in its own voice."""

_STORY_COLUMNS = ("title", "url", "outlet", "published")
_KEYS = {
    "stories": "id",
    "mentions": '(story_id, "begin", "end", kind)',
    "attributions": "(story_id, source, cue, content)",
    "events": "(story_id, id)",
    "positions": "(story_id, id)",
    "claims": "(story_id, id)",
    "rejections": "location",
}
"""What no two rows of a table share, or next to none of the mentions and attributions."""
_OFFLINE = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events to take; what is left empty does not restrict, several values of one field are alternatives.

    Attributes:
        actors: Country codes, actor ids or standard names, in any case; one member of a compound suffices.
        recipients: As ``actors``.
        types: PLOVER event types, in any case.
        sectors: PLOVER sectors of an actor or a recipient.
        modality: "asserted", "planned" and so on.
        polarity: "positive" or "negative".
        said_by: As ``actors``, of who the event is said by; "story" is the story's own voice.
        stories: Ids of stories, or beginnings of them.
        since: Events that may have happened on this day or later; those without a date are left out.
        until: Events that may have happened on this day or earlier; those without a date are left out.
        min_confidence: 0.0 to 1.0.
        limit: The first so many by date.
    """

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    polarity: str | None = None
    said_by: tuple[str, ...] = ()
    stories: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    min_confidence: float = 0.0
    limit: int | None = None


@contextmanager
def connect(store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    """Give a DuckDB connection in which each table of the store is a view; it fetches no extensions.

    Rows of a story whose own row does not stand (a run broke off while writing) are left out. Rows that stand twice, as
    they may in a store that earlier versions or other programs wrote, count once.
    """
    connection = duckdb.connect(config=_OFFLINE)  # type: ignore[arg-type]
    try:
        for name in SCHEMAS:
            connection.register(f"all_{name}", store.dataset(name))
            connection.execute(f"CREATE VIEW {name} AS {_view(connection, name)}")
        yield connection
    finally:
        connection.close()


def events(store: Store, where: EventFilter | None = None) -> pa.Table:
    """Give events by date, then by story and place in it, as the columns of ``Event`` with a few of the story.

    Added columns: ``evidence`` (the words themselves), ``title``, ``url``, ``outlet`` and ``published`` of the story. An
    event without a date stands at its story's day of publication.
    """
    clauses, values = _conditions(where or EventFilter())
    columns = ", ".join(f"story.{name}" for name in _STORY_COLUMNS)
    query = f"""
        SELECT event.*, substring(story."text", event."begin" + 1, event."end" - event."begin") AS evidence, {columns}
        FROM events AS event JOIN stories AS story ON story.id = event.story_id
        WHERE {" AND ".join(clauses)}
        ORDER BY coalesce(CAST(event."date"."start" AS VARCHAR), left(story.published, 10)) NULLS LAST,
            event.story_id, event."begin", event."end", event.id
    """  # noqa: S608 (the clauses are written below; what users give goes in as values)
    if where and where.limit is not None:
        query += f" LIMIT {where.limit:d}"
    with connect(store) as connection:
        return connection.sql(query, params=values).to_arrow_table()


def counts(store: Store) -> dict[str, int]:
    """Give the number of rows of every table, of stories that stand."""
    with connect(store) as connection:
        return {name: _one(connection, f"SELECT count(*) FROM {name}") for name in SCHEMAS}  # noqa: S608


def coding(store: Store, prefix: str) -> Coding:
    """Give one story of a store with all that was found in it.

    Args:
        store: Where to look.
        prefix: The story's id, or as much of its beginning as no other id shares.

    Raises:
        StoreError: no story has such an id, or several have.
    """
    ids = (
        store.dataset("stories")
        .to_table(columns=["id"], filter=pc.starts_with(pc.field("id"), prefix.lower()))
        .column("id")
        .unique()
    )
    if len(ids) != 1:
        many = f"{len(ids)} stories" if len(ids) else "no story"
        raise StoreError(
            f"{store.path}: {many} with an id that begins {prefix!r}. The ids are in: dragoman events --format csv"
        )
    story = ids[0].as_py()
    found = {name: _rows(store, name, "story_id", story) for name in FOUND}
    return Coding.from_dict({"story": _rows(store, "stories", "id", story)[0], **found})


def _view(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    """Give the query behind a view; rows are made distinct only where keys stand twice, for that reads every column."""
    key = _KEYS[name]
    repeated = _one(connection, f"SELECT count(*) - count(DISTINCT {key}) FROM all_{name}")  # noqa: S608 (our own names)
    if name not in FOUND:
        once = f"QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY all_{name}) = 1" if repeated else ""
        return f"SELECT * FROM all_{name} {once}"  # noqa: S608
    once = "DISTINCT" if repeated else ""
    return f"SELECT {once} * FROM all_{name} WHERE story_id IN (SELECT id FROM all_stories)"  # noqa: S608


def _rows(store: Store, name: str, key: str, story: str) -> list[Row]:
    found = to_dicts(store.dataset(name).to_table(filter=pc.field(key) == story))
    rows = {json.dumps(row, default=str): row for row in found}.values()  # what stands twice counts once
    return sorted(rows, key=lambda row: (row.get("begin") or 0, row.get("content") or []))


def _one(connection: duckdb.DuckDBPyConnection, query: str) -> int:
    found = connection.execute(query).fetchone()
    return int(found[0]) if found else 0


def _conditions(where: EventFilter) -> tuple[list[str], dict[str, Any]]:
    """Give the clauses of a filter and the values that they name."""
    given: list[tuple[str, str, Any]] = [
        ("actors", f"len(list_filter(event.actors, lambda p: {_is('p', 'actors')})) > 0", _lower(where.actors)),
        ("recipients", f"len(list_filter(event.recipients, lambda p: {_is('p', 'recipients')})) > 0", _lower(where.recipients)),
        ("types", "list_contains($types, event.event_type)", [each.upper() for each in where.types]),
        ("sectors", _SECTORS, [each.upper() for each in where.sectors]),
        ("modality", "list_contains($modality, event.modality)", list(where.modality)),
        ("polarity", "event.polarity = $polarity", where.polarity),
        ("said_by", f"({_is('event.said_by', 'said_by')} OR {_OWN})", _lower(where.said_by)),
        ("stories", "len(list_filter($stories, lambda s: starts_with(event.story_id, s))) > 0", _lower(where.stories)),
        ("since", 'event."date"."end" >= $since', where.since),
        ("until", 'event."date"."start" <= $until', where.until),
        ("min_confidence", "event.confidence >= $min_confidence", where.min_confidence),
    ]
    taken = [(name, clause, value) for name, clause, value in given if value]
    return [clause for _, clause, _ in taken] or ["true"], {name: value for name, _, value in taken}


_SECTORS = "len(list_filter(event.actors || event.recipients, lambda p: list_has_any(p.sectors, $sectors))) > 0"
_OWN = f"(event.said_by IS NULL AND list_contains($said_by, '{OWN_VOICE}'))"


def _is(party: str, name: str) -> str:
    """Give the condition that a party has one of the values as country, actor id or name."""
    return f"list_has_any([lower({party}.country), lower({party}.actor_id), lower({party}.name)], ${name})"


def _lower(values: tuple[str, ...]) -> list[str]:
    return [value.lower() for value in values]
