"""How pay periods stand against their budget."""

from fractions import Fraction

from optimizer.planning.currency import money
from optimizer.staffing.facts.words import on, percent
from optimizer.staffing.need.hppd import WORKED
from optimizer.staffing.schedule.budget_report import PeriodReport
from optimizer.staffing.schedule.variance import CAUSES
from optimizer.summary.facts import Facts
from optimizer.summary.unit.need import hppd_text


def budget_facts(report: PeriodReport) -> Facts:
    """Return how one pay period stands against its budget."""
    found, productive = report.variance, report.productivity
    why = ", ".join(f"{cause.title.lower()} {_signed(cause.of(found))}" for cause in CAUSES)
    return [
        ("Pay period", f"{on(report.span.first)} to {on(report.span.last)}"),
        ("Patient days", f"{float(report.actual.volume):,.0f}; {float(report.budget.volume):,.0f} budgeted"),
        *_hppd(report),
        ("Productivity", "-" if productive is None else f"{percent(float(productive))} (earned hours / worked hours)"),
        ("FTE paid", f"{float(report.fte):.1f}"),
        (
            "Money",
            f"{_cents(report.actual.cost)}; {_cents(report.budget.cost)} budgeted, {_cents(found.flexible)} flexed",
        ),
        ("Variance", f"{_signed(found.total)}: {why}"),
        ("Explain", _beyond(float(found.part)) if found.asks else "nothing: within 5 %"),
    ]


def _beyond(part: float) -> str:
    return f"{percent(abs(part))} {'above' if part > 0 else 'below'} the flexed budget"


def _hppd(report: PeriodReport) -> Facts:
    """Return the three HPPD by name, the budgeted one beside the one that it means."""
    budgeted = f"; {float(report.budget.hours_each):.2f} h budgeted"
    return [(name, f"{hppd_text(each)}{budgeted if name == WORKED else ''}") for name, each in report.hours.named]


def _cents(amount: Fraction) -> str:
    return money(round(amount))


def _signed(amount: Fraction) -> str:
    """Return a variance as "$20,000 U": unfavourable when more was spent, favourable (F) when less."""
    return f"{_cents(abs(amount))}{' U' if amount > 0 else ' F' if amount < 0 else ''}"
