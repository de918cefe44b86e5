"""What else a story speaks of: pronouns to resolve, and things that are no actors but that "it" and "they" may mean."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.coreference import words as w
from dragoman.mentions.coreference.texts import Words
from dragoman.records import Mention, Span

_LONGEST = 3
"""Words of a thing after its determiner; the next is likelier a verb."""
_BE_FORMS = frozenset({"is", "was", "'s", "be", "been", "will", "would", "may", "might", "could", "has", "had", "not"})


def find_pronouns(words: Words) -> list[Span]:
    """Give the pronouns that may mean somebody: of the third person, of the first in quotations; no "it is clear that"."""
    found = []
    for number, word in enumerate(words.low):
        told = w.PRONOUNS.get(word)
        if told is None or told[0] == 2 or words.shown[number] == "US" or word == "mine" or word in w.REFLEXIVE:
            continue
        if (told[0] == 3 and not _means_nothing(words, number)) or (told[0] == 1 and words.quote[number] >= 0):
            found.append((words.begins[number], words.ends[number]))
    return found


def _means_nothing(words: Words, number: int) -> bool:
    """Whether "it" only fills the place of a subject: "it rained", "it is likely that", "it is in Rome that".

    After "it is" only what goes on with a verb speaks of somebody who acts: "it is sending", "it was attacked".
    """
    if words.at(number) != "it":
        return False
    after = number + 1
    if words.at(after) in w.EXPLETIVE or words.at(after) in w.JUDGED:
        return True
    while words.at(after) in _BE_FORMS or words.at(after).endswith("ly"):
        after += 1
    be = bool(_BE & set(words.low[number + 1 : after]))
    acts = words.at(after).endswith(("ing", "ed", "en")) and words.at(after) != "becoming"
    return words.at(after) in w.JUDGED or (be and not acts)


_BE = frozenset({"is", "was", "'s", "be", "been"})


def find_things(words: Words, mentions: Sequence[Mention]) -> list[Span]:
    """Give noun phrases after a determiner, and names, that overlap no mention: "the new law", "Mount Kenya"."""
    taken = [False] * len(words.low)
    for mention in mentions:
        first, last = words.span(mention.begin, mention.end)
        taken[first:last] = [True] * (last - first)
    found, number = [], 0
    while number < len(words.low):
        stop = _thing(words, number, taken) or _name(words, number, taken)
        if stop:
            found.append((words.begins[number], words.ends[stop - 1]))
        number = stop or number + 1
    return found


def _thing(words: Words, first: int, taken: list[bool]) -> int | None:
    if words.at(first) not in w.DETERMINERS or taken[first]:
        return None
    stop = first + 1
    while stop < len(words.low) and stop - first <= _LONGEST and not taken[stop] and _is_noun(words, stop, first):
        stop += 1
    return stop if stop > first + 1 and not (stop < len(words.low) and taken[stop]) else None


def _is_noun(words: Words, number: int, first: int) -> bool:
    word = words.at(number)
    if not word[:1].isalpha() or word in w.PRONOUNS or word in w.DETERMINERS:
        return False
    if word in w.CUTS or word in w.CLAUSE or word in w.BE or word in w.SPEECH or word in w.PREPOSITIONS:
        return False
    return number == first + 1 or not word.endswith(("ed", "ly"))


def _name(words: Words, first: int, taken: list[bool]) -> int | None:
    """Give the end of a run of capitals inside a sentence."""
    opens = first == 0 or words.sentence[first - 1] != words.sentence[first] or not words.at(first - 1)[:1].isalnum()
    stop = first
    while stop < len(words.low) and not taken[stop] and words.shown[stop][:1].isupper() and words.at(stop) not in w.PRONOUNS:
        stop += 1
    return stop if stop > first and not (opens and stop == first + 1) else None
