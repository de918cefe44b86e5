"""The words for kinds of actors, and the small words of the mention grammar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dragoman.actors.entries import SECTORS, Entry
from dragoman.actors.fold import fold
from dragoman.actors.tables import BadTable, read_rows

TAGS = {
    "collective": "k",
    "state": "e",
    "body": "e",
    "role": "r",
    "role_weak": "r",
    "title": "t",
    "weapon": "W",
    "modifier": "j",
    "abroad": "j",
    "direction": "D",
    "determiner": "d",
    "number": "n",
    "pronoun": "y",
    "speech": "v",
    "function": "w",
}
"""Word class to the letter that the mention grammar sees; other classes only tell where a word may stand."""

MARKERS = frozenset({"motion", "placing", "locative", "placenoun", "ofplace", "acts", "exchange"})


def add_words(add: Callable[[str, Entry], object], path: Path) -> None:
    """Give every form of every word of the table to ``add``.

    Raises:
        BadTable: a class or sector is unknown.
    """
    for row in read_rows(path, frozenset({"class", "words"}), frozenset({"sectors"})):
        kind = row.text("class")
        if kind not in TAGS and kind not in MARKERS:
            raise BadTable(f"{row.where}: class is {kind!r}; use one of {', '.join(sorted({*TAGS, *MARKERS}))}.")
        sectors = row.codes("sectors", SECTORS)
        tag = TAGS.get(kind, "w")
        for item in row.items("words"):
            for form, plural in forms(item, inflect=kind in ("collective", "state", "body")):
                add(form, Entry(tag, sectors=sectors, plural=plural, word=form, classes=frozenset({kind})))


def forms(item: str, *, inflect: bool) -> tuple[tuple[str, bool], ...]:
    """Give the forms of a word with whether each is plural; ``a/b`` names both, else the plural is made.

    >>> forms("gunman/gunmen", inflect=True), forms("ministry", inflect=True), forms("rebels", inflect=True)
    ((('gunman', False), ('gunmen', True)), (('ministry', False), ('ministries', True)), (('rebels', True),))
    """
    if "/" in item:
        one, many = item.split("/")
        return (one, False), (many, True)
    last = item.rsplit(" ", 1)[-1]
    if not inflect:
        return ((item, item.endswith("s") and not item.endswith("ss")),)
    if last in _PLURALS or (last.endswith("s") and not last.endswith("ss")):
        return ((item, True),)
    return (item, False), (_plural(item), True)


_PLURALS = frozenset({"people", "men", "women", "troops", "police", "personnel", "clergy", "media", "staff", "townspeople"})


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def read_given_names(path: Path) -> frozenset[str]:
    """Read the keys of common given names; ``#`` starts a comment line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(fold(name) for line in lines if not line.startswith("#") for name in line.split())
