"""A sequence in which some values are others, without a copy of the rest."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Overlay(dict[int, T]):
    """Values by index: those that an edit changes, over those that were there before."""

    def __init__(self, before: Sequence[T]) -> None:
        self.before = before

    def __missing__(self, index: int) -> T:
        """Return the value as it was."""
        return self.before[index]

    def whole(self) -> tuple[T, ...]:
        """Return every value."""
        values = list(self.before)
        for index, value in self.items():
            values[index] = value
        return tuple(values)
