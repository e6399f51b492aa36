"""Units and plans drawn as pictures, so that a test shows the schedule it is about.

    found = findings(Rest(limit=11 * 60), "ann  E D . .")

A line is a person, a letter is a day, D+C are two duties of one day. The first day is a Monday. Days before ``|`` are
history. ``D/Charge`` is a duty in a role that is not the person's main one (RN).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair, Plan
from optimizer.planning.policy import Policy, Ruling
from optimizer.planning.rule import Finding
from optimizer.planning.score import Judge
from optimizer.staffing.facts.calendar import Calendar
from optimizer.staffing.facts.shift import Duty, Kind, Part, Shift
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import DutyRole, Unit
from optimizer.staffing.rules.rule import UnitRule

MONDAY = date(2026, 6, 1)
SHIFTS = (
    Shift("D", "Day", 7 * 60, 15 * 60, 8 * 60, part=Part.DAY),
    Shift("E", "Evening", 15 * 60, 23 * 60, 8 * 60, part=Part.EVENING),
    Shift("N", "Night", 23 * 60, 31 * 60, 8 * 60, part=Part.NIGHT),
    Shift("L", "Long day", 7 * 60, 19 * 60, 12 * 60, part=Part.DAY),
    Shift("M", "Long night", 19 * 60, 31 * 60, 12 * 60, part=Part.NIGHT),
    Shift("C", "On call", 19 * 60, 31 * 60, 0, kind=Kind.ON_CALL, part=Part.NIGHT),
    Shift("S", "Study day", 8 * 60, 16 * 60, 8 * 60, kind=Kind.EDUCATION, part=Part.DAY),
    Shift("P", "Paid leave", 7 * 60, 15 * 60, 8 * 60, kind=Kind.LEAVE, part=Part.DAY),
)
BLOCKED = Shift("X", "Blocked", 0, 24 * 60, 0, kind=Kind.BLOCKED, part=Part.DAY)
"""Nobody's shift here unless a test says so."""
ROLES = (DutyRole("RN"), DutyRole("Charge", ("charge course",), "C"), DutyRole("CNA"), DutyRole("Orientee"))


def draw(
    picture: str,
    people: Mapping[str, Mapping[str, Any]] | None = None,
    *,
    first: date = MONDAY,
    calendar: Mapping[str, Any] | None = None,
    **facts: Any,
) -> tuple[Unit, Plan]:
    """Return the unit and the plan of a picture.

    ``people`` has facts about the staff by id, ``calendar`` about the calendar; other facts are the unit's own.
    """
    rows = {who: cells for who, *cells in (line.split() for line in picture.strip().splitlines())}
    staff = tuple(
        Staff(who, who.title(), **{"job": "RN", "roles": ("RN", "Charge"), **(people or {}).get(who, {})})
        for who in rows
    )
    known_shifts = (*facts.get("shifts", ()), *SHIFTS, BLOCKED)
    main_roles = {person.id: person.roles[0] for person in staff}
    known = {cells.index("|") if "|" in cells else 0 for cells in rows.values()}
    (before,) = known
    duties = {
        Pair(who, duty)
        for who, cells in rows.items()
        for number, cell in enumerate(cell for cell in cells if cell != "|")
        for thing in cell.split("+")
        if (duty := _duty(first + timedelta(days=number - before), thing, main_roles[who], known_shifts))
    }
    length = max(len(cells) - cells.count("|") for cells in rows.values()) - before
    days = Calendar(first, first + timedelta(days=length - 1), **(calendar or {}))
    history = frozenset(pair for pair in duties if pair.what.day < first)
    unit = Unit(
        "Drawn",
        days,
        SHIFTS,
        ROLES,
        staff,
        history=history,
        history_from=first - timedelta(days=before) if before else None,
    )
    return replace(unit, **facts), frozenset(duties) - history


def findings(rule: UnitRule, picture: str, people: Any = None, **facts: Any) -> tuple[Finding, ...]:
    """Return what a rule finds in a picture."""
    unit, plan = draw(picture, people, **facts)
    judge = Judge(formulate(unit, Policy((Ruling(rule),))))
    return judge.findings(judge.judge(plan))


def amounts(rule: UnitRule, picture: str, people: Any = None, **facts: Any) -> list[int]:
    """Return the amounts of what a rule finds in a picture, by day and then by person."""
    found = findings(rule, picture, people, **facts)
    return [f.amount for f in sorted(found, key=lambda f: (f.place.day or MONDAY, f.place.who, f.place.what))]


def says(rule: UnitRule, picture: str, people: Any = None, **facts: Any) -> list[str]:
    """Return the sentences of what a rule finds in a picture."""
    unit, _ = draw(picture, people, **facts)
    return [finding.rule.say(unit, finding) for finding in findings(rule, picture, people, **facts)]


def day(number: int) -> date:
    """Return a day of the picture; 0 is the first after the history."""
    return MONDAY + timedelta(days=number)


def _duty(when: date, cell: str, main_role: str, shifts: tuple[Shift, ...]) -> Duty | None:
    if cell == ".":
        return None
    code, _, role = cell.partition("/")
    staffs = next(shift.staffs for shift in shifts if shift.code == code)
    return Duty(when, code, (role or main_role) if staffs else "")
