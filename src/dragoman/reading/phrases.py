"""The phrases that pages print around their articles, read from ``phrases.yaml``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

_TAIL = r"(?: ?[:>»→↓…]| ?\(?\d+\)?)?"
_WORD_ENDS = r"(?![^\W\d_])"
_LONGEST_WHOLE = 160


@dataclass(frozen=True, slots=True)
class Phrases:
    """The six lists, each as one pattern, to be matched against a casefolded block."""

    whole: re.Pattern[str]
    start: re.Pattern[str]
    inside: re.Pattern[str]
    credit: re.Pattern[str]
    stop: re.Pattern[str]
    end: re.Pattern[str]

    def is_whole(self, text: str) -> bool:
        """Tell whether the block is a label or button and nothing else."""
        return len(text) <= _LONGEST_WHOLE and self.whole.fullmatch(text.casefold()) is not None

    def starts(self, text: str) -> bool:
        """Tell whether the block begins as chrome does."""
        return self.start.match(text[:200].casefold()) is not None

    def hits(self, text: str) -> int:
        """Count the chrome phrases anywhere in the block."""
        return sum(1 for _ in self.inside.finditer(text.casefold()))

    def credits(self, text: str) -> bool:
        """Tell whether the block ends as the caption of a picture does, with who took it."""
        return self.credit.search(text[-80:].casefold()) is not None

    def stops(self, text: str) -> bool:
        """Tell whether the article has surely ended where such a block stands."""
        return self.stop.match(text[:120].casefold()) is not None

    def ends(self, text: str) -> bool:
        """Tell whether the article has mostly ended where such a block stands."""
        return self.end.match(text[:120].casefold()) is not None


@cache
def phrases() -> Phrases:
    """Give the bundled phrases.

    >>> phrases().is_whole("Share this article:"), phrases().starts("The court heard the case.")
    (True, False)
    """
    lists = yaml.safe_load(files("dragoman.reading").joinpath("phrases.yaml").read_text("utf-8"))
    return Phrases(
        whole=re.compile(f"(?:{_either(lists['whole'])}){_TAIL}"),
        start=re.compile(_either(lists["start"])),
        inside=re.compile(rf"(?<!\w)(?:{_either(lists['inside'])})"),
        credit=re.compile(f"(?:{_either(lists['credit'])})$"),
        stop=re.compile(f"(?:{_either(lists['stop'])}){_WORD_ENDS}"),
        end=re.compile(f"(?:{_either(lists['stop'] + lists['end'])}){_WORD_ENDS}"),
    )


def _either(patterns: list[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)
