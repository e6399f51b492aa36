"""What a hospital holds, and where it is short by plain arithmetic before anything is solved."""

from typing import Any

from optimizer.planning.currency import money
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, hours
from optimizer.staffing.hospital.hospital import Hospital
from optimizer.staffing.need.supply import ALL, supply_of
from optimizer.summary.facts import Facts


def hospital_facts(hospital: Hospital) -> Facts:
    """Return what a hospital holds, what every unit lacks, and what the pool has for it."""
    days, lacking = hospital.pool.unit.calendar, missing_in(hospital)
    return [
        ("Hospital", hospital.name),
        ("Period", f"{days.first} to {days.last}"),
        *_one_a_line("Units", [_unit_said(hospital, code, short) for code, short in lacking.items()]),
        ("Float pool", _pool_said(hospital)),
        ("Over the house", _house_said(sum(lacking.values()), pool_minutes(hospital))),
        *([] if hospital.budget is None else [("Budget", f"{money(hospital.budget)} for all together")]),
        *([] if hospital.agency is None else [("Agency", f"{hours(hospital.agency)} for all together")]),
    ]


def hospital_json(hospital: Hospital) -> dict[str, Any]:
    """Return the same as plain values, in minutes and cents."""
    return {
        "name": hospital.name,
        "people": hospital.size,
        "missing_minutes": missing_in(hospital),
        "pool_minutes": pool_minutes(hospital),
        "budget_cents": hospital.budget,
        "agency_minutes": hospital.agency,
    }


def missing_in(hospital: Hospital) -> dict[str, int]:
    """Return the minutes below minimum staffing that each unit's own staff cannot fill, week by week, by its code."""
    return {member.code: _missing(member.unit) for member in hospital.members}


def pool_minutes(hospital: Hospital) -> int:
    """Return the minutes that the contracts of the pool have for the planning period."""
    calendar = hospital.pool.unit.calendar
    each_day = sum(staff.contract(calendar.full_time)[1] for staff in hospital.pool.unit.staff)
    return each_day * len(calendar.days) // calendar.pay_period_days


def _missing(unit: Unit) -> int:
    lines = [line for line in supply_of(unit) if not line.credential]
    by_shift = sum(line.missing for line in lines if line.shift != ALL)
    return max(by_shift, sum(line.missing for line in lines if line.shift == ALL))


def _unit_said(hospital: Hospital, code: str, short: int) -> str:
    member = hospital.member_of[code]
    lacks = f"lacks {hours(short)} for its minimum" if short else "has enough for its minimum"
    people = count(len(member.unit.staff), "person", "people")
    return f"{code}, {member.unit.name}: {people}, {len(hospital.oriented(code))} of the pool may come; {lacks}"


def _pool_said(hospital: Hospital) -> str:
    people = count(len(hospital.pool.unit.staff), "person", "people")
    return f"{people}, who have {hours(pool_minutes(hospital))} by contract"


def _house_said(missing: int, pool: int) -> str:
    if not missing:
        return "every unit has enough for its minimum by itself"
    return f"{hours(missing)} are missing in the units; the pool has {hours(pool)} for it"


def _one_a_line(title: str, lines: list[str]) -> Facts:
    return [(title if not place else "", line) for place, line in enumerate(lines)]
