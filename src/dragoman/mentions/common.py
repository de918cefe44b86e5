"""Descriptions by a common noun: when "the army" is an actor, and when "military presence" or "at the embassy" is none."""

from __future__ import annotations

from dragoman.actors.tagging import Tagged
from dragoman.mentions.grounds import actor_score
from dragoman.mentions.phrases import Phrase

INDEFINITE = frozenset({"a", "an", "some", "several", "many", "no"})


def common_score(tagged: Tagged, phrase: Phrase, head: int) -> float:
    """Score a description; the capital of a country is a place after "in"."""
    unit = tagged.units[head]
    if tagged.key(head) == "capital":
        owned = set(tagged.tags[phrase.first : phrase.last]) & set("gcs")
        return actor_score(tagged, Phrase(phrase.first, phrase.last)) if owned else 0.0
    bare = phrase.last - phrase.first == 1
    if _attributive(tagged, phrase, head):
        return 0.0
    if _noun(tagged, head) in _GENERIC and tagged.tags[phrase.last : phrase.last + 1] != "v":
        return 0.0
    if _hangs_on_other(tagged, phrase, head) or _visited(tagged, phrase, head):
        return 0.0
    if bare and unit.tag == "e" and not unit.entry.sectors:
        return 0.0
    if bare and not unit.entry.sectors and unit.tag == "k":
        return 0.35 if unit.entry.plural else 0.0
    if (
        unit.tag == "k"
        and not unit.entry.plural
        and bare
        and not tagged.text[unit.begin].isupper()
        and unit.entry.sectors not in _MASS
    ):
        return 0.0
    return 0.75 if unit.entry.sectors or not bare else 0.5


def _noun(tagged: Tagged, head: int) -> str:
    """Give a head of one word; of more it is no bare noun."""
    unit = tagged.units[head]
    return tagged.key(head) if unit.last - unit.first == 1 else ""


def _hangs_on_other(tagged: Tagged, phrase: Phrase, head: int) -> bool:
    """Whether the noun means an actor only with the name of its whole: "the [armed] wing", "a front"."""
    before = tagged.tags[phrase.first : head]
    alone = phrase.last == head + 1 and set(before) <= set("dn")
    indefinite = tagged.key(phrase.first) in INDEFINITE and not tagged.units[head].entry.sectors and tagged.tags[head] in "ek"
    return alone and (_noun(tagged, head) in _PARTS or indefinite)


def _visited(tagged: Tagged, phrase: Phrase, head: int) -> bool:
    """Whether a body that is a house too is meant as the house: "outside the embassy", "at a hospital"."""
    before = phrase.first - 1
    return (
        _noun(tagged, head) in _HOUSES and before >= 0 and ("locative" in tagged.classes(before) or tagged.key(before) == "to")
    )


_PARTS = frozenset(
    [
        "head", "chair", "arm", "wing", "branch", "column", "columns", "unit", "units", "source", "sources", "side", "camp",
        "front", "fleet", "commission", "party", "office", "offices", "chamber", "force",
    ]
)  # fmt: skip
_HOUSES = frozenset(
    [
        "hospital", "hospitals", "school", "schools", "university", "universities", "church", "churches", "mosque", "mosques",
        "embassy", "consulate", "office", "offices", "clinic", "court", "parliament", "college", "assembly", "senate", "bank",
        "banks", "bureau", "seminary", "headquarters",
    ]
)  # fmt: skip


def _attributive(tagged: Tagged, phrase: Phrase, head: int) -> bool:
    """Whether the head only describes the noun after it: "military presence", "government spending"."""
    if (
        head != phrase.last - 1
        or tagged.units[head].entry.plural
        or tagged.tags[phrase.last : phrase.last + 1] not in ("w", "A")
    ):
        return False
    after = tagged.units[phrase.last]
    if "function" in after.entry.classes or tagged.key(phrase.last) in _FUNCTION:
        return False
    word = tagged.key(phrase.last)
    if _noun(tagged, head) in _ADJECTIVES:
        return not word.endswith("ed")
    return word.endswith(_NOUN_ENDINGS) or bool(after.entry.classes & {"acts", "placenoun"})


_ADJECTIVES = frozenset(
    {"military", "official", "general", "major", "public", "opposition", "private", "union", "party", "justice"}
)
_NOUN_ENDINGS = ("tion", "tions", "ment", "ments", "ity", "ness", "ence", "ance", "ship", "ies", "ism", "building", "spending")
_FUNCTION = frozenset(
    [
        "in",
        "on",
        "at",
        "by",
        "with",
        "to",
        "that",
        "which",
        "who",
        "have",
        "has",
        "had",
        "is",
        "are",
        "was",
        "were",
        "will",
        "would",
    ]
)
_GENERIC = frozenset({"country", "nation", "state"})
_MASS = (("COP",), ("MIL",), ("OPP",), ("LEG",))
