"""Who is there at each moment of a shift."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from optimizer.planning.pair import Pair, Plan
from optimizer.staffing.facts.shift import DAY_MINUTES, Kind, Part, Window, part_of_day
from optimizer.staffing.facts.unit import Unit, window_of

CHARGE = "charge"


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of time in which the same people are on duty; minutes after the midnight that ``day`` begins with."""

    day: date
    start: int
    end: int
    there: tuple[Pair, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """Return the calendar days that it touches."""
        first, last = self.start // DAY_MINUTES, (self.end - 1) // DAY_MINUTES
        return tuple(self.day + timedelta(days=n) for n in range(first, last + 1))


@dataclass(frozen=True, slots=True)
class Post:
    """A shift or window of a day that needs people."""

    day: date
    label: str
    window: Window
    part: Part


def posts(unit: Unit) -> Iterator[Post]:
    """Yield every shift and window that a day of the plan needs people for."""
    for day, label in dict.fromkeys((demand.day, demand.need.shift) for demand in unit.demand):
        shift, window = unit.shift_by_code.get(label), window_of(label)
        if shift and shift.kind is Kind.WORK:
            yield from (Post(day, label, there, shift.part) for there in shift.presence)
        elif window and not shift and unit.plannable(day, label):
            yield Post(day, label, window, part_of_day(*window))


def moments(unit: Unit, plan: Plan, post: Post) -> list[Moment]:
    """Return the moments of a shift or window, one for every change of the people on duty."""
    near = {(post.day + timedelta(days=n)): n * DAY_MINUTES for n in (-1, 0, 1)}
    spans = [
        (near[duty.day] + begin, near[duty.day] + end, Pair(who, duty))
        for who, duty in sorted(plan | unit.past)
        if duty.day in near and (shift := unit.shift_of(duty)).kind is Kind.WORK
        for begin, end in shift.presence
    ]
    start, end = post.window
    ticks = sorted({start, end, *(t for span in spans for t in span[:2] if start < t < end)})
    return [
        Moment(post.day, t, until, tuple(pair for a, b, pair in spans if a <= t and until <= b))
        for t, until in pairwise(ticks)
    ]


def counted(unit: Unit, moment: Moment, jobs: Collection[str], *, charge: bool) -> int:
    """Return how many people of some jobs count: no orientee, and somebody in charge only where that is said."""
    return len({pair.who for pair in of_jobs(unit, moment.there, jobs, charge=charge)})


def of_jobs(unit: Unit, pairs: Iterable[Pair], jobs: Collection[str], *, charge: bool) -> Iterator[Pair]:
    """Yield the duties of people of some jobs: of no orientee, and in charge only where that is said."""
    wanted = {job.casefold() for job in jobs}
    for pair in pairs:
        staff, in_charge = unit.people[pair.who], pair.what.role.casefold() == CHARGE
        if staff.job.casefold() in wanted and not staff.preceptors and (charge or not in_charge):
            yield pair
