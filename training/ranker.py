r"""Learn ``src/dragoman/places/data/ranker.json``: how to choose among the places that share a name.

    python -m training.ranker --data ../shared/data/geo

Trains on the Local-Global Lexicon and TR-News, by stories: five times without a fifth of them (a story's fold is a hash of
its set and id), to score what the weights have not seen, and once on all. Each round is a softmax over the candidates of a
name, trained by Adam to raise the chance of those within 161 km of the annotated point; a round's context comes from the
round before. The file holds all six sets of weights, so that ``dragoman bench places`` scores each story by weights that
have not seen it.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from dragoman.bench.places import FOLDS, NEAR_KM, fold_of
from dragoman.places.context import AROUND, OWN, Floats, Table, context_features, grouped, own_features, table
from dragoman.places.customs import at_home
from dragoman.places.finding import Found
from dragoman.places.gazetteer import DATA, Kind, bundled
from dragoman.places.ranking import ROUNDS, Ranker, softmax
from dragoman.places.resolving import heard, kilometres

# The sets weigh as much as each other, though the one with local news is larger; the little stories weigh less.
WEIGHT = {"lgl": 1.0, "trnews": 1.0, "alone": 0.3}
DECAY, STEPS, PACE = 2e-4, 400, 0.05


@dataclass(frozen=True)
class Lesson:
    """One story: its candidates, which of them are right, how often each name occurs, and its fold."""

    laid: Table
    right: np.ndarray
    times: np.ndarray
    fold: int
    stem: str


def lesson(story: dict[str, Any], stem: str) -> Lesson | None:
    gazetteer = bundled()
    known = [
        (t, candidates) for t in story["toponyms"] if t["lat"] is not None and (candidates := gazetteer.possible(t["text"]))
    ]
    if not known:
        return None
    found = [Found(t["begin"], t["end"], t["text"], candidates) for t, candidates in known]
    groups = grouped(story["text"], found)
    laid = table(groups, found, heard(story["text"], (), gazetteer), at_home(story["text"]))
    right = np.zeros(len(laid.rows))
    for row, (place, group) in enumerate(zip(laid.rows, laid.group, strict=True)):
        gold = known[groups[group].members[0]][0]
        right[row] = kilometres(place.lat, place.lon, float(gold["lat"]), float(gold["lon"])) <= NEAR_KM
    return Lesson(laid, right, np.array([len(g.members) for g in groups], float), fold_of(stem, story["id"]), stem)


def alone(many: int = 600) -> list[Lesson]:
    """Give little stories of one to three names that mean their greatest bearers: with nothing said, that is what is meant.

    Names are those of cities of 300,000 people or more that are five times as great as the next place of the name.
    """
    gazetteer, rng = bundled(), random.Random(11)
    names = []
    for row in np.flatnonzero((gazetteer.columns["kind"] == Kind.TOWN) & (gazetteer.columns["people"] >= 55)):
        name = gazetteer.names[int(row)]
        first, *others = sorted(gazetteer.candidates(name), key=lambda c: -c.people)
        rivals = [c for c in others if kilometres(c.lat, c.lon, first.lat, first.lon) > NEAR_KM]
        if rivals and first.kind == Kind.TOWN and max(c.people for c in rivals) < first.people - 0.7:
            names.append((name, first))
    lessons = []
    for number in range(many):
        chosen = rng.sample(names, rng.randint(1, 3))
        text, toponyms = "", []
        for name, place in chosen:
            toponyms.append(
                {"begin": len(text), "end": len(text) + len(name), "text": name, "lat": place.lat, "lon": place.lon}
            )
            text += name + " stood by. "
        one = lesson({"id": number, "text": text, "toponyms": toponyms}, "alone")
        lessons += [one] if one else []
    return lessons


def learn(features: Floats, lessons: Sequence[Lesson]) -> Floats:
    """Give the weights that make right candidates likely; names with no right candidate teach nothing."""
    sizes = np.cumsum([0] + [len(one.laid.rows) for one in lessons[:-1]])
    starts = np.concatenate([one.laid.starts + at for one, at in zip(lessons, sizes, strict=True)])
    counts = np.diff(np.append(starts, len(features)))
    group = np.repeat(np.arange(len(starts)), counts)
    right = np.concatenate([one.right for one in lessons])
    share = {stem: sum(one.times.sum() for one in lessons if one.stem == stem) for stem in {one.stem for one in lessons}}
    times = np.concatenate([one.times**0.5 * WEIGHT[one.stem] / share[one.stem] for one in lessons]) * (
        np.add.reduceat(right, starts) > 0
    )
    weights, mean, spread = np.zeros(features.shape[1]), np.zeros(features.shape[1]), np.zeros(features.shape[1])
    for step in range(1, STEPS + 1):
        chances = softmax(features @ weights, starts, group)
        hit = chances * right
        among_right = hit / np.maximum(np.add.reduceat(hit, starts), 1e-12)[group]
        slope = features.T @ ((chances - among_right) * times[group]) / times.sum() + DECAY * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights = weights - PACE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights


def train(lessons: Sequence[Lesson]) -> Ranker:
    own = [own_features(one.laid) for one in lessons]
    rounds = [learn(np.concatenate(own), lessons)]
    chances = [softmax(f @ rounds[0], one.laid.starts, one.laid.group) for f, one in zip(own, lessons, strict=True)]
    for _ in range(ROUNDS - 1):
        both = [
            np.concatenate([f, context_features(one.laid, c)], axis=1) for f, c, one in zip(own, chances, lessons, strict=True)
        ]
        rounds.append(learn(np.concatenate(both), lessons))
        chances = [softmax(f @ rounds[-1], one.laid.starts, one.laid.group) for f, one in zip(both, lessons, strict=True)]
    return Ranker(tuple(np.round(weights, 4) for weights in rounds))


def score(ranker: Ranker, lessons: Sequence[Lesson]) -> Counter[str]:
    """Count toponyms with a right candidate among theirs, and those where it was chosen."""
    counts: Counter[str] = Counter()
    for one in lessons:
        chances = ranker.chances(one.laid)
        for index, (start, times) in enumerate(zip(one.laid.starts, one.times, strict=True)):
            own = slice(start, start + len(one.laid.groups[index].candidates))
            counts[f"{one.stem} known"] += int(times)
            counts[f"{one.stem} reachable"] += int(times * one.right[own].any())
            counts[f"{one.stem} right"] += int(times * one.right[own][chances[own].argmax()])
    return counts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with lgl.jsonl and trnews.jsonl")
    parser.add_argument("--out", type=Path, default=DATA / "ranker.json")
    given = parser.parse_args()
    lessons: list[Lesson] = []
    for stem in ("lgl", "trnews"):
        stories = [json.loads(line) for line in (given.data / f"{stem}.jsonl").read_text("utf-8").split("\n") if line.strip()]
        lessons += [one for story in sorted(stories, key=lambda s: str(s["id"])) if (one := lesson(story, stem))]
    lessons += alone()
    print(f"{len(lessons)} stories, {sum(len(one.laid.rows) for one in lessons)} candidates")
    folds, counts = [], Counter[str]()
    for fold in range(FOLDS):
        folds.append(train([one for one in lessons if one.fold != fold]))
        counts += score(folds[-1], [one for one in lessons if one.fold == fold])
    print("held out:", dict(sorted(counts.items())))
    whole = train(lessons)
    print("on what it saw:", dict(sorted(score(whole, lessons).items())))
    for number, names in ((0, OWN), (ROUNDS - 1, (*OWN, *AROUND))):
        print(f"round {number}:", ", ".join(f"{n} {w:.2f}" for n, w in zip(names, whole.rounds[number], strict=True)))
    plain = {
        "own": OWN, "around": AROUND, "weights": [w.tolist() for w in whole.rounds],
        "folds": [[w.tolist() for w in one.rounds] for one in folds],
    }  # fmt: skip
    given.out.write_text(json.dumps(plain) + "\n", "utf-8")


if __name__ == "__main__":
    main()
