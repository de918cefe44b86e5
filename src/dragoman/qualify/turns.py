"""Whose turn it is in a transcript: paragraphs that open with the speaker's name and a colon ("OKAFOR: We never left.")."""

from __future__ import annotations

import re
from collections import Counter

from dragoman.qualify.statements import Statement

_NAME = r"(?:(?:Dr|Mr|Mrs|Ms|Gen|Sen|Gov|Rep)\. )?[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|al|bin|de|van|der)){0,3}"
_LABEL = re.compile(
    rf"^[^\S\n]*(?P<name>{_NAME})(?: \([^)\n]{{1,40}}\))?(?P<colon>:)[^\S\n]+(?P<said>[“\"‘'(\[…]*[^\W\d_][^\n]*)", re.MULTILINE
)
#: Labels of paragraphs that nobody speaks.
_NOBODY = frozenset(
    "also analysis breaking caption context correction editor exclusive fact file full image live more next note opinion photo "
    "photos poll read related result results see source sources tags topics update updated verdict video watch".split()
)


def turns(text: str) -> tuple[Statement, ...]:
    r"""Give each turn of a transcript: the name, the colon, and the paragraph behind it.

    A text is a transcript where at least two paragraphs open so. A name in capitals is a speaker's, or one of several words
    that comes back; what follows begins with a word, for "Ortiz: 547" is a count.

    >>> text = "OKAFOR: We never left.\n\nREPORTER: Will you?\n\nNote: this text is edited."
    >>> [[text[b:e] for b, e in turn.source + turn.cue + turn.content] for turn in turns(text)]
    [['OKAFOR', ':', 'We never left.'], ['REPORTER', ':', 'Will you?']]
    """
    found = [m for m in _LABEL.finditer(text) if m["name"].split()[0].strip(".").casefold() not in _NOBODY]
    times = Counter(match["name"] for match in found)
    spoken = [m for m in found if _speaks(m["name"], times[m["name"]])]
    if len(spoken) < 2:
        return ()
    return tuple(
        Statement((m.span("name"),), (m.span("colon"),), ((m.start("said"), m.start("said") + len(m["said"].rstrip())),))
        for m in spoken
    )


def _speaks(name: str, times: int) -> bool:
    """Whether a label is a speaker's: "Q" and "A" name nobody."""
    return len(name) > 1 and (name.isupper() or (times > 1 and " " in name))
