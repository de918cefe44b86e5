"""Every example page reads: title, author, time and body, without the page around it."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from dragoman.reading import open_sources, read
from dragoman.records import Page, Story

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"


class Wanted(NamedTuple):
    """What a page says of its story; the words with which its body begins and ends."""

    title: str
    authors: tuple[str, ...]
    published: str
    begins: str
    ends: str


PAGES = {
    "wire-water-talks.html": Wanted(
        "Kenya and Ethiopia agree to share Lake Turkana water data",
        ("Wanja Ostrander",),
        "2023-05-16T17:42:00+03:00",
        "NAIROBI, May 16 (Meridian)",
        "Addis Ababa in September.",
    ),
    "wire-highway-attack.html": Wanted(
        "Somali army says it killed 15 al-Shabab fighters after highway attack",
        ("Idil Farxaan-Hoskins",),
        "2022-11-03T09:15:00+00:00",
        "MOGADISHU – The Somali army",
        "one of the drivers said.",
    ),
    "tabloid-port-strike.html": Wanted(
        "DOCK SHOCK! Strikers slam shut Europe's biggest port",
        ("Rusty Vandermeer",),
        "2019-02-08T21:30:00+01:00",
        "Furious dockers brought",
        "strikers in custody.",
    ),
    "transcript-morning-programme.html": Wanted(
        "Transcript: West African bloc lifts some measures against Mali",
        ("Thandi Brouwer",),
        "2022-07-04T06:30:00+00:00",
        "BROUWER: Good morning.",
        "in Accra, thank you.",
    ),
    "analysis-river-compact.html": Wanted(
        "Why the river compact may not hold",
        ("Nilufar Castellan", "Bram Yeltsov-Reid"),
        "2024-03-21T00:00:00",
        "When Kyrgyzstan and Uzbekistan",
        "a bad summer likely enough.",
    ),
    "local-market-eviction.html": Wanted(
        "Traders march on assembly after market is cleared",
        ("Rahinatu Sandow-Beale",),
        "2021-08-26T18:05:00+00:00",
        "About 300 traders marched",
        "of unlawful eviction.",
    ),
    "wire-peninsula-drills.txt": Wanted(
        "North Korea fires two missiles as Seoul and Washington begin drills",
        ("Hana Wexford-Oh",),
        "2023-03-14T10:35:00+09:00",
        "SEOUL, March 14 (Northlight)",
        "vaccines through UNICEF.",
    ),
    "wire-truce-monitors.txt": Wanted(
        "Colombian government, ELN rebels extend truce by six months",
        ("Mateo Quillacollo",),
        "2024-02-05T19:20:00-05:00",
        "The Colombian government",
        "Trochez warned.",
    ),
    "translated-gas-dispute.txt": Wanted(
        "Gas valve as an argument: Ashgabat turned off the pipe, and Tashkent is looking for a way out",
        ("Timur Belokon",),
        "2023-01-19T18:40:00+05:00",
        "In the coldest week",
        "Turkmen goods in response.",
    ),
    "communique-foreign-ministers.txt": Wanted(
        "Joint communiqué of the Foreign Ministers of Moldova and Latvia",
        (),
        "2022-10-12T16:20:00+03:00",
        "CHISINAU. The Minister",
        "grew by a fifth.",
    ),
    "local-flood-relief.txt": Wanted(
        "Flood victims block highway over missing tents",
        (),
        "2022-09-09T07:50:00+05:00",
        "THATTA: Several hundred",
        "to pay their salaries.",
    ),
    "bulletin-evening-news.txt": Wanted(
        "Evening bulletin: full text", (), "2023-12-06T20:15:00-04:00", "Good evening.", "That was the bulletin. Good night."
    ),
    "analysis-after-the-vote.txt": Wanted(
        "After the vote: how Antananarivo's crisis deepened",
        ("Haja Rakotomavo-Finch",),
        "2018-12-03T00:00:00",
        "Ten days after",
        "expected the square, either.",
    ),
    "tabloid-envoy-row.txt": Wanted(
        "Spy row! Slovenia boots out three Belarus envoys",
        ("Zala Pirnat-Moore",),
        "2021-06-01T14:55:00+02:00",
        "It's war of words",
        "ask Interpol for help.",
    ),
}

CHROME = re.compile(
    r"cookie|subscribe|sign up|newsletter|share this|facebook|all rights reserved|©|copyright|advertisement|read more|read also"
    r"|you may also like|leave a|comment|privacy|log in|watch live|follow us|back to top|most read|views|recommended for you"
    r"|more from the lantern|site administration|ctrl|tags:|keywords:|filed under|\bmon tues\b|mo tu we|poll!|podcast:"
    r"|about the authors|print this|edited by|editing by|horoscope|classifieds|updated september|accept all"
    r"|typo|moderator|telegram|mailbox|\bsu mo tu",
    re.I,
)
"""What the pages print around their articles."""


def story(name: str) -> Story:
    return read((EXAMPLES / name).read_bytes())


def test_every_page_has_its_expectations() -> None:
    found = {path.name for path in EXAMPLES.iterdir() if path.suffix in {".html", ".txt"}}
    assert found == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_title_author_and_time_are_read(name: str) -> None:
    read_, wanted = story(name), PAGES[name]
    assert (read_.title, read_.authors) == (wanted.title, wanted.authors)
    assert read_.published == datetime.fromisoformat(wanted.published)
    assert read_.language == "en"


@pytest.mark.parametrize("name", PAGES)
def test_the_body_is_whole(name: str) -> None:
    text, wanted = story(name).text, PAGES[name]
    assert text.startswith(wanted.begins)
    assert text.endswith(wanted.ends)


@pytest.mark.parametrize("name", PAGES)
def test_the_body_is_without_chrome(name: str) -> None:
    text = story(name).text
    assert CHROME.search(text) is None
    assert PAGES[name].title not in text


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_told_twice(name: str) -> None:
    paragraphs = story(name).text.split("\n\n")
    assert len(set(paragraphs)) == len(paragraphs)


def test_chrome_tells_of_the_page() -> None:
    translated, flood = story("translated-gas-dispute.txt"), story("local-flood-relief.txt")
    assert (translated.views, translated.not_before, translated.dateline) == (5314, "2023-11", "Tashkent")
    assert (flood.views, flood.not_before) == (916, "2022-09")
    assert story("wire-highway-attack.html").outlet == "Gulf of Aden Dispatch"
    assert story("wire-highway-attack.html").tags == ("Somalia", "al-Shabab", "African Union")


def test_the_folder_gives_every_page_and_every_row() -> None:
    found = list(open_sources([EXAMPLES]))
    rows = [item for item in found if isinstance(item, Story)]
    assert len([item for item in found if isinstance(item, Page)]) == len(PAGES)
    assert len(rows) == len(found) - len(PAGES) == 6
    assert all(row.title and row.authors and row.published and row.url and "\n\n" in row.text for row in rows)


def test_nothing_invented_points_to_a_real_site() -> None:
    addresses = re.findall(r"https?://([^/\"<\s]+)", "".join(p.read_text("utf-8") for p in EXAMPLES.iterdir()))
    assert {host for host in addresses if not host.endswith(".example")} == {"schema.org"}
