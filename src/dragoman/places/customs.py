"""Whose local news a text is, told by words that only some countries' papers use: councils, schools, roads.

A paper seldom says which Dublin it is printed in, but a text with school districts and sheriff's deputies is not Irish.
Spelling is no such sign: it tells who writes, not where.
"""

from __future__ import annotations

import re

ENOUGH = 3
"""Different words of a country that leave no doubt."""

_AMERICAN = (
    r"school districts?|boards? of education|city council(?:man|woman|members?)?|county (?:commission(?:ers?)?|sheriff|seat|"
    r"courthouse|clerk|executive|fair|board)|sheriff['’]s (?:deput\w+|office|department)|state troopers?|township trustees?|"
    r"high school|middle school|elementary school|junior[- ]varsity|varsity|homecoming|sophomores?|freshm[ae]n|touchdowns?|"
    r"quarterbacks?|softball|grand jury|district attorney|public works director|city manager|parks and recreation|"
    r"interstate|state route|zip code|elks lodge|kiwanis|4-H|memorial day|thanksgiving|labor day|veterans day|"
    r"superintendents?|(?:boy|girl|eagle) scouts?|fire (?:department|chief)|(?:baptist|methodist|presbyterian) church|"
    r"community college|fundraisers?|council members?|nursing home|sidewalks?|medicaid|gasoline|pickup truck|"
    r"route \d+|I-\d+|u\.s\. \d+"
)
_BRITISH = (
    r"county council|borough council|district council|parish council|the NHS|GCSEs?|A-levels?|constabulary|"
    r"detective constable|crown court|magistrates['’]? court|pensioners?|high street|lorry|lorries|motorway|council tax|"
    r"secondary school|sixth form|postcode|bank holiday"
)
_CUSTOMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (_AMERICAN, ("USA",)),
    (_BRITISH, ("GBR",)),
    (r"garda[ií]?|taoiseach|county councillors?|dáil", ("IRL",)),
    (r"RCMP|MPPs?|provincial police|tim hortons|loonie|reeve|francophones?", ("CAN",)),
    (r"shire|bushfires?|NRL|AFL|A\$\d+|centrelink", ("AUS",)),
    (r"lakhs?|crores?|panchayat|taluka?|lathi", ("IND",)),
)
_READ = tuple((re.compile(rf"(?<![\w$£])(?i:{pattern})(?!\w)"), lands) for pattern, lands in _CUSTOMS)


def at_home(text: str) -> dict[str, float]:
    """Give the countries whose ways of speaking the text has, from 0 (no word of theirs) to 1 (:data:`ENOUGH` of them).

    >>> at_home("The school district and sheriff's deputies met in the high school.")
    {'USA': 1.0}
    >>> at_home("Fighting went on around Aleppo.")
    {}
    """
    heard: dict[str, set[str]] = {}
    for pattern, lands in _READ:
        words = {match[0].lower() for match in pattern.finditer(text)}
        for land in lands if words else ():
            heard.setdefault(land, set()).update(words)
    return {land: round(min(1.0, len(words) / ENOUGH), 6) for land, words in heard.items()}
