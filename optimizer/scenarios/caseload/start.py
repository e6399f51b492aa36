"""Where a search begins: the best plan by a rule of thumb that keeps every must."""

from dataclasses import replace

from optimizer.caseload.baselines import Baseline, baseline
from optimizer.caseload.panel import Panel
from optimizer.planning.formulation import Formulation
from optimizer.planning.law import Sum
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.score import Judge


def with_handovers(panel: Panel, formulation: Formulation) -> Panel:
    """Return a panel in which whoever was named to get a whole caseload has it for sure, unless that breaks a must."""
    locked = {pair.what.patient for pair in panel.locked}
    handed = (panel.kept_plan - panel.given) & panel.offered
    kept = panel.locked | {pair for pair in handed if pair.what.patient not in locked}
    judge = Judge(formulation)
    worse = judge.judge(kept).score.broken > judge.judge(panel.locked).score.broken
    return panel if worse else replace(panel, locked=kept)


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
    gone, loose = set[Pair](), plan - locked
    for finding in judge.findings(judge.judge(plan)):
        if finding.must and isinstance(finding.law, Sum) and finding.law.high is not None:
            excess = finding.amount
            for factor, pair in sorted(term for term in finding.law.terms if term[0] > 0 and term[1] in loose):
                if excess > 0 and pair not in gone:
                    gone.add(pair)
                    excess -= factor
    return plan - gone
