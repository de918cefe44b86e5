"""Which word of a phrase says who is meant."""

from __future__ import annotations

COMMON = "kerWt"
"""Tags of the nouns that may head a description."""


def find_head(tags: str, first: int, last: int) -> int:
    """Give the unit that a phrase is about: the last name or noun before an *of*, after the last possessive.

    A country right behind an organisation is where its branch works ("Oxfam Nepal").

    >>> find_head("dgkfdo", 0, 6), find_head("csr", 0, 3), find_head("rxx", 0, 3), find_head("xxmdjrkfo", 0, 9)
    (2, 2, 0, 6)
    """
    stop = last
    for number in range(first, last):
        if number > first and (tags[number] in "fm" or (tags[number] == "w" and set(tags[first:number]) & set("keroc"))):
            stop = number
            break
    start = max((number + 1 for number in range(first, stop - 1) if tags[number] == "s"), default=first)
    for number in range(stop - 1, start - 1, -1):
        if tags[number] in "oclahkeWrg":
            return number - 1 if tags[number] == "c" and number > start and tags[number - 1] == "o" else number
    named = next((number for number in range(stop, last) if tags[number] in COMMON), None)
    if named is None:
        return max(stop - 1, first)
    while named + 1 < last and tags[named + 1] in COMMON:
        named += 1
    return named
