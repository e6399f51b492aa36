"""The times that a text writes, "7a-7p", "0700-1930", "7-3:30": the one window, or all that it may stand for."""

import re
from itertools import product
from typing import NamedTuple

from optimizer.staffing.facts.shift import DAY_MINUTES, Window

POINT = r"(\d{1,2})(?:[:.h]([0-5]\d)|([0-5]\d)|\s*(h|uhr))?\s*(am|pm|a|p)?"
BETWEEN = r"[-–—~〜～]|to|bis|t(?=\d)|(?<=[apm])\s+(?=\d{1,2}(?::?[0-5]\d)?\s*[ap]m?\b)"
"""What stands between two times; of 7p above 7a, in two lines of a cell, nothing but the end of a line."""
CLOCK = re.compile(rf"(?<![\d-]){POINT}\s*(?:{BETWEEN})\s*{POINT}(?![\d-])")
LONGEST = 13 * 60 + 30
"""How long a shift is at most where its times can be read in two ways."""
SHORTEST = 60
"""How long a shift is at least: 2025-2026 are years."""
NOON = 12
NOON_WORD, MIDNIGHT = re.compile(r"\b(?:12\s*)?noon\b|\b12n\b"), re.compile(r"\b(?:12\s*)?(?:midnight|mn)\b")


class WrittenTimes(NamedTuple):
    """The windows that a text may stand for, that of the clock of 24 hours first; ``hours`` is its clock, 12 or 24.

    ``hours`` is None where either clock would do.
    """

    windows: tuple[Window, ...]
    hours: int | None


class _End(NamedTuple):
    """One end of a window as written; ``packed`` are minutes without a sign before them, as in 0730."""

    hour: str
    minute: str | None
    packed: str | None
    unit: str | None
    half: str | None

    @property
    def of_24(self) -> bool:
        """Tell whether the writing itself says that the clock has 24 hours."""
        military = self.packed is not None and len(self.hour) == len("07")
        return self.half is None and (
            int(self.hour) > NOON or self.hour.startswith("0") or military or self.unit is not None
        )

    def minutes(self, *, either: bool) -> tuple[int, ...]:
        """Return the minutes of the day that it may be: one, or that before and that after noon."""
        hour, minute = int(self.hour), int(self.minute or self.packed or 0)
        if self.half and hour <= NOON:
            hour = hour % NOON + (NOON if self.half.startswith("p") else 0)
        both = (hour, (hour + NOON) % (2 * NOON)) if either and not self.half else (hour,)
        return tuple(each * 60 + minute for each in both)


def written_times(text: str) -> WrittenTimes | None:
    """Return what a text such as "7-3" or "A 9:00~12:00" may stand for, None when it writes no times."""
    match = CLOCK.search(_numbered(text))
    if not match or _is_number_of_things(match):
        return None
    ends = _End(*match.groups()[:5]), _End(*match.groups()[5:])
    halves = any(end.half for end in ends)
    sure = any(end.of_24 for end in ends) and not halves
    windows = _windows(ends, either=not sure)
    if not windows:
        return None
    return WrittenTimes(windows, 24 if sure else 12 if halves or _too_long(ends) else None)


def _numbered(text: str) -> str:
    """Return a text in small letters with noon and midnight as 12 pm and 12 am."""
    return MIDNIGHT.sub("12am", NOON_WORD.sub("12pm", text.casefold()))


def _is_number_of_things(match: re.Match[str]) -> bool:
    """Tell whether digits without a sign are no times: those of a telephone, such as 555-1234."""
    packed = [(match[start], match[start + 2], match[start + 4]) for start in (1, 6)]
    odd = any(minutes and int(minutes) % 5 for _, minutes, _ in packed)
    return odd and not all(minutes and len(hour) == len("07") for hour, minutes, _ in packed)


def _windows(ends: tuple[_End, _End], *, either: bool) -> tuple[Window, ...]:
    first, last = (end.minutes(either=either) for end in ends)
    found = [
        Window(start, end if end > start else end + DAY_MINUTES)
        for start, end in product(first, last)
        if start < DAY_MINUTES and end <= DAY_MINUTES and not start < end < start + SHORTEST
    ]
    likely = [window for window in found if window.end - window.start <= LONGEST]
    return tuple(likely if len(found) > 1 and likely else found)


def _too_long(ends: tuple[_End, _End]) -> bool:
    """Tell whether the times are no shift by the clock of 24 hours: 7-3 would be 20 hours."""
    return all(window.end - window.start > LONGEST for window in _windows(ends, either=False))


def sole_window(text: str) -> Window | None:
    """Return the times that a text writes where these can be read in one way only."""
    written = written_times(text)
    return written.windows[0] if written and len(written.windows) == 1 else None


def window_in(text: str) -> Window | None:
    """Return the times that a text such as "A 9:00~12:00", "0700-1930" or "7a-7p" writes, None when it has none.

    By themselves hours and minutes are of the clock of 24 hours. Hours that can be read in two ways, such as 7-7, are
    none: the company of other codes may settle them.
    """
    written = written_times(text)
    if written is None:
        return None
    by_24_hours = len(written.windows) == 1 or (written.hours is None and _with_minutes(text))
    return written.windows[0] if by_24_hours else None


def _with_minutes(text: str) -> bool:
    match = CLOCK.search(_numbered(text))
    return bool(match and match[2] and match[7])


def beside_times(text: str) -> str:
    """Return a text without its times: "N" of "7-7 N"."""
    return CLOCK.sub(" ", _numbered(text)).strip(" -_/()[]:")
