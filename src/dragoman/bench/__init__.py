"""Public data sets to scores: ``dragoman bench NAME --data PATH``.

Each benchmark is a module with ``run(data: Path) -> Report``; it is imported only when it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from dragoman.bench.report import Report
from dragoman.errors import DragomanError

BENCHES = {
    "plv": "dragoman.bench.plv",
    "seed": "dragoman.bench.seed",
    "reading": "dragoman.bench.reading",
    "actors": "dragoman.bench.actors",
    "places": "dragoman.bench.places",
    "timex": "dragoman.bench.timex",
    "coref": "dragoman.bench.coref",
    "polnear": "dragoman.bench.polnear",
    "re3d": "dragoman.bench.re3d",
    "own": "dragoman.bench.own",
    "modality": "dragoman.bench.modality",
    "speed": "dragoman.bench.speed",
}
"""Name of a benchmark to the module that runs it."""


def run(name: str, data: Path, **settings: Any) -> Report:
    """Run one benchmark over its data.

    Args:
        name: A key of :data:`BENCHES`.
        data: File or folder that the benchmark reads.
        settings: What that benchmark takes besides (``stories`` of ``speed``).

    Raises:
        DragomanError: there is no benchmark of that name, or the data is not there.
    """
    if name not in BENCHES:
        raise DragomanError(f"No benchmark is named {name!r}. There are: {', '.join(BENCHES)}.")
    if not data.exists():
        raise DragomanError(f"{data}: no such file or folder. Give --data the place where the {name} data lies.")
    report: Report = import_module(BENCHES[name]).run(data, **settings)
    return report
