import pytest

from dragoman.reading.blocks import blocks


def texts(page: str) -> list[str]:
    return [block.text for block in blocks(page)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("The envoy of \nPeru\n, who left, returned.", ["The envoy of Peru, who left, returned."]),
        ("The army said \n“no survivors”\n were found.", ["The army said “no survivors” were found."]),
        ("Talks with \nChad\n and \nNiger\n went on.\nHome\nWorld", ["Talks with Chad and Niger went on.", "Home", "World"]),
        ("The levy that the ministry had planned would tripl\ne\n that sum. ", ["The levy that the ministry had planned would triple that sum."]),
        ("He left on Monday.\nShe stayed in the city.", ["He left on Monday.", "She stayed in the city."]),
        ("A title without end\n\nHe left.", ["A title without end", "He left."]),
    ],
)  # fmt: skip
def test_sentences_broken_at_links_are_rejoined(page: str, expected: list[str]) -> None:
    assert texts(page) == expected


def test_lines_wrapped_at_a_fixed_width_become_paragraphs() -> None:
    words = ("The ministers of both countries met in the capital on Monday and agreed to open the border again " * 4).split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 70:
            lines.append(line.strip())
            line = ""
        line += word + " "
    page = "\n".join([*lines, line.strip() + ".", "", *lines, "The end."])
    assert len(blocks(page)) == 2
    assert texts(page)[0] == " ".join(words) + "."


@pytest.mark.parametrize("sign", ["*", "•", "-", "o", "+"])
def test_list_signs_are_noted_and_dropped(sign: str) -> None:
    (block,) = blocks(f"    {sign} Sports")
    assert (block.text, block.bullet, block.indent) == ("Sports", True, 4)


def test_numbers_stay_with_their_items() -> None:
    assert texts("1. The border opens.\n2. The camp closes.") == ["1. The border opens.", "2. The camp closes."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_every_kind_of_line_end_counts(end: str) -> None:
    assert texts(f"One.{end}{end}Two.") == ["One.", "Two."]


def test_invisible_signs_and_odd_blanks_go() -> None:
    assert texts("A\u200bB\u00ad C\u00a0\u00a0D") == ["AB C D"]
