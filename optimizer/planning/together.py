"""What may be had together on one day of one person."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from optimizer.planning.pair import Pair


class DayTogether(Protocol):
    """Tells which of the pairs of one person's day may be chosen together."""

    def sets(self, pairs: Sequence[Pair]) -> Iterable[frozenset[Pair]]:
        """Yield every set of two or more of them that may be."""
