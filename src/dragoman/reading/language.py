"""The language of a text."""

from __future__ import annotations

import re

import py3langid

_SAMPLE = 1500
_SHORT, _SHORTEST = 400, 20
_LETTER = re.compile(r"[^\W\d_]")


def language(text: str) -> str | None:
    """Give the ISO 639-1 code of a text's language; ``None`` when there is too little to tell.

    >>> language("The ministers of the two countries met on Monday in the capital.")
    'en'
    """
    letters = len(_LETTER.findall(text[:_SHORT]))
    if letters < _SHORTEST:
        return None
    ranked: list[tuple[str, float]] = py3langid.rank(text[:_SAMPLE])
    return next((code for code, _ in ranked if len(code) == 2), None)
