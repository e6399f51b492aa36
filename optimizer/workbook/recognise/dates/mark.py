"""What one cell can say of a day: a date, a day and month, a number, a weekday; all readings where unclear."""

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from optimizer.workbook.recognise.sheet import RawValue
from optimizer.workbook.recognise.words.calendar import folded, month_of, weekday_of

FIRST_YEAR, LAST_YEAR = 1990, 2099
YEAR_DIGITS = 4
SERIALS = range(36526, 62000)
"""Numbers that Excel shows as days of 2000 to 2069."""
YMD = re.compile(
    r"(?<![\d./-])(\d{4})\s*[-/.年년]\s*(\d{1,2})\s*[-/.月월]\s*(\d{1,2})\s*[日일.]?"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?"
)
DMY = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\.?")
COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
MONTH_DAY_EAST = re.compile(r"(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?")
PAIR = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\.?")
NUMBER = re.compile(r"(-?\d{1,3})(?:\.0+)?\s*(?:st|nd|rd|th|er|日|일|号|º|ª|°|\.|\))?", re.IGNORECASE)
DAY_WORD = re.compile(
    r"^(?:day|d|tag|t|dia|d[ií]a|jour|j|dzien|dzień|giorno|dag|日)[\s_.\-#]*(-?\d{1,3})$", re.IGNORECASE
)
WORD = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd])+\.?")
FILLERS = {"the", "of", "de", "den", "der", "le", "a", "day", "tag", "dia", "jour", "r", "do", "el"}


@dataclass(frozen=True)
class Mark:
    """The readings of one cell. ``dates`` and ``pairs`` (month, day) hold all possible ones, day first."""

    dates: tuple[date, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()
    number: int | None = None
    weekday: int | None = None


def mark_of(value: RawValue) -> Mark | None:
    """Return what a cell says of a day, None when it says nothing of one."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, date):  # a datetime, too
        day = value.date() if isinstance(value, datetime) else value
        return Mark(dates=(day,)) if FIRST_YEAR <= day.year <= LAST_YEAR else None
    if isinstance(value, int | float):
        return _of_number(float(value)) if abs(value) < 1e9 else None
    return _of_text(value) if isinstance(value, str) else None


def _of_number(value: float) -> Mark | None:
    if value == int(value):
        whole = int(value)
        if whole in SERIALS:
            return Mark(dates=(date(1899, 12, 30) + timedelta(days=whole),))
        if -400 < whole < 400:
            return Mark(number=whole)
        compact = COMPACT.fullmatch(str(whole))
        day = day_of(*map(int, compact.groups())) if compact else None
        return Mark(dates=(day,)) if day else None
    before, _, after = f"{value:.4f}".rstrip("0").partition(".")
    if not 0 < value < 32 or len(after) > 2:
        return None
    readings = [(int(before), int(after))] + ([(int(before), 10 * int(after))] if len(after) == 1 else [])
    return Mark(pairs=_valid([*readings, *[(second, first) for first, second in readings]]))


@lru_cache(maxsize=20_000)
def _of_text(text: str) -> Mark | None:
    said = " ".join(unicodedata.normalize("NFKC", text).split())
    if not said or len(said) > 40:
        return None
    weekday, rest = _without_weekday(said)
    if not rest:
        return Mark(weekday=weekday) if weekday is not None else None
    mark = _of_digits(rest) or _of_words(rest)
    whole = _of_words(said) if weekday is not None else None  # "mar" is a Tuesday and a month
    if mark is None or (whole and whole.dates and not mark.pairs):
        return whole
    return Mark(mark.dates, mark.pairs or (whole.pairs if whole else ()), mark.number, weekday)


def _without_weekday(said: str) -> tuple[int | None, str]:
    for found in WORD.finditer(said):
        day = weekday_of(found[0])
        if day is not None and not (
            len(found[0]) == 1 and found[0] in "日月일월" and re.search(r"\d\s*$", said[: found.start()])
        ):
            rest = said[: found.start()] + " " + said[found.end() :]
            return day, rest.strip(" ,.()[]（）-–/|:")
    return None, said.strip(" ,()[]（）")


def weekday_word(value: RawValue) -> str:
    """Return the word of a cell that names a weekday, as it is compared, "" where none does."""
    if not isinstance(value, str):
        return ""
    said = unicodedata.normalize("NFKC", value)
    return next((folded(found[0]) for found in WORD.finditer(said) if weekday_of(found[0]) is not None), "")


def _of_digits(said: str) -> Mark | None:
    if found := YMD.fullmatch(said) or COMPACT.fullmatch(said):
        day = day_of(int(found[1]), int(found[2]), int(found[3]))
        return Mark(dates=(day,)) if day else None
    if found := DMY.fullmatch(said):
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        first, second = int(found[1]), int(found[2])
        days = (day_of(year, second, first), None if "." in said and "/" not in said else day_of(year, first, second))
        return Mark(dates=tuple(dict.fromkeys(day for day in days if day))) if any(days) else None
    if found := MONTH_DAY_EAST.fullmatch(said):
        return Mark(pairs=_valid([(int(found[1]), int(found[2]))]))
    if found := NUMBER.fullmatch(said) or DAY_WORD.fullmatch(said):
        return Mark(number=int(found[1]))
    if found := PAIR.fullmatch(said):
        first, second = int(found[1]), int(found[2])
        pairs = _valid([(second, first), (first, second)])
        return Mark(pairs=pairs) if pairs else None
    return None


def _of_words(said: str) -> Mark | None:
    """Read "1 March 2026", "Mar 1", "1-Mar-26": a month by name and one or two numbers, and nothing else."""
    words = [
        word for word in WORD.findall(re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", said)) if word.casefold() not in FILLERS
    ]
    written = re.findall(r"\d+", said)
    month = month_of(words[0]) if len(words) == 1 else None
    if month is None or not 1 <= len(written) <= 2 or any(len(number) > YEAR_DIGITS for number in written):
        return None
    numbers = [int(number) for number in written]
    if len(numbers) == 1:
        return Mark(pairs=_valid([(month, numbers[0])])) if numbers[0] <= 31 else None
    day, year = (numbers[1], numbers[0]) if numbers[0] > 31 else (numbers[0], numbers[1])
    found = day_of(year + 2000 if year < 100 else year, month, day)
    return Mark(dates=(found,)) if found else None


def day_of(year: int, month: int, day: int) -> date | None:
    """Return a day from its parts, None where there is none or a roster cannot be of it."""
    with suppress(ValueError, OverflowError):
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    return None


def _valid(pairs: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    return tuple(dict.fromkeys((month, day) for month, day in pairs if 1 <= month <= 12 and 1 <= day <= 31))
