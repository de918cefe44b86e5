"""A Delta table whose rows belong to keys, replaced key by key."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

import pyarrow as pa
import pyarrow.dataset as ds
from deltalake import CommitProperties, DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError
from pyarrow.fs import LocalFileSystem, SubTreeFileSystem

from dragoman.store.arrow import Row, to_dicts
from dragoman.store.errors import StoreError

_T = TypeVar("_T")

TRIES = 100  # another process may commit between our reading a table and our writing it
_PAUSE_S = 0.002  # times the tries so far, up to twenty: some seconds in all before we give up
_AT_ONCE = CommitProperties(max_commit_retries=0)
"""A commit becomes the version right after the one that we read, or fails. By default Delta would let an append pass after any
other append, and two processes that code one new story would both add its rows."""

_MANY_FILES = 64  # a table in more files than this is compacted


class KeyedTable:
    """One table of a store.

    Args:
        place: Its folder.
        key: The column that its rows are replaced by.
        marks: The columns that tell whether the rows of a key changed, if any do.
    """

    def __init__(self, place: Path, key: str, marks: tuple[str, ...] = ()) -> None:
        self.place = place
        self._key = key
        self._marks = marks
        self._table: DeltaTable | None = None
        self._held: tuple[int, dict[str, str]] = (-1, {})

    def table(self) -> DeltaTable:
        """Give the Delta table as it stands now.

        Raises:
            StoreError: it cannot be read.
        """
        if self._table is None:
            self._table = translated(self.place, lambda: DeltaTable(self.place))
        else:
            translated(self.place, self._table.update_incremental)
        return self._table

    def dataset(self) -> ds.Dataset:
        """Give the table as an Arrow dataset.

        It reads with Arrow's own file system: through deltalake's, which is Python, the process at times aborts on exit.
        """
        return self._dataset(self.table())

    def held(self) -> Mapping[str, str]:
        """Give the keys that the table holds with their marks; read again only when another process has written.

        A marked key that has several rows, as earlier versions could leave it, has an empty mark: it counts as changed.
        """
        return self._look()[1]

    def replace(self, keys: Collection[str], data: pa.Table, known: Mapping[str, str] | None = None) -> bool:
        """Let the rows of these keys be ``data``, in one commit, or in none when that changes nothing.

        Args:
            keys: The keys.
            data: Their rows from now on.
            known: The marks that the keys had when ``data`` was made; by default they do not matter.

        Returns:
            Whether it was done: not when another process has given one of the keys another mark than is ``known``.

        Raises:
            StoreError: the table cannot be written.
        """
        for number in range(TRIES):
            table, held = self._look()
            if known is not None and any(held.get(key) != known.get(key) for key in keys):
                return False
            stale = held.keys() & set(keys)
            if not stale and not len(data):
                return True
            if self._commit(table, data, sorted(keys) if stale else None):
                self._hold(keys, data)
                return True
            _pause(number)
        raise busy(self.place)

    def compact(self) -> None:
        """Join many small files; rows and their history stay.

        What another process rewrites meanwhile is left for the next time.
        """
        table = self.table()
        if len(table.file_uris()) > _MANY_FILES:
            try:
                translated(self.place, table.optimize.compact)
            except CommitFailedError:
                return

    def _look(self) -> tuple[DeltaTable, dict[str, str]]:
        """Give the table with what that very version of it holds."""
        table = self.table()
        if self._held[0] != table.version():
            held: dict[str, str] = {}
            for row in to_dicts(self._dataset(table).to_table(columns=[self._key, *self._marks])):
                held[row[self._key]] = "" if row[self._key] in held else self.mark(row)
            self._held = (table.version(), held)
        return table, self._held[1]

    def _dataset(self, table: DeltaTable) -> ds.Dataset:
        files = SubTreeFileSystem(str(self.place), LocalFileSystem())
        return translated(self.place, lambda: table.to_pyarrow_dataset(filesystem=files))

    def _commit(self, table: DeltaTable, data: pa.Table, replaced: list[str] | None) -> bool:
        """Commit right after the version that the table stands at; give whether no other process has come first."""
        quoted = ", ".join("'" + key.replace("'", "''") + "'" for key in replaced or ())
        predicate = f"{self._key} IN ({quoted})" if quoted else None
        mode: Literal["append", "overwrite"] = "overwrite" if predicate else "append"
        write = partial(write_deltalake, table, data, mode=mode, predicate=predicate, commit_properties=_AT_ONCE)
        try:
            translated(self.place, write)
        except CommitFailedError:
            return False
        return True

    def mark(self, row: Row) -> str:
        """Give what tells whether a row of the table changed."""
        return "\x1f".join(str(row[mark]) for mark in self._marks)

    def _hold(self, keys: Collection[str], data: pa.Table) -> None:
        """Know of our own commit without reading the table again."""
        before, held = self._held
        for key in keys:
            held.pop(key, None)
        rows = to_dicts(data.select([self._key, *self._marks]))
        held.update({row[self._key]: self.mark(row) for row in rows})
        self._held = (before + 1, held)


def busy(place: Path) -> StoreError:
    """Give the error for a place that others keep writing to."""
    return StoreError(f"{place}: other processes kept writing to it. Run the same command again.")


def _pause(number: int) -> None:
    """Let the other process finish; each process waits a time of its own, so that they do not meet again."""
    time.sleep(_PAUSE_S * min(number + 1, 20) * (1 + os.getpid() % 7 / 7))


def translated(place: Path, act: Callable[[], _T]) -> _T:
    """Do something with files; foreign errors become ours, except the one after which a commit is tried again.

    Raises:
        StoreError: permission is denied, or the files cannot be read or written.
    """
    try:
        return act()
    except CommitFailedError:
        raise
    except PermissionError as error:
        raise StoreError(f"{place}: permission denied. Choose a folder that you may write to. ({error})") from error
    except (OSError, DeltaError) as error:
        raise StoreError(f"{place}: the store could not be read or written. ({error})") from error
