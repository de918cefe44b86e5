"""What the coder sees in sentences that its weights have not learned, from which the role head learns the tagger's mistakes.

Words and mentions as a writer marks them are not those that the tagger finds, and of the runs of words that it finds in new
sentences three in ten carry no event. A head that has only been shown marked ones does not know that.

``python -m training.mining WEIGHTS build/own.jsonl build/real.jsonl --learned RUN/learned.txt --out seen.jsonl`` looks at the
sentences to train on that the weights have not learned; ``training.train --seen seen.jsonl`` learns from them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dragoman.coder import Coder
from dragoman.records import Span
from dragoman.sentences import sentences
from training import data, labels

Record = Mapping[str, Any]

SAME = 0.5
"""Share of their common reach from which a found mention is the marked one that it overlaps."""


@dataclass(frozen=True)
class Seen:
    """What the coder asks its role head about in one sentence.

    Attributes:
        words: Runs of words that may carry an event.
        kinds: The type that the tagger sees in each.
        mentions: Those who may take part, sure and suspected.
    """

    words: tuple[Span, ...]
    kinds: tuple[str, ...]
    mentions: tuple[Span, ...]

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Seen:
        """Read what :func:`dataclasses.asdict` gave."""
        spans = {name: tuple((begin, end) for begin, end in plain[name]) for name in ("words", "mentions")}
        return cls(spans["words"], tuple(plain["kinds"]), spans["mentions"])


def look(coder: Coder, text: str) -> Seen | None:
    """Look at a sentence as the coder does; ``None`` where it sees more sentences than one."""
    if tuple(sentences(text)) != ((0, len(text)),):
        return None
    view, scene = coder.model.view(text), coder.scene(text)
    words = tuple(span for span, _ in coder.model.triggers(view))
    scores = view.tokens.masks(words) @ view.trigger[0][:, :-1]
    kinds = tuple(coder.model.types[best] for best in scores.argmax(-1)) if words else ()
    return Seen(words, kinds, tuple((m.begin, m.end) for m in (*scene.found, *scene.doubted) if m.end <= view.reach))


def rows(seen: Seen, record: Record) -> tuple[data.Pair, ...]:
    """What the labels of a sentence say of what was seen in it.

    Words that meet no marked event are none, unless they seem to tell, in other words, an event of their type that was not met.
    A mention has the part of the marked one that it is; where it only touches one that has a part, nothing is said.
    """
    events = record["events"]
    met = [_met(words, events) for words in seen.words]
    missed = {event["event_type"] for i, event in enumerate(events) if i not in met}
    made: list[data.Pair] = []
    for words, kind, which in zip(seen.words, seen.kinds, met, strict=True):
        if which is not None:
            made.append(data.event_pair(events[which], (words,), ()))
            parts = [(mention, _part(mention, events[which], record)) for mention in seen.mentions]
            made += [data.Pair((words,), (mention,), (), role=part) for mention, part in parts if part is not None]
        elif kind not in missed:
            made.append(data.Pair((words,), (), (labels.NONE,)))
            made += [data.Pair((words,), (mention,), (), role=0) for mention in seen.mentions]
    return tuple(made)


def read(path: Path) -> dict[str, Seen]:
    """Read what was seen, by the id of the sentence."""
    return {row["id"]: Seen.from_dict(row) for row in data.read_jsonl(path)}


def _shared(one: Span, other: Sequence[int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _met(words: Span, events: Sequence[Record]) -> int | None:
    """Which event's evidence the words share most characters with."""
    best = max(range(len(events)), key=lambda i: _shared(words, events[i]["evidence"]), default=None)
    return best if best is not None and _shared(words, events[best]["evidence"]) else None


def _part(mention: Span, event: Record, record: Record) -> int | None:
    """0 for none, 1 for actor, 2 for recipient; ``None`` where it cannot be said."""
    parties = [(name, labels.ROLES.index(part)) for part in ("actor", "recipient") for name in event[f"{part}s"]]
    spans = [((m["begin"], m["end"]), part) for name, part in parties for m in [record["mentions"][name]]]
    for span, part in spans:
        if span == mention:
            return part
    touched = [(span, part) for span, part in spans if _shared(mention, span)]
    for span, part in touched:
        together = _shared(mention, span)
        if together / (span[1] - span[0] + mention[1] - mention[0] - together) >= SAME:
            return part
    return None if touched else 0


def write(coder: Coder, records: Iterable[Record], out: Path) -> None:
    """Look at the records and write what was seen, one JSON object a line; nothing where nothing can be said of one."""
    unfinished = out.with_suffix(".part")
    with unfinished.open("w", encoding="utf-8") as lines:
        for record in records:
            if seen := look(coder, record["text"]):
                lines.write(json.dumps({"id": record["id"], **asdict(seen)}) + "\n")
    unfinished.replace(out)


def main() -> None:
    """Look at all sentences to train on that have not been learned."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, help="folder of exported weights")
    parser.add_argument("rows", type=Path, nargs="+", help="what `make bench-data` made")
    parser.add_argument("--learned", type=Path, required=True, help="ids of the sentences that the weights have learned")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    coder = Coder(model=options.weights)
    learned = frozenset(options.learned.read_text(encoding="utf-8").split())
    rows = (row for path in options.rows for row in data.read_jsonl(path))
    write(coder, (row for row in rows if row["part"] == "train" and row["id"] not in learned), options.out)


if __name__ == "__main__":
    main()
