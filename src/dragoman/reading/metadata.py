"""What an HTML page says of its story in JSON-LD, OpenGraph and other meta tags, its title and its time elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from dragoman.reading.blocks import clean
from dragoman.reading.bylines import people
from dragoman.reading.facts import Facts
from dragoman.reading.furniture import listed
from dragoman.reading.stamps import iso_time

_TITLES = ("og:title", "twitter:title", "sailthru.title", "dc.title", "parsely-title")
_TIMES = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "date", "pubdate", "publishdate",
    "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created",
    "dcterms.date", "cxenseparse:recs:publishtime", "article.published",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "sailthru.author", "parsely-author", "byl", "authors")
_SECTIONS = ("article:section", "articlesection", "parsely-section", "section")
_TAGS = ("article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags")
_SITES = ("og:site_name", "application-name", "dc.publisher", "cre", "apple-mobile-web-app-title")
_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Report|Posting|Review)$")
_SUFFIX = re.compile(r"\s+[|–—·•»:-]\s+|\s*\|\s*")
_LONGEST_NAME = 60
_MOST_TAGS = 40

Meta = dict[str, list[str]]
Node = dict[str, Any]


def metadata(tree: HtmlElement, url: str | None = None) -> Facts:
    """Give the facts that a parsed page states in its head and its marked-up elements."""
    meta = _meta(tree)
    node = article_node(tree)
    site = _first([*_values(meta, _SITES[:1]), _name(node.get("publisher")), *_values(meta, _SITES[1:])])
    address = url or _address(tree, meta, node)
    return Facts(
        title=_title(tree, meta, node, site, address),
        authors=_authors(tree, meta, node),
        published=_published(tree, meta, node),
        outlet=site or _host(address),
        url=address,
        language=_language(tree, meta, node),
        rubrics=_labels([node.get("articleSection"), *_values(meta, _SECTIONS)]),
        tags=_labels([*meta.get("article:tag", []), node.get("keywords"), *_values(meta, _TAGS[1:])])[:_MOST_TAGS],
    )


def article_node(tree: HtmlElement) -> Node:
    """Give the JSON-LD node that describes the article, or an empty one."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            for node in _nodes(_parsed(script.text or "")):
                kinds = node.get("@type")
                if any(
                    isinstance(kind, str) and _ARTICLE_TYPE.search(kind)
                    for kind in (kinds if isinstance(kinds, list) else [kinds])
                ):
                    return node
    return {}


def _parsed(text: str) -> Any:
    bare = re.sub(r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?://)?\s*(?:\]\]>|-->)\s*$", "", text).strip().rstrip(";")
    try:
        return json.loads(bare, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int = 0) -> Iterator[Node]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _nodes(value.get("@graph"), depth + 1)
        yield from _nodes(value.get("mainEntity"), depth + 1)


def _meta(tree: HtmlElement) -> Meta:
    found: Meta = {}
    for element in tree.iter("meta"):
        content = clean(element.get("content") or "")
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().casefold()
            if name and content:
                found.setdefault(name, []).append(content)
    return found


def _values(meta: Meta, names: Iterable[str]) -> list[str]:
    return [value for name in names for value in meta.get(name, [])]


def _first(values: Iterable[object]) -> str | None:
    return next((text for value in values if isinstance(value, str) and (text := clean(value))), None)


def _title(tree: HtmlElement, meta: Meta, node: Node, site: str | None, url: str | None) -> str | None:
    headings = [text for element in tree.iter("h1") if (text := clean(element.text_content()))]
    window = [clean(element.text_content()) for element in tree.iter("title")][:1]
    stated = [_first([node.get("headline")]), *_values(meta, _TITLES), *window]
    names = {_letters(name) for name in (site, _host(url)) if name}
    bare = [without_site(title, names, headings) for title in stated if title]
    for heading in headings:
        if any(_letters(heading) == _letters(title) for title in bare):
            return heading
    return _first([*bare, *headings])


def without_site(title: str, names: set[str], headings: list[str]) -> str:
    """Cut the site's name off a title.

    It is what follows the last mark ("-", "|") when that is a known name of the site, or the rest is a heading of the page.

    >>> without_site("Rain in Mali | The Herald", {"theherald"}, [])
    'Rain in Mali'
    """
    known = {_letters(heading) for heading in headings}
    for mark in reversed(list(_SUFFIX.finditer(title))):
        front, back = title[: mark.start()].strip(), title[mark.end() :].strip()
        if _letters(front) in known or any(
            _letters(back) and (_letters(back) in name or name in _letters(back)) for name in names if len(name) > 2
        ):
            return without_site(front, names, headings) if _letters(front) not in known else front
        if any(_letters(front) == name for name in names):
            return back
    return title


def _authors(tree: HtmlElement, meta: Meta, node: Node) -> tuple[str, ...]:
    from_node = _person(node.get("author"))
    from_meta = _values(meta, _AUTHORS)
    from_page = [element.text_content() for element in tree.iter("a") if "author" in (element.get("rel") or "").lower().split()]
    for group in (from_node, from_meta, from_page):
        names = [name for value in group for name in _split_names(clean(value))]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _person(value: Any) -> list[str]:
    if isinstance(value, list):
        return [name for item in value for name in _person(item)]
    name = _name(value)
    return [name] if name else []


def _name(value: Any) -> str | None:
    if isinstance(value, list) and value:
        return _name(value[0])
    if isinstance(value, dict):
        value = value.get("name")
        return _name(value) if isinstance(value, list) else _first([value])
    return _first([value])


def _split_names(value: str) -> tuple[str, ...]:
    bare = re.sub(r"^(?:by|von|par|por|di)\s+", "", value, flags=re.I)
    if not bare or "://" in bare or bare.startswith(("@", "www.")):
        return ()
    return people(bare) or ((bare,) if len(bare) <= _LONGEST_NAME and "," not in bare else ())


def _published(tree: HtmlElement, meta: Meta, node: Node) -> datetime | None:
    marked = [
        element.get("content") or element.get("datetime") or element.text_content()
        for element in tree.xpath("//*[@itemprop='datePublished']")
    ]
    timed = [
        element.get("datetime")
        for element in tree.xpath("//article//time[@datetime] | //time[@pubdate] | //header//time[@datetime]")
    ][:3]
    stated = [node.get("datePublished"), *_values(meta, _TIMES), *marked, *timed, node.get("dateCreated"), *_lone_time(tree)]
    times = [when for value in stated if value and (when := iso_time(value)) and when.year > 1900]
    zoned = [when for when in times if when.tzinfo and abs((when.date() - times[0].date()).days) <= 1]
    return next(iter(zoned or times), None)


def _lone_time(tree: HtmlElement) -> list[str]:
    """Give what the page's time elements say where all say the same: of several, some date other stories."""
    stated = list(dict.fromkeys(tree.xpath("//time/@datetime")))
    return stated if len(stated) == 1 else []


def _language(tree: HtmlElement, meta: Meta, node: Node) -> str | None:
    root = tree.getroottree().getroot()
    stated = [
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        *meta.get("og:locale", []),
        node.get("inLanguage"),
        *meta.get("language", []),
    ]
    code = _first(stated)
    return code[:2].lower() if code and re.match(r"[A-Za-z]{2}(?:[-_]|$)", code) else None


def _labels(values: Iterable[Any]) -> tuple[str, ...]:
    found: list[str] = []
    for value in values:
        items = value if isinstance(value, list) else [value]
        for item in items:
            text = _first([item])
            found += (
                (listed(text) or ((text,) if len(text) < _LONGEST_NAME and "," not in text and text[0].isalnum() else ()))
                if text
                else ()
            )
    return tuple(dict.fromkeys(found))


def _address(tree: HtmlElement, meta: Meta, node: Node) -> str | None:
    links = [element.get("href") for element in tree.iter("link") if (element.get("rel") or "").lower() == "canonical"]
    bases = meta.get("og:url", [])
    address = _first([*links, *bases, node.get("url"), node.get("mainEntityOfPage")])
    if address and not address.startswith("http") and bases:
        address = _joined(bases[0], address)
    return address if address and address.startswith("http") else None


def _joined(base: str, address: str) -> str | None:
    try:
        return urljoin(base, address)
    except ValueError:
        return None


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).netloc.removeprefix("www.") or None if url else None
    except ValueError:
        return None


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
