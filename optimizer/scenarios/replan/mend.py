"""Mends a published schedule after the day has changed, with as few changes as can be, and proves how few."""

import time
from dataclasses import dataclass, replace
from datetime import date

from optimizer.engine.cpsat import solve
from optimizer.engine.outcome import Outcome, Pins, Status
from optimizer.engine.run import UNLIMITED, Run
from optimizer.planning.formulation import Formulation, formulate
from optimizer.planning.law import Sum
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.planning.rule import Finding
from optimizer.planning.score import Judge, Verdict
from optimizer.scenarios.plan_unit import pins_of, start_of
from optimizer.scenarios.replan.events import DayChange
from optimizer.scenarios.replan.goals import MendGoals, narrowed
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.freedom import Cell, Freedom, cell_of, kept_cells
from optimizer.summary.schedule.candidates import takers

# Chosen so that the ICU sample is mended within 20 s on two cores.
SHARE = 0.7
"""For which part of the time the fewest changes are sought; the rest goes into the cheapest way to make them."""
OTHERS = 6
"""How many people beside those who change are looked at for each duty that is given to somebody."""


@dataclass(frozen=True)
class Mend:
    """An order to mend ``plan`` after a change: what is locked, or before ``since``, stays as it was promised.

    Without ``since`` all days before the first that is otherwise stay.
    """

    unit: Unit
    policy: Policy
    plan: Plan
    change: DayChange
    since: date | None = None
    locked: frozenset[Cell] = frozenset()

    @property
    def free_from(self) -> date:
        """Return the first day of which anything may change."""
        return self.since or self.change.first


@dataclass(frozen=True)
class Mended:
    """A mended schedule of the unit as it is now, judged.

    ``changes`` are the days of people that differ from what was published, those who are away left out, and ``least``
    how many there must be for as few broken musts and people ``missing`` as this has: proved by an exact model.
    ``bends`` tells that no schedule keeps every must. ``proved`` tells that fewer musts, missing people or changes
    cannot be had.
    """

    unit: Unit
    verdict: Verdict
    findings: tuple[Finding, ...]
    missing: int
    changes: frozenset[Cell]
    least: int
    bends: bool
    proved: bool
    seconds: float

    @property
    def people(self) -> frozenset[str]:
        """Return whose schedule changes."""
        return frozenset(who for who, _ in self.changes)


def mend(asked: Mend, run: Run = UNLIMITED, *, cheaply: bool = True) -> Mended:
    """Return the mended schedule: fewest broken musts, then people missing, then changes, then cost.

    Where there is no time for that, it is what is left with whoever can come by themselves. Without ``cheaply`` the
    cost is left to chance, which nothing else depends on.
    """
    began = time.monotonic()
    unit, left = asked.change.apply(asked.unit, asked.plan)
    goals = MendGoals.of(asked.unit, asked.plan, unit, left)
    whole, kept = formulate(unit, asked.policy), _kept(asked, unit, left)
    judge, pins = Judge(whole), pins_of(unit, left, kept, whole)
    start = start_of(unit, _quickly(judge, goals, kept), pins, whole)
    found, bends = _fewest(whole, goals, pins, start, run)
    plan = start
    if found.plan is not None:
        plan = found.plan
        if cheaply:
            plan = _cheapest(whole.relaxed() if bends else whole, goals, pins, plan, run)
    verdict, changes = judge.judge(plan), goals.changed(plan)
    least, proved = _least(goals, found)
    seconds = time.monotonic() - began
    return Mended(unit, verdict, judge.findings(verdict), goals.missing(plan), changes, least, bends, proved, seconds)


def _quickly(judge: Judge, goals: MendGoals, kept: frozenset[Cell]) -> Plan:
    """Return what is left with whoever can come by themselves in the gaps: a plan even where time is short."""
    verdict = judge.judge(goals.left)
    for slot, people in goals.lacking(goals.left):
        for _ in range(people):
            could = takers(goals.unit, judge, verdict, slot.duties, 1, kept).could
            there = judge.edit(verdict, could[0].minus, could[0].plus) if could else verdict
            verdict = there if goals.missing(there.plan) < goals.missing(verdict.plan) else verdict
    return verdict.plan


def _fewest(whole: Formulation, goals: MendGoals, pins: Pins, start: Plan, run: Run) -> tuple[Outcome, bool]:
    """Return the plan with the fewest changes, and whether musts have to bend for there to be any."""
    musts = whole.musts()
    found = _proved(goals.fewest_changes(musts), pins, start, run.part(SHARE))
    if found.status is not Status.INFEASIBLE:
        return found, False
    bent = goals.fewest_changes(musts.relaxed(goals.weights[1]))
    return _proved(bent, pins, start, run.part(SHARE)), True


def _proved(asked: Formulation, pins: Pins, start: Plan, run: Run) -> Outcome:
    """Return the best plan; laws that read days are looked at only where those that do not leave it open.

    What is best without them bounds what is best with them, and often one who comes in is as good.
    """
    judge = Judge(asked)
    easy = solve(_sums_alone(asked), pins, start=start, run=run.part(SHARE / 2))
    if easy.status is Status.INFEASIBLE:
        return easy
    plans = [start, *([] if easy.plan is None else [easy.plan])]
    score, plan = min(((judge.judge(each).score, each) for each in plans), key=lambda scored: scored[0])
    if not score.broken and score.cost <= easy.bound:
        return replace(easy, status=Status.OPTIMAL, plan=plan, score=score)
    found = solve(asked, pins, start=plan if pins.allow(plan, asked) else start, run=run)
    return replace(found, bound=max(found.bound, easy.bound))


def _sums_alone(asked: Formulation) -> Formulation:
    return replace(asked, clauses=tuple(clause for clause in asked.clauses if isinstance(clause.law, Sum)))


def _cheapest(whole: Formulation, goals: MendGoals, pins: Pins, plan: Plan, run: Run) -> Plan:
    """Return the cheapest plan found with as few changes, by those who change and a few others beside them."""
    judge, changes = Judge(whole), len(goals.changed(plan))
    people = _beside(judge, goals, plan)
    tight = replace(whole, clauses=(*whole.clauses, *goals.kept(plan, changes)))
    small = narrowed(tight, plan, people)
    own = Pins(*(frozenset(pair for pair in each if pair.who in people) for each in pins))
    rest = frozenset(pair for pair in plan if pair.who not in people)
    found = solve(small, own, start=plan - rest, run=run)
    better = plan if found.plan is None else found.plan | rest
    scores = [(judge.judge(each).score, len(goals.changed(each))) for each in (plan, better)]
    return better if scores[1][0] < scores[0][0] and scores[1][1] <= changes else plan


def _beside(judge: Judge, goals: MendGoals, plan: Plan) -> frozenset[str]:
    """Return those who change, and for everything that somebody is given those who could have it best."""
    unit, left = goals.unit, judge.judge(goals.left)
    found = {pair.who for pair in plan ^ goals.left}
    for duty in {pair.what for pair in plan - goals.left}:
        found |= {each.who for each in takers(unit, judge, left, [duty], OTHERS).could}
    return frozenset(row for who in found for row in unit.human_of[who].ids)


def _kept(asked: Mend, unit: Unit, left: Plan) -> frozenset[Cell]:
    """Return the cells that stay: worked, promised or missed, and what no solver may choose but people have."""
    kept = kept_cells(unit, asked.locked, Freedom(since=asked.free_from))
    given = frozenset(cell_of(pair) for pair in left - unit.offered)
    away = frozenset((each.who, day) for each in asked.change.leave(unit) for day in each.days if day in unit.days)
    return kept | given | away


def _least(goals: MendGoals, found: Outcome) -> tuple[int, bool]:
    """Return how many changes there must be, where nothing that comes before is worse, and whether all is proved."""
    if found.plan is None or found.score is None:
        return 0, False
    before = found.score.cost - len(goals.changed(found.plan))
    return max(0, found.bound - before), found.bound >= found.score.cost
