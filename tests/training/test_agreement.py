"""A second reader is scored against the first as a coder is."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.own.agreement import as_asked, as_coder
from training.own.markup import read_file

FIRST = """= T-001 wire
[a1 Chad] shelled [a2 Togo] and [a3 Benin] blamed [a1 Chad].
> ASSAULT a1 -> a2 | shelled | pos asserted past | - | military
> ACCUSE a3 -> a1 | blamed | pos asserted past | - | military

[a1 Chad] likes [a2 Togo].
! description
"""


def read(tmp_path: Path, text: str) -> list[dict[str, object]]:
    path = tmp_path / "t.txt"
    path.write_text(text, "utf-8")
    return list(read_file(path))


def test_what_both_see_counts_and_what_one_sees_does_not(tmp_path: Path) -> None:
    text = FIRST.replace("blamed [a1 Chad]", "blamed [a4 Chad]").replace("ACCUSE a3 -> a1", "ACCUSE a3 -> a4")
    other = text.replace("> ACCUSE a3 -> a4 | blamed", "> REJECT a3 -> a4 | blamed").replace(
        "! description", "> SUPPORT a1 -> a2 | likes | pos asserted present | - | -"
    )
    scores = as_coder(list(zip(read(tmp_path, text), read(tmp_path, other), strict=True)))
    assert scores["precision"] == pytest.approx(1 / 3)
    assert scores["recall"] == 0.5
    assert scores["F1"] == pytest.approx(0.4)
    assert scores["events per 100 sentences where the first reader saw none"] == 100


def test_a_reader_is_asked_about_the_pairs_of_the_other(tmp_path: Path) -> None:
    text = FIRST.replace("blamed [a1 Chad]", "blamed [a4 Chad]").replace("ACCUSE a3 -> a1", "ACCUSE a3 -> a4")
    same = read(tmp_path, text)
    assert set(as_asked(list(zip(same, same, strict=True))).values()) == {1.0}
    other = read(tmp_path, text.replace("ACCUSE a3 -> a4", "ACCUSE a4 -> a3").replace("[a2 Togo] and", "[a2 Togo and]"))
    scores = as_asked(list(zip(same, other, strict=True)))
    assert scores["reversed pair is none"] == 0.5
    assert scores["mentions of actors, exact F1"] == pytest.approx(5 / 6)
