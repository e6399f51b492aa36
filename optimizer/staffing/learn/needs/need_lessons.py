"""What the unit needs by weekday, shift or time of day, and role: typical and least, as it was staffed."""

from calendar import day_name
from collections.abc import Collection, Iterator
from math import ceil

from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.words import on
from optimizer.staffing.learn.attendance import Attendance
from optimizer.staffing.learn.evidence import listed, most_common, of_all, sure
from optimizer.staffing.learn.lesson import About, Basis, Lesson, Topic
from optimizer.staffing.learn.needs.scheme import EVERY_DAY, MON_FRI, best_scheme, typical
from optimizer.staffing.learn.needs.staffed import Counts, Staffed, staffed

NeedLesson = Lesson[Need | None]
USUALLY = 0.8
"""On which share of the days there were no more on a shift than may be without it being unusual."""


def need_lessons(attendance: Attendance, unsure: Collection[str]) -> Iterator[NeedLesson]:
    """Yield the needs in every role, for every day or by the weekdays that differ; None where mostly nobody was there.

    Where long shifts and short ones mix, people are needed through stretches of the day, and of each shift there are
    only not to be more than usually were. ``unsure`` are the shifts whose times nobody could tell:
    each has needs of its own.
    """
    for each in staffed(attendance, unsure):
        if each.within:
            yield _most(each)
            continue
        for weekdays in best_scheme(each.counts):
            counts = {day: number for day, number in each.counts.items() if day.weekday() in weekdays}
            yield _lesson(each.label, each.role, weekdays, counts)


def _most(each: Staffed) -> NeedLesson:
    """Return that no more are on a shift than usually were: its people are needed through stretches of the day."""
    numbers = sorted(each.counts.values())
    most = numbers[ceil(USUALLY * len(numbers)) - 1]
    kept = sum(number <= most for number in numbers)
    usually = f"on {of_all(kept, len(numbers), 'days')} no more than {most} were, and never more than {numbers[-1]}"
    counted = usually if numbers[-1] else "nobody ever was"
    said = f"People are needed by the hour, not on {each.label} as {each.role}: {counted}."
    need = Need(When(), each.label, each.role, 0, 0, most)
    about = About(Topic.NEED, f"{each.label}, {each.role}, at most")
    return Lesson(about, need, said, Basis.COUNTED, sure(kept, len(numbers)))


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
    """Return weekdays as "days", "weekdays", "Saturdays and Sundays", "days but Sundays"."""
    if weekdays in (EVERY_DAY, MON_FRI):
        return "days" if weekdays == EVERY_DAY else "weekdays"
    if len(weekdays) > 3:
        return f"days but {days_named(EVERY_DAY - weekdays)}"
    return listed([f"{day_name[day]}s" for day in sorted(weekdays)])
