"""How much of their time orientees work beside a preceptor."""

from collections.abc import Iterable
from dataclasses import dataclass

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.shift import DAY_MINUTES, Kind
from optimizer.staffing.facts.staff import Staff
from optimizer.staffing.facts.unit import Unit

MinuteSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mentoring:
    """The minutes that an orientee is there in the plan, and those of them beside a preceptor; breaks count."""

    who: str
    there: int
    beside: int

    @property
    def alone(self) -> int:
        """Return the minutes without a preceptor."""
        return self.there - self.beside


def mentoring(unit: Unit, plan: Plan) -> tuple[Mentoring, ...]:
    """Return for everyone who names preceptors how long one of them is there too."""
    return tuple(_mentoring(unit, plan, staff) for staff in unit.staff if staff.preceptors)


def _mentoring(unit: Unit, plan: Plan, orientee: Staff) -> Mentoring:
    mine = _joined(_spans(unit, plan, [orientee.id], (Kind.WORK, Kind.ORIENTATION)))
    theirs = _joined(_spans(unit, plan | unit.past, orientee.preceptors, (Kind.WORK,)))
    both = sum(max(0, min(a_end, b_end) - max(a, b)) for a, a_end in mine for b, b_end in theirs)
    return Mentoring(orientee.id, sum(end - start for start, end in mine), both)


def _spans(unit: Unit, plan: Plan, people: Iterable[str], kinds: tuple[Kind, ...]) -> list[MinuteSpan]:
    """Return when people are there, in minutes since the midnight that the plan begins with."""
    wanted, spans = {*people}, []
    for who, duty in plan:
        shift = unit.shift_of(duty)
        if who in wanted and shift.kind in kinds:
            midnight = (duty.day - unit.calendar.first).days * DAY_MINUTES
            spans.append((midnight + shift.start, midnight + shift.end))
    return spans


def _joined(spans: list[MinuteSpan]) -> list[MinuteSpan]:
    """Return the same time as spans that do not overlap."""
    joined: list[MinuteSpan] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
