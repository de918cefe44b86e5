"""Finding toponyms: runs of capitalised words that the gazetteer knows and whose neighbours do not make them something else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from dragoman.places.gazetteer import Candidate, Gazetteer, Kind
from dragoman.places.words import (
    ABBREVIATED,
    DIVISION_HEADS,
    DIVISION_TAILS,
    GIVEN,
    IN_PLACE,
    LINKS,
    LOCAL_TAILS,
    MANY,
    NOT_PLACES,
    PUBLIC_TAILS,
    QUARTERS,
    TITLES,
    WITH_PLACE,
)  # fmt: skip
from dragoman.records import Mention, Span

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_]))*")
_ENDS_SENTENCE = re.compile(r"[.!?:\n•“\"|]\s*[\"'“‘(]?$")
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]{2,20})? ?(?:\([A-Z][\w ]+\)|,[^,\n]{3,14}\([A-Z]\w+\))? ?(?:—|–|--|-|_) ")
_SKIPPED = frozenset(["the", "central", "northern", "southern", "eastern", "western", "nearby", "downtown", "rural"])
_PARTY = re.compile(r"\b(?:D|R|DFL|I|Lab|Con)$")
_STRANGER = re.compile(
    r"(?:[Aa]l|[Ee]l|[A-Z])[\w.'’-]*(?: (?:de|del|la|al|el|of|the|du|da|do|[A-Z][\w.'’-]*))*(?<! of)(?<! the)"
)
Hit = tuple[int, int, tuple[Candidate, ...]]
_LONGEST = 5  # words in a name
_WELL_KNOWN = 5.3  # 200,000 people: such a town needs no preposition
_KNOWN = 4.0
_PARTICLES = frozenset(["al", "el", "ar", "as", "at", "an", "ad", "ash"])


class Token(NamedTuple):
    """One word; ``text`` is without a possessive ending, ``capital`` says whether it starts with a capital."""

    begin: int
    end: int
    text: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A toponym with the places that it may stand for.

    Attributes:
        candidates: All places that go by the name; never empty.
    """

    begin: int
    end: int
    text: str
    candidates: tuple[Candidate, ...]


def find(text: str, mentions: Sequence[Mention], gazetteer: Gazetteer, tagged: Sequence[Span] = ()) -> list[Found]:
    """Give the toponyms of a text from left to right, without overlaps.

    Args:
        text: The text.
        mentions: Its actors; the adjective of their country is no toponym.
        gazetteer: Where to look names up.
        tagged: Spans that the model takes for places: a name that is one needs no other sign of it.
    """
    tokens = tokens_of(text)
    hits = _shortened(text, tokens, _hits(text, tokens, gazetteer))
    people = _surnames(text, tokens, hits)
    actors = sorted(mentions, key=lambda m: (m.begin, m.end))
    begins = [m.begin for m in actors]
    proven = {text[tokens[a].begin : tokens[b].end] for a, b, _ in hits if _located(text, tokens, a, b)} - people
    found: list[Found] = []
    called = frozenset(tagged)
    for first, last, candidates in hits:
        begin, end = tokens[first].begin, tokens[last].end
        near = bisect_right(begins, begin)
        if any(_belongs(m, begin, end, candidates) for m in actors[max(0, near - 2) : near]):
            continue
        after_comma = bool(found) and text[found[-1].end : begin] == ", "
        sure = after_comma or _located(text, tokens, first, last) or text[begin:end] in proven or (begin, end) in called
        if _means_place(text, tokens, first, last, candidates, people, sure, after_comma, gazetteer):
            end = tokens[last + 1].end if _has_tail(text, tokens, last) else end
            found.append(Found(begin, end, text[begin:end], _by_tail(tokens, last, candidates)))
    return found


def strangers(text: str, found: Sequence[Found], mentions: Sequence[Mention], tagged: Sequence[Span]) -> list[Span]:
    """Give the tagged names that are no found toponym and no part of an actor: villages and streets that no gazetteer has."""
    taken = [*((f.begin, f.end) for f in found), *((m.begin, m.end) for m in mentions if m.kind == "named")]
    free = (span for span in sorted(tagged) if not any(span[0] < end and begin < span[1] for begin, end in taken))
    return [span for span in free if _STRANGER.fullmatch(text[slice(*span)])]


def _belongs(mention: Mention, begin: int, end: int, candidates: tuple[Candidate, ...]) -> bool:
    """Whether a name is but the adjective of an actor's country ("Argentine officials", not Argentine, Kansas)."""
    if mention.kind == "named" or not (mention.begin == begin and end < mention.end):
        return False
    told = mention.country is not None and mention.why != "story"
    return told and all(candidate.country != mention.country for candidate in candidates)


def _has_tail(text: str, tokens: list[Token], last: int) -> bool:
    """Whether a capitalised "Province" or "Valley" behind the name is part of it."""
    if last + 1 >= len(tokens) or text[tokens[last].end : tokens[last + 1].begin] != " ":
        return False
    return tokens[last + 1].capital and tokens[last + 1].text in DIVISION_TAILS


def tokens_of(text: str) -> list[Token]:
    """Give the words of a text, abbreviations with their full stops."""
    return [_token(match, text) for match in _TOKEN.finditer(text)]


def _token(match: re.Match[str], text: str) -> Token:
    word, begin, end = match[0], match.start(), match.end()
    capital = word[0].isupper()
    if word[-1] in "sS" and word[-2:-1] in ("'", "’"):
        word, end = word[:-2], end - 2
    elif capital and len(word) <= 5 and text[end : end + 1] == "." and word + "." in ABBREVIATED:
        word, end = word + ".", end + 1
    return Token(begin, end, word, capital)


def _hits(text: str, tokens: list[Token], gazetteer: Gazetteer) -> list[Hit]:
    """Give the longest names of the gazetteer, as first and last token."""
    known = lru_cache(maxsize=None)(gazetteer.candidates)
    hits: list[Hit] = []
    index = 0
    while index < len(tokens):
        if not tokens[index].capital:
            index += 1
            continue
        last = _longest(text, tokens, index, gazetteer)
        if last is None:
            candidates = _inflected(tokens, index, gazetteer)
            hits += [(index, index, candidates)] if candidates else []
            index += 1
            continue
        start = index - 1 if _particle(text, tokens, index) else index
        if start < index and text[tokens[start].begin : tokens[last].end] not in gazetteer:
            start = index
        hits.append((start, last, known(text[tokens[start].begin : tokens[last].end])))
        index = last + 1
    return hits


def _shortened(text: str, tokens: list[Token], hits: list[Hit]) -> list[Hit]:
    """Let half the name of a country that the text names in full stand for it: "Antigua" beside "Antigua and Barbuda"."""
    halves: dict[str, tuple[Candidate, ...]] = {}
    for first, last, candidates in hits:
        countries = tuple(c for c in candidates if c.kind == Kind.COUNTRY)
        parts = text[tokens[first].begin : tokens[last].end].split(" and ")
        halves.update(dict.fromkeys(parts, countries) if countries and len(parts) == 2 else {})
    return [
        (a, b, c if any(x.kind == Kind.COUNTRY for x in c) else halves.get(_name(text, tokens, a, b), c)) for a, b, c in hits
    ]


def _name(text: str, tokens: list[Token], first: int, last: int) -> str:
    return text[tokens[first].begin : tokens[last].end]


def _inflected(tokens: list[Token], index: int, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """Give the places of a name with a case ending that a translation kept: "in Donetska"; only behind a preposition.

    Only regions and divisions: a vowel more or less makes another town too easily.
    """
    word = tokens[index].text
    if len(word) < 6 or word[-1] not in "aeiuy" or not index or tokens[index - 1].text not in IN_PLACE:
        return ()
    return tuple(c for c in gazetteer.candidates(word[:-1]) if c.kind in (Kind.REGION, Kind.FIRST))


def _longest(text: str, tokens: list[Token], first: int, gazetteer: Gazetteer) -> int | None:
    """Give the last token of the longest known name that starts here."""
    last = first
    while last + 1 < len(tokens) and last - first < _LONGEST - 1 and _joined(text, tokens[last], tokens[last + 1]):
        last += 1
    while last >= first:
        if tokens[last].capital and text[tokens[first].begin : tokens[last].end] in gazetteer:
            return last
        last -= 1
    return None


def _joined(text: str, one: Token, other: Token) -> bool:
    gap = text[one.end : other.begin]
    return gap in (" ", "-", ", ") and (gap != ", " or other.text == "D.C.") and (other.capital or other.text in LINKS)


def _particle(text: str, tokens: list[Token], index: int) -> bool:
    return (
        index > 0 and tokens[index - 1].text.lower() in _PARTICLES and text[tokens[index - 1].end : tokens[index].begin] == "-"
    )


def _surnames(text: str, tokens: list[Token], hits: list[Hit]) -> frozenset[str]:
    """Give the words that follow a given name or title somewhere in the text: later, bare, they are people again."""
    starts = {first for first, _, _ in hits}
    names = set()
    for index, (one, other) in enumerate(pairwise(tokens)):
        if not (one.capital and other.capital and text[one.end : other.begin] == " "):
            continue
        if (
            one.text in GIVEN
            or one.text in TITLES
            or (index + 1 in starts and index not in starts and one.text not in QUARTERS and not _opens(text, one.begin))
        ):
            names.add(other.text)
    return frozenset(names)


def _opens(text: str, begin: int) -> bool:
    """Whether a sentence or a quotation starts here."""
    return begin == 0 or bool(_ENDS_SENTENCE.search(text[max(0, begin - 4) : begin]))


def _located(text: str, tokens: list[Token], first: int, last: int) -> bool:
    """Whether the words around show a place: a preposition before, a province or a local noun behind, a dateline."""
    following = tokens[last + 1].text if last + 1 < len(tokens) else ""
    spaced = bool(following) and text[tokens[last].end : tokens[last + 1].begin] == " "
    if (first < last and tokens[last].text in DIVISION_TAILS) or (spaced and following in DIVISION_TAILS | LOCAL_TAILS):
        return True
    return _led_in(tokens, first) or _dateline(text, tokens[first].begin, tokens[last].end)


def _led_in(tokens: list[Token], first: int) -> bool:
    """Whether a locative preposition stands before, over an article or a quarter ("in the northern")."""
    before = [token.text for token in tokens[max(0, first - 4) : first]]
    while before and (before[-1] in QUARTERS or before[-1].lower() in _SKIPPED) and before[-1].lower() not in IN_PLACE:
        before.pop()
    head = before[-1].lower() if before else ""
    return head in IN_PLACE or (head == "of" and len(before) > 1 and before[-2] in DIVISION_HEADS)


def _dateline(text: str, begin: int, end: int) -> bool:
    """Whether a report opens here: "KABUL, Afghanistan (AP) —"."""
    return _opens(text, begin) and _DATELINE.match(text[end : end + 60]) is not None


def _means_place(
    text: str,
    tokens: list[Token],
    first: int,
    last: int,
    candidates: tuple[Candidate, ...],
    people: frozenset[str],
    sure: bool,
    after_comma: bool,
    gazetteer: Gazetteer,
) -> bool:
    """Whether a known name is used as a place here."""
    name = text[tokens[first].begin : tokens[last].end]
    begin, following = tokens[first].begin, tokens[last + 1].text if last + 1 < len(tokens) else ""
    if name in NOT_PLACES or (first == last and name in GIVEN):
        return False
    if following in MANY or (name in QUARTERS and following not in DIVISION_TAILS):
        return False
    kinds = {candidate.kind for candidate in candidates if not candidate.other or candidate.kind != Kind.TOWN}
    country = Kind.COUNTRY in kinds
    if len(name) <= 2 and not (name in ("US", "UK") or (after_comma and name.isupper() and Kind.FIRST in kinds)):
        return False
    if name.isupper() and len(name) > 3 and "." not in name and not (sure or country or _opens(text, tokens[first].begin)):
        return False
    held = after_comma and Kind.FIRST in kinds
    if not held and _inside_name(text, tokens, first, last, country):
        return False
    if not country and gazetteer.is_word(name) and (_ordinary(tokens, first, last) or not sure or _opens(text, begin)):
        return False
    if sure:
        return True
    if last == first and name in people and not country:
        return False
    led = first > 0 and tokens[first - 1].text.lower() in WITH_PLACE
    return country or _weight(candidates) >= (_KNOWN if led else _WELL_KNOWN)


def _ordinary(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a word is used as no town's name is: "the Alliance", "the Supreme Court", "in Light of Unrest"."""
    tail = tokens[last + 1].text if last + 1 < len(tokens) else ""
    with_article = first > 0 and tokens[first - 1].text.lower() == "the"
    return first == last and ((with_article and tail not in DIVISION_TAILS) or tail == "of")


def _weight(candidates: tuple[Candidate, ...]) -> float:
    return max(candidate.people - 1.5 * candidate.other * (candidate.kind <= Kind.SECOND) for candidate in candidates)


def _inside_name(text: str, tokens: list[Token], first: int, last: int, country: bool) -> bool:
    """Whether the capitalised words beside it make it part of a person's or an organisation's name."""
    if first and text[tokens[first - 1].end : tokens[first].begin] in (" ", "-") and _part_of_name(text, tokens, first - 1):
        return True
    if text[tokens[last].end : tokens[last].end + 2].startswith(("'s", "’s")) or last + 1 >= len(tokens):
        return False
    following, gap = tokens[last + 1], text[tokens[last].end : tokens[last + 1].begin]
    if gap != " " or not following.capital or following.text in DIVISION_TAILS or following.text in PUBLIC_TAILS:
        return False
    return not (following.text.isupper() and tokens[last].text.isupper() and country)


def _part_of_name(text: str, tokens: list[Token], before: int) -> bool:
    """Whether the word before belongs to one name with the word behind: "Michael Jordan", "Bank of England"."""
    word = tokens[before]
    if word.text in ("of", "Of") and before and tokens[before - 1].capital:
        return tokens[before - 1].text not in DIVISION_TAILS | PUBLIC_TAILS | TITLES and not _opens(
            text, tokens[before - 1].begin
        )
    if not word.capital or word.text in QUARTERS or text[word.end : word.end + 1] == "-":
        return text[word.end : word.end + 1] == "-" and not _PARTY.search(word.text) and word.text in TITLES
    if word.text in TITLES or word.text in GIVEN:
        return True
    return not _opens(text, word.begin)


def _by_tail(tokens: list[Token], last: int, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Leave only provinces for "Kunduz province", only towns for "Kunduz city", where there are any."""
    tail = tokens[last + 1].text.lower() if last + 1 < len(tokens) else ""
    if tail in ("province", "region", "governorate", "oblast", "state", "provinces"):
        kept = tuple(c for c in candidates if c.kind in (Kind.FIRST, Kind.REGION))
    elif tail in ("county", "district", "parish"):
        kept = tuple(c for c in candidates if c.kind in (Kind.SECOND, Kind.FIRST))
    elif tail in ("city", "town", "township"):
        kept = tuple(c for c in candidates if c.kind == Kind.TOWN)
    else:
        kept = ()
    return kept or candidates
