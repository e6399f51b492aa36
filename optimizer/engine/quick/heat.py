"""Between which temperatures a plan is cooled, by what its rules cost."""

from collections.abc import Collection
from typing import NamedTuple

# Measured by 4 s of a processor: a price of 1 beside one of 10,000 is told apart since it gets so much colder there,
# from 197 to 21 on QMC-1, from 474 to 12 on BCV-4.13.1. Nothing changes where prices lie nearer each other.
SPAN = 1e-3
"""Which part of the scale of temperatures is as cold as it gets."""
GRAIN = 1 / 6
"""At which part of a price hardly anything is taken any more that costs so much."""


class Heat(NamedTuple):
    """How cold it gets, and the scale by which hotter temperatures are measured, both in cents."""

    cold: float
    scale: float


def heat_of(prices: Collection[int], grain: int) -> Heat:
    """Return the heat that suits some prices, where all costs are multiples of ``grain``.

    The dearest price is the scale, unless the cheapest is so far below that it would still melt when all is coldest:
    then a rule that dear is as good as a must, and the scale is that of the others.
    """
    dearest = max(prices)
    cold = max(GRAIN * grain, min(SPAN * dearest, GRAIN * min(prices)))
    return Heat(cold, min(dearest, cold / SPAN))
