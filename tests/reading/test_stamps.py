from datetime import datetime

import pytest

from dragoman.reading.stamps import iso_time, month_named, published, stamps, zone_of


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("04.11.2020 09:15 (Moscow time), Moscow", "2020-11-04T09:15:00+03:00"),
        ("Published: 3 March 2022 14:05 EST", "2022-03-03T14:05:00-05:00"),
        ("2022-03-03T14:05:00+02:00", "2022-03-03T14:05:00+02:00"),
        ("2022-03-03 14:05:59Z", "2022-03-03T14:05:59+00:00"),
        ("May 7, 2019 | 4:20am | Updated May 8, 2019 | 9:32pm", "2019-05-07T04:20:00"),
        ("Updated 5:27 am CST, Wednesday, November 20, 2019", "2019-11-20T05:27:00-06:00"),
        ("Published 11:34 PM EST Nov 19, 2019", "2019-11-19T23:34:00-05:00"),
        ("By Ama Osei on Monday, November 18th, 2019 at 11:04 a.m.", "2019-11-18T11:04:00"),
        ("Sept. 5, 2023 at 12:00 a.m. ET", "2023-09-05T00:00:00-04:00"),
        ("Jan. 5, 2023 at 12:30 p.m. ET", "2023-01-05T12:30:00-05:00"),
        ("7 May 2023 09:00 GMT+3", "2023-05-07T09:00:00+03:00"),
        ("Thu, 04 Jan 2024 10:20:30 +0530", "2024-01-04T10:20:30+05:30"),
        ("15.07.2012 10:00 Moscow time", "2012-07-15T10:00:00+04:00"),
        ("15.07.2021 10:00 Kyiv time", "2021-07-15T10:00:00+03:00"),
        ("10 June 2020, 8.30pm (Beijing time)", "2020-06-10T20:30:00+08:00"),
        ("9 сентября 2019, 22:40 мск", "2019-09-09T22:40:00+03:00"),
        ("Le 4 août 2020 à 18h30", "2020-08-04T18:30:00"),
        ("4 de enero de 2022", "2022-01-04T00:00:00"),
        ("4. August 2020, 18:30 Uhr", "2020-08-04T18:30:00"),
        ("2017年3月8日 07:50", "2017-03-08T07:50:00"),
        ("25/12/2020", "2020-12-25T00:00:00"),
        ("12/25/2020", "2020-12-25T00:00:00"),
        ("3/4/2021 9:08 PM EST", "2021-03-04T21:08:00-05:00"),
        ("3/4/2021", "2021-04-03T00:00:00"),
        ("Updated: 2 May 2020 10:00. Published: 1 May 2020 09:00", "2020-05-01T09:00:00"),
    ],
)
def test_dates_as_pages_print_them(line: str, when: str) -> None:
    found = published(stamps(line))
    assert found is not None
    assert found.when.isoformat() == when


@pytest.mark.parametrize(
    "line", ["", "Call 555-2020-11", "31.02.2021", "99/99/2020", "In 2021 the army left.", "Resolution 1970 (2011)", "10:30"]
)
def test_what_is_no_date_gives_none(line: str) -> None:
    assert stamps(line) == []


def test_the_span_of_a_stamp_covers_label_hour_and_zone() -> None:
    line = "Kyiv | Published: 3 March 2022 14:05 EET | 7 views"
    (stamp,) = stamps(line)
    assert line[stamp.begin : stamp.end] == "Published: 3 March 2022 14:05 EET"


@pytest.mark.parametrize(
    ("name", "month", "hours"),
    [
        ("Moscow", 1, 3),
        ("London", 7, 1),
        ("London", 1, 0),
        ("Nairobi", 7, 3),
        ("New York", 7, -4),
        ("ET", 1, -5),
        ("Delhi", 1, 5.5),
    ],
)
def test_a_zone_has_the_offset_of_its_day(name: str, month: int, hours: float) -> None:
    zone = zone_of(name, datetime(2020, month, 1))
    assert zone is not None
    offset = zone.utcoffset(None)
    assert offset is not None
    assert offset.total_seconds() == hours * 3600


def test_an_unknown_zone_is_none() -> None:
    assert zone_of("Atlantis", datetime(2020, 1, 1)) is None


@pytest.mark.parametrize("value", [None, 5, "", "soon", {"a": 1}])
def test_a_field_without_a_time_is_none(value: object) -> None:
    assert iso_time(value) is None


@pytest.mark.parametrize(
    ("line", "month"),
    [("May 2016", "2016-05"), ("« Mai 2016 »", "2016-05"), ("2016 май", "2016-05"), ("May", None), ("May 2016 vote", None)],
)
def test_the_head_of_a_calendar_names_its_month(line: str, month: str | None) -> None:
    assert month_named(line) == month
