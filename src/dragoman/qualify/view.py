"""How the rules see a sentence: its words, the words of the evidence, the head, and the chain of operators before the head."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.qualify.morphology import forms, lemmas
from dragoman.qualify.words import (
    ADJECTIVE_ENDINGS,
    ADVERBS,
    ASPECT,
    BE,
    BEFORE_TO,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    HAVE,
    LIGHT,
    MODALS,
    NEGATIONS,
    NO,
    NOBODY,
    NOUN_ENDINGS,
    NOUN_TO,
    PREPOSITIONS,
    RIGHT_BEFORE_TO,
    STRONG,
    SUBJECT_PRONOUNS,
    Effect,
    listed_words,
)
from dragoman.records import Span

_TOKEN = re.compile(r"\w+(?:[-.]\w+)*(?=n['’]t\b)|n['’]t\b|['’](?:s|ll|re|ve|d|m)\b|\w+(?:[-.]\w+)*|[^\w\s]", re.IGNORECASE)
_WITH_VERBS = listed_words("to that out up down off away him them")
_CLOSED = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | SUBJECT_PRONOUNS | _WITH_VERBS
_ADJECTIVE = ("ous", "ful", "less", "able", "ible", "ary", "ical", "onal", "ent", "ant", "ive")
_LIKE_ADJECTIVES = listed_words(
    "prevent present implement supplement invent consent resent lament cement grant arrive receive forgive survive strive "
    "deprive enable disable torment ferment segment augment warrant covenant deceive relent orient"
)
_NO_SAID = NEGATIONS | NO | NOBODY | {"out"}
_CONTRACTED = listed_words("that there here what how where")
_LIGHT_TO = listed_words("lead last first long order go come rush race")
_TURNING = listed_words("consider contemplate weigh mull ponder deny suspect short plan intend rule fear risk")
_AUXILIARIES = BE | HAVE | DO
SPEECH_ACTS = listed_words(
    "refuse decline vow promise pledge threaten agree offer deny reject warn urge demand ask call accuse order swear undertake "
    "commit invite appeal press tell request insist forbid ban prohibit say announce decide propose declare "
    "refusal threat pledge demand request warning"
)


@dataclass(frozen=True, slots=True)
class View:
    """A sentence as the rules see it.

    Attributes:
        words: Lower-case words and signs; "won't" is "wo" and "not".
        spans: Their offsets in the sentence.
        first: Index of the evidence's first word.
        last: One past the index of its last.
        head: Index of the word that names the event: "sell" in "wants to sell".
        chain: Indexes of the auxiliaries, negations and control verbs that lead to the head, from left to right.
        title: Whether the sentence is a headline.
        event_type: Type of the event, when known.
        sentence: The sentence itself.
    """

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    first: int
    last: int
    head: int
    chain: tuple[int, ...]
    title: bool
    event_type: str | None
    sentence: str

    @property
    def start(self) -> int:
        """Index of the first word of the verb group."""
        return self.chain[0] if self.chain else self.head

    def word(self, index: int) -> str:
        """Give the word at an index; the empty one outside the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def effect(self, index: int, table: dict[str, Effect]) -> Effect | None:
        """Look a word up by its lemmas."""
        word = self.word(index)
        if word in table:
            return table[word]
        return next((table[lemma] for lemma in sorted(lemmas(word)) if lemma in table), None)

    @property
    def nominal(self) -> bool:
        """Whether the head looks like a noun: after an article, a preposition, a possessive or an adjective."""
        return nominal(self.words, self.head) and not self.chain


def nominal(words: tuple[str, ...], index: int) -> bool:
    """Say whether the word at an index looks like a noun."""
    word, before = words[index], words[index - 1] if index else ""
    if before in DETERMINERS or before in ("'s", "’s", "'", "’", "s'"):
        return "ing" not in forms(word) or before in DETERMINERS
    if "ing" in forms(word) and words[index + 1 : index + 2] == ("of",):
        return True
    if "ing" in forms(word) or forms(word) & {"past", "participle"} - ({"past"} if "base" in forms(word) else set()):
        return False
    if word.endswith(NOUN_ENDINGS) or before in PREPOSITIONS:
        return True
    after, earlier = words[index + 1 : index + 2], words[index - 2] if index > 1 else ""
    if earlier in DETERMINERS and (before.endswith(ADJECTIVE_ENDINGS) or (after and _operator(after[0]))):
        return True  # "the planned drills", "the strike talks never"
    if not before and "s" in forms(word) and len(words) > 1 and words[1] in PREPOSITIONS | DETERMINERS | _AUXILIARIES:
        return True
    return bool(before) and before.endswith(ADJECTIVE_ENDINGS) and before not in MODALS and len(before) > 4 and word[-1:] != "s"


def view(sentence: str, evidence: Span, title: bool = False, event_type: str | None = None) -> View:
    """Read a sentence for the rules.

    Raises:
        ValueError: the evidence holds no word of the sentence.
    """
    words, spans = _tokens(sentence)
    inside = [i for i, (begin, end) in enumerate(spans) if begin < evidence[1] and end > evidence[0]]
    if not inside:
        raise ValueError(f"evidence {evidence} holds no word of a sentence of {len(sentence)} characters")
    first, last = inside[0], inside[-1] + 1
    head = _past_names(sentence, words, spans, _head(words, first, last), last)
    if event_type == "REJECT" and set(words[first:last]) & _NO_SAID:
        head = first  # "[has no intention of signing]": the refusal is what happened
    return View(words, spans, first, last, head, _chain(words, head), title, event_type, sentence)


def _tokens(sentence: str) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    words: list[str] = []
    spans: list[Span] = []
    for found in _TOKEN.finditer(sentence):
        word = found[0].lower().replace("’", "'")
        if found[0] == "May" and found.start() > 0:
            word = "May"  # the month is no modal
        if word == "'s" and words and words[-1] in SUBJECT_PRONOUNS | _CONTRACTED:
            word = "is"
        words.append("not" if word in ("n't", "cannot") else word)
        spans.append(found.span())
    return tuple(words), tuple(spans)


def _head(words: tuple[str, ...], first: int, last: int) -> int:
    """Find the word that names the event: behind auxiliaries and control verbs, but at once where a speech act stands."""
    index = first
    while index < last - 1 and (step := _step(words, index, last)):
        index += step
    return index


def _past_names(sentence: str, words: tuple[str, ...], spans: tuple[Span, ...], head: int, last: int) -> int:
    """Step over a party at the head of the evidence ("[Turkish jets struck]") and over adjectives ("[frequent attacks]")."""
    if head > 0 and sentence[spans[head][0]].isupper():
        return next((i for i in range(head + 1, last) if "past" in forms(words[i]) or words[i] in _AUXILIARIES), head)
    while head < last - 1 and _adjective(words[head]) and words[head + 1].isalpha() and words[head + 1] not in _CLOSED:
        head += 1
    return head


def _adjective(word: str) -> bool:
    return word.endswith(_ADJECTIVE) and word not in _LIKE_ADJECTIVES and len(word) > 5


def _step(words: tuple[str, ...], index: int, last: int) -> int:
    """Say how far the head lies at least behind a word of the evidence; 0 when this is the head."""
    word, following = words[index], words[index + 1 : last]
    if _operator(word) or word in DETERMINERS or word == "no" or not word[0].isalpha():
        return 1
    if lemmas(word) & SPEECH_ACTS:
        return 0
    if word == "going" and following[0] == "to":
        return 2
    if _governs_verb(word, following):
        return following.index("to") + 1
    turning = lemmas(word) & _TURNING and any("ing" in forms(near) for near in following[:3])
    aspect = lemmas(word) & ASPECT and "ing" in forms(following[0])
    short = word in ("of", "short", "without") or following[0] == "short"
    return 1 if turning or aspect or short else 0


def _governs_verb(word: str, following: tuple[str, ...]) -> bool:
    """Say whether a word of the evidence governs an infinitive in it: "preparing on Saturday to free", not "went to Paris"."""
    if "to" not in following[:-1] or not lemmas(word) & (BEFORE_TO.keys() - _LIGHT_TO):
        return False
    far = following[0] != "to" and lemmas(word) & RIGHT_BEFORE_TO and word != "nothing"
    return not far and following[following.index("to") + 1] not in DETERMINERS


def _operator(word: str) -> bool:
    return word in _AUXILIARIES or word in MODALS or word in NEGATIONS or word == "to" or _is_adverb(word)


def _is_adverb(word: str) -> bool:
    return word in ADVERBS or (word.endswith("ly") and word not in ("fly", "supply", "rally", "ally", "apply", "reply", "rely"))


def _chain(words: tuple[str, ...], head: int) -> tuple[int, ...]:
    """Walk left from the head over operators: auxiliaries, negations, adverbs, "to" and the verbs that govern it."""
    found: list[int] = []
    index = head - 1
    while index >= 0 and _operates(words, index):
        found.append(index)
        index -= 1
    while found and _is_adverb(words[found[-1]]) and words[found[-1]] not in ("yet", "once"):
        found.pop()
    if not found or (len(found) == 1 and words[found[0]] in NEGATIONS):
        found += _shared(words, index, head)
    return tuple(reversed(found))


def _operates(words: tuple[str, ...], index: int) -> bool:
    word, after, before = words[index], words[index + 1], words[index - 1] if index else ""
    if word == "to" and ("ing" in forms(after) or before in NOUN_TO):
        return False  # "confessed to shelling", "exposed to regular raids"
    if _operator(word) or (lemmas(word) & ASPECT and "ing" in forms(after)):
        return True
    if after == "to" and (word == "going" or lemmas(word) & BEFORE_TO.keys()):
        return not (word in ("order", "view") and before == "in")
    return {word, after} == {"no", "longer"} or (word == "longer" and before == "no")


def _shared(words: tuple[str, ...], index: int, verb: int) -> list[int]:
    """Find the operators that a verb shares with one before it: "will meet the envoy and [sign] the pact"."""
    head = words[verb]
    if index < 1 or words[index] not in CONJUNCTIONS | {","} or "base" not in forms(head) or "past" in forms(head):
        return []
    for at in range(index - 1, max(-1, index - 24), -1):
        if words[at] in STRONG:
            return []
        if (words[at] in MODALS or words[at] in DO or words[at] == "to") and "base" in forms(words[at + 1]):
            found = [*reversed([i for i in range(at + 1, index) if words[i] in NEGATIONS]), at]
            while at > 0 and _operates(words, at - 1):
                at -= 1
                found.append(at)
            return found
    return []


def governing_verb(seen: View) -> int | None:
    """Find the verb that an event noun depends on: "[carried] out the strikes", "will [hold] talks"."""
    for index in range(seen.head - 1, max(-1, seen.head - 9), -1):
        word = seen.words[index]
        if (
            word in STRONG
            or word in (",", "that")
            or word in PREPOSITIONS
            or (word in DETERMINERS and seen.word(index - 1) == "to")
        ):
            return None
        kinds = forms(word)
        before = seen.word(index - 1)
        if (
            kinds & {"past", "ing"}
            or before in MODALS
            or (before == "to" and seen.word(index - 2) not in NOUN_TO)
            or (lemmas(word) & LIGHT and not nominal(seen.words, index))
        ):
            return index
    return None


def chain_before(words: tuple[str, ...], index: int) -> tuple[int, ...]:
    """Give the operators that lead to the word at ``index``."""
    return _chain(words, index)
