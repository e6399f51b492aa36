"""The cheapest way through a graph: compiled, because it is what the engine does most."""

from typing import Any

import numpy as np
from numba import njit

from optimizer.engine.arrays import Floats, Ints

BARRED = 1e15
"""The cost of an option that cannot be had."""
NOWHERE = 1e14
"""The cost from which on there is no way; what duals and multipliers earn back lifts nothing barred below it."""

# Chosen, no measurement is kept: `python -m tests.benchmarks table` shows what other numbers come to.
CROWDED = 8
"""From which part of a day's states on those that are reached are put in order."""


@njit(cache=True, nogil=True)
def reduced(own: Floats, start: Ints, row: Ints, factor: Floats, duals: Floats) -> Any:
    """Return each option's reduced cost: its own, less what the rows that it adds to are worth.

    ``start`` tells where each option's entries begin in ``row`` and ``factor``.
    """
    costs = np.empty(len(own))
    for option in range(len(own)):
        cost = own[option]
        for entry in range(start[option], start[option + 1]):
            cost -= factor[entry] * duals[row[entry]]
        costs[option] = cost
    return costs


@njit(cache=True, nogil=True)
def marginal(own: Floats, start: Ints, row: Ints, factor: Floats, totals: Floats, clauses: Ints, low: Floats,
             high: Floats, price: Floats) -> Any:  # fmt: skip
    """Return what each option adds to its own cost and that of the rows, as they stand at some totals.

    ``clauses`` tells where each row's clauses begin in ``low``, ``high`` and ``price``.
    """
    costs = np.empty(len(own))
    for option in range(len(own)):
        cost = own[option]
        for entry in range(start[option], start[option + 1]):
            before = totals[row[entry]]
            after = before + factor[entry]
            for n in range(clauses[row[entry]], clauses[row[entry] + 1]):
                cost += price[n] * max(0.0, low[n] - after, after - high[n])
                cost -= price[n] * max(0.0, low[n] - before, before - high[n])
        costs[option] = cost
    return costs


@njit(cache=True, nogil=True)
def added(chosen: Ints, start: Ints, row: Ints, factor: Floats, rows: int) -> Any:
    """Return what some options add to all rows together."""
    total = np.zeros(rows)
    for option in chosen:
        for entry in range(start[option], start[option + 1]):
            total[row[entry]] += factor[entry]
    return total


@njit(cache=True, nogil=True)
def span(allowed: Any, begin: Ints, start: Ints, row: Ints, factor: Floats, rows: int) -> Any:
    """Return the least and the most that allowed options can add to each row, and whether that is theirs to decide.

    A day on which only one option is allowed adds what that one does.
    """
    least, most, open_ = np.zeros(rows), np.zeros(rows), np.zeros(rows, np.bool_)
    low, high = np.zeros(rows), np.zeros(rows)
    for day in range(len(begin) - 1):
        options = np.flatnonzero(allowed[begin[day] : begin[day + 1]]) + begin[day]
        alone = len(options) == 1
        for option in options:
            for entry in range(start[option], start[option + 1]):
                here = row[entry]
                low[here] = factor[entry] if alone else min(low[here], factor[entry])
                high[here] = factor[entry] if alone else max(high[here], factor[entry])
                open_[here] |= not alone
        for option in options:
            for entry in range(start[option], start[option + 1]):
                here = row[entry]
                least[here] += low[here]
                most[here] += high[here]
                low[here] = high[here] = 0.0
    return least, most, open_


@njit(cache=True, nogil=True)
def cheapest(  # noqa: PLR0912 (calls would be slower)
    width: Ints, states: Ints, first: Ints, head: Any, price: Floats, entry: int, kind: Ints, begin: Ints, costs: Floats
) -> Any:  # fmt: skip
    """Return the least cost of a way through, the graph's own part of it, and the options on it.

    ``entry`` is the state to begin in, ``kind`` each option's kind on its day, ``begin`` where each day's options
    begin. The cost is NOWHERE or more when there is no way. Unsigned places in arrays are not asked whether they count
    from the end.
    """
    days, most = len(width), states.max()
    came = np.empty(states.sum(), np.int32)
    best_option = np.empty((days, width.max()), np.int32)
    best = np.empty(width.max())
    usable = np.empty(width.max(), np.int64)
    here, there = np.full(most, NOWHERE), np.full(most, NOWHERE)
    reached, coming = np.empty(most, np.int64), np.empty(most, np.int64)
    here[entry], reached[0], many = 0.0, entry, 1
    base = 0
    for day in range(days):
        kinds = width[day]
        best[:kinds] = NOWHERE
        for option in range(begin[day], begin[day + 1]):
            if costs[option] < best[kind[option]]:
                best[kind[option]] = costs[option]
                best_option[day, kind[option]] = option
        few = 0
        for number in range(kinds):
            if best[number] < NOWHERE:
                usable[few] = number
                few += 1
        base += states[day]
        more = 0
        for place in range(many):
            state = reached[place]
            arc = first[day] + state * kinds
            so_far = here[state]
            for one in range(few):
                number = usable[one]
                to = head[np.uint64(arc + number)]
                if to >= 0:
                    value = so_far + best[np.uint64(number)] + price[np.uint64(arc + number)]
                    if value < there[np.uint64(to)]:
                        if there[np.uint64(to)] == NOWHERE:
                            coming[more] = to
                            more += 1
                        there[np.uint64(to)] = value
                        came[np.uint64(base + to)] = state * kinds + number
            here[state] = NOWHERE
        if more > states[day + 1] // CROWDED:  # memory is faster in order
            more = 0
            for state in range(states[day + 1]):
                if there[state] < NOWHERE:
                    coming[more] = state
                    more += 1
        here, there, reached, coming, many = there, here, coming, reached, more
    chosen = np.empty(days, np.int64)
    value, breaches, state = here[0], 0.0, 0
    if value < NOWHERE:
        for day in range(days - 1, -1, -1):
            arc = came[base + state]
            breaches += price[first[day] + arc]
            chosen[day] = best_option[day, arc % width[day]]
            state = arc // width[day]
            base -= states[day]
    return value, breaches, chosen
