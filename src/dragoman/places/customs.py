"""Whose local news a text is, told by words that only some countries' papers use: councils, schools, roads.

A paper seldom says which Dublin it is printed in, but a text with school districts and sheriff's deputies is not Irish.
Spelling is no such sign: it tells who writes, not where.
"""

from __future__ import annotations

import re

ENOUGH = 3
"""Different words of a country that leave no doubt."""

_AMERICAN = (
    r"school districts?|boards? of education|city council(?:man|woman|members?)?|county (?:commission(?:ers?)?|"
    r"sheriff|seat|courthouse|clerk|executive|fair|board|jail)|sheriff['’]s (?:deput\w+|office|department)|state troopers?|"
    r"state police|police department|city officials|municipal court|township trustees?|high schools?|middle schools?|"
    r"elementary schools?|junior[- ]varsity|varsity|homecoming|sophomores?|freshm[ae]n|semesters?|state university|"
    r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|1[0-2]th)[- ]grade(?:rs?)?|PTA|touchdowns?|quarterbacks?|"
    r"softball|(?:boys|girls)['’]? basketball|grand jury|district attorney|felon(?:y|ies)|misdemeanors?|"
    r"plea (?:agreement|deal)|public works|public safety|city manager|parks and recreation|zoning|ordinances?|sales tax|"
    r"interstate|state route|zip code|elks lodge|kiwanis|4-H|memorial day|thanksgiving|labor day|veterans day|superintendents?|"
    r"(?:boy|girl|eagle) scouts?|fire (?:department|chief)|EMTs?|(?:baptist|methodist|presbyterian) church|"
    r"community college|fundraisers?|council members?|nursing home|sidewalks?|curbside|medicaid|gasoline|"
    r"pickup truck|route \d+|I-\d+|u\.s\. \d+"
)
_BRITISH = (
    r"county council|borough council|district council|parish council|council spokes(?:man|woman|person)|the NHS|GCSEs?|"
    r"A-levels?|constabulary|detective constable|crown court|magistrates['’]? court|pensioners?|high street|"
    r"town centres?|lorry|lorries|car parks?|motorway|council tax|wheelie bins?|fly-?tipping|secondary school|"
    r"grammar school|sixth form|postcode|bank holiday|mums?|bobb(?:y|ies)|rugby club|cricket club|[MO]BE"
)
_CUSTOMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (_AMERICAN, ("USA",)),
    (_BRITISH, ("GBR",)),
    (r"garda[ií]?|taoiseach|county councillors?|dáil", ("IRL",)),
    (r"RCMP|MPPs?|provincial police|crown attorney|tim hortons|loonie|reeve|francophones?", ("CAN",)),
    (r"school boards?|city hall|funeral home|EMS", ("USA", "CAN")),
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
