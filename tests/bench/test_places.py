from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dragoman.bench import places
from dragoman.coder import Coder
from dragoman.errors import DragomanError
from dragoman.places import places as find
from tests.conftest import SHARED, needs_shared

TEXT = "A fair opened in Paris, Texas. A Turkish band came from Ankara."


def toponym(name: str, lat: float, lon: float, country: str, fcode: str = "PPL") -> dict[str, Any]:
    begin = TEXT.index(name)
    return {"begin": begin, "end": begin + len(name), "text": name, "lat": lat, "lon": lon, "country": country, "fcode": fcode}


def test_scores_as_counted_by_hand() -> None:
    toponyms = [
        toponym("Paris", 33.66, -95.56, "United States"),
        toponym("Texas", 31.25, -99.25, "United States", "ADM1"),
        toponym("Turkish", 39.0, 35.0, "Turkey", "PCLI"),
        toponym("Ankara", 0.0, 0.0, "Turkey"),
    ]
    story = places.Story(TEXT, toponyms, fold=0, found=find(TEXT))
    assert places.resolving([story]) == {
        "accuracy_161km": 0.75,
        "accuracy_161km_no_demonyms": round(2 / 3, 6),
        "country_accuracy": 1.0,
        "country_accuracy_of_known": 1.0,
        "reachable_161km": 0.75,
    }
    assert places.end_to_end([story]) == {
        "find_precision": 1.0,
        "find_recall": 0.75,
        "find_f1": round(6 / 7, 6),
        "find_f1_no_demonyms": 1.0,
        "end_to_end_f1": round(4 / 7, 6),
        "end_to_end_f1_no_demonyms": round(4 / 6, 6),
    }


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(DragomanError, match=r"neither lgl\.jsonl nor trnews\.jsonl"):
        places.run(tmp_path)


@needs_shared
def test_the_stage_keeps_its_score() -> None:
    stories = places.stories(SHARED / "data" / "geo" / "lgl.jsonl")
    resolved = places.resolving(stories)
    assert resolved["accuracy_161km"] > 0.85
    assert resolved["country_accuracy"] > 0.95
    coder = Coder()
    found = places.end_to_end([places.coded(coder, story) for story in stories[:60]])
    assert found["find_precision"] > 0.9


@needs_shared
def test_world_news_keeps_its_score(tmp_path: Path) -> None:
    (tmp_path / "trnews.jsonl").symlink_to(SHARED / "data" / "geo" / "trnews.jsonl")
    figures = places.run(tmp_path).figures
    assert figures["trnews_accuracy_161km"] > 0.92
    assert figures["trnews_country_accuracy"] > 0.96
    assert figures["trnews_find_precision"] > 0.93
    assert figures["trnews_end_to_end_f1"] > 0.79
