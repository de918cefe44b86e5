"""The pictures in ``docs/pictures``: ``python -m tests.pictures`` takes them of the commands themselves, with the bundled model."""

from __future__ import annotations

import contextlib
import io
import re
import tempfile
from pathlib import Path
from unittest import mock

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

from dragoman import cli

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "pictures"
PAGE = "examples/wire-truce-monitors.txt"
WIDTH = 110
FORMAT = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.S)
"""As rich draws it, but without fonts from elsewhere: the reader's own will do."""


def picture(shown: str, *arguments: str) -> str:
    """Run a command and give what it prints on a terminal, as SVG under the title ``shown``."""
    console = Console(record=True, width=WIDTH, force_terminal=True, file=io.StringIO(), color_system="truecolor")
    with mock.patch.object(cli, "_console", return_value=console), contextlib.redirect_stdout(io.StringIO()):
        cli.main(list(arguments), standalone_mode=False)
    return console.export_svg(title=shown, code_format=FORMAT)


def pictures() -> dict[str, str]:
    """Give all pictures by name."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(ROOT):
        store = str(Path(folder) / "store")
        picture("", "code", "examples", "--out", store)
        return {
            "show": picture(f"dragoman show {PAGE}", "show", PAGE),
            "events": picture(
                "dragoman events --type ASSAULT --min-confidence 0.7", "events", store, "--type", "ASSAULT",
                "--min-confidence", "0.7",
            ),
        }  # fmt: skip


def main() -> None:
    """Write the pictures."""
    FOLDER.mkdir(exist_ok=True)
    for name, drawn in pictures().items():
        (FOLDER / f"{name}.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
