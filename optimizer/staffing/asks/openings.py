"""Duties that are still needed, for staff to take."""

from dataclasses import dataclass
from datetime import date

from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.need.cover import CoverLevel
from optimizer.staffing.schedule.figures import Figures


@dataclass(frozen=True, slots=True)
class OpenShift:
    """A duty that people are missing on: how many below target, and whether the minimum is missed."""

    duty: Duty
    missing: int
    urgent: bool


def open_shifts(figures: Figures, from_day: date) -> tuple[OpenShift, ...]:
    """Return the duties from a day on that somebody is missing on below target, in the order of days.

    A window of the day is filled by several shifts, of which the planner chooses; those are not told here.
    """
    found = (
        OpenShift(Duty(day, need.shift, need.role), missing, bool(cover.missing(CoverLevel.MINIMUM)))
        for (day, need), cover in figures.covers
        if day >= from_day and need.shift in figures.unit.shift_by_code
        if (missing := cover.missing(CoverLevel.TARGET))
    )
    return tuple(sorted(found, key=lambda each: each.duty))
