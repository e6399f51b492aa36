"""Hours of night workers in 24 hours, on average over a reference period."""

from collections.abc import Iterator

from optimizer.planning.pair import Plan
from optimizer.staffing.facts.calendar import Span
from optimizer.staffing.facts.human import Human
from optimizer.staffing.facts.shift import Part
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count, hours
from optimizer.staffing.law.compliance.breach import Breach
from optimizer.staffing.law.lawful import in_force
from optimizer.staffing.law.statute import NightWork, Preset
from optimizer.staffing.pay.working_time import worked_minutes

NORMAL_COURSE = 3
"""One duty in so many is by night for a night worker: our reading of "as a normal course"."""


def night_breaches(unit: Unit, plan: Plan, presets: tuple[Preset, ...]) -> Iterator[Breach]:
    """Yield a warning for every night worker whose hours are too many on average, over the days known of the period."""
    for limit in in_force((limit for each in presets for limit in each.night_work), unit.days):
        known = (*unit.history_days, *unit.days)[-7 * limit.weeks :]
        for human in unit.humans:
            yield from _breaches(unit, plan | unit.past, human, limit, Span(known[0], known[-1]))


def _breaches(unit: Unit, plan: Plan, human: Human, limit: NightWork, span: Span) -> Iterator[Breach]:
    """Yield the breach of one night worker: the hours over the days of the period, a day of rest a week left out."""
    had = [(minutes, pair) for minutes, pair in worked_minutes(unit, human, span) if pair in plan]
    nights = sum(unit.shift_of(pair.what).part is Part.NIGHT for _, pair in had)
    days = sum(human.employed(day) for day in {*span.days} - unit.leave[human.id])
    counted, worked = max(1, days - days // 7), sum(minutes for minutes, _ in had)
    if nights * NORMAL_COURSE >= len(had) > 0 and worked > limit.minutes * counted:
        average, most = hours(round(worked / counted)), hours(limit.minutes)
        known = f"over the {count(days, 'day')} known of {count(limit.weeks, 'week')}"
        sentence = f"{unit.name_of(human.id)} is a night worker and works {average} in 24 h on average so far, {known}"
        told = f"{sentence}; at most {most} are allowed on average."
        yield Breach(unit.calendar.last, "", human.id, limit.citation, told)
