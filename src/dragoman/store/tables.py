"""A store: a folder of Delta tables that holds what was coded.

Each commit to a table is atomic. The row in ``stories`` is written after all that was found in the story, so a story
counts once its row stands: readers leave out rows of other stories, and the next write of the story replaces them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeVar, get_args, get_type_hints

import msgspec
import pyarrow as pa
import pyarrow.dataset as ds
from deltalake import DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError
from pyarrow.fs import LocalFileSystem, SubTreeFileSystem

from dragoman.records import Coding, Record, Rejection, Story, digest
from dragoman.store.arrow import Row, arrow_schema, row, to_arrow, to_dicts
from dragoman.store.errors import StoreError

_T = TypeVar("_T")

FORMAT = 1
"""Form of the folder; a store of a later form is refused."""

MARKER = "dragoman-store.json"
BATCH = 200
"""Stories a commit: few enough to lose little on an interruption, enough that commits cost nothing beside coding."""

_TRIES = 8  # another process may commit between our reading a table and our writing it
_MANY_FILES = 64  # a table in more files than this is compacted at the end of a run

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
        self._held: dict[str, tuple[int, dict[str, str]]] = {}
        self._translated(partial(self._open, create=create))

    def table(self, name: str) -> DeltaTable:
        """Give one of the Delta tables as it stands now."""
        return self._translated(lambda: DeltaTable(self.path / name))

    def dataset(self, name: str) -> ds.Dataset:
        """Give one of the tables as an Arrow dataset, which DuckDB, Polars and pandas read."""
        return _native(self.table(name), self.path / name)

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
        known = self._holds("stories")
        fresh = {story: coding for story, coding in batch.items() if known.get(story) != prints[story]}
        for name in FOUND:
            rows = [{"story_id": story, **row(found)} for story, coding in fresh.items() for found in getattr(coding, name)]
            self._replace(name, fresh.keys(), rows)
        self._replace("stories", fresh.keys(), [{**row(fresh[story].story), "fingerprint": prints[story]} for story in fresh])
        self._write_rejections({each.location: each for each in rejections}, set(coded))
        replaced = len(fresh.keys() & known.keys())
        return Written(len(fresh) - replaced, replaced, len(batch) - len(fresh))

    def compact(self) -> None:
        """Join the small files of tables that many batches were written to; rows and their history stay."""
        for name in SCHEMAS:
            table = self.table(name)
            if len(table.file_uris()) > _MANY_FILES:
                self._translated(table.optimize.compact)

    def _write_rejections(self, rejected: dict[str, Rejection], coded: set[str]) -> None:
        held = self._holds("rejections")
        rows = {place: row(each) for place, each in rejected.items()}
        fresh = {place for place in rows if held.get(place) != digest(*rows[place].values())}
        gone = (coded - rejected.keys()) & held.keys()
        self._replace("rejections", sorted(fresh | gone), [rows[place] for place in sorted(fresh)])

    def _holds(self, name: str) -> dict[str, str]:
        """Give the keys that a table holds, each with what tells whether its rows changed; read again only when it changed."""
        table = self.table(name)
        version = table.version()
        if self._held.get(name, (-1,))[0] != version:
            columns = {"stories": ["id", "fingerprint"], "rejections": None}.get(name, ["story_id"])
            self._held[name] = (version, _keys(name, _native(table, self.path / name).to_table(columns=columns)))
        return self._held[name][1]

    def _replace(self, name: str, keys: Collection[str], rows: list[Row]) -> None:
        """Let the rows of these keys be ``rows``, in one commit, or none when that changes nothing."""
        data = to_arrow(rows, SCHEMAS[name])
        for attempt in range(_TRIES):
            stale = self._holds(name).keys() & set(keys)
            if not stale and not rows:
                return
            try:
                self._translated(partial(self._commit, name, data, sorted(keys) if stale else None))
            except CommitFailedError as error:
                if attempt == _TRIES - 1:
                    raise StoreError(f"{self.path / name}: other processes kept writing to it. Run again. ({error})") from error
            else:
                return

    def _commit(self, name: str, data: pa.Table, replaced: list[str] | None) -> None:
        if replaced is None:
            write_deltalake(self.path / name, data, mode="append")
        else:
            quoted = ", ".join("'" + key.replace("'", "''") + "'" for key in replaced)
            write_deltalake(self.path / name, data, mode="overwrite", predicate=f"{_key(name)} IN ({quoted})")

    def _open(self, *, create: bool) -> None:
        marker = self.path / MARKER
        if marker.is_file():
            self._check_format(marker)
        elif not create:
            raise StoreError(f"{self.path}: no store is here. Make one with: dragoman code SOURCE --out {self.path}")
        elif self.path.exists() and (not self.path.is_dir() or any(self.path.iterdir())):
            raise StoreError(f"{self.path}: this is something else than a store. Name a new or empty folder with --out.")
        else:
            self.path.mkdir(parents=True, exist_ok=True)
            marker.write_text(json.dumps({"format": FORMAT}) + "\n", encoding="utf-8")
        for name, schema in SCHEMAS.items():
            self._fit(name, schema, create=create)

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
        held = _native(DeltaTable(place), place).schema
        if extra := _beyond(held, schema):
            raise StoreError(f"{place}: has columns that this Dragoman does not know ({', '.join(extra)}). Upgrade Dragoman.")
        if create and _beyond(schema, held):
            write_deltalake(place, to_arrow([], schema), mode="append", schema_mode="merge")

    def _translated(self, act: Callable[[], _T]) -> _T:
        """Do something with the files; foreign errors become ours, except the one that :meth:`_replace` tries again after."""
        try:
            return act()
        except CommitFailedError:
            raise
        except PermissionError as error:
            raise StoreError(f"{self.path}: permission denied. Choose a folder that you may write to. ({error})") from error
        except (OSError, DeltaError) as error:
            raise StoreError(f"{self.path}: the store could not be read or written. ({error})") from error


def _native(table: DeltaTable, place: Path) -> ds.Dataset:
    """Give a dataset that reads with Arrow's own file system: through deltalake's Python one, exits at times abort."""
    return table.to_pyarrow_dataset(filesystem=SubTreeFileSystem(str(place), LocalFileSystem()))


def _key(name: str) -> str:
    return {"stories": "id", "rejections": "location"}.get(name, "story_id")


def _keys(name: str, table: pa.Table) -> dict[str, str]:
    if name == "rejections":
        return {plain["location"]: digest(*plain.values()) for plain in to_dicts(table.select(SCHEMAS[name].names))}
    values: list[str] = table.column(_key(name)).to_pylist()
    return (
        dict(zip(values, table.column("fingerprint").to_pylist(), strict=True))
        if name == "stories"
        else dict.fromkeys(values, "")
    )


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
