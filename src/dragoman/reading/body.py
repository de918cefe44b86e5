"""Which blocks of a flattened page are the story.

Each block gets log odds of belonging to it from a logistic model (``weights.yaml``). The stretch of blocks with the
greatest sum is the story (maximum subsequence segmentation, Pasternack and Roth 2009); where several stretches rival,
the one that shares words with the title, follows it and comes first wins. Inside it, single blocks that speak against
themselves are left out. On a page that is nearly all prose, an article saved alone, only what is plainly no part of the
story goes.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import yaml

from dragoman.reading.features import NAMES, Matrix, matrix, page_prose, telling
from dragoman.reading.headline import Headline
from dragoman.reading.phrases import phrases
from dragoman.reading.sight import OWN, Sight

_MENU_WORDS, _MENU_SHARE = 5, 0.6
_SHORT_TAIL = 0.2
_LATER = 0.9  # what a stretch further down is worth against the one before it
_WEAK, _LONG_WORDS, _DOUBT = 12.0, 20, 1.5
_LEAD_REACH, _LEAD_ODDS = 20, 0.5
_CLOSING_WORDS = 20
_DATED = 0.25
_WHOLE, _LABEL_SIZE = OWN.index("whole"), 0.4  # a row of share buttons parts a story less than other short lines


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted model and the settings of the cut.

    Attributes:
        coefficients: One a feature, in the order of ``NAMES``.
        keep: Log odds that a block inside the story needs to stay.
        barrier: What a block that mostly ends articles takes from a stretch that runs across it.
        limit: Log odds are cut here before they are summed, so that no block outweighs its neighbours.
        rivals: How many stretches are compared.
        clean: Share of words in prose from which on a page counts as an article saved alone.
    """

    coefficients: Matrix
    bias: float
    keep: float
    barrier: float
    limit: float
    rivals: int
    clean: float


@cache
def weights() -> Weights:
    """Give the bundled weights."""
    data = yaml.safe_load(files("dragoman.reading").joinpath("weights.yaml").read_text("utf-8"))
    coefficients = np.array([data["coefficients"][name] for name in NAMES])
    return Weights(coefficients, data["bias"], data["keep"], data["barrier"], data["limit"], data["rivals"], data["clean"])


def log_odds(seen: list[Sight], title: Headline | None, model: Weights) -> Matrix:
    """Give each block's log odds of belonging to the story."""
    odds: Matrix = matrix(seen, title) @ model.coefficients + model.bias
    return odds


def body(seen: list[Sight], title: Headline | None, model: Weights) -> list[int]:
    """Give the numbers of the blocks that are the story, ascending; none when no stretch speaks for itself."""
    if not seen:
        return []
    if is_article_alone(seen, model):
        return without_chrome(seen)
    return cut(seen, title, log_odds(seen, title, model), model)


def cut(seen: list[Sight], title: Headline | None, odds: Matrix, model: Weights) -> list[int]:
    """Choose the stretch, given the log odds; where none speaks up, long paragraphs get the benefit of the doubt."""
    begin, end, score = _best(seen, title, odds, model)
    if score < _WEAK:
        long = np.array([sight.prose and sight.words >= _LONG_WORDS for sight in seen])
        odds = odds + _DOUBT * long
        begin, end, _ = _best(seen, title, odds, model)
    above = _lead(seen, title, odds, begin)
    return above + [i for i in range(begin, end) if odds[i] > model.keep and not _plain_chrome(seen[i])]


def _best(seen: list[Sight], title: Headline | None, odds: Matrix, model: Weights) -> tuple[int, int, float]:
    labels = np.array([sight.row[_WHOLE] > 0 for sight in seen])
    size = np.sqrt(np.minimum([sight.words for sight in seen], 40)) * np.where(labels, _LABEL_SIZE, 1.0)
    ends = np.array([_closing(sight) for sight in seen])
    values = np.clip(odds, -model.limit, model.limit) * size - model.barrier * ends
    best = (0, 0, 0.0)
    for rank, (begin, end) in enumerate(_stretches(values, model.rivals)):
        score = float(values[begin:end].sum()) * _standing(seen, title, begin, end) * _LATER**rank
        if score > best[2]:
            best = (begin, end, score)
    return best


def _lead(seen: list[Sight], title: Headline | None, odds: Matrix, begin: int) -> list[int]:
    """Give the paragraphs between title and stretch that an advertisement or caption parted from it."""
    if title is None or not 0 < begin - title.index <= _LEAD_REACH:
        return []
    return [i for i in range(title.index + 1, begin) if seen[i].prose and odds[i] > _LEAD_ODDS and not _plain_chrome(seen[i])]


def _closing(sight: Sight) -> float:
    """Tell how firmly a block closes articles: 1 mostly, 2 surely, 0 not; dates, as threads and lists have them, a little."""
    if sight.words >= _CLOSING_WORDS:
        return 0.0
    if phrases().stops(sight.block.text):
        return 2.0
    return 1.0 if phrases().ends(sight.block.text) else _DATED * sight.stamped


def _stretches(values: Matrix, count: int) -> list[tuple[int, int]]:
    """Give the disjoint stretches of greatest sum, in page order."""
    rest = values.copy()
    found: list[tuple[int, int]] = []
    for _ in range(count):
        begin, end, total = _greatest(rest)
        if total <= 0:
            break
        found.append((begin, end))
        rest[begin:end] = -1e9
    return sorted(found)


def _greatest(values: Matrix) -> tuple[int, int, float]:
    best, found = 0.0, (0, 0)
    running, start = 0.0, 0
    for i, value in enumerate(values.tolist()):
        if running <= 0:
            running, start = 0.0, i
        running += value
        if running > best:
            best, found = running, (start, i + 1)
    return *found, best


def _standing(seen: list[Sight], title: Headline | None, begin: int, end: int) -> float:
    """Weigh a stretch by how it stands to the title: shared words, and nothing long between the two."""
    if title is None:
        return 1.0
    wanted = telling(title.text)
    had = set().union(*(telling(seen[i].block.text) for i in range(begin, end)))
    shared = len(wanted & had) / len(wanted) if wanted else 0.5
    between = sum(seen[i].words for i in range(title.index + 1, begin))
    follows = end > title.index and between < 150
    return (0.3 + shared) * (1.3 if follows else 0.7)


def is_article_alone(seen: list[Sight], model: Weights) -> bool:
    """Tell whether the text is an article without the page around it: nearly all prose, or hardly any chrome and menu."""
    menu = sum(sight.words <= _MENU_WORDS and not sight.closed for sight in seen) / max(1, len(seen))
    chrome = sum(sight.chrome for sight in seen)
    bare = chrome <= max(1, 0.03 * len(seen)) and menu < _MENU_SHARE
    return bare or (page_prose(seen) >= model.clean and menu < 0.35)


def without_chrome(seen: list[Sight]) -> list[int]:
    """Keep the blocks of an article saved alone, less what is plainly no part of it.

    A block goes when it is a label and nothing else, or short and chrome twice over, or when it stands in what follows
    a closing line (tags, comments, error note) and is no prose. Everything else stays.
    """
    stop = _stop(seen)
    tainted = stop < len(seen)
    kept = [i for i, sight in enumerate(seen) if not _plain_chrome(sight) and (i < stop or sight.prose)]
    tail = [i for i in kept if i > stop]
    if tainted and sum(seen[i].words for i in tail) < _SHORT_TAIL * sum(seen[i].words for i in kept):
        kept = [i for i in kept if i < stop]
    return kept


def _plain_chrome(sight: Sight) -> bool:
    text, known = sight.block.text, phrases()
    if known.is_whole(text) or sight.calendar:
        return True
    if known.credits(text) and sight.words < _CLOSING_WORDS * 3:
        return True
    hits = known.hits(text) * 15 > sight.words
    return (known.starts(text) and (hits or not sight.prose)) or (hits and known.hits(text) > 1) or (hits and not sight.prose)


def _stop(seen: list[Sight]) -> int:
    """Give the first block in the last part of the text that closes it, or the number of blocks."""
    half = sum(sight.words for sight in seen) / 2
    run = 0
    for i, sight in enumerate(seen):
        run += sight.words
        text = sight.block.text
        if run > half and sight.words < 30 and phrases().stops(text) and (not sight.prose or phrases().hits(text)):
            return i
    return len(seen)
