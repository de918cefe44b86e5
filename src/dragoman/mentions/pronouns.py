"""Pronouns in subject position, linked by recency: a person for he and she, many for they, a body for it."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.actors.tagging import Tagged
from dragoman.mentions.phrases import Phrase
from dragoman.records import Mention

SCORE = 0.4
_ACTS_NEXT = frozenset(["has", "had", "will", "would", "could", "may", "did", "does"])
"""After "it" these speak of an actor; "it is", "it seems" do not."""
_REACH = 2
"""How many sentence ends may lie between a pronoun and what it stands for."""


def pronoun_mentions(tagged: Tagged, found: list[tuple[Phrase, Mention]]) -> Iterable[Mention]:
    """Yield the pronouns that open a clause and have one fitting mention shortly before."""
    for number, unit in enumerate(tagged.units):
        if unit.tag != "y" or not _opens_clause(tagged, number):
            continue
        chosen = _antecedent(tagged, number, found)
        if chosen is not None:
            yield Mention(
                text=tagged.text[unit.begin : unit.end],
                begin=unit.begin,
                end=unit.end,
                actor_id=chosen.actor_id,
                name=chosen.name,
                country=chosen.country,
                sectors=chosen.sectors,
                kind="pronoun",
                role=chosen.role,
                score=SCORE,
            )


def _opens_clause(tagged: Tagged, number: int) -> bool:
    after = tagged.tags[number + 1 : number + 2]
    if tagged.key(number) == "it" and after != "v" and tagged.key(number + 1) not in _ACTS_NEXT:
        return False
    return after in ("v", "w", "A") and tagged.tags[number - 1 : number] in ("", "z", "m", "b", "q", "w", "v", "u")


def _antecedent(tagged: Tagged, number: int, found: list[tuple[Phrase, Mention]]) -> Mention | None:
    word = tagged.key(number)
    for phrase, mention in reversed(found):
        if phrase.last > number or mention.kind == "pronoun" or mention.score < SCORE:
            continue
        if tagged.tags.count("z", phrase.last, number) > _REACH:
            return None
        if _fits(tagged, phrase, word) and _subject(tagged, phrase):
            return mention
    return None


def _subject(tagged: Tagged, phrase: Phrase) -> bool:
    """Subjects are what later pronouns mean: nothing governs them from the left."""
    before = tagged.tags[phrase.first - 1 : phrase.first]
    return before in ("", "z", "m", "b", "q", "u") or (
        before == "w" and tagged.key(phrase.first - 1) in ("that", "as", "when", "while")
    )


def _fits(tagged: Tagged, phrase: Phrase, word: str) -> bool:
    last = tagged.tags[phrase.last - 1]
    words = tagged.tags[phrase.first : phrase.last]
    plural = tagged.units[phrase.last - 1].entry.plural
    person = last in "px" or ("r" in words and not plural)
    if word in ("he", "she"):
        return person and not (last == "x" and set(words) & set("e"))
    if word == "they":
        return plural or last in "ho"
    return not person and not plural and last in "coeal"
