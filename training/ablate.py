"""What each idea of the training brings: ``make ablate``, or ``python -m training.ablate --help``.

From weights that have not learned the newest sentences (the own stage of a run), the last stage is trained on a part of those
and of the older ones, once whole and once without each idea, with the same seed; a row holds what the coder with such weights,
its confidence fitted anew, makes of the held-out part ``dev``. It is less than the full training, so read it for directions.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from dragoman.bench.own import Row, Tally, count, figures, held_rows
from dragoman.coder import Coder
from dragoman.model.tokens import Tokenizer
from dragoman.records import Story, story_id
from training import data, mining
from training.calibrate import calibrate
from training.export import export
from training.own import markup
from training.train import Settings, minilm_folder, renewal, train

Keep = Callable[[data.Example], bool]
COLUMNS = {"event_precision": "precision", "event_recall": "recall", "event_f1": "event F1",
           "false_events_per_100_event_free": "false events per 100", "mention_f1_exact": "mentions"}  # fmt: skip
"""Figures of ``dragoman bench own``, and what the table calls them."""


@dataclass(frozen=True)
class Idea:
    """A training with something left out.

    Attributes:
        settings: What differs in the settings.
        swapped: Share of the sentences with other actors.
        idle: Whether words that carry events elsewhere are shown as carrying none here.
        seen: Whether what the coder saw in new sentences is learned.
        older: Whether sentences that the weights have learned stand beside the new ones.
        speech: Whether PolNeAR's sentences stand beside our own.
        keep: Which of the sentences are trained on.
    """

    settings: dict[str, float] = field(default_factory=dict)
    swapped: float = 0.5
    idle: bool = True
    seen: bool = True
    older: bool = True
    speech: bool = True
    keep: Keep = lambda example: True


IDEAS = {
    "all of it": Idea(),
    "without what the coder saw in new sentences": Idea(seen=False),
    "without older sentences beside the new ones": Idea(older=False),
    "without swapped actors": Idea(swapped=0.0),
    "without words that carry events elsewhere": Idea(idle=False),
    "without hidden tokens": Idea({"masked": 0.0}),
    "without averaged weights": Idea({"averaging": 0.0}),
    "without slower lower layers": Idea({"decay": 1.0}),
    "without learning the word vectors": Idea({"words": False}),
    "without PolNeAR": Idea(speech=False),
    "without real sentences": Idea(keep=lambda example: ":" not in example.group),
    "without written sentences": Idea(keep=lambda example: ":" in example.group),
}


@dataclass(frozen=True)
class Ground:
    """What all trainings share."""

    new: list[data.Example]
    older: list[data.Example]
    speech: list[data.Example]
    seen: Mapping[str, mining.Seen]
    held: tuple[list[Row], list[Row]]
    start: dict[str, torch.Tensor]
    settings: Settings
    tokenizer: Path


def row(ground: Ground, idea: Idea) -> dict[str, float | int]:
    """Train without the idea and code the held-out sentences."""
    known = [example for example in (*ground.new, *(ground.older if idea.older else ())) if idea.keep(example)]
    fresh = renewal(known, idea.swapped, idle=idea.idle, seen=ground.seen if idea.seen else {})
    settings = replace(ground.settings, **idea.settings)  # type: ignore[arg-type]
    network = train(known, Tokenizer(ground.tokenizer), ground.start, settings,
                    replay=ground.speech if idea.speech else None, share=1.0, fresh=fresh)  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        export(network, ground.tokenizer, Path(folder), "0", {})
        (Path(folder) / "trained_on.txt").touch()
        calibrate(Path(folder), ground.held)
        return coded(Coder(model=Path(folder)), [each for rows in ground.held for each in rows])


def coded(coder: Coder, rows: Sequence[Row]) -> dict[str, float | int]:
    """Score the codings of sentences as ``dragoman bench own`` does."""
    tally = Tally()
    for each in rows:
        text = each["text"]
        count(tally, each, coder.code(Story(id=story_id(None, None, None, text), text=text)))
    return figures(tally, len(rows))


def ground(options: argparse.Namespace) -> Ground:
    """Draw the sentences and load the weights."""
    examples = data.own(options.own) + data.real(options.real, options.data)
    known = [example for example in examples if markup.part(example.group) == "train"]
    seen = mining.read(options.seen)
    new, older = ([example for example in known if (example.id in seen) == wanted] for wanted in (True, False))
    rng = random.Random(options.seed)
    speech = data.speaking(data.polnear(options.data / "polnear" / "train.jsonl.gz"))

    def drawn(them: list[data.Example], many: int) -> list[data.Example]:
        return rng.sample(them, min(many, len(them)))

    own, real = (held_rows(path, "dev") for path in options.rows)
    usual = Settings()
    return Ground(
        new=drawn(new, options.sentences), older=drawn(older, options.sentences), speech=drawn(speech, options.sentences // 5),
        seen=seen, held=(rng.sample(own, min(options.held, len(own))), real),
        start=torch.load(options.start, weights_only=True),
        settings=Settings(epochs=options.epochs, seed=options.seed, encoder_rate=usual.encoder_rate * options.pace,
                          head_rate=usual.head_rate * options.pace),
        tokenizer=minilm_folder(options.minilm) / "tokenizer.json",
    )  # fmt: skip


def main() -> None:
    """Print a row as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = Path(__file__).parent
    parser.add_argument("rows", type=Path, nargs=2, help="what `make bench-data` made, our own sentences first")
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data sets")
    parser.add_argument("--start", type=Path, required=True, help="weights to go on from (own.pt of a run)")
    parser.add_argument(
        "--seen", type=Path, required=True, help="what a coder with them saw in new sentences (seen.jsonl of a run)"
    )
    parser.add_argument(
        "--sentences", type=int, default=5000, help="how many of the new sentences are drawn, and of the older ones"
    )
    parser.add_argument("--held", type=int, default=1500, help="how many of our own held-out sentences are scored")
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--pace", type=float, default=0.6, help="factor of both learning rates")
    parser.add_argument("--minilm", type=Path, help="folder of the MiniLM model; that of the installed package by default")
    parser.add_argument("--own", type=Path, default=here / "own" / "sentences")
    parser.add_argument("--real", type=Path, default=here / "own" / "real.jsonl")
    parser.add_argument("--seed", type=int, default=Settings.seed)
    parser.add_argument("--only", choices=IDEAS, action="append", help="these rows only")
    options = parser.parse_args()
    shared = ground(options)
    held = sum(map(len, shared.held))
    print(
        f"{len(shared.new)} new and {len(shared.older)} older sentences, {options.epochs} epochs, scored on {held}",
        file=sys.stderr,
    )
    print("| training | " + " | ".join(COLUMNS.values()) + " | seconds |\n|" + " --- |" * (len(COLUMNS) + 2))
    for name in options.only or IDEAS:
        began = time.time()
        found = row(shared, IDEAS[name])
        print(f"| {name} | " + " | ".join(f"{found[c]:.3f}" for c in COLUMNS) + f" | {time.time() - began:.0f} |", flush=True)


if __name__ == "__main__":
    main()
