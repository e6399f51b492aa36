"""The days of each row of a listing: a date, a span of dates, or day, month and year in columns of their own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePath

from optimizer.workbook.recognise.dates.mark import Mark, day_of, mark_of
from optimizer.workbook.recognise.dates.told import told_by
from optimizer.workbook.recognise.lists.clock import ends_next_morning
from optimizer.workbook.recognise.lists.date_order import order_of
from optimizer.workbook.recognise.lists.days_in import days_in
from optimizer.workbook.recognise.lists.header import Listing
from optimizer.workbook.recognise.proposal import Question
from optimizer.workbook.recognise.sheet import as_number
from optimizer.workbook.recognise.words.calendar import month_of, weekday_of

LONGEST_SPAN = 400
LONGEST_MONTH = 31
DAY_NUMBER = re.compile(r"(?<!\d)(\d{1,2})(?:\.0)?(?!\d)")


@dataclass(frozen=True)
class ListedWhen:
    """The days of the rows: dates where known, else numbers of days or weekdays; and what is asked."""

    dates: Mapping[int, tuple[date, ...]]
    numbers: Mapping[int, tuple[int, ...]]
    column: int | None
    questions: tuple[Question, ...]

    def first_last(self) -> tuple[date | None, date | None]:
        """Return the first and the last day."""
        days = [day for each in self.dates.values() for day in each]
        return (min(days), max(days)) if days else (None, None)

    def count(self) -> int | None:
        """Return how many days lie from first to last, both counted."""
        first, last = self.first_last()
        if first and last:
            return (last - first).days + 1
        numbers = [number for each in self.numbers.values() for number in each]
        return max(numbers) - min(numbers) + 1 if numbers else None


def when_of(listing: Listing, file: str) -> ListedWhen:
    """Return the days of every row of a listing."""
    columns = listing.columns
    if ("month" in columns or "year" in columns) and (parts := _in_parts(listing, columns, file)) is not None:
        return parts
    if several := _several(listing):
        return several
    return _of_column(listing, columns.get("begin date", columns.get("date", columns.get("fill date"))), file)


def _of_column(listing: Listing, begin: int | None, file: str) -> ListedWhen:
    """Return the days that one column tells: dates, numbers of days, days and months, or else weekdays."""
    if begin is None:
        return _by_weekday(listing)
    marks = {row: mark for row in listing.body if (mark := mark_of(listing.sheet.at(row, begin)))}
    if marks and sum(1 for mark in marks.values() if mark.dates) >= 0.5 * len(marks):
        return _of_dates(listing, begin, listing.columns.get("end date"), marks)
    if marks and all(mark.number is not None and 1 <= mark.number <= 31 for mark in marks.values()):
        return _of_numbers(begin, marks, listing, file)
    if marks and sum(1 for mark in marks.values() if mark.pairs) >= 0.5 * len(marks):
        return _of_pairs(listing, begin, marks, file)
    return _by_weekday(listing)


def _several(listing: Listing) -> ListedWhen | None:
    """Return the days of rows that list them, in one cell or in several columns; None where few cells do."""
    columns = listing.all_of("date") + listing.all_of("days not available")
    if len(columns) < 2 and "days not available" not in listing.columns:
        return None
    cells = {row: [days_in(listing.sheet.at(row, column)) for column in columns] for row in listing.body}
    marks = {row: [mark for each in found for mark in each] for row, found in cells.items()}
    filled = sum(1 for row in listing.body for column in columns if listing.sheet.text(row, column))
    if sum(1 for found in cells.values() for each in found if each) < 0.8 * max(1, filled):
        return None
    every = [mark for each in marks.values() for mark in each]
    order, questions = order_of(every, [listing.sheet.at(row, column) for row in listing.body for column in columns])
    dates = {
        row: tuple(dict.fromkeys(mark.dates[min(order, len(mark.dates) - 1)] for mark in each))
        for row, each in marks.items()
        if each
    }
    return ListedWhen(dates, {}, columns[0], questions)


def _of_dates(listing: Listing, begin: int, end: int | None, marks: dict[int, Mark]) -> ListedWhen:
    values = [listing.sheet.at(row, column) for row in listing.body for column in (begin, end) if column is not None]
    untils = [mark for row in marks if end is not None and (mark := mark_of(listing.sheet.at(row, end)))]
    order, questions = order_of([*marks.values(), *untils], values)
    dates: dict[int, tuple[date, ...]] = {}
    for row, mark in marks.items():
        if not mark.dates:
            continue
        first = mark.dates[min(order, len(mark.dates) - 1)]
        until = mark_of(listing.sheet.at(row, end)) if end is not None else None
        last = until.dates[min(order, len(until.dates) - 1)] if until and until.dates else first
        span = min(LONGEST_SPAN, max(0, (last - first).days))
        if (
            span == 1
            and end is not None
            and ends_next_morning(listing.sheet.at(row, begin), listing.sheet.at(row, end))
        ):
            span = 0
        dates[row] = tuple(first + timedelta(days=step) for step in range(span + 1))
    return ListedWhen(dates, {}, begin, questions)


def _of_numbers(begin: int, marks: dict[int, Mark], listing: Listing, file: str) -> ListedWhen:
    """Date rows that only tell the day of a month, by the month that the sheet or the file is named after."""
    told = [
        each
        for text in (listing.sheet.title or "", PurePath(file).stem)
        if (each := told_by(text, "", 1.0)) and each.months and each.years
    ]
    numbers = {row: (mark.number,) for row, mark in marks.items() if mark.number is not None}
    if told and not told[0].days:
        year, month = told[0].years[0], told[0].months[0]
        dates = {row: (day,) for row, (number,) in numbers.items() if (day := day_of(year, month, number))}
        return ListedWhen(dates, numbers, begin, ())
    asked = Question("dates", "Which month and year are the days of?", "", "only day numbers stand in the list")
    return ListedWhen({}, numbers, begin, (asked,))


def _of_pairs(listing: Listing, begin: int, marks: dict[int, Mark], file: str) -> ListedWhen:
    told = told_by(f"{listing.sheet.title or ''} {PurePath(file).stem}", "", 1.0)
    year = told.years[0] if told and told.years and not told.days else None
    asked = Question(
        "dates",
        "Which year are the days of?",
        str(year or date.today().year),
        "the list holds days and months without a year",
    )
    if year is None:
        order = sorted({mark.pairs[0] for mark in marks.values() if mark.pairs})
        return ListedWhen(
            {}, {row: (order.index(mark.pairs[0]) + 1,) for row, mark in marks.items() if mark.pairs}, begin, (asked,)
        )
    dates = {row: (day,) for row, mark in marks.items() if mark.pairs and (day := day_of(year, *mark.pairs[0]))}
    return ListedWhen(dates, {}, begin, ())


def _in_parts(listing: Listing, columns: dict[str, int], file: str) -> ListedWhen | None:
    """Read day, month and year from columns of their own; a cell may list days, or two columns their first and last."""
    begin = next((columns[each] for each in ("date", "begin date", "from", "weekday") if each in columns), None)
    end = next((columns[each] for each in ("end date", "to") if each in columns), None)
    if begin is None or not _small_numbers(listing, begin):
        return None
    dates: dict[int, tuple[date, ...]] = {}
    for row in listing.body:
        year = as_number(listing.sheet.at(row, columns["year"])) if "year" in columns else date.today().year
        month = _month(listing, row, columns.get("month"))
        numbers = [int(each) for each in DAY_NUMBER.findall(listing.sheet.text(row, begin))]
        last = as_number(listing.sheet.at(row, end)) if end is not None else None
        if last and last <= LONGEST_MONTH and len(numbers) == 1:
            numbers = list(range(numbers[0], int(last) + 1))
        if year and month:
            dates[row] = tuple(day for number in numbers if (day := day_of(int(year), month, number)))
    return ListedWhen(dates, {}, begin, ())


def _small_numbers(listing: Listing, column: int) -> bool:
    texts = listing.texts(column)
    return bool(texts) and all(re.fullmatch(r"(?:\d{1,2}(?:\.0)?\s*[,;]?\s*)+", text) for text in texts)


def _month(listing: Listing, row: int, column: int | None) -> int | None:
    if column is None:
        return None
    number = as_number(listing.sheet.at(row, column))
    return int(number) if number else month_of(listing.sheet.text(row, column))


def _by_weekday(listing: Listing) -> ListedWhen:
    """Return weekdays as numbers from 1 where rows only name these, alone or within the name of a shift."""
    for column in listing.titles:
        found = {
            row: (day + 1,) for row in listing.body if (day := _weekday_of(listing.sheet.text(row, column))) is not None
        }
        if len(found) >= 0.8 * len(listing.body) and len(set(found.values())) > 1:
            asked = Question("dates", "Which week are the weekdays of?", "", "only weekdays stand in the list")
            return ListedWhen({}, found, column, (asked,))
    return ListedWhen({}, {}, None, ())


def _weekday_of(text: str) -> int | None:
    return next(
        (day for word in re.split(r"[\s_\-/.]+", text) if len(word) > 1 and (day := weekday_of(word)) is not None), None
    )
