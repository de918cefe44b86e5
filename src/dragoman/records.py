"""The nouns of Dragoman: every record that passes between stages or is written to a table.

All records are immutable dataclasses. Offsets are Python ``str`` offsets, half open, into ``Story.text``:
``story.text[event.begin:event.end]`` is the evidence, always. The vocabulary is that of PLOVER (actor, recipient, mode,
context, quad class) and, for who says so, that of PARC and PolNeAR (source, cue, content).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, Self

import msgspec

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "planned", "intended", "demanded", "conditional", "possible"]
Tense = Literal["past", "present", "future"]
Precision = Literal["day", "week", "month", "season", "year", "decade"]
DateBasis = Literal["sentence", "inherited", "publication"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Stance = Literal["demands", "offers", "refuses", "concedes", "conditions"]
MentionKind = Literal["named", "nominal", "pronoun"]
Manner = Literal["direct", "indirect"]
Span = tuple[int, int]


class Record:
    """What every record can do: turn into plain JSON types and back.

    >>> time = Time(begin=0, end=6, text="August", type="DATE", value="2021-08")
    >>> Time.from_dict(time.to_dict()) == time
    True
    """

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """Give the record as dicts, lists, strings, numbers and ``None``; dates as ISO 8601 strings."""
        plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))  # lists, where to_builtins leaves tuples
        return plain

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Self:
        """Build the record that ``to_dict`` gave.

        Raises:
            ValueError: a key is missing, or a value has the wrong type; the message names the path.
        """
        try:
            return msgspec.convert(plain, cls)
        except msgspec.ValidationError as error:
            raise ValueError(f"not a {cls.__name__}: {error}") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Record):
    """One page as captured, before anything is known of it.

    Attributes:
        data: Bytes or text, as found.
        url: Where it stood on the web, when known.
        content_type: MIME type, when the container gave one.
        captured: When it was fetched, when known.
        location: Where the page lies for its user: a path, with a line or row after ``#`` inside a table.
    """

    data: bytes | str
    url: str | None = None
    content_type: str | None = None
    captured: datetime | None = None
    location: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the page as plain JSON types; ``data`` is ``{"text": ...}`` or, of bytes, ``{"base64": ...}``.

        >>> Page(data=b"hi").to_dict()["data"], Page(data="hi").to_dict()["data"]
        ({'base64': 'aGk='}, {'text': 'hi'})
        """
        plain: dict[str, Any] = msgspec.to_builtins(self)
        kind = "base64" if isinstance(self.data, bytes) else "text"
        return {**plain, "data": {kind: plain["data"]}}

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Self:
        """Build the page that ``to_dict`` gave.

        Raises:
            ValueError: a key is missing, or a value has the wrong type; the message names the path.
        """
        try:
            rest = msgspec.convert({**plain, "data": ""}, _PageText)
            data = msgspec.convert(plain["data"], dict[str, str | None])
            text, coded = data.get("text"), data.get("base64")
            found = text if coded is None else msgspec.convert(coded, bytes)
        except (msgspec.ValidationError, KeyError) as error:
            raise ValueError(f"not a {cls.__name__}: {error}") from None
        if found is None:
            raise ValueError(f"not a {cls.__name__}: `$.data` holds neither `text` nor `base64`")
        return cls(data=found, url=rest.url, content_type=rest.content_type, captured=rest.captured, location=rest.location)


class _PageText(msgspec.Struct):
    """The fields of a page, with data as text: msgspec cannot tell text from bytes within one field."""

    data: str
    url: str | None = None
    content_type: str | None = None
    captured: datetime | None = None
    location: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Record):
    """The article alone, without the page around it.

    Attributes:
        id: 16 hexadecimal digits, from url, title, publication time and text (see :func:`story_id`).
        published: Publication time; without zone when the page gives none, midnight when it gives only a day.
        dateline: The place named at the head of the report.
        outlet: Name of the site or publisher.
        language: ISO 639-1 code.
        rubrics: Sections that the page files the story under.
        views: Reader count printed on the page.
        not_before: Latest month (``YYYY-MM``) that the page's own chrome shows it was captured in or after.
        text: Paragraphs joined by blank lines; all offsets point into it.
    """

    id: str
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    dateline: str | None = None
    outlet: str | None = None
    language: str | None = None
    rubrics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    views: int | None = None
    not_before: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Record):
    """What held of an actor between two days (both included; ``None`` is open).

    Attributes:
        country: ISO 3166-1 alpha-3, or a PLOVER non-state value (IGO, UNO, EUR, NGO, ISM, IMG, MNC).
        sectors: PLOVER sector codes, the primary one first.
        role: Office or function held ("foreign minister").
        member_of: Id of the actor that this one belonged to.
    """

    start: date | None = None
    end: date | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    member_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor(Record):
    """An entry of the actor base.

    Attributes:
        id: Lower-case words joined by ``_``; a country's own id is its alpha-3 code.
        names: All surface forms, the standard one first.
        kind: country, government_body, organisation, group, party, person, company.
        periods: What held when, oldest first; the base fields hold when no period covers the day.
        wikidata: Item id (``Q159``).
    """

    id: str
    names: tuple[str, ...]
    kind: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(Record):
    """A span of ``Story.text`` that stands for an actor, and what the actor base says of it at the story's date."""

    text: str
    begin: int
    end: int
    actor_id: str | None = None
    name: str | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Party):
    """A party as the mention stage found it.

    Attributes:
        kind: named ("Iran"), nominal ("the rebels") or pronoun.
        role: Office words in or beside the mention ("foreign minister").
        score: 0.0 to 1.0, how sure the stage is that this is an actor.
        why: The rule that linked it or gave its country: person, organisation, country, demonym, described (by the name beside
            its noun), beside ("in X" behind it), story (that of the story), place (one in its own words), same (who else in the
            story it is), and others of :class:`dragoman.actors.links.Link`.
    """

    kind: MentionKind = "named"
    role: str | None = None
    score: float = 1.0
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker(Party):
    """Who an event is said by.

    Attributes:
        cue: The words that show the attribution ("said", "according to").
        manner: Whether the words are quoted (direct) or reported (indirect).
    """

    cue: str | None = None
    manner: Manner = "indirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Record):
    """Source, cue and content of one statement, each a list of spans (they may be discontinuous; source may be empty)."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    party: Party | None = None
    manner: Manner = "indirect"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Record):
    """A time expression with its TimeML type and value ("2021-08", "P20Y")."""

    begin: int
    end: int
    text: str
    type: TimexType
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateInterval(Record):
    """When an event took place: first and last day that it may have been, and how that is known.

    Attributes:
        basis: ``sentence`` (a time in the event's own sentence), ``inherited`` (from a sentence before) or ``publication``.
    """

    start: date
    end: date
    precision: Precision
    basis: DateBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """A toponym in the text and what it resolves to (GeoNames); coordinates in degrees, WGS 84."""

    begin: int
    end: int
    text: str
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace(Record):
    """The place of an event: a :class:`Place` without its span."""

    text: str
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Record):
    """What an actor does to a recipient according to the model.

    Attributes:
        event_type: The likeliest type, or ``None`` when it is likelier than not that there is no event.
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; ``None`` without event,
            or when the codebook lacks the type.
        scores: Probability of each of the 16 types given that there is an event; they sum to 1.
        none: Probability that there is no event.
    """

    event_type: EventType | None
    quad: int | None
    scores: dict[str, float]
    none: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Who did what to whom, when, where, in what manner and on whose word, as one stretch of one story says it.

    Attributes:
        id: 16 hexadecimal digits, from the story, the evidence, the type and the parties.
        event_type: PLOVER type.
        modes: PLOVER modes of that type; may be empty.
        contexts: PLOVER contexts; may be empty.
        quad: Quad class, 1 to 4.
        intensity: PLOVER score, -10.0 to 10.0.
        actors: Who acts; compounds are one event with several members.
        recipients: Who is acted on; may be empty.
        polarity: ``negative`` when the text says that it did not or will not happen.
        said_by: Who the text cites for it; ``None`` is the story's own voice.
        begin: First character of the evidence.
        end: One past its last character.
        confidence: 0.0 to 1.0.
        coder: Version of Dragoman.
        model: Version of the weights.
        codebook: Name and version of the codebook.
    """

    id: str
    story_id: str
    event_type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    quad: int
    intensity: float
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...] = ()
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    tense: Tense = "past"
    said_by: Speaker | None = None
    date: DateInterval | None = None
    place: EventPlace | None = None
    begin: int
    end: int
    confidence: float
    coder: str
    model: str
    codebook: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Position(Record):
    """What a party demands, offers, refuses, concedes or makes conditional.

    Attributes:
        issue: What it is about, in the words of the text.
        requires: What is asked in return, in the words of the text.
    """

    id: str
    story_id: str
    holder: Party
    stance: Stance
    issue: str
    counterpart: Party | None = None
    requires: str | None = None
    said_by: Speaker | None = None
    begin: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """A figure that a reader could check; the page's word, not a fact.

    Attributes:
        unit: ISO 4217 code for money, a plural noun for things counted, years, days and so on for time.
        about: What the figure measures, in the words of the text.
    """

    id: str
    story_id: str
    quantity: float
    unit: str
    about: str
    said_by: Speaker | None = None
    begin: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding(Record):
    """One story with all that was found in it."""

    story: Story
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    positions: tuple[Position, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection(Record):
    """An input that could not be coded.

    Attributes:
        location: Where: a path or URL, with line or row.
        reason: A word to count by ("empty", "binary", "undecodable", "not_article", "bad_row").
        detail: Why, in a sentence: what was found.
        mend: What to do about it.
    """

    location: str
    reason: str
    detail: str
    mend: str


def digest(*parts: object) -> str:
    """Give 16 hexadecimal digits that identify the parts in their order.

    >>> digest("a", 1) == digest("a", 1) != digest("a1")
    True
    """
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def story_id(url: str | None, title: str | None, published: datetime | None, text: str) -> str:
    """Give the id of a story: the same page read again has the same id."""
    return digest(url, title, published.isoformat() if published else None, text)
