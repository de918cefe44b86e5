"""Join the mentions that the actor base and grammar find with the spans that the model tags."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.actors import ActorBase
from dragoman.actors.links import Context
from dragoman.mentions.coreference.words import POSSESSIVE
from dragoman.mentions.find import make_mention
from dragoman.records import Mention, Span

TAG_FLOOR = 0.55
"""Mean tag probability from which a tagged span is a mention."""
PLACE_SURE = 0.9
"""From here on the model's word that a name is a place outweighs grammar that was not sure."""
GRAMMAR_SURE = 0.8
_ARTICLES = ("the", "a", "an")
_SMALL = frozenset("the a an of in on at by to for from with and or but as that this is was were be not".split())
_FEW = 3
_OF = frozenset("of in from by with to for against and or".split())
_AROUND = " .,\"'“”‘’«»"
_MARK = r"[\s\"'“”‘’«»]*"
_BREATH = re.compile(rf"{_MARK}(?:,|,?{_MARK}\b(?:and|or)\b){_MARK}(?:the )?{_MARK}")
"""What stands between two names of one series."""
_TAIL = re.compile(r"(?:,|(?<!\sof)\s+(?:who|which|that)\b|\s)+$", re.IGNORECASE)
_WHOSE = re.compile(rf"({'|'.join(sorted(POSSESSIVE))}) ", re.IGNORECASE)
_TIES = frozenset("of in for from by with to between and at on against".split())
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
    text: str, known: Sequence[Mention], context: Context, tags: Sequence[Tag], base: ActorBase, on: date | None
) -> tuple[Mention, ...]:
    """Give all mentions of a story: where a tag lies, the tag says how far the mention reaches and the base who it is.

    What only grammar found stays where it is sure and crosses no tag.

    Args:
        text: The story.
        known: What grammar and the base found.
        context: What the story tells of countries and people, from the same reading.
        tags: What the model tagged.
        base: The actor base.
        on: The story's date.
    """
    tags = [_trimmed(text, tag) for tag in tags]
    places = [tag for tag in tags if tag.kind == "place" and tag.score >= PLACE_SURE]
    likely = [m for m in known if m.score >= GRAMMAR_SURE or not any((p.begin, p.end) == (m.begin, m.end) for p in places)]
    after = _after_head(text)
    actors = [t for t in tags if t.kind == "actor" and t.score >= TAG_FLOOR and t.begin >= after and _names(text, t)]
    kept = [m for m in likely if _stays(text, m, actors, likely)]
    same = {(m.begin, m.end) for m in kept}
    new = [t for t in actors if (t.begin, t.end) not in same]
    kept += [_linked(text, make_mention(text, t.begin, t.end, base, on, context), likely) for t in new]
    kept += [make_mention(text, begin, end, base, on, context) for begin, end in _openers(text, kept)]
    return tuple(sorted(kept, key=lambda m: (m.begin, -m.end)))


def _trimmed(text: str, tag: Tag) -> Tag:
    """Take off the end of a span the comma or "who" that opens a clause about it: "the envoy, who"; but "one of which"."""
    tail = _TAIL.search(text, tag.begin, tag.end)
    return replace(tag, end=tail.start()) if tail else tag


def _openers(text: str, found: Sequence[Mention]) -> list[Span]:
    """Give the possessive pronouns that open a mention, where they are none yet: whose fighters, whose envoy."""
    taken = {(m.begin, m.end) for m in found}
    heads = (_WHOSE.match(text, m.begin, m.end) for m in found)
    return sorted({head.span(1) for head in heads if head} - taken)


def suspected(
    text: str, found: Sequence[Mention], context: Context, tags: Sequence[Tag], base: ActorBase, on: date | None
) -> tuple[Mention, ...]:
    """Give the spans that the model only suspects, as mentions: those that touch no mention found, and pronouns of nobody.

    Args:
        text: The story.
        found: Its mentions.
        context: What the story tells of countries and people.
        tags: What the model suspects.
        base: The actor base.
        on: The story's date.
    """
    taken = [(m.begin, m.end) for m in found]
    free = [
        t
        for t in (_trimmed(text, tag) for tag in tags)
        if t.begin >= _after_head(text) and _names(text, t) and not _touches(t, taken)
    ]
    made = [make_mention(text, t.begin, t.end, base, on, context) for t in free]
    return tuple(mention for mention in made if mention.kind != "pronoun")


def _touches(tag: Tag, spans: Sequence[Span]) -> bool:
    return any(tag.begin < end and begin < tag.end for begin, end in spans)


def _after_head(text: str) -> int:
    head = _HEAD.match(text)
    return head.end() if head else 0


def _names(text: str, tag: Tag) -> bool:
    """Whether a span holds a word that can name somebody."""
    return any(word.isalpha() and word not in _SMALL for word in re.findall(r"\w+", text[tag.begin : tag.end].casefold()))


def _stays(text: str, known: Mention, tags: Sequence[Tag], others: Sequence[Mention]) -> bool:
    near = [tag for tag in tags if _overlap(tag, known)]
    if any((tag.begin, tag.end) == (known.begin, known.end) for tag in near):
        return True
    if not near:
        return known.score >= GRAMMAR_SURE
    if any(tag.end == known.end and text[tag.begin : known.begin].strip(_AROUND).casefold() in _ARTICLES for tag in near):
        return False
    if known.kind != "named" or not (known.score >= GRAMMAR_SURE or known.actor_id is not None):
        return False
    return any(tag.begin <= known.begin and known.end <= tag.end and _tied(text, known, tag, others) for tag in near)


def _tied(text: str, known: Mention, tag: Tag, others: Sequence[Mention]) -> bool:
    """Whether a name in a longer mention is a party of its own.

    "[Mali]'s army" holds one, "the army of [Mali]" one, "rebels of [A], [B] and [C]" three, "the ECOWAS court" none.
    """
    if text[known.end : tag.end].startswith(("'", "’")):
        return True
    begin, end = _series(text, known, [other for other in others if tag.begin <= other.begin and other.end <= tag.end])
    before, after = text[tag.begin : begin].rstrip(_AROUND).casefold().split(), text[end : tag.end]
    return not after.strip(_AROUND) and bool(_TIES & set(before[-2:]))


def _series(text: str, known: Mention, others: Sequence[Mention]) -> tuple[int, int]:
    """Give the span of the names told in one breath with this one."""
    begin, end = known.begin, known.end
    named = sorted({(other.begin, other.end) for other in others if other.kind == "named"})
    for b, e in named:
        if b >= end and _BREATH.fullmatch(text[end:b]):
            end = e
    for b, e in reversed(named):
        if e <= begin and _BREATH.fullmatch(text[e:begin]):
            begin = b
    return begin, end


def _linked(text: str, mention: Mention, known: Sequence[Mention]) -> Mention:
    """Where a span has no link of its own, take that of the known mention that it only sets determiners or quotes around."""
    if mention.actor_id or mention.why == "abroad":
        return mention
    near = [m for m in known if _dressed(text, mention, m) and (m.actor_id or (m.country and not mention.country))]
    best = max(near, key=lambda m: (m.actor_id is not None, m.end - m.begin), default=None)
    if best is None:
        return mention
    linked = {name: getattr(best, name) for name in ("actor_id", "name", "country", "sectors", "role", "why")}
    return replace(mention, **linked)


def _dressed(text: str, mention: Mention, known: Mention) -> bool:
    """Whether the two differ only by words before the name that leave its head the head, or by marks."""
    if not (mention.begin <= known.begin < known.end <= mention.end):
        return known.begin <= mention.begin and mention.end == known.end
    before, after = text[mention.begin : known.begin].split(), text[known.end : mention.end]
    return len(before) <= _FEW and not set(before) & _OF and not any(c.isalnum() for c in after)


def _overlap(tag: Tag, mention: Mention) -> bool:
    return tag.begin < mention.end and mention.begin < tag.end
