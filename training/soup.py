"""Average the weights of several runs that went on from one another: ``python -m training.soup RUN RUN ... --out RUN``.

Runs that go on from the same weights with other draws of the data end near each other, and their mean does better than each
(model soups, Wortsman and others 2022), at no cost when it runs.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def mean(weights: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of each tensor."""
    return {name: torch.stack([each[name] for each in weights]).mean(0) for name in weights[0]}


def main() -> None:
    """Write the mean as a run of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean([torch.load(run / "weights.pt", weights_only=True) for run in options.runs]), options.out / "weights.pt")


if __name__ == "__main__":
    main()
