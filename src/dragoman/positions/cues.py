"""The words by which a party takes a position, as an ordered list of patterns.

A cue is tried on one sentence. What stands behind the match, up to the end of its clause, is the issue (or, behind the
``requires`` of a condition, what is asked in return). A new cue is one entry of :data:`CUES`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from dragoman.records import Stance

Subject = Literal["before", "none"]


@dataclass(frozen=True, slots=True)
class Cue:
    """How one kind of position is worded.

    Attributes:
        hints: Pieces of words of which one stands in every sentence that the cue can match; sparing most sentences the search.
        pattern: The cue. What follows it is the issue, or with a group ``requires`` what is asked in return; then the issue is
            the group ``issue``, or, without that, the subject of the clause.
        subject: Whether the holder stands before the cue, or the wording has none (passive).
        sure: 0.0 to 1.0, how seldom the wording means something else.
        only: What the issue must contain.
        never: What the issue must not contain.
    """

    stance: Stance
    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    subject: Subject = "before"
    sure: float = 0.8
    only: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None

    def fits(self, sentence: str) -> bool:
        """Whether the cue may stand in a sentence, given in small letters."""
        return any(hint in sentence for hint in self.hints)


_IN_RETURN = (
    r"(?:only (?:if|when|after|once)|in (?:exchange|return) for|on (?:the )?condition (?:that|of)|provided(?: that)?|"
    r"as long as|so long as|unless and until|unless)"
)
_READY = r"(?:ready|prepared|willing)"
_BEEN = r"(?:(?:will|would|must|should) )?(?:is|are|was|were|remains?|stays?|been|be|being)"
_NEED = r"(?: (?:the (?:need|demand|condition|requirement)|a (?:demand|requirement)) (?:to|for|of|that)| whether)?"
_ONE = r"(?:an?|its|his|her|their|the|any|all|every|further|another|several|two)"
_BRINGING = "up forward tabl float submit unveil present"
_BRINGS = (
    r"(?:(?:c[ao]m(?:es?|ing)) up with|put(?:s|ting)? forward|br(?:ings?|inging|ought) forward|(?:tabl|float|unveil|"
    r"submit|submitt|present)(?:es|ed|ing|s))"
)
_PAPER = (
    r"(?:formula|plan|proposal|road ?map|draft|idea|scheme|blueprint|initiative|demand|motion|resolution|bill|"
    r"project|concept|compromise|programme|program)s?"
)
_BE = r"(?:is|are|was|were|remains?|stands?)"


def _holding(words: str, *, start: bool = False) -> re.Pattern[str]:
    """Give a pattern for words that an issue has to hold, or must not hold."""
    return re.compile((r"^(?:" if start else r"\b(?:") + words + r")\b", re.IGNORECASE)


_GIVING_WAY = _holding(
    "release|free|withdraw|pull|lift|allow|drop|cede|hand|give|resign|step|end|halt|stop|suspend|postpone|ease|scrap|reopen|"
    "restore|recogni[sz]e|accept|compromise|pardon|open|vacate|leave|disarm|lay",
    start=True,
)
_HOSTILE = _holding(
    r"retaliat\w*|reveng\w*|aveng\w*|punish\w*|crush\w*|destroy\w*|attack\w*|fight\w*|strik\w*|bomb\w*|kill\w*|war|respond|"
    r"response|eliminate\w*|continue"
)
_ACCUSATION = _holding(
    r"(?:the |any |all |these |those |such |as \w+ |\w+['’]s )*"
    r"(?:accusation|allegation|claim|charge|report|suggestion|criticism|rumou?r|notion|false|baseless|groundless)s?",
    start=True,
)
_SOFT = _holding(r"concessions?|compromises?|dialogue|cooperat\w+|talks?|negotiat\w+|peace|normali[sz]\w+")
_PUBLIC = _holding(
    r"talks?|truce|ceasefire|cease-fire|peace|aid|help|support|assistance|deal|compromise|"
    r"concessions?|amnesty|negotiat\w+|mediat\w+|"
    r"guarantees?|plan|proposal|loans?|recognition|reforms?|exchange|withdraw\w*|asylum|sanctions|elections?|bill|law|tax\w*|"
    r"resolution|pact|treaty|agreement|troops|weapons|dialogue|solution|package|referendum|summit|meeting"
)
_GIVABLE = _holding(
    r"recogni\w+|releas\w+|freeing|withdraw\w*|pull-?out|retreat|lifting|easing|relief|re-?opening|opening|aid|"
    r"assistance|help|support|backing|loans?|funding|money|tranches?|grants?|payments?|talks|negotiations|dialogue|meeting|"
    r"summit|visit|truce|ceasefire|cease-fire|peace|deal|agreement|accord|pact|treaty|signing|signature|ratification|"
    r"membership|accession|admission|entry|return|resum\w+|restor\w+|normali[sz]\w+|exchange|swap|hand-?over|transfer|"
    r"deliver\w+|supplies|supply|shipments?|exports?|sale|amnesty|pardon|guarantees?|sanctions|embargo|end|halt|"
    r"participation|investments?|cooperation|elections?|referendum|concessions?|approval|consent|access|disarm\w+|extradition"
)
_NO_DEMAND = _holding("of|on|from|is|are|was|were|have|has|had|by|in|and|at|as|will|would|more than", start=True)
_NO_OFFER = _holding("by|in|at|on|under|during|as|for|from|with|and|is|are|was|were|delivered|to", start=True)
_GERUND = re.compile(r"^\w+ing\b")
_WILL = _holding("will")
_ASKING = _holding("to|restraint|calm|ceasefire|that")
_MUST = _holding("must|should|be|withdraw|leave|release|accept|respect|stop|end")


def _cue(
    stance: Stance,
    hints: str,
    pattern: str,
    *,
    subject: Subject = "before",
    sure: float = 0.8,
    only: re.Pattern[str] | None = None,
    never: re.Pattern[str] | None = None,
) -> Cue:
    return Cue(
        stance, tuple(hints.split()), re.compile(r"\b(?:" + pattern + r")\s+", re.IGNORECASE), subject, sure, only, never
    )


CUES: tuple[Cue, ...] = (
    _cue(
        "conditions",
        "conditional contingent conditioned",
        rf"{_BEEN} (?:made )?(?:\w+ly )?(?:conditional|conditioned|contingent) (?:to|on|upon){_NEED}(?P<requires>)",
        subject="none",
    ),
    _cue(
        "conditions",
        "tied linked dependent subject",
        rf"{_BEEN} (?:made )?(?:\w+ly )?(?:tied|linked|dependent|subject) (?:to|on|upon){_NEED}(?P<requires>)",
        subject="none",
        only=_GIVABLE,
    ),
    _cue(
        "conditions",
        "depend hinge",
        rf"(?:(?:will|would|must|should) )?(?:depend|hinge)(?:s|d|ed)? (?:\w+ly )?(?:on|upon){_NEED}(?P<requires>)",
        subject="none",
        only=_GIVABLE,
        sure=0.75,
    ),
    _cue(
        "conditions",
        "if when after once exchange return condition provided long unless",
        rf"(?:will|would|can|could|{_BE} {_READY} to|(?:agree|offer|promise|pledge)(?:s|d|ed)? to|won't|refuse[sd]? to) "
        rf"(?P<issue>[^.;:]{{4,120}}?),? {_IN_RETURN}(?P<requires>)",
    ),
    _cue(
        "conditions",
        "conditional contingent dependent subject depend hinge",
        r"ma(?:de|kes?|king) (?P<issue>[^.;:,]{4,80}?) (?:conditional|contingent|dependent|subject|depend|hinge) "
        rf"(?:to|on|upon){_NEED}(?P<requires>)",
    ),
    _cue(
        "conditions",
        "link ties tied tying condition",
        rf"(?:link(?:s|ed|ing)|ti(?:es|ed)|tying|condition(?:s|ed|ing)) (?P<issue>{_ONE} [^.;:,]{{4,80}}?) "
        rf"(?:to|on|upon){_NEED}(?P<requires>)",
        only=_GIVABLE,
        sure=0.7,
    ),
    _cue(
        "concedes",
        "dropp abandon eas soften",
        r"(?:dropp|abandon|eas|soften)(?:ed|ing)(?= (?:its|his|her|their) (?:\w+ )?(?:demand|"
        r"objection|opposition|insistence|threat))",
        sure=0.85,
    ),
    _cue(
        "concedes",
        "to down relented yield bow",
        r"g[ai]v(?:es?|ing) in to|back(?:ed|s|ing) down (?:on|over|from)|relented on|yield(?:ed|s) to|bow(?:ed|s) to",
    ),
    _cue(
        "concedes",
        "accept",
        r"accept(?:ed|s)(?= (?:the|a|an|its|his|their|all|most)\b[^.,;]{0,40}\b(?:demand|proposal|"
        r"terms|deal|plan|condition|offer|truce))",
    ),
    _cue("concedes", "agree", r"agree[sd]? to", only=_GIVING_WAY, sure=0.75),
    _cue("refuses", "refus declin", r"(?:refus|declin)(?:e|es|ed|ing) to", sure=0.9),
    _cue(
        "refuses",
        "rul oppos",
        rf"rul(?:e|es|ed|ing) out|{_BE} (?:firmly |strongly )?opposed to|oppos(?:es|ed)",
        never=_ACCUSATION,
    ),
    _cue("refuses", "reject turn veto", r"reject(?:s|ed|ing)?|turn(?:s|ed) down|veto(?:es|ed)", never=_ACCUSATION),
    _cue("refuses", "not unwilling", rf"{_BE} (?:not {_READY}|unwilling) to", sure=0.85),
    _cue(
        "refuses",
        "will would shall",
        r"(?:will|would|shall) (?:not|never)"
        r"(?= (?:accept|recogni[sz]e|negotiate|talk|agree|tolerate|surrender|withdraw|hand|release|"
        r"give|compromise|allow|sign|bow|yield|back)\b)",
        sure=0.75,
    ),
    _cue("demands", "demand", r"demand(?:s|ed|ing)?(?: that| for)?", sure=0.9, never=_NO_DEMAND),
    _cue("demands", "insist", r"insist(?:s|ed|ing)? (?:on|upon)", sure=0.85, never=_GERUND),
    _cue("demands", "insist", r"insist(?:s|ed|ing)? that", sure=0.7, only=_MUST),
    _cue(
        "demands",
        "call appeal press push",
        r"(?:call|appeal)(?:s|ed|ing)? (?:for|on|upon)|press(?:es|ed|ing)? for|push(?:es|ed|ing)? for",
        sure=0.75,
    ),
    _cue("demands", "urg", r"urg(?:es|ed|ing)", sure=0.75, only=_ASKING),
    _cue("demands", "want", r"want(?:s|ed)?(?= (?!to )\S+(?: \S+){0,4}? to )", sure=0.75),
    _cue(
        "demands",
        "want",
        r"want(?:s|ed)?(?= (?:the|an end|its|their|full|independence|autonomy|guarantees|assurances|"
        r"recognition|compensation)\b)",
        sure=0.6,
    ),
    _cue("demands", _BRINGING, rf"{_BRINGS} {_ONE} (?:\w+[ -]){{0,3}}?{_PAPER} (?:for|under which|that)", sure=0.6),
    _cue("offers", _BRINGING, rf"{_BRINGS} {_ONE} (?:\w+[ -]){{0,3}}?{_PAPER} to", sure=0.6, never=_HOSTILE),
    _cue(
        "offers",
        "ready prepared willing",
        rf"{_BE} (?:now |also |still |always |fully )?{_READY} (?:to|for)",
        sure=0.75,
        never=_HOSTILE,
    ),
    _cue(
        "offers",
        "readiness willingness preparedness",
        r"(?:express|reaffirm|voic|signal|confirm|stress)\w* (?:its|his|her|their|a) (?:readiness|"
        r"willingness|preparedness) (?:to|for)",
        never=_HOSTILE,
    ),
    _cue(
        "offers",
        "desire readiness willingness wish intention",
        r"(?:(?:speaks?|spoke|talks?|talked) (?:of|about)|express(?:es|ed)) (?:a|its|his|her|their) "
        r"(?:desire|readiness|willingness|wish|intention) to",
        only=_SOFT,
        sure=0.6,
    ),
    _cue("offers", "offer propos", r"(?:offer(?:s|ed|ing)?|propos(?:es|ed|ing)) to", never=_HOSTILE),
    _cue("offers", "offer propos", r"(?:offer(?:s|ed|ing)?|propos(?:es|ed|ing))", only=_PUBLIC, never=_NO_OFFER, sure=0.7),
    _cue(
        "offers",
        "promis pledg vow undertook committed",
        r"(?:promis(?:es|ed|ing)|pledg(?:es|ed|ing)|vow(?:s|ed)?|undertook|committed (?:itself|"
        r"himself|herself|themselves))(?: to| that)",
        sure=0.75,
        never=_HOSTILE,
    ),
    _cue("offers", "promis pledg", r"(?:promis(?:es|ed|ing)|pledg(?:es|ed|ing))", only=_PUBLIC, never=_NO_OFFER, sure=0.6),
    _cue("offers", "promised", r"promised(?= (?:that )?[A-Z])", never=_HOSTILE, sure=0.7),
    _cue(
        "offers",
        "confirm assur guarant reaffirm",
        r"(?:confirm|assur|guarante|reassur|reaffirm)(?:e?s|e?d)(?: [^.;]{0,70}?)? that",
        only=_WILL,
        sure=0.65,
    ),
)
