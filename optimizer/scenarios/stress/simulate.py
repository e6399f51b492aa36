"""Simulates some periods of a published schedule in one process, each mended by quick rules."""

from dataclasses import dataclass

import numpy as np

from optimizer.engine.arrays import Floats, Ints, Small
from optimizer.engine.clock import UNHURRIED
from optimizer.engine.day_sets import by_cell
from optimizer.engine.outcome import Pins
from optimizer.engine.quick.compile import Compiled, compiled
from optimizer.engine.quick.problem import NONE
from optimizer.engine.quick.state import QuickState, state_of
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.scenarios.plan_unit import pins_of
from optimizer.scenarios.stress.rates import StressRates, drawn_absences, drawn_census
from optimizer.scenarios.stress.tables import StressTables, tables_of
from optimizer.staffing.facts.unit import Unit


@dataclass(frozen=True)
class StressTask:
    """Periods to simulate, by number: each has its own chance from the seed, wherever it is simulated."""

    unit: Unit
    policy: Policy
    plan: Plan
    rates: StressRates
    seed: int
    first: int
    periods: int


@dataclass(frozen=True)
class StressPart:
    """What some periods came to, one a row: minutes uncovered and below the minimum, overtime, cents, who was asked.

    ``missing`` is periods × needs, in people; ``absent`` counts the duties missed.
    """

    uncovered: Ints
    below: Ints
    overtime: Ints
    cents: Ints
    asked: Ints
    absent: Ints
    missing: Ints


def simulate(task: StressTask) -> StressPart:
    """Return what the periods of a task came to."""
    stand = StressStand.of(task.unit, task.policy, task.plan)
    rows = [_period(stand, task, number) for number in range(task.first, task.first + task.periods)]
    columns = [np.array(column, np.int64) for column in zip(*rows, strict=True)]
    return StressPart(*columns)


@dataclass(frozen=True)
class StressStand:
    """A published schedule as tables to simulate on."""

    known: Compiled
    state: QuickState
    tables: StressTables

    @staticmethod
    def of(unit: Unit, policy: Policy, plan: Plan) -> "StressStand":
        """Return the tables of a schedule; what somebody has that no solver may choose stays theirs."""
        formulation = formulate(unit, policy)
        pins = pins_of(unit, plan, frozenset(), formulation)
        pins = Pins(pins.keep | (plan - unit.offered), pins.ban)
        known = compiled(formulation, pins, UNHURRIED.check)
        days = by_cell(plan, formulation.cell).values()
        lost = frozenset(pair for pairs in days if known is None or pairs not in known.place for pair in pairs)
        if lost:
            known = compiled(formulation, Pins(pins.keep | lost, pins.ban), UNHURRIED.check)
        label = known.label(plan) if known else None
        if known is None or label is None:
            raise ValueError("The schedule gives somebody two things on one day, so it cannot be simulated.")
        return StressStand(known, state_of(known.problem, label), tables_of(unit, plan, known))

    def fresh(self) -> QuickState:
        """Return the published schedule to change."""
        return QuickState._make(array.copy() for array in self.state)


def _period(stand: StressStand, task: StressTask, number: int) -> tuple[int, int, int, int, int, int, Ints]:
    """Return what one period comes to, in the order of ``StressPart``."""
    from optimizer.engine.quick.fill import mended  # noqa: PLC0415 (what is compiled takes seconds to load)

    tables, problem = stand.tables, stand.known.problem
    chance = np.random.default_rng((task.seed, number))
    people, days, labels = problem.at.shape
    away = drawn_absences(task.rates, people, days, chance)
    wanted = more_needed(stand, drawn_census(task.rates, days, chance))
    asked, state = np.zeros((days, labels), np.int64), stand.fresh()
    absent = int((away & tables.staffs[state.label]).sum())
    mended(problem, state, tables.needs(state.label, wanted), away, np.maximum(0, wanted), asked)
    missing, below = tables.missing(state.label, wanted), tables.below_minimum(state.label)
    overtime, cents = tables.money(options_of(stand, state.label))
    return (
        int(missing @ tables.minutes), int(below @ tables.minutes), overtime, cents, int(asked.sum()), absent, missing,
    )  # fmt: skip


def options_of(stand: StressStand, label: Small) -> Ints:
    """Return the options that labels mean."""
    at = stand.known.problem.at
    taken = np.take_along_axis(at, label[:, :, None].astype(np.int64), axis=2).ravel()
    options: Ints = taken[taken != NONE].astype(np.int64)
    return options


def more_needed(stand: StressStand, census: Floats) -> Ints:
    """Return how many more people each duty takes at a census so many times the usual, days × labels.

    Only needs of one shift and of at least two people follow it: nobody knows in which shift a window is filled.
    """
    tables, width = stand.tables, stand.known.problem.at.shape[2]
    more = np.zeros((len(stand.known.days), width), np.int64)
    for row, slot in enumerate(tables.slots):
        cells = np.flatnonzero(tables.counts[row])
        if len(cells) == 1 and slot.demand.need.target > 1:
            day, label = divmod(int(cells[0]), width)
            more[day, label] = round(slot.demand.need.target * (census[day] - 1))
    return more
