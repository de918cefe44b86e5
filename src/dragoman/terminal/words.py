"""Short forms of records, as a terminal shows them."""

from __future__ import annotations

from datetime import date
from typing import Any

from rich.text import Text

QUAD_STYLES = {1: "cyan", 2: "green", 3: "yellow", 4: "red"}
"""Verbal cooperation, material cooperation, verbal conflict, material conflict."""

_SEASONS = {12: "winter", 3: "spring", 6: "summer", 9: "autumn"}
_UNSAFE = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(32), *range(127, 160)) if chr(code) not in "\n\t"}


def safe(text: str) -> str:
    r"""Give text of a page without control characters, which could drive the terminal; the length stays.

    >>> safe("red: \x1b[31m") == "red: \N{REPLACEMENT CHARACTER}[31m"
    True
    """
    return text.translate(_UNSAFE)


def line(text: object) -> str:
    r"""Give text for one cell of one line.

    >>> line("two\n words"), line(None)
    ('two words', '')
    """
    return safe(" ".join(str(text if text is not None else "").split()))


def day(interval: dict[str, Any] | None) -> str:
    """Give the date of an event as exactly as it is known.

    >>> day({"start": "2021-08-01", "end": "2021-08-31", "precision": "month"})
    '2021-08'
    >>> day({"start": "2021-08-02", "end": "2021-08-08", "precision": "week"})
    '2021-W31'
    """
    if not interval:
        return ""
    start, end = interval["start"], interval["end"]
    match interval["precision"]:
        case "week":
            year, week, _ = date.fromisoformat(start).isocalendar()
            return f"{year}-W{week:02d}"
        case "month":
            return str(start[:7])
        case "season":
            return f"{end[:4]} {_SEASONS.get(int(start[5:7]), start[5:7])}"
        case "year":
            return str(start[:4])
        case "decade":
            return f"{start[:3]}0s"
    return str(start) if start == end else f"{start}/{end[8:] if end[:7] == start[:7] else end}"


def party(member: dict[str, Any]) -> Text:
    """Give a party with its codes: "Taliban AFG GOV"."""
    codes = " ".join(filter(None, [member.get("country"), *(member.get("sectors") or [])[:2]]))
    name = line(member.get("name") or member.get("text"))
    return Text.assemble((name, "bold"), (f" {codes}" if codes and codes != name else "", "dim"))


def parties(event: dict[str, Any]) -> Text:
    """Give who acts and, below, who is acted on."""
    lines = [Text(", ").join(map(party, event.get("actors") or []))]
    if recipients := event.get("recipients"):
        lines.append(Text.assemble(("→ ", "dim"), Text(", ").join(map(party, recipients))))
    return Text("\n").join(lines)


def kind(event: dict[str, Any]) -> Text:
    """Give the type with its modes and, below, what keeps it from having plainly happened."""
    style = QUAD_STYLES.get(event.get("quad") or 0, "")
    words = list(event.get("modes") or [])
    qualified = [
        *(["not"] if event.get("polarity") == "negative" else []),
        *([event["modality"]] if event.get("modality") not in {None, "asserted"} else []),
        *(["future"] if event.get("tense") == "future" and event.get("modality") == "asserted" else []),
    ]
    text = Text(str(event.get("event_type")), style=f"bold {style}")
    if words:
        text.append("\n" + line(", ".join(words)), style="not bold")
    if qualified:
        text.append("\n" + ", ".join(qualified), style="bold reverse" if "not" in qualified else "not bold italic")
    return text


def evidence(event: dict[str, Any]) -> Text:
    """Give the words, and below where it was and who says so."""
    text = Text(f"“{line(event.get('evidence'))}”")
    place, speaker = event.get("place") or {}, event.get("said_by") or {}
    notes = []
    if place:
        notes.append("in " + line(place.get("name") or place.get("text")))
    if speaker:
        notes.append("says " + line(speaker.get("name") or speaker.get("text")))
    if notes:
        text.append("\n" + ", ".join(notes), style="dim")
    return text
