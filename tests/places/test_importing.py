from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.errors import DragomanError
from dragoman.places import places
from dragoman.places.gazetteer import Gazetteer, load
from dragoman.places.importing import import_dump


def line(
    identity: int, name: str, point: str, code: str, country: str, admin1: str = "", people: int = 0, others: str = ""
) -> str:
    """Give a line as the dump has it; ``code`` is class and code ("P.PPL")."""
    (lat, lon), (kind, feature) = point.split(), code.split(".")
    cells = [
        identity,
        name,
        name,
        others,
        lat,
        lon,
        kind,
        feature,
        country,
        "",
        admin1,
        "",
        "",
        "",
        people,
        "",
        "",
        "",
        "2024-01-01",
    ]
    return "\t".join(map(str, cells))


DUMP = [
    line(1, "Qarabulaq", "40.1 71.2", "P.PPL", "KG", "09", 900, "Karabulak,Карабулак"),
    line(2, "Batken", "40.0 70.9", "A.ADM1", "KG", "09"),
    line(3, "Kyrgyzstan", "41.5 75.0", "A.PCLI", "KG", "00", 6_000_000),
    line(4, "Isfara Darya", "40.3 70.6", "H.STM", "TJ", "02"),
    line(5, "Hotel Qarabulaq", "40.1 71.2", "S.HTL", "KG", "09"),
    line(6, "Texas", "31.25 -99.25", "A.ADM1", "US", "TX", 25_000_000),
    line(7, "Old Qarabulaq", "40.1 71.2", "P.PPLH", "KG", "09"),
]


def written(tmp_path: Path, lines: list[str], name: str = "dump.txt") -> Path:
    path = tmp_path / name
    path.write_text("".join(f"{one}\n" for one in lines), "utf-8")
    return path


@pytest.fixture(scope="module")
def mine(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    folder = tmp_path_factory.mktemp("dump")
    import_dump(written(folder, DUMP), folder / "mine.npz")
    return load(folder / "mine.npz")


def test_a_village_of_the_dump_is_found_and_placed(mine: Gazetteer) -> None:
    found = places("Shells fell near Qarabulaq and in Karabulak, Kyrgyzstan.", gazetteer=mine)
    assert [(p.text, p.country, p.admin1, p.geonames_id) for p in found] == [
        ("Qarabulaq", "KGZ", "Batken", 1),
        ("Karabulak", "KGZ", "Batken", 1),
        ("Kyrgyzstan", "KGZ", None, 3),
    ]


def test_waters_are_kept_and_buildings_and_the_past_are_not(mine: Gazetteer) -> None:
    assert "Isfara Darya" in mine
    assert "Hotel Qarabulaq" not in mine
    assert "Old Qarabulaq" not in mine


def test_what_the_bundled_gazetteer_knows_beside_towns_goes_on(mine: Gazetteer) -> None:
    assert [c.geonames_id for c in mine.candidates("TX")] == [6]  # one place, not two
    assert [c.country for c in mine.country_of("Kyrgyz")] == ["KGZ"]
    assert "Sahel" in mine


def test_an_archive_is_read_as_its_table(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "KG.zip", "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("KG.txt", "\n".join(DUMP))
    told = import_dump(tmp_path / "KG.zip", tmp_path / "kg.npz")
    assert (told.lines, told.passed_over) == (7, 2)


def test_the_same_dump_gives_the_same_file(tmp_path: Path) -> None:
    dump = written(tmp_path, DUMP)
    for name in ("one.npz", "two.npz"):
        import_dump(dump, tmp_path / name)
    one, two = load(tmp_path / "one.npz"), load(tmp_path / "two.npz")
    assert one.keys.blob == two.keys.blob
    assert one.at.tolist() == two.at.tolist()


@pytest.mark.parametrize(
    ("faulty", "fault"),
    [
        ("12\tHalf a line", "line 8: 2 columns, 19 are wanted"),
        (line(8, "Nowhere", "95.0 10.0", "P.PPL", "KG"), "line 8: latitude 95.0 is beyond 90 degrees"),
        (line(8, "Nowhere", "here 10.0", "P.PPL", "KG"), "line 8: latitude 'here' is no number"),
        (line(8, "Nowhere", "nan 10.0", "P.PPL", "KG"), "line 8: latitude nan is beyond 90 degrees"),
        (line(8, "Nowhere", "9.0 10.0", "P.PPL", "Q9"), "line 8: no country has the code 'Q9'"),
        (line(8, "", "9.0 10.0", "P.PPL", "KG"), "line 8: no name"),
        (
            line(8, "Nowhere", "9.0 10.0", "P.PPL", "KG").replace("8\t", "eight\t", 1),
            "line 8: geonameid 'eight' is no whole number",
        ),
    ],
)
def test_a_faulty_line_is_named_and_nothing_is_written(tmp_path: Path, faulty: str, fault: str) -> None:
    with pytest.raises(DragomanError) as raised:
        import_dump(written(tmp_path, [*DUMP, faulty]), tmp_path / "mine.npz")
    assert fault in str(raised.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dump.txt"]


def test_many_faults_are_counted(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"30 of 37 lines are faulty.*\n.*line 8: [\s\S]*and 10 more"):
        import_dump(written(tmp_path, DUMP + ["x"] * 30), tmp_path / "mine.npz")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00bad", b"PK\x03\x04broken"])
def test_what_is_no_dump_is_refused(tmp_path: Path, content: bytes) -> None:
    dump = tmp_path / "dump.zip"
    dump.write_bytes(content)
    with pytest.raises(DragomanError, match=r"dump\.zip"):
        import_dump(dump, tmp_path / "mine.npz")
    assert not (tmp_path / "mine.npz").exists()


def test_what_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.npz"
    other.write_bytes(b"no archive")
    with pytest.raises(DragomanError, match="places import"):
        load(other)
    with pytest.raises(DragomanError, match="places import"):
        load(tmp_path / "missing.npz")


def test_the_command_says_what_it_read(tmp_path: Path) -> None:
    dump, to = written(tmp_path, DUMP), tmp_path / "mine.npz"
    result = CliRunner().invoke(main, ["places", "import", str(dump), "--to", str(to)])
    assert result.exit_code == 0, result.output
    assert "from 7 lines; 2 passed over" in result.output
    faulty = CliRunner().invoke(main, ["places", "import", str(written(tmp_path, ["x"], "bad.txt")), "--to", str(to)])
    assert faulty.exit_code == 1
    assert "line 1: 1 columns" in faulty.output
