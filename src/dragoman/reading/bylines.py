"""Who wrote the story, and the place it was sent from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

_PARTICLES = frozenset("de da do dos das del della di du van von der den ter ten el al bin ibn ben la le y e i wa ole".split())
_NOISE = re.compile(r"\S+@\S+|https?://\S+|@\w+|\(?\+?\d[\d\s().-]{6,}\d|\s*[|•·/].*$")
_SEPARATOR = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b|\by\b|\bи\b|\be\b(?= [A-Z]))\s*")
_TOKEN = re.compile(r"^[^\W\d_](?:[^\W\d_]|['’.-])*$")
_CAPS_PLACE = r"[^\W\d_a-zà-ÿа-я](?:[^\W\d_a-zà-ÿа-я]|[ .'’/-])+"
_MIXED_PLACE = r"[^\W\d_a-z][\w.'’-]+(?: (?:[^\W\d_a-z][\w.'’-]*|de|of|al|el|la)){0,3}"
_REGION = r"(?:, [^\W\d_a-z][\w.'’ ]{1,25})?"
_DAY = r"(?:,? [^\W\d_]{3,9}\.? \d{1,2}(?:, \d{4})?|,? \d{1,2}\.? [^\W\d_]{3,9}\.?(?: \d{4})?)?"
_AGENCY = r"(?P<agency>\s?\([^()]{2,40}\)|,? (?:Reuters|AP|AFP|TASS))?"
_DASH = r"\s?(?:[–—]|--|-(?= )|:(?= [“\"A-Z]))\s?"
_SPEAKER = re.compile(rf"{_CAPS_PLACE}:\s")
_HOST = re.compile(r"[^\W\d_]{2}\.[^\W\d_]{2}")  # an agency's address, not a place
_DATELINE = re.compile(
    rf"^(?:\([^()]{{2,30}}\) )?"
    rf"(?:(?P<caps>{_CAPS_PLACE})(?P<region1>{_REGION})|(?P<mixed>{_MIXED_PLACE})(?P<region2>{_REGION}))"
    rf"(?P<day>{_DAY}){_AGENCY}(?P<dash>{_DASH})(?=\S)"
)


@dataclass(frozen=True, slots=True)
class HeadWords:
    """The word lists of ``head.yaml``."""

    by: tuple[str, ...]
    roles: frozenset[str]
    not_names: frozenset[str]
    sections: tuple[str, ...]
    tags: tuple[str, ...]
    agencies: frozenset[str]


@cache
def head_words() -> HeadWords:
    """Give the bundled word lists, longest opener first."""
    data = yaml.safe_load(files("dragoman.reading").joinpath("head.yaml").read_text("utf-8"))
    ordered = {name: tuple(sorted(data[name], key=len, reverse=True)) for name in ("by", "sections", "tags")}
    return HeadWords(
        **ordered, roles=frozenset(data["roles"]), not_names=frozenset(data["not_names"]), agencies=frozenset(data["agencies"])
    )


def byline(text: str) -> tuple[str, ...]:
    """Give the authors of a line that names them after "By"; none when it is no byline.

    >>> byline("By Amina Diallo and Jean-Luc Petit, Staff Writers")
    ('Amina Diallo', 'Jean-Luc Petit')
    """
    rest = after_opener(text, head_words().by)
    if rest is None or len(rest) > 150:
        return ()
    return people(rest)


def people(text: str) -> tuple[str, ...]:
    """Give the persons that a list of authors names, without roles, employers and addresses."""
    found = []
    for piece in _SEPARATOR.split(_NOISE.sub("", text)):
        name = _without_role(piece)
        if is_name(name):
            found.append(name.rstrip("."))
    return tuple(dict.fromkeys(found))


def is_name(text: str) -> bool:
    """Tell whether a line looks like one person's name and nothing else.

    >>> is_name("Ainur K. Bekova."), is_name("World News"), is_name("Police shot three")
    (True, False, False)
    """
    tokens = text.rstrip(".,").split()
    if not 2 <= len(tokens) <= 5 or len(text) > 50:
        return False
    if any(token.casefold().strip(".") in head_words().not_names for token in tokens):
        return False
    named = [re.sub(r"^(?:al|el|d)[-'’]", "", token) for token in tokens if token.casefold() not in _PARTICLES]
    return tokens[-1].casefold() not in _PARTICLES and all(_TOKEN.match(token) and token[0].isupper() for token in named)


def dateline(paragraph: str) -> str | None:
    """Give the place at the head of a report's first paragraph.

    >>> [dateline(text) for text in ("MOSCOW, Oct 21 (Agency) - He left.", "Nairobi — Rain fell.", "The army - all - left.")]
    ['Moscow', 'Nairobi', None]
    """
    match = _DATELINE.match(paragraph[:120])
    if match is None:
        return None
    place = (match["caps"] or match["mixed"]).strip(" .,")
    marked = bool(match["day"] or match["agency"])
    if match["mixed"] and not marked:
        opens = paragraph[match.end()]
        if ":" in match["dash"] or not (opens.isupper() or opens in "“\"«‘'"):
            return None
    if _HOST.search(place) or place.split()[0].casefold() in head_words().not_names - {"new", "north", "south", "east", "west"}:
        return None
    return place.title() if place.isupper() and len(place) > 3 else place


def is_transcript(paragraphs: Sequence[str]) -> bool:
    """Whether paragraphs open with who speaks ("BROUWER: Good morning."): then no head word is a dateline.

    >>> is_transcript(["BROUWER: Good morning.", "LIND: The bloc met."]), is_transcript(["KYIV: Shells fell.", "He left."])
    (True, False)
    """
    return sum(_SPEAKER.match(paragraph) is not None for paragraph in paragraphs) > 1


def after_opener(text: str, openers: tuple[str, ...]) -> str | None:
    """Give what follows one of the openers at the head of a line, or ``None``."""
    lowered = text.casefold()
    for opener in openers:
        if lowered.startswith(opener) and (len(text) == len(opener) or not text[len(opener)].isalnum()):
            return text[len(opener) :].lstrip(" :–—-")
    return None


def _without_role(piece: str) -> str:
    kept: list[str] = []
    for token in piece.split():
        if (
            token.casefold().strip(".,()") in head_words().roles
            or token.startswith("(")
            or (kept and token.casefold() in ("for", "on", "in", "of", "at"))
        ):
            break
        kept.append(token)
    return " ".join(kept).strip(" ,.-–—:")
