"""What the unit needs by weekday, shift and role: typical and least, as it was staffed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from statistics import mean

from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.weekend import WEEKDAYS
from optimizer.staffing.facts.words import on
from optimizer.staffing.learn.attendance import Attendance
from optimizer.staffing.learn.evidence import listed, most_common, of_all, sure
from optimizer.staffing.learn.lesson import About, Basis, Lesson, Topic

NeedLesson = Lesson[Need | None]
Counts = Mapping[date, int]
Scheme = tuple[frozenset[int], ...]
EVERY_DAY = frozenset(range(7))
MON_FRI = frozenset(range(5))
SCHEMES: tuple[Scheme, ...] = (
    (EVERY_DAY,),
    (MON_FRI, frozenset({5, 6})),
    (MON_FRI, frozenset({5}), frozenset({6})),
    tuple(frozenset({weekday}) for weekday in range(7)),
)
"""How weekdays may be told apart, from the simplest on."""
WORTH_IT = 0.05
"""By how many people a day a finer scheme must foretell a week better than a simpler one to be believed."""


def need_lessons(attendance: Attendance) -> Iterator[NeedLesson]:
    """Yield the need for every shift and role that anybody was on, for every day or by the weekdays that differ."""
    days = attendance.roster.days
    for (shift, role), seen in attendance.counts.items():
        counts = {day: seen.get(day, 0) for day in days}
        for weekdays in best_scheme(counts):
            meant = {day: number for day, number in counts.items() if day.weekday() in weekdays}
            if meant:
                yield _lesson(shift, role, weekdays, meant)


def best_scheme(counts: Counts) -> Scheme:
    """Return how weekdays are told apart: as foretells each week best from the others, and the simplest of the good.

    That is cross-validation leaving one week out (M. Stone, 1974, J. R. Stat. Soc. B 36:111).
    """
    chosen, least = SCHEMES[0], _error(SCHEMES[0], counts)
    for scheme in SCHEMES[1:]:
        error = _error(scheme, counts)
        if error < least - WORTH_IT:
            chosen, least = scheme, error
    return chosen


def _error(scheme: Scheme, counts: Counts) -> float:
    """Return by how many people a day the weeks are missed when each is foretold from the others."""
    misses = [abs(number - told) for week in _weeks(counts) for number, told in _foretold(scheme, counts, week)]
    return mean(misses) if misses else 0.0


def _weeks(counts: Counts) -> Iterator[frozenset[date]]:
    mondays = {day - timedelta(days=day.weekday()) for day in counts}
    for monday in sorted(mondays):
        yield frozenset(monday + timedelta(days=n) for n in range(7)) & counts.keys()


def _foretold(scheme: Scheme, counts: Counts, week: frozenset[date]) -> Iterator[tuple[int, int]]:
    """Yield for the days of a week how many there were, and how many the other weeks foretell, 0 without any."""
    for weekdays in scheme:
        others = [number for day, number in counts.items() if day not in week and day.weekday() in weekdays]
        told = typical(others) if others else 0
        yield from ((counts[day], told) for day in week if day.weekday() in weekdays)


def typical(numbers: Sequence[int]) -> int:
    """Return the middle of some numbers, the upper of two: of two teams that are usual the larger."""
    return sorted(numbers)[len(numbers) // 2]


def _lesson(shift: str, role: str, weekdays: frozenset[int], counts: Counts) -> NeedLesson:
    numbers = [*counts.values()]
    usual, least, most = typical(numbers), min(numbers), max(numbers)
    when = When(weekdays=frozenset() if weekdays == EVERY_DAY else weekdays)
    near = sum(abs(number - usual) <= 1 for number in numbers)
    need = Need(when, shift, role, least, usual, most) if usual else None
    about = About(Topic.NEED, f"{shift}, {role}, {days_named(weekdays)}")
    return Lesson(about, need, _evidence(shift, role, weekdays, counts), Basis.COUNTED, sure(near, len(numbers)))


def _evidence(shift: str, role: str, weekdays: frozenset[int], counts: Counts) -> str:
    """Return how many there were how often, with the least and the most and a day on which they were there."""
    number, times = most_common(counts.values())
    said = f"On {of_all(times, len(counts), days_named(weekdays))} {_people(number)} on {shift} as {role}"
    extremes = [(word, pick(counts.values())) for word, pick in (("fewest", min), ("most", max))]
    others = [f"the {word} were {n} ({_example(counts, n)})" for word, n in extremes if n != number]
    return "; ".join((said, *others)) + "."


def _people(number: int) -> str:
    return "nobody was" if not number else "1 was" if number == 1 else f"{number} were"


def _example(counts: Counts, number: int) -> str:
    days = sorted(day for day, there in counts.items() if there == number)
    return on(days[0]) if len(days) == 1 else f"{len(days)} times, {on(days[0])} first"


def days_named(weekdays: frozenset[int]) -> str:
    """Return weekdays as "days", "days Mon-Fri", "Sat and Sun"."""
    if weekdays == EVERY_DAY:
        return "days"
    return "days Mon-Fri" if weekdays == MON_FRI else listed([WEEKDAYS[day] for day in sorted(weekdays)])
