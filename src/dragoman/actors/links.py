"""What a phrase stands for, and what its story tells that decides it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from dragoman.actors.base import ActorBase
from dragoman.actors.tagging import Tagged

NAMES = "cgahlo"
OWNERS = NAMES + "p"


@dataclass(frozen=True, slots=True)
class Link:
    """What a phrase stands for.

    Attributes:
        country: ISO 3166-1 alpha-3, or a PLOVER non-state value.
        role: Office, from the words of the phrase or, at the date, from the base.
        score: 0.0 to 1.0.
        why: The rule that decided: person, organisation, country, demonym, described, beside ("in X" behind it), story (that of
            the story), abroad ("foreign": of no country told), namesake, reordered, respelt, unknown.
    """

    actor_id: str | None = None
    name: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    score: float = 0.0
    why: str = "unknown"


@dataclass(slots=True)
class Context:
    """What a story tells beside the phrase.

    Attributes:
        countries: How often the story names each country.
        people: Key of a family name to the person whose full name the story gave.
        hints: The same of what stands for one country alone, and of the persons named: what tells Congo from Congo.
        lead: The only country in the first sentence that names any, if it is the only one there.
        elsewhere: Countries whose name the story uses for a part of another, and that other.
    """

    countries: Counter[str] = field(default_factory=Counter)
    people: dict[str, Link] = field(default_factory=dict)
    hints: Counter[str] = field(default_factory=Counter)
    elsewhere: dict[str, str] = field(default_factory=dict)
    lead: str | None = None

    @property
    def main_country(self) -> str | None:
        """The country that the story is about: one that stands out; else the one it opens with, if named as often as any."""
        if not self.countries:
            return None
        (first, count), *rest = sorted(self.countries.items(), key=lambda item: (-item[1], item[0]))[:2]
        if not rest or count >= 1.5 * rest[0][1]:
            return first
        return self.lead if self.lead and self.countries[self.lead] == count else None


def story_context(tagged: Tagged, base: ActorBase) -> Context:
    """Count the countries that a story names, of its demonyms, capitals and organisations too."""
    countries: Counter[str] = Counter()
    hints: Counter[str] = Counter()
    opening: set[str] = set()
    first = 0
    for number, unit in enumerate(tagged.units):
        if unit.tag in OWNERS and unit.ids and (country := base.home(unit.ids[0])) in base.actors:
            countries[country] += unit.tag in NAMES
            hints[country] += len(unit.ids) == 1 and unit.entry.word not in base.actors[country].names[:1]
            if not opening or "z" not in tagged.tags[first:number]:
                first = number if not opening else first
                opening.add(country)
    lead = next(iter(opening)) if len(opening) == 1 else None
    return Context(countries=countries, hints=hints, elsewhere=_elsewhere(tagged, base, countries, hints), lead=lead)


def _elsewhere(tagged: Tagged, base: ActorBase, countries: Counter[str], hints: Counter[str]) -> dict[str, str]:
    """Tell the countries whose name the story uses for a part of another: signs of that part, and none of the country."""
    found = {}
    for key, (other, signs) in base.namesakes.items():
        if countries[key] and not hints[key] and any(token.cap and token.text.casefold() in signs for token in tagged.tokens):
            found[key] = other
    return found


def choose(base: ActorBase, ids: tuple[str, ...], context: Context) -> str:
    """Choose among actors that share a name: the one whose country the story names most, else the first."""
    if len(ids) == 1:
        return ids[0]
    named = context.hints if any(context.hints[base.home(key)] for key in ids) else context.countries
    return max(ids, key=lambda key: (named[base.home(key)], -ids.index(key)))


def link_actor(base: ActorBase, actor_id: str, on: date | None, score: float, why: str) -> Link:
    """Give the link to an actor of the base at a date."""
    period, actor = base.period(actor_id, on), base.actors[actor_id]
    return Link(actor_id, actor.names[0], period.country, period.sectors, period.role, score, why)
