"""Cuts text into sentences: a stop, then small rules that join or cut, in the manner of natasha/razdel.

Every place where a sentence might end is judged by the rules of :data:`RULES` in order. A rule says ``CUT``, ``JOIN`` or
nothing; the first verdict holds, and a place on which no rule speaks is cut. Blank lines always cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.records import Span

CUT, JOIN = True, False
Verdict = bool | None


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


CLOSERS = "\"'”’»)\\]"
OPENERS = "\"'“‘«(\\["

# Words whose stop never ends a sentence before a name: "Gen. Hamidi", "St. Petersburg".
TITLES = _words(
    "mr mrs ms messrs mx dr prof rev fr hon gen lt col maj capt cpt cdr cmdr adm brig sgt cpl pvt pfc ssgt msgt sen rep gov "
    "pres supt insp det st ste mt ft dep asst amb sec atty gens sens reps profs drs cllr rt"
)
# Words that lead on to what follows: "Serbia vs. Kosovo", "e.g. Mali".
LEADS = _words("vs v e.g i.e cf viz approx ca eg ie al esp incl resp op")
# Words that number what follows: "No. 10", "Art. 5"; before anything but a number they end a sentence like others.
NUMBERING = _words("no nos p pp vol vols art arts sec secs fig figs ch chap para paras ed eds app res pt nr")
MONTHS = _words("jan feb mar apr jun jul aug sep sept oct nov dec")
DAYS = _words("mon tue tues wed thu thur thurs fri sat sun")
# Words that may stand inside a name or at its end: "Acme Inc. of Ohio", "Martin Luther King Jr. Day".
SUFFIXES = _words("inc ltd co cos corp bros jr sr dept univ govt intl assn est etc ave blvd rd hwy llc plc esq")
ZONES = _words("EST EDT CST CDT MST PST PDT GMT UTC BST CET CEST ET PT CT MSK IST Eastern Central Mountain Pacific")
# Words that open a sentence far oftener than they follow an abbreviation within one.
STARTERS = _words(
    "The A An It Its He She They We I You This That These Those There Here His Her Their Our My In On At By For From With "
    "But And Or So Yet If When While After Before Since As Although Though However Meanwhile Moreover Also Then Now Not No "
    "What Who Why How Where Which Some Many Most Several Both Each Every All Another Other One Two Three Under Over During "
    "Despite Because According Asked Last Earlier Later Still Even Only Once Until Instead Nor Among Following Such Are Is "
    "Do Does Did Can Will Would Let Please Yes"
)
SPEECH = r"(?:said|says|told|asked|added|replied|warned|wrote|tweeted|shouted|exclaimed|insisted|continued|declared|recalled)"

_STOP = re.compile(rf"[.!?…。]+[{CLOSERS}]*(?:\[\d+\])*(?=\s)|(?<=[a-z]{{3}})[.!?](?=[A-Z][a-z]*\s)")
_LINE = re.compile(r"\n")
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_LAST = re.compile(r"[^\s(\[“\"‘'—–/-]+$")
_NEXT = re.compile(rf"\s*[{OPENERS}…]*([^\s]*)")
_WORD = re.compile(r"[\w'’-]+")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[ivxIVX]{1,5}|[A-Za-z])[.)]")
_BULLET = re.compile(r"\s*(?:[•●▪■◦‣*·–—-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s")
_TAG = re.compile(rf"\s+(?:[A-Z][\w.'’-]*\s+){{1,4}}{SPEECH}\b|\s+{SPEECH}\s+[A-Z]")
_ROMAN_OR_DIGIT = re.compile(r"[\dIVXLC#§]")
_NO_WORD = re.compile(r"\s+[.)\]\s]+(?:\s|$)|\s+[)\]]")
_ADDRESS = re.compile(r"https?:|www\.|[a-z]{1,4}[A-Z]")
_AGENCY = re.compile(r"\s+\([A-Z][\w &/]*\)\s*[-–—]")
_TAIL = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a sentence might end.

    Attributes:
        text: The whole text.
        start: Where the sentence in hand begins.
        stop: First character of the stop.
        end: One past the stop and the brackets and quotes that close with it.
    """

    text: str
    start: int
    stop: int
    end: int

    @property
    def mark(self) -> str:
        """The stop with what closes after it."""
        return self.text[self.stop : self.end]

    @property
    def last(self) -> str:
        """The word that the stop follows, without the stop; of hyphened words the last."""
        found = _LAST.search(self.text, max(self.start, self.stop - _TAIL), self.stop)
        return found[0] if found else ""

    @property
    def next(self) -> str:
        """The next run of characters, without opening quotes and brackets."""
        found = _NEXT.match(self.text, self.end)
        return found[1] if found else ""


def sentences(text: str) -> tuple[Span, ...]:
    r"""Give the sentences of a text as offsets, without blanks at their ends.

    No sentence crosses a blank line; a heading or a bullet on its own line is a sentence.

    >>> text = "Gen. Musa met Lt. Col. Obi at 9 a.m. on Jan. 5. \"Go!\" he said.\n\nTalks failed"
    >>> [text[begin:end] for begin, end in sentences(text)]
    ['Gen. Musa met Lt. Col. Obi at 9 a.m. on Jan. 5.', '"Go!" he said.', 'Talks failed']
    """
    return tuple(span for begin, end in _paragraphs(text) for span in _split(text, begin, end))


def _paragraphs(text: str) -> Iterator[Span]:
    begin = 0
    for blank in _BLANK.finditer(text):
        yield begin, blank.start()
        begin = blank.end()
    yield begin, len(text)


def _split(text: str, begin: int, end: int) -> Iterator[Span]:
    for line_begin, line_end in _lines(text, begin, end):
        start = line_begin
        for stop in _STOP.finditer(text, line_begin, line_end):
            if _judge(Place(text, start, stop.start(), stop.end())):
                yield from _stripped(text, start, stop.end())
                start = stop.end()
        yield from _stripped(text, start, line_end)


def _lines(text: str, begin: int, end: int) -> Iterator[Span]:
    """Join lines that were wrapped; keep headings, bullets and lines that end with a stop apart."""
    start = begin
    for newline in _LINE.finditer(text, begin, end):
        begins = max(start, text.rfind("\n", start, newline.start()) + 1)
        if _line_ends(text[begins : newline.start()].rstrip(), text[newline.end() : min(end, newline.end() + _TAIL)]):
            yield start, newline.end()
            start = newline.end()
    yield start, end


def _line_ends(line: str, rest: str) -> bool:
    if _BULLET.match(rest) or line.endswith((".", "!", "?", ":", "”", "…")):
        return True
    return len(line) < 60 and not rest[:1].islower() and not line.endswith((",", ";", "-", "–"))


def _stripped(text: str, begin: int, end: int) -> Iterator[Span]:
    while begin < end and text[begin].isspace():
        begin += 1
    while begin < end and text[end - 1].isspace():
        end -= 1
    if begin < end:
        yield begin, end


def _judge(place: Place) -> bool:
    return next((verdict for rule in RULES if (verdict := rule(place)) is not None), CUT)


def why(text: str, stop: int) -> str:
    """Name the rule that decides whether a sentence ends at the stop at this offset; ``otherwise`` when none speaks.

    Raises:
        ValueError: no stop begins there.

    >>> why("Gen. Musa left.", 3)
    'title'
    """
    found = _STOP.match(text, stop)
    if not found:
        raise ValueError(f"no stop begins at offset {stop}: {text[stop : stop + 10]!r}")
    place = Place(text, text.rfind("\n", 0, stop) + 1, stop, found.end())
    return next((rule.__name__ for rule in RULES if rule(place) is not None), "otherwise")


def glued(place: Place) -> Verdict:
    """A stop without a blank after it cuts only before a word that opens sentences: ``agreed.The``, not ``Amazon.Com``."""
    if place.text[place.end].isspace():
        return None
    word = _WORD.match(place.text, place.end)
    return bool(word and word[0] in STARTERS)


def no_word_follows(place: Place) -> Verdict:
    """``(He left. )``, ``over . . .``: dots and closing brackets belong to what stands before them."""
    return JOIN if _NO_WORD.match(place.text, place.end) else None


def address_follows(place: Place) -> Verdict:
    """A link after a sentence, or a name that begins small (``eHow``), does not carry it on."""
    return CUT if _ADDRESS.match(place.next) else None


def carelessly_small(place: Place) -> Verdict:
    """``were seized. the ministry said``: a whole word and a stop end a sentence even where the capital was forgotten."""
    word = place.last
    whole = len(word) >= 5 and word.isalpha() and word.islower() and word not in SUFFIXES | LEADS
    return CUT if place.mark == "." and whole and place.next[:1].islower() else None


def lower_case_follows(place: Place) -> Verdict:
    """``Yahoo! said``, ``"Why?" he asked``; a sentence hardly begins with a small letter."""
    return JOIN if place.next[:1].islower() else None


def numbering_at_start(place: Place) -> Verdict:
    """``1. The parties agree``: the number belongs to what it numbers."""
    head = place.text[place.start : place.stop + 1].strip()
    return JOIN if len(head) <= 6 and _NUMBERED.fullmatch(head) else None


def speech_follows(place: Place) -> Verdict:
    """``"Never!" Mr Sow said``: the quote is part of the sentence that says whose it is."""
    closes = place.mark[-1] in "\"”’'»"
    return JOIN if closes and _TAG.match(place.text, place.end, place.end + 80) else None


def not_a_single_stop(place: Place) -> Verdict:
    """The rules below are about abbreviations; question marks, dots and closed quotes end a sentence."""
    return CUT if place.mark != "." else None


def title(place: Place) -> Verdict:
    """``Gen. Musa``, ``St. Petersburg``."""
    return JOIN if place.last.lower() in TITLES and not place.next[:1].isdigit() else None


def leads_on(place: Place) -> Verdict:
    """``Serbia vs. Kosovo``, ``e.g. Mali``."""
    return JOIN if place.last.lower() in LEADS else None


def number_follows(place: Place) -> Verdict:
    """``No. 10``, ``Art. IV``, ``Jan. 5``; ``He said no.`` ends."""
    word = place.last.lower()
    if word in NUMBERING:
        return JOIN if _ROMAN_OR_DIGIT.match(place.next) and (place.next != "I") else None
    if word in MONTHS and place.last[:1].isupper():
        return JOIN if place.next[:1].isdigit() else None
    return None


def agency_follows(place: Place) -> Verdict:
    """``OAKLAND, Calif. (AP) -``: a dateline goes on."""
    return JOIN if _AGENCY.match(place.text, place.end) else None


def weekday(place: Place) -> Verdict:
    """``Mon. Jan. 5``: a day before a month or number."""
    follows = place.next.rstrip(".,").lower()
    return JOIN if place.last.lower() in DAYS and (follows in MONTHS or follows[:1].isdigit()) else None


def time_of_day(place: Place) -> Verdict:
    """``at 9 a.m. Tuesday``, ``5 p.m. EST`` go on; before any other capital the sentence ends."""
    if place.last.lower() not in ("a.m", "p.m"):
        return None
    word = place.next.rstrip(".,;)")
    return JOIN if word in ZONES or word[:3].lower() in MONTHS | DAYS or word[:1].isdigit() else CUT


def abbreviation(place: Place) -> Verdict:
    """``Acme Inc. Chairman``, ``U.S. Army``, ``J. K. Sow``: goes on unless the next word opens sentences."""
    last = place.last
    known = last.lower() in SUFFIXES or _ACRONYM.fullmatch(last) or (len(last) == 1 and last.isupper() and last != "I")
    if not known:
        return None
    word = _WORD.match(place.next)
    return CUT if word and word[0] in STARTERS and not (len(last) == 1 and word[0] in ("A", "I")) else JOIN


RULES: tuple[Callable[[Place], Verdict], ...] = (
    glued,
    no_word_follows,
    address_follows,
    carelessly_small,
    lower_case_follows,
    numbering_at_start,
    speech_follows,
    not_a_single_stop,
    title,
    leads_on,
    number_follows,
    agency_follows,
    weekday,
    time_of_day,
    abbreviation,
)
