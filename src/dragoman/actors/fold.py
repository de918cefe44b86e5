"""Cut text into words and fold each to the key under which the actor base knows it.

Folding undoes what writers of the same name differ in: case, diacritics, apostrophes, hyphens, dots of abbreviations,
``s`` and ``z``, British and American endings. An abbreviation keeps a mark, so that "US" is never "us".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

WORD = re.compile(
    r"[^\W\d_](?:\.[^\W\d_])+\.?"  # U.S.
    r"|\d[\d.,]*\d"
    r"|[^\W_]+(?:['’ʼ‘`](?!s\b)[^\W_]+)*"  # Sana'a, d'Orsay
    r"|['’](?:s\b)?"
    r"|[^\w\s]"
)
CAPS = "^"
"""Ends the key of an abbreviation."""

_ARTICLES = frozenset({"el", "ul", "ad", "ash", "an", "as", "ar", "az"})
_ENDINGS = (("our", "or"), ("tre", "ter"), ("nce", "nse"), ("ogue", "og"))
_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "ß": "ss", "ʼ": "'", "‘": "'", "đ": "d", "Đ": "D"})
_KEEP = frozenset({"our", "your", "four", "hour", "tour", "pour"})
_MIXED = re.compile(r"[A-Z][a-z][A-Z]{1,2}[a-z]?")


@dataclass(slots=True)
class Token:
    """One word or sign of a text.

    Attributes:
        key: Folded form; ends in ``^`` for an abbreviation.
        glued: Whether a hyphen joins it to the word before.
        cap: Whether it starts with a capital.
    """

    text: str
    begin: int
    end: int
    key: str
    glued: bool
    cap: bool


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Give the key of one word.

    >>> fold("Élysée"), fold("Organisation"), fold("Defence"), fold("Sana'a"), fold("U.S."), fold("LeT"), fold("Let")
    ('elyse', 'organisation', 'defense', 'sanaa', 'us^', 'LeT^', 'let')
    """
    plain = word if word.isascii() else plain_letters(word)
    plain = plain.replace("'", "").replace("’", "").replace("`", "")
    if len(plain) > 1 and plain.isupper() and plain[0].isalpha():
        return plain.replace(".", "").casefold() + CAPS
    if _MIXED.fullmatch(plain):  # "AfD", "PiS": in other letters such an abbreviation is a word like any other
        return plain + CAPS
    plain = plain.casefold().replace("z", "s").replace(".", "")
    if plain not in _KEEP:
        for ending, other in _ENDINGS:
            if plain.endswith(ending):
                return plain[: -len(ending)] + other
    return plain[:-1] if plain.endswith("ee") and len(plain) > 5 else plain


def plain_letters(word: str) -> str:
    """Give a word without diacritics."""
    special = word.translate(_LETTERS)
    return "".join(c for c in unicodedata.normalize("NFKD", special) if not unicodedata.combining(c))


def tokenise(text: str, begin: int = 0, end: int | None = None) -> list[Token]:
    """Cut ``text[begin:end]`` into tokens with offsets into ``text``; hyphens inside words are dropped and noted.

    >>> [(t.text, t.key, t.glued) for t in tokenise("El-Sisi's aides")]
    [('El', 'al', False), ('Sisi', 'sisi', True), ("'s", 's', False), ('aides', 'aides', False)]
    """
    tokens: list[Token] = []
    hyphen = -1
    for match in WORD.finditer(text, begin, len(text) if end is None else end):
        word, start, stop = match.group(), match.start(), match.end()
        if word in "-‐‑" and tokens and tokens[-1].end == start and stop < len(text) and text[stop].isalnum():
            hyphen = stop
            continue
        glued = start == hyphen
        if glued and tokens[-1].key in _ARTICLES:
            tokens[-1].key = "al"
        tokens.append(Token(word, start, stop, fold(word), glued, word[0].isupper()))
    return tokens
