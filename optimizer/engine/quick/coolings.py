"""How long plans are cooled, and from how hot: shortly, for a good plan at once; long, for the best; and then again."""

from collections.abc import Iterator
from typing import NamedTuple

from optimizer.engine.clock import Clock

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
HOT, REHEAT = 0.5, 0.1
"""From which part of the scale of temperatures they fall, and from which in later coolings."""
FIRST_PART, LEAST, MOST = 0.04, 0.3, 3.0
"""Which part of the time the first cooling takes, and between how many seconds."""
LONG = 0.5
"""Which part of the time that is left one long cooling takes: it ends far better than many short ones."""
LATER = 0.5
"""Which part of the time that is left then each later cooling takes."""
SHORTEST = 1.0
"""Seconds below which no later cooling is cut."""
GROWTH = 2.0
"""How many times the one before each cooling takes where nobody says how much time there is."""


class Cooling(NamedTuple):
    """One cooling: its seconds, from which part of the scale it begins, and whether it is worth waiting for."""

    seconds: float
    warmth: float
    long: bool = False


def coolings(clock: Clock) -> Iterator[Cooling]:
    """Yield one cooling after another, as the time is that is left when the next is asked for."""
    if clock.deadline is None:
        yield from _endless()
        return
    yield Cooling(min(MOST, max(LEAST, FIRST_PART * _left(clock))), HOT)
    yield Cooling(LONG * _left(clock), HOT, long=True)
    while True:
        left = _left(clock)
        yield Cooling(left if left < 2 * SHORTEST else max(SHORTEST, LATER * left), REHEAT)


def _endless() -> Iterator[Cooling]:
    """Yield coolings that take ever longer."""
    seconds, warmth = LEAST, HOT
    while True:
        yield Cooling(seconds, warmth)
        seconds, warmth = GROWTH * seconds, REHEAT


def _left(clock: Clock) -> float:
    return clock.left(float("inf"))
