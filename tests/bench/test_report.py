import io
import json
from importlib import import_module
from inspect import signature
from pathlib import Path

import pytest
from rich.console import Console

from dragoman import bench
from dragoman.bench.report import Report
from dragoman.errors import DragomanError

REPORT = Report(
    "toy",
    {"macro_f1": 0.79249, "pairs": 1033, "load_s": None},
    [("Per type", ("type", "f1", "n"), [("AID", 0.5, 59), ("[REQUEST]", 1.0, 7200)])],
)


def printed(report: Report, width: int = 80) -> str:
    console = Console(file=io.StringIO(), width=width)
    console.print(report.table())
    return console.file.getvalue()


def test_a_report_is_json_with_rows_keyed_by_column() -> None:
    plain = json.loads(json.dumps(REPORT.to_dict()))
    assert plain["figures"]["macro_f1"] == 0.79249
    assert plain["tables"] == [
        {"title": "Per type", "rows": [{"type": "AID", "f1": 0.5, "n": 59}, {"type": "[REQUEST]", "f1": 1.0, "n": 7200}]}
    ]


def test_a_report_is_printed_with_rounded_figures_and_no_markup_read() -> None:
    text = printed(REPORT)
    assert "macro f1" in text
    assert "0.792" in text
    assert "1,033" in text
    assert "[REQUEST]" in text


def test_a_row_that_does_not_fit_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        Report("toy", {}, [("T", ("a", "b"), [(1,)])])


def test_an_unknown_bench_names_those_that_exist(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=", ".join(bench.BENCHES)):
        bench.run("polecat", tmp_path)


def test_missing_data_is_named() -> None:
    with pytest.raises(DragomanError, match="nowhere: no such file"):
        bench.run("speed", Path("nowhere"))


@pytest.mark.parametrize("name", sorted(bench.BENCHES))
def test_every_bench_can_be_run(name: str) -> None:
    module = import_module(bench.BENCHES[name])
    assert next(iter(signature(module.run).parameters)) == "data"
