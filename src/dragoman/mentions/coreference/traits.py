"""Whether a mention is a name, how many it means, and whether it may be a man, a woman or a thing."""

from __future__ import annotations

from typing import Literal

from dragoman.mentions.coreference import words as w
from dragoman.mentions.coreference.texts import Core, Words
from dragoman.records import Actor, Mention

Kind = Literal["pronoun", "name", "noun"]
_LOCATIVE = frozenset({"in", "at", "near", "from", "across"})


def is_name(words: Words, core: Core, mention: Mention) -> bool:
    """A head with a capital is a name, but for "the Vice President" and for a common noun that opens a sentence."""
    if not core.shown[-1][:1].isupper() or core.low[0] in w.DEMONSTRATIVE:
        return False
    if core.opener and (core.head in w.PEOPLE or (len(core.low) == 1 and core.head in w.GROUPS)):
        return False
    alone = core.stop - core.start == 1 and (core.start == 0 or words.sentence[core.start - 1] != words.sentence[core.start])
    common = _is_trade(mention) or core.head in w.GROUPS or core.head in w.PEOPLE or core.head in w.PLURALS
    return not (alone and common)


def _is_trade(mention: Mention) -> bool:
    """Whether the linker knows it as a noun for a kind of people or bodies ("Prosecutors"), and as nobody's name."""
    return mention.kind == "nominal" and mention.name is None and bool(mention.sectors)


def number_of(words: Words, core: Core, kind: Kind) -> str:
    """Give s, p or both: a name of a body and a noun like "team" go with "it" and "they"."""
    head = core.head
    if kind == "name":
        both = "and" in core.low or head in w.GROUPS or head.endswith("s")
        return "sp" if both or len(core.low) > 2 or core.shown[-1].isupper() else "s"
    if head in w.PLURALS or "and" in core.low or {core.opener, words.at(core.first), core.low[0]} & w.PLURAL_WORDS:
        return "p"
    if head in w.GROUPS:
        return "sp"
    plural = head.endswith("s") and not head.endswith(("ss", "us", "is")) and head not in w.SINGULAR_S
    return "p" if plural and core.opener not in ("a", "an", "this", "that") else "s"


def gender_of(words: Words, core: Core, mention: Mention, kind: Kind, actor: Actor | None = None) -> frozenset[str]:
    """Give what one person or thing may be, by its title, its given name, its noun, or what the actor base knows."""
    if kind == "name":
        return _of_name(words, core, mention, actor)
    if core.head in w.GENDERS:
        return w.GENDERS[core.head]
    if core.head in w.PEOPLE or core.head.endswith(("ist", "ian", "eer", "man")):
        given = (mention.name or "").casefold().split()[:-1]  # of "the suspect, Maria Okello"
        return w.GENDERS.get(given[0], w.PERSON) if given else w.PERSON
    return w.ANY if core.head.endswith(("er", "or")) or mention.role else w.THING


def _of_name(words: Words, core: Core, mention: Mention, actor: Actor | None) -> frozenset[str]:
    if actor is not None and actor.kind != "person" and not mention.role:
        return w.THING
    person = mention.role is not None or (actor is not None and actor.kind == "person")
    titles = [part.rstrip(".") for part in (words.at(core.start - 1), *core.low[:-1]) if part.rstrip(".") in w.TITLES]
    for title in titles:
        if title in w.TITLES_M or title in w.TITLES_F:
            return frozenset({w.MALE if title in w.TITLES_M else w.FEMALE})
    if not titles and not person and (_is_body(core, mention) or words.at(core.stop) == "of"):
        return w.THING
    full = (mention.name or "").casefold().split() if person or titles else []
    names = [part for part in (*full[:1], *core.low) if part.rstrip(".") not in w.TITLES]
    told = [w.GENDERS[part] for part in (names if len(names) == 1 else names[:-1]) if part in w.GENDERS]
    if told:
        return told[0]
    if titles or person:
        return w.PERSON
    return w.THING if mention.actor_id or mention.country or _placed(words, core) else w.ANY


def _is_body(core: Core, mention: Mention) -> bool:
    """Whether a name is no person's: it has an article, initials, "of", or a noun like "council" at its head."""
    country = mention.actor_id is not None and mention.actor_id.isupper()
    article = core.opener in ("the", "a", "an") and not mention.role and core.head not in w.PEOPLE
    initials = len(core.shown) == 1 and core.shown[0].isupper() and len(core.shown[0]) > 1
    return country or article or initials or core.head in w.GROUPS | w.PLACES or bool({"of", "and", "&"} & set(core.low))


def _placed(words: Words, core: Core) -> bool:
    return words.at(core.start - 1) in _LOCATIVE or words.at(core.start - 2) in ("in", "at", "near")
