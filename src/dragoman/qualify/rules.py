"""What stands around an event and says that it did not, will, should or may happen: one small rule for each construction.

A rule gives the effects of what it finds, nearest to the event first, and none when it abstains. The rules of
:data:`RULES` speak in order; :func:`dragoman.qualify.qualify` weighs what they said.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dragoman.qualify.morphology import forms, lemmas
from dragoman.qualify.view import View, chain_before, governing_verb
from dragoman.qualify.words import (
    ADJECTIVE_ENDINGS,
    ADVERBS,
    AFTER_NOUN,
    BARE_CLAUSE,
    BE,
    BEFORE_CLAUSE,
    BEFORE_ING,
    BEFORE_NOUN,
    BEFORE_TO,
    CLAIMS,
    CONDITIONS,
    DETERMINERS,
    DISMISS,
    DO,
    DOUBT_ADVERBS,
    HAVE,
    INTENTIONS,
    MODALS,
    NEGATIONS,
    NO,
    NOBODY,
    OPEN_WHEN_DENIED,
    PLEAD_FOR,
    PREPOSITIONS,
    RELATIVES,
    RIGHT_BEFORE_TO,
    SPOKEN_TYPES,
    STRONG,
    TIME_CLAUSES,
    TURN_OVER,
    YES_AFTER_NO,
    YES_AFTER_NOT,
    Effect,
)

Effects = tuple[Effect, ...]
Rule = Callable[[View], Effects]
NONE: Effects = ()


def chain_effects(seen: View, chain: tuple[int, ...]) -> Effects:
    """Read operators from the one nearest to the verb outwards: "does not plan to" is planned, then not."""
    found: list[Effect] = []
    for index in reversed(chain):
        word, after = seen.word(index), _after(seen, index)
        if word in NEGATIONS or (word == "no" and after == "longer"):
            if after not in YES_AFTER_NOT:
                found.append("not")
        elif word in MODALS:
            found.append(MODALS[word])
        elif after == "to" and word not in ("to", "not"):
            effect: Effect | None = _before_to(seen, index)
            found += [effect] if effect and effect != "through" else []
            found += ["not"] if seen.word(index - 1) == "no" or word == "unlikely" else []
    return tuple(found)


def _after(seen: View, index: int) -> str:
    """Give the next word that is no adverb in -ly."""
    following = seen.word(index + 1)
    return seen.word(index + 2) if following.endswith("ly") and following not in ("only", "merely", "simply") else following


def _before_to(seen: View, index: int) -> Effect | None:
    word = seen.word(index)
    if word in BE:
        return "planned" if word in ("is", "are", "was", "were", "'re", "'m") else None
    if word == "going":
        return "planned"
    if "expect" in lemmas(word) and seen.word(index - 1) not in BE:
        return "planned"
    if word in HAVE:
        return "demanded"
    if word == "able" and {"was", "were", "been"} & set(seen.words[max(0, index - 3) : index]):
        return "through"  # who was able to do it did it
    return seen.effect(index, BEFORE_TO)


def verb_chain(seen: View) -> Effects:
    """``did not shell``, ``will meet``, ``plans to meet``, ``has yet to meet``, ``may have met``."""
    if seen.event_type not in SPOKEN_TYPES:
        return chain_effects(seen, seen.chain)
    inside = chain_effects(seen, tuple(index for index in seen.chain if index >= seen.first))
    return _inside_speech(seen, inside) + chain_effects(seen, tuple(index for index in seen.chain if index < seen.first))


def _inside_speech(seen: View, inside: Effects) -> Effects:
    """Weigh operators inside an act of speech: "[will not pay]" is a refusal that was made, "[may ask]" no request yet."""
    if inside[:1] == ("possible",):
        return ("possible",)
    if seen.event_type == "REJECT" or "demanded" in inside:
        return NONE
    counted = {"ACCUSE": ("not", "planned", "intended"), "REQUEST": ("not", "planned")}.get(seen.event_type or "", ("not",))
    return tuple(effect for effect in inside if effect in counted)


def turned_over(seen: View) -> Effects:
    """``is considering a curfew``: the evidence itself only turns the act over."""
    effect = seen.effect(seen.head, TURN_OVER)
    return (effect,) if effect else NONE


def nothing_done(seen: View) -> Effects:
    """``freed none of them``, ``signed nothing``, ``will hold no drills``: the object says that nothing was done."""
    if seen.event_type in SPOKEN_TYPES:
        return NONE
    for index in range(seen.head + 1, max(seen.last, min(seen.head + 4, len(seen.words)))):
        word = seen.word(index)
        if word in STRONG or word in (",", "and", "but", "that", "to"):
            return NONE
        if (
            word in NOBODY
            or (word == "no" and seen.word(index + 1) not in YES_AFTER_NOT)
            or (word, seen.word(index + 1)) == ("not", "a")
        ):
            return ("not",)
    return NONE


def nobody_did(seen: View) -> Effects:
    """``No soldier fired``, ``neither side fired``, ``none of them fired``."""
    if seen.nominal:
        return NONE
    for index in range(seen.start - 1, max(-1, seen.start - 9), -1):
        word = seen.word(index)
        if word in STRONG or word in (",", "that", "but", "and", "if") or word in MODALS or "past" in forms(word):
            return NONE
        if word in NOBODY or (word == "no" and seen.word(index + 1) not in YES_AFTER_NO | CLAIMS | INTENTIONS):
            return ("not",)
        if (word, seen.word(index + 1)) == ("not", "a"):
            return ("not",)
    return NONE


def infinitive(seen: View) -> Effects:
    """``urged the rebels to free him``, ``a plan to strike``, ``came to sign``; in headlines ``Envoys to meet``."""
    if seen.word(seen.start) != "to" or seen.nominal or (seen.start >= seen.first and seen.event_type in SPOKEN_TYPES):
        return NONE
    if (seen.word(seen.start - 2), seen.word(seen.start - 1)) == ("far", "as"):
        return NONE  # "went so far as to expel"
    verbs = 0
    for index in range(seen.start - 1, max(-1, seen.start - 15), -1):
        word = seen.word(index)
        if word in STRONG:
            break
        if (seen.word(index - 1), word) == ("in", "order"):
            return ("intended",)
        far = index < seen.start - 1 and lemmas(word) & RIGHT_BEFORE_TO
        effect = seen.effect(index, BEFORE_TO) if word.isalpha() and word not in PREPOSITIONS and not far else None
        if effect:
            return _with_governor(seen, index, effect)
        verbs += bool(forms(word) & {"past", "ing"}) and "base" not in forms(word)
        if verbs:
            break
    finite = any(word in BE | HAVE | MODALS.keys() or forms(word) & {"past", "s"} for word in seen.words[: seen.start])
    return ("planned",) if seen.title or not (verbs or finite) else ("intended",)


def _with_governor(seen: View, index: int, effect: Effect) -> Effects:
    """Give a governor's effect; what denies or plans the governor itself counts where it decides about the event."""
    above = chain_effects(seen, chain_before(seen.words, index))
    if effect == "not" and "not" in above and lemmas(seen.word(index)) & OPEN_WHEN_DENIED:
        return ("possible",)
    if effect == "not" and "not" in above:
        return ("not", "not")  # "could not stop them from shelling": they shelled
    if effect == "not":
        denied: Effects = ("planned",) if seen.word(index) in ("against",) or lemmas(seen.word(index)) & {"rule"} else ()
        return ("not", *denied, *above)
    if effect == "through":
        return above
    denied = ("not",) if seen.word(index - 1) == "no" or "not" in above else ()
    return (effect, *denied)


def gerund(seen: View) -> Effects:
    """``denied shelling``, ``without shelling``, ``stopped them from shelling``, ``is suspected of shelling``."""
    begins = next((i for i in (*seen.chain, seen.head) if "ing" in forms(seen.word(i))), None)
    if begins is None or begins != seen.start or any(seen.word(i) in BE - {"being"} for i in seen.chain):
        return NONE
    direct = seen.word(begins - 1) not in PREPOSITIONS | {"out", "off"}
    for index in range(begins - 1, max(-1, begins - (4 if direct else 10)), -1):
        word = seen.word(index)
        if word in STRONG or (word == "," and index < begins - 1):
            return NONE
        effect = seen.effect(index, BEFORE_ING)
        if effect and (word not in PREPOSITIONS or _reaches(seen, index, begins)):
            return _with_governor(seen, index, effect)
    return NONE


def _reaches(seen: View, preposition: int, verb: int) -> bool:
    """``without the guards firing``; but "charges against the two for shelling" denies no shelling."""
    between = seen.words[preposition + 1 : verb]
    if seen.word(preposition) == "without":
        return not PREPOSITIONS & set(between)
    return seen.word(preposition) in ("against", "about") and all(word in ADVERBS or word.endswith("ly") for word in between)


def trailing_participle(seen: View) -> Effects:
    """``would shell the port, killing dozens``: a participle after a comma happens as far as its verb does."""
    if "ing" not in forms(seen.word(seen.head)) or seen.word(seen.start - 1) != "," or seen.chain:
        return NONE
    for index in range(seen.start - 2, -1, -1):
        word = seen.word(index)
        if word in STRONG or ("past" in forms(word) and "base" not in forms(word)) or word in HAVE:
            return NONE
        if word in MODALS:
            return (MODALS[word],)
    return NONE


def clause(seen: View) -> Effects:
    """``denies that it shelled``, ``fears they will``, ``no evidence that it shelled``, ``if they shell``, ``whether``."""
    if seen.nominal:
        return NONE
    commas = 0
    for index in range(seen.start - 1, max(-1, seen.start - 17), -1):
        word = seen.word(index)
        if word in STRONG or (word == "but" and commas == 0):
            return NONE
        commas += word == ","
        if commas == 0 and index == 0 and word in ("had", "should", "were"):
            return ("conditional",)  # "Had they not left", "Should it fail"
        effects = _opens_clause(seen, index, commas)
        if effects is not None:
            return effects
    return NONE


def _opens_clause(seen: View, index: int, commas: int) -> Effects | None:
    """Say what a word does that may open the clause of the event; ``None`` when it does not open one."""
    word, near = seen.word(index), commas in (0, 2)
    governs = commas == 0 or any(seen.word(at) in MODALS for at in seen.chain)
    if word in CONDITIONS and governs and _conditional_word(seen, index):
        asked = any(lemmas(seen.word(at)) & {"ask", "wonder", "know", "unclear", "see"} for at in (index - 1, index - 2))
        return ("possible",) if asked else ("conditional",)
    if word == "whether":
        return ("possible",)
    if word in TIME_CLAUSES and near:
        return ("conditional",) if _present(seen) else NONE
    if word == "that" and seen.word(index - 1) == "provided":
        return ("conditional",)
    if word == "that" and near:
        return _before_that(seen, index)
    bare = (
        lemmas(word) & BARE_CLAUSE
        and seen.word(index - 1) not in DETERMINERS
        and seen.word(seen.start - 1) not in ("and", "to")
    )
    if bare and commas == 0 and index < seen.start - 1 and seen.word(index + 1) not in PREPOSITIONS | {"to"}:
        effect = seen.effect(index, BEFORE_CLAUSE)
        return _with_governor(seen, index, effect) if effect else None
    return None


def _conditional_word(seen: View, index: int) -> bool:
    """``once`` and ``provided`` have other uses: "once a rebel", "provided tents"."""
    word, after = seen.word(index), seen.word(index + 1)
    if word == "provided":
        return after == "that" or (seen.word(index - 1) == "," and after in DETERMINERS)
    return word != "once" or _present(seen)


def _present(seen: View) -> bool:
    first = seen.word(seen.start)
    return first in ("is", "are", "has", "have", "do", "does", "can") or bool(
        forms(first) & {"s", "base"} and "past" not in forms(first)
    )


def _before_that(seen: View, index: int) -> Effects:
    """Read the governor of a clause with "that": "dismissed claims by two envoys that"."""
    for at in range(index - 1, max(-1, index - 8), -1):
        word = seen.word(at)
        if word in STRONG or word == ",":
            return NONE
        if word in CLAIMS and (effects := _unsaid(seen, at)):
            return effects
        if word in YES_AFTER_NO and seen.word(at - 1) in NO:
            return NONE  # "no doubt that"
        effect = seen.effect(at, BEFORE_CLAUSE)
        if effect:
            return _with_governor(seen, at, effect)
        if "past" in forms(word) or (at < index - 1 and word in BE | MODALS.keys()):
            return NONE
    return NONE


def _unsaid(seen: View, claim: int) -> Effects:
    """``no evidence``, ``dismissed as fabricated the claim``; otherwise a claim is a claim."""
    for at in range(claim - 1, max(-1, claim - 8), -1):
        word = seen.word(at)
        if word in STRONG:
            break
        if word in NO or word in NEGATIONS or lemmas(word) & DISMISS:
            return ("not",)
    return NONE


def noun_before(seen: View) -> Effects:
    """``no talks``, ``the planned strike``, ``called for a strike``, ``averted a strike``, ``fears of a strike``."""
    if not seen.nominal:
        return NONE
    for index in range(seen.head - 1, max(-1, seen.head - 8), -1):
        word = seen.word(index)
        if word in STRONG or word in ("that", "but", "'s") or (word == "," and not _between_adjectives(seen, index)):
            return NONE
        if word in NO and seen.word(index + 1) not in YES_AFTER_NO:
            return ("not", "planned") if "plan" in lemmas(seen.word(index - 1)) else ("not",)
        if lemmas(word) & PLEAD_FOR and seen.word(index + 1) in ("for", "off"):
            return ("not",) if seen.word(index + 1) == "off" else _with_governor(seen, index, "demanded")
        if lemmas(word) & {"call"} and seen.word(index + 1) in DETERMINERS:
            return _with_governor(seen, index, "planned")
        effect = seen.effect(index, BEFORE_NOUN) if word not in PREPOSITIONS - {"without"} else None
        if effect:
            return _with_governor(seen, index, effect)
    return NONE


def _between_adjectives(seen: View, comma: int) -> bool:
    """``no specific, credible threats``."""
    beside = (seen.word(comma - 1), seen.word(comma + 1))
    return all("-" in word or (word.endswith(ADJECTIVE_ENDINGS) and not forms(word) & {"past", "ing"}) for word in beside)


def noun_verb(seen: View) -> Effects:
    """``will hold talks``, ``did not carry out strikes``: the verb that a noun depends on is judged like an event."""
    index = governing_verb(seen) if seen.nominal else None
    if index is None:
        return NONE
    verb = replace(seen, head=index, chain=chain_before(seen.words, index), first=index, last=index + 1)
    rules = (verb_chain, nobody_did, infinitive, gerund, clause)
    return tuple(effect for rule in rules for effect in rule(verb))


def noun_after(seen: View) -> Effects:
    """``the strike was called off``, ``talks will be held``, ``the visit is due``, ``the raid never took place``."""
    if not seen.nominal or governing_verb(seen) is not None:
        return NONE
    found: list[Effect] = []
    for index in range(seen.last, min(seen.last + 10, len(seen.words))):
        word = seen.word(index)
        if word in STRONG or word in (",", "that", "and", "but", "if"):
            break
        if word in MODALS:
            found.append(MODALS[word])
        elif (word in NEGATIONS and seen.word(index + 1) not in YES_AFTER_NOT) or (word, seen.word(index + 1)) == (
            "called",
            "off",
        ):
            found.append("not")
        elif word in BE or word in HAVE or word in DO:
            continue
        elif effect := seen.effect(index, AFTER_NOUN):
            return (*found, effect)
        elif found and forms(word) & {"past", "participle", "base"}:
            break
    return tuple(found)


def doubt_adverb(seen: View) -> Effects:
    """``allegedly shelled``, ``was perhaps shelled``."""
    edges = STRONG | RELATIVES | {",", "that", "but"}
    begin = seen.start
    while begin > 0 and seen.words[begin - 1] not in edges:
        begin -= 1
    end = next((i for i in range(seen.last, min(seen.last + 3, len(seen.words))) if seen.words[i] in edges), seen.last + 3)
    around = seen.words[max(0, begin - 2) : end]  # "Reportedly, the army ..." stands before its comma
    return ("possible",) if any(word in DOUBT_ADVERBS for word in around) else NONE


def question(seen: View) -> Effects:
    """``Did the army shell the port?``."""
    rest = seen.words[seen.last :]
    return ("possible",) if "?" in rest and "." not in rest[: rest.index("?")] else NONE


RULES: tuple[Rule, ...] = (
    verb_chain,
    turned_over,
    nothing_done,
    nobody_did,
    infinitive,
    gerund,
    trailing_participle,
    clause,
    noun_before,
    noun_verb,
    noun_after,
    doubt_adverb,
    question,
)
