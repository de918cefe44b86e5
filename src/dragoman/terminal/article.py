"""The article in the terminal, with what was found marked in its words.

Marks are brackets with letters and numbers, so that they hold without colour: ``[met]1`` is the evidence of event 1,
``[Envoys]A1`` its actor, ``[officials]R1`` its recipient, ``[the president]S1`` who says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from rich.console import ConsoleRenderable, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from dragoman.records import Claim, Coding, Event, Position, Speaker, Story
from dragoman.terminal.tables import event_table
from dragoman.terminal.words import QUAD_STYLES, line, safe

MEASURE = 100
"""Widest column of running text that reads well."""

_ROLE_STYLES = {"A": "bold blue", "R": "bold magenta", "S": "bold green"}
_ROLES = "ARS"


class Mark(NamedTuple):
    """A marked span with its label and the style of its words."""

    begin: int
    end: int
    label: str
    style: str


def article(coding: Coding, *, width: int) -> RenderableType:
    """Give a coded story for a terminal of ``width`` columns: head, marked text, then what was found as lists."""
    body = Padding(marked(coding.story.text, marks(coding.events)), (1, max(0, width - MEASURE), 1, 0), expand=False)
    rows = [{**event.to_dict(), "evidence": coding.story.text[event.begin : event.end]} for event in coding.events]
    found = event_table(rows, width=width, numbered=True) if rows else Text("No events.", style="dim")
    parts: list[ConsoleRenderable] = [
        _head(coding.story),
        body,
        Rule(_counted(len(rows), "event"), style="dim", align="left"),
        found,
    ]
    for title, texts in (
        ("position", [_position(each) for each in coding.positions]),
        ("figure", [_claim(each) for each in coding.claims]),
    ):
        if texts:
            parts += [Rule(_counted(len(texts), title), style="dim", align="left"), *texts]
    return Group(*parts)


def marks(events: tuple[Event, ...]) -> list[Mark]:
    """Give the marks of events numbered from 1; one span has one mark, whatever its parts in events.

    >>> [mark.label for mark in marks(())]
    []
    """
    numbers: dict[tuple[int, int], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    quads: dict[tuple[int, int], int] = {}
    for number, event in enumerate(events, 1):
        quads.setdefault((event.begin, event.end), event.quad)
        numbers[event.begin, event.end][""].append(number)
        speakers = (event.said_by,) if event.said_by else ()
        for role, members in zip(_ROLES, (event.actors, event.recipients, speakers), strict=True):
            for member in members:
                if number not in numbers[member.begin, member.end][role]:
                    numbers[member.begin, member.end][role].append(number)
    return [_mark(span, roles, quads.get(span)) for span, roles in sorted(numbers.items())]


def marked(text: str, spans: list[Mark]) -> Text:
    """Give the text with brackets and labels set around the marked spans.

    >>> marked("Peru met Chile.", [Mark(0, 4, "A1", ""), Mark(5, 8, "1", ""), Mark(9, 14, "R1", "")]).plain
    '[Peru]A1 [met]1 [Chile]R1.'
    """
    styled = Text(safe(text))
    for mark in sorted(spans, key=lambda mark: mark.begin - mark.end):  # inner styles over outer ones
        styled.stylize(mark.style, mark.begin, mark.end)
    result, place = Text(), 0
    for at, piece in sorted(_pieces(spans), key=lambda piece: piece[0]):
        result.append_text(styled[place : at[0]]).append_text(piece)
        place = at[0]
    return result.append_text(styled[place:])


def legend() -> Text:
    """Explain the marks in a line."""
    return Text.assemble(
        ("[words]1", "underline"), " evidence of event 1   ", ("[A1]", _ROLE_STYLES["A"]), " its actor   ",
        ("[R1]", _ROLE_STYLES["R"]), " its recipient   ", ("[S1]", _ROLE_STYLES["S"]), " who says so",
    )  # fmt: skip


def _pieces(spans: list[Mark]) -> Iterator[tuple[tuple[int, int, int], Text]]:
    """Give brackets and labels with where they go: at one place those that close stand first, inner ones before outer."""
    for mark in spans:
        yield (mark.begin, 1, mark.begin - mark.end), Text("[", style="dim")
        yield (mark.end, 0, mark.end - mark.begin), Text.assemble(("]", "dim"), (mark.label, f"{mark.style} not underline"))


def _mark(span: tuple[int, int], roles: dict[str, list[int]], quad: int | None) -> Mark:
    labels = [role + ",".join(map(str, roles[role])) for role in ("", *_ROLES) if roles.get(role)]
    first = next(role for role in ("", *_ROLES) if roles.get(role))
    style = f"underline {QUAD_STYLES.get(quad or 0, '')}" if first == "" else _ROLE_STYLES[first]
    return Mark(*span, " ".join(labels), style.strip())


def _head(story: Story) -> Text:
    published = story.published.isoformat(" ", "minutes") if story.published else None
    facts = [story.outlet, ", ".join(story.authors), published, story.dateline, story.url, f"id {story.id}"]
    title = Text(line(story.title or "Without title"), style="bold")
    return title.append("\n" + " · ".join(line(fact) for fact in facts if fact), style="not bold dim")


def _position(position: Position) -> Text:
    text = Text.assemble(
        (line(position.holder.name or position.holder.text), "bold"), f" {position.stance} ", line(position.issue)
    )
    if position.counterpart:
        text.append(f", of {line(position.counterpart.name or position.counterpart.text)}")
    if position.requires:
        text.append(f", if {line(position.requires)}")
    return text.append_text(_says(position.said_by))


def _claim(claim: Claim) -> Text:
    return Text.assemble((f"{claim.quantity:,.15g} {line(claim.unit)}", "bold"), f" {line(claim.about)}").append_text(
        _says(claim.said_by)
    )


def _says(speaker: Speaker | None) -> Text:
    return Text(f"  says {line(speaker.name or speaker.text)}" if speaker else "", style="dim")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
