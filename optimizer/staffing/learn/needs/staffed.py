"""How many were there, day by day, on each shift or through each stretch of the day, and in which role."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from optimizer.staffing.facts.shift import Kind, Shift, Window
from optimizer.staffing.learn.attendance import Attendance
from optimizer.staffing.learn.needs.windows import label_of, windows

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
    """Yield what was staffed, role by role; shifts whose times nobody could tell count by themselves."""
    for role in dict.fromkeys(role for _, role in attendance.counts):
        duties = Counter({code: sum(seen.values()) for (code, r), seen in attendance.counts.items() if r == role})
        shifts = [shift for shift in attendance.shifts if duties[shift.code]]
        timed = [shift for shift in shifts if shift.kind is Kind.WORK and shift.code not in unsure]
        stretches = windows(timed, duties)
        for stretch in stretches:
            yield Staffed(label_of(stretch, attendance.roster.codes), role, _through(attendance, role, stretch, timed))
        for shift in shifts:
            within = shift in timed and any(shift.spans(each, ago) for each in stretches for ago in (0, 1))
            seen = attendance.counts[shift.code, role]
            yield Staffed(shift.code, role, {day: seen.get(day, 0) for day in attendance.roster.days}, within)


def _through(attendance: Attendance, role: str, window: Window, shifts: list[Shift]) -> Counts:
    """Return how many were there all through a window, but not where duties of an unknown day before could be."""
    fillings = [(shift.code, ago) for shift in shifts for ago in (0, 1) if shift.spans(window, ago)]
    covered = {*attendance.roster.days}
    known = [day for day in covered if all(day - timedelta(days=ago) in covered for _, ago in fillings)]
    counts = attendance.counts
    return {
        day: sum(counts.get((code, role), {}).get(day - timedelta(days=ago), 0) for code, ago in fillings)
        for day in sorted(known)
    }
