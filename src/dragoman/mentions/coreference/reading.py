"""A mention as the rules see it: kind, number, gender, and its part in the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.mentions.coreference import words as w
from dragoman.mentions.coreference.texts import Core, Words, read_core
from dragoman.mentions.coreference.traits import Kind, gender_of, is_name, number_of
from dragoman.records import Actor, Mention

Place = Literal["subject", "object", "oblique", "owner", "other"]


@dataclass(slots=True)
class Figure:
    """A mention as the rules see it.

    Attributes:
        index: Number of the mention among those given.
        actor: What the actor base holds of it, when the base was given.
        number: "s", "p" or both.
        gender: What it may be: m, f, n.
        quote: Number of the quotation it stands in, or -1.
    """

    index: int
    mention: Mention
    actor: Actor | None
    words: Core
    kind: Kind
    number: str
    gender: frozenset[str]
    person: int
    place: Place
    sentence: int
    quote: int

    @property
    def first(self) -> int:
        """Number of its first word."""
        return self.words.first

    @property
    def last(self) -> int:
        """One past the number of its last word."""
        return self.words.last

    @property
    def core(self) -> tuple[str, ...]:
        """Its own words in small letters; the head is the last."""
        return self.words.low

    @property
    def head(self) -> str:
        """The word that carries it."""
        return self.words.head

    @property
    def opener(self) -> str:
        """The determiner or possessive pronoun before the core, "'s" after an owner, or nothing."""
        return self.words.opener

    @property
    def definite(self) -> bool:
        """Whether it points back: "the group", "this group", "its members"."""
        return self.opener == "the" or self.opener in w.DEMONSTRATIVE or self.opener in w.POSSESSIVE

    @property
    def begin(self) -> int:
        """First character."""
        return self.mention.begin

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.mention.end

    def holds(self, other: Figure) -> bool:
        """Whether the other lies inside this one."""
        return self.begin <= other.begin and other.end <= self.end

    def clashes(self, other: Figure) -> bool:
        """Whether the two share characters: one thing is not part of itself."""
        return self.begin < other.end and other.begin < self.end


def read_figure(words: Words, index: int, mention: Mention, actor: Actor | None = None) -> Figure | None:
    """Read one mention; nothing when no word begins in it."""
    first, last = words.span(mention.begin, mention.end)
    while last > first and words.at(last - 1) in ("'s", "'", ",", ".", '"', "”"):
        last -= 1
    if last <= first:
        return None
    core = read_core(words, first, last)
    pronoun = w.PRONOUNS.get(words.at(first)) if last - first == 1 and words.shown[first] != "US" else None
    if pronoun is not None:
        person, number, gender = pronoun
        kind: Kind = "pronoun"
    else:
        person, kind = 3, "name" if is_name(words, core, mention) else "noun"
        number = number_of(words, core, kind)
        gender = w.ANY if number == "p" else gender_of(words, core, mention, kind, actor)
    place = _place(words, first, last, kind)
    return Figure(index, mention, actor, core, kind, number, gender, person, place, words.sentence[first], words.quote[first])


def _place(words: Words, first: int, last: int, kind: Kind) -> Place:
    """Tell the part of a sentence by the words beside it: there is no parser here."""
    before, after, own = words.at(first - 1), words.at(last), words.at(first)
    opens = first == 0 or words.sentence[first - 1] != words.sentence[first]
    if kind == "pronoun":
        if own in w.SUBJECT_FORMS:
            return "subject"
        if own in w.POSSESSIVE and own != "her":
            return "owner"
        if own == "her" and after.isalpha() and after not in w.CUTS and after not in w.CLAUSE:
            return "owner"
    if before == "(" and after == ")":
        return "other"
    if after in ("'s", "'") and kind != "pronoun":
        return "owner"
    if before in w.PREPOSITIONS:
        return "oblique"
    if before in w.BE and words.at(first - 2) == "there":
        return "subject"
    if opens or before in w.CLAUSE or not before[:1].isalnum():
        return "subject"
    return "subject" if after in w.BE or after in w.SPEECH else "object"
