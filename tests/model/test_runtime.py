"""Weights that cannot be used end in an error that says why."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dragoman.model import Model
from dragoman.model.runtime import WEIGHTS, ModelMissingError, newest


def test_weights_of_an_older_version_are_refused_by_name(tmp_path: Path) -> None:
    folder = tmp_path / "old"
    shutil.copytree(newest(WEIGHTS), folder)
    settings = json.loads((folder / "model.json").read_text("utf-8"))
    del settings["confidence"]
    (folder / "model.json").write_text(json.dumps(settings), "utf-8")
    with pytest.raises(ModelMissingError, match=r"model\.json: says nothing of `confidence`"):
        Model.load(folder)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError, match=r"encoder\.onnx"):
        Model.load(tmp_path)
