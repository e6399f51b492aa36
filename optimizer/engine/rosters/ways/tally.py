"""Totals counted beside the graph, so that lengths and numbers of shifts do not multiply its states.

A total is a number whose digits are the sums that it counts, the first of them the finest: ``sizes`` has the base of
each digit. What an option adds is written the same way, and as BEYOND where it alone is more than a digit can be.
"""

from typing import Any, NamedTuple

import numpy as np
from numba import njit

from optimizer.engine.arrays import Floats, Ints
from optimizer.engine.rosters.pricing import NOWHERE

UNREACHED = np.inf
BEYOND = -1


class Tally(NamedTuple):
    """Totals counted beside the graph: what each option adds, what each total costs at the end, bases of its digits."""

    steps: Ints
    ends: Floats
    sizes: Ints


@njit(cache=True, nogil=True)
def possible(option: int, costs: Floats, steps: Ints) -> bool:
    """Tell whether an option may be had: it is not barred, and some total can hold it."""
    return bool(costs[option] < NOWHERE and steps[option] != BEYOND)


@njit(cache=True, nogil=True)
def comes_of(total: int, step: int, sizes: Ints) -> bool:
    """Tell whether a total can have come of a step: none of its digits is smaller."""
    for size in sizes:
        if total % size < step % size:
            return False
        total, step = total // size, step // size
    return True


@njit(cache=True, nogil=True)
def moved(block: int, step: int, sizes: Ints) -> int:
    """Return the digits after the first with a step added to them, -1 where one gets too large."""
    after = block + step
    for size in sizes[1:]:
        if block % size + step % size >= size:
            return -1
        block, step = block // size, step // size
    return after


@njit(cache=True, nogil=True)
def window(begin: Ints, costs: Floats, steps: Ints, ends: Floats, size: int) -> Any:
    """Return the least and the most of the first digit before each day from which the end can still be had."""
    days = len(begin) - 1
    least, most = np.zeros(days + 1, np.int64), np.zeros(days + 1, np.int64)
    allowed = np.flatnonzero(ends < NOWHERE) % size
    least[days], most[days] = (allowed.min(), allowed.max()) if len(allowed) else (1, 0)
    for day in range(days - 1, -1, -1):
        low, high = size, -1
        for option in range(begin[day], begin[day + 1]):
            if possible(option, costs, steps):
                low, high = min(low, steps[option] % size), max(high, steps[option] % size)
        least[day] = max(0, least[day + 1] - high)
        most[day] = most[day + 1] - low
    return least, most


@njit(cache=True, nogil=True)
def cost_of(values: Floats, blank: Any, row: int, total: int, size: int) -> float:
    """Return the least cost of a way to a state with a total, in what ``spread`` found."""
    return UNREACHED if blank[row, total // size] else values[row, total]


@njit(cache=True, nogil=True)
def ended(values: Floats, blank: Any, ends: Floats, size: int) -> Floats:
    """Return the least cost of a way to the end with each total, and of the total itself."""
    costs = np.empty(len(ends))
    for total in range(len(ends)):
        costs[total] = cost_of(values, blank, len(values) - 1, total, size) + ends[total]
    return costs


@njit(cache=True, nogil=True)
def spread(  # noqa: PLR0912 (calls would be slower)
    width: Ints, states: Ints, first: Ints, head: Any, price: Floats, entry: int, kind: Ints, begin: Ints,
    costs: Floats, steps: Ints, ends: Floats, sizes: Ints,
) -> Any:  # fmt: skip
    """Return the least cost of a way to each state of each day with each total, and where there is none.

    The former is states of all days × totals; the latter tells of all digits but the first, together, whether nothing
    is written there: most of the table is never touched. ``steps`` is what each option adds to the total, ``ends`` what
    each total costs at the end, NOWHERE or more where it may not be.
    """
    days, size = len(width), sizes[0]
    blocks = len(ends) // size
    least, most = window(begin, costs, steps, ends, size)
    values = np.empty((states.sum(), len(ends)))
    blank = np.ones((len(values), blocks), np.bool_)
    largest = states.max()
    low, high = np.full((largest, blocks), size), np.full((largest, blocks), -1)
    next_low, next_high = low.copy(), high.copy()
    if least[0] <= 0 <= most[0]:
        values[entry, :size] = UNREACHED
        values[entry, 0], low[entry, 0], high[entry, 0], blank[entry, 0] = 0.0, 0, 0, False
    widest = (begin[1:] - begin[:-1]).max()
    few_kind, few_step, few_cost = np.empty(widest, np.int64), np.empty(widest, np.int64), np.empty(widest)
    goes = np.empty((widest, blocks), np.int64)
    base = 0
    for day in range(days):
        few = 0
        for option in range(begin[day], begin[day + 1]):
            if possible(option, costs, steps):
                place = 0
                while place < few and (few_kind[place] != kind[option] or few_step[place] != steps[option]):
                    place += 1
                if place == few:
                    few_kind[few], few_step[few], few_cost[few] = kind[option], steps[option], costs[option]
                    for block in range(blocks):
                        goes[few, block] = moved(block, steps[option] // size, sizes)
                    few += 1
                else:
                    few_cost[place] = min(few_cost[place], costs[option])
        after = base + states[day]
        for state in range(states[day]):
            for block in range(blocks):
                if low[state, block] > high[state, block]:
                    continue
                for one in range(few):
                    arc = first[day] + state * width[day] + few_kind[one]
                    to, into, step = head[arc], goes[one, block], few_step[one] % size
                    start = max(low[state, block], least[day + 1] - step)
                    stop = min(high[state, block], most[day + 1] - step)
                    if to < 0 or into < 0 or start > stop:
                        continue
                    if blank[after + to, into]:
                        blank[after + to, into] = False
                        values[after + to, into * size : (into + 1) * size] = UNREACHED
                    cost = few_cost[one] + price[arc]
                    old = values[base + state, block * size + start : block * size + stop + 1]
                    new = values[after + to, into * size + start + step : into * size + stop + step + 1]
                    for n in range(len(old)):
                        new[n] = min(new[n], old[n] + cost)
                    next_low[to, into] = min(next_low[to, into], start + step)
                    next_high[to, into] = max(next_high[to, into], stop + step)
                low[state, block], high[state, block] = size, -1
        low, high, next_low, next_high = next_low, next_high, low, high
        base = after
    return values, blank


@njit(cache=True, nogil=True)
def traced(
    width: Ints, states: Ints, first: Ints, head: Any, price: Floats, kind: Ints, begin: Ints, costs: Floats,
    steps: Ints, ends: Floats, sizes: Ints, values: Floats, blank: Any,
) -> Any:  # fmt: skip
    """Return the cheapest way in what ``spread`` found, as ``cheapest`` does; what its total costs is the graph's."""
    days = len(width)
    chosen = np.zeros(days, np.int64)
    base = len(values) - 1
    final = ended(values, blank, ends, sizes[0])
    total = int(np.argmin(final))
    value = final[total]
    if value >= NOWHERE:
        return max(value, NOWHERE), 0.0, chosen
    breaches, state, here = ends[total], 0, values[base, total]
    for day in range(days - 1, -1, -1):
        before = base - states[day]
        found = False
        for option in range(begin[day], begin[day + 1]):
            had = total - steps[option]
            if not possible(option, costs, steps) or not comes_of(total, steps[option], sizes):
                continue
            for other in range(states[day]):
                arc = first[day] + other * width[day] + kind[option]
                step = costs[option] + price[arc]
                if head[arc] == state and cost_of(values, blank, before + other, had, sizes[0]) + step == here:
                    chosen[day], breaches, here = option, breaches + price[arc], values[before + other, had]
                    base, state, total, found = before, other, had, True
                    break
            if found:
                break
    return value, breaches, chosen
