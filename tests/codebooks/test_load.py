"""A codebook that is wrong is told so with file, line and mend, all of it at once."""

import re
from pathlib import Path

import pytest

from dragoman.codebooks import Codebook, CodebookError, load

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "codebook.md"
GOOD = re.search(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.S)[1]  # type: ignore[index]


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "harbours.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_guides_example_loads(tmp_path: Path) -> None:
    book = load(written(tmp_path, GOOD))
    assert isinstance(book, Codebook)
    assert book.version == "harbours-1"
    assert (book.quad("BAR"), book.intensity("BERTH", ["quay"]), book.mode_2024("anchorage")) == (2, 4, "quay")
    assert (book.type("BERTH").recipient_needed, book.type("BAR").recipient_needed) == (True, False)
    assert book.context("fisheries") == "fishing"


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "mend"),
    [
        ("    quad: 1\n", "", 8, "type BERTH has no 'quad'", "quad: ..."),
        ("quad: 2", "quad: 9", 18, "'quad' of type BAR is '9'", "one of: 1, 2"),
        ("intensity: 5", "intensity: five", 13, "'intensity' of mode pilot of BERTH is 'five'", "number from -10 to 10"),
        ("intensity: -6", "intensity: -60", 19, "'-60'", "number from -10 to 10"),
        ("      quay:", "      pilot:", 14, "'pilot' stands twice in modes of BERTH", "remove or rename"),
        ("    gist: a port keeps", "    gits: a port keeps", 17, "unknown key 'gits' in type BAR", "'gist'"),
        ("recipient: required", "recipient: maybe", 10, "'recipient' of type BERTH is 'maybe'", "optional, required"),
        ("anchorage: quay", "anchorage: key", 15, "'anchorage' becomes 'key'", "modes are: pilot, quay"),
        ("anchorage: quay", "pilot: quay", 15, "'pilot' is both a mode and retired", "keep one"),
        ("[fisheries]", "fisheries", 21, "also of context fishing is not a list", "[one, two]"),
        ("  1: harmony", "  one: harmony", 4, "quad class 'one' is not a number", "number the classes"),
        ("name: harbours\n", "", 1, "the codebook has no 'name'", "name: ..."),
        ("  fishing: {gist", "  BAR: {gits", 21, "unknown key 'gits' in context BAR", "'gist'"),
    ],
)
def test_names_line_and_mend(tmp_path: Path, old: str, new: str, line: int, what: str, mend: str) -> None:
    assert old in GOOD
    path = written(tmp_path, GOOD.replace(old, new, 1))
    with pytest.raises(CodebookError) as caught:
        load(path)
    found = [problem for problem in caught.value.problems if what in problem.what]
    assert [problem.line for problem in found] == [line], str(caught.value)
    assert mend.lower() in found[0].mend.lower()
    assert f"{path}:{line}: " in str(caught.value)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    wrong = GOOD.replace("quad: 1", "quad: 7").replace("intensity: 5", "intensity: x").replace("version:", "vresion:")
    with pytest.raises(CodebookError, match="4 problems") as caught:  # the misspelt key is also missing
        load(written(tmp_path, wrong))
    lines = [problem.line for problem in caught.value.problems]
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "harbours.yaml:1: the file is empty"),
        ("name: [", "harbours.yaml:1: not YAML"),
        ("- a\n- b\n", "the codebook is not a list of `key: value` lines"),
        ("name: x\nversion: 1\nquads: 3\ntypes:\n  A: word\n", "type A is not a list"),
    ],
)
def test_what_is_no_codebook(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(CodebookError, match=re.escape(message)):
        load(written(tmp_path, text))


def test_one_spelling_names_one_context(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="'fisheries' spells two contexts"):
        load(written(tmp_path, GOOD + "  fisheries: {gist: fish farms}\n"))


@pytest.mark.parametrize("name", ["nowhere.yaml", "cameoo", "/"])
def test_a_missing_file_says_what_may_be_given(name: str) -> None:
    with pytest.raises(CodebookError, match=r"bundled name: .*plover"):
        load(name)


def test_latin_1_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_bytes("name: d\xe9j\xe0".encode("latin-1"))
    with pytest.raises(CodebookError, match="not UTF-8 at byte 7"):
        load(path)


def test_control_characters_are_refused_with_their_line(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match=r"harbours\.yaml:2: not YAML: special characters"):
        load(written(tmp_path, "name: quays\nversion: \x00"))
