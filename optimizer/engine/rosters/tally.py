"""One total counted beside the graph, so that many lengths of shifts do not multiply its states."""

from typing import Any

import numpy as np
from numba import njit

from optimizer.engine.arrays import Floats, Ints
from optimizer.engine.rosters.pricing import NOWHERE

UNREACHED = np.inf


@njit(cache=True, nogil=True)
def reach(begin: Ints, costs: Floats, steps: Ints, ends: Floats) -> Any:
    """Return the least and the most total before each day from which the end can still be had."""
    days = len(begin) - 1
    least, most = np.zeros(days + 1, np.int64), np.zeros(days + 1, np.int64)
    possible = np.flatnonzero(ends < NOWHERE)
    least[days], most[days] = (possible[0], possible[-1]) if len(possible) else (1, 0)
    for day in range(days - 1, -1, -1):
        low, high = len(ends), -1
        for option in range(begin[day], begin[day + 1]):
            if costs[option] < NOWHERE:
                low, high = min(low, steps[option]), max(high, steps[option])
        least[day] = max(0, least[day + 1] - high)
        most[day] = most[day + 1] - low
    return least, most


@njit(cache=True, nogil=True)
def spread(  # noqa: PLR0912 (calls would be slower)
    width: Ints, states: Ints, first: Ints, head: Any, price: Floats, entry: int, kind: Ints, begin: Ints,
    costs: Floats, steps: Ints, ends: Floats,
) -> Any:  # fmt: skip
    """Return the least cost of a way to each state of each day with each total: states of all days × totals.

    ``steps`` is what each option adds to the total, ``ends`` what each total costs at the end, NOWHERE or more where it
    may not be.
    """
    days, totals = len(width), len(ends)
    least, most = reach(begin, costs, steps, ends)
    values = np.full((states.sum(), totals), UNREACHED)
    largest = states.max()
    low, high = np.full(largest, totals), np.full(largest, -1)
    next_low, next_high = np.full(largest, totals), np.full(largest, -1)
    if least[0] <= 0 <= most[0]:
        values[entry, 0], low[entry], high[entry] = 0.0, 0, 0
    widest = (begin[1:] - begin[:-1]).max()
    few_kind, few_step, few_cost = np.empty(widest, np.int64), np.empty(widest, np.int64), np.empty(widest)
    base = 0
    for day in range(days):
        few = 0
        for option in range(begin[day], begin[day + 1]):
            if costs[option] < NOWHERE:
                place = 0
                while place < few and (few_kind[place] != kind[option] or few_step[place] != steps[option]):
                    place += 1
                if place == few:
                    few_kind[few], few_step[few], few_cost[few] = kind[option], steps[option], costs[option]
                    few += 1
                else:
                    few_cost[place] = min(few_cost[place], costs[option])
        after = base + states[day]
        for state in range(states[day]):
            if low[state] > high[state]:
                continue
            for one in range(few):
                arc = first[day] + state * width[day] + few_kind[one]
                to = head[arc]
                step = few_step[one]
                start = max(low[state], least[day + 1] - step)
                stop = min(high[state], most[day + 1] - step)
                if to < 0 or start > stop:
                    continue
                cost = few_cost[one] + price[arc]
                old, new = values[base + state, start : stop + 1], values[after + to, start + step : stop + step + 1]
                for n in range(len(old)):
                    new[n] = min(new[n], old[n] + cost)
                next_low[to] = min(next_low[to], start + step)
                next_high[to] = max(next_high[to], stop + step)
            low[state], high[state] = totals, -1
        low, high, next_low, next_high = next_low, next_high, low, high
        base = after
    return values


@njit(cache=True, nogil=True)
def traced(
    width: Ints, states: Ints, first: Ints, head: Any, price: Floats, kind: Ints, begin: Ints, costs: Floats,
    steps: Ints, ends: Floats, values: Floats,
) -> Any:  # fmt: skip
    """Return the cheapest way in what ``spread`` found, as ``cheapest`` does; what its total costs is the graph's."""
    days = len(width)
    chosen = np.zeros(days, np.int64)
    base = len(values) - 1
    total = int(np.argmin(values[base] + ends))
    value = values[base, total] + ends[total]
    if value >= NOWHERE:
        return max(value, NOWHERE), 0.0, chosen
    breaches, state = ends[total], 0
    for day in range(days - 1, -1, -1):
        before = base - states[day]
        found = False
        for option in range(begin[day], begin[day + 1]):
            had = total - steps[option]
            if costs[option] >= NOWHERE or had < 0:
                continue
            for other in range(states[day]):
                arc = first[day] + other * width[day] + kind[option]
                if head[arc] == state:
                    if values[before + other, had] + (costs[option] + price[arc]) == values[base + state, total]:
                        chosen[day], breaches = option, breaches + price[arc]
                        base, state, total, found = before, other, had, True
                        break
            if found:
                break
    return value, breaches, chosen
