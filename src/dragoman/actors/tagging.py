"""Turn text into units: names and words of the actor base, each with a one-letter tag for the mention grammar.

====  =======================================  ====  =======================================
c     country                                  d     determiner
g     demonym as adjective ("Afghan")          n     number or quantity ("dozens of")
h     demonym as noun ("Afghans")              j     modifier ("masked", "anti-Taliban")
a     capital                                  A     other word that ends like an adjective
l     seat of power ("Kremlin")                D     direction ("northern")
o     organisation, body, group, company       v     verb that people do ("said", "met")
p     person                                   y     pronoun
x     capitalised word that nobody knows       f     of, for, from
k     kind of people ("gunmen")                s     possessive
e     kind of body ("ministry")                m     comma
r     office ("foreign minister")              b     and, or
t     form of address ("Mr")                   q     quotation mark
W     weapon that acts ("warplanes")           u     other sign
w     any other word                           z     end of sentence
====  =======================================  ====  =======================================
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.actors.base import ActorBase
from dragoman.actors.entries import Entry
from dragoman.actors.fold import CAPS, Token, tokenise
from dragoman.records import Span

ADJECTIVAL = ("ed", "ing", "al", "ous", "ive", "ful", "less", "ish", "ic", "ant", "ent", "ary", "an", "est", "ian", "able")
PATRONS = frozenset(
    [
        "backed", "allied", "supported", "funded", "sponsored", "trained", "aligned", "brokered", "mediated", "affiliated",
        "linked", "inspired", "imposed", "leaning", "appointed", "installed",
    ]
)  # fmt: skip
"""Behind a name and a hyphen these say whose friend or work it is: who is "Iran-backed" is not Iran's."""
PREFIX = frozenset(["anti", "pro", "ex", "non", "neo", "pre", "post", "counter"])
_COMPOUND = PATRONS | frozenset(
    ["based", "led", "born", "controlled", "held", "run", "dominated", "occupied", "speaking", "style", "made"]
)
_SIGNS = {",": "m", "“": "q", "”": "q", '"': "q", "«": "q", "»": "q", "’": "s", "'": "s", "’s": "s", "'s": "s"}
_SMALL = {"of": "f", "for": "f", "from": "f", "and": "b", "or": "b", "&": "b"}
_NAME_JOIN = frozenset(
    ["al", "bin", "ibn", "ben", "de", "del", "dos", "da", "van", "von", "der", "den", "la", "le", "ould", "abu", "abd", "el"]
)
_FREE = frozenset(["al", "an", "as", "ash", "the", "ad"])
_APPROXIMATE = frozenset(["about", "around", "over", "than", "least", "up", "nearly", "almost"])
_NOTHING = Entry("w")
_TRADE = Entry("k", sectors=("CVL",), plural=True)
_NO_TRADE = frozenset(
    [
        "papers", "letters", "numbers", "towers", "rivers", "offers", "orders", "centers", "matters", "quarters", "meters",
        "kilometers", "computers", "trailers", "containers", "borders", "corners", "chapters", "posters", "factors", "sectors",
        "doors", "errors", "flowers", "waters", "layers", "dinners", "winters", "summers", "others", "tankers", "corridors",
        "motors", "harbors", "reactors", "lists", "persons", "fingers", "shoulders", "suburbs", "reminders", "encounters",
    ]
)  # fmt: skip


@dataclass(slots=True)
class Unit:
    """One name or word of the text.

    Attributes:
        tag: See the table above.
        first: Number of its first token; ``last`` is one past its last.
        entry: What the base knows of it.
    """

    tag: str
    begin: int
    end: int
    first: int
    last: int
    entry: Entry

    @property
    def ids(self) -> tuple[str, ...]:
        """Actors that the unit may name."""
        return self.entry.ids


@dataclass(slots=True)
class Tagged:
    """A text as units; ``tags`` has one letter a unit, so that regular expressions over it are the grammar."""

    text: str
    tokens: list[Token]
    units: list[Unit]
    tags: str

    def key(self, number: int) -> str:
        """Give the folded last word of a unit; empty outside the text."""
        if not 0 <= number < len(self.units) or self.tags[number] == "z":
            return ""
        return self.tokens[self.units[number].last - 1].key

    def classes(self, number: int) -> frozenset[str]:
        """Give the word classes of a unit."""
        return self.units[number].entry.classes if 0 <= number < len(self.units) else frozenset()


def tag(text: str, base: ActorBase, sentences: Sequence[Span] = ()) -> Tagged:
    """Cut a text into tagged units; a unit never crosses the end of a sentence.

    >>> tag("Masked gunmen fled from Kabul, Russia's foreign minister said.", ActorBase.load()).tags
    'jkwfamcsrvu'
    """
    tokens: list[Token] = []
    units: list[Unit] = []
    spans = sentences or ((0, len(text)),)
    for begin, end in spans:
        start = len(tokens)
        tokens.extend(tokenise(text, begin, end))
        _tag_sentence(tokens, start, units, base)
        if units and sentences:
            units.append(Unit("z", end, end, len(tokens), len(tokens), _NOTHING))
    _settle_first_words(tokens, units, base)
    _settle_family_names(tokens, units, base)
    _settle_by_next(tokens, units)
    return Tagged(text, tokens, units, "".join(unit.tag for unit in units))


def _tag_sentence(tokens: list[Token], start: int, units: list[Unit], base: ActorBase) -> None:
    number, count = start, len(tokens)
    while number < count:
        length, entry = _longest(tokens, number, count, base)
        if entry and entry.tag == "o":
            length, entry = _of_nation(units, tokens, number, length, entry, count, base)
        letter = entry.tag if entry else _letter(tokens, number)
        after = number + max(length, 1)
        if after < count and tokens[after].glued and tokens[after].key in _COMPOUND:
            letter, after, entry = "j", after + 1, None
        elif (letter == "w" or number == start) and tokens[number].key in PREFIX and after < count and tokens[after].glued:
            length, _ = _longest(tokens, after, count, base)
            letter, after = "j", after + max(length, 1)
        elif letter == "n" and length == 0 and after < count and tokens[after].glued:
            letter, after = "j", _compound_end(tokens, after, count)
        unit = Unit(letter, tokens[number].begin, tokens[after - 1].end, number, after, entry or _NOTHING)
        number = after
        if not _dot_of_title(units, unit, tokens):
            units.append(unit)


def _compound_end(tokens: list[Token], number: int, count: int) -> int:
    """Give the end of a compound that a figure opens: "30-year-old", "60-nation"."""
    while number < count and tokens[number].glued:
        number += 1
    return number


def _dot_of_title(units: list[Unit], unit: Unit, tokens: list[Token]) -> bool:
    """Whether the unit is the dot of "Gen." or "Mr."; a following name shows that no sentence ends here."""
    if unit.tag != "u" or not units or tokens[unit.first].text != "." or units[-1].end != unit.begin:
        return False
    before = tokens[units[-1].last - 1].text
    return units[-1].tag in "rtx" and before[:1].isupper() and len(before) < 5 and unit.last < len(tokens)


def _longest(tokens: list[Token], number: int, count: int, base: ActorBase) -> tuple[int, Entry | None]:
    key = tokens[number].key
    found = _match(base.index.get(key), tokens, number, count)
    if found is None and key.endswith(CAPS):
        found = _match(base.index.get(key[:-1]), tokens, number, count)
    return found or (0, None)


def _of_nation(
    units: list[Unit], tokens: list[Token], number: int, length: int, entry: Entry, count: int, base: ActorBase
) -> tuple[int, Entry | None]:
    """Keep of those who bear a general name ("Labour Party") those of the nation beside it; with none left it names nobody."""
    plain = _match(
        [item for item in base.index.get(tokens[number].key.rstrip(CAPS), ()) if not item[1].ids], tokens, number, count
    )
    if (plain and plain[0] == length and plain[1].tag != "j") or not all(
        _general(word, base) for word in tokens[number : number + length]
    ):
        return length, entry  # "Congress" of any country is for the linker to tell
    nations = _nations(units, base) or _nations_behind(tokens, number + length, count, base)
    ids = tuple(who for who in entry.ids if base.home(who) in nations or base.home(who) not in base.actors)
    if not nations or ids:
        return length, replace(entry, ids=ids or entry.ids)
    return plain or (0, None)


def _general(word: Token, base: ActorBase) -> bool:
    return word.key.rstrip(CAPS) in base.general or not word.cap


def _nations(units: list[Unit], base: ActorBase) -> set[str]:
    """Give the countries that the demonym or country right before may mean: "Chadian", "Malawi's"."""
    last = units[-2:-1] if units and units[-1].tag == "s" else units[-1:]
    return {base.home(who) for unit in last if unit.tag in "cg" for who in unit.ids}


def _nations_behind(tokens: list[Token], number: int, count: int, base: ActorBase) -> set[str]:
    """Give those of a country right behind an *of*: "the Labour Party of Malta"."""
    if number + 1 >= count or tokens[number].key != "of":
        return set()
    _, entry = _longest(tokens, number + 1, count, base)
    return {base.home(who) for who in entry.ids} if entry and entry.tag == "c" else set()


def _match(
    bucket: list[tuple[tuple[str, ...], Entry]] | None, tokens: list[Token], number: int, count: int
) -> tuple[int, Entry] | None:
    for rest, entry in bucket or ():
        length = len(rest) + 1
        if number + length > count:
            continue
        for offset, key in enumerate(rest, start=number + 1):
            other = tokens[offset].key
            if other != key and other.rstrip(CAPS) != key:
                break
        else:
            if not entry.ids or _cased(entry, tokens, number):
                return length, entry
    return None


def _cased(entry: Entry, tokens: list[Token], number: int) -> bool:
    return all(
        tokens[number + offset].cap or tokens[number + offset].key in _FREE for offset, cap in enumerate(entry.caps) if cap
    )


def _letter(tokens: list[Token], number: int) -> str:
    token = tokens[number]
    if (sign := _SIGNS.get(token.text)) is not None:
        return _apostrophe(tokens, number) if sign == "s" and token.text in "'’" else sign
    if token.text[0].isdigit():
        return "n"
    if not token.text[0].isalpha():
        return "u"
    if token.cap:
        return "x"
    if token.key in _NAME_JOIN and number + 1 < len(tokens) and tokens[number + 1].cap and number and tokens[number - 1].cap:
        return "x"
    if token.glued and tokens[number - 1].cap and number + 1 < len(tokens):
        return "x" if len(token.text) < 5 else "w"
    return "A" if token.key.endswith(ADJECTIVAL) and len(token.key) > 4 else "w"


def _apostrophe(tokens: list[Token], number: int) -> str:
    """Tell the possessive of a plural from a closing quotation mark."""
    before = tokens[number - 1] if number else None
    possessive = before is not None and before.end == tokens[number].begin and before.text.endswith("s")
    return "s" if possessive else "q"


def _is_year(tokens: list[Token], unit: Unit) -> bool:
    """Whether a figure is the year of "in 1991 police ..." and not a number of people."""
    figure = tokens[unit.first].text
    return (
        len(figure) == 4 and figure[:2] in ("18", "19", "20") and unit.first > 0 and tokens[unit.first - 1].key in _BEFORE_YEAR
    )


_BEFORE_YEAR = frozenset(
    ["in", "since", "by", "of", "until", "from", "before", "after", "during", "may", "june", "july", "march"]
)


def _is_trade(word: str) -> bool:
    """Whether an unknown noun ends like those for people by what they do: "hauliers", "cartoonists"."""
    return word.endswith(("ers", "ors", "ists", "ians", "eers", "smen", "women")) and word not in _NO_TRADE


def _settle_first_words(tokens: list[Token], units: list[Unit], base: ActorBase) -> None:
    """A capital at the head of a sentence shows a name only when the word is one elsewhere, or a name goes on after it."""
    inside = {tokens[u.first].text for n, u in enumerate(units) if u.tag == "x" and n and units[n - 1].tag not in "zqu"}
    for number, unit in enumerate(units):
        if unit.tag != "x" or (number and units[number - 1].tag not in "zqu"):
            continue
        token = tokens[unit.first]
        follows = units[number + 1].tag if number + 1 < len(units) else "z"
        name = (
            token.text in inside
            or token.key in base.given
            or token.key in base.surnames
            or token.text.isupper()
            or follows in "xp"
        )
        if not name:
            unit.tag = "A" if token.key.endswith(ADJECTIVAL) else "w"
    for unit in units:
        if unit.tag == "w" and (small := _SMALL.get(tokens[unit.first].key)):
            unit.tag = small


def _settle_family_names(tokens: list[Token], units: list[Unit], base: ActorBase) -> None:
    """The word for an office that ends a name is a family name: "Mary King", "Mr. King", but not "Sydney Mayor Mary Nobody"."""
    for before, unit, after in zip(units, units[1:], [*units[2:], None], strict=False):
        token, first = tokens[unit.last - 1], tokens[before.last - 1].key
        alone = unit.tag == "r" and token.cap and unit.last - unit.first == 1 and token.key in base.surnames
        opened = (before.tag == "x" and first in base.given) or first in ("mr", "mrs", "ms")
        if alone and opened and (after is None or after.tag not in "xpt"):
            unit.tag, unit.entry = "x", _NOTHING


def _settle_by_next(tokens: list[Token], units: list[Unit]) -> None:
    """Tell by the word behind it what a word is: "a major bank" has no major in it, in "gunmen wearing" is a verb."""
    for unit, after in pairwise(units):
        if after.tag in "wA" and not after.entry.word and unit.tag in "ng" and _is_trade(tokens[after.last - 1].key):
            after.tag, after.entry = "k", _TRADE
        if unit.tag == "k" and unit.entry.plural and after.tag == "A" and tokens[after.last - 1].key.endswith("ing"):
            after.tag = "w"
        if unit.tag == "r" and "modifier" in unit.entry.classes and not tokens[unit.first].cap and after.tag in "jkerg":
            unit.tag, unit.entry = "j", _NOTHING
        if unit.tag in "keW" and after.tag == "j" and "locative" in after.entry.classes:
            after.tag = "w"
        if unit.tag == "n" and not unit.entry.word and (after.tag == "d" or _is_year(tokens, unit)):
            unit.tag = "w"
        if unit.tag == "n" and after.tag != "n" and tokens[unit.last - 1].key in _APPROXIMATE:
            unit.tag = "w"
