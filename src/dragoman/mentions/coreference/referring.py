"""Pronouns: who is meant, by agreement, nearness, part of the sentence and how much the text speaks of someone.

The weights follow the salience factors of Lappin and Leass (1994), cut down to what can be told without a parser.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.mentions.coreference import words as w
from dragoman.mentions.coreference.groups import Groups
from dragoman.mentions.coreference.reading import Figure
from dragoman.mentions.coreference.texts import Words


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for and against an antecedent; tuned on news, interviews and speeches."""

    sentence: float = 1.0
    word: float = 0.01
    subject: float = 0.55
    parallel: float = 0.4
    owner: float = -0.1
    oblique: float = -0.05
    again: float = 0.25
    name: float = 0.2
    aside: float = -0.8
    pronoun: float = 0.6
    other_quote: float = -0.85
    unsure: float = -0.1
    one_for_many: float = -0.9
    maybe_many: float = -0.55
    either_sex: float = -0.55
    own_clause: float = 0.5
    reach: int = 4


WEIGHTS = Weights()


def speakers_of_quotes(_words: Words, groups: Groups) -> None:
    """Join "I" in a quotation to its speaker; outside of quotations all "I" are the writer, and all "we" the same."""
    speaking = groups.speaking
    first: dict[tuple[int, str, int], int] = {}
    for number, figure in enumerate(groups.figures):
        if figure.person == 3:
            continue
        if figure.quote in speaking and figure.person == 1 and figure.number == "s":
            groups.join(number, speaking[figure.quote])
        where = (figure.person, figure.number, speaking.get(figure.quote, -1 if figure.quote < 0 else -2 - figure.quote))
        if where in first:
            groups.join(first[where], number)
        first.setdefault(where, number)


def pronouns(words: Words, groups: Groups, weights: Weights = WEIGHTS) -> None:
    """Join each pronoun of the third person to the mention before it that most speaks for."""
    for number, figure in enumerate(groups.figures):
        if figure.kind == "pronoun" and figure.person == 3:
            chosen = antecedent(words, groups, number, weights)
            if chosen is not None:
                groups.join(chosen, number)


def antecedent(words: Words, groups: Groups, number: int, weights: Weights = WEIGHTS) -> int | None:
    """Give the number of the best antecedent, or nothing when none fits."""
    pronoun = groups.figures[number]
    if pronoun.head in w.REFLEXIVE and (itself := _just_before(groups, number)) is not None:
        return itself
    best: tuple[float, int] | None = None
    for other in range(number - 1, -1, -1):
        before = groups.figures[other]
        if pronoun.sentence - before.sentence > weights.reach:
            break
        if (before.end > pronoun.begin and not _relative(words, before, pronoun)) or not _may_be(words, groups, other, number):
            continue
        score = _score(words, groups, other, pronoun, weights)
        if best is None or score > best[0]:
            best = (score, other)
    return best[1] if best else None


def _relative(words: Words, before: Figure, pronoun: Figure) -> bool:
    """Whether the pronoun stands in a relative clause of the mention: "people who lost their homes"."""
    return pronoun.end <= before.end and bool(_RELATIVE & set(words.low[before.words.stop : pronoun.first]))


_RELATIVE = frozenset({"who", "which", "that", "whose"})


def _just_before(groups: Groups, number: int) -> int | None:
    """Give the mention that "itself" only stresses: "the union itself"."""
    figure = groups.figures[number]
    return next((n for n in range(number - 1, -1, -1) if groups.figures[n].last == figure.first), None)


def _may_be(words: Words, groups: Groups, other: int, number: int) -> bool:
    before, pronoun = groups.figures[other], groups.figures[number]
    if before.person != 3 or not groups.gender(other) & pronoun.gender:
        return False
    if pronoun.gender == w.THING and _in_person(groups, other):
        return False
    if pronoun.number not in groups.numbers(other) and not (pronoun.number == "p" and _acts_as_many(before)):
        return False
    speaker = groups.speaking.get(pronoun.quote)
    if (speaker is not None and groups.same(speaker, other)) or _told_of(groups, other, number):
        return False
    if _bound_apart(words, before, pronoun) or _harmed(words, before, pronoun):
        return False
    return before.end > pronoun.begin or groups.fits(other, number)


def _in_person(groups: Groups, number: int) -> bool:
    """Whether somebody in a chain is known as a person."""
    actors = (groups.figures[n].actor for n in groups.of(number))
    return any(actor is not None and actor.kind == "person" for actor in actors)


def _told_of(groups: Groups, other: int, speaker: int) -> bool:
    """Whether a speaker names the other as a third: in '"Okello lies," he said' he is not Okello."""
    spoken = {quote for quote, figure in groups.speaking.items() if figure == speaker}
    members = [groups.figures[n] for n in groups.of(other)] if spoken else []
    return any(figure.quote in spoken and figure.kind == "name" for figure in members)


def _acts_as_many(figure: Figure) -> bool:
    """Whether "they" may take up one name: of a state or body, never of a person."""
    return figure.kind == "name" and "n" in figure.gender and figure.gender == w.THING


def _bound_apart(words: Words, before: Figure, pronoun: Figure) -> bool:
    """Whether both are parts of one verb: in "Chad warned it" the two differ, unlike in "Chad warned its army" or "itself"."""
    if before.sentence != pronoun.sentence or pronoun.place in ("owner", "subject") or pronoun.head in w.REFLEXIVE:
        return False
    between = words.low[before.last : pronoun.first]
    return before.place == "subject" and not any(word in w.CLAUSE or word in w.SPEECH or word in _BREAKS for word in between)


_BREAKS = frozenset({",", ";", ":", "—", "–"})


def _harmed(words: Words, before: Figure, pronoun: Figure) -> bool:
    """Whether the one would harm its own: in "Chad's army, at last, stormed their camp" the camp is another's."""
    return pronoun.place == "owner" and words.at(pronoun.first - 1) in w.HARMING and _one_clause(words, before, pronoun)


def _one_clause(words: Words, before: Figure, pronoun: Figure) -> bool:
    """Whether no word that opens a clause stands between the two; asides between commas do not count."""
    return before.sentence == pronoun.sentence and not w.CLAUSE.intersection(words.low[before.last : pronoun.first])


def _score(words: Words, groups: Groups, other: int, pronoun: Figure, weights: Weights) -> float:
    before = groups.figures[other]
    score = -weights.sentence * (pronoun.sentence - before.sentence) - weights.word * min(pronoun.first - before.words.stop, 40)
    score += {"subject": weights.subject, "owner": weights.owner, "oblique": weights.oblique}.get(before.place, 0.0)
    score += weights.parallel * (before.place == pronoun.place)
    score += weights.again * min(sum(groups.figures[n].begin < pronoun.begin for n in groups.of(other)) - 1, 4)
    score += weights.name * (before.kind == "name" or before.mention.actor_id is not None)
    score += weights.aside * (before.place == "other")
    if before.kind == "pronoun":
        score += weights.pronoun if before.number == pronoun.number and before.gender == pronoun.gender else -weights.pronoun
    score += weights.one_for_many * (pronoun.number not in before.number)
    score += weights.maybe_many * (pronoun.number == "p" and before.number == "sp" and before.kind != "pronoun")
    score += weights.other_quote * (before.quote != pronoun.quote)
    score += weights.unsure * (groups.gender(other) == w.ANY and pronoun.gender != w.ANY)
    score += weights.either_sex * (groups.gender(other) == w.PERSON and len(pronoun.gender) == 1)
    score += weights.own_clause * (
        pronoun.place == "owner" and before.place == "subject" and _one_clause(words, before, pronoun)
    )
    return score
