"""Mentions put together so far, with what each group is known to be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.mentions.coreference.reading import Figure


class Groups:
    """Groups of figures that only ever grow; figures are known by their place in the list."""

    def __init__(self, figures: Sequence[Figure], speaking: Mapping[int, int] | None = None) -> None:
        self.figures = figures
        self.speaking = speaking or {}
        """Number of a quotation to the figure that speaks in it."""
        self._root = list(range(len(figures)))
        self._members = [[n] for n in range(len(figures))]
        self._gender: dict[int, frozenset[str]] = {}
        self._numbers: dict[int, str] = {}

    def of(self, number: int) -> list[int]:
        """Give the figures of the group that one belongs to, in text order."""
        return self._members[self._root[number]]

    def same(self, one: int, other: int) -> bool:
        """Whether two stand together already."""
        return self._root[one] == self._root[other]

    def gender(self, number: int) -> frozenset[str]:
        """Give what a group may be: what its members all may be; where they differ, what the last of them is."""
        root = self._root[number]
        known = self._gender.get(root)
        if known is None:
            known = self.figures[root].gender
            for member in self._members[root]:
                known = (known & self.figures[member].gender) or self.figures[member].gender
            self._gender[root] = known
        return known

    def numbers(self, number: int) -> str:
        """Give the numbers that all members allow, else those of the first."""
        root = self._root[number]
        known = self._numbers.get(root)
        if known is None:
            told = [self.figures[member].number for member in self._members[root]]
            known = "".join(n for n in "sp" if all(n in each for each in told)) or told[0]
            self._numbers[root] = known
        return known

    def fits(self, one: int, other: int) -> bool:
        """Whether no member of one group overlaps a member of the other, so that they may be one."""
        return not any(self.figures[a].clashes(self.figures[b]) for a in self.of(one) for b in self.of(other))

    def join(self, one: int, other: int) -> None:
        """Make one group of two."""
        first, second = sorted((self._root[one], self._root[other]))
        if first != second:
            for member in self._members[second]:
                self._root[member] = first
            self._members[first] = sorted(self._members[first] + self._members[second])
            self._members[second] = []
            for told in (self._gender, self._numbers):
                told.pop(first, None)

    def all(self) -> list[list[int]]:
        """Give the groups by their first member."""
        return sorted(members for members in self._members if members)
