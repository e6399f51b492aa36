"""What a schedule comes to, in lines for people and in values for machines."""

from typing import Any

from optimizer.engine.outcome import Outcome, Status
from optimizer.planning.rule import Finding
from optimizer.planning.score import Score
from optimizer.staffing.figures import Figures
from optimizer.staffing.unit import Unit
from optimizer.staffing.words import count, hours, money, on

STATUS = {
    Status.OPTIMAL: "Proved optimal: no plan that keeps the musts costs less.",
    Status.FEASIBLE: "The best plan found in the time given.",
    Status.STOPPED: "Stopped early; this is the best plan so far.",
    Status.INFEASIBLE: "No plan can keep every must; this one comes nearest.",
    Status.OUT_OF_TIME: "No plan that keeps every must was found in time; this one comes nearest.",
}
Facts = list[tuple[str, str]]


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


def solve_facts(outcome: Outcome) -> Facts:
    """Return how a solve ended and how good its plan is proved to be."""
    told = [("Result", STATUS[outcome.status])]
    if outcome.gap is not None and outcome.status in (Status.FEASIBLE, Status.STOPPED):
        least, gap = money(outcome.bound), f"{outcome.gap:.1%}"
        told.append(("Proof", f"No plan has a penalty below {least}, so at most {gap} of this one's can be saved."))
    places = [(worth.place, money(worth.cents)) for worth in outcome.worth if worth.place.what]
    scarce = [f"{' '.join(place.what)} on {on(place.day)} ({saved})" for place, saved in places if place.day]
    if scarce:
        told.append(("Scarcest", f"One more would save the most as {', '.join(scarce[:3])}."))
    return [*told, ("Time", f"{outcome.seconds:.1f} s")]


def unit_facts(unit: Unit) -> Facts:
    """Return what a unit has and needs, by plain arithmetic."""
    calendar, periods = unit.calendar, len(unit.days) / unit.calendar.pay_period_days
    contracts = [staff.contract(calendar.full_time) for staff in unit.staff]
    needed = {level: sum(getattr(d.need, level) for d in unit.demand) for level in ("minimum", "target")}
    settled = count(len(unit.locked), "locked duty", "locked duties")
    approved = sum(request.approved for request in unit.requests)
    return [
        ("Unit", unit.name),
        ("Period", f"{calendar.first} to {calendar.last}, {len(unit.days)} days, {len(calendar.holidays)} holidays"),
        ("People", f"{len(unit.staff)}, {sum(staff.fte for staff in unit.staff):.1f} FTE"),
        ("Contracts", f"{hours(round(periods * sum(least for least, _ in contracts)))} owed in the period"),
        (
            "Needs",
            f"{needed['minimum']} at least, {needed['target']} wished, over all days, shifts or windows, and roles",
        ),
        (
            "Requests",
            f"{len(unit.requests)}, {approved} of them approved leave",
        ),
        (
            "Settled",
            f"{settled}, {count(len(unit.history_days), 'day')} of history",
        ),
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


def outcome_json(outcome: Outcome) -> dict[str, Any]:
    """Return how a solve ended as plain values."""
    return {
        "status": outcome.status.value,
        "bound_cents": outcome.bound,
        "gap": outcome.gap,
        "seconds": round(outcome.seconds, 2),
        "worth": [
            {
                "rule": worth.rule.key,
                "day": worth.place.day and worth.place.day.isoformat(),
                "what": " ".join(worth.place.what),
                "cents": worth.cents,
            }
            for worth in outcome.worth
        ],
    }
