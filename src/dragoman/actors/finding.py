"""Explain a link: who a name may stand for on a day, how likely each is, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from dragoman.actors.base import ActorBase
from dragoman.actors.fold import CAPS, tokenise
from dragoman.actors.linker import link_text
from dragoman.actors.links import Context, Link
from dragoman.actors.naming import bag

_CLOSE = 0.84
"""Likeness (difflib's ratio over folded letters) from which another spelling is offered."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Someone whom a name may stand for; ``chosen`` is whom the linker takes when the name stands alone."""

    actor_id: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    role: str | None
    score: float
    why: str
    chosen: bool = False
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The candidates of a name, the likeliest first, and the link that the linker makes."""

    name: str
    on: date | None
    link: Link
    candidates: tuple[Candidate, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the explanation as plain JSON types."""
        plain = asdict(self)
        return {**plain, "on": self.on.isoformat() if self.on else None}


def find(base: ActorBase, name: str, on: date | None = None, country: str | None = None) -> Explanation:
    """Say whom a name may stand for.

    Args:
        base: The actor base.
        name: A name or description, as a story might have it.
        on: The story's date; without it, what holds last.
        country: Code of a country that the story is about.

    >>> told = find(ActorBase.load(), "Bush", date(2003, 4, 1))
    >>> told.candidates[0].actor_id, told.candidates[0].role
    ('george_w_bush', 'president')
    """
    context = Context(countries=Counter({country: 3}) if country else Counter())
    link = link_text(base, name, on, context)
    reasons: dict[str, tuple[float, str]] = {}
    for who, score, why in (*_named(base, name), *_families(base, name, on, country), *_others(base, name)):
        if country and base.period(who, on).country == country:
            score, why = min(score + 0.1, 0.99), f"{why}; the country asked for"
        if who not in reasons or reasons[who][0] < score:
            reasons[who] = (score, why)
    if link.actor_id and link.actor_id not in reasons:
        reasons[link.actor_id] = (link.score, f"{link.why}: head of the phrase")
    found = [_candidate(base, who, on, score, why, link) for who, (score, why) in reasons.items()]
    ordered = sorted(found, key=lambda c: (not c.chosen, -c.score, c.actor_id))
    return Explanation(name, on, link, tuple(ordered))


def _candidate(base: ActorBase, who: str, on: date | None, score: float, why: str, link: Link) -> Candidate:
    actor, period = base.actors[who], base.period(who, on)
    chosen = who == link.actor_id
    shown = link.score if chosen else round(score, 2)
    return Candidate(
        who, actor.names[0], actor.kind, period.country, period.sectors, period.role, shown, why, chosen, actor.wikidata
    )


def _named(base: ActorBase, name: str) -> list[tuple[str, float, str]]:
    """Give who bears the whole name."""
    keys = [word.key for word in tokenise(name)]
    if len(keys) > 1 and keys[0] == "the":
        keys = keys[1:]
    found: list[tuple[str, float, str]] = []
    for rest, entry in base.index.get(keys[0], []) if keys else []:
        if list(rest) == keys[1:]:
            found += [(who, 0.95 if len(entry.ids) == 1 else 0.7, f"its name {entry.word!r}") for who in entry.ids]
    return found


def _families(base: ActorBase, name: str, on: date | None, country: str | None) -> list[tuple[str, float, str]]:
    """Give who bears the last word as a family name: in office that day first, then lately, then ever."""
    words = tokenise(name)
    found: list[tuple[str, float, str]] = []
    for who in base.surnames.get(words[-1].key.rstrip(CAPS), ()) if words else ():
        period = base.period(who, on)
        if period.role:
            found.append((who, 0.65, f"family name; {period.role} on the day" if on else f"family name; {period.role} last"))
        else:
            found.append((who, 0.3, "family name; no office on the day"))
    return found


def _others(base: ActorBase, name: str) -> list[tuple[str, float, str]]:
    """Give organisations with the words in another order, and names spelt nearly so."""
    words = [word for word in tokenise(name) if word.key[:1].isalnum()]
    found: list[tuple[str, float, str]] = []
    if len(words) > 2 and (who := base.bags.get(bag(words))):
        found.append((who, 0.85, "its words in another order"))
    spelt = " ".join(word.key.rstrip(CAPS) for word in words)
    names = {
        " ".join((first, *rest)): entry
        for first, bucket in base.index.items()
        if first[:1] == spelt[:1]
        for rest, entry in bucket
        if entry.ids
    }
    for close in get_close_matches(spelt, sorted(names), n=4, cutoff=_CLOSE) if len(spelt) > 3 else []:
        if close != spelt:
            found += [(who, 0.4, f"spelt nearly as {names[close].word!r}") for who in names[close].ids]
    return found
