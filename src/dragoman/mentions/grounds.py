"""Tell an actor from a place: "Moscow said" acts, "in Moscow" is somewhere.

Each rule looks at the words around a country, capital or seat of power and gives a verdict or abstains; the first verdict
counts. What no rule speaks on is an actor, with a middling score.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.actors.tagging import Tagged
from dragoman.mentions.phrases import Phrase

Rule = Callable[[Tagged, Phrase], float | None]
PLACE = 0.0
_DATELINE_SIGNS = frozenset({"—", "–", "-", "("})


def actor_score(tagged: Tagged, phrase: Phrase) -> float:
    """Give how sure it is that a place name stands for an actor here; 0.0 is a place.

    >>> from dragoman.actors import ActorBase
    >>> from dragoman.actors.tagging import tag
    >>> tagged = tag("Talks in Moscow opened, Kabul said.", ActorBase.load())
    >>> [actor_score(tagged, Phrase(n, n + 1)) for n, letter in enumerate(tagged.tags) if letter == "a"]
    [0.0, 0.9]
    """
    for rule in RULES:
        verdict = rule(tagged, phrase)
        if verdict is not None:
            return verdict
    return 0.7


def _dateline(tagged: Tagged, phrase: Phrase) -> float | None:
    """KABUL, Afghanistan (Reuters) — ..."""
    if phrase.first and tagged.tags[phrase.first - 1] not in "zm" and phrase.first > 3:
        return None
    start = tagged.units[phrase.first].begin
    if phrase.first and "\n" not in tagged.text[max(0, start - 30) : start] and start > 30:
        return None
    for number in range(phrase.last, min(phrase.last + 5, len(tagged.units))):
        unit = tagged.units[number]
        if tagged.text[unit.begin : unit.end] in _DATELINE_SIGNS:
            return PLACE
        if unit.tag not in "mcaxongwu":
            break
    return None


def _possessor(tagged: Tagged, phrase: Phrase) -> float | None:
    if tagged.tags[phrase.last : phrase.last + 1] != "s":
        return None
    return PLACE if "placenoun" in tagged.classes(phrase.last + 1) else 0.75


def _place_after(tagged: Tagged, phrase: Phrase) -> float | None:
    """Lima airport, the Oslo accords; sanctions and strikes belong to an actor."""
    number = after_modifiers(tagged, phrase.last)
    if number < len(tagged.units) and tagged.tags[number] in "wAj":
        classes = tagged.classes(number)
        if "placenoun" in classes:
            return PLACE
        if "acts" in classes and _is_noun_here(tagged, number):
            return 0.55 if tagged.tags[phrase.last - 1] in "cgol" else 0.45
    return None


def after_modifiers(tagged: Tagged, number: int) -> int:
    """Skip the modifiers before a noun: from "air" in "air strikes" to "strikes"."""
    while tagged.tags[number : number + 1] == "j" and tagged.tags[number + 1 : number + 2] in ("w", "j", "A"):
        number += 1
    return number


def _is_noun_here(tagged: Tagged, number: int) -> bool:
    return tagged.tags[number + 1 : number + 2] not in ("d",)


def _direction(tagged: Tagged, phrase: Phrase) -> float | None:
    return PLACE if tagged.tags[phrase.first] == "D" or tagged.tags[phrase.first - 1 : phrase.first] == "D" else None


def _city_and_country(tagged: Tagged, phrase: Phrase) -> float | None:
    """Kisumu, Kenya: the country only says where the town is."""
    number = phrase.first
    if number < 2 or tagged.tags[number - 1] != "m" or tagged.tags[number - 2] not in "xa":
        return None
    after = tagged.tags[phrase.last : phrase.last + 1]
    return PLACE if after in ("m", "u", "z", "w", "") and tagged.tags[number - 2] == "x" else None


def _coordinated(tagged: Tagged, phrase: Phrase) -> float | None:
    """In "in Iraq and Syria" the second is what the first is."""
    number = phrase.first - 1
    while number > 0 and tagged.tags[number] in "bmd":
        number -= 1
    if number == phrase.first - 1 or tagged.tags[number] not in "ca":
        return None
    if (
        tagged.tags[number + 1] == "m"
        and "b" not in tagged.tags[number : phrase.first]
        and tagged.tags[phrase.last : phrase.last + 1] == "v"
    ):
        return None
    first = number
    while first and tagged.tags[first - 1] == "d":
        first -= 1
    return actor_score(tagged, Phrase(first, number + 1))


def _preposition(tagged: Tagged, phrase: Phrase) -> float | None:
    number = phrase.first - 1
    word = tagged.key(number)
    if tagged.tags[number : number + 1] not in ("w", "f", "A"):
        return None
    owns = tagged.tags[phrase.last : phrase.last + 1] == "s"
    if "locative" in tagged.classes(number):
        return 0.6 if word == "in" and _government_before(tagged, number) else PLACE
    if owns:
        return None
    if word == "from":
        return 0.6 if _near(tagged, number, "exchange", 3) else PLACE
    if word == "to":
        return PLACE if _near(tagged, number, "motion", 4) else 0.65
    if word == "of":
        return PLACE if "ofplace" in tagged.classes(number - 1) else 0.65
    if word in ("on", "about", "over", "regarding", "concerning"):
        return 0.6 if "acts" in tagged.classes(number - 1) else PLACE
    return None


def _government_before(tagged: Tagged, number: int) -> bool:
    """The interim authorities in Quito."""
    return number > 0 and "state" in tagged.classes(number - 1)


def _near(tagged: Tagged, number: int, kind: str, reach: int) -> bool:
    return any(kind in tagged.classes(other) for other in range(max(0, number - reach), number))


def _object_of_force(tagged: Tagged, phrase: Phrase) -> float | None:
    """A capital that is shelled, entered or left is a place."""
    if tagged.tags[phrase.last - 1] == "a" and "placing" in tagged.classes(phrase.first - 1):
        return PLACE
    return None


def _subject(tagged: Tagged, phrase: Phrase) -> float | None:
    return 0.9 if tagged.tags[phrase.last : phrase.last + 1] == "v" else None


def _parenthesis(tagged: Tagged, phrase: Phrase) -> float | None:
    unit = tagged.units[phrase.first - 1] if phrase.first else None
    return PLACE if unit and tagged.text[unit.begin : unit.end] in ("(", "#", "@") else None


RULES: tuple[Rule, ...] = (
    _dateline,
    _parenthesis,
    _direction,
    _city_and_country,
    _place_after,
    _preposition,
    _possessor,
    _object_of_force,
    _coordinated,
    _subject,
)
