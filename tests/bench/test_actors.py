"""The benchmark of the actor base, on a dictionary of invented and well-known names worked out by hand."""

from pathlib import Path

import pytest

from dragoman import bench
from dragoman.errors import DragomanError

DICTIONARY = """CHAD_ [TCD]
+CHADIAN_
NORWAY_ [NOR]
UNITED_NATIONS_ [IGOUNO]
LEAGUE_OF_SALT_TRADERS_ [IGO]
ANGELA_MERKEL_
\t[DEUELI 900101-051121]
\t[DEUGOV 051122-130101]
ZORA_IMAGINOVA_
\t[CZEGOV 010101-030101]
\t[CZEELI]
OLD_KING_COLE_
\t[GBRGOV 600101-700101]
JENS_STOLTENBERG_ [NORGOV 051017-131016]
SALT_FRONT_ [CZEREB]
ACME_ [MNC]
QWORO_VELIMBA_ [IGOUNO]
JOAN_Q._NATIONS_ [IGOUNO]
UN_ENVOY_ [IGOUNO]
MINISTRY_FOR_SALT_ [DDRGOV]
"""


def test_shares_are_those_counted_by_hand(tmp_path: Path) -> None:
    (tmp_path / "x.actors.txt").write_text(DICTIONARY)
    figures = bench.run("actors", tmp_path).figures
    assert figures["countries_and_organisations"] == 0.8  # not the salt traders
    assert figures["leaders"] == 0.5  # Merkel, not Imaginova; who left office before 2000 does not count
    counted = {key: figures[f"{key}_entries"] for key in ("country", "organisation", "leader", "minister", "armed_group")}
    assert counted == {"country": 2, "organisation": 3, "leader": 2, "minister": 1, "armed_group": 1}
    assert (figures["minister"], figures["armed_group"]) == (1.0, 0.0)


def test_persons_and_bodies_of_states_that_are_gone_are_no_organisations(tmp_path: Path) -> None:
    (tmp_path / "x.actors.txt").write_text("\n".join(DICTIONARY.splitlines()[-4:]))
    assert bench.run("actors", tmp_path).figures["organisation_entries"] == 1  # the envoy, told by the abbreviation
    assert bench.run("actors", tmp_path).figures["organisation"] == 1.0


def test_misses_are_listed(tmp_path: Path) -> None:
    (tmp_path / "x.actors.txt").write_text(DICTIONARY)
    missed = {row[1] for sheet in bench.run("actors", tmp_path).tables for row in sheet.rows}
    assert missed == {"LEAGUE OF SALT TRADERS", "ZORA IMAGINOVA", "SALT FRONT"}


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"no file named \*\.actors\.txt"):
        bench.run("actors", tmp_path)
