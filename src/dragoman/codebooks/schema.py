"""What a codebook holds once it is read: types with modes, contexts, sectors and the values that go with them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from dragoman.errors import DragomanError


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a codebook.

    Attributes:
        line: Line of the file, from 1.
        what: What was found.
        mend: What to write instead.
    """

    line: int
    what: str
    mend: str


class CodebookError(DragomanError):
    """A codebook cannot be used, or was asked for a label that it does not have.

    Attributes:
        problems: Everything found wrong in the file, in the order of its lines; empty for an unknown label.
    """

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of a type was done; ``intensity`` is the type's own where the codebook gives the mode none."""

    name: str
    intensity: float
    gist: str


@dataclass(frozen=True, slots=True)
class EventTypeSpec:
    """One event type.

    Attributes:
        quad: Number of its quad class.
        recipient_needed: Whether an event without recipient is not coded.
        intensity: Score of an event without mode, -10.0 to 10.0.
        retired: Mode of an older edition -> the mode that replaced it, or ``None`` when nothing did.
    """

    name: str
    gist: str
    quad: int
    recipient_needed: bool
    intensity: float
    modes: tuple[Mode, ...] = ()
    retired: Mapping[str, str | None] = field(default_factory=dict)

    def mode(self, name: str) -> Mode:
        """Give the mode of that name.

        Raises:
            CodebookError: the type has no such mode; the message lists those it has.
        """
        for mode in self.modes:
            if mode.name == name:
                return mode
        known = ", ".join(mode.name for mode in self.modes) or "no modes"
        raise CodebookError(f"{self.name} has no mode {name!r}; it has: {known}. Older names go through mode_2024 first.")


@dataclass(frozen=True, slots=True)
class Context:
    """A subject that an event touches; ``also`` are other spellings met in data."""

    name: str
    gist: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sector:
    """A kind of actor."""

    name: str
    gist: str
    frequent: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """A contradiction in the sources and what was taken."""

    about: str
    found: str
    taken: str


@dataclass(frozen=True, slots=True)
class Boundary:
    """A situation that two types claim, and the one that gets it."""

    when: str
    code: str
    rather: str = ""


@dataclass(frozen=True, slots=True)
class Codebook:
    """The categories that events are coded in.

    Attributes:
        version: Name and edition, as written into every event ("plover-2024.1").
        quads: Number of each quad class -> its name.
        non_state: Values of the country field that are no country -> gist.
        partly_recognised: Polity -> alpha-3 code of the nominal sovereign.
    """

    name: str
    version: str
    quads: Mapping[int, str]
    types: Mapping[str, EventTypeSpec]
    contexts: Mapping[str, Context] = field(default_factory=dict)
    sectors: Mapping[str, Sector] = field(default_factory=dict)
    non_state: Mapping[str, str] = field(default_factory=dict)
    partly_recognised: Mapping[str, str] = field(default_factory=dict)
    decisions: tuple[Decision, ...] = ()
    boundaries: tuple[Boundary, ...] = ()

    def type(self, name: str) -> EventTypeSpec:
        """Give the event type of that name.

        Raises:
            CodebookError: there is none; the message lists those there are.
        """
        if name not in self.types:
            raise CodebookError(f"{self.version} has no event type {name!r}; it has: {', '.join(self.types)}")
        return self.types[name]

    def quad(self, event_type: str) -> int:
        """Give the number of the type's quad class.

        Raises:
            CodebookError: there is no such type.
        """
        return self.type(event_type).quad

    def intensity(self, event_type: str, modes: Collection[str] = ()) -> float:
        """Give the score of an event: its mode's; of several modes the one farthest from 0; the type's when it has none.

        At equal distance the negative score is taken, so the order of the modes does not matter.

        Raises:
            CodebookError: there is no such type, or the type has no such mode.
        """
        spec = self.type(event_type)
        scores = [spec.mode(name).intensity for name in modes]
        return max(scores, key=lambda score: (abs(score), -score)) if scores else spec.intensity

    def mode_2024(self, mode: str) -> str | None:
        """Give today's name of a mode: its own, its successor's, or ``None`` when it was dropped.

        Raises:
            CodebookError: no type has or had such a mode.
        """
        for spec in self.types.values():
            if any(known.name == mode for known in spec.modes):
                return mode
        for spec in self.types.values():
            if mode in spec.retired:
                return spec.retired[mode]
        raise CodebookError(f"no type of {self.version} has or had a mode {mode!r}; see the `modes` and `retired` of its file")

    def context(self, name: str) -> str:
        """Give the codebook's own spelling of a context.

        Raises:
            CodebookError: there is no such context.
        """
        for context in self.contexts.values():
            if name == context.name or name in context.also:
                return context.name
        raise CodebookError(f"{self.version} has no context {name!r}; it has: {', '.join(self.contexts)}")
