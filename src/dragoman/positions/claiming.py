"""Claims: figures that a reader could check, with what they measure and on whose word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.positions.figures import Figure, figures
from dragoman.positions.speaking import speaker_of
from dragoman.records import Attribution, Claim, Mention, Span, digest

_EDGE = re.compile(r"[.;:!?\n](?!\d)|, (?=(?:and|but|while|which|who|said|according|as|after|when)\b)")
_WORTH = re.compile(r"([\w'’-]+(?: [\w'’-]+){0,3}) (?:worth|valued at|costing|totall?ing)(?: \w+){0,2} $")
_MEASURED = re.compile(r" (?:worth )?of (.{3,})")
_SPENT = re.compile(r" (?:worth )?(?:of|in|for) (.{3,})")
_ABOUT = 90  # characters on either side that may tell what a figure measures


def claims(
    story_id: str, text: str, sentences: Sequence[Span], mentions: Sequence[Mention], attributions: Sequence[Attribution]
) -> tuple[Claim, ...]:
    """Find the figures of a story that a reader could check.

    Money comes in ISO 4217 codes, counts in the plural noun of the text, shares in ``percent``. Vague numbers ("dozens"),
    dates, ages and "the two sides" are no claims.

    >>> found = claims("s", "The war cost 1.2m lives and $640 billion.", [(0, 41)], (), ())
    >>> [(claim.quantity, claim.unit) for claim in found]
    [(1200000.0, 'lives'), (640000000000.0, 'USD')]
    """
    return tuple(
        Claim(
            id=digest(story_id, "claim", figure.begin, figure.end),
            story_id=story_id,
            quantity=figure.quantity,
            unit=figure.unit,
            about=_about(text, sentence, figure),
            said_by=speaker_of(text, figure.begin, attributions),
            begin=figure.begin,
            end=figure.end,
            confidence=0.9 if text[figure.begin].isdigit() or figure.unit.isupper() else 0.8,
        )
        for sentence in sentences
        for figure in figures(text, sentence)
    )


def _about(text: str, sentence: Span, figure: Figure) -> str:
    """Give what the figure measures: "of" and the like behind it, "worth" before it, else its clause."""
    behind = _EDGE.split(text[figure.end : min(sentence[1], figure.end + _ABOUT)], maxsplit=1)[0]
    before = _EDGE.split(text[max(sentence[0], figure.begin - _ABOUT) : figure.begin])[-1]
    money_or_share = figure.unit.isupper() or figure.unit == "percent"
    worth, measured = _WORTH.search(before), (_SPENT if money_or_share else _MEASURED).match(behind)
    if worth:
        return worth[1]
    if measured:
        return _trimmed(measured[1])
    return _trimmed(before + text[figure.begin : figure.end] + behind)


def _trimmed(phrase: str) -> str:
    return re.sub(r"\s+", " ", phrase).strip(" ,;:“”\"'()–—-")
