"""What a duty lasts where clocks change: the minutes that pass between two times on the wall."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cache
from zoneinfo import available_timezones

from optimizer.staffing.facts.shift import Shift, Window

MINUTE = timedelta(minutes=1)
ShiftsByCode = Mapping[str, Shift]
Late = tuple[int, ...]
"""How many minutes later than the wall says the parts of a shift begin and end, one after the other."""


@cache
def time_zones() -> tuple[str, ...]:
    """Return the names of all time zones, as IANA has them: America/New_York and so on."""
    return tuple(sorted(available_timezones()))


def minutes_between(zone: tzinfo | None, day: date, start: int, end: int) -> int:
    """Return the minutes that pass between two times on the wall, in minutes after a day's midnight."""
    return end - start + (_offset(zone, day, start) - _offset(zone, day, end) if zone else 0)


def shifts_as_they_last(shifts: Iterable[Shift], days: tuple[date, ...], zone: tzinfo) -> Mapping[date, ShiftsByCode]:
    """Return the shifts by code on the days on which they last, or lie, otherwise than the wall says.

    Start and end are minutes that pass: every day has 1,440 of them, and begins as much later as clocks were set back.
    So what lies between two duties, on whatever days, is the time that passes. That is counted from where clocks are
    most ahead, so that no time is below 0. An hour that the wall shows twice is the first of the two.
    """
    around = [*days, *(days[-1] + timedelta(days=ahead) for ahead in (1, 2, 3))]
    offsets = {day: _offset(zone, day, 0) for day in around}
    ahead = max(offsets.values())
    if min(offsets.values()) == ahead:
        return {}
    shifts, known, lasting = tuple(shifts), dict[tuple[Late, ...], ShiftsByCode](), dict[date, ShiftsByCode]()
    for day in days:
        late = tuple(tuple(ahead - _offset(zone, day, minute) for each in s.spells for minute in each) for s in shifts)
        if any(map(any, late)):
            if late not in known:
                known[late] = {s.code: _lasting(s, by) for s, by in zip(shifts, late, strict=True)}
            lasting[day] = known[late]
    return lasting


def _lasting(shift: Shift, late: Late) -> Shift:
    """Return a shift so much later, and longer; leave for whole days has no hours of its own, nothing paid stays so."""
    if not shift.held:
        return shift
    spells = tuple(
        Window(start + by, end + by_end)
        for (start, end), by, by_end in zip(shift.spells, late[::2], late[1::2], strict=True)
    )
    paid = max(0, shift.paid + sum(late[1::2]) - sum(late[::2])) if shift.paid else 0
    parts = spells if shift.parts else ()
    return replace(shift, start=spells[0].start, end=spells[-1].end, paid=paid, parts=parts)


def _offset(zone: tzinfo, day: date, minute: int) -> int:
    """Return how many minutes clocks are ahead of universal time."""
    ahead = (datetime.combine(day, time(), zone) + minute * MINUTE).utcoffset()
    assert ahead is not None
    return ahead // MINUTE
