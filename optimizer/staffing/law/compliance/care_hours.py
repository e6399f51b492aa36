"""Hours of care for each patient day, over a day or a calendar week."""

from collections.abc import Collection, Iterator
from datetime import date
from fractions import Fraction

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import either, hours, on
from optimizer.staffing.law.compliance.breach import Breach
from optimizer.staffing.law.compliance.numbers import PatientsOf
from optimizer.staffing.law.compliance.presence import CHARGE, posts
from optimizer.staffing.law.lawful import in_force
from optimizer.staffing.law.statute import CareHours, Preset


def care_breaches(unit: Unit, plan: Plan, presets: tuple[Preset, ...], patients_of: PatientsOf) -> Iterator[Breach]:
    """Yield a breach for every day or week whose patients have too little care, as far as it lies in the plan."""
    provisions = [care for each in presets for care in each.care_hours]
    for care in provisions:
        days = {day: _patients(unit, day, care.kind, patients_of) for day in unit.days} if provisions else {}
        for span in unit.calendar.weeks if care.weekly else (Span(day, day) for day in unit.days):
            meant = [day for day in span.days if day in days and in_force([care], [day])]
            patients = sum((days[day] for day in meant), Fraction())
            due, worked = round(care.minutes * patients), _worked(unit, plan, care.jobs, meant)
            if worked < due:
                yield _breach(care, meant, worked, due)


def _patients(unit: Unit, day: date, kind: str, patients_of: PatientsOf) -> Fraction:
    """Return how many patients of a kind a day has, on average over the shifts that need people for them."""
    there = [post for post in posts(unit) if post.day == day]
    weights = [(post.window[1] - post.window[0], patients_of(day, post.label).get(kind, 0)) for post in there]
    length = sum(minutes for minutes, _ in weights)
    return Fraction(sum(minutes * patients for minutes, patients in weights), length) if length else Fraction()


def _worked(unit: Unit, plan: Plan, jobs: tuple[str, ...], days: Collection[date]) -> int:
    """Return the minutes that people of some jobs work on some days; neither orientees nor who is in charge count."""
    wanted, meant = {job.casefold() for job in jobs}, {*days}
    return sum(
        unit.paid(duty)
        for who, duty in plan
        if duty.day in meant
        and unit.shift_of(duty).works
        and unit.people[who].job.casefold() in wanted
        and not unit.people[who].preceptors
        and duty.role.casefold() != CHARGE
    )


def _breach(care: CareHours, days: list[date], worked: int, due: int) -> Breach:
    when = f"{on(days[0])}" if len(days) == 1 else f"The week from {on(days[0])} to {on(days[-1])}"
    asks = f"{care.citation.law} asks for {hours(due)}, {hours(care.minutes)} for each patient day"
    sentence = f"{when} has {hours(worked)} of care by {either(care.jobs)}; {asks}."
    return Breach(days[-1], "", "", care.citation, sentence)
