"""How fast stories are coded, in how much memory, and which stage takes the time.

One process, one story after another, as ``dragoman code`` does with one worker; the pages are read as part of it.
"""

from __future__ import annotations

import re
import statistics
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import FrameType

from dragoman.bench.report import Report, Sheet
from dragoman.coder import Coder, Scene
from dragoman.engines.work import Item, Outcome, work
from dragoman.reading import open_sources
from dragoman.records import Coding
from dragoman.sentences import sentences

_WORD = re.compile(r"\w+")
_SAMPLE_S = 0.005  # between looks at what the coder is doing: its share of the time is then below one in a hundred
_THIRTY = range(28, 33)
_TIMED = 300
_PASSES = 5
_STORY = 20  # sentences
_PATIENCE_S = 1e-4  # a look that had to wait for the interpreter would mostly find it in the model, which lets it go


@dataclass(frozen=True, slots=True)
class Pace:
    """One timed run: what each input became, how long each took, and where the coder was when looked at."""

    outcomes: list[Outcome]
    seconds: list[float]
    stages: Counter[str]


def run(data: Path, *, stories: int = 500, make: Callable[[], Coder] = Coder) -> Report:
    """Code the first stories of a file or folder and report the pace.

    Args:
        data: Anything that ``dragoman code`` takes.
        stories: At most so many inputs are coded.
        make: Makes the coder.
    """
    start = time.perf_counter()
    coder = make()
    load_s = time.perf_counter() - start
    paced = pace(islice(open_sources([str(data)]), stories), lambda item: work(coder, item))
    memory = peak_memory_mib()
    found = figures(paced, lambda sentence: len(coder.model.tokenizer(sentence).ids))
    network = {"network_sentences_per_s": network_rate(coder, _told(paced))}
    return Report("speed", {**found, **network, "load_s": round(load_s, 3), "peak_memory_mib": memory}, tables(paced))


def network_rate(coder: Coder, texts: Iterable[str]) -> float | None:
    """Give the sentences of 30 tokens a second that the network alone takes: encoder and all heads, one thread.

    Args:
        coder: Its model is timed, on mentions found beforehand.
        texts: Stories; the first 300 of their sentences that have 28 to 32 tokens are taken, five times over, and the
            quickest pass counts, as the least disturbed. ``None`` comes of none.
    """
    cut = (text[begin:end] for text in texts for begin, end in sentences(text))
    chosen = list(islice((each for each in cut if len(coder.model.tokenizer(each).ids) in _THIRTY), _TIMED))
    found = [coder.scene(sentence) for sentence in chosen]
    return round(len(chosen) / min(_pass(coder, chosen, found) for _ in range(_PASSES)), 1) if chosen else None


def _pass(coder: Coder, chosen: Sequence[str], found: Sequence[Scene]) -> float:
    """Seconds that the network takes for the sentences, once each; in the coder's order, one step after another for a story."""
    start = time.perf_counter()
    for first in range(0, len(chosen), _STORY):
        story = slice(first, first + _STORY)
        views = [coder.model.view(sentence) for sentence in chosen[story]]
        for view in views:
            coder.model.spans(view)
            coder.model.suspected(view)
        for view in views:
            coder.model.voices(view)
        for view, scene in zip(views, found[story], strict=True):
            coder.drafts((0, len(view.text)), view, scene.found, scene.doubted)
    return time.perf_counter() - start


def pace(items: Iterable[Item], do: Callable[[Item], Outcome]) -> Pace:
    """Time the work on each item, looking every 5 ms at which room of Dragoman it is in."""
    outcomes, seconds, stages = [], [], Counter[str]()
    done, patience = threading.Event(), sys.getswitchinterval()
    sys.setswitchinterval(_PATIENCE_S)
    thread = threading.Thread(target=_watch, args=(threading.get_ident(), done, stages))
    thread.start()
    try:
        for item in items:
            start = time.perf_counter()
            outcomes.append(do(item))
            seconds.append(time.perf_counter() - start)
    finally:
        done.set()
        thread.join()
        sys.setswitchinterval(patience)
    return Pace(outcomes, seconds, stages)


def figures(paced: Pace, count: Callable[[str], int]) -> dict[str, float | int]:
    """Give the rates over coded stories, and the times of all inputs.

    Args:
        paced: The run.
        count: Gives the number of tokens of a sentence as the model reads it: of a very long one, those that it reads.
    """
    texts = _told(paced)
    cut = [text[begin:end] for text in texts for begin, end in sentences(text)]
    total = sum(paced.seconds)
    rate = 1 / total if total else 0.0
    ranked = sorted(paced.seconds) or [0.0]
    return {
        "stories": len(texts),
        "rejected": len(paced.outcomes) - len(texts),
        "events": sum(len(result.events) for _, result in paced.outcomes if isinstance(result, Coding)),
        "stories_per_s": round(len(texts) * rate, 2),
        "words_per_s": round(sum(len(_WORD.findall(text)) for text in texts) * rate, 1),
        "tokens_per_s": round(sum(map(count, cut)) * rate, 1),
        "sentences_per_s": round(len(cut) * rate, 1),
        "ms_per_story_p50": round(1000 * statistics.median(ranked), 2),
        "ms_per_story_p95": round(1000 * ranked[min(len(ranked) - 1, int(0.95 * len(ranked)))], 2),
        "seconds": round(total, 3),
    }


def _told(paced: Pace) -> list[str]:
    return [result.story.text for _, result in paced.outcomes if isinstance(result, Coding)]


def tables(paced: Pace) -> tuple[Sheet, ...]:
    """Give the share of each stage, and the rejections by reason."""
    looks = paced.stages.total() or 1
    shares = tuple((stage, round(100 * count / looks, 1)) for stage, count in paced.stages.most_common())
    reasons = Counter(result.reason for _, result in paced.outcomes if not isinstance(result, Coding))
    return (
        Sheet("Share of the time", ("stage", "percent"), shares),
        Sheet("Rejections", ("reason", "inputs"), tuple(reasons.most_common())),
    )


def peak_memory_mib() -> float | None:
    """Give the most memory that this process has held so far in MiB, or ``None`` where the system does not tell."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (2**20 if sys.platform == "darwin" else 2**10), 1)


def _watch(thread: int, done: threading.Event, stages: Counter[str]) -> None:
    while not done.wait(_SAMPLE_S):
        if frame := sys._current_frames().get(thread):
            stages[_stage(frame)] += 1


def _stage(frame: FrameType | None) -> str:
    """Give the room that a thread is in: the second word of the innermost of our modules on its stack."""
    while frame:
        parts = str(frame.f_globals.get("__name__")).split(".")
        if parts[0] == "dragoman" and len(parts) > 1 and parts[1] not in {"bench", "engines", "records"}:
            return parts[1]
        frame = frame.f_back
    return "the rest"
