"""An assignment of an invented panel beside rules of thumb, all with the same eligibility."""

import resource
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from optimizer.caseload.baselines import Baseline, baseline
from optimizer.caseload.panel import Panel
from optimizer.caseload.policy import default_goals, default_policy
from optimizer.caseload.region import regions
from optimizer.engine.clock import in_seconds
from optimizer.engine.run import Run
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge
from optimizer.scenarios.caseload.assign import assign
from optimizer.scenarios.caseload.by_region import part_of
from optimizer.scenarios.caseload.rebalance import spread
from tests.caseload.generate import generate

COUNTED = ("musts broken", *(goal.title for goal in default_goals()))
HEADERS = ("panel", "plan", *COUNTED, "spread, %", "decided by")
HEADING = f"| {' | '.join(HEADERS)} |\n{'|---' * len(HEADERS)}|"
MOST = 120
"""Percent of the capacity that nobody may be filled beyond; rules of thumb do not know it unless they are told."""
Costs = tuple[int, ...]
"""Units of broken musts, then cents by goal in their order; less is better, and tuples compare that way."""


class Size(NamedTuple):
    """How large a panel is, and for how many seconds it is solved."""

    managers: int
    patients: int
    areas: int
    seconds: float


SIZES = (Size(6, 120, 2, 10), Size(40, 3000, 4, 60), Size(200, 20000, 20, 600))


def share(size: Size) -> Iterator[str]:
    """Yield a row for every rule of thumb and for ours, then how far each goal is proved, seconds and memory."""
    panel = generate(size.managers, size.patients, size.areas)
    parts = [part_of(panel, region) for region in regions(panel)]
    found = assign(panel, default_policy(), Run(in_seconds(size.seconds)))
    if found.plan is None:
        yield f"no assignment: {found.status}"
        return
    thumbs = {
        rule.value if most is None else f"{rule}, to {most} %": by_thumb(parts, rule, most)
        for rule in Baseline for most in (None, MOST)
    }  # fmt: skip
    ours, *others = costs(parts, {"ours": found.plan, **thumbs}).items()
    for (name, cost), plan in zip((*others, ours), (*thumbs.values(), found.plan), strict=True):
        cells = f"{size.managers} × {size.patients}", name, *cost, spread(panel, plan), decided(ours[1], cost)
        yield f"| {' | '.join(map(str, cells))} |"
    for each in found.reached:
        yield f"{each.goal.title}: {each.status}, cost {each.cost}, bound {each.bound}, gap {100 * each.gap:.2f} %"
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    yield f"{found.seconds:.1f} s, {peak} MiB at most"


def by_thumb(parts: list[Panel], rule: Baseline, most: int | None) -> Plan:
    """Return what a rule of thumb comes to: in a region it does the same whether or not there are others."""
    return frozenset(pair for part in parts for pair in baseline(part, rule, most))


def costs(parts: list[Panel], plans: Mapping[str, Plan]) -> Mapping[str, Costs]:
    """Return what plans come to over regions that share nobody."""
    found = {name: (0,) * len(COUNTED) for name in plans}
    for part in parts:
        judge = Judge(formulate(part, default_policy()))
        for name, plan in plans.items():
            mine = _costs(judge, frozenset(pair for pair in plan if pair.who in part.manager_by_id))
            found[name] = tuple(map(sum, zip(found[name], mine, strict=True)))
    return found


def decided(ours: Costs, theirs: Costs) -> str:
    """Return the first thing, in the order of goals, by which a plan is worse than ours; in brackets if better."""
    for what, our, their in zip(COUNTED, ours, theirs, strict=True):
        if our != their:
            return what if our < their else f"({what})"
    return "-"


def _costs(judge: Judge, plan: Plan) -> Costs:
    verdict = judge.judge(plan)
    found = judge.findings(verdict)
    by_goal = (sum(f.cost for f in found if not f.must and f.rule.key in goal.keys) for goal in default_goals())
    return verdict.score.broken, *by_goal
