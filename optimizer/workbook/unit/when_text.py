"""Days as they are written on a sheet."""

from datetime import date

from optimizer.staffing.facts.demand import When
from optimizer.workbook.unit.read_calendar import WEEKDAYS

KNOWN = {frozenset[int](): "every day", frozenset(range(5)): "weekdays", frozenset({5, 6}): "weekend"}


def when_text(when: When) -> str | date:
    """Return the days of a need as they are written."""
    if when.day:
        return when.day
    if when.holidays:
        return "holidays"
    return KNOWN.get(when.weekdays) or ", ".join(WEEKDAYS[number][:3] for number in sorted(when.weekdays))
