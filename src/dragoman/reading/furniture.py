"""What a flattened page prints beside its story: sections, tags, reader count, the site's name, the archive's month."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.reading.bylines import after_opener, head_words, is_name
from dragoman.reading.stamps import is_calendar, month_named

_VIEWS = re.compile(
    r"\b(?:views?|reads?|page ?views?|hits|просмотр(?:ов|ы|а)?|visitas|vues|aufrufe|görüntülenme|dibaca)"
    r"\s*[:—-]\s*(\d[\d,.\u00a0 ]*)([km]\b)?"
    r"|\b(\d[\d,.\u00a0]*)\s?([km])?\s?(?:views?|reads?|hits|page ?views?|просмотр(?:ов|а)?|visitas|vues|aufrufe|kali)\b",
    re.I,
)
_SHORT = 60
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright\b|&copy;)", re.I)
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_OWNER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:(?:19|20)\d\d\s*(?:[-–—]\s*(?:(?:19|20)?\d\d|present))?)?"
    r"\s*(?:by )?([^\d,|©]{3,40}?)\s*(?:[,|©]|\.(?:\s|$)|\d{4}|all rights|$)",
    re.I,
)
_CRUMB = re.compile(r"\s*(?:>|»|›|→|::|\s/\s)\s*")
_ITEM = re.compile(r"^[^\W_][^.!?;:\"“”]{0,38}$")
_MULTIPLIER = {"": 1, "k": 1_000, "m": 1_000_000}


def views(lines: Iterable[str]) -> int | None:
    """Give the reader count that a short line prints.

    >>> views(["World", "Views: 3,046"]), views(["1.2k views"])
    (3046, 1200)
    """
    for line in lines:
        match = _VIEWS.search(line) if len(line) <= _SHORT else None
        if match:
            return _count(match[1] or match[3], (match[2] or match[4] or "").casefold())
    return None


def rubrics(lines: Iterable[str]) -> tuple[str, ...]:
    """Give the sections named by a labelled line, a trail of crumbs or a bare list in the head.

    >>> rubrics(["Home > World > Africa"]), rubrics(["Opinion, Sahel, Trade, Mali"])
    (('World', 'Africa'), ('Opinion', 'Sahel', 'Trade', 'Mali'))
    """
    for line in lines:
        labelled = after_opener(line, head_words().sections) if ":" in line[:20] else None
        if labelled and (items := listed(labelled)):
            return items
        crumbs = _CRUMB.split(line)
        if 2 <= len(crumbs) <= 6 and all(_ITEM.match(crumb) and crumb[0].isalpha() and len(crumb) < 30 for crumb in crumbs):
            return tuple(
                crumb for crumb in crumbs if crumb.casefold() not in ("home", "главная", "inicio", "accueil", "startseite")
            )
        items = () if line.endswith(".") else listed(line)
        if (
            len(items) >= 3
            and all(item[0].isalpha() for item in items)
            and sum(len(item.split()) for item in items) <= 3 * len(items)
            and not all(map(is_name, items))
        ):
            return items
    return ()


def tags(lines: Iterable[str]) -> tuple[str, ...]:
    """Give the keywords of the first labelled line that has any.

    >>> tags(["Tags: , , ,", "Tags: Sahel, gold | Mali"])
    ('Sahel', 'gold', 'Mali')
    """
    waiting = False
    for line in lines:
        found = after_opener(line, head_words().tags)
        if found is None and not waiting:
            continue
        items = listed(line if found is None else found)
        if items:
            return items
        waiting = found is not None and not found
    return ()


def listed(text: str) -> tuple[str, ...]:
    """Cut a list at commas, bars or points in the middle; nothing when an item is no short label."""
    items = [item.strip(" .#") for item in re.split(r"\s*[,|;•·]\s*", text)]
    items = [item for item in items if item]
    return tuple(dict.fromkeys(items)) if items and all(_ITEM.match(item) and len(item.split()) <= 5 for item in items) else ()


def not_before(lines: Iterable[str]) -> str | None:
    """Give the latest month that the chrome shows: of an archive's calendar, or January of a copyright year.

    >>> not_before(["© 2015-2019 The Paper", "June 2020", "Mon Tue Wed Thu Fri Sat Sun"])
    '2020-06'
    """
    kept = list(lines)
    months = []
    for i, line in enumerate(kept):
        month = month_named(line)
        if month and any(is_calendar(near) for near in kept[i + 1 : i + 4]):
            months.append(month)
        if len(line) < 250 and _COPYRIGHT.search(line):
            months += [f"{year}-01" for year in _YEARS.findall(line + " " + " ".join(kept[i + 1 : i + 2])[:12])]
    return max(months, default=None)


def owner(lines: Iterable[str]) -> str | None:
    """Give who the copyright line says the page belongs to.

    >>> owner(["© 2019 The Lake Herald. All rights reserved."])
    'The Lake Herald'
    """
    for line in lines:
        sure = len(line) < 250 and (_YEARS.search(line) or _COPYRIGHT.match(line) or "rights reserved" in line.casefold())
        match = _OWNER.search(line) if sure else None
        if match and not match[1].casefold().startswith(("all rights", "reserved")):
            return match[1].strip(" -–—")
    return None


def _count(digits: str, unit: str) -> int | None:
    bare = digits.strip(" .,\u00a0")
    if unit:
        return (
            round(float(bare.replace(",", ".").replace(" ", "")) * _MULTIPLIER[unit])
            if bare.count(".") + bare.count(",") < 2
            else None
        )
    plain = re.sub(r"[,.\u00a0 ]", "", bare)
    return int(plain) if plain and len(plain) < 12 else None
