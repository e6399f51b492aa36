"""Whether the dates of a list are written with the day first or with the month first."""

import re
from collections.abc import Sequence
from datetime import date

from optimizer.workbook.recognise.dates.mark import Mark, mark_of
from optimizer.workbook.recognise.proposal import Question
from optimizer.workbook.recognise.sheet import RawValue, as_text


def order_of(marks: Sequence[Mark], values: Sequence[RawValue]) -> tuple[int, tuple[Question, ...]]:
    """Return whether days stand first (0) or months (1); asked where every date can be read both ways."""
    unclear = [mark for mark in marks if len(mark.dates) == 2]
    if not unclear:
        return 0, ()
    for value in values:
        mark = mark_of(value)
        if mark and len(mark.dates) == 1 and _slashed(value):
            first = int(re.findall(r"\d+", str(value))[0])
            if first > 12 or mark.dates[0].day != first:
                return (0 if mark.dates[0].day == first else 1), ()
    spans = [_spread([mark.dates[min(order, len(mark.dates) - 1)] for mark in marks if mark.dates]) for order in (0, 1)]
    order = 0 if spans[0] <= spans[1] else 1
    said = ("day first", "month first")[order]
    asked = Question(
        "dates",
        f"Is {next(as_text(value) for value in values if _slashed(value))} written with the {said}?",
        said,
        "every date can be read both ways; this way they lie closer together",
    )
    return order, (asked,)


def _slashed(value: object) -> bool:
    return isinstance(value, str) and bool(re.match(r"\s*\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]", value))


def _spread(days: list[date]) -> int:
    return (max(days) - min(days)).days if days else 0
