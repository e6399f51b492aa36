"""An assignment of an invented panel beside rules of thumb, all with the same eligibility."""

import resource
from collections.abc import Iterator

from optimizer.caseload.baselines import Baseline, baseline
from optimizer.caseload.panel import Panel
from optimizer.caseload.policy import default_goals, default_policy
from optimizer.caseload.region import regions
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge
from optimizer.scenarios.caseload.assign import assign
from optimizer.scenarios.caseload.by_region import part_of
from optimizer.scenarios.caseload.rebalance import spread
from tests.caseload.generate import generate

Costs = tuple[int, ...]
"""Units of broken musts, then cents by goal in their order; less is better, and tuples compare that way."""


def share(managers: int, patients: int, areas: int, seconds: float) -> Iterator[str]:
    """Yield the rows of a table: musts broken, cents by goal, the spread of loads; then bounds, gaps and memory."""
    panel = generate(managers, patients, areas)
    parts = [part_of(panel, region) for region in regions(panel)]  # rules of thumb come to the same in each by itself
    yield f"| plan | musts broken | {' | '.join(goal.title for goal in default_goals())} | spread, % |"
    yield "|---" * (len(default_goals()) + 3) + "|"
    for rule in Baseline:
        yield _row(rule, panel, parts, frozenset(pair for part in parts for pair in baseline(part, rule)))
    found = assign(panel, default_policy(), seconds)
    if found.plan is None:
        yield f"no assignment: {found.status}"
        return
    yield _row(f"assigned in {found.seconds:.0f} s", panel, parts, found.plan)
    for each in found.reached:
        yield f"{each.goal.title}: {each.status}, cost {each.cost}, bound {each.bound}, gap {100 * each.gap:.2f} %"
    yield f"peak of memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB"


def costs(parts: list[Panel], plan: Plan) -> Costs:
    """Return what a plan comes to over all regions."""
    return tuple(map(sum, zip(*(_costs(part, plan) for part in parts), strict=True)))


def _costs(part: Panel, plan: Plan) -> Costs:
    judge = Judge(formulate(part, default_policy()))
    verdict = judge.judge(frozenset(pair for pair in plan if pair.who in part.manager_by_id))
    found = judge.findings(verdict)
    by_goal = (sum(f.cost for f in found if not f.must and f.rule.key in goal.keys) for goal in default_goals())
    return verdict.score.broken, *by_goal


def _row(name: str, panel: Panel, parts: list[Panel], plan: Plan) -> str:
    return f"| {name} | {' | '.join(map(str, costs(parts, plan)))} | {spread(panel, plan)} |"
