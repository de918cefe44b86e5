"""What the words of the actor base stand for, and the sectors that its tables may name."""

from __future__ import annotations

from dataclasses import dataclass

SECTORS = frozenset(
    [
        "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI",
        "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC", "IGO", "NGO",
    ]
)  # fmt: skip
"""The 25 PLOVER sectors, and IGO and NGO for bodies that no state's sector fits."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a run of words stands for.

    Attributes:
        tag: One letter, the class of the words (see ``tagging``).
        ids: Actors that carry this name; several when it is shared.
        caps: Which words must be capitalised in the text.
        sectors: PLOVER sectors that a common noun tells.
        plural: Whether a common noun is plural.
        word: The words as the table has them.
    """

    tag: str
    ids: tuple[str, ...] = ()
    caps: tuple[bool, ...] = ()
    sectors: tuple[str, ...] = ()
    plural: bool = False
    word: str = ""
    classes: frozenset[str] = frozenset()
