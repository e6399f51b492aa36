"""How many were there, day by day, on each shift or through each stretch of the day, and in which role."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from optimizer.staffing.facts.clock.typed_time import window_label
from optimizer.staffing.facts.shift import Kind, Window
from optimizer.staffing.learn.attendance import Attendance
from optimizer.staffing.learn.needs.windows import windows

Counts = Mapping[date, int]


class Staffed(NamedTuple):
    """The people in a role on a shift, or through a window, on every day of which that is known.

    ``within`` means that the shift's people are counted through windows as well: then it has no need of its own.
    """

    label: str
    role: str
    counts: Counts
    within: bool = False


def staffed(attendance: Attendance, unsure: Collection[str]) -> Iterator[Staffed]:
    """Yield what was staffed, role by role; ``unsure`` shifts, whose times nobody could tell, shape no stretches."""
    for role in dict.fromkeys(role for _, role in attendance.counts):
        yield from _in_role(attendance, role, unsure)


def _in_role(attendance: Attendance, role: str, unsure: Collection[str]) -> Iterator[Staffed]:
    """Yield the stretches of the day, then the shifts: those that anybody had, and those that could fill a stretch."""
    duties = Counter({shift.code: sum(_counts(attendance, shift.code, role).values()) for shift in attendance.shifts})
    timed = [shift for shift in attendance.shifts if shift.kind is Kind.WORK and shift.code not in unsure]
    stretches = windows(timed, duties)
    for stretch in stretches:
        yield Staffed(window_label(stretch, attendance.roster.codes), role, _through(attendance, role, stretch))
    for shift in attendance.shifts:
        within = shift in timed and any(shift.spans(stretch, ago) for stretch in stretches for ago in (0, 1))
        if within or duties[shift.code]:
            yield Staffed(shift.code, role, _counts(attendance, shift.code, role), within)


def _counts(attendance: Attendance, code: str, role: str) -> Counts:
    seen = attendance.counts.get((code, role), {})
    return {day: seen.get(day, 0) for day in attendance.roster.days}


def _through(attendance: Attendance, role: str, window: Window) -> Counts:
    """Return how many were there all through a window, on days of which all that could begin before them is known."""
    work = [shift for shift in attendance.shifts if shift.kind is Kind.WORK]
    fillings = [(shift.code, ago) for shift in work for ago in (0, 1) if shift.spans(window, ago)]
    counts = {code: _counts(attendance, code, role) for code, _ in fillings}
    days = [day for day in attendance.roster.days if all(_ago(day, n) in attendance.covered for _, n in fillings)]
    return {day: sum(counts[code][_ago(day, n)] for code, n in fillings) for day in days}


def _ago(day: date, days: int) -> date:
    return day - timedelta(days=days)
