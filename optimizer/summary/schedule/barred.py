"""Why somebody cannot come at all, whatever the rules in force say of it."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from optimizer.planning.score import Verdict
from optimizer.staffing.facts.request import Request
from optimizer.staffing.facts.shift import DAY_MINUTES, Duty
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import clock, on
from optimizer.staffing.rules.who.credentials import lack_of

HANDOVER = 60
"""Minutes that two shifts of one day may overlap, and who has the one may still have the other in its place."""
Cell = tuple[str, date]
"""A person and a day of the schedule."""


def barred(
    unit: Unit, verdict: Verdict, who: str, duty: Duty, locked: Collection[Cell] = (), given_up: Collection[Duty] = ()
) -> str:
    """Return in one sentence why somebody cannot take a duty, "" when only the rules have a say in it.

    They are not employed, do not work in the role or lack its credential, are on leave or away, are at work elsewhere
    at the time (but for what is ``given_up``), or their day is locked.
    """
    return next(_reasons(unit, verdict, who, duty, locked, given_up), "")


def _reasons(
    unit: Unit, verdict: Verdict, who: str, duty: Duty, locked: Collection[Cell], given_up: Collection[Duty]
) -> Iterator[str]:
    staff, name, day = unit.people[who], unit.name_of(who), duty.day
    if duty.role not in staff.roles:
        yield f"{name} does not work as {duty.role}."
    if not staff.employed(day):
        yield f"{name} is not employed on {on(day)}."
    if lack := lack_of(unit, who, duty.role, day):
        yield lack
    for request in unit.requests:
        if request.binds and _meant(request, who, duty):
            yield _why_not(request, name, day)
    for other in _row(unit, verdict, who, day):
        if unit.shift_of(other).away:
            yield f"{name} is away on {on(day)} ({unit.shift_of(other).name})."
    if there := next((other for other in _at_work(unit, verdict, who, duty) if other not in given_up), None):
        times = " to ".join(clock(time) for time in _times(unit, there, there.day))
        yield f"{name} is at work then: {there.shift} on {on(there.day)}, {times}."
    if (who, day) in locked or any(pair.who == who and pair.what.day == day for pair in unit.locked):
        yield f"{name}'s {on(day)} is locked."


def _meant(request: Request, who: str, duty: Duty) -> bool:
    days = request.who == who and request.first <= duty.day <= request.last
    return days and request.means(duty.shift)


def _why_not(request: Request, name: str, day: date) -> str:
    if request.approved:
        return f"{name} is on approved leave on {on(day)}."
    return f"{name} may not be asked on {on(day)}, a blocked day."


def _at_work(unit: Unit, verdict: Verdict, who: str, duty: Duty) -> Iterator[Duty]:
    """Yield what somebody works at the time of a duty; to take another role in the same shift is no other work.

    A duty of the same day would give way, so that one that only hands over to it, or from it, is in nobody's way.
    """
    start, end = _times(unit, duty, duty.day)
    for days in (-1, 0, 1):
        for other in _row(unit, verdict, who, duty.day + timedelta(days)):
            begins, ends = _times(unit, other, duty.day)
            both = min(end, ends) - max(start, begins)
            same = other[:2] == duty[:2]
            if unit.shift_of(other).works and not same and both > (0 if days else HANDOVER):
                yield other


def _times(unit: Unit, duty: Duty, day: date) -> tuple[int, int]:
    """Return when a duty begins and ends, in minutes from the midnight at which a day begins."""
    shift, midnight = unit.shift_of(duty), (duty.day - day).days * DAY_MINUTES
    return midnight + shift.start, midnight + shift.end


def _row(unit: Unit, verdict: Verdict, who: str, day: date) -> tuple[Duty, ...]:
    if day < unit.calendar.first:
        return tuple(pair.what for pair in unit.cells.get((who, day), ()))
    return verdict.rows.get(who, {}).get(day, ())
