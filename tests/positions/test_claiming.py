from __future__ import annotations

import pytest

from dragoman.positions import claims
from dragoman.records import Attribution


def figures(text: str) -> list[tuple[float, str]]:
    return [(claim.quantity, claim.unit) for claim in claims("story", text, [(0, len(text))], (), ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They sank ships worth 37 billion dollars.", (37e9, "USD")),
        ("A loan of $1.2m was signed.", (1.2e6, "USD")),
        ("It cost 3.5 million euros.", (3.5e6, "EUR")),
        ("It cost 40 billion roubles.", (40e9, "RUB")),
        ("It cost 5 million Canadian dollars.", (5e6, "CAD")),
        ("Turnout was 61.5 percent.", (61.5, "percent")),
        ("Turnout was 7%.", (7.0, "percent")),
        ("Officers of eleven more navies watched.", (11.0, "navies")),
        ("Some 2,500 heavily armed soldiers crossed.", (2500.0, "soldiers")),
        ("Two hundred thousand people fled.", (200000.0, "people")),
        ("At least 12 were killed.", (12.0, "people")),
        ("After thirty months of siege, they ate.", (30.0, "months")),
        ("Five dozen officers stood by.", (60.0, "officers")),
        ("The road is 45 kilometres long.", (45.0, "km")),
        ("Fourteen women's rights groups wrote.", None),
        ("More than 100,000 Muslims live there.", (100000.0, "Muslims")),
    ],
)
def test_figures_with_their_units(text: str, expected: tuple[float, str] | None) -> None:
    assert figures(text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    "text",
    [
        "Dozens of villages burned.",
        "It happened on 7 August 2021 at 12:30.",
        "The boy was 9 years old; his father died three years ago.",
        "The two sides met.",
        "In 2016 candidates agreed.",
        "Ghana won 2-0.",
        "A 31-page report and 16-year-olds.",
        "Resolution 1701 was passed.",
        "One of them left.",
    ],
)
def test_what_is_no_claim(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("They sank three-decked ferries worth 37 billion dollars.", "three-decked ferries"),
        ("There were thirty months of siege, and then bread.", "siege"),
        ("Of them, 40 percent of the voters stayed home.", "the voters stayed home"),
        ("Police held 30 men, who were freed later.", "Police held 30 men"),
    ],
)
def test_what_a_figure_measures(text: str, about: str) -> None:
    (claim,) = claims("story", text, [(0, len(text))], (), ())
    assert claim.about.endswith(about) or claim.about.startswith(about)


def test_a_source_without_an_actor_is_still_the_source() -> None:
    text = "Aid workers said 30 trucks came."
    said = Attribution(source=((0, 11),), cue=((12, 16),), content=((17, 31),))
    (claim,) = claims("story", text, [(0, len(text))], (), (said,))
    assert claim.said_by is not None
    assert (claim.said_by.text, text[claim.begin : claim.end]) == ("Aid workers", "30 trucks")


def test_a_number_too_long_to_count_is_no_claim() -> None:
    assert figures(f"They left {'9' * 400} guns.") == []
