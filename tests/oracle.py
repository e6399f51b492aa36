"""Safety rules in plain dates, written without laws, machines or the product's rules: a second opinion.

Each function returns what is wrong as (person, day) or, for coverage, (day, shift, role).
"""

from collections import Counter
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.shift import Kind
from optimizer.staffing.facts.unit import Unit

AWAY = (Kind.LEAVE, Kind.BLOCKED)


def on_leave(unit: Unit, plan: Plan) -> set:
    """Return who has a duty on approved leave or on a blocked day."""
    wrong = set()
    for request in unit.requests:
        if not request.approved and request.wish != "blocked":
            continue
        for who, duty in plan:
            kind = next(s.kind for s in unit.shifts if s.code == duty.shift)
            meant = not request.shift or duty.shift in request.shift.split(" or ")
            if who == request.who and request.first <= duty.day <= request.last and kind not in AWAY and meant:
                wrong.add((who, duty.day))
    return wrong


def twice_a_day(unit: Unit, plan: Plan) -> set:
    """Return who has more than one duty on a day, whatever the contract."""
    duties = Counter((_human(unit, who), duty.day) for who, duty in plan)
    return {cell for cell, number in duties.items() if number > 1}


def tired(unit: Unit, plan: Plan, least: timedelta) -> set:
    """Return who starts work before enough rest since the end of the duty before it."""
    wrong = set()
    for person in _humans(unit):
        spells = sorted(
            spell for who, duty in plan | unit.history if _human(unit, who) == person for spell in _spell(unit, duty)
        )
        for (_, ended), (starts, _) in pairwise(spells):
            if starts - ended < least and _day(unit, starts) >= unit.calendar.first:
                wrong.add((person, _day(unit, starts)))
    return wrong


def worked_too_much(unit: Unit, plan: Plan, most: timedelta) -> set:
    """Return who works more than ``most`` in some 24 hours, looked at from every full hour."""
    wrong = set()
    for person in _humans(unit):
        spells = [spell for who, duty in plan if _human(unit, who) == person for spell in _spell(unit, duty)]
        for began, _ in spells:
            for hour in range(-24, 25):
                start = began + timedelta(hours=hour)
                end = start + timedelta(hours=24)
                parts = (min(b, end) - max(a, start) for a, b in spells)
                if sum((max(part, timedelta(0)) for part in parts), timedelta(0)) > most:
                    wrong.add(person)
    return wrong


def at_a_stretch(unit: Unit, plan: Plan, most: timedelta) -> set:
    """Return who works more than ``most`` without an hour off between."""
    wrong = set()
    for person in _humans(unit):
        worked, last = timedelta(0), datetime.min.replace(tzinfo=UTC)
        for began, ended in sorted(s for who, duty in plan if _human(unit, who) == person for s in _spell(unit, duty)):
            worked = ended - began + (worked if began - last < timedelta(hours=1) else timedelta(0))
            last = ended
            if worked > most:
                wrong.add((person, _day(unit, began)))
    return wrong


def weeks_too_long(unit: Unit, plan: Plan, most: timedelta) -> set:
    """Return who works more than ``most`` in a week that starts at a weekday and an hour of the clock."""
    wrong, calendar = set(), unit.calendar
    monday = calendar.first - timedelta(days=calendar.first.weekday() + 14)
    for person in _humans(unit):
        spells = [spell for who, duty in plan if _human(unit, who) == person for spell in _spell(unit, duty)]
        for week in range(6):
            day = monday + timedelta(days=7 * week + calendar.week_start)
            start, end = (_moment(unit, day + timedelta(days=n), calendar.week_minute) for n in (0, 7))
            parts = (min(b, end) - max(a, start) for a, b in spells)
            if sum((max(part, timedelta(0)) for part in parts), timedelta(0)) > most:
                wrong.add(person)
    return wrong


def too_many_days(unit: Unit, plan: Plan, most: int) -> set:
    """Return who works on a day after at least ``most`` days of work without a break."""
    wrong = set()
    for person in _humans(unit):
        days = {duty.day for who, duty in plan | unit.history if _human(unit, who) == person and _spell(unit, duty)}
        for day in days:
            before = all(day - timedelta(days=n) in days for n in range(1, most + 1))
            if before and day >= unit.calendar.first:
                wrong.add((person, day))
    return wrong


def uncovered(unit: Unit, plan: Plan) -> set:
    """Return the needs on their days that have fewer people than the minimum."""
    wrong = set()
    day = unit.calendar.first
    while day <= unit.calendar.last:
        for key, need in _needs_on(unit, day).items():
            people = {
                who for who, duty in plan | unit.history if duty.role == need.role and _fills(unit, duty, day, need)
            }
            if len(people) < need.minimum:
                wrong.add((day, *key))
        day += timedelta(days=1)
    return wrong


def _human(unit: Unit, who: str) -> str:
    """Return who is behind a row of the staff: one row, or both rows of one human being."""
    first = next(person.same_as or who for person in unit.staff if person.id == who)
    return " and ".join(person.id for person in unit.staff if first in (person.id, person.same_as))


def _humans(unit: Unit) -> set:
    return {_human(unit, person.id) for person in unit.staff}


def _needs_on(unit: Unit, day) -> dict:
    chosen = {}
    for rank in range(4):
        for need in unit.needs:
            when = need.when
            own = 3 if when.day else 2 if when.holidays else 1 if when.weekdays else 0
            there = (
                when.day == day if when.day
                else day in unit.calendar.holidays if when.holidays
                else day.weekday() in when.weekdays if when.weekdays
                else True
            )  # fmt: skip
            if own == rank and there:
                chosen[need.shift, need.role] = need
    return chosen


def _fills(unit: Unit, duty, day, need) -> bool:
    shift = next(s for s in unit.shifts if s.code == duty.shift)
    if need.shift == shift.code:
        return duty.day == day
    if "-" not in need.shift or shift.kind != Kind.WORK:
        return False
    start, end = (datetime.combine(day, datetime.strptime(part, "%H:%M").time()) for part in need.shift.split("-"))
    end += timedelta(days=1) if end <= start else timedelta(0)
    began, ended = (
        datetime.combine(duty.day, datetime.min.time()) + timedelta(minutes=n) for n in (shift.start, shift.end)
    )
    return began <= start and end <= ended


def _spell(unit: Unit, duty) -> list:
    """Return from when to when a duty is work; nothing for leave and on call."""
    shift = next(s for s in unit.shifts if s.code == duty.shift)
    if shift.kind in (*AWAY, Kind.ON_CALL):
        return []
    return [(_moment(unit, duty.day, shift.start), _moment(unit, duty.day, shift.end))]


def _moment(unit: Unit, day, minute: int) -> datetime:
    """Return the moment at which the wall shows a time, whatever clocks did before."""
    midnight = datetime.combine(day, datetime.min.time(), _zone(unit))
    return (midnight + timedelta(minutes=minute)).astimezone(UTC)


def _day(unit: Unit, moment: datetime):
    return moment.astimezone(_zone(unit)).date()


def _zone(unit: Unit) -> ZoneInfo:
    return ZoneInfo(unit.calendar.time_zone or "UTC")
