"""Which sectors a description tells: those of its noun, or of the words around it."""

from __future__ import annotations

from dragoman.actors.entries import Entry
from dragoman.actors.heads import COMMON, find_head
from dragoman.actors.tagging import Tagged


def sectors_of(tagged: Tagged, first: int, last: int, head: int) -> tuple[str, ...]:
    """Give the sectors of the head noun; a weak one ("leader", "officials") takes those of the words around it."""
    entry = tagged.units[head].entry
    if entry.sectors and "role_weak" not in entry.classes:
        return _of_body(tagged, last, head) or _qualified(tagged, first, last, head, entry)
    for number in [*range(head - 1, first - 1, -1), *(range(head + 1, last) if _tied(tagged, head, entry) else ())]:
        other = tagged.units[number].entry
        if tagged.tags[number] in "kerj" and (found := other.sectors or _MODIFIERS.get(tagged.key(number), ())):
            return found
    weak = "role_weak" in entry.classes and any(tagged.tags[n] in "cgal" for n in range(first, head))
    return entry.sectors or (_OF_STATES.get(tagged.key(head), ()) if weak else ())


def _tied(tagged: Tagged, head: int, entry: Entry) -> bool:
    """Whether the words behind a noun say of whom: "head of the army", but not "officials blamed for rebel raids"."""
    after = tagged.tags[head + 1 : head + 2]
    if after == "f" or tagged.key(head + 1) in _TIES:
        return True
    compound = after == "w" and not tagged.classes(head + 1) & {"function", "locative"}  # "state elections officials"
    return not entry.sectors and (compound or after == "m" or tagged.tags[head] not in COMMON)


_TIES = frozenset("at in with to on close".split())


def _of_body(tagged: Tagged, last: int, head: int) -> tuple[str, ...]:
    """Give the sectors of the body that a president is of: that of a workers' union governs no state."""
    if tagged.key(head) not in _PRESIDENTS or tagged.key(head + 1) != "of" or head + 2 >= last:
        return ()
    of = find_head(tagged.tags, head + 2, last)
    owner = tagged.units[of].entry
    named = "o" in tagged.tags[head + 2 : of]
    return owner.sectors if tagged.tags[of] in "ke" and not named and owner.sectors != ("CVL",) else ()


def _qualified(tagged: Tagged, first: int, last: int, head: int, entry: Entry) -> tuple[str, ...]:
    """Give the sectors of a noun as the words around it change them.

    Who held an office and has it no more belongs to the elite; a police sergeant is no soldier; protesters of the opposition
    are the opposition's.
    """
    if entry.tag == "r" and {tagged.key(number) for number in range(first, head)} & _FORMER:
        return ("ELI", *(s for s in entry.sectors if s != "GOV"))
    if entry.tag == "r" and entry.sectors == ("MIL",):
        words = {token.key for token in tagged.tokens[tagged.units[first].first : tagged.units[last - 1].last]}
        return ("COP",) if words & _POLICE else entry.sectors
    if entry.sectors in (("CVL",), ("UAF",)):
        told = (_MODIFIERS.get(tagged.key(number), ()) for number in range(first, head))
        return next((found for found in told if found and found != ("GOV",)), entry.sectors)
    return entry.sectors


_FORMER = frozenset({"former", "ex", "ousted", "deposed"})
_POLICE = frozenset({"police", "sheriff"})
_PRESIDENTS = frozenset({"president", "secretary-general", "general", "chairman"})
_OF_STATES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        [
            "official", "officials", "leader", "leaders", "aide", "adviser", "advisor", "spokesman", "spokeswoman", "diplomat",
        ], ("GOV",)
    ),
    "forces": ("MIL",),
}  # fmt: skip
"""Sectors of weak nouns where they are a state's."""
_MODIFIERS: dict[str, tuple[str, ...]] = {
    "military": ("MIL",), "army": ("MIL",), "navy": ("MIL",), "police": ("COP",), "rebel": ("REB",), "guerrilla": ("REB",),
    "insurgent": ("REB",), "opposition": ("OPP",), "government": ("GOV",), "intelligence": ("SPY",), "security": ("MIL",),
    "church": ("REL",), "student": ("EDU",), "party": ("PTY",), "religious": ("REL",), "rights": ("SOC",), "union": ("LAB",),
    "separatist": ("REB",), "islamist": ("REB",), "state": ("GOV",), "defense": ("GOV", "MIL"), "kremlin": ("GOV",),
    "election": ("GOV",), "diplomatic": ("GOV",), "health": ("MED",), "hospital": ("MED",), "drug": ("CRM",),
    "administration": ("GOV",),
}  # fmt: skip
