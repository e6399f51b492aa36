"""The titles of a workbook's sheets: ours, nearly ours, and the reader's own."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from openpyxl.worksheet.worksheet import Worksheet

from optimizer.workbook.table.faults import Fault
from optimizer.workbook.table.sheets import Sheets
from optimizer.workbook.table.unread import UnreadCells

NEAR = 0.8
"""How alike a title of one's own may not be to one of ours that is missing, from 0 to 1."""


def check_titles(source: Sheets, read: Iterable[str], written: Iterable[str]) -> None:
    """Take note of sheets that are charts, stand twice or are nearly ours, and say which are not read at all.

    ``read`` are the titles that are read, ``written`` those that only we write.
    """
    ours = {title.casefold(): title for title in read}
    source.faults.extend((*_charts(source, ours), *_twice(source, ours)))
    there = {_folded(sheet.title) for sheet in source.book.worksheets}
    missing = {folded: title for folded, title in ours.items() if folded not in there}
    others = there - ours.keys() - {title.casefold() for title in written}
    for sheet in source.book.worksheets:
        if _folded(sheet.title) in others and not _empty(sheet):
            near = get_close_matches(_folded(sheet.title), missing, n=1, cutoff=NEAR)
            if near and not _told(source, missing[near[0]]):
                remedy = f"did you mean '{missing[near[0]]}'?"
                source.faults.append(Fault(sheet.title, "", "no sheet of this name is read", remedy))
            else:
                source.unread.append(UnreadCells(sheet.title, "", "a sheet of your own, which is not read"))


def _charts(source: Sheets, ours: dict[str, str]) -> Iterator[Fault]:
    for chart in source.book.chartsheets:
        if _folded(chart.title) in ours:
            yield Fault(chart.title, "", "this is a chart and not a sheet of cells", "give the chart another name")


def _twice(source: Sheets, ours: dict[str, str]) -> Iterator[Fault]:
    """Yield sheets whose titles differ in blanks or case alone: the first one is read."""
    seen: set[str] = set()
    for sheet in source.book.worksheets:
        folded = _folded(sheet.title)
        if folded in ours and folded in seen:
            yield Fault(sheet.title, "", f"there is another sheet '{ours[folded]}'", "leave one of them")
        seen.add(folded)


def _told(source: Sheets, title: str) -> bool:
    """Tell whether it is known already that a sheet is missing."""
    return any(fault.sheet == title and not fault.cell for fault in source.faults)


def _folded(title: str) -> str:
    return title.strip().casefold()


def _empty(sheet: Worksheet) -> bool:
    return all(value is None for row in sheet.iter_rows(values_only=True) for value in row)
