"""A coder without a model: each capitalised word is an event of its own kind. Deadly or at fault on request."""

from __future__ import annotations

import os
from dataclasses import dataclass

from dragoman.records import Coding, Event, Page, Party, Rejection, Story, digest


@dataclass(frozen=True)
class FakeCoder:
    """Makes itself: as ``MakeCoder`` it must travel to other processes."""

    version: str = "0.1.0"

    def __call__(self) -> FakeCoder:
        return self

    def code(self, story: Story) -> Coding:
        if "DIE" in story.text:
            os._exit(9)
        if "FAULT" in story.text:
            raise KeyError("no such tag")
        begin = story.text.index("Peru")
        peru = Party(text="Peru", begin=begin, end=begin + 4, country="PER", actor_id="PER", name="Peru")
        event = Event(
            id=digest(story.id, begin), story_id=story.id, event_type="CONSULT", quad=1, intensity=2.5, actors=(peru,),
            begin=begin, end=begin + 4, confidence=0.9, coder=self.version, model="fake", codebook="plover-1",
        )  # fmt: skip
        return Coding(story=story, events=(event,))


def stories(number: int) -> list[Story]:
    return [
        Story(id=digest(index), url=f"https://news.test/{index}", text=f"Envoy {index} of Peru spoke.")
        for index in range(number)
    ]


def mixed() -> list[Page | Story | Rejection]:
    """Two stories, an empty page and what could not be opened."""
    first, second = stories(2)
    unopened = Rejection(location="in/b.warc", reason="bad_row", detail="cut short", mend="Fetch it again.")
    return [first, Page(data=b"", location="in/empty.html"), unopened, second]
