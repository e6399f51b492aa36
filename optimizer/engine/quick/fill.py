"""Mends a period day by day with quick rules: who is away is replaced, where they are missed, by who costs the least.

Compiled. Nobody is asked by whom a must would be broken, law by law: what is mended elsewhere weighs nothing against
it.
"""

import math
from typing import Any, NamedTuple

from optimizer.engine.arrays import Flags, Ints
from optimizer.engine.quick.fast import door, inner
from optimizer.engine.quick.moves import DAY, LABEL, PERSON, ROWS, row_cost, tried
from optimizer.engine.quick.problem import NONE, QuickProblem
from optimizer.engine.quick.state import SAVED, TOTAL, QuickState

FIRST = 1 << 40
"""What being on call is worth: whoever is, comes before all who are not."""
NOBODY = -1


class QuickNeeds(NamedTuple):
    """Which labels are duties and which of those calls; and who is needed.

    ``slack`` is by how many people each need has more than it takes; the needs that a label fills on a day stand in
    ``filled_by`` from ``begins[day * labels + label]`` on.
    """

    staffs: Flags
    on_call: Flags
    slack: Ints
    begins: Ints
    filled_by: Ints


@door
def mended(problem: QuickProblem, state: QuickState, needs: QuickNeeds, away: Flags, open_: Ints, asked: Ints) -> None:
    """Have everybody who is away and missed replaced, day by day, and ``open_`` duties filled, days × labels.

    ``away`` is people × days. ``asked`` counts who came, days × labels.
    """
    people, days = state.label.shape
    for day in range(days):
        for person in range(people):
            label = state.label[person, day]
            if away[person, day] and needs.staffs[label] and problem.at[person, day, 0] != NONE:
                given(problem, state, person, day, 0)
                counted(needs, day, label, -1)
                open_[day, label] += 1
        for label in range(needs.staffs.shape[0]):
            for _ in range(open_[day, label]):
                if missed(needs, day, label) and filled(problem, state, needs, away, day, label):
                    counted(needs, day, label, 1)
                    asked[day, label] += 1


@inner
def given(problem: QuickProblem, state: QuickState, person: int, day: int, label: int) -> Any:
    """Give somebody something on a day, and return what that breaks and costs more."""
    change = state.change
    change[0, PERSON], change[0, DAY], change[0, LABEL] = person, day, label
    hard, soft, _ = tried(problem, state, change, 1, 0.0, math.inf)
    return hard, soft


@inner
def counted(needs: QuickNeeds, day: int, label: int, many: int) -> None:
    """Count so many people more in the needs that a duty fills."""
    cell = day * needs.staffs.shape[0] + label
    for n in range(needs.begins[cell], needs.begins[cell + 1]):
        needs.slack[needs.filled_by[n]] += many


@inner
def missed(needs: QuickNeeds, day: int, label: int) -> bool:
    """Tell whether a need that a duty fills lacks somebody."""
    cell = day * needs.staffs.shape[0] + label
    lacking = 0
    for n in range(needs.begins[cell], needs.begins[cell + 1]):
        lacking += needs.slack[needs.filled_by[n]] < 0
    return lacking > 0


@inner
def filled(problem: QuickProblem, state: QuickState, needs: QuickNeeds, away: Flags, day: int, label: int) -> bool:
    """Have the best person take a duty: by themselves, else by leaving one that nobody misses, or another takes."""
    person = taker(problem, state, needs, away, day, label)
    if person != NOBODY:
        given(problem, state, person, day, label)
        return True
    for chained in (False, True):
        for mover in range(state.label.shape[0]):
            if not away[mover, day] and moved(problem, state, needs, away, mover, day, label, chained):
                return True
    return False


@inner
def moved(
    problem: QuickProblem, state: QuickState, needs: QuickNeeds, away: Flags, mover: int, day: int, label: int,
    chained: bool,
) -> bool:  # fmt: skip
    """Have somebody leave what they have for a duty, where they break no must; ``chained`` has another take that."""
    had = state.label[mover, day]
    if had == label or not needs.staffs[had] or needs.on_call[had] or problem.at[mover, day, label] == NONE:
        return False
    hard, _ = given(problem, state, mover, day, label)
    broken = rows_hard(problem, state, 1)
    if hard - rows_hard(problem, state, -1) - broken <= 0:
        counted(needs, day, had, -1)
        second = taker(problem, state, needs, away, day, had) if chained else NOBODY
        if second != NOBODY:
            given(problem, state, second, day, had)
            counted(needs, day, had, 1)
            return True
        if not chained and broken == 0 and not missed(needs, day, had):
            return True
        counted(needs, day, had, 1)
    given(problem, state, mover, day, had)
    return False


@inner
def taker(problem: QuickProblem, state: QuickState, needs: QuickNeeds, away: Flags, day: int, label: int) -> int:
    """Return who takes a duty at the least cost without breaking a must, NOBODY where none can."""
    best, least = NOBODY, 0
    for person in range(state.label.shape[0]):
        had = state.label[person, day]
        call = needs.on_call[had]
        if away[person, day] or (had != 0 and not call) or had == label or problem.at[person, day, label] == NONE:
            continue
        hard, soft = given(problem, state, person, day, label)
        broken = rows_hard(problem, state, 1)
        own = hard - broken - rows_hard(problem, state, -1)
        given(problem, state, person, day, had)
        rank = soft - FIRST if call else soft
        if broken == 0 and own <= 0 and (best == NOBODY or rank < least):
            best, least = person, rank
    return best


@inner
def rows_hard(problem: QuickProblem, state: QuickState, sign: int) -> int:
    """Return by how much musts of rows are broken more by what was tried last, or less with a sign below 0."""
    broken = 0
    for n in range(state.counts[ROWS]):
        row = state.touched[n]
        now, was = state.totals[row, TOTAL], state.totals[row, SAVED]
        if now != was:
            new, _ = row_cost(problem, row, now)
            old, _ = row_cost(problem, row, was)
            if (new - old) * sign > 0:
                broken += new - old
    return broken
