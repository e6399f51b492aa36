"""A sum of one person as a machine, so that a graph can count it on the way."""

from dataclasses import dataclass
from typing import NamedTuple, cast

from optimizer.planning.law import Letter, State


class CounterLetter(NamedTuple):
    """What an option adds to a sum, and whether the sum is complete after its day."""

    factor: int
    complete: bool


@dataclass(frozen=True)
class Counter:
    """Counts a sum on the way: charges what goes beyond its high bound at once, what is missing when it is complete."""

    low: int
    high: int | None

    @property
    def start(self) -> int:
        """Return the total of someone who has nothing yet."""
        return 0

    def step(self, state: State, letter: Letter) -> tuple[int, int]:
        """Read what a day adds; totals from which nothing more can be told are all one."""
        count, total = cast(CounterLetter, letter), cast(int, state)
        total += count.factor
        over = 0 if self.high is None else max(0, total - self.high)
        total = min(total, self.low if self.high is None else self.high)
        return (0, over + max(0, self.low - total)) if count.complete else (total, over)
