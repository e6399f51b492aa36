"""What a unit has and needs."""

from fractions import Fraction

from optimizer.staffing.fte import TIME_OFF, base_fte, replacement
from optimizer.staffing.lawful import limits_on, presets_of
from optimizer.staffing.unit import Unit
from optimizer.staffing.words import count, hours
from optimizer.summary.facts import Facts

IN_PART = ". One that is in force on a part of the period binds all of it"


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
        ("Laws in force", _laws(unit)),
    ]


def _laws(unit: Unit) -> str:
    """Return the presets that bind a unit, and which of their limits a schedule must keep."""
    presets = presets_of(unit)
    if not presets:
        return "none chosen; the sheet Calendar takes jurisdictions"
    musts = [limit for limit in limits_on(presets, unit.days) if limit.citation.must]
    says = ", ".join(dict.fromkeys(limit.says for limit in musts)) or "none"
    part = any(not limit.citation.in_force(day) for limit in musts for day in unit.days)
    titles = "; ".join(each.title for each in presets)
    return f"{titles}. Musts beside the sheet Rules: {says}{IN_PART if part else ''}"
