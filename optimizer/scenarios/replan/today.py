"""The next days as the charge nurse and the staffing office see them: who is on, who is short, what is open."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from optimizer.planning.pair import Pair, Plan
from optimizer.scenarios.replan.events import sick_codes
from optimizer.staffing.facts.demand import Demand
from optimizer.staffing.facts.shift import Kind
from optimizer.staffing.facts.unit import Unit, window_of
from optimizer.staffing.need.cover import CoverLevel, NeedCover
from optimizer.staffing.schedule.figures import Figures

AHEAD = timedelta(hours=72)
"""How far ahead is looked."""


@dataclass(frozen=True, slots=True)
class ShiftAhead:
    """One shift, or window of needs, of a day: who is on, who is not there any more, and how each need is met.

    ``label`` is the shift's code or the window. ``new`` and ``gone`` are what differs from what people were told.
    """

    day: date
    label: str
    begins: datetime
    ends: datetime
    on: tuple[Pair, ...]
    new: Plan
    gone: tuple[Pair, ...]
    covers: tuple[tuple[Demand, NeedCover], ...]

    def runs(self, now: datetime) -> bool:
        """Tell whether it has begun."""
        return self.begins <= now

    @property
    def open(self) -> tuple[tuple[Demand, NeedCover], ...]:
        """Return the needs that are below their target."""
        return tuple(each for each in self.covers if each[1].missing(CoverLevel.TARGET))


@dataclass(frozen=True, slots=True)
class Today:
    """The shifts that run now or begin within 72 hours, in their order; and who is entered as ill in that time."""

    now: datetime
    shifts: tuple[ShiftAhead, ...]
    ill: tuple[Pair, ...]

    @property
    def running(self) -> tuple[ShiftAhead, ...]:
        """Return the shifts that run now."""
        return tuple(each for each in self.shifts if each.runs(self.now))

    @property
    def coming(self) -> tuple[ShiftAhead, ...]:
        """Return the shifts that begin later."""
        return tuple(each for each in self.shifts if not each.runs(self.now))

    @property
    def gone(self) -> tuple[Pair, ...]:
        """Return the duties that people were told of and do not have any more."""
        return tuple(pair for each in self.shifts for pair in each.gone)


def today_of(figures: Figures, told: Plan | None, now: datetime, ahead: timedelta = AHEAD) -> Today:
    """Return a schedule from now on; ``told`` is what people know, None where nothing was published."""
    unit, until = figures.unit, now + ahead
    days = [day for n in range(-1, ahead.days + 1) if (day := now.date() + timedelta(days=n)) in unit.days]
    covers: dict[tuple[date, str], list[tuple[Demand, NeedCover]]] = defaultdict(list)
    for demand, cover in figures.covers:
        covers[demand.day, demand.need.shift].append((demand, cover))
    found = (
        each
        for day in days for label in _labels(unit, day, covers)
        for each in _shift(figures, told, day, label, tuple(covers[day, label]))
    )  # fmt: skip
    near = sorted((each for each in found if each.begins < until and each.ends > now), key=lambda each: each.begins)
    sick = (pair for pair in figures.plan if pair.what.shift in sick_codes(unit))
    return Today(now, tuple(near), tuple(sorted(pair for pair in sick if now.date() <= pair.what.day <= until.date())))


def _labels(unit: Unit, day: date, covers: dict[tuple[date, str], list[tuple[Demand, NeedCover]]]) -> list[str]:
    """Return the shifts at which people are there or on call, and the windows that something is needed in."""
    shifts = [shift.code for shift in unit.shifts if shift.staffs or shift.kind is Kind.ON_CALL]
    return list(dict.fromkeys((*shifts, *(label for when, label in [*covers] if when == day))))


def _shift(
    figures: Figures, told: Plan | None, day: date, label: str, covers: tuple[tuple[Demand, NeedCover], ...]
) -> Iterator[ShiftAhead]:
    """Yield a shift of a day unless nobody is needed, on or told of it."""
    unit, window = figures.unit, window_of(label)
    shift = unit.shift_by_code.get(label)
    start, end = (shift.start, shift.end) if shift else (window.start, window.end) if window else (0, 0)
    on = _there(unit, figures.plan, day, label) if shift else ()
    known = _there(unit, told, day, label) if shift and told is not None else on
    if on or known or any(cover.target for _, cover in covers):
        new, gone = frozenset(on) - frozenset(known), tuple(pair for pair in known if pair not in figures.plan)
        yield ShiftAhead(day, label, _moment(day, start), _moment(day, end), on, new, gone, covers)


def _there(unit: Unit, plan: Plan, day: date, label: str) -> tuple[Pair, ...]:
    """Return who has a shift, those first whose role is not the usual one: who leads is looked for first."""
    there = (pair for pair in plan if pair.what.day == day and pair.what.shift == label and pair.who in unit.people)
    roles = [*unit.role_by_name]
    return tuple(sorted(there, key=lambda pair: (_rank(unit, pair, roles), unit.name_of(pair.who))))


def _rank(unit: Unit, pair: Pair, roles: list[str]) -> tuple[bool, int]:
    role = pair.what.role
    return role == unit.people[pair.who].roles[0], roles.index(role) if role in roles else len(roles)


def _moment(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)
