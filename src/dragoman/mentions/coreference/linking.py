"""From chains to links: pronouns and descriptions take over who they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors import ActorBase
from dragoman.mentions.coreference import words as w
from dragoman.mentions.coreference.groups import Groups
from dragoman.mentions.coreference.others import find_pronouns, find_things
from dragoman.mentions.coreference.quoting import find_quotes
from dragoman.mentions.coreference.reading import Figure
from dragoman.mentions.coreference.sieve import grouped
from dragoman.mentions.coreference.texts import read_words
from dragoman.records import Mention, MentionKind, Span

SCORE = 0.4
"""How sure a pronoun is an actor when it stands for one."""
_NEAR = 4
"""How many sentences back a description has the country of the one before it."""
_SIDES = frozenset({"sides", "parties", "countries", "nations", "states", "governments", "neighbours", "neighbors", "rivals"})
_BOTH = frozenset({"two", "both"})


def refer(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention], base: ActorBase, *, find: bool = True
) -> tuple[Mention, ...]:
    """Give all mentions with the pronouns among them, each pronoun and description linked as what it stands for.

    A pronoun that stands for nobody known is left out, unless it was given; running this again changes nothing more. "Its
    fighters" belong to whom "its" stands for, whether the pronoun was given, is looked for, or neither.

    Args:
        text: The story.
        sentences: Spans of its sentences, in order.
        mentions: What was found and linked, pronouns too or not.
        base: The actor base.
        find: Whether pronouns that were not given are looked for too.

    >>> text = "Peru warned Chad. It closed its port."
    >>> mentions = [Mention(text=text[b:e], begin=b, end=e, country=c) for b, e, c in ((0, 4, "PER"), (12, 16, "TCD"))]
    >>> [(m.text, m.country) for m in refer(text, [(0, 17), (18, 37)], mentions, ActorBase.load())][2:]
    [('It', 'PER'), ('its', 'PER')]
    """
    words = read_words(text, sentences, find_quotes(text))
    known = {(m.begin, m.end) for m in mentions}
    added = [_unlinked(text, span, "pronoun") for span in find_pronouns(words) if span not in known]
    things = [_unlinked(text, span, "nominal") for span in find_things(words, [*mentions, *added])]
    wanted = len(mentions) + len(added)
    _, groups = grouped(text, sentences, [*mentions, *added, *things], base)
    linked: dict[int, Mention] = {}
    for number, figure in enumerate(groups.figures):
        source = _source(groups, number, len(mentions)) if figure.index < wanted else None
        if source is not None:
            linked[figure.index] = _taken_over(figure, source)
    kept = [linked.get(index, mention) for index, mention in enumerate(mentions)]
    looked_for = [linked[index] for index in range(len(mentions), wanted) if index in linked]
    owned = _owned(kept, [*kept, *looked_for], base)
    return tuple(sorted([*owned, *looked_for] if find else owned, key=lambda m: (m.begin, -m.end)))


def _unlinked(text: str, span: Span, kind: MentionKind) -> Mention:
    return Mention(text=text[slice(*span)], begin=span[0], end=span[1], kind=kind, score=SCORE)


def _source(groups: Groups, number: int, actors: int) -> Mention | None:
    """Give the mention that says who a figure is: of those before it in its chain the best linked, then the nearest.

    Mentions with an index from ``actors`` on are no actors.
    """
    figure = groups.figures[number]
    if figure.kind == "pronoun" and figure.person == 1 and figure.number == "p":
        speaker = groups.speaking.get(figure.quote)
        return _source(groups, speaker, actors) or groups.figures[speaker].mention if speaker is not None else None
    members = [groups.figures[n] for n in groups.of(number) if n != number]
    known = [f for f in members if f.index < actors and f.kind != "pronoun" and (f.begin < figure.begin or f.kind == "name")]
    if figure.kind == "pronoun" and figure.person == 3:
        known = [f for f in known if f.begin < figure.begin]
    if figure.kind == "noun":
        pointing = figure.definite or figure.opener == "'s"
        named = [f for f in known if f.kind == "name" and pointing and not _foreign(figure.mention, f.mention)]
        return max(named, key=_worth).mention if named else _countryman(figure, known)
    return max(known, key=_worth).mention if known else None


def _foreign(told: Mention, named: Mention) -> bool:
    """Whether a description tells of a country that a name is not of: "Chad's envoy" is nobody of Peru."""
    return told.why in w.OWN_COUNTRY and None not in (told.country, named.country) and told.country != named.country


def _countryman(figure: Figure, known: Sequence[Figure]) -> Mention | None:
    """Give the description before this one that tells its country: "the officials" after "Peru's officials" are Peru's."""
    if figure.mention.why != "story" or not figure.definite:
        return None
    near = [f.mention for f in known if 0 <= figure.sentence - f.sentence <= _NEAR and f.begin < figure.begin]
    told = next((m for m in reversed(near) if m.country is not None and m.why in w.OWN_COUNTRY), None)
    return replace(told, kind="nominal", name=told.actor_id and told.name) if told else None


def _worth(figure: Figure) -> tuple[bool, bool, bool, int]:
    mention = figure.mention
    return mention.actor_id is not None, mention.name is not None, mention.country is not None, mention.begin


def _taken_over(figure: Figure, source: Mention) -> Mention:
    """Give the mention with the link of its source; a name or noun that is linked itself keeps its own."""
    mention = figure.mention
    if figure.kind != "pronoun" and (mention.actor_id is not None or (source.actor_id is None and source.kind != "named")):
        own = source.why in w.OWN_COUNTRY and source.country is not None and mention.why == "story"
        return replace(mention, country=source.country, why="same") if own else mention
    if figure.kind == "name" and mention.country is not None:
        return mention
    return replace(
        mention,
        actor_id=source.actor_id,
        name=source.name or _as_named(source),
        country=source.country or (mention.country if mention.why in w.OWN_COUNTRY else None),
        sectors=source.sectors or mention.sectors,
        role=mention.role if figure.kind != "pronoun" else source.role,
        why="same",
    )


def _as_named(mention: Mention) -> str | None:
    """Give the words of a name that the base does not know."""
    return (
        mention.text.removeprefix("The ").removeprefix("the ") if mention.kind == "named" and "," not in mention.text else None
    )


def _owned(mentions: Sequence[Mention], known: Sequence[Mention], base: ActorBase) -> list[Mention]:
    """Give "their troops" the country of "their", if that is ``known``, and no country to "the two sides", which are two."""
    owners = {m.begin: m for m in known if m.kind == "pronoun" and m.country is not None}
    made = []
    for mention in mentions:
        words = mention.text.casefold().split()
        owner = owners.get(mention.begin)
        if mention.kind == "nominal" and words[0] in w.POSSESSIVE and owner is not None:
            mention = _with_owner(mention, owner, base)
        elif words[-1] in _SIDES and set(words[:-1]) <= _BOTH | {"the"} and (set(words) & _BOTH or words[-1] == "sides"):
            mention = replace(mention, actor_id=None, name=None, country=None, sectors=())
        made.append(mention)
    return made


def _with_owner(mention: Mention, owner: Mention, base: ActorBase) -> Mention:
    actor = base.actors.get(owner.actor_id or "")
    if actor is None or actor.kind in ("country", "person"):
        return replace(mention, actor_id=None, name=None, country=owner.country, why="same")
    sectors = owner.sectors or mention.sectors
    return replace(mention, actor_id=actor.id, name=owner.name, country=owner.country, sectors=sectors, why="same")
