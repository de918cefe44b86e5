"""Reads a codebook and says what is wrong with it, line by line.

The file is read as YAML nodes, which carry their line, and every problem is gathered before any is raised: someone who
writes a codebook of her own sees all that is to mend at once.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Collection
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

import yaml

from dragoman.codebooks.schema import (
    Boundary,
    Codebook,
    CodebookError,
    Context,
    Decision,
    EventTypeSpec,
    Mode,
    Problem,
    Sector,
)

REQUIRED = ("name", "version", "quads", "types")
OPTIONAL = ("contexts", "sectors", "non_state", "partly_recognised", "decisions", "boundaries")
NULL = "tag:yaml.org,2002:null"

Fields = dict[str, yaml.Node]
T = TypeVar("T")


def load(name_or_path: str | Path = "plover") -> Codebook:
    """Read a bundled codebook by its name, or one of your own by its path (a name with ``.yaml`` or a folder in it).

    >>> load().version
    'plover-2024.1'

    Raises:
        CodebookError: there is no such file, it is no YAML, or it breaks the form; the message names file, line and mend
            of every problem, and ``problems`` holds them.
    """
    source, text = _text(name_or_path)
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise _error(
            source, [Problem(line, f"not YAML: {error.problem}", "quote values that hold ': ', '#' or braces")]
        ) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _error(source, [Problem(line, f"not YAML: {error.reason}", "save the codebook as plain text")]) from None
    checker = _Checker()
    codebook = checker.codebook(root)
    if checker.problems or codebook is None:
        raise _error(source, checker.problems)
    return codebook


def bundled() -> tuple[str, ...]:
    """Give the names of the codebooks that come with Dragoman."""
    found = (entry.name for entry in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in found if name.endswith(".yaml")))


def _text(name_or_path: str | Path) -> tuple[str, str]:
    wanted = str(name_or_path)
    source: Path | Traversable = files(__package__) / f"{wanted}.yaml" if wanted in bundled() else Path(wanted)
    try:
        return str(source), source.read_text(encoding="utf-8")
    except OSError as error:
        known = ", ".join(bundled())
        raise CodebookError(
            f"{wanted}: no codebook there ({error.strerror}). Give the path of a YAML file, or a bundled name: {known}."
        ) from None
    except UnicodeDecodeError as error:
        raise CodebookError(f"{wanted}: not UTF-8 at byte {error.start}. Save the codebook as UTF-8.") from None


def _error(source: str, problems: list[Problem]) -> CodebookError:
    ordered = tuple(sorted(problems, key=lambda problem: problem.line))
    lines = [f"{source}:{p.line}: {p.what}. {p.mend[:1].upper()}{p.mend[1:]}." for p in ordered]
    count = "1 problem" if len(lines) == 1 else f"{len(lines)} problems"
    return CodebookError("\n".join([f"{source} cannot be used as a codebook: {count}", *lines]), ordered)


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1


class _Checker:
    """Turns nodes into records; each method gives its best reading and notes what was wrong."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def note(self, node: yaml.Node, what: str, mend: str) -> None:
        self.problems.append(Problem(_line(node), what, mend))

    def pairs(self, node: yaml.Node, where: str) -> Fields:
        """Read a mapping; a key that stands twice is a problem, and the first holds."""
        if not isinstance(node, yaml.MappingNode):
            self.note(node, f"{where} is not a list of `key: value` lines", "write one `key: value` a line, indented alike")
            return {}
        found: Fields = {}
        for key, value in node.value:
            name = str(key.value)
            if name in found:
                self.note(key, f"{name!r} stands twice in {where}", "remove or rename one of them")
            found.setdefault(name, value)
        return found

    def fields(self, node: yaml.Node, where: str, required: Collection[str], optional: Collection[str]) -> Fields:
        """Read a mapping whose keys are known; unknown and missing ones are problems."""
        found = self.pairs(node, where)
        known = [*required, *optional]
        for name in [name for name in found if name not in known]:
            near = difflib.get_close_matches(name, known, n=1)
            mend = f"write {near[0]!r}" if near else f"remove it; known keys are {', '.join(known)}"
            self.note(found.pop(name), f"unknown key {name!r} in {where}", mend)
        if isinstance(node, yaml.MappingNode):
            for name in [name for name in required if name not in found]:
                self.note(node, f"{where} has no {name!r}", f"add a line `{name}: ...`")
        return found

    def word(self, fields: Fields, name: str, where: str) -> str:
        """Read a text; missing gives the empty one."""
        node = fields.get(name)
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode) or not str(node.value).strip():
            self.note(node, f"{name!r} of {where} is not a text", "write a word or a sentence, in quotes if it holds ': '")
            return ""
        return str(node.value)

    def number(self, fields: Fields, name: str, where: str) -> float | None:
        """Read a score from -10 to 10; missing gives ``None``."""
        node = fields.get(name)
        if node is None:
            return None
        try:
            value = float(str(node.value))
        except ValueError:
            value = 99.0
        if not -10 <= value <= 10:
            self.note(node, f"{name!r} of {where} is {str(node.value)[:20]!r}", "write a number from -10 to 10")
            return 0.0
        return value

    def choice(self, fields: Fields, name: str, where: str, allowed: Collection[str]) -> str | None:
        """Read one of several words; missing gives ``None``."""
        node = fields.get(name)
        if node is None:
            return None
        if str(node.value) not in allowed:
            self.note(node, f"{name!r} of {where} is {str(node.value)[:20]!r}", f"write one of: {', '.join(allowed)}")
            return None
        return str(node.value)

    def texts(self, node: yaml.Node | None, where: str) -> dict[str, str]:
        """Read a mapping of texts."""
        if node is None:
            return {}
        fields = self.pairs(node, where)
        return {name: self.word(fields, name, where) for name in fields}

    def words(self, node: yaml.Node | None, where: str) -> tuple[str, ...]:
        """Read a list of words."""
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode) or not all(isinstance(item, yaml.ScalarNode) for item in node.value):
            self.note(node, f"{where} is not a list of words", "write [one, two]")
            return ()
        return tuple(str(item.value) for item in node.value)

    def each(self, node: yaml.Node | None, where: str, read: Callable[[str, yaml.Node], T]) -> dict[str, T]:
        """Read a mapping of named entries."""
        if node is None:
            return {}
        return {name: read(name, value) for name, value in self.pairs(node, where).items()}

    def items(self, node: yaml.Node | None, where: str, read: Callable[[yaml.Node], T]) -> tuple[T, ...]:
        """Read a list of entries."""
        if node is None:
            return ()
        if not isinstance(node, yaml.SequenceNode):
            self.note(node, f"{where} is not a list", "begin each entry with `- `")
            return ()
        return tuple(read(item) for item in node.value)

    def codebook(self, root: yaml.Node | None) -> Codebook | None:
        """Read the whole file; ``None`` when nothing can be read."""
        if root is None:
            self.problems.append(Problem(1, "the file is empty", f"write {', '.join(REQUIRED)}"))
            return None
        found = self.fields(root, "the codebook", REQUIRED, OPTIONAL)
        quads = self.quads(found.get("quads"))
        types = self.each(found.get("types"), "types", lambda name, node: self.event_type(name, node, quads))
        name = self.word(found, "name", "the codebook")
        codebook = Codebook(
            name=name,
            version=f"{name}-{self.word(found, 'version', 'the codebook')}",
            quads=quads,
            types=types,
            contexts=self.each(found.get("contexts"), "contexts", self.context),
            sectors=self.each(found.get("sectors"), "sectors", self.sector),
            non_state=self.texts(found.get("non_state"), "non_state"),
            partly_recognised=self.texts(found.get("partly_recognised"), "partly_recognised"),
            decisions=self.items(found.get("decisions"), "decisions", self.decision),
            boundaries=self.items(found.get("boundaries"), "boundaries", lambda node: self.boundary(node, types)),
        )
        self.spellings(found, codebook)
        return codebook

    def quads(self, node: yaml.Node | None) -> dict[int, str]:
        """Read the quad classes: whole numbers with names."""
        named = self.texts(node, "quads")
        for name in [name for name in named if not name.isdecimal()]:
            if node is not None:
                self.note(node, f"quad class {name!r} is not a number", "number the classes from 1")
            del named[name]
        return {int(number): name for number, name in named.items()}

    def event_type(self, name: str, node: yaml.Node, quads: Collection[int]) -> EventTypeSpec:
        """Read one type with its modes."""
        where = f"type {name}"
        found = self.fields(node, where, ("gist", "quad", "intensity"), ("recipient", "modes", "retired"))
        intensity = self.number(found, "intensity", where) or 0.0
        modes = self.each(found.get("modes"), f"modes of {name}", lambda mode, n: self.mode(mode, n, name, intensity))
        quad = self.choice(found, "quad", where, [str(number) for number in quads])
        return EventTypeSpec(
            name=name,
            gist=self.word(found, "gist", where),
            quad=int(quad or 0),
            recipient_needed=self.choice(found, "recipient", where, ("optional", "required")) == "required",
            intensity=intensity,
            modes=tuple(modes.values()),
            retired=self.retired(found.get("retired"), name, modes),
        )

    def mode(self, name: str, node: yaml.Node, event_type: str, base: float) -> Mode:
        """Read one mode; without a score of its own it takes the type's."""
        where = f"mode {name} of {event_type}"
        found = self.fields(node, where, ("gist",), ("intensity",))
        own = self.number(found, "intensity", where)
        return Mode(name, base if own is None else own, self.word(found, "gist", where))

    def retired(self, node: yaml.Node | None, event_type: str, modes: Collection[str]) -> dict[str, str | None]:
        """Read older modes and what became of them."""
        result: dict[str, str | None] = {}
        for name, value in self.pairs(node, f"retired of {event_type}").items() if node is not None else ():
            result[name] = None if value.tag == NULL else str(value.value)
            if name in modes:
                self.note(value, f"{name!r} is both a mode and retired in {event_type}", "keep one of them")
            if result[name] is not None and result[name] not in modes:
                known = ", ".join(modes) or "none"
                self.note(value, f"{name!r} becomes {result[name]!r}, which is no mode of {event_type}", f"modes are: {known}")
        return result

    def context(self, name: str, node: yaml.Node) -> Context:
        """Read one context."""
        found = self.fields(node, f"context {name}", ("gist",), ("also",))
        also = self.words(found.get("also"), f"also of context {name}")
        return Context(name, self.word(found, "gist", f"context {name}"), also)

    def sector(self, name: str, node: yaml.Node) -> Sector:
        """Read one sector."""
        found = self.fields(node, f"sector {name}", ("gist",), ("frequent",))
        frequent = self.choice(found, "frequent", f"sector {name}", ("true", "false"))
        return Sector(name, self.word(found, "gist", f"sector {name}"), frequent == "true")

    def decision(self, node: yaml.Node) -> Decision:
        """Read one decision."""
        found = self.fields(node, "a decision", ("about", "found", "taken"), ())
        return Decision(*(self.word(found, name, "a decision") for name in ("about", "found", "taken")))

    def boundary(self, node: yaml.Node, types: Collection[str]) -> Boundary:
        """Read one boundary rule; its code must be a type."""
        found = self.fields(node, "a boundary", ("when", "code"), ("rather",))
        code = self.choice(found, "code", "a boundary", types) or ""
        return Boundary(self.word(found, "when", "a boundary"), code, self.word(found, "rather", "a boundary"))

    def spellings(self, found: Fields, codebook: Codebook) -> None:
        """Check that no spelling names two contexts."""
        counts = Counter(word for context in codebook.contexts.values() for word in {context.name, *context.also})
        for word in sorted(word for word, count in counts.items() if count > 1):
            self.note(found["contexts"], f"{word!r} spells two contexts", "let each spelling name one context")
