"""The sieve: surer rules put mentions together before less sure ones look (Lee and others, 2013)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.actors import ActorBase
from dragoman.mentions.coreference.describing import (
    appositions,
    bodies,
    former_and_latter,
    inner_offices,
    offices,
    predicates,
    same_words,
)
from dragoman.mentions.coreference.groups import Groups
from dragoman.mentions.coreference.naming import same_names
from dragoman.mentions.coreference.quoting import find_quotes, speakers
from dragoman.mentions.coreference.reading import read_figure
from dragoman.mentions.coreference.referring import pronouns, speakers_of_quotes
from dragoman.mentions.coreference.texts import Words, read_words
from dragoman.records import Actor, Mention, Span

Pass = Callable[[Words, Groups], None]
PASSES: tuple[Pass, ...] = (
    speakers_of_quotes,
    same_names,
    appositions,
    inner_offices,
    predicates,
    same_words,
    bodies,
    offices,
    former_and_latter,
    pronouns,
)
"""The rules, the surest first; each sees what those before it have joined."""


def grouped(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention], base: ActorBase | None = None
) -> tuple[Words, Groups]:
    """Put the mentions that stand for the same into groups; figures carry the index of their mention."""
    quotes = find_quotes(text)
    words = read_words(text, sentences, quotes)
    read = (read_figure(words, index, mention, _actor(mention, base)) for index, mention in enumerate(mentions))
    figures = sorted((f for f in read if f is not None), key=lambda f: (f.begin, -f.end))
    number = {id(figure): n for n, figure in enumerate(figures)}
    groups = Groups(figures, {quote: number[id(f)] for quote, f in speakers(words, figures, quotes).items()})
    for rule in PASSES:
        rule(words, groups)
    return words, groups


def _actor(mention: Mention, base: ActorBase | None) -> Actor | None:
    return base.actors.get(mention.actor_id) if base is not None and mention.actor_id is not None else None


def chains(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention], base: ActorBase | None = None
) -> tuple[tuple[int, ...], ...]:
    """Give the chains of a story: which mentions stand for the same.

    Args:
        text: The story.
        sentences: Spans of its sentences, in order.
        mentions: Mentions of any kind; offsets into ``text``.
        base: The actor base: tells people from bodies, and knows other names of a country.

    Returns:
        Indices into ``mentions``, chains by their first mention; a mention alone is a chain of one.

    >>> text = "Peru warned Chad. It closed its port."
    >>> spans = [(0, 4), (12, 16), (18, 20), (28, 31)]
    >>> chains(text, [(0, 17), (18, 37)], [Mention(text=text[b:e], begin=b, end=e) for b, e in spans])
    ((0, 2, 3), (1,))
    """
    _, groups = grouped(text, sentences, mentions, base)
    found = [tuple(sorted(groups.figures[n].index for n in members)) for members in groups.all()]
    missing = set(range(len(mentions))) - {index for chain in found for index in chain}
    return tuple(sorted([*found, *((index,) for index in missing)]))
