"""Words that show that something is said, written, thought or wanted by someone, and how they take what is said.

``SAYING`` verbs may stand after their content ("..., she said") and before a bare clause; ``CLAUSE`` verbs need a clause
("believes that", "believes they"); ``MATTER`` verbs take a noun phrase or an infinitive ("denied the charge", "vowed to").
"""

from __future__ import annotations

from dragoman.qualify.words import listed_words

SAYING = listed_words(
    "say add note tell report announce suggest write tweet argue explain acknowledge declare continue recall conclude "
    "claim insist state reply respond warn admit confirm predict point joke quip complain lament stress reiterate "
    "maintain contend assert allege caution concede remark observe comment recount testify boast counter repeat ask "
    "assure disclose reveal post retort shout exclaim muse charge proclaim affirm opine advise inform remind estimate "
    "emphasize emphasise underline underscore inquire wonder signal hint indicate learn quote chant ramble yell scream "
    "deadpan elaborate echo swear vow"
)
CLAUSE = listed_words(
    "believe think know hope fear feel doubt suspect expect show find see agree realize realise guess assume understand "
    "worry hear deny decide promise pledge demand suggest speculate imply imagine mean remember determine propose want "
    "wish recommend request rule judge hold dispute consider bet figure prove"
)
MATTER = listed_words(
    "call describe accuse criticize criticise endorse urge praise defend support oppose reject propose question refuse "
    "decline promise vow pledge blame deny dismiss denounce condemn cite want plan seek offer favor favour back blast "
    "slam attack mock thank order hope demand express discuss mention reference address announce acknowledge predict "
    "prefer request recommend compare label cast portray characterize characterise ridicule decry deride rip hit "
    "welcome applaud voice advocate warn ask challenge encourage threaten claim reiterate outline detail explain view "
    "disavow repudiate invoke tout champion lambast chide rebuke bash assail refute dispute attribute estimate expect "
    "intend consider list identify note report raise commend hail insist agree fault congratulate envision sue allege "
    "vote"
)
# What a cue verb takes along: "called for", "pointed out", "referring to", "spoke about", "said of".
PARTICLES = listed_words("for on out to about of at against as")
PHRASAL = {
    "refer": "to",
    "point": "to",
    "talk": "about",
    "speak": "about of",
    "allude": "to",
    "object": "to",
    "complain": "about",
    "elaborate": "on",
    "comment": "on",
    "respond": "to",
    "lash": "out",
    "weigh": "in",
    "push": "for",
    "argue": "for against",
    "opt": "for",
    "care": "about",
    "look": "for",
    "focus": "on",
    "agree": "with to on",
}
# Nouns that name something said or thought; with a source and "that", "of", "to" or "for" they are cues.
NOUNS = listed_words(
    "claim claims statement announcement argument assertion allegation allegations accusation accusations warning "
    "belief view views suggestion prediction promise pledge vow proposal demand call calls criticism attack attacks "
    "concern concerns opinion hope hopes fear fears admission decision refusal support endorsement comment comments "
    "remarks remark insistence contention complaint praise denial question questions plan plans idea vision threat "
    "request message"
)
ADDRESSED = listed_words(
    "tell ask inform assure remind warn advise urge order encourage challenge thank promise accuse blame criticize"
)
REPORTERS = listed_words("reporters journalists him her them me us you")
WHO = listed_words("who which that whom")
PRONOUNS = listed_words("he she they it we i you who which that some many others one")
SINGLE_WORDS = listed_words("allegedly reportedly apparently supposedly purportedly")
