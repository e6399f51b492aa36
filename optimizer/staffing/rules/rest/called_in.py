"""What being called in leaves of somebody's rest."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from optimizer.planning.law import Reader
from optimizer.staffing.facts.human import Human
from optimizer.staffing.facts.shift import DAY_MINUTES, Kind, Shift
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.overtime import pay_class
from optimizer.staffing.rules.reading import Duties, Spell, WorkTimes, spells, work_times

PAUSE = 60
"""Minutes between two spells of work that do not yet end a stretch."""


class CalledIn(NamedTuple):
    """The minutes of a day without a duty that somebody on call is expected to work."""

    minutes: int


def called_in_on_call(unit: Unit, human: Human) -> int:
    """Return how many minutes of each call somebody is expected to be called in, the most of several contracts."""
    return max((pay_class(unit, contract).called_in for contract in human.contracts), default=0)


def times_of_rest(unit: Unit, called_in: int) -> Reader:
    """Read from when to when somebody has no rest on a day: at work, and called in so many minutes of each call.

    When of a call that is nobody knows: before the work of its day what is called in comes right before it, after it
    right after it. A call during the work takes nothing more.
    """
    read = work_times(unit)
    starts = {shift.code: shift.start for shift in unit.shifts if shift.kind is Kind.ON_CALL}

    def read_calls(day: date, duties: Duties) -> WorkTimes | CalledIn | None:
        worked: WorkTimes | None = read(day, duties)  # type: ignore[assignment]
        calls = [starts[duty.shift] for duty in duties if duty.shift in starts]
        if worked is None:
            return CalledIn(min(DAY_MINUTES, called_in * len(calls))) if calls else None
        before = called_in * sum(start < worked.start for start in calls)
        after = called_in * sum(start >= worked.end for start in calls)
        return WorkTimes(max(0, worked.start - before), worked.end + after, worked.night)

    return read_calls if called_in and starts else read


def calls_of(unit: Unit, humans: Iterable[Human]) -> tuple[Mapping[str, int], Mapping[int, Reader]]:
    """Return everybody's minutes of each call, by id, and the reader of spells for each number of minutes."""
    called = {human.id: called_in_on_call(unit, human) for human in humans}
    return called, {minutes: spells_of_rest(unit, minutes) for minutes in {*called.values()}}


def spells_of_rest(unit: Unit, called_in: int) -> Reader:
    """Read the spells that somebody works on a day, with what is called in of each call as `times_of_rest` has it.

    It is part of the stretch, in paid minutes, only where less than an hour lies between the call and the work.
    """
    read = spells(unit)
    on_call = {shift.code: shift for shift in unit.shifts if shift.kind is Kind.ON_CALL}

    def read_calls(day: date, duties: Duties) -> tuple[Spell, ...] | CalledIn:
        worked: tuple[Spell, ...] = read(day, duties)  # type: ignore[assignment]
        calls = [on_call[duty.shift] for duty in duties if duty.shift in on_call]
        if calls and not worked:
            return CalledIn(min(DAY_MINUTES, called_in * len(calls)))
        return (*_before(worked, calls, called_in), *worked, *_after(worked, calls, called_in)) if calls else worked

    return read_calls if called_in and on_call else read


def _before(worked: tuple[Spell, ...], calls: Iterable[Shift], called_in: int) -> tuple[Spell, ...]:
    """Return what calls that begin before the work of a day take, right before it."""
    first = worked[0].start
    early = [call for call in calls if call.start < first]
    joined = called_in * sum(first - call.end < PAUSE for call in early)
    return (Spell(max(0, first - called_in * len(early)), first, joined),) if early else ()


def _after(worked: tuple[Spell, ...], calls: Iterable[Shift], called_in: int) -> tuple[Spell, ...]:
    """Return what calls that begin after the work of a day take, right after it."""
    last = max(spell.end for spell in worked)
    late = [call for call in calls if call.start >= last]
    joined = called_in * sum(call.start - last < PAUSE for call in late)
    return (Spell(last, last + called_in * len(late), joined),) if late else ()
