"""Plans a unit: what stands is kept, the start is cleaned, a search is made, and what it comes to is judged."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from optimizer.engine.day_sets import by_cell
from optimizer.engine.nearest import solve_or_nearest
from optimizer.engine.outcome import Outcome, Pins
from optimizer.engine.run import Run
from optimizer.engine.solve import Engine, solve
from optimizer.planning.formulation import Formulation, formulate
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.planning.rule import Finding
from optimizer.planning.score import Verdict, judge_of
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.freedom import Cell, cell_of


@dataclass(frozen=True)
class UnitToPlan:
    """A unit with its rules, and the schedule that stands: ``kept`` cells stay as they are in it, and what is entered.

    The search begins at ``begin`` or, without one, at the schedule that stands. Where no plan keeps every must,
    ``nearest`` asks for the one that comes nearest.
    """

    unit: Unit
    policy: Policy
    standing: Plan = frozenset()
    kept: frozenset[Cell] = frozenset()
    begin: Plan | None = None
    nearest: bool = True
    engine: Engine = Engine.ROSTERS

    @cached_property
    def formulation(self) -> Formulation:
        """Return the laws in force, which take a while to spell out."""
        return formulate(self.unit, self.policy)

    @cached_property
    def pins(self) -> Pins:
        """Return what the search has to leave as it is."""
        return pins_of(self.unit, self.standing, self.kept, self.formulation)

    @property
    def start(self) -> Plan | None:
        """Return the plan that the search begins with, None when there is none."""
        begin = self.begin or self.standing
        return start_of(self.unit, begin, self.pins, self.formulation) if begin else None

    @property
    def left_out(self) -> Plan:
        """Return what of the schedule that it begins at is not in the start: what a solver may not choose."""
        return (self.begin or self.standing) - (self.start or frozenset())


@dataclass(frozen=True)
class PlannedUnit:
    """What came of planning a unit: how the search ended, and the verdict on its plan or, without one, the nearest.

    ``left_out`` are duties of the schedule it began at that it did not begin with.
    """

    outcome: Outcome
    verdict: Verdict | None
    findings: tuple[Finding, ...]
    left_out: Plan


OnNearest = Callable[[Outcome], None]


def plan_unit(asked: UnitToPlan, run: Run, on_nearest: OnNearest | None = None) -> PlannedUnit:
    """Return the best plan of a unit; where none keeps every must, the nearest one, if that is asked for.

    ``on_nearest`` hears how the search for a plan ended when the one for the nearest begins.
    """
    judge = judge_of(asked.formulation)  # made now, since there is no time for it in the end
    outcome = _searched(asked, run, on_nearest)
    if outcome.found is None:
        return PlannedUnit(outcome, None, (), asked.left_out)
    verdict = judge.judge(outcome.found)
    return PlannedUnit(outcome, verdict, judge.findings(verdict), asked.left_out)


def _searched(asked: UnitToPlan, run: Run, on_nearest: OnNearest | None) -> Outcome:
    if not asked.nearest:
        return solve(asked.formulation, asked.pins, start=asked.start, run=run, engine=asked.engine)
    return solve_or_nearest(
        asked.formulation, asked.pins, start=asked.start, run=run, engine=asked.engine, on_nearest=on_nearest
    )


def pins_of(unit: Unit, plan: Plan, kept: frozenset[Cell], formulation: Formulation) -> Pins:
    """Return what a solver must leave: kept cells just as they are, empty ones empty, and elsewhere what is settled."""
    stay = frozenset(pair for pair in plan if cell_of(pair) in kept)
    entered = _beside(unit.locked, unit.entered(plan), formulation)
    settled = frozenset(pair for pair in unit.locked | entered if cell_of(pair) not in kept)
    ban = frozenset(pair for cell in kept for pair in unit.cells.get(cell, ()))
    return Pins(stay | settled, ban - stay)


def start_of(unit: Unit, plan: Plan, pins: Pins, formulation: Formulation) -> Plan:
    """Return a plan as one that a solver can start from: without duties that nobody needs, with all that is kept."""
    return _beside(pins.keep, (plan & unit.offered) - pins.ban, formulation) | pins.keep


def _beside(keep: Plan, plan: Plan, formulation: Formulation) -> Plan:
    """Return what of a plan may stand beside what is kept: where nothing is kept all of it."""
    kept, had = by_cell(keep, formulation.cell), by_cell(plan, formulation.cell)
    fits = (
        pairs for cell, pairs in had.items() if cell not in kept or formulation.stand_together({*kept[cell], *pairs})
    )
    return frozenset(pair for pairs in fits for pair in pairs)
