"""Where a sentence ends. A bar stands for the blank between two sentences, a broken one for no blank; a line is a case."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sentences import RULES, sentences, why

CASES = """
The talks failed.|Both sides left.
Gen. Ada Obi met Lt. Col. Musa Sy.|She left.
He arrived on Jan. 5.|It rained.
He arrived in Jan.|The talks began.
Mr. Sow and Mrs. Diop of St. Louis met Sen. Kane.
The U.S. Army left.|The U.N. Security Council met.
Troops left the U.S.|They came back.
He flew to Washington, D.C. on Monday.
The plane landed at 9 a.m. Monday.|It left at 5 p.m.|Nobody saw it.
Acme Inc. Chairman Jo Poe quit.|He gave no reason to Acme Inc.|The shares fell.
J. K. Sow spoke.|So did P. Diop.
The case of No. 10 is open.|The answer was no.|Then he left.
See Art. 5 and Sec. II of the accord.
Inflation was 3.5 percent, up from 2.75 in May.|It cost $1.2 million.
"We will not talk," he said.|"Never."
"Why now?" she asked.|"Because we can!"
"Never!" Mr Sow said.|He left.
“They fired first.”|The army denied it.
He asked (why not?) and left.|(She stayed.)|They met.
Wait... he said.|Nothing came…|Then it did.
Serbia vs. Kosovo, e.g. the licence plates, i.e. the roads.
Yahoo! said it would leave.
The parties signed the agreement.¦The army left.
He works for Amazon.Com in Oslo.
1. The parties agree.|2. The parties disagree.
The ministry seized it.[1]|The rest is sand.
Martin Sy Jr. was there.|So was Al Sr.|But not Bo.
They met at the UN.|In May they met again.
Vitamin C.|The rest.
Read it here.|https://example.org/x
The fighting stopped at Lt. Gov. Poe's order at 6:13 P.M. EDT.
He was chief of staff, maj. gen. Sy said.
OAKLAND, Calif. (AP) - The port is shut.|(It opens soon.)|Nobody works.
It begins at 9:00 a.m. Eastern and ends at noon.
The fair runs July 29-Sept. 12 in Lomé.|Lt.-Col. Sow and Brig.-Gen. Musa were there.
""".strip().splitlines()


@pytest.mark.parametrize("marked", CASES)
def test_cut(marked: str) -> None:
    expected = marked.replace("¦", "|").split("|")
    text = marked.replace("|", " ").replace("¦", "")
    assert [text[begin:end] for begin, end in sentences(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks fail\n\nEnvoys left Oslo\n\non Monday.", ["Talks fail", "Envoys left Oslo", "on Monday."]),
        ("Two points:\n• a truce\n• a swap", ["Two points:", "• a truce", "• a swap"]),
        ("Envoys from both sides left the hotel late on Monday, and\nneither spoke.",
         ["Envoys from both sides left the hotel late on Monday, and\nneither spoke."]),
        ("By Ann Poe\nEnvoys left Oslo on Monday.", ["By Ann Poe", "Envoys left Oslo on Monday."]),
        ("", []),
        (" \n \n\n ", []),
        ("...", ["..."]),
    ],
)  # fmt: skip
def test_lines_and_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[begin:end] for begin, end in sentences(text)] == expected


@given(st.text(alphabet="aB .!?\n\"'”()1", max_size=60))
def test_nothing_is_lost_and_nothing_crosses_a_blank_line(text: str) -> None:
    spans = sentences(text)
    assert "".join("".join(text[b:e].split()) for b, e in spans) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert all(text[b:e] == text[b:e].strip() and "\n\n" not in text[b:e] for b, e in spans)


def test_every_rule_is_met_by_a_case() -> None:
    texts = [marked.replace("|", " ") for marked in CASES]
    met = {why(text, at) for text in texts for at in range(len(text)) if _is_stop(text, at)}
    assert {rule.__name__ for rule in RULES} - met <= {"weekday", "carelessly_small", "no_word_follows", "numbering_at_start"}


def _is_stop(text: str, at: int) -> bool:
    try:
        return bool(why(text, at))
    except ValueError:
        return False


def test_a_megabyte_takes_about_a_second() -> None:
    text = ('Gen. Sy met the U.S. envoy at 9 a.m. on Jan. 5 in Oslo. They talked. "Never!" he said.\n\n' * 12_000)[:1_000_000]
    begun = time.process_time()
    sentences(text)
    assert time.process_time() - begun < 5  # measured 0.5 s; the margin is for slow machines
