"""Reading dictionaries of PETRARCH and TABARI: invented entries in their form."""

from datetime import date

import pytest

from dragoman.actors.dictionaries import Coded, read_dictionary


@pytest.mark.parametrize(
    ("lines", "names", "codes"),
    [
        (["ZORA_IMAGINOVA_ [CZEGOV]"], ("ZORA IMAGINOVA",), (Coded("CZEGOV"),)),
        (["ZORA_ [CZE] # mayor", "+Z._", "+THE_MAYOR ; old style"], ("ZORA", "Z.", "THE MAYOR"), (Coded("CZE"),)),
        (
            ["ZORA_", "+Z._", "\t[CZEGOV 010101-021231]", "\t[CZEELI >20030101]"],
            ("ZORA", "Z."),
            (Coded("CZEGOV", date(2001, 1, 1), date(2002, 12, 31)), Coded("CZEELI", date(2003, 1, 1))),
        ),
        (["ZORA_ [CZEGOV <991231][CZEELI]"], ("ZORA",), (Coded("CZEGOV", None, date(1999, 12, 31)), Coded("CZEELI"))),
        (["SALT_FRONT_(SF)_ [CZEREB]"], ("SALT FRONT",), (Coded("CZEREB"),)),
        (["<!-- a comment", "of two lines -->", "ZORA [CZE]"], ("ZORA",), (Coded("CZE"),)),
        (["ZORA_", "# between", "\t[CZE 310101-320101]"], ("ZORA",), (Coded("CZE", date(1931, 1, 1), date(1932, 1, 1)),)),
    ],
)
def test_actors(lines: list[str], names: tuple[str, ...], codes: tuple[Coded, ...]) -> None:
    found, faults = read_dictionary(lines)
    assert (found[0].names, found[0].codes, faults) == (names, codes, [])


@pytest.mark.parametrize(
    ("lines", "names", "plurals"),
    [
        (["DUKE [~GOV]"], ("DUKE",), None),
        (["CLERGY {} [~REL]"], ("CLERGY",), ()),
        (["GOLDEN_GOOSE {GOLDEN_GEESE} [~CRM]"], ("GOLDEN GOOSE",), ("GOLDEN GEESE",)),
        (["!FOLK! = MAN, MEN", "GREEN!FOLK! [~CVL]"], ("GREENMAN", "GREENMEN"), None),
    ],
)
def test_agents(lines: list[str], names: tuple[str, ...], plurals: tuple[str, ...] | None) -> None:
    (agent,), faults = read_dictionary(lines)
    assert (agent.agent, agent.names, agent.plurals, faults) == (True, names, plurals, [])


@pytest.mark.parametrize(
    ("lines", "line", "why"),
    [
        (["ZORA_ [CZEGOV 011301]"], 1, "is no span of days"),
        (["ZORA_", "\t[CZEGOV 011301-020101]"], 2, "no day of the calendar"),
        (["A [CZE]", "", "ZORA_", "+Z", "[CZEGOV 030101-020101]"], 5, "ends before it begins"),
        (["ZORA_ [CZEGOV 2004017-20061201]"], 1, "write YYMMDD or YYYYMMDD"),
        (["ZORA_ [12]"], 1, "is no code"),
        (["ZORA_ [CZE"], 1, "bracket without its pair"),
        (["ZORA_"], 1, "no code in square brackets"),
        (["[CZE]"], 1, "a code without a name"),
    ],
)
def test_a_wrong_line_refuses_its_entry_whole(lines: list[str], line: int, why: str) -> None:
    found, faults = read_dictionary(lines)
    assert [name for listing in found for name in listing.names if name.startswith("Z")] == []
    assert any(fault.line == line and why in fault.why for fault in faults), faults
