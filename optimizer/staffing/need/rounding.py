"""From parts of people to whole ones: each role up, to the nearest, or so that the total stays."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from math import ceil, floor

from optimizer.staffing.facts.care import Rounding


def whole_people(parts: Sequence[Fraction], rounding: Rounding) -> list[int]:
    """Return how many people each role has, of exact numbers in the order in which a remainder is carried on.

    Each up gives up to one more for every role. To the nearest, half a person up. To keep the total, what rounding up
    gave one role too much is taken from the next: the first one never has too few, and all have together what their
    sum takes, rounded up once.
    """
    if rounding is Rounding.NEAREST:
        return [floor(part + Fraction(1, 2)) for part in parts]
    if rounding is Rounding.EACH_UP:
        return [ceil(part) for part in parts]
    totals = (0, *map(ceil, accumulate(parts)))
    return [after - before for before, after in pairwise(totals)]
