"""Numbers, dates and lists as a nurse manager reads them."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

MUST_FIX, POINTS = "Must-fix problems", "Points"
"""What is counted of a schedule before anything else, and then: both as titles."""
LEAST_GAP = 0.001
"""The smallest gap that a table or a sentence, which have one digit of a percentage, can tell from none."""


@cache
def on(day: date) -> str:
    """Return a day as "Thu 26 Nov"."""
    return f"{day:%a} {day.day} {day:%b}"


def period(first: date, last: date) -> str:
    """Return a period as it is called: "March 2026", "3 Jan 2027", "3 to 16 Jan 2027", "20 Dec 2026 to 2 Jan 2027"."""
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    if first == last:
        return f"{first.day} {first:%b %Y}"
    year = "" if first.year == last.year else f" {first.year}"
    month = "" if (first.year, first.month) == (last.year, last.month) else f" {first:%b}"
    return f"{first.day}{month}{year} to {last.day} {last:%b} {last.year}"


def hours(minutes: int) -> str:
    """Return minutes as "7.5 h", or as "75 h 01 min" where they are no quarters of an hour."""
    if minutes % 15 == 0:
        return f"{minutes / 60:,.2f}".rstrip("0").rstrip(".") + " h"
    whole, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else ""
    return f"{sign}{whole:,} h {rest:02d} min" if whole else f"{sign}{rest} min"


def in_hours(minutes: int) -> str:
    """Return minutes as a sentence has them: "1 hour", "7.5 hours", or "75 h 01 min" for no quarters of an hour."""
    said = hours(minutes)
    return count_of(said.removesuffix(" h"), "hour") if minutes % 15 == 0 else said


def points(cents: int) -> str:
    """Return what broken rules cost together, in points that nobody takes for pay: "1 point", "1,234.5 points"."""
    said = f"{cents / 100:,.2f}"
    return count_of(said.rstrip("0").rstrip("."), "point")


def points_changed(cents: int) -> str:
    """Return what a change does to the score: "40 points more", "1 point fewer", "the same points"."""
    return f"{points(abs(cents))} {'more' if cents > 0 else 'fewer'}" if cents else "the same points"


def percent(share: float, places: int = 1) -> str:
    """Return a share as "82.0 %", with the space that rules, laws and guide have there."""
    return f"{100 * share:,.{places}f} %"


def told_gap(gap: float | None) -> float | None:
    """Return which part of a cost is told that could still be saved, None where that is not known.

    Less than 0.1 % is told as that: rounded to nothing it would read as proved.
    """
    return max(gap, LEAST_GAP) if gap else gap


def clock(minutes: int) -> str:
    """Return minutes after midnight as "19:00", whatever the day."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def count(number: int, thing: str, things: str = "") -> str:
    """Return a number of things as "1 night" or "3 nights"."""
    return count_of(str(number), thing, things)


def count_of(number: str, thing: str, things: str = "") -> str:
    """Return a written number of things as "1 night" or "7.5 hours"."""
    return f"{number} {thing if number == '1' else things or thing + 's'}"


def capital(sentence: str) -> str:
    """Return words as a sentence begins."""
    return sentence[:1].upper() + sentence[1:]


def either(names: Sequence[str]) -> str:
    """Return names as "RN, LPN or LVN"."""
    return " or ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)
