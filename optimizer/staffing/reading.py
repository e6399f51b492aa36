"""How machines read a day: what somebody has on it, as a letter."""

from datetime import date
from typing import NamedTuple

from optimizer.planning.law import Machine, Reader, Walk
from optimizer.staffing.calendar import SATURDAY
from optimizer.staffing.scope import Scope
from optimizer.staffing.shift import Duty, Kind, Part
from optimizer.staffing.unit import Unit

Duties = tuple[Duty, ...]
SUNDAY = SATURDAY + 1


def walk(unit: Unit, who: str, machine: Machine, read: Reader) -> Walk:
    """Return a walk over the plan's days, with the known history walked first."""
    return Walk(who, machine, read, unit.history_days, unit.days)


def at_work(unit: Unit, shifts: Scope = ()) -> Reader:
    """Read whether somebody is at work on a day, in the shifts meant."""
    codes = frozenset(shift.code for shift in unit.shifts if shift.works and shift.matches(shifts))
    return lambda _day, duties: any(duty.shift in codes for duty in duties)


def off_work(unit: Unit) -> Reader:
    """Read whether somebody is not at work on a day; on call and leave are not work."""
    works = at_work(unit)
    return lambda day, duties: not works(day, duties)


def off_but_present(unit: Unit, leave: frozenset[date]) -> Reader:
    """Read whether somebody is not at work on a day though not on leave either."""
    works = at_work(unit)
    away = frozenset(shift.code for shift in unit.shifts if shift.kind is Kind.LEAVE)

    def read(day: date, duties: Duties) -> bool:
        return day not in leave and not works(day, duties) and not any(duty.shift in away for duty in duties)

    return read


class Times(NamedTuple):
    """When work starts and ends, in minutes after the midnight that the day begins with; and whether it is a night."""

    start: int
    end: int
    night: bool


def work_times(unit: Unit) -> Reader:
    """Read from when to when somebody is at work on a day, None on a day off. Two duties are read as one long one."""
    times = {s.code: Times(s.start, s.end, s.part is Part.NIGHT) for s in unit.shifts if s.works}

    def read(_day: date, duties: Duties) -> Times | None:
        worked = [times[duty.shift] for duty in duties if duty.shift in times]
        if len(worked) < 2:
            return worked[0] if worked else None
        return Times(min(t.start for t in worked), max(t.end for t in worked), any(t.night for t in worked))

    return read


class WeekendDay(NamedTuple):
    """Which halves of a weekend are worked on a day, whether it is over after it, and whether the day is planned."""

    halves: tuple[int, ...]
    closes: bool
    planned: bool


def weekend_halves(unit: Unit, *, close_at_end: bool) -> Reader:
    """Read which halves of a weekend somebody works on a day; a night counts as the calendar says.

    A weekend that the plan's end cuts in two is over there when ``close_at_end``, and never otherwise.
    """
    closing = {day for day in unit.days if day.weekday() == SUNDAY or (close_at_end and day == unit.calendar.last)}
    shifts = {shift.code: shift for shift in unit.shifts if shift.works}

    def read(day: date, duties: Duties) -> WeekendDay:
        parts = {shifts[duty.shift].part for duty in duties if duty.shift in shifts}
        counted = {place[1] for part in parts if (place := unit.calendar.weekend_of(day, part))}
        return WeekendDay(tuple(sorted(counted)), day in closing or day.weekday() == SUNDAY, day >= unit.calendar.first)

    return read


def codes_on_duty(unit: Unit) -> Reader:
    """Read the codes of what somebody has on a day, on call included and leave not, in order."""
    codes = frozenset(shift.code for shift in unit.shifts if shift.kind is not Kind.LEAVE)
    return lambda _day, duties: tuple(duty.shift for duty in duties if duty.shift in codes)
