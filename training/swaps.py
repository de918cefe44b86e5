"""Sentences of our own with other actors in them, so that no name comes to stand for a type of event.

An actor is replaced by another of the same make: a state by a state, an abbreviation by an abbreviation, a name of two words by
one of two words, "the rebels" by "the clerks". Every other label keeps its words, and its offsets move with them.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from dragoman.actors import ActorBase

Span = tuple[int, int]
Pool = dict[str, list[str]]


class Swaps:
    """Draws actors out of a set of records and puts them into others."""

    def __init__(self, records: Iterable[dict[str, Any]], base: ActorBase) -> None:
        """Gather the actors of the records by make."""
        self.states = {name for actor in base.actors.values() if actor.kind == "country" for name in actor.names}
        drawn: dict[str, set[str]] = defaultdict(set)
        for record in records:
            for name in _leaves(record["mentions"]):
                words = _words(record, name)
                if record["mentions"][name]["begin"]:  # the first word of a sentence has a capital in any case
                    drawn[self.make(words)].add(words)
        self.pool: Pool = {make: sorted(words) for make, words in sorted(drawn.items()) if make}

    def make(self, words: str) -> str:
        """Give the make of an actor's words; those of the empty make are never swapped."""
        bare = words.removeprefix("the ").removeprefix("The ")
        article = words[: len(words) - len(bare)]
        if bare in self.states:
            return article + "state"
        if re.fullmatch(r"[A-Z]{2,6}", bare):
            return article + "abbreviation"
        if all(word[:1].isupper() for word in bare.split()):
            return f"{article}name {min(3, len(bare.split()))}"
        if re.fullmatch(r"[a-z]+( [a-z]+)*", bare) and bare.endswith("s") and len(bare) > 4:
            return f"{article}group {min(3, len(bare.split()))}"
        return ""

    def swap(self, record: dict[str, Any], rng: random.Random, share: float = 0.6) -> dict[str, Any]:
        """Give the record with some of its actors replaced; equal words are replaced alike."""
        new: dict[str, str] = {}
        edits = []
        for name in _leaves(record["mentions"]):
            words = _words(record, name)
            make = self.make(words) if record["mentions"][name]["begin"] or words in self.states else ""
            if words not in new:
                new[words] = rng.choice(self.pool[make]) if make in self.pool and rng.random() < share else words
            if new[words] != words:
                mention = record["mentions"][name]
                edits.append((mention["begin"], mention["end"], new[words]))
        return _edited(record, sorted(edits)) if edits else record


def _leaves(mentions: dict[str, dict[str, Any]]) -> list[str]:
    """The actors with no other mention inside."""
    return [
        name
        for name, m in mentions.items()
        if m["kind"] == "actor"
        and not any(other != name and m["begin"] <= o["begin"] and o["end"] <= m["end"] for other, o in mentions.items())
    ]


def _words(record: dict[str, Any], name: str) -> str:
    mention = record["mentions"][name]
    words: str = record["text"][mention["begin"] : mention["end"]]
    return words


def _edited(record: dict[str, Any], edits: list[tuple[int, int, str]]) -> dict[str, Any]:
    """Apply replacements that do not overlap, and move every offset with its words."""
    text, pieces, last = record["text"], [], 0
    for begin, end, words in edits:
        pieces += [text[last:begin], words]
        last = end

    def at(offset: int, *, end: bool) -> int:
        moved = offset
        for b, e, words in edits:
            if e <= offset:
                moved += len(words) - (e - b)
            elif b < offset:  # inside replaced words: their own edge stands for it
                moved += b - offset + (len(words) if end else 0)
        return moved

    def span(pair: Iterable[int]) -> list[int]:
        begin, end = pair
        return [at(begin, end=False), at(end, end=True)]

    mentions = {}
    for name, m in record["mentions"].items():
        begin, end = span((m["begin"], m["end"]))
        mentions[name] = {**m, "begin": begin, "end": end}
    said = [{**a, "cue": span(a["cue"]), "content": [span(part) for part in a["content"]]} for a in record["attributions"]]
    events = [{**e, "evidence": span(e["evidence"])} for e in record["events"]]
    return {**record, "text": "".join([*pieces, text[last:]]), "mentions": mentions, "attributions": said, "events": events}
