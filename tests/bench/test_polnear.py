"""The scorer of PolNeAR on cases counted by hand."""

import json
from pathlib import Path

import pytest

from dragoman.bench.polnear import Count, Tri, agreement, match, run, score
from dragoman.errors import DragomanError


def tri(source: str, cue: str, content: str) -> Tri:
    """Numbers stand for the offsets of tokens."""
    return Tri(*(frozenset(map(int, part.split())) for part in (source, cue, content)))


def test_tokens_are_counted_over_all_pairs_and_one_to_one() -> None:
    true = [tri("1 2", "3", "4 5 6 7"), tri("5", "6", "7")]  # the second lies within the first
    found = [tri("1", "3", "4 5 6 7 8")]
    strict, loose = score([(found, true)])
    assert strict == {"source": Count(1, 1, 3), "cue": Count(1, 1, 2), "content": Count(4, 5, 5)}
    assert loose == {"source": Count(1, 1, 3), "cue": Count(1, 1, 2), "content": Count(5, 5, 5)}  # token 7 counts twice
    assert strict["content"].scores == (0.8, 0.8, 0.8)
    assert strict["source"].scores == (1.0, 0.333333, 0.5)


def test_the_cue_decides_who_is_matched() -> None:
    true = [tri("1", "2 3", "4"), tri("1", "3", "9")]
    found = [tri("1", "3", "9"), tri("1", "2 3", "9")]
    assert match(found, true) == [(1, 0), (0, 1)]


def test_without_a_shared_cue_nothing_matches() -> None:
    strict, _ = score([([tri("1", "2", "4")], [tri("1", "3", "4")])])
    assert strict["content"] == Count(0, 1, 1)


def test_no_attributions_score_nothing() -> None:
    strict, loose = score([([], [])])
    assert strict["cue"].scores == loose["cue"].scores == (0.0, 0.0, 0.0)


def test_a_whole_run(tmp_path: Path) -> None:
    text = "Ann Poe said that it rained."
    gold = {"source": [[0, 7]], "cue": [[8, 12]], "content": [[13, 27]]}
    path = tmp_path / "mine.jsonl"
    path.write_text(json.dumps({"text": text, "attributions": [gold]}), encoding="utf-8")
    report = run(path)
    assert (report.figures["source_f1"], report.figures["cue_f1"], report.figures["content_f1"]) == (1.0, 1.0, 1.0)
    assert (report.figures["articles"], report.figures["found"], report.figures["true"]) == (1, 1, 1)


def test_missing_data_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match="no such file"):
        run(tmp_path)


def test_those_who_read_the_same_article_are_scored_against_each_other() -> None:
    first, second = ({"source": [[0, 7]], "cue": [cue], "content": [[13, 27]]} for cue in ([8, 12], [4, 12]))
    article = {"text": "Ann Poe said that it rained.", "attributions": [first], "more_annotators": [{"attributions": [second]}]}
    counts = agreement([article])
    assert counts["cue"] == Count(1, 2, 1)
    assert counts["content"].scores == (1.0, 1.0, 1.0)
