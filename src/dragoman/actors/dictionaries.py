"""Read actor and agent dictionaries as PETRARCH and TABARI have them.

An actor entry is a name, synonyms under it that begin with ``+``, and codes in square brackets, each with days at will
(``>YYMMDD`` from, ``<YYMMDD`` until, ``YYMMDD-YYMMDD``, the year in two digits or four); codes may stand on lines of their
own. An agent entry is a noun, its plural in braces (empty: none), and a code with ``~`` where the actor goes. ``#``, ``;`` and
``<!-- -->`` are comments. The format is described by Schrodt, "TABARI Manual" (2012), and the PETRARCH documentation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

_CODE = re.compile(r"\[([^\]]*)\]")
_BRACES = re.compile(r"\{([^}]*)\}")
_COMMENT = re.compile(r"<!--.*?(?:-->|$)|[#;].*")
_SET = re.compile(r"!(\w+)!\s*=\s*(.+)")
_PIVOT = 30
"""Two-digit years from here on are of the twentieth century."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A code and the days between which it holds, both included."""

    code: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """One entry of a dictionary.

    Attributes:
        line: Number of its first line, from 1.
        names: As written, with blanks for underscores.
        codes: Of an actor, or one of an agent.
        agent: Whether it is a noun ("police") and not a name.
        plurals: Of an agent: given plurals; ``None`` when they are to be made.
    """

    line: int
    names: tuple[str, ...]
    codes: tuple[Coded, ...]
    agent: bool = False
    plurals: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A line that could not be read, and why; the entry it belongs to is refused whole."""

    line: int
    why: str


def read_dictionary(lines: Iterable[str]) -> tuple[list[Listing], list[Fault]]:
    """Give the entries of a dictionary, and the lines that are wrong.

    >>> read_dictionary(["ZORA_IMAGINOVA_ [CZEGOV 190101-210630] # mayor", "+Z._IMAGINOVA", "POLICE {} [~COP]"])[0][0].names
    ('ZORA IMAGINOVA', 'Z. IMAGINOVA')
    """
    found: list[Listing] = []
    faults: list[Fault] = []
    sets: dict[str, tuple[str, ...]] = {}
    group: list[tuple[int, str]] = []
    for number, line in _uncommented(lines):
        text = line.strip()
        if match := _SET.fullmatch(text):
            sets[match[1]] = tuple(word.strip(" _") for word in match[2].split(","))
        elif group and (text.startswith(("+", "[")) or not text):
            group += [(number, text)] if text else []
        else:
            _close(group, sets, found, faults)
            group = [(number, text)] if text else []
    _close(group, sets, found, faults)
    return found, faults


def _uncommented(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Give the lines without comments; a comment of its own line is left out, so that it does not end an entry."""
    inside = False
    for number, line in enumerate(lines, start=1):
        if inside:
            inside = "-->" not in line
            continue
        inside = "<!--" in line and "-->" not in line.split("<!--")[-1]
        rest = _COMMENT.sub("", line).rstrip("\r\n")
        if rest.strip() or not line.strip():
            yield number, rest


def _close(
    group: Sequence[tuple[int, str]], sets: dict[str, tuple[str, ...]], found: list[Listing], faults: list[Fault]
) -> None:
    """Turn the lines of an entry into listings; one wrong line refuses them all."""
    if not group:
        return
    names, codes, wrong = [], [], []
    for number, text in group:
        name = _CODE.sub("", text).strip()
        try:
            codes += [coded for body in _CODE.findall(text) for coded in [_coded(body)]]
            if "[" in _CODE.sub("", text) or "]" in _CODE.sub("", text):
                raise ValueError("a square bracket without its pair")
        except ValueError as error:
            wrong.append(Fault(number, str(error)))
        if name and name != "+":
            names.append(name.lstrip("+"))
    first = group[0][0]
    if not wrong and not codes:
        wrong.append(Fault(first, "no code in square brackets"))
    if not wrong and not names:
        wrong.append(Fault(first, "a code without a name"))
    faults.extend(wrong)
    if not wrong:
        found.extend(_listings(first, names, codes, sets))


def _listings(line: int, names: list[str], codes: list[Coded], sets: dict[str, tuple[str, ...]]) -> Iterator[Listing]:
    agent = "~" in codes[0].code
    braces = [body for name in names for body in _BRACES.findall(name)]
    spelt = [form for name in names for form in _expanded(plain_name(_BRACES.sub("", name)), sets)]
    shown = tuple(dict.fromkeys(form for form in spelt if form))
    if not shown:
        return
    plurals = tuple(plain_name(word) for body in braces for word in body.split(",") if word.strip()) if braces else None
    yield Listing(line, shown, tuple(codes), agent, plurals if agent else None)


def _expanded(name: str, sets: dict[str, tuple[str, ...]]) -> list[str]:
    """Put each word of a set in its place: ``CONGRESS!PERSON!``."""
    for key, words in sets.items():
        if f"!{key}!" in name:
            return [name.replace(f"!{key}!", word) for word in words]
    return [name]


def plain_name(written: str) -> str:
    """Give a name with blanks for underscores.

    >>> plain_name("SECRETARY_GENERAL_OF_THE_UN_"), plain_name("ISLAMIC_ARMY_OF_ADEN_(IAA)_")
    ('SECRETARY GENERAL OF THE UN', 'ISLAMIC ARMY OF ADEN')
    """
    bare = re.sub(r"\([^)]*\)", " ", written)
    return " ".join(bare.replace("_", " ").split()).strip(" ,")


def _coded(body: str) -> Coded:
    code, *rest = body.split(maxsplit=1)[:2] if body.strip() else [""]
    if not re.fullmatch(r"[A-Za-z~-]{3,}", code):
        raise ValueError(f"[{body}] is no code: write letters, as in [AFGGOV]")
    coded = Coded(code.upper())
    if not rest:
        return coded
    days = rest[0].replace(" ", "")
    if days.startswith(">"):
        return replace(coded, start=_day(days[1:]))
    if days.startswith("<"):
        return replace(coded, end=_day(days[1:]))
    start, dash, end = days.partition("-")
    if not dash:
        raise ValueError(f"{days!r} is no span of days: write >YYMMDD, <YYMMDD or YYMMDD-YYMMDD")
    first, last = _day(start), _day(end)
    if last < first:
        raise ValueError(f"{days!r} ends before it begins")
    return replace(coded, start=first, end=last)


def _day(digits: str) -> date:
    if not re.fullmatch(r"\d{6}|\d{8}", digits):
        raise ValueError(f"{digits!r} is no day: write YYMMDD or YYYYMMDD")
    year, month, day = int(digits[:-4]), int(digits[-4:-2]), int(digits[-2:])
    if len(digits) == 6:
        year += 1900 if year >= _PIVOT else 2000
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"{digits!r} is no day of the calendar") from None
