"""Dates as people write them: a text that stands for one day is that day, one that may stand for two is told."""

import re
from collections.abc import Iterator
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
SHORT = "|".join(month[:3] for month in MONTHS)
WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s,.]+", re.IGNORECASE)
MIDNIGHT = re.compile(r"[T ]00:00(:00(\.0+)?)?$")
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[-\s./]*([a-z]{3,9})[-\s./,]*(\d{4}|\d{2})")
MONTH_DAY = re.compile(r"([a-z]{3,9})[-\s./]*(\d{1,2})(?:st|nd|rd|th)?[\s,./-]+(\d{4})")
LIKE_A_DATE = re.compile(rf"\d\s*[-/.]\s*\d|\d[\s./-]*({SHORT})|({SHORT})[a-z]*[\s./-]*\d")


def days_meant(written: str) -> tuple[date, ...]:
    """Return the days that a text may stand for: none, the one, or both of 11/12/2026."""
    tidied = MIDNIGHT.sub("", WEEKDAY.sub("", re.sub(r"\s*([-/.])\s*", r"\1", written.strip())))
    found = (_day(*parts) for parts in _parts(tidied.casefold()))
    return tuple(sorted({day for day in found if day is not None}))


def like_a_date(written: str) -> bool:
    """Tell whether a text was meant as a date, though perhaps nobody can tell which."""
    return LIKE_A_DATE.search(written.casefold()) is not None


def _parts(written: str) -> Iterator[tuple[int, int, int]]:
    """Yield every year, month and day that a text may be made of."""
    if match := YEAR_FIRST.fullmatch(written):
        yield int(match[1]), int(match[2]), int(match[3])
    elif match := YEAR_LAST.fullmatch(written):
        yield int(match[3]), int(match[1]), int(match[2])
        yield int(match[3]), int(match[2]), int(match[1])
    elif match := DAY_MONTH.fullmatch(written):
        year = int(match[3]) + (2000 if len(match[3]) == 2 else 0)
        yield year, _month(match[2]), int(match[1])
    elif match := MONTH_DAY.fullmatch(written):
        yield int(match[3]), _month(match[1]), int(match[2])


def _month(word: str) -> int:
    """Return the number of a month, 0 where a word is none."""
    return next((number for number, name in enumerate(MONTHS, start=1) if name.startswith(word)), 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
