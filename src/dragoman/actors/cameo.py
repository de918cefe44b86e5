"""CAMEO actor codes ("AFGGOVMIL", "IGOUNOREF") as the country and sectors of PLOVER.

A code is a chain of three-letter parts: first the state or the kind of non-state actor, then roles. The parts are those of the
CAMEO codebook (Schrodt 2012); what PLOVER has no word for (religions, ethnic groups, names of organisations) is left out.
"""

from __future__ import annotations

from collections.abc import Container
from typing import NamedTuple

NON_STATE = {"IGO": "IGO", "NGO": "NGO", "NGM": "NGO", "MNC": "MNC", "IMG": "IMG", "INT": "IGO", "UIS": "IMG", "KKL": "IMG"}
FORMER = {"ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "SRP": "SRB", "KSV": "KOS", "YUG": "SRB", "PAL": "PSE", "SUN": "RUS"}
"""Codes that ISO 3166-1 has since replaced, or that dictionaries write otherwise."""
SECTORS = {
    **{
        same: same
        for same in "GOV MIL REB OPP PTY COP JUD SPY LEG EDU BUS AGR LAB CVL CRM REF ELI UAF NGO IGO PRM REL SOC".split()
    },
    "MED": "JRN",
    "JRN": "JRN",
    "MNC": "BUS",
    "HLH": "MED",
    "INS": "REB",
    "SEP": "REB",
    "HRI": "SOC",
    "ENV": "SOC",
}
RELIGIONS = frozenset({"MUS", "MOS", "CHR", "JEW", "HIN", "BUD", "SIK", "CTH", "PRO", "SUN", "SHI", "DOX", "BAH"})


class Meaning(NamedTuple):
    """What a code says: a country of ours (``None`` when the code names none), and sectors."""

    country: str | None
    sectors: tuple[str, ...]


def meaning(code: str, countries: Container[str]) -> Meaning:
    """Read an actor code, or the part of an agent's code beside the ``~``.

    >>> known = {"AFG", "USA"}
    >>> meaning("AFGGOVMIL", known), meaning("IGOUNOREFHCR", known).country, meaning("~COP", known).sectors
    (Meaning(country='AFG', sectors=('GOV', 'MIL')), 'UNO', ('COP',))
    >>> meaning("IGOEUREEC", known).country, meaning("XYZGOV", known).country
    ('EUR', None)
    """
    bare = code.replace("~", "")
    parts = [bare[at : at + 3] for at in range(0, len(bare), 3)]
    if "~" in code:
        return Meaning(None, _sectors(parts))
    first = FORMER.get(parts[0], parts[0])
    if first in countries:
        return Meaning(first, _sectors(parts[1:]))
    if first not in NON_STATE:
        return Meaning(None, _sectors(parts[1:]))
    return Meaning(_international(first, parts[1:]), (*_kind(first), *_sectors(parts[1:])))


def _international(first: str, rest: list[str]) -> str:
    if first == "IGO" and "UNO" in rest:
        return "UNO"
    if first == "IGO" and {"EEC", "EUR"} & set(rest):
        return "EUR"
    return NON_STATE[first]


def _kind(first: str) -> tuple[str, ...]:
    return {"IGO": ("IGO",), "INT": ("IGO",), "NGO": ("NGO",), "NGM": ("NGO",), "MNC": ("BUS",)}.get(first, ())


def _sectors(parts: list[str]) -> tuple[str, ...]:
    found = [sector for part in parts if (sector := SECTORS.get(part))]
    if not found and RELIGIONS & set(parts):
        found = ["REL"]
    return tuple(dict.fromkeys(found))
