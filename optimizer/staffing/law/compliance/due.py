"""Credentials and performance reviews that fall due."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from optimizer.staffing.facts.unit import Unit

REVIEW = "Performance review"


class Due(NamedTuple):
    """What has to be renewed or held by a day, and whether that day is past."""

    day: date
    who: str
    what: str
    past: bool


def due(unit: Unit, today: date, within: int) -> tuple[Due, ...]:
    """Return what is past or falls due within so many days of a day, the earliest first; both ends count."""
    last = today + timedelta(days=within)
    found = (Due(day, who, what, day < today) for day, who, what in _dates(unit) if day <= last)
    return tuple(sorted(found))


def _dates(unit: Unit) -> Iterator[tuple[date, str, str]]:
    for staff in unit.staff:
        for name, expires in staff.credentials.items():
            if expires:
                yield expires, staff.id, name
        if staff.review_due:
            yield staff.review_due, staff.id, REVIEW
