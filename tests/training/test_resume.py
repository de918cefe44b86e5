"""Exported weights become weights to train on again."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="training needs torch, which `make test` does not install")

from dragoman.model.runtime import newest
from training import resume
from training.export import alike
from training.network import Network

WEIGHTS = newest(Path(resume.__file__).parents[1] / "src" / "dragoman" / "model" / "weights")


def test_every_weight_is_found_again() -> None:
    network = Network().eval()
    network.load_state_dict(resume.restored(WEIGHTS))
    assert alike(network, WEIGHTS / "encoder.onnx") > 0.98
