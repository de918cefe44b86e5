"""What each idea of the training brings: ``make ablate``, or ``python -m training.ablate --help``.

The own stage is trained from one checkpoint, once whole and once without each idea, on the same part of the training sentences
and with the same seed; a row holds the figures on the held-out part ``dev``. It is less than the full training, so read it
for directions.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from dragoman.model.tokens import Tokenizer
from training import data, score
from training.own import markup
from training.train import Settings, minilm_folder, renewal, train

Keep = Callable[[data.Example], bool]
COLUMNS = ("mentions_f1", "type", "pair_precision", "pair_recall", "polarity", "modality", "false_sentences_per_100")


@dataclass(frozen=True)
class Idea:
    """A training with something left out.

    Attributes:
        settings: What differs in the settings.
        swapped: Share of the sentences with other actors.
        idle: Whether words that carry events elsewhere are shown as carrying none here.
        speech: Whether PolNeAR's sentences stand beside our own.
        keep: Which of the sentences are trained on.
    """

    settings: dict[str, float] = field(default_factory=dict)
    swapped: float = 0.5
    idle: bool = True
    speech: bool = True
    keep: Keep = lambda example: True


IDEAS = {
    "all of it": Idea(),
    "without swapped actors": Idea(swapped=0.0),
    "without words that carry events elsewhere": Idea(idle=False),
    "without hidden tokens": Idea({"masked": 0.0}),
    "without averaged weights": Idea({"averaging": 0.0}),
    "without slower lower layers": Idea({"decay": 1.0}),
    "without PolNeAR": Idea(speech=False),
    "without real sentences": Idea(keep=lambda example: ":" not in example.group),
    "without written sentences": Idea(keep=lambda example: ":" in example.group),
}


@dataclass(frozen=True)
class Ground:
    """What all trainings share."""

    known: list[data.Example]
    speech: list[data.Example]
    held: list[data.Example]
    start: dict[str, torch.Tensor]
    settings: Settings
    tokenizer: Tokenizer


def figures(ground: Ground, idea: Idea) -> dict[str, object]:
    """Train without the idea and score."""
    known = [example for example in ground.known if idea.keep(example)]
    fresh = renewal(known, idea.swapped, idle=idea.idle)
    speech = ground.speech if idea.speech else None
    network = train(known, ground.tokenizer, ground.start, replace(ground.settings, **idea.settings),  # type: ignore[arg-type]
                    replay=speech, share=1.0, fresh=fresh)  # fmt: skip
    return score.own_scores(network, ground.held, ground.tokenizer)


def ground(options: argparse.Namespace) -> Ground:
    """Draw the sentences and load the checkpoint."""
    examples = data.own(options.own) + data.real(options.real, options.data)
    known = [example for example in examples if markup.part(example.group) == "train"]
    held = [example for example in examples if markup.part(example.group) == "dev"]
    rng = random.Random(options.seed)
    speech = data.speaking(data.polnear(options.data / "polnear" / "train.jsonl.gz"))
    return Ground(
        known=rng.sample(known, min(options.sentences, len(known))),
        speech=rng.sample(speech, min(options.sentences // 5, len(speech))),
        held=rng.sample(held, min(options.held, len(held))),
        start=torch.load(options.start, weights_only=True),
        settings=Settings(epochs=options.epochs, seed=options.seed),
        tokenizer=Tokenizer(minilm_folder(options.minilm) / "tokenizer.json"),
    )


def main() -> None:
    """Print a row as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = Path(__file__).parent
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data sets")
    parser.add_argument("--start", type=Path, required=True, help="checkpoint before the own stage (syntax.pt of a run)")
    parser.add_argument("--sentences", type=int, default=6000, help="how many of the training sentences are drawn")
    parser.add_argument("--held", type=int, default=1000, help="how many of the held-out sentences are scored")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--minilm", type=Path, help="folder of the MiniLM model; that of the installed package by default")
    parser.add_argument("--own", type=Path, default=here / "own" / "sentences")
    parser.add_argument("--real", type=Path, default=here / "own" / "real.jsonl")
    parser.add_argument("--seed", type=int, default=Settings.seed)
    parser.add_argument("--only", choices=IDEAS, action="append", help="these rows only")
    options = parser.parse_args()
    shared = ground(options)
    print(f"{len(shared.known)} sentences, {options.epochs} epochs, scored on {len(shared.held)}", file=sys.stderr)
    print("| training | " + " | ".join(COLUMNS) + " | seconds |\n|" + " --- |" * (len(COLUMNS) + 2))
    for name in options.only or IDEAS:
        began = time.time()
        found = figures(shared, IDEAS[name])
        print(f"| {name} | " + " | ".join(str(found[c]) for c in COLUMNS) + f" | {time.time() - began:.0f} |", flush=True)


if __name__ == "__main__":
    main()
