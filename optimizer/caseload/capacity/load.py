"""How full a case manager is."""

from enum import StrEnum
from fractions import Fraction


class Fullness(StrEnum):
    """What a load means."""

    UNDER = "under"
    TARGET = "target"
    FULL = "full"
    OVER = "over"


UP_TO = ((Fraction(70, 100), Fullness.UNDER), (Fraction(90, 100), Fullness.TARGET))


def load(demand: Fraction | int, capacity: Fraction | int) -> Fraction:
    """Return work over time: 1 is full. Raise ValueError when there is work and no time for any."""
    if demand and not capacity:
        raise ValueError("There is work, and no time for cases at all.")
    return Fraction(demand) / Fraction(capacity) if capacity else Fraction()


def fullness(full: Fraction) -> Fullness:
    """Return what a load means: below 70 % is under, up to 90 % the target, up to 100 % full, and more is over."""
    if full < UP_TO[0][0]:
        return Fullness.UNDER
    if full <= UP_TO[1][0]:
        return Fullness.TARGET
    return Fullness.FULL if full <= 1 else Fullness.OVER
