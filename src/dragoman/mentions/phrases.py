"""The grammar of mentions: regular expressions over the one-letter tags of units.

A mention is a noun phrase whose words are those of actors: ``[about 40 gunmen]``, ``[Pakistani strike aircraft]``,
``[[Somalia]'s defence ministry]``, ``[the acting head of [the council of [Benin]] Ama Nobody]``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.actors.tagging import Tagged

_WORDS = "jgcaloprkexthDW"
RUN = re.compile(rf"(?:[dn]+A{{0,2}}(?=[{_WORDS}]))?[{_WORDS}]+(?:s[jnAD]*[{_WORDS}]+)*")
_PERSONAL = "px"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of units that may be a mention.

    Attributes:
        first: Number of its first unit; ``last`` is one past its last.
        owner: Whether it stands before a possessive mark, inside a larger phrase or not.
    """

    first: int
    last: int
    owner: bool = False


def find_phrases(tagged: Tagged) -> list[Phrase]:
    """Find all phrases, inner ones too, by position; the outer one first."""
    simple = [phrase for match in RUN.finditer(tagged.tags) for phrase in _cut(tagged, match.start(), match.end())]
    joined = _appositions(tagged, _of_phrases(tagged, simple))
    unique = {(p.first, p.last): p for p in (*_compounds(tagged, simple), *joined)}
    return sorted(unique.values(), key=lambda p: (p.first, -p.last))


def _cut(tagged: Tagged, first: int, last: int) -> Iterator[Phrase]:
    """Cut a run of actor words into phrases: after a complete name or plural a new one begins."""
    start = first
    for number in range(first + 1, last):
        if _breaks(tagged, number, start):
            yield from _possessors(tagged, start, number)
            start = number
    yield from _possessors(tagged, start, last)


def _breaks(tagged: Tagged, number: int, start: int) -> bool:
    tags = tagged.tags
    left, right = tags[number - 1], tags[number]
    if left == "p" and right in _WORDS:
        return right != "x"
    if left in "kh" and tagged.units[number - 1].entry.plural:
        return right in "caoplg" or (right == "x" and left == "k")
    if left in "cal" and right in "cal":
        return True
    if left in "cal" and right in "px":
        return start > 0 and tags[start - 1] in "fd" and tagged.key(start - 1) != "the"
    return left in "x" and right == "p"


def _possessors(tagged: Tagged, first: int, last: int) -> Iterator[Phrase]:
    """Yield a phrase and the possessors that open it."""
    tags = tagged.tags
    for number in range(first + 1, last):
        if tags[number] == "s":
            yield Phrase(first, number, owner=True)
    if tags[last - 1] == "s":
        last -= 1
    yield Phrase(first, last, owner=tags[last : last + 1] == "s")


def _compounds(tagged: Tagged, simple: list[Phrase]) -> Iterator[Phrase]:
    """Yield the organisation or state named inside a phrase: "[[Hamas] leaders]", "[[US] troops]"."""
    for phrase in simple:
        for number in range(phrase.first, phrase.last - 1):
            if tagged.tags[number] in "ol" and tagged.tags[number + 1] in "kerWpxtj":
                yield Phrase(number, number + 1, owner=True)


def _of_phrases(tagged: Tagged, simple: list[Phrase]) -> list[Phrase]:
    """Join "X of Y" to one phrase, from the last to the first, so that chains nest."""
    by_start: dict[int, Phrase] = {}
    joined: list[Phrase] = []
    for phrase in reversed(simple):
        tail = phrase
        if _takes_of(tagged, phrase) and (after := by_start.get(phrase.last + 1)):
            stop = _with_name(tagged, phrase, after, by_start)
            tail = Phrase(phrase.first, stop)
            joined.append(tail)
        if phrase.first not in by_start or tail.last > by_start[phrase.first].last:
            by_start[phrase.first] = tail
    longest = {p.first: p for p in joined}
    return [*longest.values(), *(p for p in simple if p.first not in longest or p.owner)]


def _takes_of(tagged: Tagged, phrase: Phrase) -> bool:
    if tagged.tags[phrase.last : phrase.last + 1] != "f" or phrase.owner:
        return False
    head, word = tagged.tags[phrase.last - 1], tagged.key(phrase.last)
    if word == "of":
        return head in "kerW" or (
            head == "x" and phrase.last - phrase.first > 1 and "e" in tagged.tags[phrase.first : phrase.last]
        )
    if word == "for":
        return head == "r" or (head in "ek" and tagged.text[tagged.units[phrase.last - 1].begin].isupper())
    return False


def _with_name(tagged: Tagged, phrase: Phrase, after: Phrase, by_start: dict[int, Phrase]) -> int:
    """Take in the name that follows "the head of the council of X": [... Ama Nobody]."""
    stop = after.last
    name = by_start.get(stop)
    if tagged.tags[phrase.last - 1] == "r" and name and tagged.tags[name.first] in _PERSONAL:
        return name.last
    return stop


def _appositions(tagged: Tagged, phrases: list[Phrase]) -> list[Phrase]:
    """Join "Iran's foreign minister, Abbas Araghchi" and "X Y, the head of the union"."""
    by_start: dict[int, Phrase] = {}
    for phrase in phrases:
        if phrase.first not in by_start or phrase.last > by_start[phrase.first].last:
            by_start[phrase.first] = phrase
    joined = []
    for phrase in by_start.values():
        after = by_start.get(phrase.last + 1)
        if after and tagged.tags[phrase.last] == "m" and _same_one(tagged, phrase, after):
            joined.append(Phrase(phrase.first, after.last))
    swallowed = {p.first for p in joined}
    return [*joined, *(p for p in phrases if p.first not in swallowed or p.owner)]


def _same_one(tagged: Tagged, left: Phrase, right: Phrase) -> bool:
    """Whether two phrases with a comma between them are a name and its office."""
    following = tagged.tags[right.last : right.last + 1]
    if following == "s" or (following == "b" and tagged.tags[right.last - 1] in _PERSONAL):
        return False
    if _is_name(tagged, right) and _is_office(tagged, left):
        return not _is_name(tagged, left) and following in ("m", "v", "u", "w", "z", "q", "")
    return _is_name(tagged, left) and _is_office(tagged, right) and following in ("m", "u", "z", "")


def _is_name(tagged: Tagged, phrase: Phrase) -> bool:
    tags = tagged.tags[phrase.first : phrase.last]
    return tags.endswith("p") or (tags.endswith("xx") and not set(tags) & set("eko"))


def _is_office(tagged: Tagged, phrase: Phrase) -> bool:
    tags = tagged.tags[phrase.first : phrase.last]
    part = re.split("[fm]", tags, maxsplit=1)[0]
    head = phrase.first + len(part) - 1
    if not part or tagged.tags[head] not in "rk" or tagged.units[head].entry.plural:
        return False
    return "d" in part or "s" in part or "g" in part or "f" in tags or "c" in part or "o" in part
