"""The documentation says what the code does: commands and options, examples, links, and the record that the README shows."""

from __future__ import annotations

import ast
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from dragoman import bench, cli, codebooks, errors, records
from dragoman.store import Store
from tests import pictures, readme_record
from tests.store import samples

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md"), *ROOT.glob("examples/*.md"), *ROOT.glob("training/own/*.md")])
CODE = re.compile(r"^(?P<indent> *)```(?P<language>\w*)\n(?P<code>.*?)^ *```", re.M | re.S)
NOT_RUN = re.compile(r"<!-- not run: [^>]+ -->\s*\Z")
LINK = re.compile(r"(?<!!)\[[^\]\[]*\]\((?P<to>[^)\s]+)\)")
names = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def prose(page: Path) -> str:
    """The page without its blocks of code."""
    return CODE.sub("", page.read_text(encoding="utf-8"))


def python_blocks(page: Path) -> list[str]:
    text = page.read_text(encoding="utf-8")
    found = [m for m in CODE.finditer(text) if m["language"] == "python" and not NOT_RUN.search(text[: m.start()])]
    return [re.sub(rf"^{m['indent']}", "", m["code"], flags=re.M) for m in found]


def commands(group: click.Group = cli.main, prefix: str = "dragoman") -> Iterator[tuple[str, click.Command]]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix} {name}")
        else:
            yield f"{prefix} {name}", command


OPTIONS = [
    (name, max(option.opts, key=len))
    for name, command in commands()
    for option in command.params
    if isinstance(option, click.Option)
]


@pytest.mark.parametrize("command", [name for name, _ in commands()])
def test_every_command_is_explained(command: str) -> None:
    assert command in (DOCS / "command-line.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_is_explained(command: str, option: str) -> None:
    page = (DOCS / "command-line.md").read_text(encoding="utf-8")
    assert re.search(rf"{option}(?![\w-])", page), f"docs/command-line.md says nothing of {command} {option}"


def test_no_option_is_explained_that_does_not_exist() -> None:
    known = {option for _, option in OPTIONS} | {"--help", "--version"}
    pages = {page.name: page.read_text(encoding="utf-8") for page in PAGES}
    told = {(name, word) for name, page in pages.items() for line in page.splitlines() if "dragoman " in line
            for word in re.findall(r"(?<![\w-])--[a-z][a-z-]+", line.split("dragoman ", 1)[1])}  # fmt: skip
    assert {(name, word) for name, word in told if word not in known} == set()


@pytest.mark.parametrize("name", sorted(bench.BENCHES))
def test_every_benchmark_is_explained(name: str) -> None:
    assert f"`{name}`" in (DOCS / "benchmarks.md").read_text(encoding="utf-8")


def test_every_record_and_error_is_listed() -> None:
    page = (DOCS / "records.md").read_text(encoding="utf-8")
    nouns = [name for name, kind in vars(records).items() if isinstance(kind, type) and issubclass(kind, records.Record)]
    raised = [name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Exception)]
    assert [name for name in nouns + raised if f"- {name}\n" not in page] == []


def test_every_field_of_an_event_is_explained() -> None:
    page = (DOCS / "record.md").read_text(encoding="utf-8")
    told_elsewhere = {"id", "story_id"}
    assert [f.name for f in fields(records.Event) if f"`{f.name}`" not in page and f.name not in told_elsewhere] == []


def test_every_reason_of_a_rejection_is_explained() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    reasons = set(re.findall(r'(?:Unreadable\(\s*|reason=)"([a-z_]+)"', source))
    page = (DOCS / "errors.md").read_text(encoding="utf-8")
    assert {reason for reason in reasons if f"| `{reason}` |" not in page} == set()


def imports(room: Path) -> set[str]:
    """The rooms of Dragoman that the modules of one import, wherever in them."""
    found: set[str] = set()
    for path in room.rglob("*.py") if room.is_dir() else [room]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "dragoman":
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dragoman."):
                found.add((node.module or "").split(".")[1])
    return found - {room.stem, "__version__", "version"}


def house() -> Iterator[tuple[str, frozenset[str]]]:
    """Each room on the map of CONTRIBUTING.md that names what it imports beside the ground floor."""
    for row in re.findall(r"^\| (`.+`) \|.*\|([^|]*)\|$", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), flags=re.M):
        allowed = frozenset(re.findall(r"`(\w+)`", row[1]))
        if allowed or not row[1].strip():
            yield from (
                (room, allowed) for room in re.findall(r"`([\w.]+)/?`", row[0]) if (ROOT / "src" / "dragoman" / room).exists()
            )


@pytest.mark.parametrize(("room", "allowed"), list(house()))
def test_the_map_of_the_house_is_true(room: str, allowed: frozenset[str]) -> None:
    assert imports(ROOT / "src" / "dragoman" / room) <= allowed | {"records", "errors"}


@names
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.finditer(prose(page)):
        target, _, anchor = link["to"].partition("#")
        if target.startswith(("http://", "https://", "mailto:")):
            continue
        there = (page.parent / target).resolve() if target else page
        assert there.exists(), f"{page.name} links to {link['to']}, which is not there"
        assert not anchor or anchor in anchors(there), f"{page.name} links to {link['to']}, which has no such heading"


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", prose(page), flags=re.M)
    return {re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", heading).strip().lower()) for heading in headings}


def test_every_page_is_in_the_menu() -> None:
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert [page.name for page in DOCS.glob("*.md") if f": {page.name}\n" not in menu] == []


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder like a user's: the example pages, a codebook, and a store of something coded."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    Store(tmp_path / "dragoman-store", create=True).write([samples.coding()], [samples.rejection()])
    return tmp_path


@pytest.mark.parametrize("page", [p for p in PAGES if python_blocks(p)], ids=lambda page: str(page.relative_to(ROOT)))
def test_python_on_the_page_runs_and_gives_what_is_written(page: Path, desk: Path) -> None:
    known: dict[str, Any] = {}
    for block in python_blocks(page):
        for statement in ast.parse(block).body:
            source = ast.get_source_segment(block, statement) or ""
            promised = re.match(
                r"\s*#\s*(.+)", block.splitlines()[(statement.end_lineno or 1) - 1][statement.end_col_offset or 0 :]
            )
            if isinstance(statement, ast.Expr) and promised:
                value = eval(source, known)
                if (wanted := literal(promised[1])) is not None:
                    assert value == wanted, source
            else:
                exec(source, known)


def literal(words: str) -> object:
    """The value that a comment gives, or nothing when it is a remark."""
    try:
        return ast.literal_eval(words)
    except (SyntaxError, ValueError):
        return None


@names
def test_codebooks_on_the_page_are_sound(page: Path, tmp_path: Path) -> None:
    for block in CODE.finditer(page.read_text(encoding="utf-8")):
        if block["language"] == "yaml" and "types" in yaml.safe_load(block["code"]):
            (tmp_path / "shown.yaml").write_text(block["code"], encoding="utf-8")
            assert codebooks.load(str(tmp_path / "shown.yaml")).types


def test_the_pictures_show_what_the_commands_print_today() -> None:
    drawn = pictures.pictures()
    stale = [name for name in drawn if (pictures.FOLDER / f"{name}.svg").read_text(encoding="utf-8") != drawn[name]]
    assert not stale, "run `python -m tests.pictures`"


def test_the_record_in_the_readme_is_what_the_coder_gives() -> None:
    found = readme_record.BLOCK.search((ROOT / "README.md").read_text(encoding="utf-8"))
    assert found is not None
    shown = json.loads(found[2])
    assert shown == readme_record.record(), "run `python -m tests.readme_record`"
    assert (shown["event_type"], shown["polarity"]) == ("ASSAULT", "negative")
    assert [party["text"] for party in shown["actors"]] == ["Kenyan warplanes"]
    assert shown["said_by"]["text"] == "Kenya's foreign ministry"
