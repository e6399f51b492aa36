"""Which days of the calendar some words mean: weekdays, weekends, holidays, dates."""

from collections.abc import Callable
from datetime import date

from optimizer.staffing.facts.calendar import Calendar, Span
from optimizer.staffing.facts.weekend import WEEKDAYS

DaysMeant = Callable[[date], bool]
TO = " to "
NAMED = {"weekdays": frozenset(range(5)), "weekend": frozenset({5, 6})} | {
    name: frozenset({number}) for number, name in enumerate(WEEKDAYS)
}
HOLIDAYS = "holidays"


def days_meant(words: tuple[str, ...], calendar: Calendar) -> DaysMeant:
    """Return whether a day is meant by words such as ("Sat", "holidays", "2026-01-05 to 2026-01-18").

    Any of the weekdays and holidays named will do, within any of the dates named; none at all mean every day.
    """
    spans = [span for word in words if (span := span_named(word))]
    kinds = [word for word in words if not span_named(word)]
    weekdays = frozenset[int]().union(*(_weekdays(word) for word in kinds))
    holidays = frozenset(calendar.holidays) if HOLIDAYS in kinds else frozenset()

    def meant(day: date) -> bool:
        of_kind = not kinds or day.weekday() in weekdays or day in holidays
        return of_kind and (not spans or any(span.first <= day <= span.last for span in spans))

    return meant


def span_named(word: str) -> Span | None:
    """Return the dates that a word such as "2026-01-05" or "2026-01-05 to 2026-01-18" means, None when it is none."""
    first, _, last = word.partition(TO)
    try:
        span = Span(date.fromisoformat(first.strip()), date.fromisoformat((last or first).strip()))
    except ValueError:
        return None
    if span.last < span.first:
        raise ValueError(f"'{word}' ends before it begins")
    return span


def _weekdays(word: str) -> frozenset[int]:
    if word == HOLIDAYS:
        return frozenset()
    if word not in NAMED:
        known = "weekdays, weekend, holidays, Mon, Tue or dates such as 2026-01-05 to 2026-01-18"
        raise ValueError(f"'{word}' says no day; write {known}")
    return NAMED[word]
