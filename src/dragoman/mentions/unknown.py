"""Names that the base does not know: people by title, given name or verb of speech, bodies by their head noun."""

from __future__ import annotations

from dragoman.actors.base import ActorBase
from dragoman.actors.links import Context
from dragoman.actors.tagging import Tagged
from dragoman.mentions.phrases import Phrase

_STATES = frozenset(
    [
        "is", "was", "has", "had", "will", "would", "could", "should", "may", "might", "can", "did", "does", "who", "are",
        "were", "have",
    ]
)  # fmt: skip


def unknown_score(tagged: Tagged, phrase: Phrase, base: ActorBase, context: Context) -> float:
    """Give how sure it is that a run of unknown capitalised words is an actor; 0.0 when nothing speaks for it."""
    tags = tagged.tags
    words = tags[phrase.first : phrase.last]
    if "f" in words and "m" not in words and not _is_body(tagged, phrase):
        words = words[words.rfind("f") + 1 :]
    if "x" not in words:
        return 0.0
    phrase = Phrase(phrase.last - len(words), phrase.last)
    length = words.count("x")
    first = phrase.first + words.index("x")
    if set(words) & set("rt") or "k" in words:
        return 0.85
    if set(words) & set("eo") or _is_body(tagged, phrase):
        return 0.7
    if tagged.key(phrase.last - 1).rstrip("^") in context.people and length <= 2:
        return 0.75
    if _placed(tagged, phrase.first):
        return 0.0
    if tagged.tokens[tagged.units[first].first].key in base.given and length >= 2:
        return 0.75
    return _by_verb(tagged, phrase, length)


def _is_body(tagged: Tagged, phrase: Phrase) -> bool:
    """Whether a word of the run is a capitalised head noun of bodies ("Kachin Independence Army")."""
    return any("body" in tagged.classes(n) for n in range(phrase.first, phrase.last))


def _placed(tagged: Tagged, first: int) -> bool:
    """Whether the words before say that this is somewhere."""
    number = first - 1
    if number < 0:
        return False
    return bool(tagged.classes(number) & {"locative", "ofplace"}) or tagged.tags[number] == "D"


def _by_verb(tagged: Tagged, phrase: Phrase, length: int) -> float:
    after = tagged.tags[phrase.last : phrase.last + 1]
    before = tagged.tags[phrase.first - 1 : phrase.first]
    capitals = length == 1 and tagged.text[tagged.units[phrase.first].begin :][:2].isupper()
    if after == "v" or (before == "v" and after in ("m", "u", "z", "q", "")):
        return 0.6 if length <= 4 else 0.0
    if 2 <= length <= 4 and (tagged.key(phrase.last) in _STATES or after == "s"):
        return 0.45
    return 0.4 if capitals and (tagged.key(phrase.last) in _STATES or after == "s") else 0.0
