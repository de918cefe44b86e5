"""Link a phrase to an actor, or at least to a country and sector, as they held at the story's date.

A phrase is read from its head: a person or organisation of the base is itself; a common noun ("troops", "foreign minister")
takes actor and country from the names beside it ("Taliban fighters", "Somalia's defence ministry", "police in Kenya"), and
from the story when it has none. What cannot be linked keeps country and sector if any.
"""

from __future__ import annotations

import re
from datetime import date

from dragoman.actors.base import ActorBase, bag
from dragoman.actors.fold import CAPS, tokenise
from dragoman.actors.heads import COMMON, find_head
from dragoman.actors.links import NAMES, OWNERS, Context, Link, choose, link_actor, story_context
from dragoman.actors.sectors import sectors_of
from dragoman.actors.surnames import link_surname
from dragoman.actors.tagging import Tagged, tag
from dragoman.records import Span


def link_text(base: ActorBase, text: str, on: date | None = None, context: Context | None = None) -> Link:
    """Link a name or description that stands alone.

    >>> base = ActorBase.load()
    >>> link = link_text(base, "Norwegian Foreign Minister Kari Nobody", date(2021, 5, 4))
    >>> link.country, link.sectors, link.role
    ('NOR', ('GOV',), 'foreign minister')
    >>> link_text(base, "the Somali military").country, link_text(base, "French lawmakers").sectors
    ('SOM', ('LEG',))
    """
    tagged = tag(text, base)
    return link_units(tagged, 0, len(tagged.units), base, on, context or story_context(tagged, base))


def link_units(tagged: Tagged, first: int, last: int, base: ActorBase, on: date | None, context: Context) -> Link:
    """Link the phrase that units ``first`` to ``last`` (excluded) make."""
    tags = tagged.tags
    person = _person(tagged, first, last, base, on, context)
    if person is not None:
        return person
    respelt = _respelt(tagged, first, last, base, on, context)
    if respelt is not None:
        return respelt
    head = first if tags[first] == "d" and "locative" in tagged.classes(first + 1) else find_head(tags, first, last)
    if tags[head] == "g" and (private := _private(tagged, first, last, head, base, context)) is not None:
        return private
    if tags[head] in NAMES and _can_own(tagged, head, last):
        if (other := _elsewhere_or_other_body(tagged, first, last, head, base, on, context)) is not None:
            return other
        why = {"c": "country", "g": "demonym", "h": "demonym"}.get(tags[head], "organisation")
        link = link_actor(base, choose(base, tagged.units[head].ids, context), on, 0.95, why)
        return Link(None, None, link.country, (), None, 0.7, why) if tags[head] == "h" else link
    reordered = _reordered(tagged, first, last, base, on)
    return reordered or _described(tagged, first, last, head, base, on, context)


_BEARER = re.compile("w?(x{2,})(?:m|$)")
_ONE = frozenset({"a", "an", "another"})


def _private(tagged: Tagged, first: int, last: int, head: int, base: ActorBase, context: Context) -> Link | None:
    """Link somebody of whom only the people is told, and maybe the name, to a country: no state is "an Australian"."""
    bearer = _BEARER.match(tagged.tags, head + 1, last)
    before = range(first, head)
    alone = head == last - 1 and any(tagged.tags[n] == "n" or tagged.key(n) in _ONE for n in before)
    if bearer is None and (not alone or any(tagged.tags[n] not in "dnjA" for n in before)):
        return None
    country = base.actors[choose(base, tagged.units[head].ids, context)].country
    name = None
    if bearer is not None:
        body = bearer.start() == bearer.start(1) and tagged.key(head - 1) == "the"  # "the British Dorvale Trust"
        begin = tagged.units[head if body else bearer.start(1)].begin
        name = tagged.text[begin : tagged.units[bearer.end(1) - 1].end]
    return Link(None, name, country, (), None, 0.7, "demonym")


def _elsewhere_or_other_body(
    tagged: Tagged, first: int, last: int, head: int, base: ActorBase, on: date | None, context: Context
) -> Link | None:
    """Link a country's name that means a part of another country, and "Congress" where it is that of another country."""
    unit = tagged.units[head]
    actor = base.actors[choose(base, unit.ids, context)]
    if tagged.tags[head] == "c" and actor.id in context.elsewhere:
        return Link(None, unit.entry.word, context.elsewhere[actor.id], (), None, 0.6, "namesake")
    if tagged.tags[head] != "o" or not _is_common(unit.entry.word, base):
        return None
    owner = _owner(tagged, first, last, head)
    if owner is not None and tagged.tags[owner] in "cgal":
        country: str | None = base.actors[choose(base, tagged.units[owner].ids, context)].country
    else:
        country = context.main_country or context.lead
        beside = context.countries[actor.country or ""] - 1  # the name itself was counted too
        if beside > 0 and 2 * beside >= context.countries[country or ""]:
            return None
    if country in (None, actor.country):
        return None
    body = _same_body(unit.entry.word, country, actor.sectors, base)
    if body is not None:
        return link_actor(base, body, on, 0.7, "the body of that name in the country")
    return Link(None, None, country, actor.sectors, None, 0.6, "the body of that name in the country")


def _is_common(word: str, base: ActorBase) -> bool:
    """Whether a name is also a word for such bodies anywhere: "Congress", "National Assembly"."""
    keys = [token.key.rstrip(CAPS) for token in tokenise(word)]
    return any(list(rest) == keys[1:] and entry.tag == "e" and not entry.ids for rest, entry in base.index.get(keys[0], ()))


def _same_body(word: str, country: str | None, sectors: tuple[str, ...], base: ActorBase) -> str | None:
    kin = [a for a in base.actors.values() if a.kind == "government_body" and a.country == country and a.sectors == sectors]
    return next((actor.id for actor in kin if any(word in name for name in actor.names)), None)


def _person(tagged: Tagged, first: int, last: int, base: ActorBase, on: date | None, context: Context) -> Link | None:
    """Link a known person, by full name or by the family name of someone the story or the base knows."""
    tags = tagged.tags
    for number in range(last - 1, first - 1, -1):
        if tags[number] == "p" and "s" not in tags[number:last] and not _in_other_name(tagged, first, number):
            person = link_actor(base, choose(base, tagged.units[number].ids, context), on, 0.95, "person")
            role = _role_words(tagged, first, last) or person.role
            sectors = person.sectors or sectors_of(tagged, first, last, find_head(tags, first, last))
            return Link(person.actor_id, person.name, person.country, sectors, role, 0.95, "person")
    stop = tags.find("m", first, last)
    if stop < 0 or tags[stop + 1] not in "dwAjgkr":
        return _by_surname(tagged, first, last, base, on, context)
    named = _by_surname(tagged, first, stop, base, on, context)
    return named if named is not None and named.actor_id else None  # of others the words behind the comma tell more


def _by_surname(tagged: Tagged, first: int, last: int, base: ActorBase, on: date | None, context: Context) -> Link | None:
    """Link a family name alone, with or without a title: "Mr. Nobody", also at the head of a sentence if the story knows it."""
    tags = tagged.tags
    known = tags[first:last] == "w" and tagged.key(first).rstrip(CAPS) in context.people
    if last <= first or not (tags[last - 1] == "x" or (known and tagged.text[tagged.units[first].begin].isupper())):
        return None
    plain = known or all(tags[number] in "xtrjdgcs" for number in range(first, last))
    alone = last - first == 1 or tags[last - 2] != "x"
    if not (plain and alone):
        return None
    title = tagged.key(last - 2) if last - first > 1 and tags[last - 2] in "rt" else ""
    return link_surname(tagged.key(last - 1), base, on, context, title=title)


def _in_other_name(tagged: Tagged, first: int, number: int) -> bool:
    """Whether a person is not meant: "the cabinet of President X" (but "the head of the party, X"), "Yulia Lula"."""
    tags, unit = tagged.tags, tagged.units[number]
    if number > first and tags[number - 1] == "x" and unit.last - unit.first == 1:
        return True
    apposed = re.fullmatch("[^fxp]*f[^frxp]*m", tags[first:number])
    return "f" in tags[first:number] and tags[number - 1] not in "caoe" and apposed is None


def _role_words(tagged: Tagged, first: int, last: int) -> str | None:
    words = [
        tagged.text[unit.begin : unit.end].casefold()
        for unit in tagged.units[first:last]
        if unit.tag == "r" and not unit.entry.classes <= {"title"}
    ]
    return words[0] if words else None


def _reordered(tagged: Tagged, first: int, last: int, base: ActorBase, on: date | None) -> Link | None:
    """Link an organisation whose words stand in another order than in the base."""
    tokens = [t for t in tagged.tokens[tagged.units[first].first : tagged.units[last - 1].last] if t.key[:1].isalnum()]
    if len(tokens) < 3:
        return None
    words = bag(tokens)
    if (found := base.bags.get(words)) is not None:
        return link_actor(base, found, on, 0.85, "reordered")
    near = base.spellings.body(list(words)) if tokens[0].cap and tokens[-1].cap and len(words) > 2 else None
    return link_actor(base, near, on, 0.7, "respelt") if near else None


def _respelt(tagged: Tagged, first: int, last: int, base: ActorBase, on: date | None, context: Context) -> Link | None:
    """Link an unknown name that ends the phrase as another spelling of one that the base has.

    One word alone may be any word, so that it counts only where the story names the country.
    """
    start = last
    while start > first and tagged.tags[start - 1] in "xop":
        start -= 1
    if "x" not in tagged.tags[start:last]:
        return None
    tokens = tagged.tokens[tagged.units[start].first : tagged.units[last - 1].last]
    found = base.spellings.whole([token.key.rstrip(CAPS) for token in tokens])
    if found is None or (len(tokens) == 1 and not context.countries[base.home(found)]):
        return None
    return link_actor(base, found, on, 0.6, "respelt")


def _described(tagged: Tagged, first: int, last: int, head: int, base: ActorBase, on: date | None, context: Context) -> Link:
    """Link a description by its head noun and the names beside it."""
    tags, units = tagged.tags, tagged.units
    sectors = sectors_of(tagged, first, last, head)
    role = _role_words(tagged, first, last)
    name = _unknown_name(tagged, first, last)
    owner = _owner(tagged, first, last, head)
    if owner is None and _posted(tagged, head):
        return Link(None, name, None, sectors, role, 0.5, "abroad")
    if _from_abroad(tagged, first, head) and (owner is None or (owner > head and tags[head + 1] != "f")):
        country = _country_beside(tagged, last, base, ("from",))
        return Link(None, name, country, sectors, role, 0.5, "beside" if country else "abroad")
    if owner is None and tags[head] in "keW" and (led := _led_by(tagged, first, head, base, on, context)) is not None:
        return Link(None, name, led.country, sectors, role, 0.6, "described")
    if owner is None:
        country, score = _country_beside(tagged, last, base, _BESIDE_PEOPLE if tags[head] in "kr" else _BESIDE), 0.75
        why = "beside" if country else "described"
        if country is None and tags[head] in COMMON and (sectors or units[head].entry.classes & {"state", "body"}):
            country, score, why = context.main_country, 0.5, "story"
        return Link(None, name, country, sectors, role, score if tags[head] in COMMON else 0.4, why)
    actor = link_actor(base, choose(base, units[owner].ids, context), on, 0.85, "described")
    if name is not None:
        return Link(None, name, actor.country, sectors or actor.sectors, role, 0.85, "described")
    if (
        tags[owner] == "o"
        and actor.sectors[:1] == ("PTY",)
        and tags[head] == "r"
        and "role_weak" not in units[head].entry.classes
    ):
        return Link(None, None, actor.country, sectors, role, 0.85, "described")  # "the GOP senator" is not the party
    if tags[owner] == "o":
        return Link(actor.actor_id, actor.name, actor.country, _of_group(actor.sectors, sectors), role, 0.85, "described")
    stands_for_state = "state" in units[head].entry.classes and sectors[:1] == ("GOV",)
    if stands_for_state and tags[owner] != "p":
        return Link(actor.actor_id, actor.name, actor.country, actor.sectors, role, 0.9, "described")
    return Link(None, None, actor.country, sectors, role, 0.85, "described")


def _led_by(tagged: Tagged, first: int, head: int, base: ActorBase, on: date | None, context: Context) -> Link | None:
    """Link the bare family name right before a noun: "Assad's forces"."""
    number = head - 2 if tagged.tags[head - 1] == "s" else head - 1
    alone = number >= first and tagged.tags[number] == "x" and (number == first or tagged.tags[number - 1] != "x")
    led = link_surname(tagged.key(number), base, on, context) if alone else None
    return led if led is not None and led.country else None


def _unknown_name(tagged: Tagged, first: int, last: int) -> str | None:
    """Give the run of unknown capitalised words that ends the phrase, or closes its part before a comma or a place.

    Of two runs the one in front is the name, if a name or an office opens the phrase: "Sen. Ana Nobody, R-Ohio".
    """
    stop = tagged.tags.find("m", first, last)
    ends = (last, stop) if tagged.tags[first] not in "xrt" or stop < 0 else (stop, last)
    start, end = next((run for end in ends if (run := _run(tagged, first, end))[0] < end), (0, 0))
    if end and (place := _placing(tagged, first, start)) is not None:
        start, end = _run(tagged, first, place)
        titled = start > first and tagged.tags[start - 1] in "rtk"
        if set(tagged.tags[first:start]) & set("fwm") or not (titled or end > start + 1):
            return None
    return tagged.text[tagged.units[start].begin : tagged.units[end - 1].end] if start < end else None


def _run(tagged: Tagged, first: int, end: int) -> Span:
    """Give first and end of the unknown name that ends there, with the word that opens a place: "North Dorvale"."""
    start = end
    while start > first and tagged.tags[start - 1] == "x":
        start -= 1
    if start < end and start > first and tagged.text[tagged.units[start - 1].begin].isupper():
        opens = tagged.tags[start - 1] == "D" or tagged.key(start - 1) == "new"
        start -= opens and tagged.tags[first : start - 1][-1:] != "x"
    return start, end


def _placing(tagged: Tagged, first: int, start: int) -> int | None:
    """Give the word before a name that says that it is where somebody is, or what he is of, if there is one."""
    while start > first and tagged.tags[start - 1] in "djD":
        start -= 1
    return start - 1 if start > first and tagged.key(start - 1) in _PLACING else None


_PLACING = frozenset("in of from at near outside around across on".split())
"""Behind these stands what somebody is of or where, not how he is called: "ranchers in Arauca"."""


def _of_group(own: tuple[str, ...], told: tuple[str, ...]) -> tuple[str, ...]:
    return own or told


def _owner(tagged: Tagged, first: int, last: int, head: int) -> int | None:
    """Find the name that the head belongs to: before it, else after an *of*; organisations win over countries."""
    before = [n for n in range(first, head) if _can_own(tagged, n, last)]
    after = [n for n in range(head + 1, last) if _can_own(tagged, n, last)]
    if _posted(tagged, head) or (before and tagged.tags[head] == "r" and tagged.key(head + 1) in _TO):
        after = []
    for group in (before, after):
        if named := [n for n in group if tagged.tags[n] == "o"]:
            return named[-1] if group is before else named[0]
    return before[-1] if before else after[0] if after else None


_TO = ("to", "at")
_ENVOYS = frozenset("ambassador ambassadors envoy envoys emissary emissaries nuncio".split())


def _posted(tagged: Tagged, head: int) -> bool:
    """Whether what follows says where an envoy is sent, not whose he is: "the ambassador to Chad"."""
    return tagged.key(head) in _ENVOYS and tagged.key(head + 1) in (*_TO, "for", "in")


def _can_own(tagged: Tagged, number: int, last: int) -> bool:
    """Whether a unit names an actor; a place name that opens an unknown name does not ("Nassau County", "Jordan Nobody")."""
    unit, rest = tagged.units[number], tagged.tags[number + 1 : last]
    opens = (unit.tag == "a" and rest[:1] == "x") or (unit.tag in "ac" and bool(rest) and set(rest) == {"x"})
    return unit.tag in OWNERS and bool(unit.ids) and not opens


def _from_abroad(tagged: Tagged, first: int, head: int) -> bool:
    """Whether a word before the noun says that they are of another country, or of several: "foreign troops", "African leaders".

    "The African nation" is the one that the story is about, and a "foreign trade ministry" is at home.
    """
    noun, number = tagged.units[head].entry, head - 1
    if tagged.tags[head] not in "keW" or "body" in noun.classes or not (noun.plural or noun.sectors):
        return False
    while number >= first and tagged.tags[number] in "jDAke":
        if "abroad" in tagged.classes(number):
            return True
        number -= 1
    return False


_BESIDE = ("in", "across")
_BESIDE_PEOPLE = (*_BESIDE, "from")


def _country_beside(tagged: Tagged, last: int, base: ActorBase, ties: tuple[str, ...]) -> str | None:
    """Give the country that stands right after the phrase, with one of the ties between: "in X"."""
    after = tagged.tags[last : last + 3]
    if tagged.key(last) not in ties:
        return None
    for number in range(last + 1, last + len(after)):
        unit = tagged.units[number]
        if unit.tag in "cagl" and unit.ids:
            return base.actors[unit.ids[0]].country
        if unit.tag not in "dD":
            break
    return None
