"""How far a second reader of time expressions agrees with TimeML annotation: ``python -m training.own.times DATA``.

``second/timex.tsv`` holds the values that a reader gave the annotated expressions of the stories that no rule was tuned on,
knowing neither the annotated values nor the coder's. No coder can be asked to agree with the annotation more than that.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.bench.timex import Told, halves, scores
from dragoman.errors import DragomanError

Read = Mapping[tuple[str, int, int], str]


def reading(path: Path) -> Read:
    """Read the values by story and offsets."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {(story, int(begin), int(end)): value for story, begin, end, value in rows}


def compare(stories: Sequence[Told], read: Read) -> dict[str, float]:
    """Score the reader against the annotation, and the coder against both.

    Args:
        stories: Id, annotated and found expressions of each.
        read: The reader's values of all annotated expressions.

    Raises:
        DragomanError: the reader has not read one of them.
    """
    missing = [
        f"{story} {each.begin}" for story, gold, _ in stories for each in gold if (story, each.begin, each.end) not in read
    ]
    if missing:
        raise DragomanError(
            f"no reading of {len(missing)} expressions, {missing[0]} the first; was another file read than the reader's?"
        )
    second = [[replace(each, value=read[story, each.begin, each.end]) for each in gold] for story, gold, _ in stories]
    again = list(zip((gold for _, gold, _ in stories), second, strict=True))
    return {
        "reader's values as annotated": scores(again)["value_accuracy"],
        "coder's value F1, annotation": scores((gold, found) for _, gold, found in stories)["value_f1"],
        "coder's value F1, reader": scores(zip(second, (found for *_, found in stories), strict=True))["value_f1"],
    }


def main() -> None:
    """Print the three figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of aquaint.jsonl, or the file")
    _, held = halves(parser.parse_args().data)
    for name, figure in compare(held, reading(Path(__file__).parent / "second" / "timex.tsv")).items():
        print(f"{name:32} {figure:.3f}")


if __name__ == "__main__":
    main()
