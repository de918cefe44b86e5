"""A text as the attribution rules see it: words, sentences and quotations, and the phrases beside a verb."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from dragoman.qualify.cues import PRONOUNS, WHO
from dragoman.qualify.morphology import forms
from dragoman.qualify.quotes import inside, quotations
from dragoman.qualify.words import ADVERBS, BE, DETERMINERS, DO, HAVE, MODALS, NEGATIONS, PREPOSITIONS, listed_words
from dragoman.records import Span

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}(?:-\w+)?|\d+(?:[.,]\d+)+|\w+(?:[-.&]\w+)*|['’](?:s|d|ll|re|ve|m)\b|['’]{2}|``|[^\w\s]")
_SHORT = re.compile(r"(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|St|Jr|Sr|Prof|Rev|Inc|Corp|Co|Ltd|Capt|Maj|Adm)")
AUXILIARIES = BE | HAVE | DO | MODALS.keys() | NEGATIONS
QUOTE_MARKS = listed_words("\" “ ” „ « » '' ``")
CUT = listed_words("; : — – ( ) ? !") | QUOTE_MARKS
OPENERS = listed_words(
    "that because while when as if but whether although though since where until after before so than how why what"
)
_INSERTED = listed_words(
    "meanwhile however therefore though too moreover and but or when while if because citing according asked"
)
DAYS = listed_words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight earlier later recently last this"
)


@dataclass(frozen=True, slots=True)
class Scene:
    """One text, cut up.

    Attributes:
        words: Lower-case words and signs.
        spans: Their offsets.
        sentences: Index ranges of the words of each sentence.
        quotes: Offsets of the quotations.
    """

    text: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotes: tuple[Span, ...]

    def span(self, first: int, last: int) -> Span:
        """Give the offsets of the words from ``first`` up to ``last`` (not included)."""
        return self.spans[first][0], self.spans[last - 1][1]

    def word(self, index: int) -> str:
        """Give the word at an index, the empty one outside the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def capital(self, index: int) -> bool:
        """Say whether the word begins with a capital."""
        return 0 <= index < len(self.words) and self.text[self.spans[index][0]].isupper()

    def quote(self, index: int) -> Span | None:
        """Give the quotation that the word stands in."""
        return inside(self.quotes, self.spans[index][0]) if 0 <= index < len(self.words) else None


def scene(text: str, sentences: tuple[Span, ...]) -> Scene:
    """Cut a text into words; "Sen." and "J." keep their stop."""
    words: list[str] = []
    spans: list[Span] = []
    for found in _TOKEN.finditer(text):
        if found[0] == "." and spans and spans[-1][1] == found.start() and _SHORT.fullmatch(text, *spans[-1]):
            spans[-1] = (spans[-1][0], found.end())
            words[-1] += "."
            continue
        dash = found[0] == "-" and text[found.start() - 1 : found.end() + 1] == " - "
        words.append("—" if dash else found[0].lower().replace("’", "'"))
        spans.append(found.span())
    begins = [span[0] for span in spans]
    ranges = tuple((bisect_left(begins, begin), bisect_left(begins, end)) for begin, end in sentences)
    return Scene(text, tuple(words), tuple(spans), ranges, quotations(text))


def verb_like(seen: Scene, index: int) -> bool:
    """Say whether the word is surely a verb: an auxiliary, or a past form that is no adjective."""
    word = seen.word(index)
    if word in AUXILIARIES:
        return True
    kinds = forms(word)
    return (
        "past" in kinds
        and "base" not in kinds
        and not seen.capital(index)
        and seen.word(index - 1) not in DETERMINERS | PREPOSITIONS
    )


def chain_start(seen: Scene, verb: int, low: int) -> int:
    """Give the index of the first auxiliary or adverb that leads to a verb."""
    index = verb
    while index > low and (seen.word(index - 1) in AUXILIARIES or adverb(seen.word(index - 1))):
        index -= 1
    while index < verb and adverb(seen.word(index)) and seen.word(index) in DAYS:
        index += 1
    return index


def adverb(word: str) -> bool:
    """Say whether a word is an adverb that may stand between subject and verb."""
    return word in ADVERBS or (word.endswith("ly") and word not in ("family", "ally", "reply", "july", "italy", "supply"))


def subject_before(seen: Scene, verb: int, low: int) -> Span | None:
    """Find the noun phrase that ends right before a verb group, with an apposition between commas; word indexes.

    ``low`` is the first word that may belong to it.
    """
    end = _without_day(seen, verb, low)
    if end - 1 < low:
        return None
    last = seen.word(end - 1)
    if last in WHO or (last in PRONOUNS and seen.word(end - 2) not in ("of", "some", "many", "most")):
        return end - 1, end
    if last != ",":
        begin = _phrase_start(seen, end, low)
        return (begin, end) if begin < end else None
    comma = next((i for i in range(end - 2, max(low, end - 28), -1) if seen.word(i) == ","), None)
    if comma is None or comma == low or _opens_with_verb(seen, comma + 1):
        return None
    begin = _phrase_start(seen, comma, low)
    return (begin, end if _names(seen, comma + 1) else comma) if begin < comma else None


def _without_day(seen: Scene, end: int, low: int) -> int:
    """Step back over "on Monday" and "last week" between subject and verb."""
    if end - 2 > low and seen.word(end - 1) in DAYS:
        return end - 2 if seen.word(end - 2) in PREPOSITIONS else end - 1
    return end


def _names(seen: Scene, index: int) -> bool:
    """Say whether an insertion tells who someone is ("the party's leader", "who left"); "meanwhile" and "in May" do not."""
    word = seen.word(index)
    return not (word in PREPOSITIONS | _INSERTED or adverb(word) or word.endswith("ing") or not word[:1].isalnum())


def _opens_with_verb(seen: Scene, index: int) -> bool:
    return seen.word(index) in ("and", "but", "or") or verb_like(seen, index)


def _phrase_start(seen: Scene, end: int, low: int) -> int:
    index = end
    while index > low:
        word = seen.word(index - 1)
        if word == ")" and (bracket := next((i for i in range(index - 2, max(low, index - 9), -1) if seen.word(i) == "("), 0)):
            index = bracket
            continue
        if word in CUT or word in (",", ".") or word in OPENERS - WHO:
            break
        if word in WHO:
            if index - 1 == low or end - index < 2:
                break
            index -= 1
            continue
        if verb_like(seen, index - 1):
            relative = next((i for i in range(index - 2, max(low, index - 7), -1) if seen.word(i) in WHO), None)
            if relative is None or relative == low or seen.word(relative - 1) == ",":
                break
            index = relative
            continue
        index -= 1
    if end - index == 1 and (adverb(seen.word(index)) or seen.word(index) in _INSERTED | {"let", "there"}):
        return end
    while index < end and (
        seen.word(index) in ("and", "but", "or", "then", "yet", "so", "nor") or seen.word(index) in ("'s", "-", "'")
    ):
        index += 1
    return _without_adjunct(seen, index, end)


def _without_adjunct(seen: Scene, begin: int, end: int) -> int:
    """Leave out "On Monday" and its like at the head of a phrase."""
    word, second = seen.word(begin), seen.word(begin + 2)
    if word in ("on", "in", "at", "by") and end - begin > 2 and (seen.capital(begin + 2) or second in DETERMINERS | PRONOUNS):
        return begin + 2
    return begin


def subject_after(seen: Scene, index: int, high: int) -> Span | None:
    """Find the noun phrase that begins at a word: after "said" or "according to"."""
    end = index
    while end < high:
        word = seen.word(end)
        if (
            word == "("
            and end > index
            and (bracket := next((i for i in range(end, min(high, end + 8)) if seen.word(i) == ")"), 0))
        ):
            end = bracket + 1
            continue
        if word in CUT or word in (".", "that") or (end > index and (word in DAYS or verb_like(seen, end))):
            break
        if end > index and word in ("on", "in", "at", "during", "after", "as", "when", "while", "to", "about", "from", "who"):
            break
        if word == ",":
            end = _apposition(seen, end, high)
            break
        end += 1
    return (index, end) if end > index else None


def _apposition(seen: Scene, comma: int, high: int) -> int:
    """Give the end of "..., the party's leader," when that follows a comma; else the comma."""
    if not _names(seen, comma + 1):
        return comma
    relative = seen.word(comma + 1) in WHO | {"whose"}
    for index in range(comma + 1, min(high, comma + 30)):
        if seen.word(index) in (",", ".") or seen.word(index) in CUT:
            return index
        if verb_like(seen, index) and not relative and not any(seen.word(i) in WHO for i in range(comma, index)):
            return comma
    return high if high - comma < 30 else comma


def sentence_subject(seen: Scene, low: int, before: int) -> Span | None:
    """Find the subject of the sentence's first verb, for a participle or a second verb: "X left, saying", "X left and said"."""
    for index in range(low + 1, before):
        if verb_like(seen, index) or (
            "s" in forms(seen.word(index)) and seen.capital(index - 1) and seen.word(index + 1) in DETERMINERS
        ):
            found = subject_before(seen, chain_start(seen, index, low), low)
            if found and not (found[1] - found[0] == 1 and seen.word(found[0]) in PREPOSITIONS):
                return found
    return None
