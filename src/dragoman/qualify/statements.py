"""Finds statements: a cue, who it is said by, and what is said. The rules stand in :func:`statements`, in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.qualify.cues import ADDRESSED, CLAUSE, MATTER, NOUNS, PARTICLES, PHRASAL, REPORTERS, SAYING
from dragoman.qualify.morphology import forms, lemmas
from dragoman.qualify.scene import (
    AUXILIARIES,
    DAYS,
    OPENERS,
    QUOTE_MARKS,
    Scene,
    adverb,
    chain_start,
    sentence_subject,
    subject_after,
    subject_before,
    verb_like,
)
from dragoman.qualify.view import nominal
from dragoman.qualify.words import BE, DETERMINERS, HAVE, PREPOSITIONS, listed_words
from dragoman.records import Span

_JOINED = listed_words("and but or then")
_CLAUSE_STARTS = listed_words("he she they it we i you there this these those his her its their") | DETERMINERS
_SPELLS = listed_words("day night year time morning week month afternoon evening point same")
_POSSESSIVES = listed_words("his her their its my our your")
_SURE = listed_words("says tells writes adds insists argues explains believes thinks accuses denies")
_AFTER_PLURALS = listed_words("with in on from by and along at within between near . ,")
_MANY = listed_words("two three four five six seven eight nine ten dozen several many few both all no")
_ADJECTIVE = ("ous", "al", "ic", "ive", "ful", "able", "ary")
_BREAKERS = listed_words("but which who while although though according however as after when whose")
_AFTER_NOUN = listed_words("that to of for about on against")


@dataclass(frozen=True, slots=True)
class Statement:
    """Spans of one attribution, as offsets."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb in its sentence; all are word indexes.

    Attributes:
        start: First auxiliary or adverb.
        verb: The verb.
        end: One past the particle.
        low: First word of the sentence.
        high: One past its last.
        kinds: saying, clause, matter.
    """

    start: int
    verb: int
    end: int
    low: int
    high: int
    kinds: frozenset[str]


def statements(seen: Scene) -> tuple[Statement, ...]:
    """Give the statements of a text in the order of their cues."""
    found: list[Statement] = []
    for number, (low, high) in enumerate(seen.sentences):
        found += _headline(seen, low, high)
        for index in range(low, high):
            found += _according(seen, index, low, high)
            found += _noun(seen, index, high)
            cue = _cue(seen, index, low, high)
            if cue is not None:
                before = next((s.source for s in reversed(found) if s.cue[0][0] >= seen.spans[low][0]), ())
                found += _verbal(seen, cue, number, before)
    return tuple(sorted({s.cue: s for s in reversed(found)}.values(), key=lambda s: s.cue))


def _headline(seen: Scene, low: int, high: int) -> Iterator[Statement]:
    """``Trump: Wall must be built`` in a heading."""
    for colon in range(low + 1, min(low + 5, high - 2)):
        if seen.word(colon) != ":":
            continue
        heading = all(seen.capital(i) or seen.word(i) in ("of", "the", "and", "'s") for i in range(low, colon))
        if (
            heading
            and seen.text[seen.spans[high - 1][1] - 1] not in '.”"'
            and seen.word(low) not in ("update", "photo", "video", "watch")
        ):
            yield Statement((seen.span(low, colon),), (seen.span(colon, colon + 1),), (seen.span(colon + 1, high),))


def _according(seen: Scene, index: int, low: int, high: int) -> Iterator[Statement]:
    """``According to X, ...`` and ``..., according to X``."""
    if seen.word(index) != "according" or seen.word(index + 1) != "to" or index + 2 >= high:
        return
    source = subject_after(seen, index + 2, high)
    if source is None:
        return
    if index - low <= 1:
        comma = next((i for i in range(source[1], min(high, source[1] + 14)) if seen.word(i) == ","), source[1])
        begin, end = comma, _end(seen, high)
    else:
        begin, end = low, index
    content = _trimmed(seen, begin, end)
    if content:
        yield Statement((seen.span(*source),), (seen.span(index, index + 2),), (content,))


def _noun(seen: Scene, index: int, high: int) -> Iterator[Statement]:
    """``the governor's claim that ...``, ``his plans to ...``."""
    if seen.word(index) not in NOUNS or seen.word(index + 1) not in _AFTER_NOUN or index + 2 >= high:
        return
    owner = next(
        (i for i in range(index - 1, max(-1, index - 4), -1) if seen.word(i) in _POSSESSIVES or seen.word(i) in ("'s", "'")),
        None,
    )
    if owner is None:
        return
    if seen.word(owner) in _POSSESSIVES:
        source = (owner, owner + 1)
    else:
        begin = owner
        while begin > 0 and (seen.capital(begin - 1) or (begin == owner and seen.word(begin - 1).isalpha())):
            begin -= 1
        source = (begin - (seen.word(begin - 1) in DETERMINERS), owner)
    if source[0] >= source[1]:
        return
    begin = index + (1 if seen.word(index + 1) in ("that", "to") else 2)
    content = _trimmed(seen, begin, _phrase_end(seen, begin, high))
    cue = seen.span(index, begin)
    if content:
        yield Statement((seen.span(*source),), (cue,), (content,))


def _cue(seen: Scene, index: int, low: int, high: int) -> Cue | None:
    """Read a word as a cue verb, if it is one."""
    stems = lemmas(seen.word(index))
    kinds = frozenset(name for name, words in (("saying", SAYING), ("clause", CLAUSE), ("matter", MATTER)) if stems & words)
    phrasal = next((PHRASAL[stem] for stem in sorted(stems) if stem in PHRASAL), "")
    if phrasal and seen.word(index + 1) in phrasal.split():
        kinds |= {"matter"}
    if not kinds or seen.quote(index) is not None or not _is_verb(seen, index, low):
        return None
    start = chain_start(seen, index, low)
    passive = any(seen.word(i) in BE for i in range(start, index)) and "participle" in forms(seen.word(index))
    hearer = stems & ADDRESSED and start == index and seen.word(index + 1) in ("of", "to")  # "men accused of", "told to"
    if passive or hearer or seen.word(start - 1) == "to":
        return None
    particle = seen.word(index + 1) in PARTICLES and (seen.word(index + 1) in phrasal.split() or "saying" not in kinds)
    end = index + 1 + (particle and seen.word(index + 1) not in ("that", "to"))
    return Cue(start, index, end, low, high, kinds)


def _is_verb(seen: Scene, index: int, low: int) -> bool:
    word, kinds = seen.word(index), forms(seen.word(index))
    if not word.isalpha() or (seen.capital(index) and index > low):
        return False
    if kinds & {"past", "participle"} and "base" not in kinds:
        return seen.word(index - 1) not in DETERMINERS | PREPOSITIONS - {"as"}
    if nominal(seen.words, index) or seen.word(index - 1) in DETERMINERS:
        return False
    before = seen.word(index - 1)
    if "base" in kinds:
        subject = before in ("who", "they", "we", "i", "you", "that") or before.endswith("s") or adverb(before)
        return subject or before in AUXILIARIES - BE - HAVE
    if "s" in kinds and word not in _SURE:
        after = seen.word(index + 1)
        finite = after in HAVE or ("past" in forms(after) and "base" not in forms(after))  # "the two states shared it"
        return after not in _AFTER_PLURALS and not finite and not before.endswith(_ADJECTIVE) and before not in _MANY
    return "ing" in kinds or "s" in kinds


def _verbal(seen: Scene, cue: Cue, number: int, before: tuple[Span, ...]) -> Iterator[Statement]:
    """Put together source and content of a cue verb; ``before`` is the source of the statement before in the sentence."""
    if seen.word(cue.verb + 1) == "by" and cue.start == cue.verb:
        yield from _passive(seen, cue)
        return
    floor = _floor(seen, cue)
    inverted = _inverted(seen, cue, floor)
    source = inverted or _source(seen, cue, floor)
    content = _before(seen, cue.start, cue.low) if inverted else _after(seen, cue)
    after = inverted[1] if inverted else cue.verb + 1
    pieces = [content] if content else []
    if source and not inverted and "saying" in cue.kinds:
        if not content or _said_already(seen, source[0], cue):
            pieces = _around(seen, source[0], cue)
        elif seen.word(cue.end) == "," and source[0] > cue.low and (earlier := _before(seen, source[0], cue.low)):
            pieces = [earlier, content]  # "The talks," he said, "have failed."
    sources: tuple[Span, ...] = (seen.span(*source),) if source else ()
    if not inverted and _follows(seen, cue) and before:
        sources = before
    if not pieces or not (sources or "saying" in cue.kinds):
        return
    pieces += _continued(seen, pieces[-1], after, number)
    yield Statement(sources, (seen.span(cue.start, cue.end),), tuple(sorted(set(pieces))))


def _passive(seen: Scene, cue: Cue) -> Iterator[Statement]:
    """``a practice criticised by Mr Sow``."""
    source = subject_after(seen, cue.verb + 2, cue.high)
    matter = subject_before(seen, cue.start, cue.low)
    if source and matter:
        yield Statement((seen.span(*source),), (seen.span(cue.start, cue.verb + 1),), (seen.span(*matter),))


def _said_already(seen: Scene, source: int, cue: Cue) -> bool:
    """``"Never," he said sarcastically``: a quotation stands before and no clause or quotation after."""
    after = seen.word(cue.end)
    quoted = source > cue.low and seen.word(source - 1) in QUOTE_MARKS
    return quoted and after not in ("that", ":", ",") and after not in QUOTE_MARKS


def _around(seen: Scene, source: int, cue: Cue) -> list[Span]:
    """``The answer, he said, was simple``: what is said stands before the source, and may go on after the cue."""
    found = _before(seen, source, cue.low)
    if found is None:
        return []
    after = cue.end + 1
    goes_on = seen.word(cue.end) == "," and after < cue.high and seen.word(after) not in QUOTE_MARKS
    verbless = not any(verb_like(seen, index) for index in range(cue.low, source))
    rest = _trimmed(seen, after, _end(seen, cue.high)) if goes_on and (verbless or verb_like(seen, after)) else None
    if rest and verbless and seen.word(cue.low) in PREPOSITIONS and source - cue.low < 7:
        return [rest]  # "In May, he said, the port reopened"
    return [found, rest] if rest else [found]


def _follows(seen: Scene, cue: Cue) -> bool:
    """Say whether the verb shares the subject of one before it: "..., adding", "... and said"."""
    before = seen.word(cue.start - 1)
    return (
        "ing" in forms(seen.word(cue.verb)) and cue.start == cue.verb and before in (",", "by", "while", "and")
    ) or before in _JOINED


def _floor(seen: Scene, cue: Cue) -> int:
    """Give the first word that a source before the cue may hold: after the last quotation that ends before it."""
    own = seen.quote(cue.verb)
    for index in range(cue.start - 1, cue.low - 1, -1):
        other = seen.quote(index)
        if other != own:
            return index + 1
    return cue.low


def _inverted(seen: Scene, cue: Cue, floor: int) -> Span | None:
    """``"...," said X`` and ``..., said X``: the verb stands right after what is said."""
    if (
        "saying" not in cue.kinds
        or cue.start != cue.verb
        or not (cue.start == floor > cue.low or seen.word(cue.start - 1) == ",")
    ):
        return None
    index = cue.verb + 1
    starts = (
        seen.capital(index) or seen.word(index) in DETERMINERS or seen.word(index) in ("he", "she", "they", "one", "another")
    )
    kinds = forms(seen.word(cue.verb))
    if not starts or not kinds & {"past", "s"} or index >= cue.high:
        return None
    source = subject_after(seen, index, cue.high)
    told = seen.word(cue.start - 1) in QUOTE_MARKS or any(verb_like(seen, i) for i in range(cue.low, cue.start))
    return source if told and source and not verb_like(seen, source[1]) else None


def _source(seen: Scene, cue: Cue, floor: int) -> Span | None:
    before = seen.word(cue.start - 1)
    if _follows(seen, cue) or (before == "," and seen.word(cue.start - 2) in QUOTE_MARKS):
        return sentence_subject(seen, cue.low, cue.start)
    return subject_before(seen, cue.start, floor)


def _after(seen: Scene, cue: Cue) -> Span | None:
    """Find what is said after the verb."""
    begin = cue.end
    if lemmas(seen.word(cue.verb)) & ADDRESSED and "saying" in cue.kinds:
        begin = _past_hearer(seen, begin, cue.high)
    if "saying" in cue.kinds and not _starts_content(seen, begin):
        begin = _past_adjunct(seen, begin, cue.high)
    elif cue.kinds <= {"clause"} and not _starts_clause(seen, begin):
        return None
    if begin >= cue.high or begin < 0:
        return None
    if seen.word(begin) == ":" and begin + 1 >= cue.high:
        return seen.quote(begin + 1)
    if seen.word(begin) in (":", ","):
        begin += 1
    quote = seen.quote(begin)
    if quote and quote[0] == seen.spans[begin][0] and seen.text[quote[1] - 2] in ",.!?…;":
        return quote
    end = _phrase_end(seen, begin, cue.high, relative=seen.word(cue.start - 1) in ("who", "which"))
    return _trimmed(seen, begin, end)


def _starts_content(seen: Scene, index: int) -> bool:
    word = seen.word(index)
    if word in ("that", ":") or word in QUOTE_MARKS:
        return True
    if word == ",":
        return seen.word(index + 1) in QUOTE_MARKS
    if word == "to" and (seen.capital(index + 1) or seen.word(index + 1) in REPORTERS | DETERMINERS):
        return False
    return bool(word) and word[0].isalnum() and word not in PREPOSITIONS | DAYS | {"and", "but", "when", "while", "as"}


def _starts_clause(seen: Scene, index: int) -> bool:
    word = seen.word(index)
    return word in OPENERS | _CLAUSE_STARTS | {"to"} or word in QUOTE_MARKS or seen.capital(index)


def _past_hearer(seen: Scene, begin: int, high: int) -> int:
    """Step over the one spoken to: "told [reporters] that", "told [the Senate] it"."""
    if seen.word(begin) in ("that", ":", ",") or seen.word(begin) in QUOTE_MARKS or begin >= high:
        return begin
    for index in range(begin, min(high, begin + 9)):
        word = seen.word(index)
        if word in ("that", ":", "to", "about", "if", "whether", "how", "why") or word in QUOTE_MARKS:
            return index
        if (
            index > begin
            and (word in _CLAUSE_STARTS or (word in DAYS and seen.word(index - 1) != "last"))
            and seen.word(index - 1) not in PREPOSITIONS
        ):
            return index
        if word in (",", ".", ";"):
            return index
    return begin + 1 if seen.word(begin) in REPORTERS else begin


def _past_adjunct(seen: Scene, begin: int, high: int) -> int:
    """Step over "on Monday", "in a statement" to "that", a quotation or a clause; -1 when nothing is said after."""
    for index in range(begin, min(high, begin + 14)):
        word = seen.word(index)
        if (word == "that" and seen.word(index + 1) not in _SPELLS) or word == ":" or word in QUOTE_MARKS:
            return index
        if word in (".", ";"):
            return -1
        if index > begin and word in ("he", "she", "they", "it", "there", "we"):
            return index
        if word == "," and seen.word(index + 1) not in QUOTE_MARKS and index > begin:
            return -1
    return -1


def _before(seen: Scene, end: int, low: int) -> Span | None:
    """Find what is said before the source (or before an inverted cue): a quotation, or the sentence so far."""
    if end - 1 < low:
        return seen.quote(end - 1)
    if seen.word(end - 1) not in QUOTE_MARKS and seen.word(end - 1) not in (",", "?", "!"):
        return None
    quote = seen.quote(end - 1)
    if quote is not None and seen.spans[low][0] >= quote[0]:
        return quote
    if quote is not None and quote[0] == seen.spans[low][0]:
        return quote
    return _trimmed(seen, low, end)


def _continued(seen: Scene, content: Span, after: int, number: int) -> list[Span]:
    """Give the quotations that go on behind: in the same sentence, in the next ones, and over paragraphs left open."""
    direct = seen.text[content[0]] in "“\"„«'`"
    pieces: list[Span] = []
    high_offset = seen.spans[seen.sentences[number][1] - 1][1]
    last = content[1]
    for quote in seen.quotes:
        if quote[0] < last or quote[0] < seen.spans[min(after, len(seen.spans)) - 1][1]:
            continue
        between = seen.text[max(last, seen.spans[min(after, len(seen.spans)) - 1][1]) : quote[0]]
        same = quote[0] < high_offset and (direct or bool(pieces)) and between.strip() in (",", ", ", ":")
        follows = (direct or bool(pieces)) and quote[0] >= high_offset and _only_gap(seen, max(last, high_offset), quote[0])
        if not (same or follows):
            break
        pieces.append(quote)
        last = quote[1]
    return pieces


def _only_gap(seen: Scene, begin: int, end: int) -> bool:
    """Nothing but blanks, and a new paragraph only where the quotation before was left open."""
    gap = seen.text[begin:end]
    return not gap.strip(" .\t\xa0") or (not gap.strip() and seen.text[begin - 1] not in "”\"»'")


def _phrase_end(seen: Scene, begin: int, high: int, relative: bool = False) -> int:
    """Give the end of a noun phrase, infinitive or clause: the next sign that cuts, or the sentence's end."""
    for index in range(begin + 1, high):
        word = seen.word(index)
        if word in (";", "—", "–") and seen.quote(index) is None:
            return index
        if (
            word == ","
            and seen.quote(index) is None
            and (_breaks(seen, index + 1) or (relative and verb_like(seen, index + 1)))
        ):
            return index
    return _end(seen, high)


def _breaks(seen: Scene, index: int) -> bool:
    """Say whether a comma before this word ends what is said: ", which", ", but", ", adding", ", according to"."""
    word = seen.word(index)
    return word in _BREAKERS or ("ing" in forms(word) and seen.word(index - 2) != ",")


def _end(seen: Scene, high: int) -> int:
    """Leave the full stop out."""
    return high - 1 if seen.word(high - 1) in (".", "!", "?") else high


def _trimmed(seen: Scene, begin: int, end: int) -> Span | None:
    while begin < end and seen.word(end - 1) in (",", ";", ":"):
        end -= 1
    while begin < end and seen.word(begin) in (",", ":", ";"):
        begin += 1
    if begin >= end or not any(seen.word(i).isalnum() for i in range(begin, end)):
        return None
    return seen.span(begin, end)
