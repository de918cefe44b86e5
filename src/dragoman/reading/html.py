"""An HTML page to its story's facts and paragraphs.

trafilatura cuts the body out; what it gives is then read like a flattened article, so that a last "Read also" or
"Follow us" goes. Where it gives nothing, the page is flattened and read as text.
"""

from __future__ import annotations

import re

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from dragoman.reading.blocks import Block, clean, is_closed
from dragoman.reading.body import without_chrome
from dragoman.reading.bylines import dateline
from dragoman.reading.metadata import article_node, metadata
from dragoman.reading.sight import Sight, count_words, sights
from dragoman.reading.text import Found, is_head_line, read_text, without_excerpts

_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]|<head[\s>]", re.I)
_TAG = re.compile(
    r"</?(?:p|div|span|a|article|section|h[1-6]|br|ul|ol|li|table|td|tr|meta|title|script|img|em|strong|b|i)(?:\s[^<>]{0,500})?/?>",
    re.I,
)
_BREAKING = frozenset(
    (
        "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure"
        " footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol option p pre section summary table"
        " tbody td tfoot th thead tr ul"
    ).split()
)
_SILENT = frozenset("script style noscript template svg math iframe object canvas head select button textarea".split())
_FEWEST_WORDS = 25
_LOOSE_LINES = 8
_HEADLINE_WORDS = 7
_LEAD_WORDS, _LEAD_SIGNS = 12, 40
_MUCH_MORE, _NEARLY_ALL = 1.6, 0.9


def is_html(text: str) -> bool:
    """Tell whether a text is HTML: it names itself so in its head, or holds several of its tags.

    >>> is_html("<p>One.</p><p>Two.</p>"), is_html("Turnover was <10% and costs >5%.")
    (True, False)
    """
    return _PAGE.search(text[:5000]) is not None or len(_TAG.findall(text[:50_000])) >= 3


def read_html(text: str, url: str | None = None) -> Found:
    """Take the story out of an HTML page; the paragraphs are empty when there is none."""
    tree = trafilatura.load_html(text)
    if tree is None:
        return read_text(re.sub(r"<[^<>]*>", "\n", text))
    facts = metadata(tree, url)
    paragraphs = _extracted(tree, facts.title)
    short = _may_be_short(tree, paragraphs)
    if short or facts.published is None or not facts.authors:
        flat = read_text(flatten(tree))
        facts = facts.filled_from(flat.facts)
        paragraphs = _fuller(paragraphs, flat.paragraphs) if short else paragraphs
    carried = _from_node(tree)
    if len(paragraphs) <= 1 and _words(carried) > _NEARLY_ALL * _words(paragraphs):
        paragraphs = carried  # the same body, with its paragraphs
    paragraphs = (*_lead(tree, paragraphs), *paragraphs)
    head = dateline(paragraphs[0]) if paragraphs else None
    return Found(facts.with_dateline(head), paragraphs)


def _may_be_short(tree: HtmlElement, paragraphs: tuple[str, ...]) -> bool:
    """Tell whether the page's paragraph elements hold so much more that the body may have been cut too short."""
    in_elements = sum(count_words(element.text_content()) for element in tree.iter("p"))
    words = _words(paragraphs)
    return words < _FEWEST_WORDS or in_elements > _MUCH_MORE * words


def _fuller(cut: tuple[str, ...], flat: tuple[str, ...]) -> tuple[str, ...]:
    """Choose between trafilatura's body and the flattened page's.

    trafilatura's is the better as a rule; but where it stopped early, the other holds nearly all of it and much more.
    """
    words = _words(cut)
    if words < _FEWEST_WORDS:
        return max(cut, flat, key=_words)
    shared = _words(tuple(set(cut) & set(flat)))
    return flat if _words(flat) > _MUCH_MORE * words and shared > _NEARLY_ALL * words else cut


def _lead(tree: HtmlElement, paragraphs: tuple[str, ...]) -> tuple[str, ...]:
    """Give the first paragraph where the body lacks it, for no element calls it a paragraph.

    The page describes its story with it. A description set as a paragraph or heading apart is a line under the headline.
    """
    told = next((clean(value) for value in tree.xpath("//meta[@property='og:description']/@content")), "").rstrip(" .…")
    if count_words(told) < _LEAD_WORDS or not paragraphs or any(told in paragraph for paragraph in paragraphs):
        return ()
    texts = tree.xpath("//*[self::div or p or br or figure]/text()")
    bare = any(clean(text)[:_LEAD_SIGNS] == told[:_LEAD_SIGNS] for text in texts)
    lines = (clean(line) for line in flatten(tree).split("\n")) if bare else ()
    return tuple(line for line in lines if line.startswith(told) and is_closed(line))[:1]


def _words(paragraphs: tuple[str, ...]) -> int:
    return sum(count_words(paragraph) for paragraph in paragraphs)


def flatten(tree: HtmlElement) -> str:
    """Give a page's text, a line a block, without scripts and forms' controls."""
    pieces: list[str] = []
    _flatten(tree.getroottree().getroot(), pieces)
    return "".join(pieces)


def _extracted(tree: HtmlElement, title: str | None) -> tuple[str, ...]:
    links = _lone_links(tree)
    text = trafilatura.extract(tree, include_comments=False, include_tables=False, with_metadata=False) or ""
    found = [Block(line.removeprefix("- "), bullet=line.startswith("- ")) for raw in text.split("\n") if (line := clean(raw))]
    seen = sights([block for block in found if block.text and block.text not in links])
    kept = without_excerpts(seen, _between_prose(seen, without_chrome(seen), title))
    return tuple(seen[i].block.text for i in kept)


def _lone_links(tree: HtmlElement) -> set[str]:
    """Give the paragraphs that are one link and no sentence: headlines of other stories set between the paragraphs."""
    linked = [(clean(element.text_content()), element.findall(".//a")) for element in tree.iter("p")]
    alone = (text for text, links in linked if links and clean(links[0].text_content()) == text)
    return {text for text in alone if not is_closed(text) and count_words(text) >= _HEADLINE_WORDS}


def _between_prose(seen: list[Sight], kept: list[int], title: str | None) -> list[int]:
    """Leave out the title and the head's lines above the first paragraph, and headings with nothing below them."""
    prose = [i for i in kept if seen[i].prose]
    if not prose:
        return kept
    shown = [i for i in kept if i >= prose[0] or not (is_head_line(seen[i]) or _same(seen[i].block.text, title))]
    loose = [i for i in shown if i > prose[-1] and not seen[i].closed and not seen[i].block.bullet]
    return [i for i in shown if i not in loose] if len(loose) <= _LOOSE_LINES else shown


def _same(text: str, title: str | None) -> bool:
    return title is not None and re.findall(r"\w+", text.casefold()) == re.findall(r"\w+", title.casefold())


def _from_node(tree: HtmlElement) -> tuple[str, ...]:
    """Give the body that the page carries as data, as some do that draw themselves with scripts."""
    body = article_node(tree).get("articleBody")
    if not isinstance(body, str):
        return ()
    return tuple(line for raw in re.sub(r"<[^<>]*>", "\n", body).split("\n") if (line := clean(raw)))


def _flatten(root: HtmlElement, pieces: list[str]) -> None:
    skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else "script"
        silent, breaking = name in _SILENT, name in _BREAKING
        if event == "start":
            skipped += silent
            if not skipped:
                pieces.append(("\n\n" if breaking and name != "br" else "\n" if breaking else "") + _flat(element.text))
        else:
            skipped -= silent
            if not skipped:
                pieces.append(("\n\n" if breaking and name != "br" else "") + _flat(element.tail))


def _flat(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
