from datetime import date
from pathlib import Path
from typing import Any

import pytest
from deltalake import DeltaTable, write_deltalake

from dragoman.records import Event
from dragoman.store import EventFilter, Store, StoreError, coding, connect, counts, events
from dragoman.store.arrow import to_dicts
from tests.store import samples


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    made = Store(tmp_path_factory.mktemp("query") / "store", create=True)
    made.write([samples.coding("a")], [samples.rejection()])
    return made


MET, ATTACK = "met", "will not attack"


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({}, [ATTACK, MET]),  # by the first day: 1 May before 3 May
        ({"actors": ("per",)}, [MET]),  # country, in any case
        ({"actors": ("Caneta",)}, [ATTACK]),  # actor id
        ({"actors": ("Peru", "caneta")}, [ATTACK, MET]),  # standard name; several are alternatives
        ({"actors": ("PE",)}, []),  # a code is whole
        ({"recipients": ("CHL",)}, [ATTACK, MET]),
        ({"recipients": ("PER",)}, []),
        ({"actors": ("PER",), "recipients": ("CHL",), "types": ("ASSAULT",)}, []),  # fields restrict together
        ({"types": ("assault",)}, [ATTACK]),
        ({"sectors": ("reb",)}, [ATTACK]),
        ({"modality": ("asserted",)}, [ATTACK, MET]),
        ({"modality": ("planned", "possible")}, []),
        ({"polarity": "negative"}, [ATTACK]),
        ({"said_by": ("PER",)}, [ATTACK]),
        ({"said_by": ("story",)}, [MET]),
        ({"said_by": ("story", "per")}, [ATTACK, MET]),
        ({"since": date(2023, 5, 4)}, [ATTACK]),  # in May: it may have been later than the 4th
        ({"until": date(2023, 5, 2)}, [ATTACK]),
        ({"since": date(2023, 6, 1)}, []),
        ({"since": date(2023, 5, 3), "until": date(2023, 5, 3)}, [ATTACK, MET]),
        ({"min_confidence": 0.7}, [MET]),
        ({"limit": 1}, [ATTACK]),
        ({"limit": 0}, []),
        ({"actors": ("x' OR 1=1 --",)}, []),  # what users give is never read as SQL
    ],
)
def test_filters(store: Store, where: dict[str, Any], expected: list[str]) -> None:
    assert events(store, EventFilter(**where)).column("evidence").to_pylist() == expected


def test_a_story_is_chosen_by_the_beginning_of_its_id(store: Store) -> None:
    story = samples.coding("a").story.id
    assert len(events(store, EventFilter(stories=(story[:5].upper(),)))) == 2
    assert len(events(store, EventFilter(stories=("zzz",)))) == 0


def test_rows_are_the_events_that_were_written(store: Store) -> None:
    found = {row["id"]: Event.from_dict(row) for row in to_dicts(events(store))}
    assert found == {event.id: event for event in samples.coding("a").events}


def test_evidence_is_cut_at_characters_not_bytes(store: Store) -> None:
    # The sample has a letter beyond the basic plane and accents before this evidence.
    assert samples.TEXT.index("attack") > samples.TEXT.index("\U0001f54a")
    assert ATTACK in events(store).column("evidence").to_pylist()


def test_a_coding_comes_back_whole(store: Store) -> None:
    one = samples.coding("a")
    assert coding(store, one.story.id[:6]) == one


@pytest.mark.parametrize(("prefix", "message"), [("zz", "no story with an id that begins 'zz'"), ("", "2 stories")])
def test_an_id_must_mean_one_story(tmp_path: Path, prefix: str, message: str) -> None:
    two = Store(tmp_path / "store", create=True)
    two.write([samples.coding("a"), samples.coding("b")])
    with pytest.raises(StoreError, match=message):
        coding(two, prefix)


def test_events_of_a_story_that_was_not_finished_are_left_out(tmp_path: Path) -> None:
    broken = Store(tmp_path / "store", create=True)
    broken.write([samples.coding("a"), samples.coding("b")])
    DeltaTable(broken.path / "stories").delete(f"id = '{samples.coding('b').story.id}'")
    assert set(events(broken).column("title").to_pylist()) == {"Talks, a"}
    assert counts(broken) == {
        "stories": 1, "mentions": 1, "attributions": 1, "events": 2, "positions": 0, "claims": 0, "rejections": 0,
    }  # fmt: skip


def test_rows_that_stand_twice_count_once(tmp_path: Path) -> None:
    doubled = Store(tmp_path / "store", create=True)
    doubled.write([samples.coding("a"), samples.coding("b")], [samples.rejection()])
    once = counts(doubled), events(doubled)
    for name in ("stories", "mentions", "attributions", "events", "rejections"):
        write_deltalake(doubled.path / name, doubled.dataset(name).to_table(), mode="append")
    assert (counts(doubled), events(doubled)) == once
    one = samples.coding("a")
    assert coding(doubled, one.story.id) == one


def test_an_event_without_date_stands_at_publication(tmp_path: Path) -> None:
    from dataclasses import replace

    one = samples.coding("a")
    dateless = replace(one, events=tuple(replace(event, date=None) for event in one.events))
    later = Store(tmp_path / "store", create=True)
    later.write([dateless, samples.coding("b", None)])
    assert events(later).column("title").to_pylist() == ["Talks, b", "Talks, b", "Talks, a", "Talks, a"]
    assert len(events(later, EventFilter(since=date(1900, 1, 1)))) == 2


def test_queries_of_ones_own(store: Store) -> None:
    with connect(store) as connection:
        assert connection.execute("SELECT count(*) FROM events JOIN stories ON stories.id = story_id").fetchall() == [(2,)]
