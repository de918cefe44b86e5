"""Who is said to say what: source, cue and content of attributions, scored on PolNeAR.

The overlap measure is that of Citron (Newell, Cowlishaw and Man, "Quote Extraction and Analysis for News", 2018): for
each of source, cue and content, the tokens that a found and a true attribution share, summed over all pairs of them,
against all tokens found (precision) and all true ones (recall). Since attributions nest, that sum can count a token
twice; so a stricter measure stands beside it: attributions are matched one to one, those that share most cue tokens
first, and tokens count only inside a match.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from dragoman.bench.report import Report, Sheet
from dragoman.coder import Coder
from dragoman.errors import DragomanError
from dragoman.records import Attribution, Span

PARTS = ("source", "cue", "content")
_TOKEN = re.compile(r"\w+|[^\w\s]")

Tokens = frozenset[int]


class Tri(NamedTuple):
    """Offsets at which the tokens of an attribution begin."""

    source: Tokens
    cue: Tokens
    content: Tokens


class Count(NamedTuple):
    """Tokens shared, found and true."""

    shared: int
    found: int
    true: int

    def __add__(self, other: tuple[object, ...]) -> Count:
        return Count(*(a + b for a, b in zip(self, other, strict=True)))  # type: ignore[operator]

    @property
    def scores(self) -> tuple[float, float, float]:
        """Precision, recall and F1, 1.0 at most."""
        precision = min(1.0, self.shared / self.found) if self.found else 0.0
        recall = min(1.0, self.shared / self.true) if self.true else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return round(precision, 6), round(recall, 6), round(f1, 6)


def run(data: Path) -> Report:
    """Score the attributions found in the articles of PolNeAR.

    Args:
        data: A ``.jsonl`` or ``.jsonl.gz`` of ``{text, attributions}``, or a folder that holds ``dev.jsonl.gz``.

    Raises:
        DragomanError: there is no such file.
    """
    documents = list(_read(data))
    coder = Coder()
    pairs = [(_found(coder, document["text"]), _true(document)) for document in documents]
    strict, loose = score(pairs)
    rows = [
        (f"{part}, {name}", *counts[part].scores)
        for name, counts in (("Citron", loose), ("one to one", strict))
        for part in PARTS
    ]
    figures: dict[str, Any] = {f"{part}_f1": loose[part].scores[2] for part in PARTS}
    figures |= {f"{part}_f1_one_to_one": strict[part].scores[2] for part in PARTS}
    figures |= {"articles": len(pairs), "found": sum(len(f) for f, _ in pairs), "true": sum(len(t) for _, t in pairs)}
    sheets = [Sheet("Overlap of tokens", ("part", "precision", "recall", "F1"), tuple(rows))]
    twice = [document for path in _files(data) for document in _read(path) if document.get("more_annotators")]
    if twice:
        agreed = tuple((f"{part}, Citron", *count.scores) for part, count in agreement(twice).items())
        sheets.append(
            Sheet(f"Annotators against each other, {len(twice)} articles", ("part", "precision", "recall", "F1"), agreed)
        )
        figures |= {f"annotators_{part}_f1": scored[-1] for part, (_, *scored) in zip(PARTS, agreed, strict=True)}
    return Report("polnear", figures, tuple(sheets))


def agreement(documents: Iterable[dict[str, Any]]) -> dict[str, Count]:
    """Score the annotators of an article against each other, in Citron's way: what a coder can be asked for.

    Args:
        documents: Articles with ``more_annotators``; each annotator is scored against each who comes before.
    """
    read = [[_true({**document, **each}) for each in ({}, *document["more_annotators"])] for document in documents]
    return score((one, other) for each in read for i, one in enumerate(each) for other in each[:i])[1]


def score(documents: Iterable[tuple[Sequence[Tri], Sequence[Tri]]]) -> tuple[dict[str, Count], dict[str, Count]]:
    """Count tokens over documents of (found, true): one to one, and in Citron's way."""
    strict = {part: Count(0, 0, 0) for part in PARTS}
    loose = dict(strict)
    for found, true in documents:
        matches = match(found, true)
        for part in PARTS:
            totals = (sum(len(getattr(tri, part)) for tri in found), sum(len(getattr(tri, part)) for tri in true))
            shared = sum(len(getattr(found[i], part) & getattr(true[j], part)) for i, j in matches)
            every = sum(len(getattr(a, part) & getattr(b, part)) for a in found for b in true)
            strict[part] += (shared, *totals)
            loose[part] += (every, *totals)
    return strict, loose


def match(found: Sequence[Tri], true: Sequence[Tri]) -> list[tuple[int, int]]:
    """Match found and true attributions one to one: most shared cue tokens first, then most shared content tokens."""
    pairs = [
        (-len(a.cue & b.cue), -len(a.content & b.content), i, j)
        for i, a in enumerate(found)
        for j, b in enumerate(true)
        if a.cue & b.cue
    ]
    used: tuple[set[int], set[int]] = (set(), set())
    matches = []
    for *_, i, j in sorted(pairs):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            matches.append((i, j))
    return matches


def _files(data: Path) -> list[Path]:
    """The file named, or all that a folder holds; the few articles that several people read are mostly in the training part."""
    return sorted(data.glob("*.jsonl.gz")) if data.is_dir() else [data]


def _read(data: Path) -> Iterable[dict[str, Any]]:
    path = data / "dev.jsonl.gz" if data.is_dir() else data
    if not path.is_file():
        raise DragomanError(
            f"{path}: no such file. Give --data the folder that holds PolNeAR's dev.jsonl.gz, or a .jsonl file."
        )
    with path.open("rb") as raw, gzip.open(raw) if path.suffix == ".gz" else raw as lines:
        for line in lines:
            yield json.loads(line)


def _found(coder: Coder, text: str) -> list[Tri]:
    starts = _starts(text)
    return [_tri(starts, (a.source, a.cue, a.content)) for a in coder.attributions(text)]


def _true(document: dict[str, Any]) -> list[Tri]:
    starts = _starts(document["text"])
    return [_tri(starts, [[(b, e) for b, e in a[part]] for part in PARTS]) for a in document["attributions"]]


def _starts(text: str) -> list[int]:
    return [token.start() for token in _TOKEN.finditer(text)]


def _tri(starts: Sequence[int], parts: Sequence[Sequence[Span]]) -> Tri:
    return Tri(*(frozenset(s for begin, end in spans for s in starts if begin <= s < end) for spans in parts))


def tokens(attribution: Attribution, text: str) -> Tri:
    """Give the tokens of one attribution."""
    return _tri(_starts(text), (attribution.source, attribution.cue, attribution.content))
