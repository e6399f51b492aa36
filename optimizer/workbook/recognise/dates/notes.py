"""Days that cells write out in words, as leave notes do: they tell the month of the columns they stand in."""

import re
from collections import Counter

from optimizer.workbook.recognise.dates.axis import Axis
from optimizer.workbook.recognise.sheet import RawSheet

DAY_MONTH = re.compile(r"(?<!\d)(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?(?!\d)")


def noted_days(sheet: RawSheet, axis: Axis, rows: range) -> Counter[tuple[int, int]]:
    """Return how often longer texts name the very day of their column, by month and year (0: none)."""
    found: Counter[tuple[int, int]] = Counter()
    if axis.sort != "number":
        return found
    for column, number in zip(axis.columns, axis.said, strict=True):
        for row in rows:
            value = sheet.at(row, column)
            if isinstance(value, str) and len(value) > 8:
                found.update(_named(value, number))
    return found


def _named(text: str, number: object) -> set[tuple[int, int]]:
    days = DAY_MONTH.findall(text)
    year = next((_full(year) for _, _, year in days if year), 0)
    return {(int(month), year) for day, month, _ in days if int(day) == number and 1 <= int(month) <= 12}


def _full(year: str) -> int:
    return int(year) + (2000 if len(year) == 2 else 0)
