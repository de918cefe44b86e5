"""Places against news annotated with GeoNames: Local-Global Lexicon and TR-News, as geoparsers are scored on them.

Resolving: accuracy within 161 km (100 miles) and of the country, on the annotated toponyms. End to end: F1 of toponyms found,
and of those found and placed within 161 km. Demonyms ("Turkish"), which both sets annotate as their country, are not places to
the finder, which misses them by design: figures that end in ``_no_demonyms`` leave them out. Each story is resolved by weights
that were learned without its fold (a fifth of the stories), so all stories are the score. Stories sorted by id are halved too:
the finder's thresholds were tuned on the first halves. Mordecai 3 (Halterman, 2023) has an accuracy of 0.827 on LGL and of
0.873 on TR-News.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dragoman.bench.report import Cell, Report, Sheet
from dragoman.bench.scores import ratio
from dragoman.coder import Coder
from dragoman.errors import DragomanError
from dragoman.places.customs import at_home
from dragoman.places.finding import Found
from dragoman.places.gazetteer import Candidate, Kind, bundled
from dragoman.places.ranking import bundled_ranker
from dragoman.places.resolving import heard, kilometres, land_of, resolve
from dragoman.records import Place

NEAR_KM = 161.0
FOLDS = 5
MORDECAI_3 = {"lgl": 0.827, "trnews": 0.873}


@dataclass(frozen=True, slots=True)
class Story:
    """One annotated story, the fold that it belongs to, and the places that the coder finds in it."""

    text: str
    toponyms: list[dict[str, Any]]
    fold: int
    found: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Toponym:
    """An annotated toponym with coordinates; ``country`` is the English name.

    ``bare`` says that coordinates are all there is: the annotation tells of no country, nor that it lies in none.
    """

    begin: int
    end: int
    text: str
    lat: float
    lon: float
    country: str
    demonym: bool
    bare: bool


def fold_of(stem: str, story_id: object) -> int:
    """Give the fold of a story; the weights of that fold were learned without it.

    >>> fold_of("lgl", 7) == fold_of("lgl", 7)
    True
    """
    return int(hashlib.sha256(f"{stem} {story_id}".encode()).hexdigest(), 16) % FOLDS


def run(data: Path) -> Report:
    """Score the place stage on a folder that holds ``lgl.jsonl`` and ``trnews.jsonl``, or one of them.

    Raises:
        DragomanError: neither file is there.
    """
    figures: dict[str, Any] = {}
    columns: dict[str, dict[str, float]] = {}
    wrong: Counter[tuple[str, str]] = Counter()
    paths = [path for name in MORDECAI_3 if (path := data / f"{name}.jsonl").is_file()]
    if not paths:
        raise DragomanError(f"{data}: neither lgl.jsonl nor trnews.jsonl is here. Point at the folder with the two files.")
    coder = Coder()
    for path in paths:
        told = [coded(coder, story) for story in stories(path)]
        half = len(told) // 2
        for part, chosen in (("first half", told[:half]), ("second half", told[half:]), ("all", told)):
            columns[f"{path.stem} {part}"] = {**resolving(chosen), **end_to_end(chosen)}
        figures |= {f"{path.stem}_{name}": value for name, value in columns[f"{path.stem} all"].items()}
        figures[f"{path.stem}_mordecai3_accuracy"] = MORDECAI_3[path.stem]
        wrong.update(_mistakes(told[:half]))
    top = sorted(wrong.items(), key=lambda item: (-item[1], item[0]))[:30]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (measure, *(scored[measure] for scored in columns.values())) for measure in next(iter(columns.values()))
    )
    mistakes = Sheet("Commonest mistakes, first halves", ("kind", "name", "times"), tuple((*key, n) for key, n in top))
    return Report("places", figures, (Sheet("By part", ("measure", *columns), rows), mistakes))


def coded(coder: Coder, story: Story) -> Story:
    """Give the story with the places that the coder finds in it, by weights that have not seen it."""
    return replace(story, found=coder.places(story.text, ranker=bundled_ranker(story.fold)))


def stories(path: Path) -> list[Story]:
    """Read the stories of one file, sorted by id."""
    rows = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line.strip()]
    return [
        Story(row["text"], row["toponyms"], fold_of(path.stem, row["id"])) for row in sorted(rows, key=lambda r: str(r["id"]))
    ]


def resolving(of: Iterable[Story]) -> dict[str, float]:
    """Give the accuracy on annotated toponyms: within 161 km, of the country, without demonyms, and the best that could be.

    ``reachable`` is the share with a candidate within 161 km: what no choice among the candidates can exceed. A toponym that
    the gazetteer does not know at all is wrong within 161 km, and of the country that the coder then takes from the rest of the
    story; ``country_accuracy_of_known`` leaves those out.
    """
    hits: Counter[str] = Counter()
    for story in of:
        for toponym, near, same_country, reachable, known in _resolved(story):
            hits["all"] += 1
            hits["near"] += near
            hits["told"] += not toponym.bare
            hits["country"] += same_country and not toponym.bare
            hits["reachable"] += reachable
            hits["places"] += not toponym.demonym
            hits["near places"] += near and not toponym.demonym
            hits["known"] += known and not toponym.bare
            hits["country of known"] += same_country and known and not toponym.bare
    return {
        "accuracy_161km": ratio(hits["near"], hits["all"]),
        "accuracy_161km_no_demonyms": ratio(hits["near places"], hits["places"]),
        "country_accuracy": ratio(hits["country"], hits["told"]),
        "country_accuracy_of_known": ratio(hits["country of known"], hits["known"]),
        "reachable_161km": ratio(hits["reachable"], hits["all"]),
    }


def end_to_end(of: Iterable[Story]) -> dict[str, float]:
    """Give F1 of toponyms found (overlapping spans), with demonyms and without, and of those placed within 161 km."""
    counts: Counter[str] = Counter()
    for story in of:
        gold = _gold(story)
        spans = [(t["begin"], t["end"]) for t in story.toponyms]
        found = story.found
        counts["found"] += sum(any(p.begin < end and begin < p.end for begin, end in spans) for p in found)
        counts["surplus"] += sum(not any(p.begin < end and begin < p.end for begin, end in spans) for p in found)
        for toponym in gold:
            hit = next((p for p in found if p.begin < toponym.end and toponym.begin < p.end), None)
            near = hit is not None and _placed_near(hit, toponym)
            counts["gold"] += 1
            counts["places"] += not toponym.demonym
            counts["hit"] += hit is not None
            counts["hit places"] += hit is not None and not toponym.demonym
            counts["near"] += near
            counts["near places"] += near and not toponym.demonym
    total = counts["hit"] + counts["surplus"]
    return {
        "find_precision": ratio(counts["found"], counts["found"] + counts["surplus"]),
        "find_recall": ratio(counts["hit"], counts["gold"]),
        "find_f1": _f1(counts["hit"], total, counts["gold"]),
        "find_f1_no_demonyms": _f1(counts["hit places"], total, counts["places"]),
        "end_to_end_f1": _f1(counts["near"], total, counts["gold"]),
        "end_to_end_f1_no_demonyms": _f1(counts["near places"], total, counts["places"]),
    }


def _resolved(story: Story) -> list[tuple[Toponym, bool, bool, bool, bool]]:
    """Resolve the annotated toponyms of one story as if the finder had found just these."""
    gold, gazetteer = _gold(story), bundled()
    known = [(t, candidates) for t in gold if (candidates := gazetteer.possible(t.text))]
    found = [Found(t.begin, t.end, t.text, candidates) for t, candidates in known]
    countries = heard(story.text, (), gazetteer)
    chosen = resolve(story.text, found, countries, bundled_ranker(story.fold))
    around = [(toponym, *choice) for toponym, choice in zip(found, chosen, strict=True)]
    given = {t: place for (t, _), (place, _) in zip(known, chosen, strict=True)}
    choice = dict(known)
    country_of = _country_codes(gold)
    result = []
    for toponym in gold:
        place = given.get(toponym)
        near = place is not None and _near(place, toponym)
        reachable = any(_near(candidate, toponym) for candidate in choice.get(toponym, ()))
        country = place.country if place else land_of((toponym.begin, toponym.end), around, countries, at_home(story.text))[0]
        result.append((toponym, near, (country or None) == country_of[toponym.country], reachable, place is not None))
    return result


def _placed_near(place: Place, toponym: Toponym) -> bool:
    if place.lat is None or place.lon is None:
        return False
    return kilometres(place.lat, place.lon, toponym.lat, toponym.lon) <= NEAR_KM


def _near(place: Candidate, toponym: Toponym) -> bool:
    return kilometres(place.lat, place.lon, toponym.lat, toponym.lon) <= NEAR_KM


def _country_codes(gold: Sequence[Toponym]) -> dict[str, str | None]:
    """Give the alpha-3 code of each country's English name; some territories are known as a division of their own."""
    codes: dict[str, str | None] = {}
    for name in {toponym.country for toponym in gold}:
        bearers = sorted(bundled().candidates(name), key=lambda c: c.kind != Kind.COUNTRY)
        codes[name] = next((c.country for c in bearers if c.kind in (Kind.COUNTRY, Kind.FIRST)), None)
    return codes


def _gold(story: Story) -> list[Toponym]:
    known = bundled()
    return [
        Toponym(
            t["begin"], t["end"], t["text"], float(t["lat"]), float(t["lon"]), str(t.get("country")),
            str(t.get("fcode")).startswith("PCL") and bool(known.country_of(t["text"])),
            not t.get("fcode"),
        )
        for t in story.toponyms
        if t["lat"] is not None
    ]  # fmt: skip


def _mistakes(of: Iterable[Story]) -> list[tuple[str, str]]:
    wrong = []
    for story in of:
        spans = [(t["begin"], t["end"], t["text"]) for t in story.toponyms]
        found = story.found
        wrong += [("surplus", p.text) for p in found if not any(p.begin < e and b < p.end for b, e, _ in spans)]
        wrong += [("missed", name) for b, e, name in spans if not any(p.begin < e and b < p.end for p in found)]
        resolved = _resolved(story)
        wrong += [("wrongly chosen" if reachable else "unknown", t.text) for t, near, _, reachable, _ in resolved if not near]
    return wrong


def _f1(hit: int, given: int, wanted: int) -> float:
    return round(2 * hit / (given + wanted), 6) if given + wanted else 0.0
