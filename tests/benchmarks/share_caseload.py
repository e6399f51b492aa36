"""An assignment of an invented panel beside rules of thumb, all with the same eligibility."""

from collections.abc import Iterator

from optimizer.caseload.baselines import Baseline, baseline
from optimizer.caseload.panel import Panel
from optimizer.caseload.policy import default_goals, default_policy
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Plan
from optimizer.planning.score import Judge
from optimizer.scenarios.caseload.assign import assign
from optimizer.scenarios.caseload.rebalance import spread
from tests.caseload.generate import generate


def share(managers: int, patients: int, areas: int, seconds: float) -> Iterator[str]:
    """Yield the rows of a table: musts broken, cents by goal, the spread of loads; then bounds and gaps."""
    panel = generate(managers, patients, areas)
    judge = Judge(formulate(panel, default_policy()))
    yield f"| plan | musts broken | {' | '.join(goal.title for goal in default_goals())} | spread, % |"
    yield "|---" * (len(default_goals()) + 3) + "|"
    for rule in Baseline:
        yield _row(rule, panel, judge, baseline(panel, rule))
    found = assign(panel, default_policy(), seconds)
    if found.plan is None:
        yield f"no assignment: {found.status}"
        return
    yield _row(f"assigned in {found.seconds:.0f} s", panel, judge, found.plan)
    for each in found.reached:
        yield f"{each.goal.title}: {each.status}, cost {each.cost}, bound {each.bound}, gap {100 * each.gap:.2f} %"


def _row(name: str, panel: Panel, judge: Judge, plan: Plan) -> str:
    verdict = judge.judge(plan)
    found = judge.findings(verdict)
    costs = (sum(f.cost for f in found if not f.must and f.rule.key in goal.keys) for goal in default_goals())
    return f"| {name} | {verdict.score.broken} | {' | '.join(map(str, costs))} | {spread(panel, plan)} |"
