from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.bench import timex
from dragoman.bench.timex import Expression, scores
from dragoman.errors import DragomanError
from tests.conftest import SHARED, needs_shared


def test_scores_as_counted_by_hand() -> None:
    gold = [Expression(0, 6, "DATE", "2021-08", "August"), Expression(10, 18, "DURATION", "P1W", "one week")]
    found = [
        Expression(0, 6, "DATE", "2020-08", "August"),
        Expression(14, 18, "DURATION", "P1W", "week"),
        Expression(30, 33, "DATE", "PRESENT_REF", "now"),
    ]
    scored = scores([(gold, found)])
    assert [scored[name] for name in ("strict_f1", "relaxed_f1", "value_f1", "type_f1")] == [0.4, 0.8, 0.4, 0.8]
    assert (scored["relaxed_precision"], scored["relaxed_recall"], scored["strict_recall"]) == (0.666667, 1.0, 0.5)
    assert scored["value_accuracy"] == 0.5


def test_a_line_that_is_no_story_is_named(tmp_path: Path) -> None:
    path = tmp_path / "stories.jsonl"
    path.write_text(json.dumps({"id": "a"}) + "\n", "utf-8")
    with pytest.raises(DragomanError, match=r"stories\.jsonl, line 1"):
        timex.run(path)


@needs_shared
def test_the_stage_keeps_its_score() -> None:
    figures = timex.run(SHARED / "data" / "timex").figures
    assert figures["relaxed_f1"] > 0.88
    assert figures["value_f1"] > 0.73
