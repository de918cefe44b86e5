"""On whose word: source, cue and content of what a text says that somebody said, in the terms of PARC and PolNeAR.

The model hears cues, sources and contents in single sentences, and :mod:`dragoman.qualify.hearing` lets quotations run on over
several. Beside it stand rules: for every cue that :mod:`dragoman.qualify.cues` knows, they look for a subject beside it and
for what is said, and :mod:`dragoman.qualify.turns` knows the turns of a transcript. Where both find the same cue, the model's
word counts; what only one of them finds is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.model import UNENDING, Voice
from dragoman.qualify.cues import PERFORMING
from dragoman.qualify.hearing import heard
from dragoman.qualify.morphology import lemmas
from dragoman.qualify.scene import scene
from dragoman.qualify.statements import Statement, statements
from dragoman.qualify.turns import turns
from dragoman.qualify.words import RELATIVES
from dragoman.records import Attribution, Manner, Mention, Party, Span, Speaker

__all__ = ["attributions", "said_by", "speaker"]


_JOINED = re.compile(r"(?:,|\b(?:and|but))(?: (?:also|then|later|has|have|had|is|are|was|were|\w+ly))* $")
"""Right before a verb, this joins it to one before with the same subject."""

_NOBODY = UNENDING | frozenset("overnight today tonight yesterday tomorrow earlier later now then meanwhile there".split())


def attributions(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention] = (),
    voices: Sequence[Sequence[Voice]] = (),
) -> tuple[Attribution, ...]:
    """Give the attributions of a text, in the order of their cues.

    Args:
        text: The text.
        sentences: Its sentences, as offsets.
        mentions: Actors found in it; the one that overlaps a source most becomes its ``party``.
        voices: What the model hears in each sentence; by default the rules stand alone.

    >>> text = "The army had left, Mr Sow said. “We are glad,” said Ms Diop. “It is over.”"
    >>> found = attributions(text, [(0, 31), (32, 59), (60, 73)])
    >>> [[text[b:e] for b, e in a.source + a.cue + a.content] for a in found]
    [['Mr Sow', 'said', 'The army had left'], ['Ms Diop', 'said', '“We are glad,”', '“It is over.”']]
    """
    learned = heard(text, sentences, voices) if voices else ()
    found: tuple[Statement, ...] = ()
    for way in (turns(text), learned, statements(scene(text, tuple(sentences)))):
        found += tuple(_named(text, one) for one in way if not any(_same_cue(one, other) for other in found))
    return tuple(
        Attribution(
            source=statement.source,
            cue=statement.cue,
            content=statement.content,
            party=_party(_antecedent(text, statement.source, mentions), mentions),
            manner=_manner(text, statement),
        )
        for statement in sorted(found, key=lambda statement: (statement.cue, statement.content))
    )


def _named(text: str, statement: Statement) -> Statement:
    """Drop a source that is but a preposition, an article or a word of time: "overnight there were reports" names nobody."""
    return replace(statement, source=tuple(s for s in statement.source if text[slice(*s)].casefold() not in _NOBODY))


def _antecedent(text: str, source: tuple[Span, ...], mentions: Sequence[Mention]) -> tuple[Span, ...]:
    """Give who is meant by a source that is but a relative pronoun: "the union, which warned that"."""
    if not source or text[slice(*source[0])].casefold() not in RELATIVES:
        return source
    before = [m for m in mentions if m.end < source[0][0] and not text[m.end : source[0][0]].strip(" ,")]
    return tuple((m.begin, m.end) for m in sorted(before, key=lambda m: m.begin)[:1])


def _manner(text: str, statement: Statement) -> Manner:
    """Word for word inside quotation marks and in the turns of a transcript."""
    quoted = all(text[begin] in "“\"„«'‘`" for begin, _ in statement.content)
    return "direct" if quoted or [text[slice(*span)] for span in statement.cue] == [":"] else "indirect"


def _same_cue(one: Statement, other: Statement) -> bool:
    return any(b < last and first < e for b, e in one.cue for first, last in other.cue)


def said_by(
    evidence: Span, attributions: Sequence[Attribution], *, text: str = "", actors: Sequence[Mention] = ()
) -> Attribution | None:
    """Give the innermost attribution whose content holds the evidence of an event; ``None`` is the story's own voice.

    An event that is itself the cue ("condemned", "vowed") stands outside its own content, so it is told by the story
    unless a further source is cited for it. The story also tells what somebody asks for, praises or refuses (he takes it for
    known), and the second thing that the source of a statement does ("accused him and sealed the port").

    Args:
        evidence: Offsets of the words that carry the event.
        attributions: Those of the text.
        text: The text; without it nothing is known of second things.
        actors: Mentions of the event's actors.
    """
    holding = [
        (sum(end - begin for begin, end in attribution.content), attribution)
        for attribution in attributions
        if any(begin <= evidence[0] and evidence[1] <= end for begin, end in attribution.content)
        and _reports(text, attribution)
        and not (_JOINED.search(text, 0, evidence[0]) and _own(attribution, actors))
    ]
    return min(holding, key=lambda item: (item[0], item[1].cue))[1] if holding else None


def _reports(text: str, attribution: Attribution) -> bool:
    """Say whether a statement tells what happened: "said", "denied", a quotation; not "asked for", "praised", "refused"."""
    cue = {lemma for begin, end in attribution.cue for word in text[begin:end].casefold().split() for lemma in lemmas(word)}
    return attribution.manner == "direct" or not cue & PERFORMING or bool(cue & {"say", "statement"})


def _own(attribution: Attribution, actors: Sequence[Mention]) -> bool:
    """Say whether the very words that name the source also name the actor."""
    return any(begin < actor.end and actor.begin < end for begin, end in attribution.source for actor in actors)


def speaker(text: str, attribution: Attribution | None) -> Speaker | None:
    """Give the speaker of an attribution as an event records it; ``None`` where nobody is named."""
    if attribution is None or not attribution.source:
        return None
    begin, end = attribution.source[0][0], attribution.source[-1][1]
    party = attribution.party or Party(text=text[begin:end], begin=begin, end=end)
    cue = " ".join(text[first:last] for first, last in attribution.cue)
    return Speaker(
        text=party.text, begin=party.begin, end=party.end, actor_id=party.actor_id, name=party.name, country=party.country,
        sectors=party.sectors, cue=cue or None, manner=attribution.manner,
    )  # fmt: skip


def _party(source: Sequence[Span], mentions: Sequence[Mention]) -> Party | None:
    """Take the mention that shares most with the source; of equals the one that begins first."""
    best: Mention | None = None
    most = 0
    for mention in mentions:
        shared = sum(max(0, min(end, mention.end) - max(begin, mention.begin)) for begin, end in source)
        if shared > most:
            best, most = mention, shared
    if best is None:
        return None
    return Party(
        text=best.text, begin=best.begin, end=best.end, actor_id=best.actor_id, name=best.name, country=best.country,
        sectors=best.sectors,
    )  # fmt: skip
