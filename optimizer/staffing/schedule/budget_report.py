"""What a schedule comes to in each pay period beside what was budgeted: hours, productivity, money, and why."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.rates import PeriodBudget
from optimizer.staffing.facts.staff import Employment
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.need.fte import paid_fte
from optimizer.staffing.need.hppd import PatientHours
from optimizer.staffing.pay.pay import Bucket
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.patient_hours import patient_hours
from optimizer.staffing.schedule.variance import Actual, BudgetStandard, Variance, productivity, variance


@dataclass(frozen=True)
class PeriodReport:
    """One pay period, or what the plan has of it. Times are minutes; ``budget`` and ``actual`` are in hours and cents.

    ``actual.hours`` are those at the bedside, the agency's among them. Money is all that is paid, leave, education and
    orientation included.
    """

    span: Span
    budget: BudgetStandard
    actual: Actual
    hours: PatientHours
    overtime: int
    agency: int
    fte: Fraction
    spent: dict[Bucket, int]

    @property
    def variance(self) -> Variance:
        """Return why more or less was spent than budgeted."""
        return variance(self.budget, self.actual)

    @property
    def productivity(self) -> Fraction | None:
        """Return earned hours over worked hours."""
        return productivity(self.budget, self.actual)


def budget_report(figures: Figures) -> tuple[PeriodReport, ...]:
    """Return every pay period for which there is a budget, as far as the plan goes."""
    unit, reports = figures.unit, []
    for period in unit.calendar.pay_periods:
        span, line = _planned(unit, period), _line(unit, period.first)
        if line:
            reports.append(_report(figures, span, _standard(unit, span, line)))
    return tuple(reports)


def budgeted(unit: Unit) -> Fraction | None:
    """Return what is budgeted for the days of the plan, in cents; None unless every pay period has a budget."""
    cost = Fraction()
    for period in unit.calendar.pay_periods:
        line = _line(unit, period.first)
        if line is None:
            return None
        cost += _standard(unit, _planned(unit, period), line).cost
    return cost


def _planned(unit: Unit, period: Span) -> Span:
    """Return what the plan has of a pay period."""
    return Span(max(period.first, unit.calendar.first), min(period.last, unit.calendar.last))


def _standard(unit: Unit, span: Span, line: PeriodBudget) -> BudgetStandard:
    """Return a budget for what the plan has of its pay period."""
    share = unit.calendar.pay_period_of(span.first).part(span.days)
    each = Fraction(line.minutes_each, 60)
    return BudgetStandard(line.patient_days * share, each, Fraction(line.rate), line.aside * share)


def _line(unit: Unit, first: date) -> PeriodBudget | None:
    """Return the budget of a pay period: its own line, else the one for every period."""
    lines = {line.first: line for line in unit.budget}
    return lines.get(first) or lines.get(None)


def _report(figures: Figures, span: Span, budget: BudgetStandard) -> PeriodReport:
    unit, hours = figures.unit, patient_hours(figures, span)
    spent = _spent(figures, span)
    agency = (person for person in unit.staff if person.employment is Employment.AGENCY)
    full_time = unit.calendar.full_time_over(span.days)
    return PeriodReport(
        span,
        budget,
        Actual(
            Fraction(hours.patient_days),
            Fraction(hours.worked, 60),
            Fraction(sum(spent.values())),
            Fraction(sum(figures.aside(person, span) for person in unit.staff)),
        ),
        hours,
        figures.overtime_in(span),
        sum(figures.bedside(person, span) for person in agency),
        paid_fte(Fraction(hours.paid or 0), full_time),
        spent,
    )


def _spent(figures: Figures, span: Span) -> dict[Bucket, int]:
    bills = [figures.bill(person, span) for person in figures.unit.staff]
    return {bucket: sum(bill.get(bucket, 0) for bill in bills) for bucket in Bucket}


def summed(reports: tuple[PeriodReport, ...], amount: Callable[[PeriodReport], Fraction | int]) -> Fraction:
    """Return what an amount comes to over some pay periods."""
    return sum((Fraction(amount(report)) for report in reports), Fraction())
