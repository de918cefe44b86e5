"""Run the exported encoder and heads with ONNX Runtime.

Every sentence is run alone, on one thread. Its int8 activation scales therefore depend on nothing but the sentence, and the
same sentence gives the same bytes in any company; work is spread over stories, never inside a sentence.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, Self

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from dragoman.errors import DragomanError
from dragoman.model.decoding import stretches
from dragoman.model.tokens import Tokenizer, distances
from dragoman.model.views import PairScores, SentenceView, TaggedSpan, Told, Voice
from dragoman.records import Span

WEIGHTS = Path(__file__).parent / "weights"
FILES = ("model.json", "tokenizer.json", "encoder.onnx", "pairs.onnx", "roles.onnx")
TRIGGER_FLOOR = 0.1
"""Probability from which a token may carry an event; the role head has the last word."""

TURN_FLOOR = 0.7
"""Probability of both types from which two adjacent words carry two events; at 0.7 dev F1 is best or even."""

COORDINATORS = frozenset({"and", "or", "but"})
COORDINATED_FLOOR = 0.5
"""Share of its type among all that the tagger sees in words, from which a coordinator parts them from words of another type."""

ACTING, SPEAKING = ("none", "actor", "recipient"), ("none", "source", "content")
"""The parts that a mention can have in an event, and that a span can have in what is said."""
SAID_FLOOR = 0.4
"""Probability from which a span is the source, or a content, of a cue."""
SAID_LEAN = 2.0
"""Taken off the log-odds of no source, no cue and no content: cues are rare, and the tagger too shy of them. Chosen for the
best overlap F1 on half of PolNeAR dev."""
SUSPECT_LEAN = 2.5
"""Taken off the log-odds of no mention when spans are only to be suspected; chosen on dev."""
SUSPECT_KINDS = frozenset({"actor", "place"})
PAIR_SHARE = 0.65
"""Weight of the pair head beside the role head where a pair is given; chosen on dev (`docs/model.md`)."""
_SAID_TAGS = ("O", "B-said", "I-said")

_STOPS = re.compile(r"[.,;:]")

SMALL_WORDS = frozenset("a an and at by for her his in its of on or our the their this to with".split())
"""Words that neither open nor close the evidence of an event."""

TINY = 1e-9
Floats = NDArray[np.float64]


class ModelMissingError(DragomanError):
    """A folder of weights is absent or incomplete."""


def softmax(logits: NDArray[Any]) -> Floats:
    """Softmax over the last axis, in double precision.

    >>> softmax(np.array([0.0, 0.0])).tolist()
    [0.5, 0.5]
    """
    shifted = np.exp(logits.astype(np.float64) - logits.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True))


def sigmoid(logits: NDArray[Any]) -> Floats:
    """Logistic function, in double precision."""
    return np.asarray(1.0 / (1.0 + np.exp(-logits.astype(np.float64))))


def newest(folder: Path) -> Path:
    """Give the version folder whose name sorts last.

    Raises:
        ModelMissingError: there is none.
    """
    versions = sorted(path for path in folder.glob("*") if (path / "model.json").is_file())
    if not versions:
        raise ModelMissingError(f"{folder}: no weights here. Install Dragoman again, or train with `make train`.")
    return versions[-1]


class Model:
    """The encoder, its heads and their labels.

    Attributes:
        version: Version of the weights, written into every event.
        types: PLOVER types, in the order of the head.
        confidence: Weights and floor for :class:`dragoman.relations.Confidence`.
        trained_on: Ids of benchmark rows that the weights have seen, so that a benchmark can say so.
    """

    def __init__(self, folder: Path) -> None:
        """Load one version folder.

        Raises:
            ModelMissingError: a file is not there, or was made for an older version.
        """
        absent = [name for name in FILES if not (folder / name).is_file()]
        if absent:
            raise ModelMissingError(
                f"{folder}: {', '.join(absent)} missing. Install Dragoman again, or export the weights anew."
            )
        self._settings: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        self.version: str = self._settings["version"]
        seen = folder / "trained_on.txt"
        self.trained_on = frozenset(seen.read_text(encoding="utf-8").split()) if seen.is_file() else frozenset()
        self.types: tuple[str, ...] = tuple(self._settings["types"])
        if "confidence" not in self._settings:
            raise ModelMissingError(
                f"{folder / 'model.json'}: says nothing of `confidence`, so these weights were made for an older Dragoman. "
                "Export them anew (training.export, then training.calibrate), or leave --model out."
            )
        weights = self._settings["confidence"]
        self.confidence: tuple[tuple[float, ...], float] = (tuple(weights["weights"]), weights["floor"])
        self.tokenizer = Tokenizer(folder / "tokenizer.json")
        options = ort.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        providers = ["CPUExecutionProvider"]
        self._encoder = ort.InferenceSession(str(folder / "encoder.onnx"), options, providers=providers)
        self._pairs = ort.InferenceSession(str(folder / "pairs.onnx"), options, providers=providers)
        self._roles = ort.InferenceSession(str(folder / "roles.onnx"), options, providers=providers)

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """Load the weights of a folder, or the bundled ones."""
        return cls(folder or newest(WEIGHTS))

    def view(self, sentence: str) -> SentenceView:
        """Encode one sentence; the one expensive step, made once for all that follows."""
        tokens = self.tokenizer(sentence)
        outputs = self._encoder.run(None, {"ids": tokens.ids[None], "cases": tokens.cases[None]})
        return SentenceView(sentence, tokens, *outputs)

    def spans(self, view: SentenceView) -> tuple[TaggedSpan, ...]:
        """Read the tagger's spans, in text order, outer before nested."""
        found = _decode(softmax(view.outer), self._settings["tags"], view, nested=False)
        inner = [f"{tag}-actor" if tag != "O" else tag for tag in self._settings["inner_tags"]]
        found += _decode(softmax(view.inner), inner, view, nested=True)
        return tuple(sorted(found, key=lambda span: (span.begin, -span.end, span.nested)))

    def suspected(self, view: SentenceView) -> tuple[TaggedSpan, ...]:
        """Read the actors and places that the tagger would see if it saw them more readily, in text order.

        Most of them are wrong; the role head knows better who takes part in an event (:func:`dragoman.relations.vouched`).
        """
        lean = np.zeros(view.outer.shape[-1], np.float32)
        lean[0] = SUSPECT_LEAN
        found = _decode(softmax(view.outer - lean), self._settings["tags"], view, nested=False)
        return tuple(span for span in found if span.kind in SUSPECT_KINDS)

    def voices(self, view: SentenceView) -> tuple[Voice, ...]:
        """Say who says what: each tagged cue with the source and the contents that the role head gives it."""
        logits = view.said.reshape(-1, 3, 3) - np.array([SAID_LEAN, 0.0, 0.0], np.float32)
        layers = softmax(logits)
        sources, cues, contents = (
            [(s.begin, s.end) for s in _decode(layers[:, k], _SAID_TAGS, view, nested=False)] for k in range(3)
        )
        cues, contents = _joined(cues, view.text), _joined(contents, view.text)
        rows = [(cue, span) for cue in cues for span in (*sources, *_around(cue, contents, view.text))]
        if not rows:
            return tuple(Voice(cue, None, ()) for cue in cues)
        parts = self._parts(self._run(self._roles, view, list(rows))[-1], SPEAKING)
        return tuple(
            _voice(
                cue, [(span, row["source"], row["content"]) for (of, span), row in zip(rows, parts, strict=True) if of == cue]
            )
            for cue in cues
        )

    def relate(self, view: SentenceView, actor: Span, recipient: Span | None) -> PairScores:
        """Say what one span of the sentence does to another; ``None`` stands for no recipient.

        Two heads answer, and the weighted mean of their probabilities is given: the pair head reads the two spans at once, the
        role head each run of words that may carry an event and the part that either span has in it.
        """
        logits = self._run(self._pairs, view, [(actor, recipient)])[0][0]
        direct = softmax(logits / self._settings["temperature"])
        told = self.tell(view, [span for span in (actor, recipient) if span is not None])
        scores = PAIR_SHARE * direct + (1 - PAIR_SHARE) * _between(told, self.types)
        return PairScores(types=_named(self.types, scores[None, :-1] / scores[:-1].sum())[0], none=round(float(scores[-1]), 6))

    def triggers(self, view: SentenceView) -> tuple[tuple[Span, float], ...]:
        """Give the runs of words that may carry an event, with the tagger's probability."""
        scores = softmax(view.trigger[0])
        runs = [part for run in _runs(scores, view) for part in _coordinated(scores, run, view)]
        found: list[tuple[Span, float]] = []
        for run in sorted(runs, key=lambda run: (scores[run, -1].min(), run[0])):
            begin, end = _trimmed(view.text, *_words(view, run[0], run[-1]))
            if begin < end and not any(
                begin < e and b < end for (b, e), _ in found
            ):  # runs that split inside a word grow into each other
                found.append(((begin, end), float(1 - scores[run, -1].min())))
        return tuple(sorted(found))

    def tell(
        self, view: SentenceView, mentions: Sequence[Span], words: Sequence[tuple[Span, float]] | None = None
    ) -> tuple[Told, ...]:
        """Say of words that may carry an event what it is, how it is told, and what part each mention has in it.

        Args:
            view: The sentence.
            mentions: Spans of those who may take part.
            words: Runs of words, each with the probability that it carries an event; those of :meth:`triggers` by default.
        """
        asked = self.triggers(view) if words is None else words
        if not asked or not mentions:
            return ()
        seconds: list[Span | None] = [None, *mentions]
        rows = [(span, second) for span, _ in asked for second in seconds]
        return self._told(asked, len(seconds), self._run(self._roles, view, rows))

    def _run(
        self, head: ort.InferenceSession, view: SentenceView, pairs: Sequence[tuple[Span, Span | None]]
    ) -> list[NDArray[np.float32]]:
        spans = list(dict.fromkeys(chain.from_iterable(pairs)))  # few spans stand in many pairs
        rows = {span: i for i, span in enumerate(spans)}
        masks = view.tokens.masks(spans)
        near = distances(masks)
        first, second = ([rows[pair[side]] for pair in pairs] for side in (0, 1))
        inputs: dict[str, NDArray[Any]] = {
            "states": view.states, "trigger": view.trigger, "actor": masks[first], "recipient": masks[second],
            "actor_near": near[first], "recipient_near": near[second],
        }  # fmt: skip
        outputs: list[NDArray[np.float32]] = head.run(None, inputs)
        return outputs

    def _told(self, asked: Sequence[tuple[Span, float]], size: int, outputs: Sequence[NDArray[np.float32]]) -> tuple[Told, ...]:
        """Read the role head's rows, ``size`` for each run of words: that of the words alone, then one for each mention."""
        kind, _, polarity, modality, tense, mode, context = (rows[::size] for rows in outputs[:-1])
        kinds, names = softmax(kind / self._settings["temperature"]), self._settings
        parts = self._parts(outputs[-1], ACTING)
        columns = zip(
            asked,
            kinds[:, -1].tolist(),
            _named(self.types, kinds[:, :-1] / kinds[:, :-1].sum(-1, keepdims=True)),
            _named(names["polarities"], softmax(polarity)),
            _named(names["modalities"], softmax(modality)),
            _named(names["tenses"], softmax(tense)),
            _named(names["modes"], sigmoid(mode)),
            _named(names["contexts"], sigmoid(context)),
            [parts[first + 1 : first + size] for first in range(0, len(parts), size)],
            strict=True,
        )
        return tuple(
            Told(types, round(none, 6), words, round((likely + 1 - none) / 2, 6), *rest)
            for (words, likely), none, types, *rest in columns
        )

    def _parts(self, logits: NDArray[np.float32], names: Sequence[str]) -> tuple[dict[str, float], ...]:
        """Probabilities of the parts asked about: who speaks in an act of speech also acts, so the two do not compete."""
        columns = [self._settings["roles"].index(name) for name in names]
        return _named(names, softmax(logits[:, columns]))


def _between(told: Sequence[Told], types: Sequence[str]) -> Floats:
    """Probability of each type, then of none, for the first of the mentions told of acting on the second, or on nobody named.

    An act of two sides has both as actors.
    """
    scores, none = np.zeros(len(types)), 1.0
    for each in told:
        actor, *others = each.parts
        likely = each.sure * actor["actor"] * math.prod(other["actor"] + other["recipient"] for other in others)
        scores += likely * np.array([each.types[name] for name in types])
        none *= 1 - likely
    return np.append(scores / max(scores.sum(), TINY) * (1 - none), none)


def _runs(scores: Floats, view: SentenceView) -> list[list[int]]:
    """Give the runs of tokens that may carry an event; two of one type with a single token between them are one.

    "is increasing its military presence" is one event, though the tagger is not sure of "its"; "stormed their columns, helping"
    is two where it is sure of another type from one word to the next.
    """
    runs: list[list[int]] = []
    for i, (begin, end) in enumerate(view.tokens.offsets):
        if end <= begin or 1 - scores[i, -1] < TRIGGER_FLOOR:
            continue
        last = runs[-1] if runs else []
        between = view.text[view.tokens.offsets[last[-1]][1] : begin] if last else ""
        if last and (
            (last[-1] == i - 1 and not (between and _turns(scores, last[-1], i)))
            or (last[-1] == i - 2 and not _STOPS.search(between) and _one_type(scores, last, i))
        ):
            last.extend(range(last[-1] + 1, i + 1))
        else:
            runs.append([i])
    return runs


def _coordinated(scores: Floats, run: list[int], view: SentenceView) -> list[list[int]]:
    """Split a run at an "and" between words of one type and words of another.

    "increased its presence and strengthened ties" tells two events.
    """
    words = [view.text[slice(*view.tokens.offsets[i])].casefold() for i in run]
    at = [k for k, word in enumerate(words) if word in COORDINATORS and 0 < k < len(run) - 1]
    pieces = [run[begin + 1 : end] for begin, end in pairwise([-1, *at, len(run)])]
    split = [run[: len(pieces[0])]]
    for coordinator, piece in zip(at, pieces[1:], strict=True):
        if _differ(scores, split[-1], piece):
            split.append(piece)
        else:
            split[-1] = [*split[-1], run[coordinator], *piece]
    return split


def _differ(scores: Floats, one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether the tagger sees one type in some words and another in others, and more of it than of all other types."""
    shares = [scores[part, :-1].sum(0) / max(TINY, scores[part, :-1].sum()) for part in (one, other)]
    return bool(shares[0].argmax() != shares[1].argmax() and min(share.max() for share in shares) > COORDINATED_FLOOR)


def _turns(scores: Floats, token: int, following: int) -> bool:
    """Whether the tagger is sure of one type at a token and of another at the next."""
    kinds = scores[[token, following], :-1]
    return bool(kinds[0].argmax() != kinds[1].argmax() and kinds.max(-1).min() > TURN_FLOOR)


def _one_type(scores: Floats, run: Sequence[int], token: int) -> bool:
    return bool(scores[run, :-1].sum(0).argmax() == scores[token, :-1].argmax())


def _joined(spans: Sequence[Span], text: str) -> list[Span]:
    """Make one of spans that only a blank parts: corpora differ in where a cue begins ("often say"), and the tagger with them.

    >>> _joined([(0, 5), (6, 9), (11, 12)], "often say, so")
    [(0, 9), (11, 12)]
    """
    made: list[Span] = []
    for begin, end in spans:
        if made and text[made[-1][1] : begin].isspace():
            made[-1] = (made[-1][0], end)
        else:
            made.append((begin, end))
    return made


def _around(cue: Span, contents: Sequence[Span], text: str) -> list[Span]:
    """What a cue may say: whole contents beside it, and the rest of those that it stands in."""
    beside: list[Span] = []
    for begin, end in contents:
        if end <= cue[0] or cue[1] <= begin:
            beside.append((begin, end))
            continue
        for first, last in ((begin, cue[0]), (cue[1], end)):
            piece = text[first:last]
            first, last = first + len(piece) - len(piece.lstrip(" ,")), last - len(piece) + len(piece.rstrip(" ,"))
            if first < last:
                beside.append((first, last))
    return beside


def _voice(cue: Span, rows: Sequence[tuple[Span, float, float]]) -> Voice:
    source = max(((likely, span) for span, likely, _ in rows if likely >= SAID_FLOOR), default=(0.0, None))[1]
    content: list[Span] = []
    for _, begin, end in sorted((-likely, *span) for span, _, likely in rows if likely >= SAID_FLOOR):
        if not any(begin < e and b < end for b, e in content):
            content.append((begin, end))
    return Voice(cue, source, tuple(sorted(content)))


def _named(names: Sequence[str], rows: Floats) -> tuple[dict[str, float], ...]:
    return tuple(dict(zip(names, row, strict=True)) for row in rows.round(6).tolist())


def _words(view: SentenceView, first: int, last: int) -> Span:
    """The characters of tokens ``first`` to ``last``, grown to whole words."""
    begin, end = view.tokens.offsets[first][0], view.tokens.offsets[last][1]
    while begin > 0 and view.text[begin - 1].isalnum() and view.text[begin].isalnum():
        begin -= 1
    while end < len(view.text) and view.text[end].isalnum() and view.text[end - 1].isalnum():
        end += 1
    return begin, end


def _trimmed(text: str, begin: int, end: int) -> Span:
    """Take small words and marks off the ends of a run, as long as any other word is left; without words it is empty.

    >>> text = "two weeks of “talks”, and praised the accord"
    >>> [text[slice(*_trimmed(text, *span))] for span in ((10, 21), (26, 37), (10, 12), (13, 14))]
    ['talks', 'praised', 'of', '']
    """
    words = [(begin + match.start(), begin + match.end()) for match in re.finditer(r"\w(?:\S*\w)?", text[begin:end])]
    if not words:
        return begin, begin
    whole = (words[0][0], words[-1][1])
    while words and text[slice(*words[0])].casefold() in SMALL_WORDS:
        words.pop(0)
    while words and text[slice(*words[-1])].casefold() in SMALL_WORDS:
        words.pop()
    return (words[0][0], words[-1][1]) if words else whole


def _decode(probabilities: Floats, tags: Sequence[str], view: SentenceView, *, nested: bool) -> list[TaggedSpan]:
    """Read the spans of one layer of tags: outside, then the beginning and the rest of each kind."""
    spans: list[TaggedSpan] = []
    for found in stretches(probabilities, view.joined, unending=view.unending):
        begin, end = _words(view, found.first, found.last)
        if begin < end and (not spans or begin >= spans[-1].end):
            spans.append(TaggedSpan(begin, end, tags[1 + 2 * found.kind][2:], nested, round(found.score, 6)))
    return spans
