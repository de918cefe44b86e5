"""How much of an article's body is read, and how much that is not of it.

The measure is that of the article-extraction-benchmark (Scrapinghub, 2020): bags of 4-word shingles, precision and
recall a page, their means over pages, and F1 of the two means. Accuracy is the share of pages whose words are the same
in the same order.
"""

from __future__ import annotations

import gzip
import json
import re
import statistics
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dragoman.bench.report import Report, Sheet
from dragoman.errors import DragomanError, Unreadable
from dragoman.reading import read

FORMS = {"html": "html", "text": "txt", "text-soup": "txt"}
"""The folders of the benchmark, each a way of saving the same pages, and the suffix of the files in it."""

SHINGLE = 4
_WORD = re.compile(r"\w+")

Shingles = Counter[tuple[str, ...]]
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shingles of one page: in both texts, only in what was read, only in the truth."""

    shared: int
    surplus: int
    missing: int

    @property
    def precision(self) -> float:
        """Share of what was read that is of the article; 1 when both are empty."""
        return _ratio(self.shared, self.surplus, self.missing)

    @property
    def recall(self) -> float:
        """Share of the article that was read; 1 when both are empty."""
        return _ratio(self.shared, self.missing, self.surplus)


def shingles(text: str) -> Shingles:
    """Give the bag of 4-word shingles of a text; a shorter text is one shingle, an empty one none.

    >>> sorted(shingles("a b c d e"))
    [('a', 'b', 'c', 'd'), ('b', 'c', 'd', 'e')]
    """
    words = _WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def overlap(truth: str, found: str) -> Overlap:
    """Compare the body as read with the true one."""
    wanted, had = shingles(truth), shingles(found)
    shared = sum((wanted & had).values())
    return Overlap(shared=shared, surplus=had.total() - shared, missing=wanted.total() - shared)


def summary(overlaps: Iterable[Overlap]) -> Figures:
    """Give precision, recall (means over pages) and F1 of the two."""
    pages = list(overlaps)
    precision = statistics.fmean(page.precision for page in pages)
    recall = statistics.fmean(page.recall for page in pages)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 6), "recall": round(recall, 6), "f1": round(f1, 6)}


def run(data: Path) -> Report:
    """Score every form that the folder holds, all pages and the half that nothing was tuned on."""
    found = score(data)
    columns = ("form", *next(iter(found.values())))
    return Report("reading", found, (Sheet("by form", columns, tuple((form, *row.values()) for form, row in found.items())),))


def score(folder: Path) -> dict[str, Figures]:
    """Read every page of the benchmark in each form that ``folder`` holds.

    Args:
        folder: Holds ``truth.jsonl`` (``{id, articleBody}`` a line) and ``html/``, ``text/``, ``text-soup/`` with
            ``<id>.html.gz`` or ``<id>.txt.gz``.

    Returns:
        A form to ``precision``, ``recall``, ``f1``, ``accuracy``, ``pages``, ``unreadable`` and ``median_ms`` (time to
        read one page); ``text/held-out`` and so on are the pages that nothing was tuned on: every other one by id.

    Raises:
        DragomanError: the folder holds no ``truth.jsonl`` or none of the forms.
    """
    truths = _truths(folder)
    forms = [form for form in FORMS if (folder / form).is_dir()]
    if not forms:
        raise DragomanError(f"{folder}: none of {', '.join(FORMS)} is a folder here. Point at the folder with the pages.")
    figures = {}
    for form in forms:
        results = [_page(folder / form / f"{page}.{FORMS[form]}.gz", truth) for page, truth in truths]
        figures[form] = _figures(results)
        figures[f"{form}/held-out"] = _figures(results[1::2] or results)
    return figures


@dataclass(frozen=True, slots=True)
class _Result:
    overlap: Overlap
    same: bool
    unreadable: bool
    seconds: float


def _truths(folder: Path) -> list[tuple[str, str]]:
    path = folder / "truth.jsonl"
    if not path.is_file():
        raise DragomanError(f"{path}: no such file. Point at the folder that holds truth.jsonl.")
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    return sorted((row["id"], row["articleBody"]) for row in rows)


def _page(path: Path, truth: str) -> _Result:
    data = gzip.decompress(path.read_bytes())
    start = time.perf_counter()
    try:
        found, unreadable = read(data).text, False
    except Unreadable:
        found, unreadable = "", True
    seconds = time.perf_counter() - start
    return _Result(overlap(truth, found), _WORD.findall(truth) == _WORD.findall(found), unreadable, seconds)


def _figures(results: list[_Result]) -> Figures:
    return {
        **summary(result.overlap for result in results),
        "accuracy": round(statistics.fmean(result.same for result in results), 6),
        "pages": len(results),
        "unreadable": sum(result.unreadable for result in results),
        "median_ms": round(1000 * statistics.median(result.seconds for result in results), 3),
    }


def _ratio(hit: int, wrong: int, other_wrong: int) -> float:
    if hit + wrong:
        return hit / (hit + wrong)
    return 0.0 if other_wrong else 1.0
