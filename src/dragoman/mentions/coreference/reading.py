"""What a mention shows of itself: its head, kind, number, gender, definiteness and where it stands in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.mentions.coreference import words as w
from dragoman.records import Mention, Span

_TOKEN = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?(?<=\.[A-Z]\.)|[^\W_]+(?:[-.][^\W_]+)*(?:n['’]t)?|['’][a-z]{1,2}\b|[^\w\s]")
Kind = Literal["pronoun", "name", "noun"]
Place = Literal["subject", "object", "oblique", "owner", "other"]


@dataclass(frozen=True, slots=True)
class Words:
    """A text as words with their offsets, each with the number of its sentence and of the quotation it stands in (-1: none)."""

    text: str
    shown: tuple[str, ...]
    low: tuple[str, ...]
    begins: tuple[int, ...]
    ends: tuple[int, ...]
    sentence: tuple[int, ...]
    quote: tuple[int, ...]

    def at(self, number: int) -> str:
        """Give a word in small letters; empty outside the text."""
        return self.low[number] if 0 <= number < len(self.low) else ""

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Give first word and one past the last of a stretch of text."""
        return bisect_left(self.begins, begin), bisect_left(self.begins, end)


@dataclass(slots=True)
class Figure:
    """A mention as the rules see it.

    Attributes:
        first: Number of its first word; ``last`` is one past its last.
        core: Words of its own, small, without determiner, possessive mark and what hangs on after the head.
        head: The last of them.
        owner: Possessive pronoun or name that opens it: "his", "Somalia's".
        number: "s", "p" or both.
        gender: What it may be: m, f, n.
    """

    index: int
    mention: Mention
    first: int
    last: int
    core: tuple[str, ...]
    shown: tuple[str, ...]
    head: str
    kind: Kind
    opener: str
    number: str
    gender: frozenset[str]
    person: int
    place: Place
    sentence: int
    quote: int

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


def read_words(text: str, sentences: Sequence[Span], quotes: Sequence[Span]) -> Words:
    """Cut a text into words."""
    found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]
    starts = [begin for begin, _ in sentences]
    opened = [begin for begin, _ in quotes]
    numbers = tuple(max(bisect_right(starts, begin) - 1, 0) for _, begin, _ in found)
    inside = []
    for _, begin, _ in found:
        number = bisect_right(opened, begin) - 1
        inside.append(number if number >= 0 and begin < quotes[number][1] else -1)
    shown = tuple(token.replace("’", "'") for token, _, _ in found)
    return Words(
        text, shown, tuple(token.casefold() for token in shown), tuple(b for _, b, _ in found), tuple(e for _, _, e in found),
        numbers, tuple(inside),
    )  # fmt: skip


def read_figure(words: Words, index: int, mention: Mention) -> Figure | None:
    """Read one mention; nothing when no word begins in it."""
    first, last = words.span(mention.begin, mention.end)
    while last > first and words.at(last - 1) in ("'s", "'", ",", ".", '"', "”"):
        last -= 1
    if last <= first:
        return None
    start, stop, opener = _core(words, first, last)
    core, shown = words.low[start:stop], words.shown[start:stop]
    head, shown_head = (core[-1], shown[-1]) if core else (opener, opener)
    pronoun = w.PRONOUNS.get(words.at(first)) if last - first == 1 else None
    if pronoun is not None and (words.at(first) != "us" or words.shown[first] != "US"):
        person, number, gender = pronoun
        kind: Kind = "pronoun"
    else:
        person, kind = 3, "name" if _is_name(words, start, stop, shown_head) else "noun"
        number = _number(words, first, stop, core, opener, kind)
        gender = _gender(words, mention, start, core, shown, head, kind, number)
    return Figure(
        index, mention, first, last, core, shown, head, kind, opener, number, gender, person,
        _place(words, first, last, kind), words.sentence[first], words.quote[first],
    )  # fmt: skip


def _core(words: Words, first: int, last: int) -> tuple[int, int, str]:
    """Give the words up to the head, and what opens them: a determiner, a possessive pronoun or nothing."""
    start, opener = first, ""
    while start < last - 1 and words.at(start) in w.DETERMINERS:
        opener = opener if opener in w.POSSESSIVE else words.at(start)
        start += 1
    stop = start + 1
    while (
        stop < last
        and not (words.at(stop) in w.CUTS and words.shown[stop].islower())
        and words.at(stop) not in (",", "(", ";", "—", "–", ":")
    ):
        stop += 1
    owners = [n for n in range(start, stop - 1) if words.at(n) in ("'s", "'")]
    if owners:
        start, opener = owners[-1] + 1, "'s"
    return start, stop, opener


def _is_name(words: Words, start: int, stop: int, head: str) -> bool:
    """A head with a capital is a name; at the start of a sentence alone it must not be a common noun of ours."""
    if not head[:1].isupper():
        return False
    alone = stop - start == 1 and (start == 0 or words.sentence[start - 1] != words.sentence[start])
    common = head.casefold()
    return not (alone and (common in w.GROUPS or common in w.PEOPLE or common in w.PLURALS))


def _number(words: Words, first: int, stop: int, core: tuple[str, ...], opener: str, kind: Kind) -> str:
    head = core[-1] if core else opener
    if kind == "name":
        both = "and" in core or head in w.GROUPS or head.endswith("s")
        return "sp" if both or len(core) > 2 or words.shown[stop - 1].isupper() else "s"
    if head in w.PLURALS or "and" in core or {opener, words.at(first)} & w.PLURAL_WORDS or (core and core[0] in w.PLURAL_WORDS):
        return "p"
    if head in w.GROUPS:
        return "sp"
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is")) and head not in w.SINGULAR_S
    return "p" if plural and opener not in ("a", "an", "this", "that") else "s"


def _gender(
    words: Words,
    mention: Mention,
    start: int,
    core: tuple[str, ...],
    shown: tuple[str, ...],
    head: str,
    kind: Kind,
    number: str,
) -> frozenset[str]:
    if number == "p":
        return w.ANY
    told = w.GENDERS
    if kind == "noun":
        if head in told:
            return told[head]
        singular = head.removesuffix("s") if number == "p" else head
        person = singular in w.PEOPLE or singular.endswith(("ist", "ian", "eer", "man", "ologist"))
        return w.PERSON if person else w.ANY if head.endswith(("er", "or")) or mention.role else w.THING
    return _gender_of_name(words, mention, start, core, shown, head, told)


def _gender_of_name(
    words: Words, mention: Mention, start: int, core: tuple[str, ...], shown: tuple[str, ...], head: str,
    told: dict[str, frozenset[str]],
) -> frozenset[str]:  # fmt: skip
    titles = [part for part in (words.at(start - 1), *core[:-1]) if part.rstrip(".") in w.TITLES]
    for title in titles:
        plain = title.rstrip(".")
        if plain in w.TITLES_M or plain in w.TITLES_F:
            return frozenset({w.MALE if plain in w.TITLES_M else w.FEMALE})
    full = (mention.name or "").casefold().split() if mention.role or titles else []
    names = [part for part in (*full[:1], *core) if part.rstrip(".") not in w.TITLES]
    body = head in w.GROUPS or head in w.PLACES or (mention.actor_id or "").isupper() or set(core) & {"of", "and", "&"}
    if body and not titles:
        return w.THING
    if names and names[0] in told and (len(names) > 1 or names[0] == head):
        return told[names[0]]
    if titles or mention.role:
        return w.PERSON
    if (len(shown) == 1 and shown[0].isupper() and len(shown[0]) > 1) or mention.actor_id or mention.country:
        return w.THING if mention.actor_id is None or not mention.role else w.PERSON
    placed = words.at(start - 1) in ("in", "at", "near", "from", "across") or words.at(start - 2) in ("in", "at", "near")
    return w.THING if placed else w.ANY


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
    if after in ("'s", "'") and kind != "pronoun":
        return "owner"
    if before in w.PREPOSITIONS:
        return "oblique"
    if opens or before in w.CLAUSE or not before[:1].isalnum():
        return "subject"
    return "subject" if after in w.BE or after in w.SPEECH else "object"
