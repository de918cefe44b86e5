import io
from dataclasses import replace

import pytest
from rich.console import Console

from dragoman.records import Claim, Coding, Position, Story
from dragoman.terminal.article import Mark, article, marked, marks
from tests.store import samples


def printed(coding: Coding, width: int = 80, *, colour: bool = False) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=colour, color_system="truecolor" if colour else None)
    console.print(article(coding, width=width), highlight=False)
    return console.file.getvalue()


def mark(text: str, words: str, label: str) -> Mark:
    begin = text.index(words)
    return Mark(begin, begin + len(words), label, "")


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([("Chad", "A1")], "[Chad]A1 told Togo to go."),
        ([("Chad", "A1"), ("told", "1"), ("Togo", "R1")], "[Chad]A1 [told]1 [Togo]R1 to go."),
        ([("told Togo to go", "1"), ("Togo", "R1")], "Chad [told [Togo]R1 to go]1."),  # within
        ([("told", "1"), ("told Togo", "2")], "Chad [[told]1 Togo]2 to go."),  # one beginning
        ([("Togo to go", "1"), ("go.", "2")], "Chad told [Togo to [go]1.]2"),  # across
        ([("Chad told", "1"), (" Togo", "2")], "[Chad told]1[ Togo]2 to go."),  # side by side
        ([], "Chad told Togo to go."),
    ],
)
def test_marks_stand_around_their_words(spans: list[tuple[str, str]], expected: str) -> None:
    text = "Chad told Togo to go."
    assert marked(text, [mark(text, words, label) for words, label in spans]).plain == expected


def test_one_span_has_one_label_for_all_its_parts() -> None:
    one = samples.coding()
    met, attack = one.events
    labels = {one.story.text[each.begin : each.end]: each.label for each in marks((met, replace(attack, actors=met.actors)))}
    assert labels == {
        "Envoys from Peru": "A1,2",
        "met": "1",
        "Chilean officials": "R1",
        "Chile": "R2",
        "will not attack": "2",
        "President Díaz": "S2",
    }


def test_the_article_reads_without_colour() -> None:
    text = printed(samples.coding(), 120)
    assert "[Envoys from Peru]A1 [met]1 [Chilean officials]R1" in text
    assert "[President Díaz]S2" in text
    assert "2 events" in text
    assert "\x1b" not in text


def test_colour_changes_no_word() -> None:
    from rich.text import Text

    coloured = printed(samples.coding(), colour=True)
    assert "\x1b" in coloured
    assert Text.from_ansi(coloured).plain.split() == printed(samples.coding()).split()


@pytest.mark.parametrize("width", [40, 80, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(len(line) for line in printed(samples.coding(), width).splitlines()) <= width


def test_a_story_with_nothing_found_says_so() -> None:
    assert "No events." in printed(Coding(story=Story(id="0", text="It rained. [not a mark] \x1b[31m :smile:")))


def test_positions_and_figures_are_listed() -> None:
    one = samples.coding()
    peru, chile = one.events[0].actors[0], one.events[0].recipients[0]
    position = Position(
        id="p", story_id="s", holder=peru, stance="demands", issue="the return of the ship", counterpart=chile,
        requires=None, begin=0, end=5, confidence=1.0,
    )  # fmt: skip
    claim = Claim(id="c", story_id="s", quantity=850e9, unit="USD", about="weapons", begin=0, end=5, confidence=1.0)
    text = printed(replace(one, positions=(position,), claims=(claim,)))
    assert "Peru demands the return of the ship, of Chile" in text
    assert "850,000,000,000 USD weapons" in text
