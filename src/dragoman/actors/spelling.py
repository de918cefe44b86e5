"""Match names of other scripts however they are spelt: Gaddafi, Qadhafi, Khadafy.

Names written in Arabic, Cyrillic, Persian, Hebrew and other scripts reach English by many roads. Two spellings are taken for
one name when they agree after folding to classes of sounds: g, gh, kh, q, k; d, dh; sh, ch, shch, tch; o, u, ou; y, i; e as a
or as i; doubled letters as one. Names in Latin script are spelt one way ("Johansen" is not "Johansson"), so only actors of
countries that write otherwise are matched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache

from dragoman.actors.fold import CAPS, tokenise
from dragoman.actors.naming import bag
from dragoman.records import Actor

SHORTEST = 6
"""Letters of the shortest name that is matched."""
OTHER_SCRIPTS = frozenset(
    "AFG ARE ARM AZE BGD BGR BHR BLR DJI DZA EGY ERI ETH GEO GRC IMG IND IRN IRQ ISM ISR JOR KAZ KGZ KWT LBN LBY LKA MAR MDV "
    "MKD MLI MMR MNE MNG MRT NPL OMN PAK PSE QAT RUS SAU SDN SOM SRB SYR TCD THA TJK TKM TUN UKR UZB YEM".split()
)
"""Countries, and PLOVER values for groups of no one country, whose names come from other scripts or are spelt in many ways."""

_ARTICLES = frozenset({"al", "the"})
_WORDS = {"abdul": "abd", "abdel": "abd", "abdal": "abd", "abdol": "abd", "abdoul": "abd", "ibn": "bin", "ben": "bin"}
_SOUNDS = (
    (re.compile("dsh|dj"), "j"),
    (re.compile("shch|shtsh|tsch|tch|sch|sh|ch"), "C"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("[gk]h|ck|[cgqk]"), "k"),
    (re.compile("[ae][iy]|ae"), "A"),
    (re.compile("ph"), "f"),
    (re.compile("dh"), "d"),
    (re.compile("th"), "t"),
    (re.compile("w|(?<=[eo])ff?$"), "v"),
    (re.compile("[ou]+"), "u"),
    (re.compile("y"), "i"),
    (re.compile("(?<=.)h$"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=16384)
def sounds(key: str) -> tuple[str, str]:
    """Give the classes of sounds of a folded word, e read as a and as i; equal in either means the same name.

    >>> sounds("gaddafi") == sounds("qadhafi") == sounds("khadafy")
    True
    >>> sounds("khalid")[1] == sounds("khaled")[1], sounds("hassan")[0] == sounds("hussein")[0]
    (True, False)
    """
    key = _WORDS.get(key.rstrip(CAPS), key.rstrip(CAPS))
    for pattern, one in _SOUNDS:
        key = pattern.sub(one, key)
    return re.sub("a+", "a", key.replace("e", "a")), re.sub("i+", "i", key.replace("e", "i"))


def name_sounds(keys: Iterable[str]) -> tuple[str, ...]:
    """Give the classes of sounds of a whole name, its articles and the cuts between its words left out; none of a short one.

    >>> set(name_sounds(["al", "kaida"])) & set(name_sounds(["al", "qaeda"])) != set(), name_sounds(["putin"])
    (True, ())
    """
    return _name_sounds(tuple(keys))


@lru_cache(maxsize=16384)
def _name_sounds(words: tuple[str, ...]) -> tuple[str, ...]:
    if sum(map(len, words)) < SHORTEST:
        return ()
    read = [sounds(word) for word in words if word not in _ARTICLES]
    return tuple(sorted({"".join(part[way] for part in read) for way in (0, 1)} - {""}))


def loose_bag(keys: Iterable[str]) -> tuple[str, ...]:
    """Give the content words of an organisation's name without plural *s* and the *n* of "African", sorted.

    >>> loose_bag(["west", "african", "salt", "unions"]) == loose_bag(["salt", "union", "west", "africa"])
    True
    """
    return tuple(sorted(_stem(key) for key in keys if key != "s"))


@lru_cache(maxsize=16384)
def _stem(key: str) -> str:
    bare = key.rstrip(CAPS)
    if len(bare) > 4 and bare.endswith("s") and not bare.endswith("ss"):
        bare = bare[:-1]
    return bare[:-1] if len(bare) > 4 and bare.endswith(("ian", "can")) else bare[:-2] + "se" if bare.endswith("ce") else bare


class Spellings:
    """The names of a base by their sounds; tables are made when first asked for."""

    def __init__(self, actors: Mapping[str, Actor], surnames: Mapping[str, tuple[str, ...]]) -> None:
        self._actors = actors
        self._surnames = surnames

    def whole(self, keys: list[str]) -> str | None:
        """Give the one actor whose whole name sounds so; none when several do, or the name is short."""
        found = {who for form in name_sounds(keys) for who in self._names.get(form, ())}
        return found.pop() if len(found) == 1 else None

    def family(self, key: str) -> tuple[str, ...]:
        """Give the bearers of all family names that sound so."""
        found = {name for form in name_sounds([key]) for name in self._families.get(form, ())}
        return tuple(dict.fromkeys(who for name in sorted(found) for who in self._surnames[name] if self._of_other_script(who)))

    def body(self, words: list[str]) -> str | None:
        """Give the one organisation whose name has these words but for their endings; it takes three content words."""
        found = self._bags.get(loose_bag(words), frozenset()) if len(words) > 2 else frozenset()
        return next(iter(found)) if len(found) == 1 else None

    def _of_other_script(self, who: str) -> bool:
        actor = self._actors[who]
        return bool({actor.country, *(period.country for period in actor.periods)} & OTHER_SCRIPTS)

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for who, actor in self._actors.items():
            if actor.kind != "country" and self._of_other_script(who):
                for name in actor.names:
                    for form in name_sounds(word.key.rstrip(CAPS) for word in tokenise(name) if not word.key.endswith(CAPS)):
                        found.setdefault(form, set()).add(who)
        return found

    @cached_property
    def _families(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for key, bearers in self._surnames.items():
            if any(self._of_other_script(who) for who in bearers):
                for form in name_sounds([key]):
                    found.setdefault(form, set()).add(key)
        return found

    @cached_property
    def _bags(self) -> dict[tuple[str, ...], frozenset[str]]:
        found: dict[tuple[str, ...], frozenset[str]] = {}
        for who, actor in self._actors.items():
            for name in actor.names if actor.kind not in ("country", "person") else ():
                words = bag(tokenise(name))
                if len(words) > 2:
                    key = loose_bag(words)
                    found[key] = found.get(key, frozenset()) | {who}
        return found
