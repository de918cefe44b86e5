"""Reading annotated coreference, and scoring ours against it, on a document of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.bench import coref
from dragoman.bench.gum import GoldMention, read_stories
from dragoman.errors import DragomanError
from dragoman.records import Mention
from tests.conftest import SHARED, needs_shared

ROWS = """# newdoc id = OWN_news_lake
# newpar
# text = Chad's army didn't stop.
1-2|Chad's|_
1|Chad|NNP|Entity=(1-organization-new-s-c-3-coref(2-place-new-s-c-1-coref
2|'s|POS|Entity=2)
3|army|NN|Entity=1)
4-5|didn't|_
4|did|VBD|_
5|n't|RB|_
6|stop|VB|SpaceAfter=No
7|.|.|_

# text = It held the lake.
1|It|PRP|Entity=(1-organization-giv:act-s-c-1-ana)
2|held|VBD|_
3|the|DT|Entity=(3-place-new-s-c-2-sgl
4|lake|NN|Entity=3)|SpaceAfter=No
5|.|.|_

# newpar
# text = The army left.
1|The|DT|Entity=(1-organization-giv:act-s-c-2-coref
2|army|NN|Entity=1)
3|left|VBD|SpaceAfter=No
4|.|.|_

"""


def conllu(tmp_path: Path, rows: str = ROWS) -> Path:
    lines = []
    for row in rows.splitlines():
        if row and not row.startswith("#"):
            number, form, tag, *misc = row.split("|")
            row = "\t".join([number, form, "_", "_", tag, "_", "_", "_", "_", "|".join(misc) or "_"])
        lines.append(row)
    path = tmp_path / "own.conllu"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_text_sentences_and_mentions_are_read(tmp_path: Path) -> None:
    (story,) = read_stories(conllu(tmp_path))
    assert story.text == "Chad's army didn't stop. It held the lake.\n\nThe army left."
    assert [story.text[b:e] for b, e in story.sentences] == ["Chad's army didn't stop.", "It held the lake.", "The army left."]
    told = [(story.text[m.begin : m.end], m.chain, m.kind, story.text[slice(*m.least)], m.pronoun) for m in story.mentions]
    assert told == [
        ("Chad's army", 1, "organization", "army", False),
        ("Chad's", 2, "place", "Chad", False),
        ("It", 1, "organization", "It", True),
        ("the lake", 3, "place", "lake", False),
        ("The army", 1, "organization", "army", False),
    ]
    assert story.genre == "news"


def test_our_chains_of_that_document_are_right(tmp_path: Path) -> None:
    figures = coref.run(conllu(tmp_path)).figures
    assert (figures["conll_f1_actors_given"], figures["pronoun_accuracy"]) == (1.0, 1.0)


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("1|Chad|NNP|Entity=1)", r"own\.conllu, line 1: entity 1 is closed"),
        ("# text = Chad left.\n1|Chad|NNP|_", "no entities"),
    ],
)
def test_a_file_that_is_not_annotated_so_is_named(tmp_path: Path, rows: str, message: str) -> None:
    with pytest.raises(DragomanError, match=message):
        coref.run(conllu(tmp_path, rows + "\n"))


def test_a_line_without_ten_columns_is_named(tmp_path: Path) -> None:
    path = tmp_path / "own.conllu"
    path.write_text("1\tChad\n", "utf-8")
    with pytest.raises(DragomanError, match="line 1: 2 columns"):
        coref.run(path)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((0, 27), True),  # the same span
        ((4, 17), True),  # shorter, with the least span inside
        ((4, 7), False),  # without it
        ((4, 30), False),  # reaches out of it
    ],
)
def test_a_found_mention_meets_an_annotated_one(found: tuple[int, int], expected: bool) -> None:
    gold = GoldMention(begin=0, end=27, least=(8, 17), chain=1, kind="person", pronoun=False)
    mention = Mention(text="x", begin=found[0], end=found[1])
    assert bool(coref.align([gold], [mention])) is expected


@needs_shared
def test_the_stage_keeps_its_score() -> None:
    figures = coref.run(SHARED / "data" / "ud").figures
    assert figures["conll_f1_actors_given"] > 0.6
    assert figures["pronoun_accuracy_actors"] > 0.5
