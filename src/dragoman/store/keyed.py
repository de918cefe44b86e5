"""A Delta table whose rows belong to keys, replaced key by key."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TypeVar

import pyarrow as pa
import pyarrow.dataset as ds
from deltalake import DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError, DeltaError
from pyarrow.fs import LocalFileSystem, SubTreeFileSystem

from dragoman.store.arrow import Row, to_dicts
from dragoman.store.errors import StoreError

_T = TypeVar("_T")

_TRIES = 8  # another process may commit between our reading a table and our writing it
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
        files = SubTreeFileSystem(str(self.place), LocalFileSystem())
        return translated(self.place, lambda: self.table().to_pyarrow_dataset(filesystem=files))

    def held(self) -> Mapping[str, str]:
        """Give the keys that the table holds with their marks; read again only when another process has written."""
        version = self.table().version()
        if self._held[0] != version:
            rows = to_dicts(self.dataset().to_table(columns=[self._key, *self._marks]))
            self._held = (version, {row[self._key]: self.mark(row) for row in rows})
        return self._held[1]

    def replace(self, keys: Collection[str], data: pa.Table) -> None:
        """Let the rows of these keys be ``data``, in one commit, or in none when that changes nothing.

        Raises:
            StoreError: the table cannot be written.
        """
        for _ in range(_TRIES):
            stale = self.held().keys() & set(keys)
            if not stale and not len(data):
                return
            try:
                translated(self.place, lambda: self._commit(data, sorted(keys) if stale else None))  # noqa: B023 (called here)
            except CommitFailedError:
                continue
            self._hold(keys, data)
            return
        raise StoreError(f"{self.place}: other processes kept writing to it. Run the same command again.")

    def compact(self) -> None:
        """Join many small files; rows and their history stay."""
        table = self.table()
        if len(table.file_uris()) > _MANY_FILES:
            translated(self.place, table.optimize.compact)

    def _commit(self, data: pa.Table, replaced: list[str] | None) -> None:
        if replaced is None:
            write_deltalake(self._table or self.place, data, mode="append")
            return
        quoted = ", ".join("'" + key.replace("'", "''") + "'" for key in replaced)
        write_deltalake(self._table or self.place, data, mode="overwrite", predicate=f"{self._key} IN ({quoted})")

    def mark(self, row: Row) -> str:
        """Give what tells whether a row of the table changed."""
        return "\x1f".join(str(row[mark]) for mark in self._marks)

    def _hold(self, keys: Collection[str], data: pa.Table) -> None:
        """Know of our own commit without reading the table again, if no other came between."""
        before, held = self._held
        if self.table().version() != before + 1:
            return
        for key in keys:
            held.pop(key, None)
        rows = to_dicts(data.select([self._key, *self._marks]))
        held.update({row[self._key]: self.mark(row) for row in rows})
        self._held = (before + 1, held)


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
