"""How a schedule covers what is needed, day by day: signs, counts, and hours at the bedside for each patient."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from optimizer.staffing.figures import Figures
from optimizer.staffing.need_source import patient_days
from optimizer.staffing.shift import Kind
from optimizer.summary.grid_figures import Cover, CoverageRow, Standing

SIGNS: Mapping[Standing, str] = {
    Standing.BELOW_MINIMUM: "▼",
    Standing.BELOW_TARGET: "▽",
    Standing.MET: "",
    Standing.OVER: "▲",
    Standing.PAST: "",
}
"""The signs of the printed schedule, so that nobody has to tell colours apart."""


def have_of_target(cover: Cover) -> str:
    """Return how a need is met, as "▽3/4": three are there of four."""
    return f"{SIGNS[cover.standing]}{cover.have}/{cover.target}"


def standings(rows: Iterable[CoverageRow]) -> Mapping[Standing, int]:
    """Return how many needs stand in each way."""
    return Counter(cover.standing for row in rows for cover in row.days.values())


@dataclass(frozen=True, slots=True)
class DayOfCare:
    """The patients of one day at midnight, and the minutes worked at the bedside by whoever begins on it."""

    day: date
    patients: int
    worked: int

    @property
    def hours_each(self) -> Fraction | None:
        """Return the hours at the bedside for each patient (worked HPPD), None without patients."""
        return Fraction(self.worked, 60 * self.patients) if self.patients else None


def days_of_care(figures: Figures) -> tuple[DayOfCare, ...]:
    """Return every day of the plan with its patients and its hours at the bedside; none where no census is known."""
    unit = figures.unit
    if unit.care is None:
        return ()
    needed, worked = {need.role for need in unit.needs}, Counter[date]()
    for _, duty in figures.plan:
        shift = unit.shift_of(duty)
        if shift.kind is Kind.WORK and duty.role in needed:
            worked[duty.day] += shift.paid
    return tuple(DayOfCare(day, patient_days(unit, (day,)), worked[day]) for day in unit.days)
