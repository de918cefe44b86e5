"""Words by which a mention shows number, gender and kind; the lists are data, ``data/words.txt`` and ``data/genders.txt``."""

from __future__ import annotations

from pathlib import Path

DATA = Path(__file__).parent / "data"


def read_lists(path: Path) -> dict[str, frozenset[str]]:
    """Read lists of words: a name, a tab and the words on one line; ``#`` opens a comment.

    >>> "council" in read_lists(DATA / "words.txt")["groups"]
    True
    """
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {name: frozenset(words.casefold().split()) for name, words in (line.split("\t") for line in lines)}


MALE, FEMALE, NEUTER = "m", "f", "n"
PERSON = frozenset({MALE, FEMALE})
THING = frozenset({NEUTER})
ANY = PERSON | THING

PRONOUNS: dict[str, tuple[int, str, frozenset[str]]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), (3, "s", frozenset({MALE}))),
    **dict.fromkeys(("she", "her", "hers", "herself"), (3, "s", frozenset({FEMALE}))),
    **dict.fromkeys(("it", "its", "itself"), (3, "s", THING)),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), (3, "p", ANY)),
    **dict.fromkeys(("i", "me", "my", "mine", "myself"), (1, "s", PERSON)),
    **dict.fromkeys(("we", "us", "our", "ours", "ourselves"), (1, "p", ANY)),
    **dict.fromkeys(("you", "your", "yours", "yourself", "yourselves"), (2, "sp", PERSON)),
}
"""Pronoun to person, number and gender."""
POSSESSIVE = frozenset({"his", "her", "its", "their", "my", "our", "your"})
REFLEXIVE = frozenset(word for word in PRONOUNS if word.endswith(("self", "selves")))
OWN_COUNTRY = frozenset({"described", "beside", "place"})
"""Why a description has a country when its own words give it: not that of the story, nor of who else it is."""
SUBJECT_FORMS = frozenset({"he", "she", "they", "i", "we"})

_LISTS = read_lists(DATA / "words.txt")
DETERMINERS, DEMONSTRATIVE, PLURAL_WORDS = _LISTS["determiners"], _LISTS["demonstratives"], _LISTS["plural-words"]
CUTS, CLAUSE, PREPOSITIONS = _LISTS["cuts"], _LISTS["clause"], _LISTS["prepositions"]
HARMING = _LISTS["harming"]
SPEECH, BE = _LISTS["speech"], _LISTS["be"]
PLURALS, SINGULAR_S = _LISTS["plurals"], _LISTS["singular-s"]
GROUPS, PLACES, PEOPLE = _LISTS["groups"], _LISTS["places"], _LISTS["people"]
EXPLETIVE, JUDGED = _LISTS["expletive-verbs"], _LISTS["judged"]
TITLES_M, TITLES_F = _LISTS["titles-of-men"], _LISTS["titles-of-women"]
TITLES = TITLES_M | TITLES_F | _LISTS["other-titles"]

_GENDERS = read_lists(DATA / "genders.txt")
GENDERS = {word: frozenset({kind[0]}) for kind, words in _GENDERS.items() for word in words}
"""Given names and nouns that tell gender."""
