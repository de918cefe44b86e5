import gzip
import json
from pathlib import Path

import pytest

from dragoman.bench.reading import overlap, score, shingles, summary
from dragoman.errors import DragomanError
from tests.conftest import SHARED, needs_shared

STORY = "Rebels left the town of Gao on Monday. The army of Mali came back a day later, officials said."


def test_shingles_are_bags_of_four_words() -> None:
    assert shingles("a b c d a b c d") == {
        ("a", "b", "c", "d"): 2, ("b", "c", "d", "a"): 1, ("c", "d", "a", "b"): 1, ("d", "a", "b", "c"): 1,
    }  # fmt: skip
    assert shingles("a b") == {("a", "b"): 1}
    assert shingles(" . ") == {}


@pytest.mark.parametrize(
    ("truth", "found", "precision", "recall"),
    [
        ("a b c d e", "a b c d e", 1.0, 1.0),
        ("a b c d e f", "a b c d e x", 2 / 3, 2 / 3),  # abcd, bcde of three each
        ("a b c d e f g", "a b c d", 1.0, 1 / 4),
        ("a b c d", "", 0.0, 0.0),
        ("", "", 1.0, 1.0),
        ("", "a b c d", 0.0, 0.0),
    ],
)
def test_precision_and_recall_of_one_page(truth: str, found: str, precision: float, recall: float) -> None:
    page = overlap(truth, found)
    assert (page.precision, page.recall) == pytest.approx((precision, recall))


def test_f1_is_that_of_the_means() -> None:
    pages = [overlap("a b c d e f", "a b c d e x"), overlap("a b c d e f g", "a b c d")]
    precision, recall = (2 / 3 + 1) / 2, (2 / 3 + 1 / 4) / 2
    expected = {"precision": precision, "recall": recall, "f1": 2 * precision * recall / (precision + recall)}
    assert summary(pages) == pytest.approx(expected, abs=1e-6)


def test_a_folder_is_scored_form_by_form(tmp_path: Path) -> None:
    (tmp_path / "text").mkdir()
    rows = [{"id": name, "articleBody": STORY} for name in ("a", "b")]
    (tmp_path / "truth.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (tmp_path / "text/a.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    (tmp_path / "text/b.txt.gz").write_bytes(gzip.compress(b"%PDF-1.4"))
    figures = score(tmp_path)
    assert set(figures) == {"text", "text/held-out"}
    assert figures["text"] | {"median_ms": 0} == {
        "precision": 0.5, "recall": 0.5, "f1": 0.5, "accuracy": 0.5, "pages": 2, "unreadable": 1, "median_ms": 0,
    }  # fmt: skip


@pytest.mark.parametrize("truth", [None, ""])
def test_a_folder_without_pages_says_what_is_missing(tmp_path: Path, truth: str | None) -> None:
    if truth is not None:
        (tmp_path / "truth.jsonl").write_text(truth)
    with pytest.raises(DragomanError, match=r"truth\.jsonl|text-soup"):
        score(tmp_path)


@needs_shared
@pytest.mark.slow
def test_the_benchmark_is_read_as_well_as_before() -> None:
    figures = score(SHARED / "data/pages")
    floors = {"html/held-out": 0.95, "text/held-out": 0.90, "text-soup/held-out": 0.88}
    assert {form: figures[form]["f1"] for form, floor in floors.items() if figures[form]["f1"] < floor} == {}
