"""What a unit has and needs."""

from fractions import Fraction

from optimizer.planning.naming import namesakes_said
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import clock, count, hours, on
from optimizer.staffing.law.lawful import limits_on, presets_of
from optimizer.staffing.need.fte import base_fte, replacement
from optimizer.summary.facts import Facts
from optimizer.summary.unit.rounding import rounding_said

SEVERAL = (
    ". Rest, hours at work, overtime, days in a row and weekends count over all contracts of one person; hours owed, "
    "requests and fair shares are each contract's own, and leave is of that contract alone unless all of them have it"
)
IN_PART = ". One that is in force on a part of the period binds all of it"


def unit_facts(unit: Unit) -> Facts:
    """Return what a unit has and needs, by plain arithmetic."""
    calendar = unit.calendar
    contracts = [
        staff.contract(calendar.full_time_of(period))[0] * period.part(unit.days)
        for period in calendar.pay_periods
        for staff in unit.staff
    ]
    needed = {level: sum(getattr(d.need, level) for d in unit.demand) for level in ("minimum", "target")}
    day = Fraction(sum(d.need.target * unit.length_of(d.need.shift) for d in unit.demand), 60 * len(unit.days))
    positions = [float(base_fte(day)), float(base_fte(day) * replacement(calendar.time_off))]
    settled = count(len(unit.locked), "locked duty", "locked duties")
    approved = sum(request.approved for request in unit.requests)
    blocked = sum(request.binds and not request.approved for request in unit.requests)
    return [
        ("Unit", unit.name),
        ("Period", f"{calendar.first} to {calendar.last}, {len(unit.days)} days, {len(calendar.holidays)} holidays"),
        ("People", f"{len(unit.staff)}, {sum(staff.fte for staff in unit.staff):.1f} FTE"),
        ("Contracts", f"{hours(round(sum(contracts)))} owed in the period"),
        (
            "Needs",
            f"{needed['minimum']} at least, {needed['target']} wished, over all days, shifts or windows, and roles",
        ),
        (
            "Positions",
            f"{positions[0]:.1f} FTE fill what is wished, {positions[1]:.1f} with {hours(calendar.time_off)} a year of "
            "time off",
        ),
        (
            "Requests",
            f"{len(unit.requests)}, {approved} of them approved leave, {blocked} blocked",
        ),
        (
            "Settled",
            f"{settled}, {count(len(unit.history_days), 'day')} of history",
        ),
        ("Laws in force", _laws(unit)),
        *_remarks(unit),
    ]


def _remarks(unit: Unit) -> Facts:
    """Return what a reader is to know of how the workbook was understood, where there is anything to know."""
    names = {human.ids[0]: human.contracts[0].name for human in unit.humans}
    remarks = (
        ("Same names", namesakes_said(names)),
        ("Several contracts", _several_contracts(unit)),
        ("Long breaks", _long_breaks(unit)),
        ("Clock change", _clock_change(unit)),
        ("Other days", _other(unit)),
        ("Rounding", rounding_said(unit)),
    )
    return [(name, said) for name, said in remarks if said]


def _several_contracts(unit: Unit) -> str:
    """Return whose rows are one person's, and what that means."""
    told = "; ".join(human.name for human in unit.humans if human.several)
    return told and f"{told}{SEVERAL}"


def _clock_change(unit: Unit) -> str:
    """Return which duties have more or fewer hours because clocks change in them."""
    changed = (
        f"{code} of {on(day)} has {hours(lasting.paid)}"
        for day, shifts in unit.lasting.items()
        for code, lasting in shifts.items()
        if lasting.paid != unit.shift_by_code[code].paid
    )
    return ", ".join(changed)


def _long_breaks(unit: Unit) -> str:
    """Return when people in a shift with a long break are taken not to be there."""
    parted = [(shift, shift.presence) for shift in unit.shifts if len(shift.presence) > 1 and shift.works]
    said = (f"{shift.code} from {clock(first.end)} to {clock(then.start)}" for shift, (first, then) in parted)
    told = "; ".join(said)
    return told and f"nobody counts as there on {told}, taken to be the middle of the shift"


def _other(unit: Unit) -> str:
    """Return what was entered for days outside the planning period."""
    aside, calendar = unit.aside, unit.calendar
    wishes = [r for r in unit.requests if r.last < calendar.first or r.first > calendar.last]
    found = (
        (len(aside.needs), "need", "needs"),
        (len(aside.skill_needs), "skill", "skills"),
        (len(wishes), "request", "requests"),
        (len(aside.locked), "locked duty", "locked duties"),
        (len(aside.census), "row of census", "rows of census"),
        (len(aside.budget), "row of budget", "rows of budget"),
        (len(aside.ledger), "row of the ledger", "rows of the ledger"),
    )
    told = ", ".join(count(number, thing, things) for number, thing, things in found if number)
    return told and f"{told} outside the planning period, kept and not used in it"


def _laws(unit: Unit) -> str:
    """Return the presets that bind a unit, and which of their limits a schedule must keep."""
    presets = presets_of(unit)
    if not presets:
        return "none chosen; the sheet Calendar takes jurisdictions"
    musts = [limit for limit in limits_on(presets, unit.days) if limit.citation.must]
    says = "; ".join(dict.fromkeys(limit.says for limit in musts)) or "none"
    part = any(not limit.citation.in_force(day) for limit in musts for day in unit.days)
    titles = "; ".join(each.title for each in presets)
    return f"{titles}. Musts beside the sheet Rules: {says}{IN_PART if part else ''}"
