"""Overtime, on call, agency and why more or less was spent than budgeted, for people to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from optimizer.planning.currency import money
from optimizer.staffing.facts.shift import Kind
from optimizer.staffing.facts.staff import Employment, Staff
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.pay.pay import Bucket
from optimizer.staffing.schedule.figures import Figures
from optimizer.staffing.schedule.variance import CAUSES, Variance

BECAUSE: Mapping[str, tuple[str, str]] = {
    "Volume": ("there are more patients than budgeted", "there are fewer patients than budgeted"),
    "Efficiency": (
        "more hours are worked for each patient than budgeted",
        "fewer hours are worked for each patient than budgeted",
    ),
    "Rate": ("an hour costs more than budgeted", "an hour costs less than budgeted"),
    "Time away": (
        "there is more leave, orientation and education than budgeted",
        "there is less leave, orientation and education than budgeted",
    ),
}
"""What each part of a variance tells when it is above 0, and when below."""


def explained(found: Variance) -> tuple[str, ...]:
    """Return one sentence for each cause of a variance, in whole dollars, each marked favourable or not."""
    return tuple(_explained(cause.title, cause.of(found), *BECAUSE[cause.title]) for cause in CAUSES)


def _explained(name: str, cents: Fraction, more: str, less: str) -> str:
    if not round(cents, -2):
        return f"{name}: nothing, just as budgeted."
    amount = money(int(abs(round(cents, -2))))
    told = ("more", more, "unfavourable") if cents > 0 else ("less", less, "favourable")
    return f"{name}: {amount} {told[0]} than budgeted, because {told[1]} ({told[2]})."


@dataclass(frozen=True, slots=True)
class Extra:
    """The overtime of one person in minutes, and the cents that it costs on top of the plain rate."""

    who: str
    minutes: int
    cents: int


def overtime_by_person(figures: Figures) -> tuple[Extra, ...]:
    """Return everyone with overtime, the most first. What it costs is pay: show it only to whoever may see that."""
    found = (
        Extra(staff.id, minutes, figures.bills[staff.id].get(Bucket.OVERTIME, 0))
        for staff in figures.unit.staff
        if (minutes := figures.overtimes[staff.id])
    )
    return tuple(sorted(found, key=lambda extra: (-extra.minutes, extra.who)))


@dataclass(frozen=True, slots=True)
class Apart:
    """What stands beside ordinary hours: minutes on call and of an agency, and how many people have them."""

    on_call: int
    people_on_call: int
    agency: int
    people_of_agency: int


def set_apart(figures: Figures) -> Apart:
    """Return the time on call, all of it whatever is paid for it, and what agency staff are paid for."""
    unit = figures.unit
    on_call = [minutes for staff in unit.staff if (minutes := _on_call(figures, staff))]
    agency = [minutes for staff in unit.staff if _agency(staff) and (minutes := figures.paid(staff))]
    return Apart(sum(on_call), len(on_call), sum(agency), len(agency))


def has_agency(unit: Unit) -> bool:
    """Tell whether anybody is of an agency."""
    return any(_agency(staff) for staff in unit.staff)


def _agency(staff: Staff) -> bool:
    return staff.employment is Employment.AGENCY


def _on_call(figures: Figures, staff: Staff) -> int:
    shifts = (figures.unit.as_it_lasts(duty) for duty in figures.duties[staff.id])
    return sum(shift.end - shift.start for shift in shifts if shift.kind is Kind.ON_CALL)
