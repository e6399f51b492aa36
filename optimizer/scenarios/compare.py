"""Scenarios side by side: what is solved, and the lines of the table."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from optimizer.engine.outcome import Status, Worth
from optimizer.planning.currency import in_money, sign
from optimizer.planning.pair import Plan
from optimizer.planning.policy import Policy
from optimizer.scenarios.account import Account
from optimizer.scenarios.run import Limits, Result, ScenarioTask, SolveAll
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import MUST_FIX, POINTS, on, told_gap
from optimizer.staffing.ledger.burden import BURDENS
from optimizer.staffing.need.hppd import DIRECT, PAID, WORKED
from optimizer.staffing.rules.coverage.coverage import Coverage
from optimizer.staffing.rules.hours.budget import Budget
from optimizer.staffing.scenario import AS_IT_IS, Scenario
from optimizer.workbook.report.comparison import ALL, COUNT, FINE, HOURS, MONEY, SHARE, TEXT, ComparisonLine

COST, UNCOVERED = "Cost", "Uncovered hours"
ENDED = {
    Status.OPTIMAL: "proved optimal",
    Status.FEASIBLE: "best found in time",
    Status.STOPPED: "stopped early",
    Status.INFEASIBLE: "no schedule is without a must-fix problem; the nearest",
    Status.OUT_OF_TIME: "none without a must-fix problem was found in time",
}
NOT_FINISHED = "not finished"
SCARCEST = 3


def compared(
    unit: Unit, policy: Policy, scenarios: Iterable[Scenario], limits: Limits, solve_all: SolveAll
) -> list[Result | None]:
    """Return the result of the unit as it is, then of every scenario: each search starts from that schedule."""
    (base,) = solve_all([_task(Scenario(AS_IT_IS), unit, policy, limits, None)])
    tasks = [_task(scenario, unit, policy, limits, base.plan if base else None) for scenario in scenarios]
    return [base, *(solve_all(tasks) if base else [None] * len(tasks))]


def _task(scenario: Scenario, unit: Unit, policy: Policy, limits: Limits, start: Plan | None) -> ScenarioTask:
    changed, rules = scenario.apply(unit, policy)
    there = start and frozenset(pair for pair in start if pair.who in changed.people)
    return ScenarioTask(scenario.name, changed, rules, limits, start=there)


def comparison(results: Sequence[Result | None]) -> list[ComparisonLine]:
    """Return the lines of the table, one value a scenario; None where there is none."""
    buckets = dict.fromkeys(name for r in results if r and r.account for name, cents in r.account.bill.items() if cents)
    roles = dict.fromkeys(name for r in results if r and r.account for name in r.account.uncovered)

    def line(group: str, title: str, form: str, value: Callable[[Result], Any]) -> ComparisonLine:
        return ComparisonLine(group, title, form, tuple(value(result) if result else None for result in results))

    def counted(group: str, title: str, form: str, value: Callable[[Account], Any]) -> ComparisonLine:
        return line(group, title, form, lambda result: value(result.account) if result.account else None)

    return [
        ComparisonLine("Result", "Ended", TEXT, tuple(ENDED[r.status] if r else NOT_FINISHED for r in results)),
        line("Result", MUST_FIX, COUNT, lambda r: r.musts),
        line("Result", POINTS, MONEY, lambda r: r.score.cost / 100 if r.score else None),
        line("Result", "No fewer points than", MONEY, lambda r: r.bound / 100),
        line("Result", "Gap", SHARE, lambda r: told_gap(r.gap) if r.score and not r.score.broken else None),
        line("Result", "Seconds", HOURS, lambda r: r.seconds),
        *(counted(COST, name.capitalize(), MONEY, _cents(name)) for name in buckets),
        counted(ALL, in_money("Cost"), MONEY, lambda a: a.cost / 100),
        counted("Hours", "Paid hours", HOURS, lambda a: a.paid / 60),
        counted("Hours", "Hours at work", HOURS, lambda a: a.worked / 60),
        counted("Hours", "Hours at the bedside", HOURS, lambda a: a.hours.worked / 60),
        *(counted("Hours", name, FINE, _hppd(number)) for number, name in enumerate((DIRECT, WORKED, PAID))),
        counted("Hours", "Overtime hours", HOURS, lambda a: a.overtime / 60),
        counted("Hours", "Overtime, of hours at work", SHARE, lambda a: a.overtime / a.worked if a.worked else None),
        counted("Hours", "Agency hours", HOURS, lambda a: a.agency / 60),
        *(counted(UNCOVERED, role, HOURS, _minutes(role)) for role in roles),
        counted(ALL, "Uncovered hours", HOURS, lambda a: sum(a.uncovered.values()) / 60),
        counted("People", "Requests met, of days asked for", SHARE, _granted),
        *(
            counted("People", f"{burden.capitalize()}: {measure}", FINE, _fairness(burden, field))
            for burden in BURDENS
            for measure, field in (("Gini", "gini"), ("Jain", "jain"), ("range per FTE", "spread"))
        ),
        line("Worth", in_money(f"One more {sign()} of budget saves"), FINE, lambda r: _budget_worth(r.worth)),
        line("Worth", f"Scarcest shifts, {sign()} for one more", TEXT, lambda r: _scarcest(r.worth)),
    ]


def _cents(bucket: str) -> Callable[[Account], float]:
    return lambda account: account.bill.get(bucket, 0) / 100


def _minutes(role: str) -> Callable[[Account], float]:
    return lambda account: account.uncovered.get(role, 0) / 60


def _granted(account: Account) -> float | None:
    return account.granted / account.asked if account.asked else None


def _hppd(number: int) -> Callable[[Account], float | None]:
    return lambda account: None if (each := account.hours.named[number][1]) is None else float(each)


def _fairness(burden: str, field: str) -> Callable[[Account], float]:
    return lambda account: float(getattr(account.fairness[burden], field))


def _budget_worth(worths: Iterable[Worth]) -> float | None:
    return next((worth.cents / 100 for worth in worths if worth.rule.key == Budget.key), None)


def _scarcest(worths: Iterable[Worth]) -> str | None:
    scarce = [worth for worth in worths if isinstance(worth.rule, Coverage) and worth.place.day][:SCARCEST]
    named = (f"{' '.join(w.place.what)} {on(w.place.day)} {w.cents / 100:,.0f}" for w in scarce if w.place.day)
    return "; ".join(named) or None
