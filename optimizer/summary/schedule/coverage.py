"""How a schedule covers what is needed, day by day: signs, counts, and hours at the bedside for each patient."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from optimizer.staffing.need.bedside import at_bedside, is_direct
from optimizer.staffing.need.cover import Standing
from optimizer.staffing.need.hppd import PatientHours
from optimizer.staffing.need.need_source import patient_days
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.grid_figures import CoverageRow


def standings(rows: Iterable[CoverageRow]) -> Mapping[Standing, int]:
    """Return how many needs stand in each way."""
    return Counter(cover.standing for row in rows for cover in row.days.values())


class DayOfCare(NamedTuple):
    """One day's patients at midnight, and the hours at the bedside of whoever begins on it."""

    day: date
    hours: PatientHours


def days_of_care(figures: Figures) -> tuple[DayOfCare, ...]:
    """Return every day of the plan with its patients and its hours at the bedside; none where no census is known."""
    unit = figures.unit
    if unit.care is None:
        return ()
    direct, worked = Counter[date](), Counter[date]()
    for _, duty in figures.plan:
        minutes = unit.paid(duty)
        worked[duty.day] += minutes * at_bedside(unit, duty)
        direct[duty.day] += minutes * is_direct(unit, duty)
    return tuple(
        DayOfCare(day, PatientHours(patient_days(unit, (day,)), direct[day], worked[day])) for day in unit.days
    )
