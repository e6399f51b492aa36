"""What a schedule comes to, in lines for people and in values for machines."""

from fractions import Fraction
from typing import Any

from optimizer.engine.outcome import Outcome, Status
from optimizer.planning.rule import Finding
from optimizer.planning.score import Score
from optimizer.staffing.budget_report import PeriodReport
from optimizer.staffing.care import CensusFrom
from optimizer.staffing.figures import Figures
from optimizer.staffing.fte import TIME_OFF, base_fte, replacement
from optimizer.staffing.need_source import CareTotals, NeedRange, NeedSource
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


def budget_facts(report: PeriodReport) -> Facts:
    """Return how one pay period stands against its budget."""
    found, productive = report.variance, report.productivity
    each = [report.budget.hours_each, report.worked_each, report.paid_each]
    causes = (("volume", found.volume), ("efficiency", found.efficiency), ("rate", found.rate))
    why = ", ".join(f"{name} {_signed(cents)}" for name, cents in causes)
    shown = ["-" if value is None else f"{float(value):.2f}" for value in each]
    return [
        ("Pay period", f"{on(report.span.first)} to {on(report.span.last)}"),
        ("Patient days", f"{float(report.actual.volume):,.0f}; {float(report.budget.volume):,.0f} budgeted"),
        ("HPPD", f"{shown[1]} worked, {shown[2]} paid; {shown[0]} budgeted"),
        ("Productivity", "-" if productive is None else f"{float(productive):.1%} (earned hours / worked hours)"),
        ("FTE paid", f"{float(report.fte):.1f}"),
        (
            "Money",
            f"{_cents(report.actual.cost)}; budget {_cents(report.budget.cost)}, flexed {_cents(found.flexible)}",
        ),
        ("Variance", f"{_signed(found.total)}: {why}"),
        ("Explain", f"{float(found.part):+.1%} beyond the flexed budget" if found.asks else "nothing: within 5 %"),
    ]


def _cents(amount: Fraction) -> str:
    return money(round(amount))


def _signed(amount: Fraction) -> str:
    """Return a variance as "$20,000 U": unfavourable when more was spent, favourable (F) when less."""
    return f"{_cents(abs(amount))}{' U' if amount > 0 else ' F' if amount < 0 else ''}"


def solve_facts(outcome: Outcome) -> Facts:
    """Return how a solve ended and how good its plan is proved to be."""
    told = [("Result", STATUS[outcome.status])]
    if outcome.gap is not None and outcome.status in (Status.FEASIBLE, Status.STOPPED):
        least, gap = money(outcome.bound), f"{outcome.gap:.1%}"
        told.append(("Proof", f"No plan has a penalty below {least}, so at most {gap} of this one's can be saved."))
    places = [(worth.place, money(worth.cents)) for worth in outcome.worth if not worth.place.who]
    scarce = [f"{' '.join(place.what)} on {on(place.day)} ({saved})" for place, saved in places if place.day]
    if scarce:
        told.append(("Scarcest", f"One more would save the most as {', '.join(scarce[:3])}."))
    return [*told, ("Time", f"{outcome.seconds:.1f} s")]


def unit_facts(unit: Unit) -> Facts:
    """Return what a unit has and needs, by plain arithmetic."""
    calendar, periods = unit.calendar, len(unit.days) / unit.calendar.pay_period_days
    contracts = [staff.contract(calendar.full_time) for staff in unit.staff]
    needed = {level: sum(getattr(d.need, level) for d in unit.demand) for level in ("minimum", "target")}
    day = Fraction(sum(d.need.target * unit.length_of(d.need.shift) for d in unit.demand), 60 * len(unit.days))
    positions = [float(base_fte(day)), float(base_fte(day) * replacement())]
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
            "Positions",
            f"{positions[0]:.1f} FTE fill what is wished, {positions[1]:.1f} with {TIME_OFF} h a year of time off",
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


def need_facts(unit: Unit, totals: CareTotals) -> Facts:
    """Return what the patients of a plan take and what the target staffing gives them; hours rounded to tenths."""
    facts = [("Unit", unit.name), ("Period", f"{unit.calendar.first} to {unit.calendar.last}, {len(unit.days)} days")]
    if unit.care is None:
        return [*facts, ("Census", "none, so every need is given on the sheet Needs")]
    each, known = totals.per_patient_day, unit.care.census_from
    source = "the sheet Census" if known is CensusFrom.SHEET else f"the {known} of the sheet Census history"
    return [
        *facts,
        ("Census", f"{totals.patient_days:,} patient days, by {source}"),
        ("Care", f"{float(totals.care) / 60:,.1f} h that the patients take"),
        (
            "Staffed",
            f"{totals.staffed / 60:,.1f} h paid at the target, without those free of patients",
        ),
        ("HPPD", "none" if each is None else f"{float(each) / 60:.2f} h for each patient and day"),
    ]


def need_lines(ranges: tuple[NeedRange, ...]) -> list[str]:
    """Return a table of needs by shift and role: lowest and highest over the days, and on how many days what binds."""
    rows = [("Shift", "Role", "Minimum", "Target", "Comes from")]
    for found in ranges:
        origins = "; ".join(f"{origin} ({count(days, 'day')})" for origin, days in found.origins)
        rows.append((found.shift, found.role, _span(found.minimum), _span(found.target), origins))
    width = [max(len(row[column]) for row in rows) for column in range(4)]
    return ["  ".join([*map(str.ljust, row, width), row[4]]) for row in rows]


def _span(numbers: tuple[int, int]) -> str:
    low, high = numbers
    return str(low) if low == high else f"{low}-{high}"


def need_json(sources: tuple[NeedSource, ...], totals: CareTotals) -> dict[str, Any]:
    """Return every need with its working, and the totals, as plain values; times in hours, rounded to hundredths."""
    each = totals.per_patient_day
    return {
        "patient_days": totals.patient_days,
        "care_hours": round(float(totals.care) / 60, 2),
        "target_hours": round(totals.staffed / 60, 2),
        "hppd": None if each is None else round(float(each) / 60, 2),
        "needs": [_need_json(source) for source in sources],
    }


def _need_json(source: NeedSource) -> dict[str, Any]:
    used, working = source.used, source.working
    return {
        "day": source.day.isoformat(),
        "shift": used.shift,
        "role": used.role,
        "minimum": used.minimum,
        "target": used.target,
        "maximum": used.maximum,
        "comes_from": source.origin,
        "computed": working
        and {
            "patients": working.patients,
            "care_hours": round(float(working.care) / 60, 2),
            "ratio": working.ratio,
            "acuity": working.acuity,
            "hppd": working.hppd,
            "unit_minimum": working.least,
            "break_relief": working.relief,
            "minimum": working.minimum,
            "target": working.target,
        },
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
