from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import Unreadable
from dragoman.reading import read
from dragoman.records import Story

PROSE = "The envoys of both sides left the talks in Accra on Friday without a word. "
HTML = f"<html><head><title>Talks end - The Post</title></head><body><h1>Talks end</h1><p>{PROSE * 3}</p></body></html>"


def html(title: str, text: str) -> str:
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>"


@pytest.mark.parametrize(
    ("data", "reason", "found"),
    [
        ("", "empty", "nothing"),
        (b"%PDF-1.4", "binary", "PDF"),
        ("<html><body></body></html>", "not_article", "no words"),
        ("Home\nWorld\nSports\nPolitics\nWeather\nLog in\nAbout us", "not_article", "links"),
        (html("404 Not Found", "The page was not found on this server."), "not_article", "error page"),
        (html("Just a moment...", "Checking your browser before you reach the site."), "not_article", "robots"),
        (html("Log in", "Please log in to continue. Forgot your password? Create an account here."), "not_article", "login"),
        ('<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>', "not_article", "feed"),
        ('{"title": "Talks end", "body": "The envoys left."}', "not_article", "JSON"),
    ],
)
def test_what_is_no_article_says_what_it_is(data: bytes | str, reason: str, found: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert caught.value.reason == reason
    assert found.casefold() in caught.value.detail.casefold()
    rejection = caught.value.rejection("pages/a.html")
    assert (rejection.location, rejection.reason, rejection.mend) == ("pages/a.html", reason, caught.value.mend)


@pytest.mark.parametrize(
    "data",
    [
        "Police arrested three students in Lagos.",
        "The page where the treaty was signed was not found, officials said on Monday. The archive was searched twice.",
        "Workers must log in with their password, the union said. It called the rule an insult and went on strike.",
    ],
)
def test_a_sentence_or_two_are_enough(data: str) -> None:
    assert read(data).text == data


def test_bytes_and_text_give_the_same_story() -> None:
    assert read(HTML.encode()) == read(HTML)


def test_the_same_page_has_the_same_id_and_another_address_another() -> None:
    assert read(HTML).id == read(HTML).id != read(HTML, url="https://example.org/a").id


def test_the_address_given_wins_over_the_page_s_own() -> None:
    page = HTML.replace("<title>", '<link rel="canonical" href="https://example.org/own"><title>')
    assert read(page).url == "https://example.org/own"
    assert read(page, url="https://example.org/given").url == "https://example.org/given"


def test_a_story_is_not_published_after_it_was_captured() -> None:
    page = f"Talks end early\n\n3 March 2022 14:05 GMT\n\n{PROSE}"
    assert read(page).published == datetime(2022, 3, 3, 14, 5, tzinfo=UTC)
    assert read(page, captured=datetime(2022, 3, 3, 12)).published == datetime(2022, 3, 3, 14, 5, tzinfo=UTC)
    assert read(page, captured=datetime(2021, 3, 3)).published is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", PROSE),
        ("fr", "Les ministres des deux pays se sont réunis lundi dans la capitale pour discuter de la frontière commune."),
        ("ru", "Министры двух стран встретились в понедельник в столице, чтобы обсудить общую границу."),
        ("zh", "两国部长星期一在首都会晤，讨论了共同边界问题，并同意重新开放口岸。双方还将于七月举行下一轮会谈。"),
        ("ar", "اجتمع وزيرا البلدين يوم الاثنين في العاصمة لبحث الحدود المشتركة بينهما وفتح المعابر."),
    ],
)
def test_the_language_is_that_of_the_body(language: str, text: str) -> None:
    assert read(text).language == language


def lines() -> st.SearchStrategy[str]:
    pieces = [
        "Home",
        "By Ama Osei",
        "3 March 2022",
        "Tags:",
        "© 2020",
        "<p>",
        "</div>",
        "…",
        "“Yes,” he said.",
        PROSE,
        "May 2024",
        "\x0c",
        "|",
    ]
    return st.lists(st.one_of(st.sampled_from(pieces), st.text(max_size=20)), max_size=30).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=400), st.text(max_size=400), lines(), lines().map(lambda text: f"<html><body>{text}</body></html>")
    )
)
def test_whatever_comes_in_only_unreadable_comes_out(data: bytes | str) -> None:
    try:
        story = read(data)
    except Unreadable as error:
        assert_tells_all(error)
    else:
        assert story.text.strip() == story.text != ""
        assert Story.from_dict(story.to_dict()) == story
        assert story.text.encode()


def assert_tells_all(error: Unreadable) -> None:
    assert error.reason in {"empty", "binary", "undecodable", "not_article"}
    assert error.detail
    assert error.mend
