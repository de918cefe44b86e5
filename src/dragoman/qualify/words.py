"""The words that govern whether an event happened: what each does to an event that stands in its scope.

An effect is a modality, ``not`` (the event did not or will not happen), or ``through`` (the word says nothing of it).
Governors are looked up by lemma, so one entry serves "denies", "denied" and "denying".
"""

from __future__ import annotations

from typing import Literal

Effect = Literal["not", "through", "planned", "intended", "demanded", "conditional", "possible"]


def listed_words(listed: str) -> frozenset[str]:
    """Give the words of a string as a set."""
    return frozenset(listed.split())


def _effects(rows: dict[Effect, str]) -> dict[str, Effect]:
    return {word: effect for effect, listed in rows.items() for word in listed.split()}


BE = listed_words("be is are was were am been being get gets got 're 'm")
HAVE = listed_words("have has had having 've")
DO = listed_words("do does did")
MODALS: dict[str, Effect] = _effects({
    "planned": "will shall 'll wo",
    "conditional": "would 'd",
    "possible": "may might could can ca",
    "demanded": "must should ought",
})  # fmt: skip
NEGATIONS = listed_words("not never neither nor hardly scarcely barely")
# "not only X but Y", "no fewer than", "no less than", "not just", "not without" say yes.
YES_AFTER_NOT = listed_words("only just merely simply least fewer less more sooner doubt")
YES_AFTER_NO = YES_AFTER_NOT | listed_words("question wonder shortage lack denying")
NO = listed_words("no without zero")
NOBODY = listed_words("nobody none nothing neither noone nowhere")
DETERMINERS = listed_words(
    "a an the this that these those his her its their our my your any some no each every another several"
)
PREPOSITIONS = listed_words(
    "of in on at by for from with without against over under after before during since until into about amid despite "
    "following through between among near towards toward upon as than via per like"
)
ADVERBS = listed_words(
    "rather also still already ever even just now soon then again so far once always often yet all both there thereby either "
    "together back indeed instead only long later today tomorrow tonight twice formally ahead aside"
)
CONJUNCTIONS = listed_words("and or nor then")
STRONG = listed_words('; : — – ( ) " “ ” | !')
RELATIVES = listed_words("who which whom whose where")
SUBJECT_PRONOUNS = listed_words("he she it they we i you who which")

# Before "to" and a verb: "plans to strike", "is set to", "yet to", "in a bid to".
BEFORE_TO: dict[str, Effect] = _effects({
    "planned": "plan schedule set due agree decide prepare arrange about poise slate vow promise pledge commit swear "
        "undertake offer resolve determine propose decision agreement pact deal ready elect choose bind opt "
        "announce supposed",
    "intended": "want wish hope seek try attempt intend aim aspire strive keen eager willing mean bid effort intention "
        "desire ambition desperate anxious wait long work fight campaign readiness strain struggle yearn dream push "
        "drive prefer like love",
    "demanded": "need urge ask demand order tell call invite request beg implore press pressure appeal exhort instruct "
        "command require advise recommend warn challenge plead petition lobby encourage oblige remind direct ought "
        "motion ultimatum entreat persuade convince have",
    "not": "nothing fail refuse decline yet unable neglect omit forget reluctant unwilling powerless hesitate failure "
        "refusal too forbid prohibit ban inability impossible hard loath stop",
    "possible": "expect likely threaten seem appear allege suspect believe rumour rumor think say report claim accuse "
        "threat able free afraid risk possible unlikely consider consent permit allow authorise authorize enable "
        "entitle empower right permission tempt power capacity mandate dare bill proposal scheme plot conspire "
        "suppose certain sure bound chance opportunity",
    "through": "come go rush race prompt vote only then begin start continue manage help proceed use happen prove force "
        "compel cause lead enough sufficient tend first last keep",
})  # fmt: skip
# Words whose "to" leads to a noun, never to a verb: "subject to frequent attacks", "in response to heavy shelling".
NOUN_TO = listed_words(
    "subject subjected exposed exposure prone vulnerable susceptible immune resistant close closer closest thanks according "
    "response responses reaction reply answer rise resort resorted resorting amount amounts amounted amounting tantamount akin "
    "contrary addition alternative prior pursuant similar related linked tied confined limited attributed attributes objection "
    "objections objected opposed resistance end halt reference references referred refers referring relating "
    "alluded accustomed addicted devoted dedicated contributed contributing succumbed adhere adhered confessed admitted"
)
# Before a verb in -ing, directly or after a preposition: "denied shelling", "stopped X from shelling", "suspected of".
BEFORE_ING: dict[str, Effect] = _effects({
    "not": "deny without stop prevent keep bar block ban avoid refrain abstain instead rather prohibit forbid deter "
        "rule dissuade discourage hinder restrain save short against exclude resist delay postpone than cancel "
        "escape renounce swear cease far",
    "possible": "think accuse suspect consider contemplate weigh mull risk fear dread possibility danger allege debate discuss "
        "ponder threaten study capable worry rumour rumor suspicion charge accusation allegation likelihood "
        "prospect about propose suggest whether float imagine threat",
    "planned": "plan promise look anticipate scheduled",
    "intended": "intend aim hope intention view goal purpose attempt bent intent for",
    "demanded": "demand urge advocate recommend call insist favour favor",
    "conditional": "condition conditional",
})  # fmt: skip
# Before "that" (said or left out) and a clause: "denies it shelled", "no evidence that", "fears they will".
BEFORE_CLAUSE: dict[str, Effect] = _effects({
    "not": "deny refute disprove debunk",
    "possible": "fear dread worry concern afraid hope suspect allege rumour rumor speculate speculation doubt possibility risk "
        "danger chance imagine suppose presume likelihood prospect suggestion assume guess wonder suspicion warn "
        "predict concerned worried hopeful unclear uncertain likely possible hypothesis alarm wish accuse "
        "allegation accusation theory prophecy let's",
    "demanded": "demand urge ask require recommend request propose order call suggest proposal requirement",
    "conditional": "condition threaten",
})  # fmt: skip
# Words that, with "no", "not" or a verb of dismissal before them, unsay the clause or noun after them.
CLAIMS = listed_words(
    "evidence proof sign signs indication indications claim claims report reports allegation allegations accusation "
    "accusations suggestion suggestions rumour rumours rumor rumors charge charges fact notion idea confirmation story "
    "assertion"
)
# Verbs that plead for a noun after "for": "called for a strike".
PLEAD_FOR = listed_words("call appeal press push plead campaign petition clamour clamor")
# Governors of "to" that count only right before it: "is said to", not "said ... to".
RIGHT_BEFORE_TO = listed_words(
    "say think report claim believe appear seem suppose likely able free certain sure bound yet too set due about "
    "enough poise slate have keep tend happen only then nothing come go rush race long mean expect"
)
# Governors that look back: "suspected of shelling" is about what may have been, "considering shelling" about what may be.
LOOK_BACK = listed_words("accuse suspect allege charge suspicion accusation allegation report claim rumour rumor")
# Verbs that carry on or begin what follows in -ing: "may begin shelling".
ASPECT = listed_words("begin start continue resume keep")
# Verbs that, at the head of the evidence, only turn an act over: "is considering a curfew".
TURN_OVER: dict[str, Effect] = _effects({
    "possible": "consider contemplate weigh mull ponder",
    "planned": "plan",
    "intended": "hope",
})  # fmt: skip
# Acts of speech: an order, refusal, charge or threat in the evidence happened, whatever words it was clothed in.
SPOKEN_TYPES = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
# Governors whose own denial leaves it open: "did not rule out sending", "would not deny sending".
OPEN_WHEN_DENIED = listed_words("rule exclude deny dismiss discount refute")
# Verbs after which "that" is often left out: "denies it shelled", "fears they will".
BARE_CLAUSE = listed_words("deny fear hope suspect allege doubt insist let's warn imagine suppose guess wish worry")
# Nouns that "no" joins to what they lead to: "no intention of sending".
INTENTIONS = listed_words("intention intentions plan plans desire wish need attempt effort move bid reason")
DISMISS = listed_words(
    "dismiss reject rubbish refute rebut deny contradict debunk scorn laugh brush ridicule counter fabricate"
)
# Before a noun: "called for a strike", "the planned strike", "averted a strike".
BEFORE_NOUN: dict[str, Effect] = _effects({
    "not": "deny cancel avert prevent foil thwart avoid rule abort escape preclude deter prohibit forbid ban exclude "
        "without aborted thwarted foiled averted cancelled canceled lack absence instead shelve abandon halt stop "
        "refrain",
    "possible": "allege alleged reported suspected possible potential fear risk threat danger feared likely rumoured "
        "rumored apparent supposed purported consider weigh mull contemplate discuss debate threaten threatened "
        "looming imminent suspect accuse allegation accusation prospect possibility study ponder hypothetical "
        "propose proposed unconfirmed risking allow authorise authorize approve envisage float warn capable could",
    "planned": "plan planned upcoming forthcoming scheduled prepare announce announced promise promised pledge pledged "
        "expected expect schedule coming future await postpone postponed delay delayed agree impending vow",
    "intended": "seek want hope attempt attempted intend intended aim try desire bid wish effort ambition eye desired",
    "demanded": "demand urge request require need advocate insist demanded petition plead ultimatum",
    "conditional": "condition",
})  # fmt: skip
# Verbs after a noun that is the event: "the strike was called off", "talks are due".
AFTER_NOUN: dict[str, Effect] = _effects({
    "not": "cancel avert prevent foil thwart scrap abort shelve abandon",
    "planned": "plan schedule due expect set slate postpone delay",
    "possible": "likely fear possible loom threaten imminent consider feared suspected alleged",
    "demanded": "demand need require necessary",
})  # fmt: skip
CONDITIONS = listed_words("if unless provided once lest assuming")
TIME_CLAUSES = listed_words("until till when whenever before once")
DOUBT_ADVERBS = listed_words(
    "allegedly reportedly possibly perhaps maybe supposedly purportedly presumably probably apparently potentially "
    "ostensibly seemingly conceivably"
)
NOUN_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ade", "ship", "ture", "ism", "ness", "rest", "ault", "out", "oup")
ADJECTIVE_ENDINGS = (
    "al",
    "ic",
    "ive",
    "ous",
    "ary",
    "ant",
    "ent",
    "able",
    "ible",
    "ful",
    "less",
    "ish",
    "ed",
    "ing",
    "ern",
    "an",
)
LIGHT = listed_words(
    "hold carry stage make launch conduct take give have mount pay wage open sign send begin start resume continue lead"
)
