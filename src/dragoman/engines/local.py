"""The local engine: this machine's processors, nothing to install."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from itertools import islice
from multiprocessing import get_context

from dragoman.engines.work import CodesStories, EngineError, Item, MakeCoder, Outcome, work

CHUNK = 8
"""Inputs sent to a process at once: enough that the sending costs nothing beside coding."""

AHEAD = 3
"""Chunks under way a process: enough that none waits, few enough that memory stays flat however many inputs there are."""


def code_all(items: Iterable[Item], make: MakeCoder, *, workers: int = 1) -> Iterator[Outcome]:
    """Read and code every input, in order; the outcomes are the same whatever the number of workers.

    Args:
        items: Inputs, taken from the iterable only as they are needed.
        make: Makes the coder: here with one worker, else once in each worker process.
        workers: Processes to code in; 1 is this one.

    Raises:
        EngineError: a worker process died, mostly for want of memory, or coding an input met a fault of our own.
    """
    if workers == 1:
        coder = make()
        return (work(coder, item) for item in items)
    return _in_processes(items, make, workers)


def _in_processes(items: Iterable[Item], make: MakeCoder, workers: int) -> Iterator[Outcome]:
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_parent)
    under_way: deque[Future[list[Outcome]]] = deque()
    try:
        for chunk in _chunks(items):
            under_way.append(pool.submit(_work_chunk, make, chunk))
            if len(under_way) >= workers * AHEAD:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    except BrokenProcessPool:
        raise EngineError(
            "A worker process died, mostly for want of memory; batches written before stay. Run again with fewer --workers."
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, CHUNK)):
        yield chunk


def _work_chunk(make: MakeCoder, chunk: list[Item]) -> list[Outcome]:
    coder = _coder(make)
    return [work(coder, item) for item in chunk]


@lru_cache(maxsize=1)
def _coder(make: MakeCoder) -> CodesStories:
    """Make the coder of this process once; ``make`` comes anew with every chunk, equal to the one before."""
    return make()


def _leave_interrupts_to_parent() -> None:
    """Ctrl-C reaches every process of a terminal; the parent alone decides what is kept."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
