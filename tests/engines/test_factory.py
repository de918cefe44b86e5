"""What the user gave is checked before anything is read or written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dragoman.engines.factory import CoderFactory
from dragoman.errors import DragomanError
from dragoman.model.runtime import WEIGHTS, newest


def test_a_folder_without_weights_is_named(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"model\.json, tokenizer\.json.* missing"):
        CoderFactory(model=tmp_path).check()


def test_weights_of_another_version_are_refused_before_a_store_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    shutil.copytree(newest(WEIGHTS), folder)
    settings = json.loads((folder / "model.json").read_text("utf-8"))
    settings["confidence"]["weights"].pop()
    (folder / "model.json").write_text(json.dumps(settings), "utf-8")
    with pytest.raises(DragomanError, match="it was made for another Dragoman"):
        CoderFactory(model=folder).check()
