"""What the model hears in single sentences becomes statements of the whole text."""

from __future__ import annotations

import pytest

from dragoman.model import Voice
from dragoman.qualify.attribution import attributions
from dragoman.qualify.hearing import heard
from dragoman.records import Span
from dragoman.sentences import sentences


def voices(text: str, cue: str, source: str, *content: str) -> list[list[Voice]]:
    """A voice in the sentence that holds the cue; nothing in the others."""
    found: list[list[Voice]] = []
    for begin, end in sentences(text):
        sentence = text[begin:end]

        def span(words: str, sentence: str = sentence) -> Span:
            return sentence.index(words), sentence.index(words) + len(words)

        inside = cue in sentence
        found.append([Voice(span(cue), span(source), tuple(span(c) for c in content))] if inside else [])
    return found


def parts(text: str, given: list[list[Voice]]) -> list[list[str]]:
    return [
        [text[b:e] for b, e in (*s.source, *s.cue, *s.content)] for s in heard(text, sentences(text), given)
    ]  # fmt: skip


def test_offsets_are_those_of_the_text() -> None:
    text = "Rain fell. The army said it had left."
    assert parts(text, voices(text, "said", "The army", "it had left")) == [["The army", "said", "it had left"]]


@pytest.mark.parametrize(
    ("text", "content", "whole"),
    [
        ("“We are glad,” said Ms Diop. “It is over.” Rain fell.", "We are glad", ["“We are glad,”", "“It is over.”"]),
        ("“We are glad. It is over,” said Ms Diop.", "It is over", ["“We are glad. It is over,”"]),
        ("“We are glad!” Ms Diop said before the vote. “It is over.”", "We are glad!", ["“We are glad!”", "“It is over.”"]),
        ("“We are glad,” said Ms Diop. Rain fell. “It is over.”", "We are glad", ["“We are glad,”"]),
    ],
)
def test_a_quotation_reaches_over_sentences(text: str, content: str, whole: list[str]) -> None:
    assert parts(text, voices(text, "said", "Ms Diop", content)) == [["Ms Diop", "said", *whole]]


def test_a_cue_that_says_nothing_is_no_statement() -> None:
    text = "The army said so."
    assert parts(text, voices(text, "said", "The army")) == []


def test_the_model_settles_what_both_find_and_the_rules_add_what_it_does_not_hear() -> None:
    text = "The army said it had left. The union denied the charge."
    given = voices(text, "said", "The army", "it had left")
    found = attributions(text, sentences(text), (), given)
    assert [[text[slice(*span)] for span in (*a.source, *a.cue)] for a in found] == [
        ["The army", "said"],
        ["The union", "denied"],
    ]


def test_the_that_which_leads_into_it_is_part_of_what_is_said() -> None:
    text = "Rain fell. The army said that it had left."
    assert parts(text, voices(text, "said", "The army", "it had left")) == [["The army", "said", "that it had left"]]


@pytest.mark.parametrize(
    ("text", "source", "heard", "content", "cue"),
    [
        ("According to Ms Diop, rain fell.", "Ms Diop", "According to Ms", "rain fell", "According to"),
        ("According to a new report, rain fell.", "report", "According to a new", "rain fell", "According to"),
        ("The union called for a vote.", "The union", "called", "a vote", "called for"),
        ("Rain fell, the army told reporters.", "the army", "told reporters", "Rain fell", "told reporters"),
    ],
)
def test_the_cue_ends_before_the_source_or_with_the_word_that_leads_into_what_is_said(
    text: str, source: str, heard: str, content: str, cue: str
) -> None:
    assert parts(text, voices(text, heard, source, content))[0] == [source, cue, content]
