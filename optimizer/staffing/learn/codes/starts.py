"""Codes that say when a shift begins, "7a", "1900", "7P12", or how long it is: what the others tell of its length."""

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from optimizer.staffing.facts.shift import DAY_MINUTES

HALF_DAY = re.compile(
    r"(\d{1,2})(?:[:.]?([0-5]\d))?\s*([ap])m?(?:\s*[-/(]?\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:h|hrs?|hours)?\)?)?"
)
MILITARY = re.compile(r"([01]\d|2[0-3])(?:[:.]([0-5]\d)|([0-5][05]))(?:h|hrs?|uhr)?|(\d)[:h]([0-5]\d)")
"""Without a sign between them minutes are full fives: 2026 is a year."""
PLACE = re.compile(r"[\s/]+")
"""What parts a start from where it is: 7a ICU, 7p/4E."""
BARE = re.compile(r"\d{1,2}")
HOURS = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:h|hrs?|hours)?")
LENGTHS = (4, 16)
EARLIEST = 4 * 60
"""Before which hardly any shift begins, save at midnight: 1A and 2A are teams."""
ONLY_CLOCKS = {14, 15, *range(17, 24)}
"""Hours of the clock of 24 that no shift is long."""
EIGHTS_OF_12 = ({7, 3, 11}, {6, 2, 10})
"""Three shifts of eight hours by the clock of 12, as they stand in cells without a or p."""
EIGHT, TWELVE, NEAR = 8 * 60, 12 * 60, 30


class CodedStart(NamedTuple):
    """When a shift begins by its code, in minutes, and for how many minutes it is where the code says that."""

    minute: int
    minutes: int | None = None


def start_in(code: str) -> CodedStart | None:
    """Return the start that a code writes: 7a, 7:30 pm, 0700, 19:00, 7A8, also before a place; None for no start."""
    said = code.strip(" ()").casefold()
    head, _, place = (part.strip() for part in PLACE.sub("\n", said, count=1).partition("\n"))
    return _start(said) or (_start(head) if place and not place.isdigit() and _start(place) is None else None)


def _start(said: str) -> CodedStart | None:
    if match := HALF_DAY.fullmatch(said):
        hour, minute, half, hours = match.groups()
        if not 1 <= int(hour) <= 12:
            return None
        start = (int(hour) % 12 + (12 if half == "p" else 0)) * 60 + int(minute or 0)
        length = minutes_in(hours) if hours else None
        return CodedStart(start, length) if _likely(start) and (length or not hours) else None
    if match := MILITARY.fullmatch(said):
        start = int(match[1] or match[4]) * 60 + int(match[2] or match[3] or match[5])
        return CodedStart(start) if _likely(start) else None
    return None


def _likely(start: int) -> bool:
    return start == 0 or start >= EARLIEST


def minutes_in(text: str) -> int | None:
    """Return the minutes that a number of hours is, where a shift can be as long."""
    match = HOURS.fullmatch(text.strip().casefold())
    hours = float(match[1].replace(",", ".")) if match else 0
    return round(hours * 60) if LENGTHS[0] <= hours <= LENGTHS[1] else None


def bare_starts(codes: Iterable[str]) -> dict[str, int]:
    """Return when shifts begin whose codes are mere numbers, where these can only be hours of the clock."""
    numbers = {code: int(code) for code in codes if BARE.fullmatch(code)}
    hours = {*numbers.values()}
    if hours & ONLY_CLOCKS and all(_likely(hour * 60) and hour < 24 for hour in hours):
        return {code: hour * 60 for code, hour in numbers.items()}
    if hours in EIGHTS_OF_12:
        day = max(hours - {max(hours)})
        return {code: (hour if hour == day else hour + 12) * 60 for code, hour in numbers.items()}
    return {}


def length_by_company(start: int, starts: Collection[int]) -> int | None:
    """Return how long a shift is, by when the others begin: as it ends the next does; None where they leave it open."""
    if _begins(start + TWELVE, starts):
        return None if _chain(start, starts) else TWELVE
    partners = [start + step for step in (EIGHT, -EIGHT) if _begins(start + step, starts)]
    alone = [partner for partner in partners if not _begins(partner + TWELVE, starts)]
    return EIGHT if _chain(start, starts) or alone else None


def _chain(start: int, starts: Collection[int]) -> bool:
    return all(_begins(start + step, starts) for step in (EIGHT, 2 * EIGHT))


def _begins(minute: int, starts: Collection[int]) -> bool:
    """Tell whether a shift begins about then."""
    return any(min((each - minute) % DAY_MINUTES, (minute - each) % DAY_MINUTES) <= NEAR for each in starts)
