"""A shortage: by how little the softest musts have to be broken so that all others are kept, proved, and where."""

from contextlib import suppress
from dataclasses import dataclass, replace

from optimizer.engine.clock import TimeUpError
from optimizer.engine.outcome import NO_PINS, Outcome, Pins, Status
from optimizer.engine.quick.improve import quick
from optimizer.engine.run import UNLIMITED, Run
from optimizer.engine.solve import SMALL, Engine, solve
from optimizer.planning.formulation import Clause, Formulation
from optimizer.planning.pair import Plan
from optimizer.planning.rule import Finding
from optimizer.planning.score import Judge

UNIT = 100
"""The cents of one unit of breach: so few that a sum of them stays a small number, so many that a bound is sharp."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """How much has to be missing: no plan is short by fewer than ``least`` units, and ``plan`` is short by ``units``.

    ``findings`` say where it breaks which musts. ``others`` tells that also musts other than the softest had to bend;
    a unit of those counts as often as they are firm.
    """

    plan: Plan
    units: int
    least: int
    findings: tuple[Finding, ...]
    others: bool = False

    @property
    def proved(self) -> bool:
        """Tell whether nothing can be short by less."""
        return self.units <= self.least


def shortfall(
    formulation: Formulation, pins: Pins = NO_PINS, run: Run = UNLIMITED, start: Plan | None = None
) -> Shortfall | None:
    """Return the least that is missing; None where nothing can be had at all, or was not found in the time.

    Only the softest musts bend, unless the others alone cannot be kept.
    """
    musts = formulation.musts()
    outcome = _solved(softened(musts), pins, run.part(0.7), start)
    others = outcome.status is Status.INFEASIBLE
    if others:
        outcome = _solved(musts.relaxed(UNIT), pins, run, start)
    if outcome.plan is None or outcome.score is None:
        return None
    judge = Judge(musts)
    findings = judge.findings(judge.judge(outcome.plan))
    return Shortfall(outcome.plan, outcome.score.cost // UNIT, -(-outcome.bound // UNIT), findings, others)


def softened(formulation: Formulation) -> Formulation:
    """Return a formulation with its softest musts at a price, and all others as they are."""
    soft = min((clause.rule.firmness for clause in formulation.clauses if _bends(clause)), default=0)
    clauses = (
        replace(clause, must=False, price=UNIT, whole=True)
        if _bends(clause) and clause.rule.firmness == soft
        else clause
        for clause in formulation.clauses
    )
    return replace(formulation, clauses=tuple(clauses))


def _bends(clause: Clause) -> bool:
    return clause.must and clause.rule.bends


def _solved(formulation: Formulation, pins: Pins, run: Run, start: Plan | None) -> Outcome:
    """Solve exactly what is small, from the quickest plan on, since a search for it alone begins far away."""
    if len(formulation.offered) > SMALL:
        return solve(formulation, pins, start=start, run=run)
    with suppress(TimeUpError):
        made = quick(formulation, pins, run.effort.seed, run.clock.check) if start is None else None
        start = made.plan if made else start
    return solve(formulation, pins, start=start, run=run, engine=Engine.CPSAT)
