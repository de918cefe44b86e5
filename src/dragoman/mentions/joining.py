"""Join the mentions that the actor base and grammar find with the spans that the model tags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.actors import ActorBase
from dragoman.mentions.find import context_of, make_mention
from dragoman.records import Mention, Span

TAG_FLOOR = 0.6
"""Mean tag probability from which a span that only the model sees is a mention."""
PLACE_SURE = 0.9
"""From here on the model's word that a name is a place outweighs grammar that was not sure."""
GRAMMAR_SURE = 0.8
_HEAD = re.compile(r"[^\W\d_a-z][^\W\d_a-z .'’-]+(?:, [^\n–—:]{1,30})?(?: \([^()\n]*\))?\s?(?:--|[–—:-])\s")
"""A dateline at the head of a story: place in capitals, day, agency in brackets, dash. Nobody in it takes part in anything."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A span that the model tagged, in offsets of the story."""

    begin: int
    end: int
    kind: str
    score: float


def with_tagged(
    text: str, sentences: Sequence[Span], known: Sequence[Mention], tags: Sequence[Tag], base: ActorBase, on: date | None
) -> tuple[Mention, ...]:
    """Give all mentions of a story: the known ones that the model does not call places, and what only the model sees."""
    places = [tag for tag in tags if tag.kind == "place" and tag.score >= PLACE_SURE]
    kept = [m for m in known if m.score >= GRAMMAR_SURE or not any((p.begin, p.end) == (m.begin, m.end) for p in places)]
    context = context_of(text, sentences, base, on)
    head = _HEAD.match(text)
    after = head.end() if head else 0
    for tag in tags:
        sure = tag.kind == "actor" and tag.score >= TAG_FLOOR and tag.begin >= after
        if sure and not any(_overlap(tag, m) for m in kept):
            kept.append(make_mention(text, tag.begin, tag.end, base, on, context))
    return tuple(sorted(kept, key=lambda m: (m.begin, -m.end)))


def _overlap(tag: Tag, mention: Mention) -> bool:
    return tag.begin < mention.end and mention.begin < tag.end
