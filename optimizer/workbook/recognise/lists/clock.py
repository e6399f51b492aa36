"""Times of day that stand with the dates of a list."""

import re
from datetime import datetime, time

from optimizer.workbook.recognise.sheet import RawValue

CLOCK = re.compile(r"[T ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?:\.\d+)?Z?$")


def ends_next_morning(begin: RawValue, end: RawValue) -> bool:
    """Return whether a duty that begins on one day ends earlier on the clock of the next."""
    first, last = clock_of(begin), clock_of(end)
    return first is not None and last is not None and last <= first


def clock_of(value: RawValue) -> time | None:
    """Return the time of day that stands with a date; None for a date alone."""
    if isinstance(value, datetime):
        return value.time() if value.time() != time() else None
    found = CLOCK.search(value) if isinstance(value, str) else None
    return time(int(found[1]), int(found[2])) if found else None
