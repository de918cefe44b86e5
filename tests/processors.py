"""Whether another processor gives the same records: ``python -m tests.processors Haswell Nehalem``.

The stories of ``examples/`` are coded here, and again on each processor named, emulated by ``qemu-x86_64`` (Debian: ``apt install
qemu-user``; names from ``qemu-x86_64 -cpu help``). Haswell has AVX2 and neither AVX-512 nor VNNI; Nehalem has no AVX at all.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.coder import Coder
from dragoman.engines.local import code_all
from dragoman.reading import open_sources
from dragoman.records import Coding

EXAMPLES = Path(__file__).parent.parent / "examples"
HERE = "here"
LOOSE = ("confidence",)
"""What may differ between two codings of one event that are called the same."""


def codings() -> list[dict[str, Any]]:
    """Code every example; what cannot be read is left out."""
    results = (outcome.result for outcome in code_all(open_sources([EXAMPLES]), Coder))
    return [result.to_dict() for result in results if isinstance(result, Coding)]


def emulated(processor: str) -> list[dict[str, Any]]:
    """Code every example on another processor."""
    command = ["qemu-x86_64", "-cpu", processor, sys.executable, "-m", "tests.processors", HERE]
    made: list[dict[str, Any]] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return made


def compared(some: Sequence[dict[str, Any]], others: Sequence[dict[str, Any]]) -> str:
    """Say how far two codings of the same stories are the same.

    >>> event = {"event_type": "AID", "confidence": 0.9}
    >>> compared([{"events": [event]}], [{"events": [event | {"confidence": 0.8}]}])
    '0 of 1 stories byte for byte; 1 of 1 events but for their confidence, which differs by 0.1000 at most'
    """
    ours, theirs = (
        [{_plain(event): event["confidence"] for event in story["events"]} for story in group] for group in (some, others)
    )
    apart = [abs(a[event] - b[event]) for a, b in zip(ours, theirs, strict=True) for event in a if event in b]
    whole = sum(a == b for a, b in zip(some, others, strict=True))
    return (
        f"{whole} of {len(some)} stories byte for byte; {len(apart)} of {sum(map(len, ours))} events but for their confidence, "
        f"which differs by {max(apart, default=0.0):.4f} at most"
    )


def _plain(event: dict[str, Any]) -> str:
    return json.dumps({name: value for name, value in event.items() if name not in LOOSE}, sort_keys=True)


def main(processors: Sequence[str]) -> None:
    """Print a line for each processor."""
    if not processors or shutil.which("qemu-x86_64") is None:
        sys.exit("Name processors (`qemu-x86_64 -cpu help` lists them), and install qemu-user, which emulates them.")
    ours = json.loads(json.dumps(codings()))
    if list(processors) == [HERE]:
        sys.stdout.write(json.dumps(ours))
        return
    for processor in processors:
        sys.stdout.write(f"{processor}: {compared(ours, emulated(processor))}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
