"""Scores of chains: MUC, B-cubed, CEAF-e and their mean, the CoNLL F1.

MUC: Vilain and others, 1995. B-cubed: Bagga and Baldwin, 1998. CEAF: Luo, 2005. The mean: Pradhan and others, 2012. Sums run
over all documents before they are divided, as in the scorer of that campaign.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

Chain = frozenset[Hashable]
Pair = tuple[Sequence[Chain], Sequence[Chain]]


@dataclass(frozen=True, slots=True)
class Counts:
    """What a measure counts: hits of recall out of ``key``, of precision out of ``response``."""

    recalled: Fraction = Fraction(0)
    key: Fraction = Fraction(0)
    precise: Fraction = Fraction(0)
    response: Fraction = Fraction(0)

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.recalled + other.recalled, self.key + other.key,
            self.precise + other.precise, self.response + other.response,
        )  # fmt: skip

    @property
    def f1(self) -> float:
        """Give the harmonic mean of recall and precision; 0.0 where either is nothing."""
        if not self.recalled or not self.precise:
            return 0.0
        recall, precision = self.recalled / self.key, self.precise / self.response
        return round(float(2 * recall * precision / (recall + precision)), 6)

    @property
    def recall(self) -> float:
        """Give recall."""
        return round(float(self.recalled / self.key), 6) if self.key else 0.0

    @property
    def precision(self) -> float:
        """Give precision."""
        return round(float(self.precise / self.response), 6) if self.response else 0.0


def scores(pairs: Iterable[Pair], *, singletons: bool = False) -> dict[str, float]:
    """Score documents, each its annotated chains and the chains found; a mention is anything hashable.

    Args:
        pairs: Per document ``(annotated, found)``.
        singletons: Whether chains of one mention count; the CoNLL campaigns leave them out.

    >>> key, found = [frozenset("abc"), frozenset("de")], [frozenset("ab"), frozenset("cde")]
    >>> scores([(key, found)])["muc_f1"], scores([(key, key)])["conll_f1"]
    (0.666667, 1.0)
    """
    totals = {"muc": Counts(), "b3": Counts(), "ceafe": Counts()}
    for annotated, found in pairs:
        key = [chain for chain in annotated if singletons or len(chain) > 1]
        response = [chain for chain in found if singletons or len(chain) > 1]
        for name, measure in (("muc", muc), ("b3", b_cubed), ("ceafe", ceaf_e)):
            totals[name] += measure(key, response)
    f1 = {name: counts.f1 for name, counts in totals.items()}
    return {
        "conll_f1": round(sum(f1.values()) / len(f1), 6),
        **{f"{name}_f1": value for name, value in f1.items()},
        **{f"{name}_recall": counts.recall for name, counts in totals.items()},
        **{f"{name}_precision": counts.precision for name, counts in totals.items()},
    }


def muc(key: Sequence[Chain], response: Sequence[Chain]) -> Counts:
    """Count links: those of a chain that the other side keeps, out of its size less one."""
    recalled, links = _kept_links(key, response)
    precise, found = _kept_links(response, key)
    return Counts(recalled, links, precise, found)


def _kept_links(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[Fraction, Fraction]:
    owner = _owners(others)
    kept = links = 0
    for chain in chains:
        parts = {owner[m] for m in chain if m in owner}
        kept += len(chain) - len(parts) - sum(m not in owner for m in chain)
        links += len(chain) - 1
    return Fraction(kept), Fraction(links)


def b_cubed(key: Sequence[Chain], response: Sequence[Chain]) -> Counts:
    """Count for each mention the share of its chain that the other side puts with it."""
    return Counts(*_shares(key, response), *_shares(response, key))


def _shares(chains: Sequence[Chain], others: Sequence[Chain]) -> tuple[Fraction, Fraction]:
    owner = _owners(others)
    total = Fraction(0)
    for chain in chains:
        met: dict[int, int] = {}
        for mention in chain:
            if mention in owner:
                met[owner[mention]] = met.get(owner[mention], 0) + 1
        total += Fraction(sum(n * n for n in met.values()), len(chain))
    return total, Fraction(sum(len(chain) for chain in chains))


def ceaf_e(key: Sequence[Chain], response: Sequence[Chain]) -> Counts:
    """Count the likeness of chains paired one to one so that it is greatest; two chains are alike by the Dice measure."""
    owner = _owners(response)
    alike: dict[tuple[int, int], Fraction] = {}
    for row, chain in enumerate(key):
        for column in {owner[m] for m in chain if m in owner}:
            common = len(chain & response[column])
            alike[row, column] = Fraction(2 * common, len(chain) + len(response[column]))
    best = best_assignment(alike)
    return Counts(best, Fraction(len(key)), best, Fraction(len(response)))


def best_assignment(weights: dict[tuple[int, int], Fraction]) -> Fraction:
    """Give the greatest sum of weights of pairs that share no row and no column.

    Exact: rows and columns that no weight joins are taken apart, then each part is solved by the Hungarian method.

    >>> best_assignment({(0, 0): Fraction(3), (0, 1): Fraction(2), (1, 0): Fraction(2)})
    Fraction(4, 1)
    """
    total = Fraction(0)
    for part in _parts(weights):
        rows, columns = sorted({r for r, _ in part}), sorted({c for _, c in part})
        total += _hungarian([[part.get((r, c), Fraction(0)) for c in columns] for r in rows])
    return total


def _parts(weights: dict[tuple[int, int], Fraction]) -> list[dict[tuple[int, int], Fraction]]:
    """Group the pairs that rows and columns tie together."""
    by_row: dict[int, list[int]] = {}
    by_column: dict[int, list[int]] = {}
    for row, column in weights:
        by_row.setdefault(row, []).append(column)
        by_column.setdefault(column, []).append(row)
    parts, seen = [], set[int]()
    for start in by_row:
        if start in seen:
            continue
        waiting, rows = [start], set[int]()
        while waiting:
            row = waiting.pop()
            if row not in rows:
                rows.add(row)
                waiting.extend(other for column in by_row[row] for other in by_column[column])
        seen |= rows
        parts.append({(r, c): weights[r, c] for r in sorted(rows) for c in by_row[r]})
    return parts


def _hungarian(gain: list[list[Fraction]]) -> Fraction:
    """Give the greatest sum with one cell a row and a column (Kuhn, 1955; shortest augmenting paths with potentials)."""
    if len(gain) > len(gain[0]):
        gain = [list(column) for column in zip(*gain, strict=True)]
    height, width = len(gain), len(gain[0])
    rows, columns = [Fraction(0)] * height, [Fraction(0)] * (width + 1)
    taken = [-1] * (width + 1)
    for row in range(height):
        _augment(gain, row, rows, columns, taken)
    return sum((gain[row][column] for column, row in enumerate(taken[:width]) if row >= 0), Fraction(0))


def _augment(gain: list[list[Fraction]], row: int, rows: list[Fraction], columns: list[Fraction], taken: list[int]) -> None:
    """Give ``row`` a column, moving other rows along the cheapest path; the cost of a cell is its gain below zero."""
    width = len(gain[0])
    taken[width], here = row, width
    nearest: list[Fraction | None] = [None] * width
    came_from, used = [width] * width, [False] * (width + 1)
    while taken[here] >= 0:
        used[here] = True
        busy, step, target = taken[here], None, -1
        for column in range(width):
            if used[column]:
                continue
            cost = -gain[busy][column] - rows[busy] - columns[column]
            if (best := nearest[column]) is None or cost < best:
                nearest[column], came_from[column] = cost, here
            if (known := nearest[column]) is not None and (step is None or known < step):
                step, target = known, column
        step = step or Fraction(0)
        for column in range(width + 1):
            if used[column]:
                rows[taken[column]] += step
                columns[column] -= step
            elif column < width and (known := nearest[column]) is not None:
                nearest[column] = known - step
        here = target
    while here != width:
        taken[here] = taken[came_from[here]]
        here = came_from[here]
    taken[width] = -1


def _owners(chains: Sequence[Chain]) -> dict[Hashable, int]:
    return {mention: number for number, chain in enumerate(chains) for mention in chain}
