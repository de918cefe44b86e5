"""A second reader of time expressions beside the annotation and the coder."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.bench.timex import Expression
from dragoman.errors import DragomanError
from training.own.times import compare, reading


def expression(begin: int, value: str) -> Expression:
    return Expression(begin, begin + 4, "DATE", value, "then")


def test_the_reader_and_the_coder_are_each_held_against_the_other_and_the_annotation(tmp_path: Path) -> None:
    path = tmp_path / "timex.tsv"
    path.write_text("# story\tbegin\tend\tvalue\none\t0\t4\t2020\none\t9\t13\t2021\n", "utf-8")
    gold, found = [expression(0, "2020"), expression(9, "1999")], [expression(0, "2020"), expression(9, "2021")]
    figures = compare([("one", gold, found)], reading(path))
    assert list(figures.values()) == pytest.approx([0.5, 0.5, 1.0])


def test_an_expression_that_the_reader_has_not_read_is_named() -> None:
    with pytest.raises(DragomanError, match="one 0 the first"):
        compare([("one", [expression(0, "2020")], [])], {})
