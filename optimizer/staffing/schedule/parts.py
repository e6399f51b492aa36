"""A duty that is handed on in its course: the shift of whoever begins it, and that of whoever ends it."""

from dataclasses import replace
from typing import NamedTuple

from optimizer.staffing.facts.shift import DAY_MINUTES, Kind, Shift
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import clock


class DutyParts(NamedTuple):
    """The two parts of a shift, and how many days after the shift's day the second one begins."""

    first: Shift
    second: Shift
    later: int


def parts_of(unit: Unit, shift: Shift, at: int) -> DutyParts:
    """Return the parts of a shift that is handed on at a time of the day, in minutes after midnight.

    The unit's own shifts with these times are taken; else new ones, called "D<15" and "D>15", share the paid time and
    the break by how long they last. Raise ValueError when the time is not within the shift.
    """
    at += DAY_MINUTES if at <= shift.start else 0
    if not shift.start < at < shift.end or not shift.staffs:
        times = f"{clock(shift.start)} to {clock(shift.end)}"
        raise ValueError(f"{shift.code} is not handed on at {clock(at)}: it is worked from {times}.")
    return DutyParts(_part(unit, shift, shift.start, at), _part(unit, shift, at, shift.end), at // DAY_MINUTES)


def _part(unit: Unit, shift: Shift, start: int, end: int) -> Shift:
    """Return the unit's own shift with these times, else a new one."""
    times = start - _days(start), end - _days(start), shift.kind
    own = (each for each in unit.shifts if (each.start, each.end, each.kind) == times)
    return next(own, None) or _new(unit, shift, start, end)


def _new(unit: Unit, shift: Shift, start: int, end: int) -> Shift:
    first = start == shift.start
    sign, word, at = ("<", "until", end) if first else (">", "from", start)
    before = shift.paid * (at - shift.start) // (shift.end - shift.start)
    idle = 0 if shift.kind is Kind.ON_CALL else end - start - (before if first else shift.paid - before)
    return replace(
        shift,
        code=_free(unit, f"{shift.code}{sign}{_short(at)}"),
        name=f"{shift.name} {word} {clock(at)}",
        start=start - _days(start),
        end=end - _days(start),
        paid=before if first else shift.paid - before,
        unpaid_break=max(0, idle),
    )


def _days(start: int) -> int:
    """Return the minutes of the whole days that a part begins after the day of its duty."""
    return start // DAY_MINUTES * DAY_MINUTES


def _short(at: int) -> str:
    hour, minute = divmod(at % DAY_MINUTES, 60)
    return f"{hour}{minute:02}" if minute else f"{hour}"


def _free(unit: Unit, code: str) -> str:
    """Return a code that no shift has."""
    while code in unit.shift_by_code:
        code += "'"
    return code
