"""Labels of real sentences without their text: ``python -m training.own.standoff MARKED... > real.jsonl``.

The sentences belong to their publishers, so only the data set, the record, offsets and labels are kept; whoever has the data
sets gets the sentences back with :func:`restore`. A marked file is in the form of README.md; its groups are named
``set:record:begin:end``, where the offsets are those of the sentence in the record's text.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import DragomanError
from training.own.markup import part, read_file

FILES = {
    "polnear": "polnear/train.jsonl.gz", "re3d": "re3d/documents.jsonl", "ngec": "ngec-synthetic/stories.jsonl.gz",
    "aw": "aw/train.jsonl", "gum": "ud/gum-train.conllu.gz", "pages": "pages/truth.jsonl",
}  # fmt: skip


def texts(path: Path) -> dict[str, str]:
    """Give the texts of a data set by the id of their record; in CoNLL-U a record is a sentence."""
    if not path.is_file():
        raise DragomanError(f"{path}: no such file. Name the folder of the public data sets: make bench-data DATA=FOLDER")
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        if ".conllu" not in path.name:
            body = "articleBody" if path.name == "truth.jsonl" else "text"
            return {record["id"]: record[body] for record in map(json.loads, lines)}
        marked = [line.split(" = ", 1) for line in lines if line.startswith(("# sent_id = ", "# text = "))]
    return {key.strip(): text.strip() for (_, key), (_, text) in zip(marked[::2], marked[1::2], strict=True)}


def standoff(record: dict[str, Any]) -> dict[str, Any]:
    """Take the text out of a marked record and say where it stands instead."""
    name, key, begin, end = record["group"].rsplit(":", 3) if record["group"].count(":") == 3 else ("", "", 0, 0)
    kept = {field: record[field] for field in ("mentions", "attributions", "events", "no_event")}
    return {"set": name, "record": key, "begin": int(begin), "end": int(end), **kept}


def restore(labels: Path, data: Path) -> Iterator[dict[str, Any]]:
    """Yield the records with their text, grouped by document."""
    rows = [json.loads(line) for line in labels.read_text("utf-8").splitlines()]
    for name in sorted({row["set"] for row in rows}):
        stored = texts(data / FILES[name])
        for row in rows:
            if row["set"] == name:
                text = stored[row["record"]][row["begin"] : row["end"]]
                key = f"{name}:{row['record']}"
                yield {
                    **row,
                    "id": f"{key}:{row['begin']}",
                    "group": key,
                    "register": "wire",
                    "part": part(key),
                    "text": text,
                }


def main(arguments: list[str]) -> None:
    """Print the stand-off form of marked files; ``--restore LABELS DATA`` prints records with their text instead."""
    if arguments[:1] == ["--restore"]:
        try:
            for record in restore(Path(arguments[1]), Path(arguments[2])):
                print(json.dumps(record, ensure_ascii=False))
        except DragomanError as error:
            sys.exit(str(error))
        return
    for path in arguments:
        for record in read_file(Path(path)):
            print(json.dumps(standoff(record), ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1:])
