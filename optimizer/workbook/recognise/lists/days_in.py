"""The days that one cell lists: "2 March, 9 March", "2026-03-02; 2026-03-09", one to a line."""

import re

from optimizer.workbook.recognise.dates.mark import Mark, mark_of
from optimizer.workbook.recognise.sheet import RawValue

BETWEEN = re.compile(r"\s*[;\n]\s*|,\s+|、|，|\s+(?:and|und|y|et|&)\s+")


def days_in(value: RawValue) -> list[Mark]:
    """Return what each part of a cell says of a day; nothing where any part says none."""
    if not isinstance(value, str):
        mark = mark_of(value)
        return [mark] if mark and mark.dates else []
    whole = mark_of(value)
    if whole and whole.dates:
        return [whole]
    marks = [mark_of(part) for part in BETWEEN.split(value.strip()) if part.strip()]
    found = [mark for mark in marks if mark and mark.dates]
    return found if len(found) == len(marks) else []
