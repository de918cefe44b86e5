"""The record that the README shows: ``python -m tests.readme_record`` writes it there, with the bundled model."""

from __future__ import annotations

import json
import re
from pathlib import Path

import dragoman

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "examples" / "wire-highway-attack.html"
SENTENCE = "Kenya's foreign ministry denied that Kenyan warplanes had bombed al-Shabab camps near Baidoa on Tuesday."
WIDTH = 100
BLOCK = re.compile(r"(<!-- record: .*?-->\n```json\n)(.*?)(```\n<!-- end of record -->)", re.S)


def record() -> dict[str, object]:
    """Give the one event of the sentence."""
    story = dragoman.read(PAGE.read_bytes())
    begin = story.text.index(SENTENCE)
    (event,) = [e for e in dragoman.Coder().code(story).events if begin <= e.begin < begin + len(SENTENCE)]
    plain: dict[str, object] = json.loads(json.dumps(event.to_dict()))
    return plain


def shown(record: dict[str, object]) -> str:
    """Lay a record out a field a line; parties and other parts stay on one line each."""
    lines = [f'  "{key}": {_value(value)}' for key, value in record.items()]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _value(value: object) -> str:
    line = json.dumps(value, ensure_ascii=False)
    if len(line) <= WIDTH or not isinstance(value, list | dict):
        return line
    if isinstance(value, list):
        return "[\n" + ",\n".join(f"    {_inner(item)}" for item in value) + "\n  ]"
    return "{\n    " + _inner(value)[1:-1] + "\n  }"


def _inner(value: object) -> str:
    """A part of the record, broken once where it would be wider than the page."""
    line = json.dumps(value, ensure_ascii=False)
    half = line.find(', "', len(line) // 2) + 1
    return f"{line[:half]}\n     {line[half:]}" if len(line) > WIDTH and half else line


def main() -> None:
    """Write the record into the README."""
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    readme.write_text(BLOCK.sub(lambda found: found[1] + shown(record()) + found[3], text), encoding="utf-8")


if __name__ == "__main__":
    main()
