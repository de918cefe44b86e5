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
    "assure disclose reveal post retort shout exclaim muse charge proclaim affirm opine inform remind estimate "
    "emphasize emphasise underline inquire wonder signal hint indicate learn quote chant ramble yell deadpan elaborate "
    "echo swear vow"
)
CLAUSE = listed_words(
    "believe think know hope fear doubt suspect expect show find see agree realize realise guess assume understand "
    "worry deny decide promise pledge demand suggest speculate imply imagine remember propose want wish recommend "
    "request rule dispute consider"
)
MATTER = listed_words(
    "call describe accuse criticize criticise endorse urge praise defend support oppose reject propose question refuse "
    "decline promise vow pledge blame deny dismiss denounce condemn cite want plan seek offer favor favour blast slam "
    "mock thank order hope demand express discuss mention reference announce acknowledge predict prefer request "
    "recommend label portray characterize characterise ridicule decry deride rip welcome applaud voice warn ask "
    "encourage threaten claim reiterate outline explain view disavow repudiate invoke tout champion lambast chide "
    "rebuke bash assail refute dispute attribute estimate expect consider list identify note report commend hail insist "
    "agree fault congratulate envision allege"
)
# Acts done by saying so: what is promised, asked, refused or praised is not thereby reported; nor does a name report anything.
# Who accuses or blames is not among them: what he says was done is on his word.
PERFORMING = listed_words(
    "admire agree applaud ask blast call challenge commend condemn congratulate consider continue criticise criticize "
    "decide decline decry defend demand denounce deride dismiss dubbed encourage endorse express favor favour hail invite "
    "invoke known learn mock named offer oppose order plan pledge praise prefer promise propose question rebuke recall "
    "recommend refuse reject repudiate request ridicule scold see seek show slam support thank threaten urge want welcome"
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
    "agree": "with to on",
}
# Nouns that name something said or thought; with a source and "that", "of", "to" or "for" they are cues.
NOUNS = listed_words(
    "claim claims statement announcement argument assertion allegation accusation warning belief view suggestion "
    "prediction promise pledge vow proposal calls criticism attack attacks concern opinion hope hopes fear fears "
    "admission endorsement comment remark insistence contention complaint praise questions"
)
ADDRESSED = listed_words(
    "tell ask inform assure remind warn advise urge order encourage challenge thank promise accuse blame criticize"
)
REPORTERS = listed_words("reporters journalists him her them me us you")
WHO = listed_words("who which that whom")
PRONOUNS = listed_words("he she they it we i you who which that some many others one")
