"""Which relations of re3d are asked as pairs, and what answer is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.bench.re3d import asked, run
from dragoman.errors import DragomanError

TEXT = "Daesh fought the army. The army lies in Homs."


def relation(kind: str, source: str, target: str, confidence: float = 1.0) -> dict[str, object]:
    def end(words: str) -> dict[str, int]:
        begin = TEXT.index(words)
        return {"begin": begin, "end": begin + len(words)}

    return {"type": kind, "source": end(source), "target": end(target), "confidence": confidence}


@pytest.mark.parametrize(
    ("given", "conduct"),
    [
        (relation("FightingAgainst", "Daesh", "the army"), ["conflict"]),
        (relation("BelongsTo", "The army", "Homs"), ["none"]),
        (relation("FightingAgainst", "Daesh", "Homs"), []),  # two sentences
        (relation("FightingAgainst", "Daesh", "the army", 0.2), []),  # the crowd was unsure
        (relation("Apart", "Daesh", "the army"), []),  # says nothing of conduct
        (relation("FightingAgainst", "the army", "army"), []),  # one inside the other
    ],
)  # fmt: skip
def test_which_pairs_are_asked(given: dict[str, object], conduct: list[str]) -> None:
    assert [right for _, _, right in asked({"text": TEXT, "relations": [given]})] == conduct


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"documents\.jsonl"):
        run(tmp_path)
