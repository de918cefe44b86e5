import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from dragoman import __version__, cli
from dragoman.store import Store, counts
from tests.engines.fakes import FakeCoder
from tests.store import samples

PAGES = {
    "talks.txt": "Peru and Chile talk in Lima\n\n"
    + "Envoys of Peru met officials of Chile in Lima on Tuesday to discuss the border. " * 8,
    "empty.html": "",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Gives a folder with pages in it, made the current one; nothing loads a model."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "CoderFactory", lambda **_: _Checked())
    (tmp_path / "pages").mkdir()
    for name, text in PAGES.items():
        (tmp_path / "pages" / name).write_text(text, encoding="utf-8")
    return tmp_path


class _Checked(FakeCoder):
    def check(self) -> None:
        return None


@pytest.fixture
def stored(folder: Path) -> Path:
    Store(folder / "dragoman-store", create=True).write([samples.coding("a"), samples.coding("b")], [samples.rejection()])
    return folder


def dragoman(*arguments: str) -> Result:
    return CliRunner().invoke(cli.main, arguments)


def test_pages_become_a_store(folder: Path) -> None:
    result = dragoman("code", "pages")
    assert result.exit_code == 0, result.output
    assert counts(Store(folder / "dragoman-store"))["stories"] == 1
    for words in ("pages", "1 new", "rejected", "empty 1", "empty.html", "The store is dragoman-store"):
        assert words in result.stdout


def test_coding_again_says_that_nothing_changed(folder: Path) -> None:
    dragoman("code", "pages", "--out", "mine")
    assert "1 as before" in dragoman("code", "pages", "--out", "mine").stdout


def test_nothing_coded_has_an_exit_code_of_its_own(folder: Path) -> None:
    assert dragoman("code", "pages/empty.html").exit_code == 3


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["code"], 2, "Missing argument"),
        (["code", "nowhere"], 1, "nowhere"),
        (["code", "pages", "--workers", "0"], 2, "x>=1"),
        (["code", "pages", "--out", "pages"], 1, "something else than a store"),
        (["events", "none"], 1, "no store is here"),
        (["events", "--since", "yesterday"], 2, "'yesterday' is no date. Write it as 2021, 2021-10 or 2021-10-21."),
        (["events", "--until", "2021-02-30"], 2, "is no date"),
        (["events", "--type", "WAR"], 2, "'WAR' is not one of"),
        (["show", "ffff"], 1, "no store is here"),
        (["bench", "plv", "--data", "none"], 1, "none: no such file"),
        (["bench", "plv", "--data", "pages", "--stories", "5"], 2, "--stories is for the benchmark speed"),
        (["codebook", "check", "none.yaml"], 1, "none.yaml"),
    ],
)
def test_errors_say_what_and_carry_their_code(folder: Path, arguments: list[str], code: int, message: str) -> None:
    result = dragoman(*arguments)
    assert result.exit_code == code
    assert message in " ".join(result.stderr.split())
    assert "Traceback" not in result.output


def test_the_table_in_a_pipe_is_one_line_an_event(stored: Path) -> None:
    header, *lines = dragoman("events").stdout.splitlines()
    assert header.startswith("date_start\tdate_precision\tevent_type")
    assert len(lines) == 4


def test_filters_reach_the_query(stored: Path) -> None:
    def kinds(*arguments: str) -> list[str]:
        return [line.split("\t")[2] for line in dragoman("events", *arguments).stdout.splitlines()[1:]]

    assert kinds("--actor", "per", "--since", "2023-05", "--until", "2023") == ["CONSULT", "CONSULT"]
    assert kinds("--type", "assault", "--polarity", "negative", "--limit", "1") == ["ASSAULT"]
    assert (
        kinds("--said-by", "story", "--sector", "GOV", "--min-confidence", "0.7", "--modality", "asserted") == ["CONSULT"] * 2
    )
    assert kinds("--recipient", "CHL", "--story", samples.coding("b").story.id[:6]) == ["ASSAULT", "CONSULT"]
    assert kinds("--since", "2024") == []


def test_every_format(stored: Path) -> None:
    assert len(list(csv.DictReader(io.StringIO(dragoman("events", "--format", "csv").stdout)))) == 4
    assert len([json.loads(line) for line in dragoman("events", "--format", "jsonl").stdout.splitlines()]) == 4
    geojson = dragoman("events", "--format", "geojson")
    assert len(json.loads(geojson.stdout)["features"]) == 2
    assert geojson.stderr == "2 events have no coordinates and are left out.\n"
    assert dragoman("events", "--format", "parquet", "--out", "events.parquet").exit_code == 0
    assert pq.read_table("events.parquet").num_rows == 4
    assert "could not be written" in dragoman("events", "--format", "csv", "--out", "no/such/folder.csv").stderr


def test_show_takes_a_story_or_a_file(stored: Path) -> None:
    from_store = dragoman("show", samples.coding("a").story.id[:8])
    assert "[Envoys from Peru]A1 [met]1" in from_store.stdout
    on_the_fly = dragoman("show", "pages/talks.txt")
    assert "[Peru]1 A1" in on_the_fly.stdout
    assert dragoman("show", "pages/empty.html").exit_code == 3


def test_a_sound_codebook_is_told_so(folder: Path) -> None:
    assert "16 event types" in dragoman("codebook", "check", "plover").stdout


def test_version_and_help() -> None:
    assert dragoman("--version").stdout == f"dragoman, version {__version__}\n"
    for command in ([], ["code"], ["events"], ["show"], ["bench"], ["codebook", "check"]):
        text = dragoman(*command, "--help").stdout
        assert "Example" in text
        assert "\n    dragoman " in text


def test_an_interrupt_has_its_exit_code(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "events", interrupted)
    assert dragoman("events").exit_code == 130
    monkeypatch.setattr(_Checked, "code", interrupted)
    result = dragoman("code", "pages/talks.txt")
    assert result.exit_code == 130
    assert "Interrupted. 0 pages are in the store" in result.stdout


def test_a_reader_that_leaves_early_is_no_crash(stored: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = f"{sys.executable} -m dragoman events --format jsonl | head -c 1"
    result = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, env=environment, check=True)
    assert "Traceback" not in result.stderr
