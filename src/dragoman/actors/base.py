"""The actor base: who is known under which names, and what held of them when."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from dragoman.actors.building import INSTEAD, TABLES, Builder, Index, Namesake
from dragoman.actors.lexicon import add_words, read_given_names
from dragoman.actors.naming import bag, slug
from dragoman.actors.spelling import Spellings
from dragoman.records import Actor, Period

__all__ = ["DATA", "TABLES", "ActorBase", "bag", "slug"]

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class ActorBase:
    """All actors with an index over their names and the words for kinds of actors.

    Attributes:
        actors: By id.
        index: First key of a name to the rest of its keys and what it stands for, longest first.
        surnames: Key of a family name to the persons who bear it.
        bags: Content words of an organisation's name, sorted, to its id.
        given: Keys of common given names.
        women: Keys of given names that women bear.
        namesakes: Key of a country to those of another that share its name, and the words beside it that tell them.
        spellings: Names by their sounds.
        general: Words that names of organisations in many countries share ("labour", "party", "liberation").
    """

    actors: dict[str, Actor]
    index: Index = field(repr=False)
    surnames: dict[str, tuple[str, ...]] = field(repr=False)
    bags: dict[tuple[str, ...], str] = field(repr=False)
    given: frozenset[str] = field(repr=False)
    women: frozenset[str] = field(repr=False, default=frozenset())
    namesakes: dict[str, Namesake] = field(repr=False, default_factory=dict)
    spellings: Spellings = field(repr=False, compare=False, default_factory=lambda: Spellings({}, {}))
    general: frozenset[str] = field(repr=False, default=frozenset())

    @classmethod
    def load(cls, folder: Path | None = None) -> ActorBase:
        """Load the bundled base, and over it the tables of ``folder`` when one is given.

        A folder that holds a file named INSTEAD leaves all bundled actors but the countries out.

        Raises:
            BadTable: a table breaks the schema; the message names file, line and mend.
        """
        builder = Builder()
        builder.read_folder(DATA, countries_only=folder is not None and (folder / INSTEAD).exists())
        if folder is not None:
            builder.read_folder(folder)
        for place in (DATA, folder) if folder else (DATA,):
            if (words := place / "words.tsv").is_file():
                add_words(builder.add, words)
        builder.finish()
        given, women = (read_given_names(DATA / name) for name in ("given_names.txt", "women_names.txt"))
        surnames = builder.surnames()
        spellings, general = Spellings(builder.actors, surnames), builder.general()
        return cls(builder.actors, builder.index, surnames, builder.bags, given, women, builder.namesakes, spellings, general)

    def home(self, actor_id: str) -> str:
        """Give the country of an actor, or the last that it had; empty where it has none."""
        actor = self.actors[actor_id]
        return actor.country or (actor.periods[-1].country if actor.periods else None) or ""

    def period(self, actor_id: str, on: date | None) -> Period:
        """Give what held of an actor on a day; without a day, what holds last.

        >>> base = ActorBase.load()
        >>> base.period("taliban", date(2021, 8, 14)).sectors, base.period("taliban", date(2021, 8, 15)).sectors
        (('REB',), ('GOV',))
        """
        actor = self.actors[actor_id]
        current = [p for p in actor.periods if _covers(p, on)]
        if on is None and actor.kind == "person":
            current = list(actor.periods)
        if current:
            best = current[-1]
            return replace(best, country=best.country or actor.country, sectors=best.sectors or actor.sectors)
        sectors = actor.sectors
        if actor.kind == "person" and on and any(p.end and p.end < on for p in actor.periods):
            sectors = ("ELI",)
        country = actor.periods[-1].country if actor.periods and actor.kind == "person" else None
        return Period(country=actor.country or country, sectors=sectors)


def _covers(period: Period, on: date | None) -> bool:
    if on is None:
        return period.end is None
    return (period.start is None or period.start <= on) and (period.end is None or on <= period.end)
