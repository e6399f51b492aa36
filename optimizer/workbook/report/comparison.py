"""Writes scenarios side by side, and curves: a table to print and the charts that go with it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference, ScatterChart, Series
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from optimizer.planning.words import percent
from optimizer.workbook.file.saved import save
from optimizer.workbook.table import style
from optimizer.workbook.table.style import put, widths

COUNT, MONEY, HOURS, FINE, SHARE, TEXT = "0", "#,##0", "#,##0.0", "0.00", "0.0%", "General"
COMPARISON, CHARTS = "Comparison", "Charts"
ALL = "All"
"""The group of lines that add up those above them."""
WIDE = 16
"""How wide a scenario's column is, in characters."""
HEADER_ROW, FIRST = 3, 3
"""Where the names of the scenarios stand, and the first of their columns."""


class ComparisonLine(NamedTuple):
    """One line of a comparison: what it belongs to, what it is called, its number format, a value a scenario."""

    group: str
    title: str
    form: str
    values: tuple[Any, ...]


def shown(value: Any, form: str) -> str:
    """Return a value as a workbook shows it in a number format, a share as all sentences have it."""
    if value is None:
        return "-"
    if form == TEXT:
        return str(value)
    places = len(form.rstrip("%").partition(".")[2])
    return percent(value, places) if form.endswith("%") else f"{value:,.{places}f}"


def write_comparison(
    path: Path, unit: str, names: Sequence[str], lines: Sequence[ComparisonLine], charts: Sequence[str]
) -> None:
    """Write a line a row and a scenario a column; of the groups named in ``charts``, a stacked bar chart each."""
    book = Workbook()
    sheet = _first(book, COMPARISON)
    put(sheet, 1, 1, f"Scenarios of {unit}", style.TITLE)
    style.header(sheet, HEADER_ROW, ["", "", *names])
    sheet.freeze_panes = f"{get_column_letter(FIRST)}{HEADER_ROW + 1}"
    for row, line in enumerate(lines, start=HEADER_ROW + 1):
        _write_line(sheet, row, line, lines[row - HEADER_ROW - 2].group if row > HEADER_ROW + 1 else "")
    widths(sheet, (16, 32, *[WIDE] * len(names)))
    style.printable(sheet, title_rows=f"{HEADER_ROW}:{HEADER_ROW}", wide=len(names) > 6)
    drawn = book.create_sheet(CHARTS)
    for number, group in enumerate(charts):
        _add_bars(drawn, sheet, group, [n for n, line in enumerate(lines) if line.group == group], len(names), number)
    style.printable(drawn, title_rows="1:1", wide=False)
    drawn.page_setup.orientation, drawn.page_setup.fitToHeight = "portrait", 1
    save(book, path)


def write_table(path: Path, title: str, notes: Sequence[str], headers: Sequence[ComparisonLine]) -> None:
    """Write columns, each with its title, format and values down, under a title and some sentences."""
    write_tables(path, [(title, notes, headers)])


def write_tables(path: Path, tables: Sequence[tuple[str, Sequence[str], Sequence[ComparisonLine]]]) -> None:
    """Write such tables, each on a sheet of its own that is called as it is."""
    book = Workbook()
    for number, (title, notes, headers) in enumerate(tables):
        sheet = book.create_sheet(title) if number else _first(book, title)
        _write_columns(sheet, title, notes, headers)
    save(book, path)


def write_curve(path: Path, title: str, notes: Sequence[str], columns: Sequence[ComparisonLine], drawn: int) -> None:
    """Write columns, and below them a line chart of those after the first, ``drawn`` of them, over the first."""
    book = Workbook()
    sheet = _first(book, title)
    head = _write_columns(sheet, title, notes, columns)
    last = head + len(columns[0].values)
    chart = ScatterChart()
    chart.style, chart.scatterStyle, chart.title = 2, "lineMarker", title
    chart.x_axis.title, chart.y_axis.title = columns[0].title, columns[1].group
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.number_format = columns[0].form
    over = Reference(sheet, min_col=1, min_row=head + 1, max_row=last)
    for column in range(2, drawn + 2):
        values = Reference(sheet, min_col=column, min_row=head, max_row=last)
        series = Series(values, over, title_from_data=True)
        series.marker.symbol, series.smooth = "circle", False
        series.graphicalProperties.line.dashStyle = "solid" if column == 2 else "dash"
        chart.series.append(series)
    chart.width, chart.height = 24, 12
    sheet.add_chart(chart, f"A{last + 2}")
    save(book, path)


def _write_columns(sheet: Worksheet, title: str, notes: Sequence[str], columns: Sequence[ComparisonLine]) -> int:
    """Write columns and return the row of their header."""
    put(sheet, 1, 1, title, style.TITLE)
    for row, note in enumerate(notes, start=2):
        put(sheet, row, 1, note, style.QUIET)
    head = len(notes) + 3
    style.header(sheet, head, [column.title for column in columns])
    for number, column in enumerate(columns, start=1):
        for row, value in enumerate(column.values, start=head + 1):
            put(sheet, row, number, value).number_format = column.form
    widths(sheet, tuple(34 if column.form == TEXT else 18 for column in columns))
    style.printable(sheet, title_rows=f"{head}:{head}", wide=False)
    return head


def _write_line(sheet: Worksheet, row: int, line: ComparisonLine, above: str) -> None:
    font = style.BOLD if line.group == ALL else None
    put(sheet, row, 1, line.group if line.group not in (above, ALL) else None, style.BOLD).alignment = style.WRAP
    put(sheet, row, 2, line.title, font).alignment = style.WRAP
    for column, value in enumerate(line.values, start=FIRST):
        cell = put(sheet, row, column, value, font)
        cell.number_format, cell.border = line.form, style.GRID
        if line.form == TEXT:
            cell.alignment = style.WRAP


def _add_bars(drawn: Worksheet, sheet: Worksheet, group: str, lines: list[int], scenarios: int, place: int) -> None:
    """Add a stacked bar chart: a bar a scenario, a colour a line."""
    if not lines:
        return
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap, chart.title = "bar", "stacked", 100, group
    rows = [HEADER_ROW + 1 + number for number in lines]
    names = Reference(sheet, min_col=FIRST, max_col=FIRST + scenarios - 1, min_row=HEADER_ROW)
    data = Reference(sheet, min_col=2, max_col=FIRST + scenarios - 1, min_row=rows[0], max_row=rows[-1])
    chart.add_data(data, from_rows=True, titles_from_data=True)
    chart.set_categories(names)
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.width, chart.height = 24, 5 + scenarios
    drawn.add_chart(chart, f"A{1 + place * (2 * scenarios + 14)}")


def _first(book: Workbook, title: str) -> Worksheet:
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = title
    return sheet
