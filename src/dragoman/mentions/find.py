"""Find all mentions of actors in a story and link them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dragoman.actors.base import ActorBase
from dragoman.actors.fold import CAPS, tokenise
from dragoman.actors.heads import find_head
from dragoman.actors.linker import link_units
from dragoman.actors.links import NAMES, Context, Link, story_context
from dragoman.actors.naming import family_name
from dragoman.actors.surnames import link_surname
from dragoman.actors.tagging import Tagged, tag
from dragoman.mentions.common import INDEFINITE, common_score
from dragoman.mentions.grounds import actor_score, after_modifiers
from dragoman.mentions.phrases import Phrase, find_phrases
from dragoman.mentions.unknown import unknown_score
from dragoman.records import Mention, MentionKind, Span

MIN_SCORE = 0.35
"""Below this a phrase is no mention."""
_PRONOUNS = frozenset("i me my mine we us our ours you your he him his she her hers it its they them their theirs".split())
_LOOK_AHEAD = 60
"""Characters after a given span that may tell its country ("police" in "police in Kenya")."""


def find_mentions(text: str, sentences: Sequence[Span], base: ActorBase, on: date | None) -> tuple[Mention, ...]:
    """Find all mentions of actors, inner ones too, sorted by begin and then the longer first.

    Args:
        text: The story.
        sentences: Spans of its sentences, in order; offsets into ``text``.
        base: The actor base.
        on: The story's date: who held which office then.

    >>> text = "Somalia's defence ministry said gunmen fled from Mogadishu."
    >>> [(m.text, m.country, m.sectors) for m in find_mentions(text, [(0, len(text))], ActorBase.load(), None)]
    [("Somalia's defence ministry", 'SOM', ('GOV', 'MIL')), ('Somalia', 'SOM', ('GOV',)), ('gunmen', 'SOM', ('UAF',))]
    """
    return read_actors(text, sentences, base, on)[0]


def read_actors(text: str, sentences: Sequence[Span], base: ActorBase, on: date | None) -> tuple[tuple[Mention, ...], Context]:
    """Give what :func:`find_mentions` and :func:`context_of` give, in one reading."""
    tagged, phrases, context = _read(text, sentences, base, on)
    found = [mention for phrase in phrases if (mention := _mention(tagged, phrase, base, on, context))]
    unique = {(m.begin, m.end): m for m in found}.values()
    return tuple(sorted(unique, key=lambda m: (m.begin, -m.end))), context


def make_mention(
    text: str, begin: int, end: int, base: ActorBase, on: date | None, story_context: Context | None = None
) -> Mention:
    """Link a span that something else found, with the words around it.

    Args:
        text: The story.
        begin: First character of the span.
        end: One past its last.
        base: The actor base.
        on: The story's date.
        story_context: From :func:`context_of`; without it the country is not inherited from the story.

    Raises:
        ValueError: the span is empty or lies outside the text.
    """
    if not 0 <= begin < end <= len(text):
        raise ValueError(f"span {begin}:{end} is empty or outside a text of {len(text)} characters; give one inside it.")
    tagged = tag(text[begin : end + _LOOK_AHEAD], base)
    last = next((n for n, unit in enumerate(tagged.units) if unit.begin >= end - begin), len(tagged.units))
    link = link_units(tagged, 0, max(last, 1), base, on, story_context or Context()) if tagged.units else Link()
    pronoun = text[begin:end].casefold() in _PRONOUNS or (tagged.tags[:1] == "y" and last == 1)
    kind: MentionKind = "pronoun" if pronoun else _kind(tagged, Phrase(0, max(last, 1)))
    return _build(text, begin, end, link, kind, link.score)


def context_of(text: str, sentences: Sequence[Span], base: ActorBase, on: date | None) -> Context:
    """Give the context of a story for :func:`make_mention`: its countries and the people it names in full."""
    return _read(text, sentences, base, on)[2]


def _read(text: str, sentences: Sequence[Span], base: ActorBase, on: date | None) -> tuple[Tagged, list[Phrase], Context]:
    tagged = tag(text, base, sentences)
    context = story_context(tagged, base)
    phrases = find_phrases(tagged)
    _learn_people(tagged, phrases, base, on, context)
    return tagged, phrases, context


def _learn_people(tagged: Tagged, phrases: list[Phrase], base: ActorBase, on: date | None, context: Context) -> None:
    """Note the full names that the story gives, so that a family name alone is understood, also before it."""
    for phrase in phrases:
        tags = tagged.tags[phrase.first : phrase.last]
        known = tags.endswith("p")
        unknown = _FULL_NAME.search(tags)
        if not known and (unknown is None or unknown_score(tagged, phrase, base, context) < _SURE_NAME):
            continue
        link = link_units(tagged, phrase.first, phrase.last, base, on, context)
        last = phrase.last if known or unknown is None else phrase.first + unknown.end()
        context.people.setdefault(tagged.key(last - 1).rstrip(CAPS), link)
        if known and link.name:
            context.people.setdefault(tokenise(link.name)[-1].key, link)
        family = family_name(tokenise(link.name), link.country) if link.name and link.country and link.why != "story" else None
        if family:
            context.people.setdefault(family, link)
    _learn_strangers(tagged, base, context)


def _learn_strangers(tagged: Tagged, base: ActorBase, context: Context) -> None:
    """Note full names whose family name is a known person's but whose given name is not: "Geneva Morgan" is no minister."""
    for match in re.finditer("(?<!x)xx(?!x)", tagged.tags):
        given, family = match.start(), match.start() + 1
        key = tagged.key(family).rstrip(CAPS)
        opens = given == 0 or tagged.tags[given - 1] in "zqu"
        if key not in base.surnames or (opens and tagged.key(given).rstrip(CAPS) not in base.given):
            continue
        names = {word.key for who in base.surnames[key] for name in base.actors[who].names for word in tokenise(name)}
        if tagged.key(given).rstrip(CAPS) not in names:
            name = tagged.text[tagged.units[given].begin : tagged.units[family].end]
            context.people.setdefault(key, Link(name=name, score=0.4))


_FULL_NAME = re.compile("(?:^|[rtmkecj])(x{2,})(?=$|m)|[rt](x)$")
_SURE_NAME = 0.4


def _mention(tagged: Tagged, phrase: Phrase, base: ActorBase, on: date | None, context: Context) -> Mention | None:
    phrase = _trim(tagged, phrase)
    if phrase.last <= phrase.first:
        return None
    score = _actor_score(tagged, phrase, base, on, context)
    if score < MIN_SCORE:
        return None
    link = link_units(tagged, phrase.first, phrase.last, base, on, context)
    if link.name is None and link.country is None and not link.sectors and score < 0.4:
        return None
    begin, end = tagged.units[phrase.first].begin, tagged.units[phrase.last - 1].end
    return _build(tagged.text, begin, end, link, _kind(tagged, phrase), min(score, max(link.score, 0.4)))


def _trim(tagged: Tagged, phrase: Phrase) -> Phrase:
    """Drop the modifiers that end a phrase without a noun; "the French" and possessors keep theirs."""
    first, last = phrase.first, phrase.last
    while last > first and tagged.tags[last - 1] in "jADdntf":
        last -= 1
    if last > first and tagged.tags[last - 1] in "caolp":
        while first < last - 1 and (tagged.tags[first] in "nj" or tagged.key(first) in INDEFINITE):
            first += 1
    return Phrase(first, last, phrase.owner)


def _actor_score(tagged: Tagged, phrase: Phrase, base: ActorBase, on: date | None, context: Context) -> float:
    tags = tagged.tags
    words = tags[phrase.first : phrase.last]
    if (words.endswith("x") and not _of_name(words)) or (set(words) <= set("xcaDj") and "x" in words):
        return _name_score(tagged, phrase, base, on, context)
    head = find_head(tags, phrase.first, phrase.last)
    letter = tags[head]
    if letter == "g":
        return _demonym_score(tagged, phrase, head)
    if letter in "cal":
        return 0.0 if _inside_longer_name(tagged, phrase) else actor_score(tagged, phrase)
    if letter == "W":
        return 0.8 if set(words) & set("gcos") else 0.0
    if letter == "e" or letter == "r" or letter == "k":
        return common_score(tagged, phrase, head)
    return 0.9


_LONE_NAME = re.compile("(?:[cgao]s?)?j?x")


def _of_name(words: str) -> bool:
    """Whether the unknown name only stands in an *of* phrase ("representatives of the Gorge")."""
    return words.rstrip("x").rstrip("dD").endswith("f")


def _name_score(tagged: Tagged, phrase: Phrase, base: ActorBase, on: date | None, context: Context) -> float:
    tags = tagged.tags[phrase.first : phrase.last]
    if _LONE_NAME.fullmatch(tags) and link_surname(tagged.key(phrase.last - 1), base, on, context):
        near = tagged.tags[phrase.last : phrase.last + 1]
        return 0.0 if near == "x" else 0.75
    return unknown_score(tagged, phrase, base, context)


def _inside_longer_name(tagged: Tagged, phrase: Phrase) -> bool:
    return "x" in (tagged.tags[phrase.first - 1 : phrase.first], tagged.tags[phrase.last : phrase.last + 1])


def _demonym_score(tagged: Tagged, phrase: Phrase, head: int) -> float:
    """A demonym alone acts only as "the French", or before an act ("Israeli air strikes")."""
    after = tagged.tags[phrase.last : phrase.last + 1]
    if after in ("w", "A", "j") and "acts" in tagged.classes(after_modifiers(tagged, phrase.last)):
        return 0.5
    people = tagged.key(head).endswith(("ese", "sh", "ch", "ss"))
    closed = after not in ("w", "A", "n") or "function" in tagged.classes(phrase.last)
    return 0.6 if people and tagged.tags[phrase.first] == "d" and closed else 0.0


def _kind(tagged: Tagged, phrase: Phrase) -> MentionKind:
    head = find_head(tagged.tags, phrase.first, phrase.last)
    words = tagged.tags[phrase.first : phrase.last]
    named = (
        tagged.tags[head] in NAMES + "px"
        or words[-1] in "px"
        or _OPENING_NAME.match(words) is not None
        or (head > phrase.first and tagged.text[tagged.units[head].begin].isupper())  # "Police" opens many a sentence
    )
    return "named" if named else "nominal"


_OPENING_NAME = re.compile("[rt]*[px]+m")
"""A name, with what its bearer is behind a comma."""


def _build(text: str, begin: int, end: int, link: Link, kind: MentionKind, score: float) -> Mention:
    return Mention(
        text=text[begin:end],
        begin=begin,
        end=end,
        actor_id=link.actor_id,
        name=link.name,
        country=link.country,
        sectors=link.sectors,
        kind=kind,
        role=link.role,
        score=round(score, 6),
        why=link.why,
    )
