"""What a schedule comes to, and what is wrong with it."""

from collections.abc import Sequence
from typing import Any

from optimizer.planning.currency import money
from optimizer.planning.rule import Finding, broken_musts
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, hours, on, points
from optimizer.staffing.need.cover import CoverLevel
from optimizer.staffing.rules.who.night_into_leave import NightIntoLeave
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.shortage import missing, short_shifts, uncovered
from optimizer.summary.facts import Facts


def schedule_facts(figures: Figures, findings: Sequence[Finding]) -> Facts:
    """Return what a schedule comes to, as names and values."""
    calendar, staff = figures.unit.calendar, figures.unit.staff
    return [
        ("Unit", figures.unit.name),
        ("Period", f"{calendar.first} to {calendar.last}, {count(len(staff), 'person', 'people')}"),
        *([] if figures.is_planned else [("Schedule", "empty: nobody has a duty yet")]),
        ("Must-fix problems", _musts(findings)),
        ("Score", f"{points(sum(finding.cost for finding in findings))} by the sheet Rules; fewer are better"),
        ("Short shifts", _short(figures)),
        ("Requests met", _wishes(figures)),
        *_into_leave(figures),
        ("Hours", f"{hours(sum(map(figures.paid, staff)))} paid, {hours(sum(figures.overtimes.values()))} overtime"),
        ("Wages", _pay(figures)),
    ]


def _musts(findings: Sequence[Finding]) -> str:
    """Return how many musts are broken, and by how much in the units of their rules, by which plans are compared."""
    units = sum(finding.rule.units(finding.amount) for finding in findings if finding.must)
    return f"{broken_musts(findings)}{f', by {units} in the units of their rules' if units else ''}"


def _short(figures: Figures) -> str:
    below = ", ".join(_below(figures, level) for level in CoverLevel)
    return f"{short_shifts(figures, CoverLevel.TARGET)}: {below}"


def _below(figures: Figures, level: CoverLevel) -> str:
    return f"{count(missing(figures, level), 'duty', 'duties')} below {level}"


def _wishes(figures: Figures) -> str:
    granted = f"{figures.granted} of {figures.asked}" if figures.is_planned else f"nothing planned for {figures.asked}"
    return f"{granted} days"


def _into_leave(figures: Figures) -> Facts:
    """Return which nights run into leave, where any do, whatever the rules say of them."""
    unit = figures.unit
    nights = (law.place for law in NightIntoLeave().laws(unit) if figures.excess(law))
    told = "; ".join(f"{unit.name_of(night.who)} on {on(night.day)}" for night in nights if night.day)
    return [("Into leave", told)] if told else []


def _pay(figures: Figures) -> str:
    spent = [(bucket, cents) for bucket, cents in figures.spent.items() if cents]
    return ", ".join([money(sum(figures.spent.values())), *(f"{bucket} {money(cents)}" for bucket, cents in spent)])


def schedule_json(figures: Figures, findings: Sequence[Finding]) -> dict[str, Any]:
    """Return what a schedule comes to as plain values: the numbers of the facts, times in minutes, money in cents."""
    return {
        "planned": figures.is_planned,
        "musts_broken": broken_musts(findings),
        "short_shifts": short_shifts(figures, CoverLevel.TARGET),
        **{f"missing_below_{level}": missing(figures, level) for level in CoverLevel},
        **{f"uncovered_minutes_below_{level}": uncovered(figures, level) for level in CoverLevel},
        "days_asked": figures.asked,
        "days_granted": figures.granted,
        "paid_minutes": sum(map(figures.paid, figures.unit.staff)),
        "overtime_minutes": sum(figures.overtimes.values()),
        "pay_cents": sum(figures.spent.values()),
        "bill_cents": {bucket.value: cents for bucket, cents in figures.spent.items() if cents},
    }


def findings_json(unit: Unit, findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """Return findings as plain values."""
    return [
        {
            "rule": finding.rule.key,
            "must": finding.must,
            "who": finding.place.who or None,
            "day": finding.place.day and finding.place.day.isoformat(),
            "amount": finding.amount,
            "cost_cents": finding.cost,
            "sentence": finding.rule.say(unit, finding),
        }
        for finding in findings
    ]
