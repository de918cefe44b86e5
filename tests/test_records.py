import dataclasses
import json
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.records import Event, Page, Record, Story, Time, digest, story_id
from tests.strategies import RECORDS, any_of

light = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
@light
@given(data=st.data())
def test_every_record_survives_json(kind: type[Record], data: st.DataObject) -> None:
    record = data.draw(any_of(kind))
    assert kind.from_dict(json.loads(json.dumps(record.to_dict()))) == record


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.__name__)
def test_records_cannot_be_changed(kind: type[Record]) -> None:
    assert kind.__dataclass_params__.frozen
    assert not hasattr(kind, "__dict__") or "__slots__" in vars(kind)


def test_the_zone_of_a_publication_time_is_kept() -> None:
    for published in ("2019-04-30T06:15:00+03:00", "2019-04-30T06:15:00"):
        story = Story(id="0", published=datetime.fromisoformat(published))
        assert story.to_dict()["published"] == published
        assert Story.from_dict(story.to_dict()).published == story.published


@pytest.mark.parametrize(
    ("kind", "plain", "message"),
    [
        (Time, {"begin": 0}, r"not a Time: .*`end`"),
        (Time, {"begin": "0", "end": 1, "text": "", "type": "DATE", "value": ""}, r"`\$\.begin`"),
        (Time, {"begin": 0, "end": 1, "text": "", "type": "MOMENT", "value": ""}, r"`\$\.type`"),
        (Page, {"url": "x"}, "not a Page: 'data'"),
        (Page, {"data": {}}, "neither `text` nor `base64`"),
        (Page, {"data": {"base64": "%"}}, "not a Page"),
        (Page, {"data": {"text": "x"}, "url": 3}, r"`\$\.url`"),
    ],
)
def test_a_dict_that_is_no_record_is_named(kind: type[Record], plain: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        kind.from_dict(plain)


def test_a_key_of_a_later_version_is_ignored() -> None:
    assert Time.from_dict({"begin": 0, "end": 1, "text": "x", "type": "DATE", "value": "", "mood": "hopeful"}).end == 1


def test_an_event_has_the_keys_that_the_tables_promise() -> None:
    keys = [field.name for field in dataclasses.fields(Event)]
    assert keys[:9] == ["id", "story_id", "event_type", "modes", "contexts", "quad", "intensity", "actors", "recipients"]


def test_digests_tell_where_the_parts_join() -> None:
    assert digest("ab", "c") != digest("a", "bc")
    assert digest(None, "a") == digest("", "a")
    assert len(story_id(None, None, None, "text")) == 16
