"""Hours of care for each patient day, over a day or a calendar week."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import either, hours, on
from optimizer.staffing.law.compliance.breach import Breach
from optimizer.staffing.law.compliance.numbers import PatientsOf
from optimizer.staffing.law.compliance.presence import Post, of_jobs, posts
from optimizer.staffing.law.lawful import in_force
from optimizer.staffing.law.statute import CareHours, Preset


def care_breaches(unit: Unit, plan: Plan, presets: tuple[Preset, ...], patients_of: PatientsOf) -> Iterator[Breach]:
    """Yield a breach for every day or week whose patients have too little care, as far as it lies in the plan."""
    provisions = [care for each in presets for care in each.care_hours]
    there = _posts_by_day(unit) if provisions else {}
    for care in provisions:
        days = {day: _patients(found, care.kind, patients_of) for day, found in there.items()}
        for span in unit.calendar.weeks if care.weekly else (Span(day, day) for day in unit.days):
            meant = [day for day in span.days if day in days and in_force([care], [day])]
            patients = sum((days[day] for day in meant), Fraction())
            due, worked = round(care.minutes * patients), _worked(unit, plan, care.jobs, meant)
            if worked < due:
                yield _breach(care, meant, worked, due)


def _posts_by_day(unit: Unit) -> Mapping[date, list[Post]]:
    found: dict[date, list[Post]] = {day: [] for day in unit.days}
    for post in posts(unit):
        found[post.day].append(post)
    return found


def _patients(there: Iterable[Post], kind: str, patients_of: PatientsOf) -> Fraction:
    """Return how many patients of a kind a day has, on average over the shifts that need people for them."""
    weights = [(post.window[1] - post.window[0], patients_of(post.day, post.label).get(kind, 0)) for post in there]
    length = sum(minutes for minutes, _ in weights)
    return Fraction(sum(minutes * patients for minutes, patients in weights), length) if length else Fraction()


def _worked(unit: Unit, plan: Plan, jobs: tuple[str, ...], days: Collection[date]) -> int:
    """Return the minutes that people of some jobs work on some days; neither orientees nor who is in charge count."""
    meant = {*days}
    worked = (pair for pair in plan if pair.what.day in meant and unit.shift_of(pair.what).works)
    return sum(unit.paid(pair.what) for pair in of_jobs(unit, worked, jobs, charge=False))


def _breach(care: CareHours, days: list[date], worked: int, due: int) -> Breach:
    when = on(days[0]) if len(days) == 1 else f"The week from {on(days[0])} to {on(days[-1])}"
    asks = f"{care.citation.law} asks for {hours(due)}, {hours(care.minutes)} for each patient day"
    sentence = f"{when} has {hours(worked)} of care by {either(care.jobs)}; {asks}."
    return Breach(days[-1], "", "", care.citation, sentence)
