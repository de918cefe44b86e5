"""What names are known by: ids, keys, bags of words, family names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.actors.fold import CAPS, Token, plain_letters

_SMALL = frozenset({"of", "the", "and", "for", "in", "to", "a", "on"})
_FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "HKG"})
_NO_FAMILY_NAME = frozenset({"VNM", "KHM", "MMR", "VAT", "ETH"})
_GENERATIONS = frozenset({"jr", "sr", "iii"})
_REIGNS = frozenset({"II", "III", "IV", "V", "VI", "VII", "X", "XIV", "XVI"})


def bag(words: Iterable[Token]) -> tuple[str, ...]:
    """Give the content words of a name, sorted: names that differ in word order share it.

    >>> from dragoman.actors.fold import tokenise
    >>> bag(tokenise("Council for the Defence of Salt Lakes")) == bag(tokenise("Salt Lakes Defence Council"))
    True
    """
    return tuple(sorted(word.key for word in words if word.key not in _SMALL and word.key[:1].isalnum()))


def slug(name: str) -> str:
    """Give the id that a name makes.

    >>> slug("Recep Tayyip Erdoğan"), slug("Nicolas Sarkozy")
    ('recep_tayyip_erdogan', 'nicolas_sarkozy')
    """
    return "_".join(re.findall(r"[a-z0-9]+", re.sub("['’]", "", plain_letters(name)).casefold()))


def family_name(words: list[Token], country: str) -> str | None:
    """Give the key of the family name in a person's full name; none for one word, a ruler, or where families share no name.

    >>> from dragoman.actors.fold import tokenise
    >>> [family_name(tokenise(name), of) for name, of in (("Zora Imaginova", "CZE"), ("Qwom Zhi-ba", "CHN"), ("Pope X", "VAT"))]
    ['imaginova', 'qwom', None]
    """
    if len(words) < 2 or country in _NO_FAMILY_NAME or any(word.text in _REIGNS for word in words):
        return None
    named = [word for word in words if word.key not in _GENERATIONS]
    if not named:
        return None
    family = named[0] if country in _FAMILY_FIRST else named[-1]
    return family.key.rstrip(CAPS) if len(family.key) > 1 and family.cap else None
