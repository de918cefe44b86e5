from collections.abc import Iterator

import msgspec
import pytest

from dragoman.engines.local import AHEAD, CHUNK, code_all
from dragoman.engines.work import EngineError
from dragoman.records import Coding, Rejection, Story
from tests.engines.fakes import FakeCoder, mixed, stories


def test_outcomes_come_in_order_whatever_the_workers() -> None:
    items = mixed() + stories(40)
    alone, many = (list(code_all(items, FakeCoder(), workers=workers)) for workers in (1, 2))
    assert msgspec.json.encode(alone) == msgspec.json.encode(many)
    assert [outcome.location for outcome in many[:4]] == [
        "https://news.test/0",
        "in/empty.html",
        "in/b.warc",
        "https://news.test/1",
    ]


def test_what_cannot_be_read_is_rejected_where_it_lies() -> None:
    coded, empty, unopened, _ = code_all(mixed(), FakeCoder())
    assert isinstance(coded.result, Coding)
    assert isinstance(empty.result, Rejection)
    assert (empty.result.location, empty.result.reason) == ("in/empty.html", "empty")
    assert unopened.result.detail == "cut short"


def test_inputs_are_taken_only_as_needed() -> None:
    taken = 0

    def endless() -> Iterator[Story]:
        nonlocal taken
        for story in stories(10_000):
            taken += 1
            yield story

    outcomes = code_all(endless(), FakeCoder(), workers=2)
    next(outcomes)
    outcomes.close()
    assert taken <= 2 * AHEAD * CHUNK + CHUNK


def test_a_worker_that_dies_ends_the_run_with_a_reason() -> None:
    deadly = Story(id="0", text="DIE, Peru")
    with pytest.raises(EngineError, match="fewer --workers"):
        list(code_all([deadly], FakeCoder(), workers=2))


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_of_the_coder_ends_the_run_and_names_the_page(workers: int) -> None:
    faulty = Story(id="0", url="https://news.test/faulty", text="FAULT, Peru")
    with pytest.raises(EngineError, match=r"^https://news.test/faulty: .*KeyError.*Leave this input out") as caught:
        list(code_all([*stories(2), faulty], FakeCoder(), workers=workers))
    assert "KeyError" in repr(caught.value.__cause__)  # where it happened is not lost
