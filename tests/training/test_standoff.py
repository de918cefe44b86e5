"""Labels without their text, when the text cannot be fetched."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.own import standoff


def test_a_missing_data_set_says_what_to_name(tmp_path: Path) -> None:
    labels = tmp_path / "real.jsonl"
    labels.write_text('{"set": "re3d", "record": "x", "begin": 0, "end": 1}\n', "utf-8")
    with pytest.raises(SystemExit, match=r"documents.jsonl: no such file.*DATA=FOLDER"):
        standoff.main(["--restore", str(labels), str(tmp_path)])
