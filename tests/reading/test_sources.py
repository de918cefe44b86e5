import gzip
import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.errors import SourceMissing
from dragoman.reading import open_sources
from dragoman.records import Page, Rejection, Story

TEXT = "Rebels left the town on Monday."


def read(*sources: str | Path) -> list[Page | Story | Rejection]:
    return list(open_sources(sources))


def test_a_folder_gives_its_pages_sorted_and_leaves_the_rest(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", "sub/c.htm", ".hidden.txt", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    found = read(tmp_path)
    assert [Path(page.location or "").name for page in found if isinstance(page, Page)] == ["a.txt", "b.html", "c.htm"]
    assert len(found) == 3


def test_packed_pages_are_unpacked(tmp_path: Path) -> None:
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<p>x</p>"))
    (page,) = read(tmp_path)
    assert isinstance(page, Page)
    assert (page.data, page.content_type, page.location) == (b"<p>x</p>", "text/html", str(tmp_path / "a.html.gz"))


def test_a_source_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert len(read(tmp_path / "a.txt", tmp_path, str(tmp_path / "*.txt"))) == 1


@pytest.mark.parametrize("missing", ["nowhere.html", "*.html", "empty"])
def test_a_missing_source_is_said_before_anything_is_read(tmp_path: Path, missing: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceMissing, match=r"nowhere|\*|empty"):
        open_sources([tmp_path / "a.txt", tmp_path / missing])


def test_json_lines_give_a_story_a_line_and_bad_ones_say_where(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        '{"title": "A", "body": "' + TEXT + '", "date": "2022-03-03T10:00:00Z"}',
        "",
        "{",
        "[1]",
        '{"title": "B", "text": " "}',
        '{"n": 1}',
        b"\xff",
    ]
    path.write_bytes(b"\n".join(row if isinstance(row, bytes) else row.encode() for row in rows))
    found = read(path)
    assert isinstance(found[0], Story)
    assert (found[0].title, found[0].text, str(found[0].published)) == ("A", TEXT, "2022-03-03 10:00:00+00:00")
    rejections = [item for item in found[1:] if isinstance(item, Rejection)]
    assert [item.location.rsplit("#", 1)[1] for item in rejections] == ["3", "4", "5", "6", "7"]
    assert {item.reason for item in rejections} == {"bad_row"}
    assert all(item.detail and item.mend for item in rejections)


@pytest.mark.parametrize(("suffix", "mark"), [(".csv", ","), (".tsv", "\t"), (".csv.gz", ",")])
def test_tables_with_usual_column_names_are_understood(tmp_path: Path, suffix: str, mark: str) -> None:
    rows = [
        ["ID", "Headline", "article_text", "Pub Date", "Link", "Byline"],
        ["1", "A", f'"{TEXT}"', "3 March 2022", "https://example.org/a", "By Ama Osei"],
    ]
    data = "\n".join(mark.join(row) for row in rows).encode()
    path = tmp_path / f"a{suffix}"
    path.write_bytes(gzip.compress(data) if suffix.endswith("gz") else data)
    (story,) = read(path)
    assert isinstance(story, Story)
    assert (story.title, story.text, story.url, story.authors) == ("A", TEXT, "https://example.org/a", ("Ama Osei",))
    assert str(story.published) == "2022-03-03 00:00:00"


def test_a_csv_row_that_does_not_fit_its_header_is_a_rejection_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"title,text\nA\nB,{TEXT}\n")
    bad, good = read(tmp_path / "a.csv")
    assert isinstance(bad, Rejection)
    assert bad.location.endswith("a.csv#2")
    assert isinstance(good, Story)


def test_a_csv_in_an_old_encoding_is_read(tmp_path: Path) -> None:
    text = "Министры двух стран встретились в понедельник в столице, чтобы обсудить общую границу. " * 3
    (tmp_path / "a.csv").write_bytes(f'text\n"{text}"\n'.encode("cp1251"))
    (story,) = read(tmp_path / "a.csv")
    assert isinstance(story, Story)
    assert story.text == text.strip()


def test_a_long_cell_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text\n" + f"{TEXT} " * 6000)
    (story,) = read(tmp_path / "a.csv")
    assert isinstance(story, Story)


def test_parquet_keeps_dates_lists_and_html(tmp_path: Path) -> None:
    table = pa.table(
        {
            "text": [TEXT, None, None],
            "html": [None, "<p>x</p>", None],
            "published": [date(2022, 3, 3)] * 3,
            "authors": [["Ama Osei", "Li Wei"]] * 3,
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    story, page, rejection = read(tmp_path / "a.parquet")
    assert isinstance(story, Story)
    assert (str(story.published), story.authors) == ("2022-03-03 00:00:00", ("Ama Osei", "Li Wei"))
    assert isinstance(page, Page)
    assert isinstance(rejection, Rejection)
    assert rejection.location.endswith("a.parquet#3")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.csv", b"id,name\n1,x\n", "bad_table"),
        ("a.parquet", b"PAR1 broken", "bad_table"),
        ("a.html.gz", b"\x1f\x8b broken", "unreadable_file"),
        ("a.jsonl.gz", b"not packed", "unreadable_file"),
    ],
)
def test_a_broken_file_is_one_rejection(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "z.txt").write_text(TEXT)
    rejection, page = read(tmp_path)
    assert isinstance(rejection, Rejection)
    assert (rejection.reason, rejection.location) == (reason, str(tmp_path / name))
    assert isinstance(page, Page)


@pytest.mark.parametrize(
    ("value", "when"),
    [
        (1646302800, "2022-03-03 10:20:00+00:00"),
        (1646302800000, "2022-03-03 10:20:00+00:00"),
        ("20220303", "2022-03-03 00:00:00"),
        ("20220303102000", "2022-03-03 10:20:00"),
        ("2022-03-03", "2022-03-03 00:00:00"),
        ("March 3, 2022", "2022-03-03 00:00:00"),
        ("soon", "None"),
        (None, "None"),
        (True, "None"),
        ("20221399", "None"),
    ],
)
def test_dates_come_in_many_forms(tmp_path: Path, value: object, when: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": TEXT, "pub_date": value}))
    (story,) = read(tmp_path / "a.jsonl")
    assert isinstance(story, Story)
    assert str(story.published) == when
