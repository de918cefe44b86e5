"""One page to one story."""

from __future__ import annotations

import json
import re
from datetime import datetime
from functools import cache
from importlib.resources import files

import yaml

from dragoman.errors import Unreadable
from dragoman.reading.blocks import blocks, clean
from dragoman.reading.bylines import is_transcript
from dragoman.reading.decode import decode
from dragoman.reading.facts import Facts, plausible
from dragoman.reading.html import is_html, read_html
from dragoman.reading.language import language
from dragoman.reading.sight import Sight, count_words, sights
from dragoman.reading.text import Found, read_text
from dragoman.records import Story, story_id

_FEED = re.compile(r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(rss|feed|rdf:RDF|urlset|sitemapindex|opml)\b", re.I | re.S)
_FEWEST_WORDS = 4
_FEWEST_LINKS = 3
_REFUSAL_WORDS = 120
_REFUSAL_REACH = 400
_REFUSED = {
    "error": ("This is an error page", "Fetch the page again, or take it from an archive."),
    "robots": (
        "This is a check for robots or a note that scripts are off",
        "Save the page from a browser that shows the article.",
    ),
    "login": ("This is a login page", "Save the page while logged in."),
}


def read(data: bytes | str, url: str | None = None, captured: datetime | None = None) -> Story:
    r"""Read one page, HTML or text, into its story.

    Args:
        data: The page as captured. Text may be a bare article or a whole page saved as plain text.
        url: Where it stood; the page's own address is taken when this is missing.
        captured: When it was fetched; a publication time after it is not believed.

    Raises:
        Unreadable: there is no article in it; ``reason``, ``detail`` and ``mend`` say what there is.

    >>> read("Talks end\n\nBy Ama Osei\n3 March 2022 14:05 GMT\n\nACCRA - The envoys of both sides left.").authors
    ('Ama Osei',)
    """
    text = decode(data)
    _check_kind(text)
    found = read_html(text, url) if is_html(text) else read_text(text)
    _check_article(text, found)
    return _story(found, url, captured)


def _story(found: Found, url: str | None, captured: datetime | None) -> Story:
    facts: Facts = found.facts
    body = "\n\n".join(found.paragraphs)
    published = plausible(facts.published, captured)
    address = url or facts.url
    placeless = is_transcript(found.paragraphs) or (facts.dateline or "").casefold() == (facts.outlet or "").casefold()
    return Story(
        id=story_id(address, facts.title, published, body),
        url=address,
        title=facts.title,
        authors=facts.authors,
        published=published,
        dateline=None if placeless else facts.dateline,
        outlet=facts.outlet,
        language=language(body) or facts.language,
        rubrics=facts.rubrics,
        tags=facts.tags,
        views=facts.views,
        not_before=facts.not_before,
        text=body,
    )


def _check_kind(text: str) -> None:
    if feed := _FEED.match(text[:2000]):
        detail = f"This is a feed or site map (<{feed[1]}>), not one page"
        raise Unreadable("not_article", detail, "Give the pages that it links to.")
    if text.lstrip()[:1] in "{[" and _is_json(text):
        raise Unreadable(
            "not_article", "This is JSON data, not a page", "Save records one a line in a file that ends in .jsonl."
        )


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except (ValueError, RecursionError):
        return False


def _check_article(text: str, found: Found) -> None:
    words = sum(count_words(paragraph) for paragraph in found.paragraphs)
    if words < _REFUSAL_WORDS and (kind := _refusal(text, found)):
        raise Unreadable("not_article", *_REFUSED[kind])
    if words < _FEWEST_WORDS:
        raise Unreadable("not_article", _what_there_is(text), "Give a page that tells a story in sentences.")


def _refusal(text: str, found: Found) -> str | None:
    """Give the kind of page that refuses to show an article: its title says so, or one of its first sentences begins so."""
    words = " ".join(found.paragraphs) or re.sub(r"<[^<>]*>", " ", text[: 10 * _REFUSAL_REACH])
    title, shown = (found.facts.title or "").casefold(), clean(words[:_REFUSAL_REACH]).casefold()
    for kind, (anywhere, at_start) in _refusals().items():
        if anywhere.search(title) or (count_words(shown) < _REFUSAL_WORDS / 2 and at_start.search(shown)):
            return kind
    return None


@cache
def _refusals() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    patterns = yaml.safe_load(files("dragoman.reading").joinpath("refusals.yaml").read_text("utf-8"))
    start = r"(?:^|[.!?] )(?:please |sorry,? |oops[.!,]* |we're sorry[.,]* |the |this |that |requested |your )*"
    return {kind: (re.compile(pattern), re.compile(f"{start}(?:{pattern})")) for kind, pattern in patterns.items()}


def _what_there_is(text: str) -> str:
    seen: list[Sight] = sights(blocks(re.sub(r"<[^<>]*>", "\n", text)))
    menu = sum(sight.words <= 6 and not sight.closed for sight in seen)
    if not seen:
        return "The page has markup and no words"
    if menu > 0.5 * len(seen) and len(seen) >= _FEWEST_LINKS:
        return f"This is a list of links or labels: {menu} of {len(seen)} lines are short and no sentence"
    return f"There are {sum(sight.words for sight in seen)} words in {len(seen)} lines, and no paragraph among them"
