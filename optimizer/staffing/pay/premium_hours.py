"""Which hours of a duty earn which premiums: all of them by the day a duty begins, or some of them by the clock."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import NamedTuple

from optimizer.staffing.facts.calendar import SATURDAY, Calendar
from optimizer.staffing.facts.clock.clock_change import minutes_between
from optimizer.staffing.facts.rates import HOLIDAY, WEEKEND
from optimizer.staffing.facts.shift import DAY_MINUTES, Duty, Kind, Part, Shift, Window
from optimizer.staffing.facts.unit import Unit


class PremiumHours(NamedTuple):
    """Some minutes of a duty, and what premiums they may earn: shift, part of the day, weekend and so on."""

    minutes: int
    occasions: frozenset[str]


DutyHours = tuple[PremiumHours, ...]


def premium_hours(unit: Unit, duty: Duty) -> DutyHours:
    """Return the hours of a duty by what they may earn; on call all of them, and by the clock unpaid ones, too."""
    shift = unit.shift_of(duty)
    if shift.kind is Kind.ON_CALL:
        lasting = unit.as_it_lasts(duty)
        return (PremiumHours(lasting.end - lasting.start, frozenset((shift.code, shift.kind))),)
    if not shift.works:
        return (PremiumHours(unit.paid(duty), frozenset()),)
    if not unit.calendar.premiums_by_clock:
        return (PremiumHours(unit.paid(duty), frozenset((*shift.tags, *_of_the_day(unit, duty)))),)
    return tuple(_by_the_clock(unit.calendar, duty, shift))


def _of_the_day(unit: Unit, duty: Duty) -> Iterator[str]:
    if unit.calendar.weekend_of(duty.day, unit.shift_of(duty).part) is not None:
        yield WEEKEND
    if duty.day in unit.calendar.holidays:
        yield HOLIDAY


def _by_the_clock(calendar: Calendar, duty: Duty, shift: Shift) -> Iterator[PremiumHours]:
    always = frozenset(shift.tags) - {*Part}
    for there in shift.presence:
        for start, end in pairwise(_cuts(calendar, there)):
            minutes = minutes_between(calendar.zone, duty.day, start, end)
            yield PremiumHours(minutes, always.union(_at(calendar, duty, start)))


def _cuts(calendar: Calendar, there: Window) -> list[int]:
    """Return where a span of a duty begins, ends, and passes a midnight or the border of a part of the day."""
    borders = {0, *calendar.evening, *calendar.night}
    passed = (border % DAY_MINUTES + day * DAY_MINUTES for border in borders for day in (0, 1))
    return sorted({*there, *(minute for minute in passed if there.start < minute < there.end)})


def _at(calendar: Calendar, duty: Duty, minute: int) -> Iterator[str]:
    """Yield what a time on the clock, in minutes after the midnight of a duty's day, may earn."""
    day = duty.day + timedelta(days=minute // DAY_MINUTES)
    yield _part_at(calendar, minute % DAY_MINUTES)
    if day.weekday() >= SATURDAY:
        yield WEEKEND
    if day in calendar.holidays:
        yield HOLIDAY


def _part_at(calendar: Calendar, minute: int) -> Part:
    hours = ((calendar.night, Part.NIGHT), (calendar.evening, Part.EVENING))
    within = (part for window, part in hours if (minute - window.start) % DAY_MINUTES < window.end - window.start)
    return next(within, Part.DAY)
