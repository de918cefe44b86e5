from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.engines.local import code_all
from dragoman.engines.run import save
from dragoman.engines.work import EngineError, Outcome
from dragoman.records import Story
from dragoman.store import Store, Written, coding, counts
from tests.engines.fakes import FakeCoder, mixed, stories


def ignore(_: Outcome) -> None:
    return None


def test_a_run_is_counted(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", create=True)
    tally = save(code_all(mixed(), FakeCoder()), store, seen=ignore, batch=3)
    assert (tally.pages, tally.stories, tally.events, tally.interrupted) == (4, 2, 2, False)
    assert tally.reasons == {"empty": 1, "bad_row": 1}
    assert counts(store)["rejections"] == 2


def test_the_same_run_again_changes_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", create=True)
    save(code_all(mixed(), FakeCoder()), store, seen=ignore)
    again = save(code_all(mixed(), FakeCoder()), store, seen=ignore)
    assert again.written == Written(unchanged=2)
    newer = save(code_all(mixed(), FakeCoder("0.2.0")), store, seen=ignore)
    assert newer.written == Written(replaced=2)


def test_an_interrupted_run_keeps_whole_batches(tmp_path: Path) -> None:
    def broken_off() -> Iterator[Outcome]:
        yield from code_all(stories(7), FakeCoder())
        raise KeyboardInterrupt

    store = Store(tmp_path / "store", create=True)
    tally = save(broken_off(), store, seen=ignore, batch=3)
    assert (tally.interrupted, tally.pages, tally.stories, tally.lost) == (True, 6, 6, 1)
    assert counts(store)["stories"] == 6


def test_a_fault_of_the_coder_leaves_the_batches_before_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "store", create=True)
    faulty = Story(id="0", text="FAULT, Peru")
    with pytest.raises(EngineError, match=r"^story 0: .*Batches written before it stay"):
        save(code_all([*stories(5), faulty], FakeCoder()), store, seen=ignore, batch=3)
    assert counts(store)["stories"] == 3


@pytest.mark.parametrize("batch", [1, 10])
def test_of_two_readings_of_one_story_the_first_counts_in_every_run(tmp_path: Path, batch: int) -> None:
    (first,) = stories(1)
    items = [first, replace(first, outlet="A mirror")]
    store = Store(tmp_path / "store", create=True)
    tally = save(code_all(items, FakeCoder()), store, seen=ignore, batch=batch)
    assert (tally.pages, tally.stories, tally.events, tally.repeated) == (2, 1, 1, 1)
    assert coding(store, first.id).story == first
    assert save(code_all(items, FakeCoder()), store, seen=ignore, batch=batch).written == Written(unchanged=1)
