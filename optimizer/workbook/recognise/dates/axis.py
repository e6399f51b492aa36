"""Where days run across a sheet: a row whose cells name days one after the other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from optimizer.workbook.recognise.dates.mark import Mark, mark_of, weekday_word
from optimizer.workbook.recognise.dates.order import in_order
from optimizer.workbook.recognise.dates.slots import slots_of
from optimizer.workbook.recognise.sheet import RawSheet, RawValue
from optimizer.workbook.recognise.words.calendar import folded, weekday_of, weekday_table, weekdays_of

LEAST = {"date": 4, "pair": 4, "number": 6, "weekday": 5}
"""How many cells must run on before they are believed to be days."""
LETTERED = re.compile(
    r"^\s*(?:(?P<before>[^\W\d_]{1,3})[\s.\-]*(?P<day>\d{1,2})|(?P<number>\d{1,2})[\s.\-]*[(（\[]?\s*(?P<after>[^\W\d_]{1,3})[)）\].]?)\s*$"
)
WEEK = re.compile(
    r"(?<![^\W_])(?:week|wk|w|woche|kw|semana|semaine|sem|s|tydzien|tyd|uke|vecka|uge)[\s_.]*\d{1,2}(?![^\W_])|第?\d+[周週]"
)
PARTED = re.compile(r"[\s_\-/|:.]+")
NEAR = 3
"""How many rows above and below the days their weekdays may stand."""


@dataclass(frozen=True)
class Axis:
    """A row of days: ``columns`` hold one day each, or a part of one; ``sort`` is date, pair, number or weekday.

    ``said`` is what each column says (a date, a month and day, a number, a weekday), ``weekdays`` what stands above or
    below (Monday 0), ``heads`` the rows that belong to the header.
    """

    row: int
    sort: str
    columns: tuple[int, ...]
    said: tuple[date | tuple[int, int] | int, ...]
    heads: tuple[int, ...]
    weekdays: tuple[int, ...] | None = None

    @property
    def left(self) -> int:
        """Return the first column of days."""
        return self.columns[0]

    @property
    def right(self) -> int:
        """Return the last column of days."""
        return self.columns[-1]


def axes_of(sheet: RawSheet) -> list[Axis]:
    """Return every row of days, from the top, with its weekdays; of rows that say the same days the best one."""
    found = [axis for row in range(sheet.height) for axis in _in_row(sheet, row)]
    kept: list[Axis] = []
    rank = {"date": 0, "pair": 1, "number": 2, "weekday": 3}
    for axis in sorted(found, key=lambda each: (rank[each.sort], each.row, -len(each.columns))):
        if not any(_same_place(axis, other) and not _people_between(sheet, axis, other, found) for other in kept):
            kept.append(axis)
    named = [with_slots(sheet, _with_weekdays(sheet, axis, found)) for axis in kept]
    return sorted(named, key=lambda axis: (axis.row, axis.left))


def weekday_rows(sheet: RawSheet) -> list[Axis]:
    """Return every row of weekdays, also over rows of day numbers, as a calendar has them."""
    return [axis for row in range(sheet.height) for axis in _in_row(sheet, row) if axis.sort == "weekday"]


def _same_place(axis: Axis, other: Axis) -> bool:
    """Return whether an axis says over again what a better one close by says."""
    shared = len(set(axis.columns) & set(other.columns))
    return abs(axis.row - other.row) <= NEAR and shared >= 0.6 * min(len(axis.columns), len(other.columns))


def _people_between(sheet: RawSheet, axis: Axis, other: Axis, found: list[Axis]) -> bool:
    """Return whether rows that are no header lie between two rows of days: then the header stands there again."""
    heads = {each.row for each in found}
    between = [row for row in range(*sorted((axis.row + 1, other.row + 1))) if row not in heads]
    return any(
        sum(1 for column in axis.columns if sheet.text(row, column)) > 0.25 * len(axis.columns) for row in between
    )


def _in_row(sheet: RawSheet, row: int) -> Iterator[Axis]:
    values = sheet.rows[row]
    marks = [(column, mark) for column, value in enumerate(values) if (mark := mark_of(value)) is not None]
    for sort in ("date", "pair", "number"):
        for columns, said in in_order(sort, marks):
            if len(set(said)) >= LEAST[sort]:
                yield Axis(row, sort, columns, said, (row,), _own_weekdays(values, columns, marks))
    yield from _lettered(row, values)
    labels = [
        (column, without_week(folded(value)))
        for column, value in enumerate(values)
        if isinstance(value, str) and value.strip()
    ]
    for columns, days in _weekday_runs(labels):
        if len(set(days)) < LEAST["weekday"]:
            continue
        yield Axis(row, "weekday", columns, days, (row,), days)


def without_week(label: str) -> str:
    """Return the weekday of "Week 1 Mon", "Mon W1" and "Mon_AM" alone, other labels as they are."""
    parts = [part for part in PARTED.split(WEEK.sub(" ", label)) if part]
    days = [part for part in parts if weekday_of(part) is not None]
    return days[0] if days and len(parts) <= 2 else label


def _lettered(row: int, values: tuple[RawValue, ...]) -> Iterator[Axis]:
    """Yield days headed by a letter of the weekday and the number: "M 3", "T4"."""
    found = [
        (column, match)
        for column, value in enumerate(values)
        if isinstance(value, str) and (match := LETTERED.match(value))
    ]
    if len(found) < LEAST["number"]:
        return
    named = dict(weekday_table([(column, folded(match["before"] or match["after"])) for column, match in found]))
    numbers = [(column, Mark(number=int(match["day"] or match["number"]))) for column, match in found]
    for columns, said in in_order("number", numbers):
        if len(set(said)) >= LEAST["number"] and all(column in named for column in columns):
            yield Axis(row, "number", columns, said, (row,), tuple(named[column] for column in columns))


def _own_weekdays(
    values: tuple[RawValue, ...], columns: tuple[int, ...], marks: list[tuple[int, Mark]]
) -> tuple[int, ...] | None:
    """Return the weekdays that cells name beside their days, all in one language: "Do" is two days in two of them."""
    alone = {column: mark.weekday for column, mark in marks}
    together = dict(weekdays_of([(column, word) for column in columns if (word := weekday_word(values[column]))]))
    days = [together.get(column) if len(together) == len(columns) else alone[column] for column in columns]
    if len({day for day in days if day is not None}) < min(LEAST["weekday"], len(columns)):  # "mar" in each is a month
        return None
    return tuple(day for day in days if day is not None) if all(day is not None for day in days) else None


def _weekday_runs(labels: list[tuple[int, str]]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Yield columns and weekdays of labels that name days in order; other labels in between are passed over."""
    if len(labels) < LEAST["weekday"]:
        return
    named = weekdays_of(labels)
    letters = [(column, label) for column, label in labels if len(label) <= 3]
    if len(named) <= len(letters) and len(letters) >= LEAST["weekday"]:
        table = weekday_table(letters)
        named = table if len(table) >= len(named) or len(named) < LEAST["weekday"] else named
    if not named and _weekly(labels):
        named = weekday_table(labels, common=False)
    run: list[tuple[int, int]] = []
    for column, day in named:
        step = (day - run[-1][1]) % 7 if run else 1
        if run and step > 1 and not (run[-1][1] == 4 and day == 0):
            if len(run) >= LEAST["weekday"]:
                yield tuple(place for place, _ in run), tuple(each for _, each in run)
            run = []
        run.append((column, day))
    if len(run) >= LEAST["weekday"]:
        yield tuple(place for place, _ in run), tuple(each for _, each in run)


def with_slots(sheet: RawSheet, axis: Axis) -> Axis:
    """Add the columns of days that are several wide: the header names a day once, over two or three columns."""
    slots = slots_of(sheet, axis.columns, axis.heads)
    if slots is None:
        return axis
    wide, sub = slots
    said = dict(zip(axis.columns, axis.said, strict=True))
    weekdays = dict(zip(axis.columns, axis.weekdays or (), strict=False))
    columns = tuple(column + step for column in axis.columns for step in range(wide))
    return replace(
        axis,
        columns=columns,
        said=tuple(said[column] for column in axis.columns for _ in range(wide)),
        heads=tuple(sorted({*axis.heads, *sub})),
        weekdays=tuple(weekdays[column] for column in axis.columns for _ in range(wide)) if axis.weekdays else None,
    )


def _weekly(labels: list[tuple[int, str]]) -> bool:
    """Return whether labels come again every seven columns, as the weekdays of a rare language do."""
    words = [label for _, label in labels]
    again = sum(1 for before, after in zip(words, words[7:], strict=False) if before == after)
    return (
        len(words) > 10
        and len(set(words)) >= LEAST["weekday"]
        and again > 0.8 * (len(words) - 7)
        and len(set(words)) <= 9
    )


def _with_weekdays(sheet: RawSheet, axis: Axis, found: list[Axis]) -> Axis:
    """Add the weekdays that stand near an axis, and the rows around it that name the same days."""
    near = [
        other
        for other in found
        if other.row != axis.row and _same_place(other, axis) and not _people_between(sheet, axis, other, found)
    ]
    heads = tuple(sorted({axis.row, *(other.row for other in near)}))
    named = next((other for other in near if other.sort == "weekday"), None)
    if named is None or axis.weekdays is not None:
        return replace(axis, heads=heads)
    by_column = dict(zip(named.columns, named.said, strict=True))
    weekdays = [_weekday_at(by_column, axis.columns, place) for place in range(len(axis.columns))]
    said = tuple(day for day in weekdays if isinstance(day, int))
    return replace(axis, heads=heads, weekdays=said if len(said) == len(axis.columns) else None)


def _weekday_at(by_column: dict[int, date | tuple[int, int] | int], columns: tuple[int, ...], place: int) -> int | None:
    """Return the weekday over a column; one left out is counted on from the nearest that is not."""
    if columns[place] in by_column:
        day = by_column[columns[place]]
        return day if isinstance(day, int) else None
    for other in sorted(range(len(columns)), key=lambda each: abs(each - place)):
        near = by_column.get(columns[other])
        if isinstance(near, int):
            return (near + place - other) % 7
    return None
