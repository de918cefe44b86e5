from __future__ import annotations

import re

import pytest

from dragoman.positions import positions
from dragoman.records import Attribution, Mention, Party, Position

COUNTRIES = {"Chad": "TCD", "Peru": "PER", "Oman": "OMN", "Togo": "TGO", "Lima": "PER"}


def read(text: str) -> tuple[Position, ...]:
    """Read a text whose only actors are the countries of the table."""
    mentions = tuple(
        Mention(text=m[0], begin=m.start(), end=m.end(), actor_id=COUNTRIES[m[0]], country=COUNTRIES[m[0]], sectors=("GOV",))
        for m in re.finditer("|".join(COUNTRIES), text)
    )
    sentences = [(m.start(), m.end()) for m in re.finditer(r"[^.\s][^.]*\.", text)]
    return positions("story", text, sentences, mentions, ())


@pytest.mark.parametrize(
    ("text", "holder", "stance", "issue", "counterpart"),
    [
        ("Chad demanded that Togo withdraw its troops.", "Chad", "demands", "Togo withdraw its troops", "Togo"),
        ("Peru called on Oman to free the sailors.", "Peru", "demands", "Oman to free the sailors", "Oman"),
        ("Lima wants an end to the blockade.", "Lima", "demands", "an end to the blockade", None),
        ("Besides its calls for elections, Chad sent aid.", "Chad", "demands", "elections", None),
        ("Oman is ready to host talks with Togo, officials said.", "Oman", "offers", "host talks with Togo", "Togo"),
        ("Peru offered to reopen the pass.", "Peru", "offers", "reopen the pass", None),
        (
            "Togo assured its neighbours that its ports will not be closed.",
            "Togo",
            "offers",
            "its ports will not be closed",
            None,
        ),
        ("Chad declined to sail with Togo.", "Chad", "refuses", "sail with Togo", "Togo"),
        ("Chad, which borders Peru, rejected the truce.", "Chad", "refuses", "the truce", None),
        ("Oman ruled out a pardon.", "Oman", "refuses", "a pardon", None),
        ("Peru dropped its demand for a new vote.", "Peru", "concedes", "its demand for a new vote", None),
        ("Togo agreed to release the pilots.", "Togo", "concedes", "release the pilots", None),
        ("Lima came up with a scheme for shared patrols.", "Lima", "demands", "shared patrols", None),
        ("Oman put forward a new draft for the charter of Togo.", "Oman", "demands", "the charter of Togo", "Togo"),
        ("Togo tabled a proposal for a wider court.", "Togo", "demands", "a wider court", None),
        ("Peru is floating the idea that fishing should cease.", "Peru", "demands", "fishing should cease", None),
        ("Chad has brought forward its road map for free polls.", "Chad", "demands", "free polls", None),
        ("Oman floated a two-stage plan to vacate the fort.", "Oman", "offers", "vacate the fort", None),
        ("It was a favour to Chad, which wants the return of its troops.", "Chad", "demands", "the return of its troops", None),
    ],
)
def test_who_holds_what(text: str, holder: str, stance: str, issue: str, counterpart: str | None) -> None:
    (found,) = read(text)
    assert (found.holder.text, found.stance, found.issue) == (holder, stance, issue)
    assert (found.counterpart.text if found.counterpart else None) == counterpart
    assert text[found.begin : found.end].endswith(issue)


@pytest.mark.parametrize(
    ("text", "holder", "issue", "requires"),
    [
        ("Oman will sign the pact only if Peru lifts the ban.", "Oman", "sign the pact", "Peru lifts the ban"),
        ("Chad offered to free the men in exchange for grain.", "Chad", "free the men", "grain"),
        (
            "Oman sent envoys. The lifting of the blockade was closely tied to the need for another count.",
            "Oman",
            "The lifting of the blockade",
            "another count",
        ),
        ("Togo waits. The loan is linked to cheaper bread.", "Togo", "The loan", "cheaper bread"),
        ("Peru spoke. Any pardon remains contingent on a full list.", "Peru", "Any pardon", "a full list"),
        (
            "Chad spoke. Entry to the port depends on whether the fees are paid.",
            "Chad",
            "Entry to the port",
            "the fees are paid",
        ),
        ("Lima wrote back. The sale will hinge entirely on a second opinion.", "Lima", "The sale", "a second opinion"),
        ("Oman replied. Its aid would be subject to an audit.", "Oman", "Its aid", "an audit"),
        ("Togo spoke. The visit was made conditional on an apology.", "Togo", "The visit", "an apology"),
        ("Chad made the swap of pilots subject to a safe road.", "Chad", "the swap of pilots", "a safe road"),
        ("Peru has linked its signature to the demand that the dam be lowered.", "Peru", "its signature", "the dam be lowered"),
    ],
)
def test_what_is_asked_in_return(text: str, holder: str, issue: str, requires: str) -> None:
    (found,) = read(text)
    assert (found.stance, found.holder.text, found.issue, found.requires) == ("conditions", holder, issue, requires)


@pytest.mark.parametrize(
    "text",
    [
        "Chad did not demand a vote.",
        "Oman may offer talks.",
        "Peru rejected the accusations.",
        "Togo met the demands of its farmers.",
        "Peru vowed to retaliate.",
        "Chad insisted on paying the bill itself.",
        "The film offers a new look at Lima.",
        "Chad's north is subject to sandstorms.",
        "Togo is linked to Peru by a cable.",
        "The price in Oman depends on the weather.",
        "The return of the birds to Oman does not depend on the moon.",
        "Oman presented a cup for the best rider.",
        "Peru floats on its plans.",
        "A plan was put forward in Togo.",
    ],
)
def test_what_is_no_position(text: str) -> None:
    assert read(text) == ()


def test_the_source_of_a_statement_is_kept() -> None:
    text = "Oman refuses to yield, a diplomat said."
    source = Party(text="a diplomat", begin=23, end=33)
    said = Attribution(source=((23, 33),), cue=((34, 38),), content=((0, 21),), party=source)
    mention = Mention(text="Oman", begin=0, end=4, actor_id="OMN", country="OMN")
    (found,) = positions("story", text, [(0, len(text))], (mention,), (said,))
    assert found.said_by is not None
    assert (found.said_by.text, found.said_by.cue) == ("a diplomat", "said")
