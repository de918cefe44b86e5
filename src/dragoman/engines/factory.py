"""Makes the coder wherever an engine needs one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.codebooks import load

if TYPE_CHECKING:
    from dragoman.coder import Coder


@dataclass(frozen=True, slots=True)
class CoderFactory:
    """What a run codes with; it travels to other processes and makes the coder there.

    Attributes:
        model: Folder of weights; ``None`` is the bundled one.
        codebook: Name of a bundled codebook, or a file.
        places: Gazetteer that ``dragoman places import`` wrote; ``None`` is the bundled one.
        actors: Folder of actor tables beside or instead of the bundled ones; ``None`` for these alone.
    """

    model: Path | None = None
    codebook: str = "plover"
    places: Path | None = None
    actors: Path | None = None

    def check(self) -> None:
        """Meet errors in what the user gave before anything is read.

        Raises:
            DragomanError: the codebook, the weights, the gazetteer or an actor table is not there or not sound.
        """
        load(self.codebook)
        if self.model:
            from dragoman.coder import check_weights  # here: commands that code nothing start faster without it

            check_weights(self.model)
        if self.places:
            from dragoman.places import gazetteer  # here: it brings numpy, which few commands need

            gazetteer.load(self.places)
        if self.actors:
            from dragoman.actors import ActorBase

            ActorBase.load(self.actors)

    def __call__(self) -> Coder:
        """Make the coder.

        Raises:
            DragomanError: the codebook, the gazetteer or the weights are not there or not sound.
        """
        from dragoman.coder import Coder  # here: commands that code nothing start faster without it

        return Coder(model=self.model, codebook=self.codebook, places=self.places, actors=self.actors)
