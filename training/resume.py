"""Weights to go on training from, taken back from exported ones: ``python -m training.resume WEIGHTS --out RUN``.

Checkpoints are large and stay where they were made; the weights that the coder ships with are all that everybody has. Their
numbers of 8 bits are scaled back to float32, which costs what quantizing cost and no more.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.export import PARTS, alike, raw_graphs
from training.network import Network


def restored(folder: Path) -> dict[str, Tensor]:
    """Give the weights that the files of ``folder`` were exported from, as exactly as 8 bits hold them.

    Exporters rename and transpose what they store. A network of random numbers is exported beside, and which of its
    weights stands where tells which is which in ``folder``.

    Raises:
        FileNotFoundError: a file of weights is not there.
        ValueError: a weight is in none of the files; they were exported from another network than today's.
    """
    torch.manual_seed(0)
    probe = Network().eval()
    for parameter in probe.parameters():
        torch.nn.init.normal_(parameter)
    wanted = dict(probe.state_dict())
    found: dict[str, Tensor] = {}
    with tempfile.TemporaryDirectory() as scratch:
        raw_graphs(probe, Path(scratch))
        for part, prefixes in PARTS.items():
            drawn, stored = _numbers(Path(scratch) / f"{part}.onnx"), _numbers(folder / f"{part}.onnx")
            for name, value in wanted.items():
                if name.startswith(prefixes):
                    found |= _found(name, value.numpy(), drawn, stored)
    missing = sorted(wanted.keys() - found.keys())
    if missing:
        raise ValueError(f"{folder}: {', '.join(missing)} not found; were these weights exported from another network?")
    return found


def _found(name: str, value: np.ndarray, drawn: dict[str, np.ndarray], stored: dict[str, np.ndarray]) -> dict[str, Tensor]:
    """Find a weight among the numbers drawn, as it is, transposed, or as columns of a wider one."""
    for key in drawn.keys() & stored.keys():
        array = drawn[key]
        for turned in (False, True):
            whole, other = (array.T, stored[key].T) if turned else (array, stored[key])
            if whole.ndim != value.ndim or whole.shape[1:] != value.shape[1:]:
                continue
            for begin in range(0, whole.shape[0] - value.shape[0] + 1, value.shape[0]):
                if np.array_equal(whole[begin : begin + value.shape[0]], value):
                    return {name: torch.from_numpy(other[begin : begin + value.shape[0]].copy())}
    return {}


def _numbers(path: Path) -> dict[str, np.ndarray]:
    """Read the arrays of a file by name, those of 8 bits scaled back."""
    arrays = {each.name: numpy_helper.to_array(each) for each in onnx.load(str(path)).graph.initializer}
    numbers = {}
    for name, array in arrays.items():
        plain = name.removesuffix("_quantized")
        if plain != name:
            steps = array.astype(np.float32) - arrays[f"{plain}_zero_point"].astype(np.float32)
            straight = plain.removesuffix("_Transposed")  # quantizing turns some round once more
            whole = steps * arrays[f"{plain}_scale"]
            numbers[straight] = whole if straight == plain else whole.T
        elif array.dtype == np.float32 and not name.endswith("_scale"):
            numbers[name] = array
    return numbers


def main() -> None:
    """Write the weights as those of a run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, help="folder of exported weights")
    parser.add_argument("--out", type=Path, required=True, help="run that begins with them")
    options = parser.parse_args()
    network = Network().eval()
    network.load_state_dict(restored(options.weights))
    print(f"states agree with those of {options.weights} to cosine {alike(network, options.weights / 'encoder.onnx'):.3f}")
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), options.out / "weights.pt")


if __name__ == "__main__":
    main()
