"""A store: a folder of Delta tables that holds what was coded.

Each commit to a table is atomic. The row in ``stories`` is written after all that was found in the story, so a story
counts once its row stands: readers leave out rows of other stories, and the next write of the story replaces them.

Several processes may write the same stories at once. Each commit follows the very version of the table that was looked
at, and the row in ``stories`` is written only if no other process has written the story since; otherwise all is done
again. The one that comes last therefore leaves all of its own rows.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, get_args, get_type_hints

import msgspec
import pyarrow as pa
import pyarrow.dataset as ds
from deltalake import DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError

from dragoman.records import Coding, Record, Rejection, Story, digest
from dragoman.store.arrow import arrow_schema, row, to_arrow
from dragoman.store.errors import StoreError
from dragoman.store.keyed import TRIES, KeyedTable, busy, translated

FORMAT = 1
"""Form of the folder; a store of a later form is refused."""

MARKER = "dragoman-store.json"
BATCH = 200
"""Stories a commit: few enough to lose little on an interruption, enough that commits cost nothing beside coding."""

FOUND: dict[str, type[Record]] = {name: get_args(hint)[0] for name, hint in get_type_hints(Coding).items() if name != "story"}
"""The tables of what was found in stories, named as in ``Coding``, to their record types."""


def _with(schema: pa.Schema, index: int, name: str) -> pa.Schema:
    return schema if name in schema.names else schema.insert(index, pa.field(name, pa.string()))


_STORIES = arrow_schema(Story)
SCHEMAS: dict[str, pa.Schema] = {
    "stories": _with(_STORIES, len(_STORIES), "fingerprint"),
    **{name: _with(arrow_schema(kind), 0, "story_id") for name, kind in FOUND.items()},
    "rejections": arrow_schema(Rejection),
}
"""Every table and its columns: those of its record, with ``story_id`` and, of stories, a digest of the coding."""

_KEYS = {"stories": "id", "rejections": "location"}
_MARKS = {"stories": ("fingerprint",), "rejections": ("reason", "detail", "mend")}


class Written(NamedTuple):
    """How many stories one write added, replaced, and found as they already were."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0


class Store:
    """A folder of Delta tables: stories, mentions, attributions, events, positions, claims, rejections.

    Args:
        path: The folder.
        create: Whether to make the store when there is none; otherwise that is an error.

    Raises:
        StoreError: there is no store, the folder is something else, it is of a later version, or access is denied.
    """

    def __init__(self, path: str | Path, *, create: bool = False) -> None:
        self.path = Path(path)
        self._tables = {
            name: KeyedTable(self.path / name, _KEYS.get(name, "story_id"), _MARKS.get(name, ())) for name in SCHEMAS
        }
        translated(self.path, partial(self._open, create=create))

    def table(self, name: str) -> DeltaTable:
        """Give one of the Delta tables as it stands now."""
        return self._tables[name].table()

    def dataset(self, name: str) -> ds.Dataset:
        """Give one of the tables as an Arrow dataset, which DuckDB, Polars and pandas read."""
        return self._tables[name].dataset()

    def write(self, codings: Iterable[Coding], rejections: Iterable[Rejection] = (), *, coded: Collection[str] = ()) -> Written:
        """Write one batch.

        A coding that equals what the store holds leaves the tables untouched; one that differs replaces the story's rows.

        Args:
            codings: What was coded; of two codings of one story the last counts.
            rejections: What could not be, replacing earlier rejections at the same locations.
            coded: Locations that were coded: earlier rejections of these are withdrawn.

        Raises:
            StoreError: the tables cannot be written.
        """
        batch = {coding.story.id: coding for coding in codings}
        prints = {story: digest(msgspec.json.encode(coding).decode()) for story, coding in batch.items()}
        for _ in range(TRIES):
            if written := self._write(batch, prints):
                self._write_rejections({each.location: each for each in rejections}, set(coded))
                return written
        raise busy(self.path)

    def compact(self) -> None:
        """Join the small files of tables that many batches were written to; rows and their history stay."""
        for table in self._tables.values():
            table.compact()

    def _write(self, batch: dict[str, Coding], prints: dict[str, str]) -> Written | None:
        """Write what the store does not hold yet; give ``None`` when another process wrote one of the stories meanwhile."""
        held = self._tables["stories"].held()
        known = {story: held[story] for story in batch if story in held}
        fresh = {story: coding for story, coding in batch.items() if known.get(story) != prints[story]}
        for name in FOUND:
            rows = [{"story_id": story, **row(found)} for story, coding in fresh.items() for found in getattr(coding, name)]
            self._tables[name].replace(fresh.keys(), to_arrow(rows, SCHEMAS[name]))
        rows = [{**row(coding.story), "fingerprint": prints[story]} for story, coding in fresh.items()]
        if not self._tables["stories"].replace(fresh.keys(), to_arrow(rows, SCHEMAS["stories"]), known):
            return None
        replaced = len(fresh.keys() & known.keys())
        return Written(len(fresh) - replaced, replaced, len(batch) - len(fresh))

    def _write_rejections(self, rejected: dict[str, Rejection], coded: set[str]) -> None:
        table = self._tables["rejections"]
        held = table.held()
        rows = {place: row(each) for place, each in rejected.items()}
        fresh = sorted(place for place in rows if held.get(place) != table.mark(rows[place]))
        gone = (coded - rejected.keys()) & held.keys()
        table.replace([*fresh, *sorted(gone)], to_arrow([rows[place] for place in fresh], SCHEMAS["rejections"]))

    def _open(self, *, create: bool) -> None:
        marker = self.path / MARKER
        if marker.is_file():
            self._check_format(marker)
        elif not create:
            raise StoreError(f"{self.path}: no store is here. Make one with: dragoman code SOURCE --out {self.path}")
        elif self.path.exists() and not self._is_ours():
            raise StoreError(f"{self.path}: this is something else than a store. Name a new or empty folder with --out.")
        else:
            self.path.mkdir(parents=True, exist_ok=True)
            whole = marker.with_name(f"{MARKER}.{os.getpid()}")  # another process never meets half a marker
            whole.write_text(json.dumps({"format": FORMAT}) + "\n", encoding="utf-8")
            whole.replace(marker)
        for name, schema in SCHEMAS.items():
            try:
                self._fit(name, schema, create=create)
            except CommitFailedError:  # another process was making or widening the same table, and is done
                self._fit(name, schema, create=create)

    def _is_ours(self) -> bool:
        """Say whether a folder that had no marker is empty, or another process is making a store of it at this moment."""
        if not self.path.is_dir():
            return False
        strange = any(not each.name.startswith(MARKER) for each in self.path.iterdir())
        return not strange or (self.path / MARKER).is_file()

    def _check_format(self, marker: Path) -> None:
        try:
            found = json.loads(marker.read_text("utf-8"))["format"]
        except (ValueError, KeyError, TypeError):
            raise StoreError(
                f"{marker}: does not say the form of the store. Restore the file, or code into a new folder."
            ) from None
        if not isinstance(found, int) or found > FORMAT:
            raise StoreError(
                f"{self.path}: the store has form {found}, this Dragoman knows {FORMAT}. Upgrade Dragoman to read it."
            )

    def _fit(self, name: str, schema: pa.Schema, *, create: bool) -> None:
        """Make a table that is not there; give a table of an earlier version the columns that it lacks."""
        place = self.path / name
        if not DeltaTable.is_deltatable(str(place)):
            if not create:
                raise StoreError(
                    f"{place}: this table of the store is missing. Code into the store again, or restore the folder."
                )
            DeltaTable.create(place, schema, mode="ignore")
            return
        held = self.dataset(name).schema
        if extra := _beyond(held, schema):
            raise StoreError(f"{place}: has columns that this Dragoman does not know ({', '.join(extra)}). Upgrade Dragoman.")
        if create and _beyond(schema, held):
            write_deltalake(place, to_arrow([], schema), mode="append", schema_mode="merge")


def _beyond(one: Any, other: Any, path: str = "") -> list[str]:
    """Name the columns and nested fields of one Arrow schema or struct that another lacks."""
    found = []
    for field in one:
        where = f"{path}{field.name}"
        index = other.get_field_index(field.name)
        if index < 0:
            found.append(where)
            continue
        mine, its = field.type, other.field(index).type
        while pa.types.is_list(mine) and pa.types.is_list(its):
            mine, its = mine.value_type, its.value_type
        if pa.types.is_struct(mine) and pa.types.is_struct(its):
            found += _beyond(mine, its, f"{where}.")
    return found
