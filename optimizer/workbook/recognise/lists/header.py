"""The header of a table: the row whose words are known titles of columns, with things of one kind below each."""

import re
from dataclasses import dataclass
from functools import cached_property

from optimizer.staffing.learn.codes.written_times import written_times
from optimizer.workbook.recognise.dates.mark import mark_of
from optimizer.workbook.recognise.sheet import RawSheet, as_number
from optimizer.workbook.recognise.words.columns import concept_of
from optimizer.workbook.recognise.words.rows import says

AMBIGUOUS = {
    "start date": "begin date",
    "from": "begin date",
    "to": "end date",
    "end date": "end date",
    "weekday": "date",
    "shift": "date",
}
CLOCK = re.compile(r"(?:\d{4}-\d\d-\d\d )?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:am|pm)?", re.IGNORECASE)
TIMELESS = (None, "hours", "comment", "date", "name")
"""What a column may stand for by its title, and hold spans of time all the same."""
LONGEST_LEAVE = 120
"""Days between first and last up to which these are of leave."""
DEEPEST = 40
"""Rows from the top within which a header is looked for."""


@dataclass(frozen=True)
class Listing:
    """A table with a header: its columns' titles and what they stand for, and the rows of its body.

    ``columns`` maps what a column stands for to the first column that does.
    """

    sheet: RawSheet
    head: int
    titles: dict[int, str]
    concepts: dict[int, str]
    body: tuple[int, ...]
    passed: tuple[tuple[int, str], ...]

    @cached_property
    def columns(self) -> dict[str, int]:
        """Return the first column of each concept."""
        found: dict[str, int] = {}
        for column, concept in sorted(self.concepts.items()):
            found.setdefault(concept, column)
        return found

    def all_of(self, concept: str) -> list[int]:
        """Return every column of a concept, from the left."""
        return [column for column, each in sorted(self.concepts.items()) if each == concept]

    def texts(self, column: int) -> list[str]:
        """Return what stands in a column, without blanks."""
        return [text for row in self.body if (text := self.sheet.text(row, column))]

    def range(self) -> str:
        """Return the range from the header to the last row."""
        return self.sheet.span(self.head, min(self.titles), self.body[-1] if self.body else self.head, max(self.titles))


def listing_on(sheet: RawSheet, deepest: int = DEEPEST) -> Listing | None:
    """Return the table whose header says most, None when no row looks like a header."""
    scored = [(_score(sheet, row), -row) for row in range(min(deepest, sheet.height))]
    best = max(scored, default=(0.0, 0))
    if best[0] <= 0:
        return None
    return _below(sheet, -best[1])


def _score(sheet: RawSheet, row: int) -> float:
    """Return how much a row looks like a header: known titles, all of them texts, and something below."""
    titles = [value.strip() for value in sheet.rows[row] if isinstance(value, str) and value.strip()]
    numbers = [value for value in sheet.rows[row] if as_number(value) is not None]
    known = {concept for title in titles if len(title) < 40 and (concept := concept_of(title))}
    timed = any(written_times(title) or CLOCK.fullmatch(title) for title in titles)  # a line of a legend, no title
    if len(titles) < 2 or not known or timed or len(numbers) > len(titles):
        return 0.0
    if len(known) < 2 and len(titles) > 3:
        return 0.0
    below = sum(
        1 for after in sheet.rows[row + 1 : row + 6] if sum(1 for value in after if value not in (None, "")) >= 1
    )
    return len(known) + len(known) / len(titles) - 0.05 * row if below else 0.0


def _below(sheet: RawSheet, head: int) -> Listing:
    titles = _titles(sheet, head)
    concepts = {column: concept for column, title in titles.items() if (concept := concept_of(title))}
    body: list[int] = []
    passed: list[tuple[int, str]] = []
    for row in range(head + 1, sheet.height):
        why = _no_entry(sheet, head, row, titles)
        if why == "instruction":
            passed += [(earlier, "a sample row over the instructions") for earlier in body]
            passed.append((row, "instructions for filling in"))
            body = []
        elif why:
            passed.append((row, why))
        elif any(sheet.text(row, column) for column in titles):
            body.append(row)
    refined = {column: _by_contents(sheet, column, concept, body, concepts) for column, concept in concepts.items()}
    refined |= {
        column: "times" for column in titles if refined.get(column) in TIMELESS and _of_times(sheet, column, body)
    }
    return Listing(sheet, head, titles, refined, tuple(body), tuple(passed))


def _of_times(sheet: RawSheet, column: int, body: list[int]) -> bool:
    """Return whether the cells of a column are from and to in one: 07:00-15:00."""
    texts = [text for row in body if (text := sheet.text(row, column))]
    return bool(texts) and sum(1 for text in texts if written_times(text)) >= 0.8 * len(texts)


def _by_contents(sheet: RawSheet, column: int, concept: str, body: list[int], concepts: dict[int, str]) -> str:
    """Return what a column stands for once its cells are seen: from and to can be days or times."""
    if concept not in AMBIGUOUS:
        return concept
    if concept == "start date":
        return "begin date" if _spans(sheet, column, concepts, body) else concept
    marks = [mark_of(value) for row in body if (value := sheet.at(row, column)) not in (None, "")]
    dated = sum(1 for mark in marks if mark and mark.dates)
    if marks and dated >= 0.6 * len(marks):
        return AMBIGUOUS[concept]
    if concept == "weekday" and marks and all(mark and mark.number is not None for mark in marks):
        return "date"
    clock = sum(1 for row in body if CLOCK.fullmatch(sheet.text(row, column)))
    return "to" if concept == "end date" and clock >= 0.6 * max(1, len(marks)) else concept


def _spans(sheet: RawSheet, begin: int, concepts: dict[int, str], body: list[int]) -> bool:
    """Return whether first and last days lie weeks apart, as those of leave do, and not years, as a contract's do."""
    end = next((column for column, concept in concepts.items() if concept == "end date"), None)
    marks = [(mark_of(sheet.at(row, begin)), mark_of(sheet.at(row, end))) for row in body] if end is not None else []
    spans = [
        (last.dates[0] - first.dates[0]).days for first, last in marks if first and last and first.dates and last.dates
    ]
    return bool(spans) and sorted(spans)[len(spans) // 2] <= LONGEST_LEAVE


def _titles(sheet: RawSheet, head: int) -> dict[int, str]:
    """Return the titles from the first to a gap of an empty column; what stands beyond is another table."""
    titles: dict[int, str] = {}
    for column in range(sheet.width):
        text = sheet.text(head, column)
        if text:
            titles[column] = text
        elif titles and not any(sheet.text(row, column) for row in range(head + 1, min(head + 30, sheet.height))):
            if len(titles) > 1:
                break
            titles = {}
    return titles


def _no_entry(sheet: RawSheet, head: int, row: int, titles: dict[int, str]) -> str:
    """Return why a row is no entry of the table, "" when it is one."""
    texts = [text for column in titles if (text := sheet.text(row, column))]
    if not texts:
        return ""
    if texts == [sheet.text(head, column) for column in titles if sheet.text(row, column)]:
        return "the header again"
    if sum(1 for text in texts if says(text, "instruction")) >= 0.3 * len(texts) and row - head <= 3 and len(texts) > 2:
        return "instruction"
    first = sheet.text(row, min(titles)) or texts[0]
    if says(first, "total") and len(texts) < 0.8 * len(titles) and len(first) < 25:
        return "totals"
    if len(texts) == 1 and len(titles) > 2 and (len(texts[0]) > 25 or says(texts[0], "note")):
        return "a note"
    return ""
