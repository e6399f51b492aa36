"""How machines read a day: what somebody has on it, as a letter."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from math import gcd
from typing import NamedTuple, TypeVar

from optimizer.planning.law import Letter, Machine, Reader, Walk
from optimizer.staffing.facts.scope import Scope
from optimizer.staffing.facts.shift import DAY_MINUTES, Duty, Part, Shift
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.weekend import Weekend

Duties = tuple[Duty, ...]
T = TypeVar("T")


def walk(unit: Unit, who: str, machine: Machine, read: Reader, grain: int = 1) -> Walk:
    """Return a walk over the plan's days, with the known history walked first."""
    return Walk(who, machine, read, unit.history_days, unit.days, grain)


def time_grain(unit: Unit, *limits: int) -> int:
    """Return the minutes of which all times and paid hours of duties at work are multiples, and some limits."""
    shifts = (*unit.shifts, *(s for lasting in unit.lasting.values() for s in lasting.values()))
    times = (minutes for s in shifts if s.works for spell in spells_of(s) for minutes in spell)
    return gcd(DAY_MINUTES, *times, *limits)


def on_duty(unit: Unit, shifts: Scope = ()) -> Reader:
    """Read whether somebody has one of the shifts meant on a day, whatever its kind; any at work without a scope."""
    codes = unit.meant(shifts)
    return lambda _day, duties: any(duty.shift in codes for duty in duties)


def off_work(unit: Unit) -> Reader:
    """Read whether somebody is not at work on a day; on call and leave are not work."""
    works = on_duty(unit)
    return lambda day, duties: not works(day, duties)


def off_but_present(unit: Unit, leave: frozenset[date]) -> Reader:
    """Read whether somebody is not at work on a day though nothing, ``leave`` or a code, says that they are away."""
    works = on_duty(unit)
    away = frozenset(shift.code for shift in unit.shifts if shift.away)

    def read(day: date, duties: Duties) -> bool:
        return day not in leave and not works(day, duties) and not any(duty.shift in away for duty in duties)

    return read


class Ended(NamedTuple):
    """What a reader makes of a day, and whether it is the last of the plan."""

    letter: Letter
    last: bool


def ended(unit: Unit, read: Reader) -> Reader:
    """Read as another reader does, and mark the last day, for machines that charge what has to be complete by then."""
    return lambda day, duties: Ended(read(day, duties), day == unit.calendar.last)


def as_one(known: Mapping[str, T], join: Callable[[Sequence[T]], T]) -> Reader:
    """Read what is known of the shifts that somebody has on a day, several joined to one; None when nothing is."""

    def read(_day: date, duties: Duties) -> T | None:
        had = [known[duty.shift] for duty in duties if duty.shift in known]
        return join(had) if len(had) > 1 else had[0] if had else None

    return read


def as_they_last(unit: Unit, read: Callable[[Iterable[Shift]], Reader]) -> Reader:
    """Read a day with the shifts as they last on it, in minutes that pass."""
    usual = read(unit.shifts)
    if not unit.lasting:
        return usual
    of_shifts = cache(read)
    on_days = {day: of_shifts(tuple(shifts.values())) for day, shifts in unit.lasting.items()}
    return lambda day, duties: on_days.get(day, usual)(day, duties)


class WorkTimes(NamedTuple):
    """When work starts and ends, in minutes after the midnight that the day begins with; and whether it is a night."""

    start: int
    end: int
    night: bool


def work_times(unit: Unit) -> Reader:
    """Read from when to when somebody is at work on a day, in minutes that pass; None on a day off."""
    return as_they_last(unit, times_on_the_wall)


def times_on_the_wall(shifts: Iterable[Shift]) -> Reader:
    """Read from when to when somebody is at work, None on a day off.

    Several duties are read from the first start to the last end: hours off between them are no rest.
    """
    times = {s.code: WorkTimes(s.start, s.end, s.part is Part.NIGHT) for s in shifts if s.works}
    return as_one(
        times, lambda had: WorkTimes(min(t.start for t in had), max(t.end for t in had), any(t.night for t in had))
    )


class WeekendDay(NamedTuple):
    """What somebody works of a weekend on a day, and how far the weekend has come.

    ``worked`` has which of its days (0 is the first), with the shift where that matters; ``days`` is how many of them
    are over with this one, 0 in the week; ``cut`` means that its beginning is unknown. ``last`` is the plan's last day.
    """

    worked: tuple[tuple[int, str], ...]
    days: int
    cut: bool
    closes: bool
    last: bool
    planned: bool


def weekend_days(
    unit: Unit, weekend: Weekend, scope: Scope = (), *, by_shift: bool = False, first: date | None = None
) -> Reader:
    """Read which days of a weekend have duties of the shifts meant, all at work without a scope; and which if asked.

    A night counts as the calendar says. Nothing counts before ``first``, the first day known where it is left out.
    """
    calendar, since = unit.calendar, first or (*unit.history_days, *unit.days)[0]
    shifts = {code: unit.shift_by_code[code] for code in unit.meant(scope)}
    # Where nights make a weekend begin a day earlier or end a day later, so it is.
    earlier, later = (timedelta(days=max(0, by * calendar.night_weekend_shift)) for by in (-1, 1))

    def worked(day: date, duties: Duties) -> Iterator[tuple[int, str]]:
        for duty in duties:
            if duty.shift in shifts:
                place = weekend.place(calendar.weekend_day(day, shifts[duty.shift].part))
                early = place == 0 and weekend.from_night and shifts[duty.shift].part is not Part.NIGHT
                if place is not None and not early:
                    yield place, duty.shift if by_shift else ""

    def read(day: date, duties: Duties) -> WeekendDay:
        seen = day - later
        place, begins = weekend.place(seen), weekend.began(seen) - earlier
        return WeekendDay(
            tuple(sorted({*worked(day, duties)})),
            days=0 if place is None else place + 1,
            cut=place is not None and begins < since,
            closes=place == weekend.length - 1,
            last=day == calendar.last,
            planned=day >= calendar.first,
        )

    return read


def codes_of(_day: date, duties: Duties) -> tuple[str, ...]:
    """Read the codes of what somebody has on a day, on call and leave included, in order."""
    return tuple(duty.shift for duty in duties)


class Spell(NamedTuple):
    """A spell of work: its start and end in minutes after the midnight that a day begins with, and its paid minutes."""

    start: int
    end: int
    paid: int

    def within(self, start: int, end: int) -> int:
        """Return how much of it can be worked within a span."""
        return max(0, min(self.paid, min(self.end, end) - max(self.start, start)))

    def moved(self, minutes: int) -> "Spell":
        """Return the same spell as seen from another midnight."""
        return Spell(self.start + minutes, self.end + minutes, self.paid)


def spells_of(shift: Shift) -> tuple[Spell, ...]:
    """Return the spells of a shift, one for each of its parts; its paid minutes are shared out by their lengths."""
    length, before, found = sum(end - start for start, end in shift.spells), 0, list[Spell]()
    for start, end in shift.spells:
        begun, before = before, before + end - start
        found.append(Spell(start, end, shift.paid * before // length - shift.paid * begun // length))
    return tuple(found)


def spells(unit: Unit) -> Reader:
    """Read the spells that somebody works on a day, in minutes that pass: one for each duty, or each part of it."""
    return as_they_last(unit, _spells)


def _spells(shifts: Iterable[Shift]) -> Reader:
    """Read the spells that somebody works, in order."""
    known = {shift.code: spells_of(shift) for shift in shifts if shift.works}

    def read(_day: date, duties: Duties) -> tuple[Spell, ...]:
        had = [known[duty.shift] for duty in duties if duty.shift in known]
        return had[0] if len(had) == 1 else tuple(sorted(spell for each in had for spell in each))

    return read


class WeekDay(NamedTuple):
    """What a reader makes of a day, and whether a calendar week closes with it."""

    letter: Letter
    closes: bool


def week_days(unit: Unit, read: Reader) -> Reader:
    """Read as another reader does, and mark the last day of every calendar week."""
    closing = {week.last.weekday() for week in unit.calendar.weeks}
    return lambda day, duties: WeekDay(read(day, duties), day.weekday() in closing)
