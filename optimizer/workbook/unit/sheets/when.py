"""The days and the shifts that a need is for, as they are read and written."""

from datetime import date
from typing import Any

from optimizer.staffing.facts.clock.typed_time import window_label, windows_meant
from optimizer.staffing.facts.demand import When
from optimizer.staffing.facts.words import either
from optimizer.workbook.grid.source import UnitSource
from optimizer.workbook.table.codecs import as_it_is
from optimizer.workbook.table.parse import UnreadableError, text, words
from optimizer.workbook.table.sheet import Codec
from optimizer.workbook.unit.sheets.calendar import WEEKDAYS

KNOWN = {frozenset[int](): "every day", frozenset(range(5)): "weekdays", frozenset({5, 6}): "weekend"}


def when(source: UnitSource, value: Any) -> When:
    """Read the days that a need is for."""
    if not isinstance(value, str):
        return When(day=source.near(value))
    word = value.casefold().strip()
    known = {said: When(weekdays=days) for days, said in KNOWN.items()} | {"holidays": When(holidays=True)}
    if word in known:
        return known[word]
    if word[:1].isdecimal():
        return When(day=source.near(value))
    return When(weekdays=frozenset(number for part in words(value) for number in _weekdays(part)))


def when_text(when: When) -> str | date:
    """Return the days of a need as they are written."""
    if when.day:
        return when.day
    if when.holidays:
        return "holidays"
    return KNOWN.get(when.weekdays) or ", ".join(WEEKDAYS[number][:3] for number in sorted(when.weekdays))


def label_of(source: UnitSource, value: Any) -> str:
    """Read the code of a shift, or a window such as 07:00-15:00 or 7a-3p, which is called by its times of 24 hours."""
    label = text(value)
    if any(code.casefold() == label.casefold() for code in source.shifts):
        return source.shift(value)
    windows = [window_label(window, source.shifts) for window in windows_meant(label)]
    if len(windows) > 1:
        raise UnreadableError(f"'{label}' may be {either(windows)}", "write the one that is meant")
    return windows[0] if windows else source.shift(value)


def _weekdays(part: str) -> tuple[int, ...]:
    """Read a weekday, or some in a row such as Mon-Thu."""
    ends = [_weekday(word.strip()) for word in part.replace("–", "-").split("-")]
    length = (ends[-1] - ends[0]) % 7 + 1
    return tuple((ends[0] + number) % 7 for number in range(length))


def _weekday(word: str) -> int:
    for number, name in enumerate(WEEKDAYS):
        if len(word) >= 3 and name.casefold().startswith(word.casefold()):
            return number
    raise UnreadableError(f"'{word}' says no day", "write every day, weekdays, weekend, holidays, Mon, Tue or a date")


WHEN = Codec(when, when_text)
LABEL = Codec(label_of, as_it_is)
