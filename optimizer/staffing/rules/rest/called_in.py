"""What being called in leaves of somebody's rest."""

from datetime import date
from typing import NamedTuple

from optimizer.planning.law import Reader
from optimizer.staffing.facts.human import Human
from optimizer.staffing.facts.shift import DAY_MINUTES, Kind
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.overtime import pay_class
from optimizer.staffing.rules.reading import Duties, WorkTimes, work_times


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
