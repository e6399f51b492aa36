"""How the time for a hospital is divided among the passes over its units and the searches for its pool."""

import time
from dataclasses import dataclass

# Chosen, no measurement is kept: `python -m tests.benchmarks hospital` shows what other numbers come to.
POOL_SHARE = 0.15
"""Which part of the time the pool's own searches have."""
BOUND_SHARE = 0.5
"""Which part of the time that is left bounds, and the first prices, may take at most."""
OVERHEAD = 3.0
"""Seconds that a pass takes to begin: processes start, and laws are spelled out."""
LEAST = 1.0
"""Seconds that every search has in any case."""


@dataclass
class Times:
    """Divides what is left until ``deadline`` evenly among what is still to come: passes, and searches for the pool.

    ``parts`` are solved in a pass, ``workers`` at a time. Parts that are proved early leave time for more passes.
    """

    deadline: float
    parts: int
    workers: int
    passes: int
    searches: int

    def for_step(self) -> float:
        """Return the seconds of each step in the next pass."""
        left, passes = self._left(), max(2, self.passes)
        self.passes -= 1
        return max(LEAST, ((1 - POOL_SHARE) * left / passes - OVERHEAD) / self._in_turn)

    def for_bounds(self) -> float:
        """Return the seconds that each step may take for a bound, which most do not need: without one there is none."""
        return max(LEAST, (BOUND_SHARE * self._left() - OVERHEAD) / self._in_turn)

    def for_prices(self) -> float:
        """Return the seconds that the first prices may take: without good ones no bound is worth anything."""
        return BOUND_SHARE * self._left()

    def for_pool(self) -> float:
        """Return the seconds of the next search for the pool."""
        left, searches = POOL_SHARE * self._left(), max(2, self.searches)
        self.searches -= 1
        return max(LEAST, left / searches)

    @property
    def _in_turn(self) -> int:
        """Return how many steps a worker has in a pass."""
        return -(-self.parts // self.workers)

    @property
    def over(self) -> bool:
        """Tell whether there is no time for another pass."""
        return self._left() < 2 * OVERHEAD

    def _left(self) -> float:
        return max(0.0, self.deadline - time.monotonic())
