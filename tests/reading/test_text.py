"""Flattened pages, whole: what is of the story stays, what is of the page goes."""

import pytest
import yaml

from dragoman.reading.text import read_text
from tests.conftest import SHARED, needs_shared

LEAD = "The ministers of Mali and Niger met in Bamako on Monday to talk about the shared border, which has been shut since May."
BODY = [
    LEAD,
    "“We agreed that trade must go on,” the minister of Niger, Ibrahim Sani, told reporters. “The people wait.”",
    "The border posts had closed when rebels attacked a column of trucks, killing nine drivers. Both armies then sent troops.",
    "He declined.",
    "A further round is planned for July in Niamey, according to a statement by both sides, though no day was named in it.",
]
CLOSE = "Observers doubt that the rebels will let convoys pass, since the road is the main source of their income."

NAVIGATION = "Home\nWorld\nBusiness\nSports\nWeather\nSubscribe\nLog in\n"
FOOTER = "About us\nContact\nPrivacy policy\nTerms of use\n© 2009–2023 The Sahel Courier. All rights reserved.\n"


def page(*, head: str = "", middle: str = "", tail: str = "") -> str:
    first, rest = "\n\n".join(BODY[:2]), "\n\n".join(BODY[2:])
    return "\n\n".join([NAVIGATION + "\nMali and Niger agree to open border", head, first, middle, rest, CLOSE, tail, FOOTER])


WHOLE = (*BODY, CLOSE)


def test_head_and_chrome_become_facts() -> None:
    head = "By Ama Osei and Jean Petit\n14.06.2021 18:40 (Nairobi time), Bamako\nViews: 4,120\nAfrica, Trade, Borders"
    found = read_text(page(head=head, tail="Tags: Mali, Niger, trade"))
    facts = found.facts
    assert found.paragraphs == WHOLE
    assert facts.title == "Mali and Niger agree to open border"
    assert facts.authors == ("Ama Osei", "Jean Petit")
    assert facts.published is not None
    assert facts.published.isoformat() == "2021-06-14T18:40:00+03:00"
    assert (facts.dateline, facts.views, facts.not_before) == ("Bamako", 4120, "2023-01")
    assert (facts.rubrics, facts.tags) == (("Africa", "Trade", "Borders"), ("Mali", "Niger", "trade"))
    assert facts.outlet == "The Sahel Courier"


@pytest.mark.parametrize(
    "chrome",
    [
        "Advertisement",
        "Subscribe to our daily newsletter for news from the Sahel.",
        "Follow us on Facebook, Twitter, Telegram and YouTube.",
        "Read also: Nine drivers killed on the road to Gao",
        "Photo: A. Osei / Sahel Courier",
        "Share this article\nFacebook\nTwitter\nWhatsApp\nEmail",
        "The ministers of Mali and Niger met in Bamako on Monday to talk about...",
        LEAD,
    ],
    ids=["ad", "newsletter", "follow", "read also", "credit", "share", "excerpt", "repeat"],
)
def test_what_breaks_into_the_story_goes(chrome: str) -> None:
    assert read_text(page(middle=chrome)).paragraphs == WHOLE


@pytest.mark.parametrize(
    "chrome",
    [
        "Spotted a mistake? Mark the word and push the red button, the proofreader is on duty until ten.",
        "Comments (2)\n\nJoe\n\n2 days ago\n\nI do not believe it.\n\nReply\n\nAnn\n\n1 day ago\n\nThey never open.\n\nReply",
        "Our policy on comments is short.\n\nWe remove any comments that swear or sell; whoever does it twice is out.",
        "November 2019\nSu Mo Tu We Th Fr Sa\n12\n3456789\n10111213141516",
        "Related articles\n\nNine drivers killed on the road to Gao\n\nNiger's army sends troops north\n\nGold price falls",
        "This website uses cookies to improve your visit. By continuing you accept our use of cookies.\n\nAccept cookies",
        "Sign up for our newsletter\n\nEnter your email\n\nSubmit\n\nDone!\n\nA letter is on its way to you.",
    ],
    ids=["error note", "comments", "rules", "calendar", "related", "cookies", "form"],
)
def test_what_follows_the_story_goes(chrome: str) -> None:
    assert read_text(page(tail=chrome)).paragraphs == WHOLE


@pytest.mark.parametrize("separator", ["\n\n", "\n"])
def test_a_bare_article_passes_whole(separator: str) -> None:
    assert read_text(separator.join(WHOLE)).paragraphs == WHOLE


def test_the_title_of_a_bare_article_is_not_of_its_body() -> None:
    found = read_text("\n\n".join(["Mali and Niger agree to open border", *WHOLE]))
    assert found.facts.title == "Mali and Niger agree to open border"
    assert found.paragraphs == WHOLE


@pytest.mark.parametrize(
    "paragraph",
    [
        "Subscribe to that view and you will be poor, the minister said, because nobody trades with closed roads.",
        "Follow the money: that is what the judges of the court in Niamey have told the police to do since the spring.",
        "Share prices fell.",
        "Related talks on water go on.",
        "The comments came a day after the attack.",
        "“Read my lips,” he said.",
        "In 2021 the two armies signed a pact: no troops, no drones, no posts.",
    ],
)
def test_sentences_that_begin_like_chrome_stay(paragraph: str) -> None:
    assert paragraph in read_text("\n\n".join([*BODY, paragraph, CLOSE])).paragraphs


def test_a_list_of_links_has_no_paragraphs() -> None:
    assert read_text(NAVIGATION * 3 + FOOTER).paragraphs == ()


@needs_shared
def test_the_seed_page_is_read_as_a_careful_reader_would() -> None:
    expected = yaml.safe_load((SHARED / "seed/expected.yaml").read_text("utf-8"))["page"]
    found = read_text((SHARED / "seed/moscow-format.txt").read_text("utf-8"))
    facts, text = found.facts, "\n\n".join(found.paragraphs)
    assert facts.published is not None
    assert (facts.title, facts.published.isoformat()) == (expected["title"], expected["published"])
    assert list(facts.authors) == expected["authors"]
    assert list(facts.rubrics) == expected["rubrics"]
    assert [facts.dateline, facts.views, facts.not_before] == [expected[name] for name in ("dateline", "views", "not_before")]
    assert text.startswith(expected["body_starts"])
    assert text.endswith(expected["body_ends"])
    assert [line for line in [*expected["not_in_body"], expected["excerpt_dropped"]] if line in text] == []
