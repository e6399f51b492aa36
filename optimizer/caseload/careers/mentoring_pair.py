"""Who accompanies whom among case managers, and how many hours both are there."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from optimizer.caseload.manager import Manager
from optimizer.caseload.panel import MONTH, WEEKS, Panel
from optimizer.caseload.span import DAY, PanelSpan

DAYS_A_YEAR = 260
"""Paid days of a year at 1.0 FTE."""


class MentoringPair(NamedTuple):
    """A mentor and a mentee in the weeks from the planning date on.

    ``there`` and ``beside`` are working days on which the mentee, and both, are neither away nor out of employment;
    ``minutes`` are what they can have beside each other on these at most: the shorter day of the two, by FTE.
    """

    mentor: str
    mentee: str
    there: int
    beside: int
    minutes: int


def mentoring_pairs(panel: Panel) -> Iterator[MentoringPair]:
    """Yield every pair of a mentor and a mentee, in the panel's order of mentees."""
    span = PanelSpan(panel.on, panel.on + DAY * (7 * WEEKS - 1))
    for mentee in panel.managers:
        if mentee.mentor in panel.manager_by_id:
            mentor = panel.manager_by_id[mentee.mentor]
            there = [day for day in span.working if _is_there(mentee, day)]
            beside = sum(_is_there(mentor, day) for day in there)
            fte = min(mentor.fte, mentee.fte, 100)
            yield MentoringPair(mentor.id, mentee.id, len(there), beside, beside * _day(panel) * fte // 100)


def _is_there(manager: Manager, day: date) -> bool:
    return manager.employed(day) and not manager.on_leave(day)


def _day(panel: Panel) -> int:
    """Return the paid minutes of a day at 1.0 FTE."""
    return (panel.month or MONTH) * 12 // DAYS_A_YEAR
