"""Rules of duties and days off in a row, and of rest between them, that the past obeys."""

from collections.abc import Iterator
from typing import cast

from optimizer.planning.law import Letter
from optimizer.staffing.facts.shift import DAY_MINUTES, Part
from optimizer.staffing.facts.words import count, hours
from optimizer.staffing.learn.evidence import of_all
from optimizer.staffing.learn.rules.past import Past
from optimizer.staffing.learn.rules.ruling_lesson import RulingLesson, ruling_lesson
from optimizer.staffing.learn.rules.runs import KeptLimit, gaps, highest, lowest, stretches
from optimizer.staffing.rules.reading import WorkTimes
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.sequence.days_off import FewestDaysOff, MostDaysOff
from optimizer.staffing.rules.sequence.in_a_row import FewestInARow, MostInARow

SequenceParts = tuple[Past, ...]
NIGHT = (str(Part.NIGHT),)
LONG_BREAK = 14
"""From so many days off in a row on it is no rule of rosters any more, but that somebody was hardly there."""


def sequence_lessons(parts: SequenceParts, times: str) -> Iterator[RulingLesson]:
    """Yield the limits of runs and of rest; ``times`` says which times of shifts are guesses, "" when none is."""
    yield from _most_in_a_row(parts, (), "duties", 25)
    if any(shift.works and shift.part is Part.NIGHT for part in parts for shift in part.unit.shifts):
        yield from _most_in_a_row(parts, NIGHT, "nights", 25)
        yield from _fewest_in_a_row(parts, NIGHT, "nights")
    yield from _most_days_off(parts)
    yield from _fewest_days_off(parts)
    yield from _rest(parts, times)


def _most_in_a_row(parts: SequenceParts, shifts: tuple[str, ...], things: str, dollars: int) -> Iterator[RulingLesson]:
    found = highest(stretch.days for stretch in stretches(parts, MostInARow(shifts=shifts)))
    if found:
        said = f"No more than {_many(found.limit, things)} in a row: {_kept(found, 'runs')}"
        rule = MostInARow(limit=found.limit, shifts=shifts)
        yield ruling_lesson(rule, f"most {things} in a row", said, found.kept, found.seen, dollars)


def _fewest_in_a_row(parts: SequenceParts, shifts: tuple[str, ...], things: str) -> Iterator[RulingLesson]:
    runs = stretches(parts, FewestInARow(shifts=shifts))
    found = lowest(stretch.days for stretch in runs if stretch.whole)
    if found and found.limit > 1:
        said = f"No fewer than {_many(found.limit, things)} in a row: {_kept(found, 'runs')}"
        rule = FewestInARow(limit=found.limit, shifts=shifts)
        yield ruling_lesson(rule, f"fewest {things} in a row", said, found.kept, found.seen, 15)


def _most_days_off(parts: SequenceParts) -> Iterator[RulingLesson]:
    found = highest(stretch.days for stretch in stretches(parts, MostDaysOff()))
    if found and found.limit < LONG_BREAK:
        said = f"No more than {_many(found.limit, 'days off')} in a row: {_kept(found, 'breaks')}"
        yield ruling_lesson(MostDaysOff(limit=found.limit), "most days off", said, found.kept, found.seen, 15)


def _fewest_days_off(parts: SequenceParts) -> Iterator[RulingLesson]:
    found = lowest(stretch.days for stretch in stretches(parts, FewestDaysOff()) if stretch.whole)
    if found and found.limit > 1:
        said = f"No fewer than {_many(found.limit, 'days off')} in a row: {_kept(found, 'breaks')}"
        yield ruling_lesson(FewestDaysOff(limit=found.limit), "fewest days off", said, found.kept, found.seen, 15)


def _rest(parts: SequenceParts, times: str) -> Iterator[RulingLesson]:
    """Yield the least rest between the duties of two days in a row."""
    found = lowest(gaps(parts, Rest(), _rested))
    if found and found.limit > 0:
        said = f"No less than {hours(found.limit)} of rest from one day to the next: {_kept(found, 'cases')} {times}"
        yield ruling_lesson(Rest(limit=found.limit), "least rest", said.strip(), found.kept, found.seen, 60)


def _rested(one: Letter, other: Letter) -> int:
    return DAY_MINUTES + cast(WorkTimes, other).start - cast(WorkTimes, one).end


def _many(number: int, things: str) -> str:
    one = "day off" if things == "days off" else "duty" if things == "duties" else things.removesuffix("s")
    return count(number, one, things)


def _kept(found: KeptLimit, things: str) -> str:
    return f"kept in {of_all(found.kept, found.seen, things)}, {found.met} of them came up to it."
