from datetime import datetime

import pytest
from lxml import html as lxml_html

from dragoman.reading import read
from dragoman.reading.html import flatten, is_html, read_html
from dragoman.reading.metadata import metadata, without_site

PARAGRAPHS = [
    "HARBEL (Agency) — Workers at the rubber plant laid down their tools on Tuesday, and said that they would not come back.",
    "The company offered two more dollars a day. “That is an insult,” said the head of the union, Martha Kollie.",
    "Police watched from three trucks but did not step in. The labour minister has asked both sides to meet her.",
]
BODY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)


def page(head: str = "", body: str = BODY, attributes: str = "") -> str:
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
    foot = "<footer><p>© 2020 The Coast Post</p></footer>"
    article = f"<main><article><h1>Rubber workers strike</h1>{body}</article></main>"
    return f"<!doctype html><html {attributes}><head>{head}</head><body>{menu}{article}{foot}</body></html>"


JSON_LD = """<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
{"@type": ["NewsArticle"], "headline": "Rubber workers strike", "datePublished": "2020-02-04T09:30:00+00:00", "inLanguage": "en-LR",
 "author": [{"@type": "Person", "name": "Amos Flomo"}, {"name": "Ruth Doe"}], "publisher": {"name": "The Coast Post"},
 "articleSection": "Labour", "keywords": "rubber, strike", "url": "https://example.org/strike"}]}</script>"""


def test_the_body_is_paragraphs_joined_without_title_menu_and_footer() -> None:
    assert read_html(page()).paragraphs == tuple(PARAGRAPHS)


def test_json_ld_tells_all() -> None:
    facts = read_html(page(JSON_LD)).facts
    assert (facts.title, facts.authors, facts.outlet) == ("Rubber workers strike", ("Amos Flomo", "Ruth Doe"), "The Coast Post")
    assert facts.published == datetime.fromisoformat("2020-02-04T09:30:00+00:00")
    assert (facts.rubrics, facts.tags, facts.language) == (("Labour",), ("rubber", "strike"), "en")
    assert (facts.url, facts.dateline) == ("https://example.org/strike", "Harbel")


def test_meta_tags_serve_where_there_is_no_json_ld() -> None:
    head = """<title>Rubber workers strike | The Coast Post</title><meta property="og:site_name" content="The Coast Post">
    <meta property="og:title" content="Rubber workers strike - The Coast Post"><meta name="author" content="By Amos Flomo and Ruth Doe">
    <meta property="article:published_time" content="2020-02-04T09:30:00Z"><meta property="article:section" content="Labour">
    <meta property="article:tag" content="rubber"><meta property="article:tag" content="strike">
    <link rel="canonical" href="https://example.org/s">"""
    facts = read_html(page(head, attributes="lang='en-GB'")).facts
    assert (facts.title, facts.authors, facts.outlet) == ("Rubber workers strike", ("Amos Flomo", "Ruth Doe"), "The Coast Post")
    assert facts.published == datetime.fromisoformat("2020-02-04T09:30:00+00:00")
    assert (facts.rubrics, facts.tags, facts.url, facts.language) == (
        ("Labour",),
        ("rubber", "strike"),
        "https://example.org/s",
        "en",
    )


@pytest.mark.parametrize(("head", "place"), [("Tema Online", None), ("Tema", "Tema")])
def test_the_paper_s_own_name_is_no_dateline(head: str, place: str | None) -> None:
    body = BODY.replace("HARBEL (Agency) — ", f"{head} - ")
    text = page('<meta property="og:site_name" content="Tema Online">', body=body)
    assert read(text.encode()).dateline == place


def test_what_only_the_reader_sees_serves_last() -> None:
    facts = read_html(page(body=f"<div>By Amos Flomo</div><div>4 February 2020, 09:30 GMT</div>{BODY}")).facts
    assert facts.authors == ("Amos Flomo",)
    assert facts.published == datetime.fromisoformat("2020-02-04T09:30:00+00:00")


def test_a_time_with_its_zone_wins_over_the_same_day_without() -> None:
    head = '<meta name="date" content="2020-02-04"><meta property="article:published_time" content="2020-02-04T09:30:00+02:00">'
    assert read_html(page(head)).facts.published == datetime.fromisoformat("2020-02-04T09:30:00+02:00")


@pytest.mark.parametrize(
    "broken",
    ["{", "[]", "null", '"text"', '{"@type": 5}', '{"@type": "NewsArticle", "author": [null, 3, {"name": ["A"]}]}', "[" * 5000],
)
def test_broken_json_ld_does_no_harm(broken: str) -> None:
    found = read_html(page(f'<script type="application/ld+json">{broken}</script>'))
    assert found.paragraphs == tuple(PARAGRAPHS)


@pytest.mark.parametrize(
    "chrome",
    ["<p>Read also: Port opens again</p>", "<p>Follow us on Facebook, Twitter and Telegram.</p>", "<p>Advertisement</p>"],
)
def test_chrome_among_the_paragraphs_goes(chrome: str) -> None:
    assert read_html(page(body=BODY + chrome)).paragraphs == tuple(PARAGRAPHS)


def test_comments_are_no_part_of_the_story() -> None:
    comments = (
        "<section id='comments'><h3>Comments</h3><div class='comment'><p>They are right, I would say.</p></div></section>"
    )
    assert "They are right" not in "".join(read_html(page(body=BODY + comments)).paragraphs)


def test_a_body_carried_only_as_data_is_read() -> None:
    data = "\\n\\n".join(text.replace('"', "'") for text in PARAGRAPHS)
    head = f'<script type="application/ld+json">{{"@type": "NewsArticle", "articleBody": "{data}"}}</script>'
    assert read_html(f"<html><head>{head}</head><body><div id='app'></div></body></html>").paragraphs == tuple(PARAGRAPHS)


def test_flattening_keeps_blocks_apart_and_inline_elements_together() -> None:
    tree = lxml_html.fromstring("<div><p>The <b>envoy</b> left.</p><script>x()</script><p>She <a>said</a> so.</p></div>")
    assert flatten(tree).split("\n\n")[-2:] != []
    assert "The envoy left." in flatten(tree)
    assert "She said so." in flatten(tree)
    assert "x()" not in flatten(tree)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Rain in Mali | The Herald", "Rain in Mali"),
        ("Rain in Mali - World - The Herald", "Rain in Mali - World"),
        ("The Herald: Rain in Mali", "The Herald: Rain in Mali"),
        ("The Herald | Rain in Mali", "Rain in Mali"),
        ("Mali - Niger talks end", "Mali - Niger talks end"),
    ],
)
def test_the_site_is_cut_off_the_title(title: str, expected: str) -> None:
    assert without_site(title, {"theherald"}, []) == expected


def test_a_heading_shows_where_the_title_ends() -> None:
    tree = lxml_html.fromstring(
        "<html><head><title>Rain in Mali – Weather – H</title></head><body><h1>Rain in Mali</h1></body></html>"
    )
    assert metadata(tree).title == "Rain in Mali"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("<!DOCTYPE html><html>", True), ("<p>a</p><br>", True), ("a < b and c > d", False), ("Call <name> or <phone>", False)],
)
def test_what_counts_as_html(text: str, expected: bool) -> None:
    assert is_html(text) is expected


def test_the_only_time_of_a_page_is_its_story_s() -> None:
    shown = '<div class="when"><time datetime="2020-02-04T09:30:00+00:00">Feb 4</time></div>'
    other = '<aside><time datetime="2019-12-01T08:00:00+00:00">Dec 1</time></aside>'
    text = f"<html><body>{shown}<div><h1>Rubber workers strike</h1>{BODY}</div></body></html>"
    assert read_html(text).facts.published == datetime.fromisoformat("2020-02-04T09:30:00+00:00")
    assert read_html(text.replace("</body>", f"{other}</body>")).facts.published is None


@pytest.mark.parametrize(
    "chrome",
    [
        "<p><a href='/m'>Mine owners in Guinea offer new wages to diggers</a></p>",
        "<p>Mine owners in Guinea offer new wages to diggers [VIDEO]|</p>",
        "<p>The Coast Post is committed to publishing a diversity of letters to the editor.</p>",
        "<p>If you enjoyed this article, send it to a friend.</p>",
        "<p>Like this story? Share it with a friend!</p>",
    ],
)
def test_what_a_page_sets_between_its_paragraphs_is_no_story(chrome: str) -> None:
    first, *rest = (f"<p>{text}</p>" for text in PARAGRAPHS)
    assert read_html(page(body=first + chrome + "".join(rest))).paragraphs == tuple(PARAGRAPHS)


def test_a_sentence_that_is_all_link_is_the_story_s() -> None:
    sentence = "The union has asked the court in Buchanan to hear it."
    text = page(body=f"{BODY}<p><a href='/c'>{sentence}</a></p>{BODY.replace('Tuesday', 'Friday')}")
    assert sentence in read_html(text).paragraphs


@pytest.mark.parametrize(
    ("markup", "kept"),
    [("<div><figure></figure><!--[if IE 9]></video><![endif]-->{}<div></div></div>", 1), ("<h2 class='dek'>{}</h2>", 0)],
)
def test_a_first_paragraph_set_as_bare_text_is_kept_and_a_line_under_the_headline_is_not(markup: str, kept: int) -> None:
    lead = "Workers at the rubber plant near the coast have laid down their tools over the pay of the last three months."
    text = page(f'<meta property="og:description" content="{lead[:-1]}...">', body=BODY)
    shown = text.replace("<main>", markup.format(lead) + "<main>")
    assert read_html(shown).paragraphs == (*[lead] * kept, *PARAGRAPHS)
