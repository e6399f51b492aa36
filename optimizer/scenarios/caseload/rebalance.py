"""Evens out caseloads with few transfers, and what each transfer more would gain."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, repeat, takewhile

from optimizer.caseload.panel import Panel
from optimizer.caseload.policy import TRANSFERS, default_goals
from optimizer.caseload.rules.transfers import Continuity, MostTransfers
from optimizer.engine.goals import Reached, solve_in_order
from optimizer.engine.outcome import Pins, Status
from optimizer.engine.run import Run
from optimizer.planning.formulation import Clause, Formulation, formulate
from optimizer.planning.goal import Goals
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Policy, Ruling
from optimizer.scenarios.caseload.softened import softened


@dataclass(frozen=True)
class Rebalanced:
    """A plan with at most so many transfers: who moved, and how far every goal was reached.

    ``spread`` is the fullest manager's load less the emptiest one's, in percent of the capacity.
    """

    limit: int
    plan: Plan
    moves: tuple[Pair, ...]
    reached: tuple[Reached, ...]
    spread: int

    @property
    def costs(self) -> tuple[int, ...]:
        """Return what the plan costs by goal, the most important first; it never rises with more transfers."""
        return tuple(each.cost for each in self.reached)


def curve(
    panel: Panel, policy: Policy, limits: Sequence[int], run: Run, *, goals: Goals | None = None,
    on_point: Callable[[Rebalanced], None] = lambda _: None,
) -> tuple[Rebalanced, ...]:  # fmt: skip
    """Return the best plan for each limit of transfers, ascending, for the patients who have a manager.

    Nobody loses a manager without getting another, and whoever is with a manager who may not have them stays: that is
    for an assignment to mend. Each plan starts from the one before. ``on_point`` is told of each as it is done; once
    the run is stopped, those that are left are not tried.
    """
    plan, points = panel.kept_plan, list[Rebalanced]()
    held = replace(panel, patients=tuple(p for p in panel.patients if p.id in panel.present))
    stuck = frozenset(pair for pair in panel.kept_plan if pair not in panel.offered) | panel.locked
    free = formulate(held, Policy(_without_transfers(softened(policy))))
    order = _last(default_goals() if goals is None else goals)
    for number, limit in enumerate(sorted(limits)):
        if points and run.stopped:
            break
        found = solve_in_order(
            _within(free, held, limit), order, Pins(stuck), start=plan,
            run=run.part(1 / (len(limits) - number)),
        )  # fmt: skip
        plan = plan if found.plan is None else found.plan
        moves = tuple(sorted(plan - panel.kept_plan))
        point = Rebalanced(limit, plan, moves, found.reached, spread(panel, plan))
        points.append(no_worse(point, points[-1]) if points else point)
        plan = points[-1].plan
        on_point(points[-1])
    return tuple(points)


def no_worse(found: Rebalanced, before: Rebalanced) -> Rebalanced:
    """Return what was found unless fewer transfers had found better; then that, as far as it is proved here.

    A search of the goals one by one can end worse than it began when time is short. What it proved holds up to the
    first goal in which it is worse; the goals after it were bounded with less kept of that one.
    """
    both = min(len(found.costs), len(before.costs))
    now, then = found.costs[:both], before.costs[:both]
    if now < then or (now == then and both == len(before.costs)):
        return found
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(now, then, strict=True)))
    proved = [each.bound for each in found.reached[: same + 1]]
    reached = tuple(
        replace(each, status=Status.FEASIBLE, bound=min(bound, each.cost))
        for each, bound in zip(before.reached, chain(proved, repeat(0)), strict=False)
    )
    return replace(before, limit=found.limit, reached=reached)


def _within(formulation: Formulation, panel: Panel, limit: int) -> Formulation:
    """Return a formulation with a limit of transfers as a must."""
    rule = MostTransfers(limit=limit)
    limits = (Clause(law, rule, must=True, price=0) for law in rule.laws(panel))
    return replace(formulation, clauses=(*formulation.clauses, *limits))


def spread(panel: Panel, plan: Plan) -> int:
    """Return the fullest manager's load less the emptiest one's, in percent of the capacity."""
    loads = panel.loads(plan)
    full = [100 * load // panel.capacity[who] for who, load in loads.items() if panel.capacity[who]]
    return max(full, default=0) - min(full, default=0)


def _without_transfers(policy: Policy) -> tuple[Ruling, ...]:
    return tuple(r for r in policy.rulings if r.rule.key not in (MostTransfers.key, Continuity.key))


def _last(goals: Goals) -> Goals:
    return tuple(goal for goal in goals if goal != TRANSFERS)
