"""The best that fits into one limit: compiled, because it is done for every person at every price."""

from typing import Any

import numpy as np
from numba import njit

from optimizer.engine.arrays import Floats, Ints


@njit(cache=True, nogil=True)
def knapsack(gains: Floats, uses: Ints, limit: int) -> Any:
    """Return which things to take, each once at most, to gain the most without using more than the limit.

    Dynamic programming over the limit (Bellman), in time and memory of things times limit.
    """
    most = np.zeros(limit + 1)
    takes = np.zeros((len(gains), limit + 1), np.bool_)
    for thing in range(len(gains)):
        gain, use = gains[thing], uses[thing]
        if gain <= 0.0:
            continue
        for left in range(limit, use - 1, -1):
            if most[left - use] + gain > most[left]:
                most[left] = most[left - use] + gain
                takes[thing, left] = True
    taken = np.zeros(len(gains), np.bool_)
    left = limit
    for thing in range(len(gains) - 1, -1, -1):
        if takes[thing, left]:
            taken[thing] = True
            left -= uses[thing]
    return taken
