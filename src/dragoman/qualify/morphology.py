"""What form a word would have if it were a verb, by a table of irregular verbs and by endings. No tagger."""

from __future__ import annotations

from functools import lru_cache

from dragoman.qualify.words import listed_words

# base past participle; where the last two are alike only one stands. "read", "put" and their like are base and past at once.
_IRREGULAR = """
arise arose arisen|be was been|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent
bet bet|bid bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|bring brought
broadcast broadcast|build built|burn burnt|buy bought|cast cast|catch caught|choose chose chosen|cling clung
come came come|cost cost|creep crept|cut cut|deal dealt|dig dug|do did done|draw drew drawn|drink drank drunk
drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung
fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|foresee foresaw foreseen
freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|have had
hear heard|hide hid hidden|hit hit|hold held|hurt hurt|keep kept|kneel knelt|know knew known|lay laid|lead led
leave left|lend lent|let let|lie lay lain|light lit|lose lost|make made|mean meant|meet met|mistake mistook mistaken
overthrow overthrew overthrown|oversee oversaw overseen|overcome overcame overcome|override overrode overridden
partake partook partaken|pay paid|put put|quit quit|read read|retake retook retaken|rebuild rebuilt|redo redid redone
rid rid|ride rode ridden|ring rang rung|rise rose risen|run ran run|overrun overran overrun|say said
see saw seen|seek sought|sell sold
send sent|set set|shake shook shaken|shed shed|shoot shot|show showed shown|shrink shrank shrunk|shut shut
sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept|sling slung|slit slit|speak spoke spoken|spend spent
spill spilt|spin spun|split split|spread spread|spring sprang sprung|stand stood|steal stole stolen|stick stuck
sting stung|strike struck|string strung|strive strove striven|swear swore sworn|sweep swept|swim swam swum|swing swung
take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust thrust
undergo underwent undergone|undertake undertook undertaken|understand understood|uphold upheld|wear wore worn
weep wept|win won|withdraw withdrew withdrawn|withhold withheld|withstand withstood|write wrote written
rewrite rewrote rewritten|wound wounded
"""

# Words that end like verbs and are none, or hardly ever.
_NO_ING = listed_words(
    "thing nothing something anything everything king spring string evening morning ceiling during wing ring"
)
_NO_ED = listed_words(
    "indeed hundred red need speed seed deed breed united armed bed weed feed creed exceed proceed succeed naked wicked"
)
_NO_S = listed_words("this his its us as was is has thus news always perhaps yes gas bus plus across unless towards")


def _table() -> tuple[dict[str, frozenset[str]], dict[str, str]]:
    forms: dict[str, set[str]] = {}
    bases: dict[str, str] = {}
    for line in _IRREGULAR.replace("\n", "|").split("|"):
        parts = line.split()
        if len(parts) < 2:
            continue
        base, past, participle = parts[0], parts[1], parts[-1]
        forms.setdefault(base, set()).add("base")
        forms.setdefault(past, set()).add("past")
        forms.setdefault(participle, set()).add("participle")
        bases |= {base: base, participle: bases.get(participle, base), past: bases.get(past, base)}
    return {word: frozenset(found) for word, found in forms.items()}, bases


_FORMS, _BASES = _table()


@lru_cache(maxsize=65_536)
def forms(word: str) -> frozenset[str]:
    """Give the verb forms that a lower-case word can be: base, s, past, participle, ing.

    >>> sorted(forms("shelled")), sorted(forms("took")), sorted(forms("shells")), sorted(forms("quit"))
    (['participle', 'past'], ['past'], ['s'], ['base', 'participle', 'past'])
    """
    found = set(_FORMS.get(word, ()))
    if word.endswith("ed") and word not in _NO_ED and len(word) > 3:
        found |= {"past", "participle"}
    elif word.endswith("ing") and word.isalpha() and word not in _NO_ING and len(word) > 4 and not found:
        found.add("ing")
    elif word.endswith("s") and not word.endswith("ss") and word not in _NO_S and len(word) > 2:
        found.add("s")
    elif word.isalpha() and not found:
        found.add("base")
    return frozenset(found)


@lru_cache(maxsize=65_536)
def lemmas(word: str) -> frozenset[str]:
    """Give every word that a lower-case word could be an inflected form of, itself included.

    >>> sorted(lemmas("planned")), sorted(lemmas("sought")), sorted(lemmas("denies"))
    (['plan', 'plann', 'planne', 'planned'], ['seek', 'sought'], ['deni', 'denie', 'denies', 'deny'])
    """
    found = {word, _BASES.get(word, word)}
    for ending in ("ing", "ed", "es", "s"):
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        found |= {stem} if ending == "s" else {stem, stem + "e"}
        if ending in ("ing", "ed") and stem[-1] == stem[-2]:
            found.add(stem[:-1])
        if stem.endswith("i") and ending != "s":
            found.add(stem[:-1] + "y")
    return frozenset(found)
