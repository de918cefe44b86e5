"""Put what the model hears in single sentences together to statements of the whole text: quotations run over sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model import Voice
from dragoman.qualify.quotes import quotations
from dragoman.qualify.statements import Statement
from dragoman.records import Span

_ACCORDING = re.compile(r"according to\b", re.IGNORECASE)
_LEAD = re.compile(r" (?:about|against|as|at|for|of|on|over|to|with)(?= )")
_BETWEEN = re.compile(r"(?: [\w'’-]+){0,5}[\s.,]*")
_THAT = re.compile(r"\b(that) $", re.IGNORECASE)


def heard(text: str, sentences: Sequence[Span], voices: Sequence[Sequence[Voice]]) -> tuple[Statement, ...]:
    """Give the statements of a text.

    Args:
        text: The text.
        sentences: Its sentences, as offsets.
        voices: What the model hears in each, in offsets of the sentence.
    """
    quotes = quotations(text)
    found = [_moved(voice, begin) for (begin, _), each in zip(sentences, voices, strict=True) for voice in each]
    return tuple(_cued(text, _whole(text, statement, quotes, found)) for statement in found if statement.content)


def _moved(voice: Voice, by: int) -> Statement:
    source = ((voice.source[0] + by, voice.source[1] + by),) if voice.source else ()
    content = tuple((begin + by, end + by) for begin, end in voice.content)
    return Statement(source, ((voice.cue[0] + by, voice.cue[1] + by),), content)


def _whole(text: str, statement: Statement, quotes: Sequence[Span], found: Sequence[Statement]) -> Statement:
    """Let a content that is quoted reach to the ends of its quotation, and over quotations that follow without a cue.

    A few words may close the sentence of the cue before: "he said on Monday", "she tweeted before the vote".
    """
    content = [_grown(_with_that(text, span), quotes, statement.cue[0]) for span in statement.content]
    last = max(end for _, end in (*content, *statement.cue, *statement.source))
    spoken = any(span in quotes for span in content)
    for quote in quotes:
        if quote[0] < last or not spoken:
            continue
        gap = text[last : quote[0]]
        if not _BETWEEN.fullmatch(gap) or gap.count("\n\n") > 1 or any(_touch(quote, other.content) for other in found):
            break
        content.append(quote)
        last = quote[1]
    return replace(statement, content=tuple(sorted(set(content))))


def _cued(text: str, statement: Statement) -> Statement:
    """Let the cue end where its source begins, or with the preposition that leads from it into what is said.

    "According to", not "according to the mayor"; "called for", not "called".
    """
    (begin, end), *_ = statement.cue
    end = min((b for b, _ in statement.source if begin < b < end), default=end)
    if held := _ACCORDING.match(text, begin, end):
        end = held.end()
    end = begin + len(text[begin:end].rstrip())
    lead = _LEAD.match(text, end)
    if lead and lead.end() + 1 in {b for b, _ in statement.content}:
        end = lead.end()
    return replace(statement, cue=((begin, end),))


def _with_that(text: str, span: Span) -> Span:
    """The span with the "that" which leads into it: it is part of what is said."""
    lead = _THAT.search(text, max(0, span[0] - 6), span[0])
    return (lead.start(1), span[1]) if lead else span


def _grown(span: Span, quotes: Sequence[Span], cue: Span) -> Span:
    """The quotation that opens or closes where the span does, or the span."""
    for quote in quotes:
        touches = quote[0] < span[1] and span[0] < quote[1]
        if touches and (abs(quote[0] - span[0]) <= 2 or abs(quote[1] - span[1]) <= 2) and not _touch(quote, (cue,)):
            return min(span[0], quote[0]), max(span[1], quote[1])
    return span


def _touch(span: Span, others: Sequence[Span]) -> bool:
    return any(span[0] < end and begin < span[1] for begin, end in others)
