"""Finds rosters within sums that neither graph nor totals count: day by day from the end, a beam of the best."""

from typing import Any

import numpy as np
from numba import njit

from optimizer.engine.arrays import Floats, Ints
from optimizer.engine.rosters.pricing import NOWHERE
from optimizer.engine.rosters.ways.tally import comes_of, cost_of, ended, possible


@njit(cache=True, nogil=True)
def before_each(begin: Ints, costs: Floats, steps: Ints, factors: Floats) -> Any:
    """Return the least and the most that the days before each day can add to each sum: both days × sums."""
    days, sums = len(begin) - 1, len(factors)
    least, most = np.zeros((days + 1, sums)), np.zeros((days + 1, sums))
    for day in range(days):
        for one in range(sums):
            low, high = np.inf, -np.inf
            for option in range(begin[day], begin[day + 1]):
                if possible(option, costs, steps):
                    low, high = min(low, factors[one, option]), max(high, factors[one, option])
            least[day + 1, one], most[day + 1, one] = least[day, one] + low, most[day, one] + high
    return least, most


@njit(cache=True, nogil=True)
def better(mine: Floats, other: Floats, least: Floats, most: Floats, low: Floats, high: Floats) -> bool:
    """Tell whether some totals are no worse than others, whatever the days before add."""
    for one in range(len(mine)):
        if mine[one] != other[one]:
            if mine[one] > other[one] and mine[one] + most[one] > high[one]:
                return False
            if mine[one] < other[one] and mine[one] + least[one] < low[one]:
                return False
    return True


@njit(cache=True, nogil=True)
def outside(total: Floats, low: Floats, high: Floats, price: Floats) -> float:
    """Return what some totals cost for lying outside their bounds."""
    cost = 0.0
    for one in range(len(total)):
        cost += price[one] * max(0.0, low[one] - total[one], total[one] - high[one])
    return cost


@njit(cache=True, nogil=True)
def beamed(  # noqa: PLR0912, PLR0915 (calls would be slower)
    width: Ints, states: Ints, first: Ints, head: Any, price: Floats, entry: int, kind: Ints, begin: Ints,
    costs: Floats, steps: Ints, ends: Floats, sizes: Ints, values: Floats, blank: Any, factors: Floats,
    low: Floats, high: Floats, penalty: Floats, must: Any, multipliers: Floats, earned: float, most_kept: int,
) -> Any:  # fmt: skip
    """Return what a roster within all sums costs at least, that of the best one found, its graph's part, its options.

    ``costs`` have the multipliers of the sums in them, ``values`` is what ``spread`` makes of them: what the days
    before cost at least, so that every part from the end has a bound. What is dropped tells how good the best one is.
    The cost is NOWHERE or more when none was found.
    """
    days, sums = len(width), len(factors)
    least, most = before_each(begin, costs, steps, factors)
    room = 40 * most_kept
    state, total, so_far, own = (np.zeros(most_kept, np.int64), np.zeros(most_kept, np.int64), np.zeros(most_kept),
                                 np.zeros(most_kept))  # fmt: skip
    had = np.zeros((most_kept, sums))
    came, took = np.zeros((days, most_kept), np.int64), np.zeros((days, most_kept), np.int64)
    c_state, c_total, c_from, c_took = (np.zeros(room, np.int64), np.zeros(room, np.int64), np.zeros(room, np.int64),
                                        np.zeros(room, np.int64))  # fmt: skip
    c_reach, c_far, c_own, c_had = np.zeros(room), np.zeros(room), np.zeros(room), np.zeros((room, sums))
    n_state, n_total, n_far, n_own = state.copy(), total.copy(), so_far.copy(), own.copy()
    n_had = had.copy()
    dropped = np.inf
    base = len(values) - 1
    final = ended(values, blank, ends, sizes[0])
    many = 0
    for end in np.argsort(final):
        if final[end] >= NOWHERE:
            break
        if many == most_kept:
            dropped = final[end]
            break
        total[many], so_far[many], own[many] = end, ends[end], ends[end]
        many += 1
    for day in range(days - 1, -1, -1):
        before, found = base - states[day], 0
        for one in range(many):
            for option in range(begin[day], begin[day + 1]):
                left = total[one] - steps[option]
                if not possible(option, costs, steps) or not comes_of(total[one], steps[option], sizes):
                    continue
                fits = True
                for n in range(sums):
                    if must[n]:
                        now = had[one, n] + factors[n, option]
                        fits &= now + least[day, n] <= high[n] and now + most[day, n] >= low[n]
                if not fits:
                    continue
                for other in range(states[day]):
                    arc = first[day] + other * width[day] + kind[option]
                    if head[arc] != state[one]:
                        continue
                    far = so_far[one] + costs[option] + price[arc]
                    reach = far + cost_of(values, blank, before + other, left, sizes[0])
                    if reach >= NOWHERE:
                        continue
                    if found == room:
                        dropped = min(dropped, reach)
                        continue
                    c_state[found], c_total[found], c_from[found], c_took[found] = other, left, one, option
                    c_reach[found], c_far[found], c_own[found] = reach, far, own[one] + price[arc]
                    for n in range(sums):
                        c_had[found, n] = had[one, n] + factors[n, option]
                    found += 1
        kept = 0
        for place in np.argsort(c_reach[:found]):
            mine = c_far[place]
            for n in range(sums):
                mine -= multipliers[n] * c_had[place, n]
            worse = False
            for k in range(kept):
                if n_state[k] == c_state[place] and n_total[k] == c_total[place]:
                    theirs = n_far[k]
                    for n in range(sums):
                        theirs -= multipliers[n] * n_had[k, n]
                    if theirs <= mine and better(n_had[k], c_had[place], least[day], most[day], low, high):
                        worse = True
                        break
            if worse:
                continue
            if kept == most_kept:
                dropped = min(dropped, c_reach[place])
                break
            n_state[kept], n_total[kept], n_far[kept] = c_state[place], c_total[place], c_far[place]
            n_own[kept], n_had[kept] = c_own[place], c_had[place]
            came[day, kept], took[day, kept] = c_from[place], c_took[place]
            kept += 1
        state, n_state, total, n_total = n_state, state, n_total, total
        so_far, n_far, own, n_own, had, n_had = n_far, so_far, n_own, own, n_had, had
        many, base = kept, before
    best, at = np.inf, -1
    for one in range(many):
        value = so_far[one] + outside(had[one], low, high, penalty)
        for n in range(sums):
            value -= multipliers[n] * had[one, n]
        if value < best:
            best, at = value, one
    chosen = np.zeros(days, np.int64)
    if at < 0:
        return dropped - earned, NOWHERE, 0.0, chosen
    breaches = own[at]
    for day in range(days):
        chosen[day] = took[day, at]
        at = came[day, at]
    return min(best, dropped - earned), best, breaches, chosen
