"""What titles, sheet and file names tell of the month, the year and the days."""

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date

from optimizer.workbook.recognise.dates.mark import COMPACT, DMY, WORD, YMD, mark_of
from optimizer.workbook.recognise.sheet import RawSheet, RawValue, as_text
from optimizer.workbook.recognise.words.calendar import folded, month_of, rare_month_of

YEAR = re.compile(r"(?<!\d)((?:19|20|24|25)\d{2})(?!\d)")
ERA = re.compile(r"(令和|平成)\s*(\d{1,2}|元)\s*年")
ERAS = {"令和": 2018, "平成": 1988}
YEAR_MONTH = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-/._年년]\s*(1[0-2]|0?[1-9])(?!\d)(?!\s*[-/.]\s*\d)")
MONTH_YEAR = re.compile(r"(?<![\d/.-])(1[0-2]|0?[1-9])\s*[-/._]\s*((?:19|20)\d{2})(?!\d)")
EASTERN_MONTH = re.compile(r"(?<!\d)(1[0-2]|0?[1-9])\s*[月월]")
WORDED = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:de\s+)?([^\W\d_]{3,})\.?,?\s+(?:de\s+)?(\d{4})"
    r"|([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})"
)
SHORT_YEAR = re.compile(r"[''’]\s*(\d{2})(?!\d)|(?<=[^\W\d_])[-\s]*(2\d)(?!\d)")


@dataclass(frozen=True)
class Told:
    """What one place tells: months and years, and whole days; ``weight`` is how far it is believed."""

    source: str
    text: str
    weight: float
    months: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    days: tuple[date, ...] = ()


def told_by(text: str, source: str, weight: float, rare: bool = False) -> Told | None:
    """Return what a text tells of months, years and days, None when it tells nothing."""
    said = unicodedata.normalize("NFKC", text)
    days = _days(said)
    rest = COMPACT.sub(" ", DMY.sub(" ", YMD.sub(" ", said)))
    months, years = _months_and_years(rest, rare)
    if not (days or months or years):
        return None
    return Told(source, " ".join(text.split()), weight, months, years, days)


def _days(said: str) -> tuple[date, ...]:
    found = [mark_of(match[0]) for pattern in (YMD, DMY) for match in pattern.finditer(said)]
    whole = mark_of(said)
    days = [mark.dates[0] for mark in (*found, whole) if mark and mark.dates]
    return tuple(dict.fromkeys([*days, *_worded_days(said)]))


def _worded_days(said: str) -> list[date]:
    """Return days such as "2 March 2026" and "March 2, 2026" out of a longer text."""
    days: list[date] = []
    for day, month, year, month_first, day_second, year_third in WORDED.findall(said):
        number = month_of(month or month_first)
        mark = mark_of(f"{year or year_third}-{number}-{day or day_second}") if number else None
        days.extend(mark.dates if mark else ())
    return days


def _months_and_years(rest: str, rare: bool) -> tuple[tuple[int, ...], tuple[int, ...]]:
    months: list[int] = []
    years: list[int] = []
    for year, month in YEAR_MONTH.findall(rest):
        months.append(int(month))
        years.append(int(year))
    for month, year in MONTH_YEAR.findall(YEAR_MONTH.sub(" ", rest)):
        months.append(int(month))
        years.append(int(year))
    months += [int(month) for month in EASTERN_MONTH.findall(YEAR_MONTH.sub(" ", rest))]
    words = [*WORD.findall(rest.replace("_", " ")), *re.split(r"[\s_/,\-]+", rest)]  # "ม.ค." has dots within
    words = [word for word in dict.fromkeys(words) if len(folded(word)) > 2 or not word.isascii()]
    named = [month for word in words if (month := (rare_month_of if rare else month_of)(word)) is not None]
    months += named
    years += [ERAS[era] + (1 if year == "元" else int(year)) for era, year in ERA.findall(rest)]
    years += [_western(int(year)) for year in YEAR.findall(rest)]
    if named and not years:
        years += [2000 + int(first or second) for first, second in SHORT_YEAR.findall(rest)]
    return tuple(dict.fromkeys(months)), tuple(dict.fromkeys(years))


def _western(year: int) -> int:
    """Return a year of the Buddhist calendar as of ours."""
    return year - 543 if year > 2400 else year


def told_about(
    sheet: RawSheet, heads: tuple[int, ...], left: int, file: str, rare: bool = False, first_head: int | None = None
) -> list[Told]:
    """Return all that is told over and before the days of a grid, by the sheet's name and by the file's.

    ``heads`` are the rows of the header, ``first_head`` is that of the first grid of the sheet where another stands
    above; ``left`` is the first column of days: what stands below is of the people, and
    Jan among them is nobody's month.
    """
    above, first = min(heads), first_head if first_head is not None else min(heads)
    places = [(row, column) for row in range(first) for column in range(min(sheet.width, 400))]
    places += [
        (row, column) for row in range(first, above) if _few(sheet, row) for column in range(min(sheet.width, 400))
    ]
    places += [(row, column) for row in range(above, max(heads) + 1) for column in range(left)]
    told = [
        (row, each)
        for row, column in places[:4000]
        if (each := _of_cell(sheet.at(row, column), sheet.place(row, column), rare))
        and (not first <= row < above or _only(each))
    ]
    found = _nearest(told, first, above)
    return [
        each
        for each in (*found, told_by(sheet.title or "", "the name of the sheet", 2.0, rare), _of_file(file, rare))
        if each
    ]


def _nearest(told: list[tuple[int, Told]], first: int, above: int) -> list[Told]:
    """Return what is told, without what stands over an earlier grid where a title of its own tells the month."""
    own = max((row for row, each in told if first <= row < above and each.months), default=None)
    if own is None:
        return [each for _, each in told]
    kept = [each for row, each in told if row >= own]
    return (
        kept
        if any(each.years for each in kept)
        else [replace(each, months=()) if row < own else each for row, each in told]
    )


def _few(sheet: RawSheet, row: int) -> bool:
    """Return whether a row between two grids holds few cells, as titles do and people do not."""
    return sum(1 for column in range(sheet.width) if sheet.text(row, column)) <= 6


def _only(told: Told) -> bool:
    """Return whether a text tells a month with a year, or nothing else: Jan de Vries is no month."""
    others = [word for word in WORD.findall(told.text) if month_of(word) is None]
    return bool(told.years or told.days) or not others


def _of_cell(value: RawValue, place: str, rare: bool) -> Told | None:
    if isinstance(value, date):
        return Told(place, as_text(value), 3.0, days=(mark.dates if (mark := mark_of(value)) else ()))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Told(place, as_text(value), 3.0, years=(int(value),)) if value in range(1990, 2100) else None
    if not isinstance(value, str) or not value.strip() or len(value) > 400:
        return None
    return told_by(value, place, 3.0, rare)


def _of_file(file: str, rare: bool) -> Told | None:
    """Return what a file's name tells; a whole day in it is when it was made, and no day of the roster."""
    stem = re.sub(r"\.\w{2,4}$", "", file)
    told = told_by(stem, "the name of the file", 2.0, rare)
    if told is None or not (told.months or told.years):
        return None
    if told.days or re.search(r"\d{8}", stem):
        return None
    return Told(told.source, stem, 2.0, told.months, told.years)
