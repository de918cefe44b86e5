"""Importing dictionaries and CSV: what becomes of each line, and that the folder is whole or not there."""

from datetime import date
from pathlib import Path

import pytest

from dragoman.actors import ActorBase, link_text
from dragoman.actors.importing import Imported, import_csv, import_dictionary, import_file, write_base
from dragoman.errors import DragomanError


@pytest.fixture(scope="module")
def base() -> ActorBase:
    return ActorBase.load()


ACTORS = """# invented
ZORA_IMAGINOVA_
+Z._IMAGINOVA
\t[CZEGOV 190101-210630]
\t[CZEELI >210701]
HARBOUR_LIBERATION_FRONT_ [GHAREB]
ANGELA_MERKEL_
+MUTTI_MERKEL_ [DEUGOV 051122-211208]
NOWHERE_PARTY_ [XQZPTY]
SALT_BANK_ [CZEBUS 210101-200101]
WIZARD_OF_OOZE_ [---]
ACCRAVILLE_ [GHA]
HARBOR_ROADS_COMPANY_ [MNCGHA]
"""


@pytest.fixture(scope="module")
def imported(base: ActorBase) -> Imported:
    return import_dictionary(ACTORS.splitlines(), base)


def test_each_entry_has_its_note(imported: Imported) -> None:
    assert [(note.line, note.outcome, note.name) for note in sorted(imported.notes)] == [
        (2, "read", "Zora Imaginova"),
        (6, "read", "Harbour Liberation Front"),
        (7, "merged", "Angela Merkel"),
        (9, "refused", "NOWHERE PARTY"),
        (10, "refused", ""),
        (11, "read", "WIZARD OF OOZE"),
        (12, "merged", "Accraville"),
        (13, "read", "Harbor Roads Company"),
    ]


@pytest.mark.parametrize(
    ("text", "on", "actor", "country", "sectors"),
    [
        ("Zora Imaginova", date(2020, 1, 1), "zora_imaginova", "CZE", ("GOV",)),
        ("Zora Imaginova", date(2022, 1, 1), "zora_imaginova", "CZE", ("ELI",)),
        ("the Harbour Liberation Front", date(2022, 1, 1), "harbour_liberation_front", "GHA", ("REB",)),
        ("Mutti Merkel", date(2015, 1, 1), "angela_merkel", "DEU", ("GOV",)),
        ("Wizard of Ooze", date(2015, 1, 1), None, None, ()),
    ],
)
def test_the_folder_works_beside_ours(
    imported: Imported, tmp_path: Path, text: str, on: date, actor: str | None, country: str | None, sectors: tuple[str, ...]
) -> None:
    write_base(imported, tmp_path / "mine")
    link = link_text(ActorBase.load(tmp_path / "mine"), text, on)
    assert (link.actor_id, link.country, link.sectors) == (actor, country, sectors)


def test_the_folder_works_instead_of_ours(imported: Imported, tmp_path: Path) -> None:
    write_base(imported, tmp_path / "mine", instead=True)
    alone = ActorBase.load(tmp_path / "mine")
    assert "zora_imaginova" in alone.actors
    assert "emmanuel_macron" not in alone.actors
    assert link_text(alone, "Czech police").country == "CZE"


def test_agents_and_discards_become_words(base: ActorBase, tmp_path: Path) -> None:
    agents = import_dictionary(["HARPOONIST [~BUS]", "DUKE {DUKES} [~GOV]", "ELF [~ELF]"], base)
    assert [(note.line, note.outcome) for note in sorted(agents.notes)] == [(1, "read"), (2, "read"), (3, "refused")]
    write_base(agents, tmp_path / "mine")
    assert link_text(ActorBase.load(tmp_path / "mine"), "Norwegian harpoonists").sectors == ("BUS",)
    discards = import_dictionary(["+SALT CUP FINAL  # sport", "BALL GAME"], base)
    assert [note.name for note in discards.notes] == ["SALT CUP FINAL", "BALL GAME"]


CSV = """name,aliases,kind,country,sectors,start,end,role
Zora Imaginova,Z. Imaginova; Zora I.,person,CZE,,2019,2021-06,mayor of Nowhere
Zora Imaginova,,person,CZE,,2022,,minister of Nowhere
Harbour Front,,group,GHA,PTY,,,
Nobody,,person,Atlantis,,,,
Somebody,,dragon,CZE,,,,
Elsewho,,person,CZE,KING,,,
,,person,CZE,,,,
"""


def test_csv(base: ActorBase, tmp_path: Path) -> None:
    found = import_csv(CSV.splitlines(), base)
    refused = [(note.line, note.detail.split(":")[0]) for note in sorted(found.notes) if note.outcome == "refused"]
    assert refused == [(5, "country is 'Atlantis'"), (6, "kind is 'dragon'"), (7, "'KING' is no sector"), (8, "no name")]
    write_base(found, tmp_path / "mine")
    mine = ActorBase.load(tmp_path / "mine")
    assert mine.period("zora_imaginova", date(2020, 1, 1)).role == "mayor of Nowhere"
    assert mine.period("zora_imaginova", date(2023, 1, 1)).role == "minister of Nowhere"
    assert mine.actors["harbour_front"].kind == "group"


@pytest.mark.parametrize(
    ("days", "why"),
    [("2021-02-31,", "no such day"), ("20 May,", "write YYYY"), ("2021,2020", "end lies before start")],
)
def test_an_impossible_day_is_refused_by_line(base: ActorBase, days: str, why: str) -> None:
    found = import_csv(["name,country,start,end", f"Zora Imaginova,CZE,{days}"], base)
    ((line, outcome, _, detail),) = found.notes
    assert (line, outcome, found.rows) == (2, "refused", {})
    assert why in detail


def test_a_broken_row_leaves_nothing_behind(tmp_path: Path) -> None:
    broken = Imported(rows={"persons": [{"id": "zora", "names": "Zora Imaginova", "country": "Atlantis"}]})
    with pytest.raises(DragomanError, match="nothing was written"):
        write_base(broken, tmp_path / "mine")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"ZORA_ [XQZ]\n", "no entry could be imported. The first fault: line 1"),
        ("a.txt", "ZÓRA_ [CZE]\n".encode("latin-1"), "not UTF-8"),
        ("a.csv", b"person,land\nZora,CZE\n", "the header must name"),
    ],
)
def test_a_hopeless_file_is_told(base: ActorBase, tmp_path: Path, name: str, data: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DragomanError, match=says):
        import_file(tmp_path / name, base)


def test_a_folder_that_is_there_is_kept(imported: Imported, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "groups.tsv").write_text("names\nMine\n")
    with pytest.raises(DragomanError, match="is there already"):
        write_base(imported, tmp_path / "mine")
