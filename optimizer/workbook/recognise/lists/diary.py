"""Diaries: days below each other in one column with month or year headings between them, and who is on beside each."""

from dataclasses import dataclass
from datetime import date, timedelta

from optimizer.workbook.recognise.dates.mark import mark_of
from optimizer.workbook.recognise.names import one_spelling, people_in, slips_among
from optimizer.workbook.recognise.proposal import Fact, FoundTables, Question, Table
from optimizer.workbook.recognise.sheet import RawSheet, as_number
from optimizer.workbook.recognise.words.calendar import month_of

LEAST_DAYS = 14
ON_CALL = "on call"


@dataclass(frozen=True)
class Entry:
    """A row of a diary: its day of the month, or its date; ``month`` is the heading it stands under."""

    row: int
    number: int
    month: int
    day: date | None = None


def diary_on(sheet: RawSheet, file: str) -> FoundTables:
    """Return the diary of a sheet as a table; nothing where no column of days has headings between its months."""
    for column in range(min(sheet.width, 4)):
        entries, headings = _entries(sheet, column)
        if len(headings) > 1 and len(entries) >= LEAST_DAYS:
            return _read(sheet, column, entries, headings)
    return [], [], []


def _entries(sheet: RawSheet, column: int) -> tuple[list[Entry], list[int]]:
    """Return the days of a column and the rows of its headings; a number that breaks the run is counted on."""
    entries: list[Entry] = []
    headings: list[int] = []
    month = 0
    for row in range(sheet.height):
        value = sheet.at(row, column)
        named = month_of(value) if isinstance(value, str) else None
        number = as_number(value)
        mark = mark_of(value)
        if named:
            month = named
            headings.append(row)
        elif mark and mark.dates:
            entries.append(Entry(row, mark.dates[0].day, mark.dates[0].month, mark.dates[0]))
        elif number in range(1990, 2100):
            headings.append(row)
        elif number is not None and 0 <= number <= 31 and month:
            begun = bool(entries) and entries[-1].month == month
            entries.append(Entry(row, entries[-1].number + 1 if begun else 1, month))
    return entries, headings


def _read(sheet: RawSheet, column: int, entries: list[Entry], headings: list[int]) -> FoundTables:
    days = _dated(entries)
    who = _names_beside(sheet, column, entries)
    if who is None:
        return [], [], []
    facts = [
        Fact(sheet.place(entry.row, who), name, day, place + 1, ON_CALL, value=sheet.text(entry.row, who))
        for place, (entry, day) in enumerate(zip(entries, days, strict=True))
        for name in people_in(sheet.text(entry.row, who))
    ]
    spelling = one_spelling(fact.who or "" for fact in facts)
    slips = slips_among(spelling[fact.who or ""] for fact in facts)
    named = tuple(Fact(f.cell, spelling[f.who or ""], f.day, f.day_no, f.code, value=f.value) for f in facts)
    typed = [entry for entry in entries if entry.day is None and as_number(sheet.at(entry.row, column)) != entry.number]
    questions = _asked(sheet, column, days, typed, entries) + [
        Question("people", f"Is {name} the same person as {other}?", "no", "it stands once, and only a letter differs")
        for name, other in slips.items()
    ]
    known = [day for day in days if day]
    filled = [entry for entry in entries if sheet.text(entry.row, who)]
    used = {sheet.place(row, each) for row in (*headings, *(entry.row for entry in entries)) for each in (column, who)}
    table = Table(
        sheet.title,
        "transposed",
        sheet.span(min(headings[0], entries[0].row), column, entries[-1].row, who),
        named,
        tuple(dict.fromkeys(fact.who for fact in named if fact.who)),
        min(known, default=None),
        max(known, default=None),
        len(entries),
        ((ON_CALL, len(filled)),),
        used=frozenset(used),
        confidence=0.6,
        why="days below each other under months, one name a day and no title",
    )
    return [table], questions, []


def _dated(entries: list[Entry]) -> list[date | None]:
    """Return the dates: counted back without a gap from the first that is written in full, forth from the last."""
    anchor = next((place for place, entry in enumerate(entries) if entry.day), None)
    if anchor is None:
        return [None] * len(entries)
    first = entries[anchor].day
    return [entry.day or (first and first + timedelta(days=place - anchor)) for place, entry in enumerate(entries)]


def _names_beside(sheet: RawSheet, column: int, entries: list[Entry]) -> int | None:
    for beside in range(column + 1, min(column + 4, sheet.width)):
        texts = [
            text
            for entry in entries
            if isinstance(sheet.at(entry.row, beside), str) and (text := sheet.text(entry.row, beside))
        ]
        if len(texts) >= 0.8 * len(entries) and len(set(texts)) <= max(40, 0.3 * len(texts)):
            return beside
    return None


def _asked(
    sheet: RawSheet, column: int, days: list[date | None], typed: list[Entry], entries: list[Entry]
) -> list[Question]:
    found = []
    if days[0] is None:
        found.append(Question("dates", "Which year does the diary begin in?", "", "only months and days stand in it"))
    elif entries[0].day is None:
        found.append(
            Question(
                "dates",
                f"Does the diary begin on {days[0]:%d %B %Y}?",
                f"{days[0]:%d %B %Y}",
                "counted back without a gap from the first full date",
            )
        )
    if typed:
        where = ", ".join(sheet.place(entry.row, column) for entry in typed[:8])
        found.append(
            Question(
                "dates",
                f"The days in {where} break the run; were they mistyped?",
                "yes, they are the days between",
                "the days before and after run on",
            )
        )
    return found
