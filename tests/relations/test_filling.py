"""An event whose sentence leaves out the other side takes it from before only when there is just one."""

from __future__ import annotations

import pytest

from dragoman.model import Told
from dragoman.records import Mention
from dragoman.relations import Draft, filled


def mention(country: str | None, at: int, kind: str = "named") -> Mention:
    return Mention.from_dict({"text": "x", "begin": at, "end": at + 1, "country": country, "kind": kind})


def aid(by: Mention, *to: Mention) -> Draft:
    told = Told(
        types={"AID": 1.0},
        none=0.0,
        words=(2, 5),
        sure=1.0,
        polarity={},
        modality={},
        tense={},
        modes={},
        contexts={},
        parts=(),
    )
    return Draft("AID", (by,), to, (2, 5), told, 0.9, 0.0)


KENYA = mention("KEN", 100)


@pytest.mark.parametrize(
    ("before", "recipients"),
    [
        ([["KEN", "SOM"]], ["SOM"]),
        ([["SOM", "KEN", "SOM"]], ["SOM"]),  # twice the same one
        ([["KEN", "SOM", "UGA"]], []),  # two others: nobody is taken
        ([["SOM"], ["KEN"]], ["SOM"]),  # one sentence further back
        ([["SOM"], ["UGA"]], ["UGA"]),  # the nearest
        ([["SOM"], ["KEN"], ["KEN"]], []),  # too far
        ([["KEN", None]], []),  # an unlinked mention is nobody
        ([], []),
    ],
)  # fmt: skip
def test_the_only_other_party_before_is_the_recipient(before: list[list[str | None]], recipients: list[str]) -> None:
    said = [[mention(country, 10 * i + j) for j, country in enumerate(row)] for i, row in enumerate(before)]
    assert [m.country for m in filled(aid(KENYA), said).recipients] == recipients


def test_a_recipient_of_its_own_sentence_stays() -> None:
    uganda = mention("UGA", 120)
    assert filled(aid(KENYA, uganda), [[mention("SOM", 10)]]).recipients == (uganda,)


def test_an_actor_who_is_not_known_could_be_anyone() -> None:
    assert filled(aid(mention(None, 100)), [[mention("SOM", 10)]]).recipients == ()


def test_a_pronoun_is_nobody_new() -> None:
    assert filled(aid(KENYA), [[mention("SOM", 10, "pronoun")]]).recipients == ()
