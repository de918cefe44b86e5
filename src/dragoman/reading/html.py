"""An HTML page to its story's facts and paragraphs.

trafilatura cuts the body out; what it gives is then read like a flattened article, so that a last "Read also" or
"Follow us" goes. Where it gives nothing, the page is flattened and read as text.
"""

from __future__ import annotations

import re

import trafilatura
from lxml import etree
from lxml.html import HtmlElement

from dragoman.reading.blocks import Block, clean
from dragoman.reading.body import without_chrome
from dragoman.reading.bylines import dateline
from dragoman.reading.metadata import article_node, metadata
from dragoman.reading.sight import sights
from dragoman.reading.text import Found, read_text, without_excerpts

_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<body[\s>]|<head[\s>]", re.I)
_TAG = re.compile(
    r"</?(?:p|div|span|a|article|section|h[1-6]|br|ul|ol|li|table|td|tr|meta|title|script|img|em|strong|b|i)(?:\s[^<>]{0,500})?/?>",
    re.I,
)
_BREAKING = frozenset(
    "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3"
    " h4 h5 h6 header hgroup hr li main nav ol option p pre section summary table tbody td tfoot th thead tr ul".split()
)
_SILENT = frozenset("script style noscript template svg math iframe object canvas head select button textarea".split())
_FEWEST_WORDS = 25


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
    flat = None
    paragraphs = _extracted(tree)
    if sum(len(paragraph.split()) for paragraph in paragraphs) < _FEWEST_WORDS:
        flat = read_text(flatten(tree))
        paragraphs = max(paragraphs, flat.paragraphs, _from_node(tree), key=lambda found: sum(map(len, found)))
    if facts.published is None or not facts.authors:
        flat = flat or read_text(flatten(tree))
        facts = facts.filled_from(flat.facts)
    head = dateline(paragraphs[0]) if paragraphs else None
    return Found(facts.with_dateline(head), paragraphs)


def flatten(tree: HtmlElement) -> str:
    """Give a page's text, a line a block, without scripts and forms' controls."""
    pieces: list[str] = []
    _flatten(tree.getroottree().getroot(), pieces)
    return "".join(pieces)


def _extracted(tree: HtmlElement) -> tuple[str, ...]:
    text = trafilatura.extract(tree, include_comments=False, include_tables=False, with_metadata=False) or ""
    found = [Block(line) for raw in text.split("\n") if (line := clean(raw).removeprefix("- "))]
    seen = sights(found)
    kept = without_excerpts(seen, without_chrome(seen))
    return tuple(seen[i].block.text for i in kept)


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
