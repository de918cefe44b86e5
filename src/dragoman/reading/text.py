"""A page saved as plain text, with or without its chrome, to its story's facts and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.reading import furniture
from dragoman.reading.blocks import blocks
from dragoman.reading.body import body, weights
from dragoman.reading.bylines import after_opener, byline, dateline, head_words, is_name, people
from dragoman.reading.facts import Facts
from dragoman.reading.headline import Headline, headline
from dragoman.reading.sight import Sight, sights
from dragoman.reading.stamps import Stamp, published, stamps

_HEAD_LINES, _HEAD_REACH = 25, 60
_TAIL_LINES = 12
_STAMP_WORDS = 25
_CRUMBS = re.compile("[>›»→]")  # above the title only a path is a rubric; bars and commas make a menu
_CUT_END = re.compile(r"\s*(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*$")
_SHORTEST_EXCERPT, _SHORTEST_REPEAT = 20, 8
_LONGEST_HEADING, _FEWEST_WORDS = 25, 4
_PLACE = re.compile(r"^[\s,|·•–—-]*([^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]+){0,2})[\s.,]*$")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a page: its story's facts and paragraphs."""

    facts: Facts
    paragraphs: tuple[str, ...]


def read_text(text: str) -> Found:
    """Take the story out of a flattened page; the paragraphs are empty when there is none."""
    seen = sights(blocks(text))
    guess = headline(seen)
    chosen = body(seen, guess, weights())
    if not chosen:
        return Found(_facts(seen, guess, len(seen), len(seen)), ())
    title = headline(seen, _first_prose(seen, chosen))
    kept = _without_head(seen, chosen, title)
    kept = without_excerpts(seen, kept)
    if not kept:
        return Found(_facts(seen, title, len(seen), len(seen)), ())
    facts = _facts(seen, title, kept[0], kept[-1])
    return Found(facts, tuple(seen[i].block.text for i in kept))


def _first_prose(seen: list[Sight], chosen: list[int]) -> int:
    """Give the number of the block where the story's prose begins: its first paragraph, else its first sentence."""
    long = (i for i in chosen if seen[i].prose or seen[i].words > _LONGEST_HEADING)
    short = (i for i in chosen if seen[i].closed and seen[i].words >= _FEWEST_WORDS and not is_head_line(seen[i]))
    return next(long, next(short, chosen[0]))


def _without_head(seen: list[Sight], chosen: list[int], title: Headline | None) -> list[int]:
    """Leave out the title and the lines of the head (date, byline, reader count, sections) above the first paragraph."""
    start = _first_prose(seen, chosen)
    top = title.index if title else -1
    last = max((i for i in chosen if i < start and is_head_line(seen[i])), default=top)
    return [i for i in chosen if i > last or (i < top and seen[i].prose)]


def is_head_line(sight: Sight) -> bool:
    """Tell whether a block is one of those that stand between title and story: date, byline, reader count, sections."""
    text = sight.block.text
    return (
        sight.stamped
        or sight.chrome
        or bool(byline(text))
        or is_name(text)
        or furniture.views([text]) is not None
        or bool(furniture.rubrics([text]))
        or _PLACE.match(text) is not None
    )


def without_excerpts(seen: list[Sight], kept: list[int]) -> list[int]:
    """Leave out what is told twice: a paragraph printed again (short ones may be meant so), or its cut beginning."""
    whole: dict[str, int] = {}
    for i in kept:
        whole.setdefault(seen[i].block.text, i)
    texts = list(whole)
    repeats = {i for i in kept if whole[seen[i].block.text] != i and seen[i].words >= _SHORTEST_REPEAT}
    return [i for i in kept if i not in repeats and not _is_excerpt(seen[i].block.text, texts)]


def _is_excerpt(text: str, others: Sequence[str]) -> bool:
    stem = _CUT_END.sub("", text)
    if stem == text or len(stem) < _SHORTEST_EXCERPT:
        return False
    return any(other.startswith(stem) and len(other) > len(text) for other in others)


def _facts(seen: list[Sight], title: Headline | None, first: int, last: int) -> Facts:
    """Read the chrome around the body, which runs from block ``first`` to block ``last``."""
    lines = [sight.block.text for sight in seen]
    top = _first_print(lines, title) + 1 if title and title.index < first else max(0, first - _HEAD_LINES)
    head, tail = lines[top:first], lines[last + 1 : last + 1 + _TAIL_LINES]
    above = lines[max(0, top - 4) : max(0, top - 1)]
    chrome = lines[:first] + lines[last + 1 :]
    stamp, remainder = _published(head, above, tail)
    in_body = dateline(lines[first]) if first < len(lines) else None
    return Facts(
        title=title.text if title else None,
        authors=_authors(head) or _authors(tail, only_by=True),
        published=stamp.when if stamp else None,
        dateline=in_body or _place(remainder),
        outlet=(title.site if title else None) or furniture.owner(chrome),
        rubrics=furniture.rubrics(
            line
            for line in (*head, *filter(_CRUMBS.search, above))
            if line not in (title.text if title else "") and not stamps(line)
        ),
        tags=furniture.tags(lines[last + 1 :]) or furniture.tags(head),
        views=furniture.views((*head, *tail)),
        not_before=furniture.not_before(chrome),
    )


def _first_print(lines: list[str], title: Headline) -> int:
    """Give where the title stands first, its window's line apart: galleries print it again below date and byline."""
    start = max(1, title.index - _HEAD_REACH)
    return next((i for i in range(start, title.index) if lines[i] == title.text), title.index)


def _published(head: Sequence[str], above: Sequence[str], tail: Sequence[str]) -> tuple[Stamp | None, str]:
    """Give the publication time, and what stands after it on its line."""
    for lines, labelled in ((head, False), (above, False), (tail, True)):
        found: list[tuple[Stamp, str]] = []
        for i, line in enumerate(lines):
            if len(line.split()) <= _STAMP_WORDS:
                found += _in_line(line, lines[i + 1] if i + 1 < len(lines) else "")
        best = published([stamp for stamp, _ in found if stamp.label or not labelled])
        if best:
            return next((stamp, rest) for stamp, rest in found if stamp is best)
    return None, ""


def _in_line(line: str, following: str) -> list[tuple[Stamp, str]]:
    """Give a line's dates; hour or zone may stand on the next, which then counts as the rest of the line."""
    alone = stamps(line)
    if (
        alone
        and following
        and len(following.split()) <= 8
        and (following.startswith("(") or not alone[-1].timed)
        and not stamps(following)
    ):
        joined = f"{line} {following}"
        both = stamps(joined)
        if both and both[-1].end > len(line) + 1:
            return [(stamp, joined[stamp.end :]) for stamp in both]
    return [(stamp, line[stamp.end :]) for stamp in alone]


def _authors(lines: Sequence[str], *, only_by: bool = False) -> tuple[str, ...]:
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else ""
        if line.casefold().rstrip(" :") in head_words().by:
            if names := people(following):
                return names
        elif names := byline(_undated(line)):
            return names
    if only_by:
        return ()
    for i, line in enumerate(lines):
        near = lines[max(0, i - 2) : i + 3]
        plain = _undated(line)
        names = (plain.rstrip("."),) if is_name(plain) else people(plain) if "," in plain else ()
        if names and len(plain) < 80 and (i == 0 or any(stamps(other) for other in near)) and _is_signature(plain, names):
            return names
    return ()


def _is_signature(line: str, names: tuple[str, ...]) -> bool:
    """Tell whether a line that begins with a name has nothing after it but more names and roles."""
    return line.startswith(names[0]) and not line.endswith(("!", "?", ":"))


def _undated(line: str) -> str:
    found = stamps(line)
    if not found:
        return line
    bare = line[: found[0].begin].rstrip(" |•·,–—-")
    return re.sub(r"\s+(?:on|at|,)?\s*(?:\w+day)?,?$", "", bare) if after_opener(line, head_words().by) else bare


def _place(remainder: str) -> str | None:
    match = _PLACE.match(remainder)
    return match[1].strip(" .,") if match and match[1].casefold() not in head_words().not_names else None
