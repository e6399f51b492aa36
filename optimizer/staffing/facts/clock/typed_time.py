"""Times of day as people type them: 07:00, 7:00 AM, 7a, 0700, 19.30, 19h30; what may stand for two is told as both."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import product

from optimizer.staffing.facts.shift import DAY_MINUTES, Window
from optimizer.staffing.facts.words import clock

DATE = re.compile(r"^\d{4}-\d{2}-\d{2}[t ]")
SECONDS = r"(?::[0-5]\d(?:\.\d+)?)?"
COLON = re.compile(rf"(\d{{1,2}})[:hu]([0-5]\d){SECONDS}(?:h|uhr)?")
HOUR_ALONE = re.compile(r"(\d{1,2})(?:h|uhr)")
DIGITS = re.compile(r"(\d{1,2})([0-5]\d)(?:h|hrs|hours|uhr)?")
HALF_DAY = re.compile(rf"(\d{{1,2}})(?:[:.h]?([0-5]\d){SECONDS})?([ap])m?")
BARE = re.compile(r"\d{1,2}")
POINT = re.compile(r"(\d{1,2})([.,])(\d{1,2})(?:h|uhr)?")
SERIAL = re.compile(r"(?:0?|\d{5})(\.\d+)")
NAMED = {"noon": 12 * 60, "12noon": 12 * 60, "12n": 12 * 60, "midnight": 0, "12midnight": 0, "12mn": 0}
QUARTERS = ("25", "50", "75", "5")
DASH = re.compile(r"\s*[-–—~]\s*|\s+to\s+")


def clocks_meant(written: str) -> tuple[int, ...]:
    """Return the minutes after midnight that a text may stand for, in order: none, the one, or all of them.

    Without a or p the clock has 24 hours; an hour alone, such as 7, may still be either. A date before it, and its
    seconds, say nothing. A number below 1 is the part of the day that Excel keeps of a time.
    """
    said = _bare(written)
    named = NAMED.get(said)
    return tuple(sorted({minute for minute in _minutes(said) if minute <= DAY_MINUTES})) if named is None else (named,)


def windows_meant(written: str) -> tuple[Window, ...]:
    """Return the windows that a text such as "7a-7p" or "0700-1930" may stand for: none, the one, or all of them."""
    ends = DASH.split(written.strip())
    if len(ends) != 2:
        return ()
    pairs = product(*map(clocks_meant, ends))
    return tuple(
        Window(start, end if end > start else end + DAY_MINUTES)
        for start, end in pairs
        if start != DAY_MINUTES and (start - end) % DAY_MINUTES
    )


def window_label(window: Window, codes: Collection[str]) -> str:
    """Return a window as a need writes it: "23:00-07:00", with blanks where a shift is called so."""
    label = f"{clock(window.start)}-{clock(window.end)}"
    return label.replace("-", " - ") if label in codes else label


def _bare(written: str) -> str:
    """Return a time in lower case without blanks, and without a date or dots that say nothing."""
    folded = DATE.sub("", unicodedata.normalize("NFKC", written).strip().casefold())
    return re.sub(r"\s+", "", re.sub(r"([apm])\.", r"\1", folded))


def _minutes(said: str) -> Iterator[int]:
    if match := COLON.fullmatch(said) or DIGITS.fullmatch(said):
        yield int(match[1]) * 60 + int(match[2])
    elif match := HOUR_ALONE.fullmatch(said):
        yield int(match[1]) * 60
    elif match := HALF_DAY.fullmatch(said):
        yield from _half_day(int(match[1]), int(match[2] or 0), match[3])
    elif BARE.fullmatch(said):
        yield from _hour(said)
    elif (match := SERIAL.fullmatch(said)) and _serial(match[1]):
        yield round(float(match[1]) * DAY_MINUTES)
    elif match := POINT.fullmatch(said):
        yield from _with_point(match[1], match[2], match[3])


def _half_day(hour: int, minute: int, half: str) -> Iterator[int]:
    """Yield a time before or after noon; 13:00 PM is the time that it says, 13:00 AM is none."""
    if hour <= 12:
        yield (hour % 12 + (12 if half == "p" else 0)) * 60 + minute
    elif half == "p" and hour < 24:
        yield hour * 60 + minute


def _hour(said: str) -> Iterator[int]:
    """Yield what an hour alone may be: 19 and 07 are told by the clock of 24 hours, 7 is not."""
    hour = int(said)
    yield hour * 60
    if 1 <= hour <= 12 and not said.startswith("0"):
        yield (hour + 12) % 24 * 60


def _serial(part: str) -> bool:
    """Tell whether a number below 1, by what stands from its point on, is no hour and minute: 0.30 may be both."""
    return len(part) != 3 or part[1:] in QUARTERS


def _with_point(hour: str, point: str, rest: str) -> Iterator[int]:
    """Yield what 19.30, 19.3 or 19,5 may be: hours and minutes, or hours and a part of one."""
    if hour == "0" and point == ".":
        yield round(float(f"0.{rest}") * DAY_MINUTES)
    if int(minutes := rest.ljust(2, "0")) < 60:
        yield int(hour) * 60 + int(minutes)
    if point == "," or len(rest) == 1 or (rest in QUARTERS and not hour.startswith("0")):
        yield round(float(f"{hour}.{rest}") * 60)
