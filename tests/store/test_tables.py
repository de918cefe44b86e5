import json
import multiprocessing
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from deltalake import DeltaTable, write_deltalake
from deltalake.exceptions import CommitFailedError

from dragoman.store.errors import StoreError
from dragoman.store.keyed import KeyedTable
from dragoman.store.tables import MARKER, SCHEMAS, Store, Written
from tests.store.samples import coding, recoded, rejection


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", create=True)


def versions(store: Store) -> dict[str, int]:
    return {name: store.table(name).version() for name in SCHEMAS}


def rows(store: Store, name: str) -> list[dict[str, object]]:
    return store.dataset(name).to_table().to_pylist()


def test_a_new_store_has_every_table_empty(store: Store) -> None:
    assert all(store.dataset(name).count_rows() == 0 for name in SCHEMAS)
    assert set(SCHEMAS) == {"stories", "mentions", "attributions", "events", "positions", "claims", "rejections"}


def test_every_row_carries_its_story(store: Store) -> None:
    one = coding()
    assert store.write([one], [rejection()]) == Written(added=1)
    assert [row["id"] for row in rows(store, "stories")] == [one.story.id]
    for name in ("mentions", "attributions", "events"):
        assert {row["story_id"] for row in rows(store, name)} == {one.story.id}
    assert [row["location"] for row in rows(store, "rejections")] == ["in/empty.html"]


def test_coding_the_same_again_commits_nothing(store: Store) -> None:
    store.write([coding("a"), coding("b")], [rejection()])
    before = versions(store)
    assert store.write([coding("b"), coding("a")], [rejection()]) == Written(unchanged=2)
    assert versions(Store(store.path, create=True)) == before


def test_another_coder_replaces_the_rows_of_that_story_alone(store: Store) -> None:
    store.write([coding("a"), coding("b")])
    assert store.write([recoded(coding("a"), "0.2.0"), coding("b")]) == Written(replaced=1, unchanged=1)
    found = sorted((row["story_id"] == coding("a").story.id, row["coder"]) for row in rows(store, "events"))
    assert found == [(False, "0.1.0"), (False, "0.1.0"), (True, "0.2.0")]
    assert len(rows(store, "stories")) == 2


def test_a_story_twice_in_one_batch_is_one_story(store: Store) -> None:
    assert store.write([coding(), coding()]) == Written(added=1)
    assert len(rows(store, "events")) == 2


def test_a_write_that_broke_off_between_tables_heals(store: Store) -> None:
    store.write([coding()])
    DeltaTable(store.path / "stories").delete()  # as if the process had died before this last table
    again = Store(store.path, create=True)
    assert again.write([coding()]) == Written(added=1)
    assert [len(rows(again, name)) for name in ("stories", "events", "mentions")] == [1, 2, 1]


def test_a_page_that_is_read_at_last_leaves_the_rejections(store: Store) -> None:
    store.write([], [rejection("o'neil.html"), rejection("b.html")])
    store.write([coding()], coded={"o'neil.html", "never-rejected.html"})
    assert [row["location"] for row in rows(store, "rejections")] == ["b.html"]


def test_what_another_process_wrote_is_seen(store: Store) -> None:
    other = Store(store.path, create=True)
    other.write([coding()])
    assert store.write([coding()]) == Written(unchanged=1)


def _write_own(path: Path, name: str) -> None:
    for number in range(3):
        Store(path, create=True).write([coding(f"{name}{number}")])


def test_processes_can_write_side_by_side(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_own, args=(tmp_path / "store", name)) for name in "ab"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0]
    stories = sorted(row["id"] for row in rows(Store(tmp_path / "store"), "stories"))
    assert stories == sorted(coding(name).story.id for name in ("a0", "a1", "a2", "b0", "b1", "b2"))


def _write_same(path: Path, coder: str, start: Barrier) -> None:
    start.wait()
    store = Store(path, create=True)
    for number in range(3):
        start.wait()
        store.write([recoded(coding(f"{number}{each}"), coder) for each in "ab"], [rejection()])
        start.wait()
        store.compact()


@pytest.mark.parametrize("coders", [("1", "1", "1"), ("1", "2", "3")])
def test_processes_can_write_the_same_stories_at_once(tmp_path: Path, coders: tuple[str, ...]) -> None:
    context = multiprocessing.get_context("spawn")
    start = context.Barrier(len(coders), timeout=30)  # a writer that dies does not leave the others waiting
    writers = [context.Process(target=_write_same, args=(tmp_path / "store", coder, start)) for coder in coders]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * len(coders)
    store = Store(tmp_path / "store")
    stories = {one.story.id: one for one in (coding(f"{number}{each}") for number in range(3) for each in "ab")}
    ids = sorted(stories)
    for name in ("stories", "mentions", "attributions", "events"):
        assert sorted(row["id" if name == "stories" else "story_id"] for row in rows(store, name)) == ids
    assert len(rows(store, "rejections")) == 1
    for story in ids:  # the row of the story belongs to the coding that the events are of
        (event,) = (row for row in rows(store, "events") if row["story_id"] == story)
        assert store.write([recoded(stories[story], str(event["coder"]))]) == Written(unchanged=1)


def test_a_commit_that_another_came_before_is_made_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Just before our row of the story is committed, another process codes the story otherwise."""
    replace, other = KeyedTable.replace, Store(store.path)

    def late(table: KeyedTable, *given: Any) -> bool:
        if table.place.name == "stories":
            monkeypatch.setattr(KeyedTable, "replace", replace)
            other.write([recoded(coding(), "0.2.0")])
        return replace(table, *given)

    monkeypatch.setattr(KeyedTable, "replace", late)
    assert store.write([coding()]) == Written(replaced=1)
    assert {row["coder"] for row in rows(store, "events")} == {"0.1.0"}
    assert [len(rows(store, name)) for name in ("stories", "events", "mentions")] == [1, 2, 1]


def test_a_story_that_stands_twice_is_coded_anew(store: Store) -> None:
    store.write([coding()])
    for name in ("stories", "events"):
        write_deltalake(store.path / name, store.dataset(name).to_table(), mode="append")
    assert store.write([coding()]) == Written(replaced=1)
    assert [len(rows(store, name)) for name in ("stories", "events", "mentions")] == [1, 2, 1]


def test_a_store_that_others_keep_writing_to_is_named(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: object, **__: object) -> None:
        raise CommitFailedError("version taken")

    monkeypatch.setattr("dragoman.store.keyed.write_deltalake", taken)
    monkeypatch.setattr("dragoman.store.keyed._PAUSE_S", 0)
    with pytest.raises(StoreError, match=r"mentions: other processes kept writing to it\. Run the same command again"):
        store.write([coding()])


def test_compacting_keeps_the_rows(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.store.keyed._MANY_FILES", 2)
    for name in "abcd":
        store.write([coding(name)])
    store.compact()
    assert len(store.table("events").file_uris()) == 1
    assert len(rows(store, "events")) == 8
    assert store.write([coding("a")]) == Written(unchanged=1)


def test_a_table_of_an_earlier_version_gains_its_columns(store: Store) -> None:
    earlier = pa.schema([field for field in SCHEMAS["claims"] if field.name not in {"about", "said_by"}])
    write_deltalake(store.path / "claims", pa.Table.from_pylist([], schema=earlier), mode="overwrite", schema_mode="overwrite")
    again = Store(store.path, create=True)
    assert set(again.dataset("claims").schema.names) == set(SCHEMAS["claims"].names)


def _folder_with_notes(path: Path) -> None:
    path.mkdir()
    (path / "notes.txt").write_text("mine")


def _later_form(path: Path) -> None:
    Store(path, create=True)
    (path / MARKER).write_text(json.dumps({"format": 99}))


def _no_form(path: Path) -> None:
    Store(path, create=True)
    (path / MARKER).write_text("{}")


def _later_column(path: Path) -> None:
    Store(path, create=True)
    added = SCHEMAS["events"].append(pa.field("mood", pa.string()))
    write_deltalake(path / "events", pa.Table.from_pylist([], schema=added), mode="append", schema_mode="merge")


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (_folder_with_notes, "something else than a store. Name a new or empty folder"),
        (lambda path: path.write_text("a file"), "something else than a store"),
        (_later_form, "form 99, this Dragoman knows 1. Upgrade"),
        (_no_form, "does not say the form"),
        (_later_column, r"columns that this Dragoman does not know \(mood\). Upgrade"),
    ],
)
def test_what_is_no_store_of_ours_is_left_alone(tmp_path: Path, prepare: object, message: str) -> None:
    path = tmp_path / "place"
    prepare(path)
    with pytest.raises(StoreError, match=message):
        Store(path, create=True)


def test_reading_does_not_make_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store is here"):
        Store(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_missing_table_is_named(store: Store) -> None:
    (store.path / "claims").rename(store.path.parent / "elsewhere")
    with pytest.raises(StoreError, match="claims: this table of the store is missing"):
        Store(store.path)


def test_a_denied_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", denied)
    with pytest.raises(StoreError, match="permission denied"):
        Store(tmp_path / "locked", create=True)
