"""Reading the treebank UD English-GUM: text, mentions and chains (Zeldes, 2017; entities stand in the MISC column).

``Entity=(3-organization-new-sssss-cf1-5-coref-Name`` opens a mention of chain 3, ``3)`` closes it; several stand side by side.
The sixth field tells the words of a mention that carry it (numbered from 1 inside the mention): the least span.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.records import Span

_MARK = re.compile(r"\((\d+)-([a-z]+)-[^-()]*-[^-()]*-[^-()]*-([\d,]+)-([a-z]+)(?:-[^()|]*)?(\))?|(\d+)\)")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """An annotated mention.

    Attributes:
        least: The smallest span that still stands for it.
        chain: Number of its chain in the document.
        kind: Entity type ("person", "organization", "place", "event" ...).
        pronoun: Part of speech of its only word is PRON (or a possessive one).
    """

    begin: int
    end: int
    least: Span
    chain: int
    kind: str
    pronoun: bool


@dataclass(slots=True)
class GoldStory:
    """A document: paragraphs joined by blank lines, sentences by a blank."""

    id: str
    text: str = ""
    sentences: list[Span] = field(default_factory=list)
    mentions: list[GoldMention] = field(default_factory=list)

    @property
    def genre(self) -> str:
        """Give the second part of the id: news, interview, speech ..."""
        return self.id.split("_")[1] if "_" in self.id else ""


@dataclass(frozen=True, slots=True)
class _Word:
    begin: int
    end: int
    tag: str
    misc: str
    line: int


def read_stories(path: Path) -> list[GoldStory]:
    """Read all documents of a CoNLL-U file, plain or gzipped.

    Raises:
        DragomanError: a line has not ten columns, or a mention is closed that is not open; the message names the line.
    """
    stories: list[GoldStory] = []
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for block in _blocks(lines, path):
            if block.story:
                stories.append(GoldStory(block.story))
            if not stories:
                stories.append(GoldStory(path.stem))
            _add_sentence(stories[-1], block, path)
    return stories


@dataclass(slots=True)
class _Block:
    """A sentence as read: its comments and rows."""

    story: str = ""
    text: str = ""
    paragraph: bool = False
    rows: list[tuple[int, list[str]]] = field(default_factory=list)


def _blocks(lines: Iterator[str], path: Path) -> Iterator[_Block]:
    block = _Block()
    for number, raw in enumerate(lines, start=1):
        line = raw.rstrip("\n")
        if line.startswith("# newdoc id = "):
            block.story = line.removeprefix("# newdoc id = ")
        elif line.startswith("# text = "):
            block.text = line.removeprefix("# text = ")
        elif line.startswith("# newpar") and not line.startswith("# newpar_block"):
            block.paragraph = True
        elif line and not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != 10:
                raise DragomanError(f"{path}, line {number}: {len(columns)} columns where CoNLL-U has 10.")
            block.rows.append((number, columns))
        elif not line and block.rows:
            yield block
            block = _Block()
    if block.rows:
        yield block


def _add_sentence(story: GoldStory, block: _Block, path: Path) -> None:
    if story.text:
        story.text += "\n\n" if block.paragraph else " "
    start = len(story.text)
    story.text += block.text
    story.sentences.append((start, len(story.text)))
    _add_mentions(story, _words(block, start), path)


def _words(block: _Block, start: int) -> list[_Word]:
    """Find each word in the text of the sentence; the parts of a contraction ("does", "n't") lie one after the other."""
    words, at = [], 0
    for line, columns in block.rows:
        if "-" in columns[0] or "." in columns[0]:
            continue
        found = block.text.find(columns[1], at)
        if found < 0 or block.text[at:found].strip():
            found = at + len(block.text[at:]) - len(block.text[at:].lstrip())
        end = min(found + len(columns[1]), len(block.text))
        words.append(_Word(start + found, start + end, columns[4], columns[9], line))
        at = end
    return words


def _add_mentions(story: GoldStory, words: list[_Word], path: Path) -> None:
    open_marks: dict[int, list[tuple[int, re.Match[str]]]] = {}
    for number, word in enumerate(words):
        entity = next((part for part in word.misc.split("|") if part.startswith("Entity=")), "")
        for mark in _MARK.finditer(entity):
            if mark[1]:
                open_marks.setdefault(int(mark[1]), []).append((number, mark))
            if mark[5] or mark[6]:
                waiting = open_marks.get(int(mark[1] or mark[6]))
                if not waiting:
                    raise DragomanError(f"{path}, line {word.line}: entity {mark[6]} is closed and was not open.")
                story.mentions.append(_mention(words, *waiting.pop(), number))
    story.mentions.sort(key=lambda m: (m.begin, -m.end))


def _mention(words: list[_Word], first: int, mark: re.Match[str], last: int) -> GoldMention:
    inside = [first + int(n) - 1 for n in mark[3].split(",")]
    least = (words[min(inside)].begin, words[min(max(inside), last)].end)
    pronoun = first == last and words[first].tag in ("PRP", "PRP$")
    return GoldMention(words[first].begin, words[last].end, least, int(mark[1]), mark[2], pronoun)
