"""Polarity, modality and tense of marked events: whether it happened, given the words that say so."""

from __future__ import annotations

from pathlib import Path

from dragoman.bench.own import STATES, Row, held_rows
from dragoman.bench.report import Report, Sheet
from dragoman.bench.scores import confusions, macro_f1, per_class
from dragoman.coder import Coder
from dragoman.qualify import Qualities, qualify
from dragoman.qualify.settling import settle


def run(data: Path) -> Report:
    """Score rules and learned heads together, and each alone, on the held-out rows of a file as for the bench ``own``."""
    coder = Coder()
    gold: dict[str, list[str]] = {name: [] for name in STATES}
    answers: dict[str, dict[str, list[str]]] = {way: {name: [] for name in STATES} for way in ("together", "rules", "model")}
    for row in held_rows(data):
        for event in row["events"]:
            for way, qualities in _qualities(coder, row, event).items():
                for name in STATES:
                    answers[way][name].append(getattr(qualities, name))
            for name in STATES:
                gold[name].append(event[name])
    best = answers["together"]
    figures = {f"{name}_macro_f1": macro_f1(gold[name], best[name]) for name in STATES}
    false = sum(g != "asserted" and p == "asserted" for g, p in zip(gold["modality"], best["modality"], strict=True))
    unasserted = sum(value != "asserted" for value in gold["modality"])
    figures["asserted_though_not"] = round(false / max(1, unasserted), 6)
    return Report("modality", {**figures, "events": len(gold["modality"])}, _sheets(gold, answers))


def _qualities(coder: Coder, row: Row, event: Row) -> dict[str, Qualities]:
    text, words = row["text"], (event["evidence"][0], event["evidence"][1])
    ruled = qualify(text, words, event_type=event["event_type"])
    view = coder.model.view(text)
    (told,) = coder.model.tell(view, [words], [(words, 1.0)])
    likeliest = {name: max(sorted(getattr(told, name)), key=getattr(told, name).__getitem__) for name in STATES}
    alone = Qualities(**likeliest, why="model")
    return {"together": settle(ruled, told.polarity, told.modality, told.tense), "rules": ruled, "model": alone}


def _sheets(gold: dict[str, list[str]], answers: dict[str, dict[str, list[str]]]) -> tuple[Sheet, ...]:
    best = answers["together"]
    ways: list[tuple[str | float, ...]] = [
        (way, *[macro_f1(gold[name], found[name]) for name in STATES]) for way, found in answers.items()
    ]
    classes = [(name, *score) for name in STATES for score in per_class(gold[name], best[name])]
    return (
        Sheet("macro F1", ("by", *STATES), tuple(ways)),
        Sheet("by value", ("of", "value", "precision", "recall", "F1", "events"), tuple(classes)),
        Sheet(
            "commonest confusions of modality", ("marked", "coded", "events"), confusions(gold["modality"], best["modality"])
        ),
    )
