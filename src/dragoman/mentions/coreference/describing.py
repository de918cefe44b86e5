"""Rules for descriptions: the same words again, appositions, "X is the Y", "the group", "the president", "the latter"."""

from __future__ import annotations

from dragoman.mentions.coreference import words as w
from dragoman.mentions.coreference.groups import Groups
from dragoman.mentions.coreference.reading import Figure
from dragoman.mentions.coreference.texts import Words

_REACH = 25
"""How many sentences back a description finds the same noun."""
_NEAR = 4
"""How many sentences back a bare "the group" finds its name."""
_COPULA = frozenset({"is", "was", "are", "were", "became", "remains", "remained", "'s"})
_BODIES = frozenset(
    "group movement organisation organization company firm party militia faction agency alliance bloc club network".split()
)
"""Nouns that stand for any body; "the committee" wants a committee."""
_OF_STATE = frozenset(
    "government ministry court parliament assembly senate congress administration cabinet department commission "
    "committee council secretariat house district constituency university school".split()
)
"""Bodies that are not called a group or movement."""
_SITES = frozenset({"city", "town", "village", "island", "province", "state"})
_OTHER = frozenset({"former", "vice", "deputy", "shadow", "ex", "acting", "assistant", "new", "next", "other"})
"""With one of these more the office is another."""
_POINTERS = frozenset({"this", "that", "these", "those", "there", "here", "one", "ones", "some", "someone", "both", "all"})


def appositions(words: Words, groups: Groups) -> None:
    """Join "Kodo Baratsi, the head of the union," and "the union's head, Kodo Baratsi"; "the Front (FLN)"."""
    figures = groups.figures
    for one, other in _neighbours(groups):
        left, right = figures[one], figures[other]
        between = words.low[left.last : right.first]
        follows = words.at(right.last)
        closed = not follows[:1].isalnum() or words.sentence[min(right.last, len(words.low) - 1)] != right.sentence
        if between == ("(",) and follows == ")" and right.kind == "name" and left.kind != "pronoun":
            if _abbreviates(words, left, right):
                groups.join(one, other)
        elif between == (",",) and closed and follows != "and" and _name_and_office(left, right):
            groups.join(one, other)


def inner_offices(words: Words, groups: Groups) -> None:
    """Join an office to the mention that it is an apposition in: "[Kodo Baratsi, [president of Chad]]"."""
    for number, outer in enumerate(groups.figures):
        for other in range(number + 1, len(groups.figures)):
            inner = groups.figures[other]
            if inner.begin >= outer.end:
                break
            closes = inner.last == outer.last and words.at(inner.first - 1) == ","
            if (
                inner.kind == "noun"
                and inner.head in w.PEOPLE
                and (closes or (words.at(inner.last) == "," and inner.first == outer.first))
            ):
                groups.join(number, other)


def _neighbours(groups: Groups) -> list[tuple[int, int]]:
    """Give the pairs of mentions with at most one word between them, the outermost on either side."""
    starts: dict[int, list[int]] = {}
    for number, figure in enumerate(groups.figures):
        starts.setdefault(figure.first, []).append(number)
    return [
        (number, other)
        for number, figure in enumerate(groups.figures)
        for gap in (1, 2)
        for other in starts.get(figure.last + gap, [])
        if figure.sentence == groups.figures[other].sentence and groups.fits(number, other)
    ]


def _abbreviates(words: Words, left: Figure, right: Figure) -> bool:
    letters = right.core[0].replace(".", "")
    return (
        len(right.core) == 1
        and right.words.shown[0].isupper()
        and words.low[left.first : left.last][-1:] != ()
        and (letters[0] in {word[0] for word in words.low[left.first : left.last]})
    )


def _name_and_office(left: Figure, right: Figure) -> bool:
    kinds = {left.kind, right.kind}
    if kinds != {"name", "noun"} or not left.gender & right.gender:
        return False
    described = left if left.kind == "noun" else right
    if set(left.number).isdisjoint(right.number):
        return False
    return described.opener in ("the", "a", "an", "'s", "his", "her", "their", "its") or described.head in w.PEOPLE


def predicates(words: Words, groups: Groups) -> None:
    """Join "Baratsi is the head of the union": subject and predicate with a form of *be* between them."""
    starts: dict[int, list[int]] = {}
    for number, figure in enumerate(groups.figures):
        starts.setdefault(figure.first, []).append(number)
    for number, figure in enumerate(groups.figures):
        if words.at(figure.last) not in _COPULA or figure.place != "subject":
            continue
        for other in starts.get(figure.last + 1, [])[:1]:
            told = groups.figures[other]
            if told.kind == "noun" and told.opener in ("the", "a", "an") and set(told.number) & set(figure.number):
                groups.join(number, other)


def same_words(words: Words, groups: Groups) -> None:
    """Join a description to the nearest earlier one with its noun, whose words include all of its own."""
    by_head: dict[str, list[int]] = {}
    for number, figure in enumerate(groups.figures):
        if figure.kind == "pronoun" or figure.head in _POINTERS:
            continue
        if figure.kind == "noun" and (earlier := _same_noun(words, groups, number, by_head.get(figure.head, []))) is not None:
            groups.join(earlier, number)
        by_head.setdefault(figure.head, []).append(number)


def _same_noun(words: Words, groups: Groups, number: int, earlier: list[int]) -> int | None:
    later = groups.figures[number]
    whole = words.low[later.first : later.last]
    aside: int | None = None
    for other in reversed(earlier):
        before = groups.figures[other]
        if later.sentence - before.sentence > _REACH or not set(before.number) & set(later.number):
            continue
        if not groups.fits(number, other) or (before.kind == "name" and _bare_body(later)):
            continue
        again = whole == words.low[before.first : before.last] and later.opener not in ("a", "an")
        points = (
            later.definite
            and set(later.core) <= set(before.core)
            and not (set(before.core) - set(later.core)) & _OTHER
            and _same_owner(words, later, before)
        )
        if again or (points and later.opener not in w.POSSESSIVE) or (points and later.opener == before.opener):
            if later.opener == "" and before.opener not in ("", "the"):
                continue
            if again or before.kind == "name" or before.place != "oblique":
                return other
            aside = other if aside is None else aside  # "with the president of Chad" says less than "the president" before it
    return aside


def _same_owner(words: Words, later: Figure, before: Figure) -> bool:
    """What hangs on after the head of both must agree: "the head of Mali's union" is not "the head of the bank"."""
    tail = set(words.low[later.first : later.last]) - set(later.core) - w.DETERMINERS - w.CUTS
    return not tail or tail <= set(words.low[before.first : before.last])


def bodies(words: Words, groups: Groups) -> None:
    """Join "the movement" to the name of a body that is nearest and most spoken of, one of that very noun first."""
    figures = groups.figures
    for number, figure in enumerate(figures):
        if not _bare_body(figure) or not _unnamed(groups, number) or words.at(figure.last) == "of":
            continue
        known = [n for n in range(number) if figure.sentence - figures[n].sentence <= _NEAR and _is_body(figures[n], figure)]
        known = [n for n in known if groups.fits(n, number) and not _named_as_person(groups, n)]
        if known:
            groups.join(max(known, key=lambda n: (_nearness(groups, n, figure), n)), number)


def _bare_body(figure: Figure) -> bool:
    pointing = figure.kind == "noun" and figure.opener in ("the", "this", "that")
    return pointing and len(figure.core) == 1 and figure.head in _BODIES


def _is_body(before: Figure, figure: Figure) -> bool:
    if before.kind != "name" or "s" not in before.number or before.gender <= w.PERSON:
        return False
    country = before.mention.actor_id is not None and before.mention.actor_id.isupper()
    other = before.head in _OF_STATE
    stranger = figure.head in _ARMED and bool(
        {"JRN", "IGO", "GOV"} & set(before.mention.sectors[:1]) and before.mention.country in _BLOCS
    )
    placed = before.mention.actor_id is None and before.place == "oblique"
    return not (country or other or stranger or placed)


def _named_as_person(groups: Groups, number: int) -> bool:
    """Whether a chain is a person's: by what it may be, or since a full name is cut to its last word ("Ali Khan", "Khan")."""
    named = [groups.figures[n].core for n in groups.of(number) if groups.figures[n].kind == "name"]
    families = {core[-1] for core in named if len(core) > 1}
    return w.NEUTER not in groups.gender(number) or any(len(core) == 1 and core[0] in families for core in named)


_ARMED = frozenset({"group", "movement", "militia", "faction"})
_BLOCS = frozenset({"UNO", "IGO", "EUR"})


def _nearness(groups: Groups, number: int, figure: Figure) -> float:
    before = groups.figures[number]
    told = sum(groups.figures[n].begin < figure.begin for n in groups.of(number))
    near = -1.0 * (figure.sentence - before.sentence) + 0.2 * min(told, 4)
    return near + 0.8 * (figure.head in before.core) + 0.3 * (before.place != "oblique")


def offices(words: Words, groups: Groups) -> None:
    """Join "the president" to the person who was named with that office, "the country" to a country, "the city" to a city."""
    for number, figure in enumerate(groups.figures):
        if figure.kind != "noun" or figure.opener not in ("the", "this", "that") or not _unnamed(groups, number):
            continue
        for other in range(number - 1, -1, -1):
            before = groups.figures[other]
            reach = figure.sentence - before.sentence
            if reach > _REACH:
                break
            named = before.kind == "name" and not _elsewhere(words, groups, number, before)
            if named and _stands_for(words, figure, before, reach) and groups.fits(number, other):
                groups.join(other, number)
                break


def _unnamed(groups: Groups, number: int) -> bool:
    """Whether a description is the first of its chain, and nobody in it has a name yet: "the president" said twice is one."""
    told = [n for n in groups.of(number) if groups.figures[n].kind != "pronoun"]
    return told[0] == number and all(groups.figures[n].kind == "noun" for n in told)


def _elsewhere(words: Words, groups: Groups, number: int, before: Figure) -> bool:
    """Whether a description tells of another country or body: "the president of Chad" is not President Okello of Peru."""
    own = {told.country for n in groups.of(number) if (told := groups.figures[n].mention).why in w.OWN_COUNTRY} - {None}
    if own and before.mention.country is not None:
        return own != {before.mention.country}
    figure = groups.figures[number]
    tail = set(words.low[figure.words.stop : figure.last]) - w.DETERMINERS
    return "of" in tail and not tail <= w.PLACES | {"of"} and not _same_owner(words, figure, before)


def _stands_for(words: Words, figure: Figure, before: Figure, reach: int) -> bool:
    role = (before.mention.role or "").casefold().split()
    titled = {words.at(before.first - 1), *words.low[before.first : before.last]}
    alone = len(figure.core) == 1
    if figure.head in w.PEOPLE:
        office = figure.core == tuple(role) or (alone and figure.head in (*role[-1:], *titled))
        return office and bool(before.gender & figure.gender)
    if not alone or reach > _NEAR or "s" not in before.number or before.gender <= w.PERSON:
        return False
    country = before.mention.actor_id is not None and before.mention.actor_id.isupper()
    if figure.head in ("country", "nation"):
        return country and before.place != "owner"
    site = before.gender == w.THING and not country and before.place == "oblique" and before.actor is None
    return figure.head in _SITES and site and before.head not in w.GROUPS


def former_and_latter(words: Words, groups: Groups) -> None:
    """Join "the former" and "the latter" to the first and second of the last pair that "and" or "or" joins."""
    for number, figure in enumerate(groups.figures):
        if figure.core not in (("former",), ("latter",)):
            continue
        pairs = [
            (one, other)
            for one, other in _neighbours(groups)
            if groups.figures[other].end <= figure.begin
            and words.low[groups.figures[one].last : groups.figures[other].first] in _AND
        ]
        if pairs and figure.sentence - groups.figures[pairs[-1][1]].sentence <= 2:
            groups.join(pairs[-1][figure.core == ("latter",)], number)


_AND = {("and",), ("or",), ("and", "the"), (",", "and")}
