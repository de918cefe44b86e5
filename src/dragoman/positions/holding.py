"""Positions: who demands, offers, refuses, concedes or makes conditional what, towards whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.positions.cues import CUES, Cue
from dragoman.positions.speaking import speaker_of
from dragoman.records import Attribution, Mention, Party, Position, Span, digest

_END = re.compile(
    r"[.;:!?…]|[”\"](?=[\s,]|$)| [–—-] |,(?= (?:but|while|although|though|which|who|whose|said|says|according|as|after|saying|"
    r"adding|because|when|where|and (?:is|are|was|were|has|have|had|will|would|it|he|she|they|that|also|once)\b|"
    r"\w+ (?:said|says|told|added)\b))"
)
_CLAUSE_START = re.compile(r"[,;:–—]\s|\bthat\s")
_SUBORDINATE = re.compile(r"(?:after|when|while|as|although|though|if|because|since|once|before|with|by)\b", re.IGNORECASE)
_LONGEST_ISSUE = 160  # characters
_NEGATED = re.compile(
    r"(?:\bnot|n't|n’t|\bnever|\bno longer|\bwithout|\bmay|\bmight|\bcould|\bif \w+)\s+(?:\w+ )?$", re.IGNORECASE
)
_LED = re.compile(
    r"\b(?:of|in|with|against|for|to|from|by|on|at|over|into|toward|towards|between|under|like|about|via|near)\s+"
    r"(?:(?:the|a|an|its|his|her|their|this|that|these|those|all|some|other|new|\w+['’]s)\s+)*(?:[\w'’-]+,? (?:and|or) )?$",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",? (?:who|which|that)\b")
_PARAGRAPH = "\n"


def positions(
    story_id: str, text: str, sentences: Sequence[Span], mentions: Sequence[Mention], attributions: Sequence[Attribution]
) -> tuple[Position, ...]:
    """Find the positions that a story reports.

    The evidence runs from the cue to the end of the issue. A position needs a holder among the mentions: who stands before
    the cue in its clause ("Fiji declined to"), or, in wordings without one ("the loan depends on"), the government
    that the paragraph speaks of.

    Args:
        story_id: Id of the story.
        text: Its text.
        sentences: Spans of its sentences, in order.
        mentions: Its mentions, in order of place.
        attributions: Its attributions.
    """
    parties = [mention for mention in mentions if mention.country or mention.actor_id or mention.sectors]
    found: list[Position] = []
    for index, sentence in enumerate(sentences):
        taken: list[Span] = []
        small = text[slice(*sentence)].lower()
        for cue in (cue for cue in CUES if cue.fits(small)):
            for match in cue.pattern.finditer(text, *sentence):
                if any(match.start() < end and begin < match.end() for begin, end in taken):
                    continue
                position = _position(story_id, text, sentences, index, parties, cue, match, attributions)
                if position:
                    taken.append((position.begin, position.end))
                    found.append(position)
    return tuple(sorted(found, key=lambda position: (position.begin, position.end)))


def _position(
    story_id: str, text: str, sentences: Sequence[Span], index: int, parties: Sequence[Mention], cue: Cue,
    match: re.Match[str], attributions: Sequence[Attribution],
) -> Position | None:  # fmt: skip
    """Read one match; ``None`` where it is denied, only possible, or nobody holds it."""
    sentence = sentences[index]
    if _NEGATED.search(text[sentence[0] : match.start()]):
        return None
    opening = _behind_opening(text, sentence, parties, match.span()) if cue.subject == "before" else None
    issue, requires, end = _contents(text, (sentence[0], opening[1] if opening else sentence[1]), match)
    if len(issue) < 4 or (cue.only and not cue.only.search(issue)) or (cue.never and cue.never.search(issue)):
        return None
    if cue.subject == "none":
        holder = _topic(text, sentences, index, parties)
    else:
        holder = opening[0] if opening else _subject(text, sentence, parties, match.start())
    if holder is None:
        return None
    return Position(
        id=digest(story_id, "position", match.start(), end, cue.stance, holder.begin),
        story_id=story_id,
        holder=_party(holder),
        stance=cue.stance,
        issue=issue,
        counterpart=_counterpart(parties, holder, match.start(), end),
        requires=requires or None,
        said_by=speaker_of(text, match.start(), attributions),
        begin=match.start(),
        end=end,
        confidence=round(cue.sure * (0.8 if holder.kind == "pronoun" else 1.0), 6),
    )


def _contents(text: str, sentence: Span, match: re.Match[str]) -> tuple[str, str, int]:
    """Give the issue, what is asked in return, and where the evidence ends."""
    groups = match.groupdict()
    edge = _END.search(text, match.end(), sentence[1])
    end = min(edge.start() if edge else sentence[1], match.end() + _LONGEST_ISSUE)
    if _SUBORDINATE.match(text, sentence[0]):  # "After the court refused to hear it, the union ..."
        comma = text.find(", ", match.end(), end)
        end = comma if comma > 0 else end
    if end == match.end() + _LONGEST_ISSUE:
        end = text.rfind(" ", match.end(), end)
    behind = text[match.end() : end].rstrip(" ,;:.\n”\"'")
    end = max(match.end(), match.end() + len(behind))
    if "requires" not in groups:
        return _trimmed(behind), "", end
    issue = groups.get("issue") or _CLAUSE_START.split(text[sentence[0] : match.start()])[-1]
    return _trimmed(issue), _trimmed(behind), end


def _trimmed(words: str) -> str:
    return re.sub(r"^(?:and|but|also|that|,)\s+", "", re.sub(r"\s+", " ", words).strip(" ,“”\"'"), flags=re.IGNORECASE)


def _subject(text: str, sentence: Span, parties: Sequence[Mention], cue: int) -> Mention | None:
    """Give who stands before the cue as its subject."""
    before = [m for m in parties if sentence[0] <= m.begin and m.end <= cue]
    for mention in reversed(before):
        if text[mention.end : mention.end + 2] == ", " and _closes_relative(text, before, mention):
            continue
        led = _LED.search(text[max(sentence[0], mention.begin - 60) : mention.begin])
        if not led or _RELATIVE.match(text, mention.end):
            return mention
    return None


def _closes_relative(text: str, before: Sequence[Mention], mention: Mention) -> bool:
    """Whether the mention ends a clause about an earlier one: "Chad, which borders Peru, rejected"."""
    earlier = [m for m in before if m.end <= mention.begin and _RELATIVE.match(text, m.end)]
    return bool(earlier) and not _RELATIVE.match(text, mention.end)


def _behind_opening(text: str, sentence: Span, parties: Sequence[Mention], cue: Span) -> tuple[Mention, int] | None:
    """Give the subject behind an opening phrase, and where that ends: "Besides its calls for elections, Chad ..."."""
    if any(sentence[0] <= m.begin and m.end <= cue[0] for m in parties):
        return None
    comma = text.find(", ", cue[1], sentence[1])
    holder = next((m for m in parties if m.begin - 6 <= comma + 2 <= m.begin), None) if comma >= 0 else None
    return (holder, comma) if holder else None


def _topic(text: str, sentences: Sequence[Span], index: int, parties: Sequence[Mention]) -> Mention | None:
    """Give the government that the paragraph is about: first subject of the sentence itself, those before, the one behind."""
    order = [
        index,
        *_same_paragraph(text, sentences, index, -1),
        *_same_paragraph(text, sentences, index, 1),
        index - 1,
        index - 2,
    ]
    for at in order:
        if not 0 <= at < len(sentences):
            continue
        begin, end = sentences[at]
        for mention in (m for m in parties if begin <= m.begin and m.end <= end):
            governs = "GOV" in mention.sectors or (mention.actor_id is not None and mention.actor_id == mention.country)
            if governs and not _LED.search(text[max(begin, mention.begin - 60) : mention.begin]):
                return mention
    return None


def _same_paragraph(text: str, sentences: Sequence[Span], index: int, step: int) -> Iterator[int]:
    at = index + step
    while 0 <= at < len(sentences):
        low, high = sorted((sentences[at], sentences[at - step]))
        if _PARAGRAPH in text[low[1] : high[0]]:
            return
        yield at
        at += step


def _counterpart(parties: Sequence[Mention], holder: Mention, cue: int, end: int) -> Party | None:
    """Give the first other party named from the cue to the end of the issue."""
    for mention in parties:
        if cue <= mention.begin and mention.end <= end and not _same(mention, holder) and mention.kind != "pronoun":
            return _party(mention)
    return None


def _same(one: Mention, other: Mention) -> bool:
    return (one.actor_id is not None and one.actor_id == other.actor_id) or (
        one.country is not None and one.country == other.country
    )


def _party(mention: Mention) -> Party:
    return Party(
        text=mention.text, begin=mention.begin, end=mention.end, actor_id=mention.actor_id, name=mention.name,
        country=mention.country, sectors=mention.sectors,
    )  # fmt: skip
