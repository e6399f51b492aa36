"""Assigns the patients of a panel, region by region, in the order of goals."""

import threading
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from optimizer.caseload.baselines import Baseline, baseline
from optimizer.caseload.panel import Panel
from optimizer.caseload.policy import default_goals
from optimizer.caseload.region import Region, regions
from optimizer.caseload.rules.budget import Budget
from optimizer.caseload.rules.transfers import MostTransfers
from optimizer.engine.goals import OnGoal, Ordered, Reached, solve_in_order
from optimizer.engine.outcome import USUAL, Effort, Pins, Status
from optimizer.planning.formulation import Formulation, formulate
from optimizer.planning.goal import Goals
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Mode, Policy
from optimizer.planning.score import Judge, Score

LARGE = 5_000
"""From so many pairs on, regions are solved one after the other; below, all at once."""
FIRST = 0.5
"""Which part of the time all regions share at first; the rest is for those that were not settled, from their plans."""
SETTLED = (Status.OPTIMAL, Status.INFEASIBLE, Status.STOPPED)


@dataclass(frozen=True)
class Assignment:
    """Who gets whom, and how far every goal was reached; with several regions, costs and bounds are of all together."""

    panel: Panel
    status: Status
    plan: Plan | None
    score: Score | None
    reached: tuple[Reached, ...]
    seconds: float


def assign(
    panel: Panel,
    policy: Policy,
    seconds: float,
    *,
    goals: Goals | None = None,
    on_progress: OnGoal | None = None,
    stop: threading.Event | None = None,
    effort: Effort = USUAL,
) -> Assignment:
    """Return the best assignment that is found in so many seconds.

    Panels of many pairs are cut into regions that share nobody: then the bounds of all add up to a bound of the whole.
    A budget or a limit of transfers binds all regions together, so with one of them nothing is cut.
    """
    began, order = time.monotonic(), default_goals() if goals is None else goals
    parts = (
        regions(panel) if len(panel.managers) * len(panel.patients) > LARGE and not _binds_all(panel, policy) else ()
    )
    if len(parts) < 2:
        solved = _solve(panel, policy, order, began + seconds, on_progress, stop, effort)
        return Assignment(panel, solved.status, solved.plan, solved.score, solved.reached, time.monotonic() - began)
    areas = [part_of(panel, region) for region in parts]
    found = _each(areas, [None] * len(areas), began + seconds * FIRST, policy, order, on_progress, stop, effort)
    found = _each(areas, found, began + seconds, policy, order, on_progress, stop, effort)
    return _together(panel, found, order, time.monotonic() - began)


def part_of(panel: Panel, region: Region) -> Panel:
    """Return a region of a panel as a panel of its own."""
    managers, patients = {*region.managers}, {*region.patients}
    return replace(
        panel,
        managers=tuple(manager for manager in panel.managers if manager.id in managers),
        patients=tuple(patient for patient in panel.patients if patient.id in patients),
        given=frozenset(p for p in panel.given if p.who in managers and p.what.patient in patients),
        locked=frozenset(p for p in panel.locked if p.who in managers and p.what.patient in patients),
    )


def start_of(panel: Panel, formulation: Formulation) -> Plan | None:
    """Return the best plan by a rule of thumb, less what breaks a must; None when even the locked pairs break one."""
    judge = Judge(formulation)
    plans = {
        baseline(panel, rule, most) for rule in (Baseline.LONGEST_FIRST, Baseline.MOST_AVAILABLE) for most in (100, 120)
    }
    trimmed = {_trimmed(judge, plan, panel.locked) for plan in plans}
    kept = [(score, plan) for plan in trimmed if not (score := judge.judge(plan).score).broken]
    return min(kept, key=lambda each: each[0])[1] if kept else None


def _trimmed(judge: Judge, plan: Plan, locked: Plan) -> Plan:
    """Return a plan without what is too much by some must: the smallest parts of its sum go first."""
    gone: set[Pair] = set()
    for finding in judge.findings(judge.judge(plan)):
        if finding.must and isinstance(finding.law, Sum) and finding.law.high is not None:
            excess = finding.amount
            for factor, pair in sorted(term for term in finding.law.terms if term[0] > 0 and term[1] in plan - locked):
                if excess > 0 and pair not in gone:
                    gone.add(pair)
                    excess -= factor
    return plan - gone


def _each(
    areas: Sequence[Panel], before: Sequence[Ordered | None], deadline: float, policy: Policy, goals: Goals,
    on_progress: OnGoal | None, stop: threading.Event | None, effort: Effort,
) -> list[Ordered]:  # fmt: skip
    """Solve the regions one after the other, but for those that were settled before; large ones get more time."""
    found, open_ = [], [each is None or each.status not in SETTLED for each in before]
    sizes = [len(area.managers) * len(area.patients) * again for area, again in zip(areas, open_, strict=True)]
    for number, (area, known) in enumerate(zip(areas, before, strict=True)):
        now = time.monotonic()
        until = now + max(0.0, deadline - now) * sizes[number] / max(1, sum(sizes[number:]))
        if known is not None and (known.status in SETTLED or now >= deadline):
            found.append(known)
            continue
        plan = None if known is None else known.plan
        found.append(_solve(area, policy, goals, until, on_progress, stop, effort, plan))
    return found


def _solve(
    panel: Panel, policy: Policy, goals: Goals, deadline: float, on_progress: OnGoal | None,
    stop: threading.Event | None, effort: Effort, start: Plan | None = None,
) -> Ordered:  # fmt: skip
    formulation = formulate(panel, policy)
    start = start_of(panel, formulation) if start is None else start
    return solve_in_order(
        formulation, goals, Pins(panel.locked), start=start, deadline=deadline,
        on_progress=on_progress, stop=stop, effort=effort,
    )  # fmt: skip


def _binds_all(panel: Panel, policy: Policy) -> bool:
    in_force = {ruling.rule.key for ruling in policy.rulings if ruling.mode is not Mode.OFF}
    return MostTransfers.key in in_force or (Budget.key in in_force and panel.budget is not None)


def _together(panel: Panel, found: list[Ordered], goals: Goals, seconds: float) -> Assignment:
    order = (Status.INFEASIBLE, Status.OUT_OF_TIME, Status.STOPPED, Status.FEASIBLE, Status.OPTIMAL)
    status = min((each.status for each in found), key=order.index)
    if any(each.plan is None for each in found):
        return Assignment(panel, status, None, None, (), seconds)
    plan = frozenset(pair for each in found for pair in each.plan or ())
    score = Score(sum(e.score.broken for e in found if e.score), sum(e.score.cost for e in found if e.score))
    return Assignment(panel, status, plan, score, _added([r for each in found for r in each.reached], order), seconds)


def _added(reached: Iterable[Reached], order: tuple[Status, ...]) -> tuple[Reached, ...]:
    costs, bounds, seconds = Counter[str](), Counter[str](), dict[str, float]()
    first: dict[str, Reached] = {}
    for each in reached:
        title = each.goal.title
        known = first.setdefault(title, each)
        first[title] = replace(known, status=min(known.status, each.status, key=order.index))
        costs[title] += each.cost
        bounds[title] += each.bound
        seconds[title] = seconds.get(title, 0.0) + each.seconds
    return tuple(
        replace(each, cost=costs[title], bound=bounds[title], seconds=seconds[title]) for title, each in first.items()
    )
