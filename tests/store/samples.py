"""Codings made by hand, for tests of what stands behind the coder."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from dragoman.records import (
    Attribution,
    Coding,
    DateInterval,
    Event,
    EventPlace,
    Mention,
    Party,
    Rejection,
    Speaker,
    Story,
    digest,
)

TEXT = (
    "Envoys from Peru met Chilean officials in Lima on 3 May. \U0001f54a “Cañeta will not attack Chile,” President Díaz said."
)


def party(words: str, country: str | None, *sectors: str, text: str = TEXT, **known: Any) -> Party:
    begin = text.rindex(words)
    return Party(text=words, begin=begin, end=begin + len(words), country=country, sectors=sectors, **known)


def event(number: int, story: str, words: str, kind: str, **known: Any) -> Event:
    begin = TEXT.index(words)
    given: dict[str, Any] = {"quad": 1, "intensity": 2.5, "actors": (), "confidence": 0.9, **known}
    return Event(
        id=digest(story, number), story_id=story, event_type=kind, begin=begin, end=begin + len(words),
        coder="0.1.0", model="1", codebook="plover-1", **given,
    )  # fmt: skip


def coding(name: str = "a", published: datetime | None = datetime(2023, 5, 4, 9, 30)) -> Coding:
    story = Story(
        id=digest(name), url=f"https://news.test/{name}", title=f"Talks, {name}", published=published, outlet="Test", text=TEXT
    )
    peru = party("Envoys from Peru", "PER", "GOV", actor_id="PER", name="Peru")
    chile = party("Chilean officials", "CHL", "GOV", actor_id="CHL", name="Chile")
    begin = TEXT.index("President Díaz")
    diaz = Speaker(
        text="President Díaz", begin=begin, end=begin + 14, country="PER", sectors=("GOV",), cue="said", manner="direct"
    )
    met = event(
        1, story.id, "met", "CONSULT", modes=("visit",), actors=(peru,), recipients=(chile,),
        date=DateInterval(start=date(2023, 5, 3), end=date(2023, 5, 3), precision="day", basis="sentence"),
        place=EventPlace(text="Lima", name="Lima", country="PER", lat=-12.043180, lon=-77.028240, geonames_id=3936456),
    )  # fmt: skip
    attack = event(
        2, story.id, "will not attack", "ASSAULT", quad=4, intensity=-9.0, polarity="negative", tense="future", said_by=diaz,
        actors=(party("Cañeta", None, "REB", actor_id="caneta"),), recipients=(party("Chile", "CHL", actor_id="CHL"),),
        confidence=0.6,
        date=DateInterval(start=date(2023, 5, 1), end=date(2023, 5, 31), precision="month", basis="inherited"),
    )  # fmt: skip
    mention = Mention(**{key: getattr(peru, key) for key in ("text", "begin", "end", "country", "sectors")}, kind="named")
    said = Attribution(
        source=((begin, begin + 14),),
        cue=((begin + 15, begin + 19),),
        content=((58, 90),),
        party=party("President Díaz", "PER", "GOV"),
        manner="direct",
    )
    return Coding(story=story, mentions=(mention,), attributions=(said,), events=(met, attack))


def recoded(one: Coding, coder: str) -> Coding:
    """What a later coder finds in the same story: the first event alone."""
    return replace(one, events=(replace(one.events[0], coder=coder),))


def rejection(location: str = "in/empty.html") -> Rejection:
    return Rejection(location=location, reason="empty", detail="no text at all", mend="Save the page again.")
