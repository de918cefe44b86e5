"""A run: outcomes from an engine into a store, batch by batch, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from dragoman.engines.work import Outcome
from dragoman.records import Coding, Rejection
from dragoman.store import Store, Written
from dragoman.store.tables import BATCH


@dataclass(slots=True)
class Tally:
    """What a run has written so far.

    Attributes:
        pages: Inputs, whatever became of them.
        events: Events in the stories written; those of stories that were there already count too.
        written: Stories added, replaced and unchanged.
        repeated: Inputs that held a story which this run had met before: the first one counts, so that a rerun changes nothing.
        rejections: Inputs that could not be coded, in their order.
        interrupted: Whether the run was broken off; all else counts whole batches only.
        lost: Inputs that were coded but not written, because the run was broken off.
    """

    pages: int = 0
    events: int = 0
    written: Written = field(default_factory=Written)
    repeated: int = 0
    rejections: list[Rejection] = field(default_factory=list)
    interrupted: bool = False
    lost: int = 0

    @property
    def stories(self) -> int:
        """Stories written or found unchanged."""
        return sum(self.written)

    @property
    def reasons(self) -> Counter[str]:
        """How often each reason led to a rejection."""
        return Counter(each.reason for each in self.rejections)


def save(outcomes: Iterable[Outcome], store: Store, *, seen: Callable[[Outcome], None], batch: int = BATCH) -> Tally:
    """Write outcomes to a store as they come.

    An interrupt (Ctrl-C) ends the run between batches: what was coded since the last one is dropped, and the tally says so.

    Args:
        outcomes: What the engine gives.
        store: Where to write.
        seen: Told of each outcome as it comes, for progress.
        batch: Inputs a commit.
    """
    tally = Tally()
    held: list[Outcome] = []
    met: set[str] = set()
    try:
        for outcome in outcomes:
            held.append(outcome)
            seen(outcome)
            if len(held) >= batch:
                _write(held, store, tally, met)
                held = []
        _write(held, store, tally, met)
        held = []
        store.compact()
    except KeyboardInterrupt:
        tally.interrupted, tally.lost = True, len(held)
    return tally


def _write(held: list[Outcome], store: Store, tally: Tally, met: set[str]) -> None:
    rejections = [result for _, result in held if isinstance(result, Rejection)]
    codings: dict[str, Coding] = {}
    for _, result in held:
        if isinstance(result, Coding) and result.story.id not in met:
            codings.setdefault(result.story.id, result)
    written = store.write(codings.values(), rejections, coded={place for place, result in held if isinstance(result, Coding)})
    met.update(codings)
    tally.written = Written(*(before + now for before, now in zip(tally.written, written, strict=True)))
    tally.pages += len(held)
    tally.repeated += len(held) - len(rejections) - len(codings)
    tally.events += sum(len(coding.events) for coding in codings.values())
    tally.rejections += rejections
