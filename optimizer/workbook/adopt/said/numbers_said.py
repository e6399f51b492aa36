"""Numbers, times and words as lists of staff and of shifts write them."""

import re

from optimizer.staffing.facts.shift import DAY_MINUTES
from optimizer.workbook.table.parse import UnreadableError, minute_of_day

NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
NO = frozenset(("no", "n", "nein", "nie", "non", "false", "0", "0.0", "inactive", "いいえ", "否", "x"))


def number_in(said: object) -> float | None:
    """Return the number that a cell holds, with a point or a comma, None when it holds none or several."""
    found = NUMBER.findall(str(said))
    return float(found[0].replace(",", ".")) if len(found) == 1 else None


def fte_in(said: object) -> float | None:
    """Return a share of full time, written as 0.8, 80 or "80 %"; None when it is none."""
    number = number_in(said)
    if number is None or number < 0:
        return None
    share = number / 100 if number > 2 else number
    return round(share, 2) if share <= 1.5 else None


def minute_in(said: object) -> int | None:
    """Return the minute of the day that a cell says as "07:00", as 7 or as a part of a day; None when it says none."""
    number = number_in(said) if ":" not in str(said) else None
    if number is not None and 1 <= number <= 24:
        return round(number * 60) % DAY_MINUTES
    try:
        return minute_of_day(number if number is not None else said)
    except UnreadableError:
        return None


def is_no(said: object) -> bool:
    """Tell whether a cell says no."""
    return str(said).strip().casefold() in NO
