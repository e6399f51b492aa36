"""What a schedule comes to, and what is wrong with it."""

from typing import Any

from optimizer.planning.rule import Finding
from optimizer.planning.score import Score
from optimizer.staffing.figures import Figures
from optimizer.staffing.unit import Unit
from optimizer.staffing.words import count, hours, money
from optimizer.summary.facts import Facts


def schedule_facts(figures: Figures, score: Score) -> Facts:
    """Return what a schedule comes to, as names and values."""
    staff, unit = figures.unit.staff, figures.unit
    wishes = [request.weight for request, _, _ in figures.wishes]
    granted = [request.weight for request, _, yes in figures.wishes if yes]
    spent = [(bucket, cents) for bucket, cents in figures.spent.items() if cents]
    below = [f"{count(figures.missing(level), 'duty', 'duties')} below {level}" for level in ("minimum", "target")]
    return [
        ("Unit", unit.name),
        ("Period", f"{unit.calendar.first} to {unit.calendar.last}, {count(len(staff), 'person', 'people')}"),
        ("Musts broken", str(score.broken)),
        ("Penalty", f"{money(score.cost)} at the prices on the sheet Rules"),
        ("Staffing", ", ".join(below)),
        ("Wishes granted", f"{len(granted)} of {len(wishes)} days"),
        ("Hours", f"{hours(sum(map(figures.paid, staff)))} paid, {hours(sum(map(figures.overtime, staff)))} overtime"),
        ("Pay", ", ".join([money(sum(cents for _, cents in spent)), *(f"{bucket} {money(c)}" for bucket, c in spent)])),
    ]


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
