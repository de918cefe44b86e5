from dataclasses import replace

import pytest

from dragoman.terminal import words
from dragoman.terminal.tables import PLAIN, plain_lines
from tests.store import samples

MET, ATTACK = samples.coding().events


def shown(number: int) -> dict[str, object]:
    event = (MET, ATTACK)[number]
    return {**event.to_dict(), "evidence": samples.TEXT[event.begin : event.end]}


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        ("2021-10-21", "2021-10-21", "day", "2021-10-21"),
        ("2021-10-19", "2021-10-21", "day", "2021-10-19/21"),
        ("2021-10-30", "2021-11-02", "day", "2021-10-30/2021-11-02"),
        ("2021-01-04", "2021-01-10", "week", "2021-W01"),
        ("2021-01-01", "2021-01-03", "week", "2020-W53"),  # the week's year, not the day's
        ("2021-08-01", "2021-08-31", "month", "2021-08"),
        ("2020-12-01", "2021-02-28", "season", "2021 winter"),
        ("2021-06-01", "2021-08-31", "season", "2021 summer"),
        ("2021-01-01", "2021-12-31", "year", "2021"),
        ("1990-01-01", "1999-12-31", "decade", "1990s"),
    ],
)
def test_a_date_is_shown_as_exactly_as_it_is_known(start: str, end: str, precision: str, expected: str) -> None:
    assert words.day({"start": start, "end": end, "precision": precision}) == expected


def test_parties_show_names_codes_and_direction() -> None:
    assert words.parties(shown(0)).plain == "Peru PER GOV\n→ Chile CHL GOV"


def test_what_did_not_happen_says_so() -> None:
    assert words.kind(shown(0)).plain == "CONSULT\nvisit"
    assert words.kind(shown(1)).plain == "ASSAULT\nnot, future"
    assert words.kind({**shown(0), "modality": "planned", "modes": []}).plain == "CONSULT\nplanned"


def test_evidence_has_place_and_speaker_below() -> None:
    assert words.evidence(shown(0)).plain == "“met”\nin Lima"
    assert words.evidence(shown(1)).plain == "“will not attack”\nsays President Díaz"


def test_pages_cannot_drive_the_terminal() -> None:
    hostile = replace(MET.actors[0], name="Peru\x1b[2J\x07\x9b")
    assert words.party(hostile.to_dict()).plain == "Peru\ufffd[2J\ufffd\ufffd PER GOV"


def test_plain_lines_are_one_an_event_with_tabs_between() -> None:
    header, line = plain_lines([{**shown(0), "evidence": "met\tand\nparted"}])
    assert header.split("\t") == list(PLAIN)
    assert line.split("\t")[:5] == ["2023-05-03", "day", "CONSULT", "visit", "PER"]
    assert line.endswith("\tmet and parted")
