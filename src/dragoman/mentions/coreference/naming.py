"""Rules that put names together: the same name, the same actor, a name shortened, initials."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.mentions.coreference import words as w
from dragoman.mentions.coreference.groups import Groups
from dragoman.mentions.coreference.reading import Figure
from dragoman.mentions.coreference.texts import Words

Same = Callable[[Figure, Figure], bool]
_SMALL = frozenset({"of", "the", "and", "for", "in", "to", "on", "a", "&", "de", "la", "des"})


def same_names(words: Words, groups: Groups) -> None:
    """Join each name to the nearest earlier one that a rule finds the same; surer rules speak first, over the whole text."""
    names = [n for n, figure in enumerate(groups.figures) if figure.kind == "name"]
    keys = {n: name_key(words, groups.figures[n]) for n in names}
    for rule in (_equal, _same_actor, _shortened, _initials):
        for place, later in enumerate(names):
            for earlier in reversed(names[:place]):
                if groups.same(earlier, later):
                    break
                matched = rule(words, groups.figures[earlier], groups.figures[later], keys[earlier], keys[later])
                if matched and _may_be_one(groups, keys, earlier, later):
                    groups.join(earlier, later)
                    break


Key = tuple[str, ...]


def name_key(words: Words, figure: Figure) -> Key:
    """Give the words of a name without article, titles and dots; "University of X" keeps its *of*, an office its bearer.

    "Iran's foreign minister, Abbas Araghchi" has the key of "Abbas Araghchi".
    """
    start, stop = figure.words.start, figure.words.stop
    bearer = _bearer(words, figure)
    if bearer is not None:
        start, stop = bearer
    while stop < figure.last and _goes_on(words, stop, figure.last):
        stop += 1
    low = words.low[start:stop]
    plain = tuple(word.replace(".", "") for word in low if word.rstrip(".") not in w.TITLES and word[:1].isalnum())
    return plain or low


def _goes_on(words: Words, number: int, last: int) -> bool:
    """Whether a name goes on: with a capital, or a small word and then a capital."""
    if words.shown[number][:1].isupper():
        return True
    return words.at(number) in _SMALL and number + 1 < last and words.shown[number + 1][:1].isupper()


def _bearer(words: Words, figure: Figure) -> tuple[int, int] | None:
    """Find the name after the office that a mention opens with."""
    office = figure.head in w.PEOPLE or figure.head in w.TITLES
    start = figure.last
    while start > figure.words.stop and words.shown[start - 1][:1].isupper():
        start -= 1
    return (start, figure.last) if office and start < figure.last and words.at(start - 1) in (",", *w.PEOPLE) else None


def _equal(_words: Words, _one: Figure, _other: Figure, first: Key, second: Key) -> bool:
    return first == second


def _same_actor(_words: Words, one: Figure, other: Figure, first: Key, second: Key) -> bool:
    """The same entry of the actor base; of a country only by its own names, since a capital or palace is another thing."""
    if one.mention.actor_id is None or one.mention.actor_id != other.mention.actor_id:
        return False
    if not one.mention.actor_id.isupper():
        return bool(set(first) & set(second)) or not (one.mention.role or other.mention.role)
    return _own_name(one, first) and _own_name(other, second)


def _own_name(figure: Figure, key: Key) -> bool:
    name = tuple((figure.mention.name or "").casefold().split())
    if figure.actor is not None:
        return figure.mention.text.removeprefix("the ").removeprefix("The ") in figure.actor.names
    return key == name or (len(key) == 1 and key[0] == "".join(word[0] for word in name if word not in _SMALL)[: len(key[0])])


def _shortened(_words: Words, one: Figure, other: Figure, first: Key, second: Key) -> bool:
    """Give "Amir Khan Muttaqi" for "Muttaqi"; "Angela Merkel" for "Angela"; "the Islamic State group" for "Islamic State"."""
    long, short = (first, second) if len(first) > len(second) else (second, first)
    if len(long) == len(short) or not one.gender & other.gender:
        return False
    fuller = one if long is first else other
    if long[-len(short) :] == short:
        return bool(fuller.gender & w.PERSON) or len(short) > 1 or short[0] in w.GROUPS
    if long[: len(short)] != short:
        return False
    given = len(short) == 1 and short[0] in w.GENDERS and bool(fuller.gender & w.PERSON)
    return given or all(word in w.GROUPS for word in long[len(short) :])


def _initials(words: Words, one: Figure, other: Figure, first: Key, second: Key) -> bool:
    long, short = (one, other) if len(first) > len(second) else (other, one)
    letters = min(first, second, key=len)[0]
    if len(min(first, second, key=len)) > 1 or not short.words.shown[-1].replace(".", "").isupper() or len(letters) < 2:
        return False
    spelled = [word for word in words.low[long.first : long.last] if word[:1].isalnum()]
    wholly = "".join(word[0] for word in spelled)
    return letters in (wholly, "".join(word[0] for word in spelled if word not in _SMALL))


def _may_be_one(groups: Groups, keys: dict[int, Key], one: int, other: int) -> bool:
    if {groups.gender(one), groups.gender(other)} == {frozenset({w.MALE}), frozenset({w.FEMALE})}:
        return False
    return groups.fits(one, other) and not _other_full_name(groups, keys, one, other)


def _other_full_name(groups: Groups, keys: dict[int, Key], one: int, other: int) -> bool:
    """Whether the two groups hold full names that cannot be one: "Ali Khan" and "Imran Khan"."""
    if groups.figures[one].mention.actor_id and groups.figures[one].mention.actor_id == groups.figures[other].mention.actor_id:
        return False
    full = [keys[n] for n in groups.of(one) if len(keys.get(n, ())) > 1]
    others = [keys[n] for n in groups.of(other) if len(keys.get(n, ())) > 1]
    return any(not (set(a) <= set(b) or set(b) <= set(a)) and a[0][0] != b[0][0] for a in full for b in others)
