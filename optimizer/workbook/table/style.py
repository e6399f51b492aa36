"""How our sheets look, and how values get into cells."""

from datetime import date
from textwrap import wrap
from typing import Any, cast

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

LONGEST = 32_767
"""How many characters a cell may hold."""
LINE_HEIGHT = 15
"""How high a line of text is, in points."""
FACE = "Calibri"
PLAIN, SMALL, SMALL_BOLD = Font(name=FACE), Font(name=FACE, size=9), Font(name=FACE, size=9, bold=True)
TITLE = Font(name=FACE, bold=True, size=14)
BOLD = Font(name=FACE, bold=True)
HEADER = Font(name=FACE, bold=True, color="FFFFFF")
QUIET = Font(name=FACE, italic=True, color="666666")
WARNING = Font(name=FACE, bold=True, color="C00000")
CENTRE = Alignment(horizontal="center", vertical="center")
WRAP = Alignment(vertical="top", wrap_text=True)
THIN = Side(style="thin", color="BFBFBF")
GRID = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
STRONG = Side(style="medium", color="1F3864")
LOCKED = Border(left=STRONG, right=STRONG, top=STRONG, bottom=STRONG)

ROTATION = Border(left=THIN, right=THIN, top=THIN, bottom=Side(style="medium", color="404040"))
STRAY = Border(left=THIN, right=THIN, top=THIN, bottom=Side(style="mediumDashed", color="404040"))
"""Below what a rotation has: as it has it, and otherwise."""


def fill(colour: str) -> PatternFill:
    """Return a plain fill."""
    return PatternFill("solid", start_color=colour, end_color=colour)


HEADER_FILL, GROUP_FILL = fill("1F3864"), fill("D9E1F2")
WEEKEND_FILL, HOLIDAY_FILL = fill("EDEDED"), fill("F4CCCC")
LEAVE_FILL = fill("D9EAD3")
BLOCKED_FILL = fill("D0CECE")
BELOW_FILL, SHORT_FILL, OVER_FILL = fill("F8A5A5"), fill("FFE699"), fill("BDD7EE")


def put(sheet: Worksheet, row: int, column: int, value: Any, font: Font | None = None) -> Cell:
    """Write a value into a cell and return the cell. Text is always text: none of it can become a formula.

    Characters that no workbook may hold are left out.
    """
    cell: Any = sheet.cell(row, column)
    cell.value = value = clean(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in ("=", "+", "-", "@")
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    if font:
        cell.font = font
    return cast(Cell, cell)


def clean(text: str) -> str:
    """Return a text without the characters that no workbook may hold, and no longer than a cell may be."""
    return ILLEGAL_CHARACTERS_RE.sub("", text).encode("utf-8", "replace").decode()[:LONGEST]


def head_cell(sheet: Worksheet, row: int, column: int, value: object, width: float) -> Cell:
    """Write a cell of a header, and set its column's width."""
    cell = put(sheet, row, column, value, HEADER)
    cell.fill, cell.border = HEADER_FILL, GRID
    sheet.column_dimensions[get_column_letter(column)].width = width
    return cell


def header(sheet: Worksheet, row: int, titles: list[str]) -> None:
    """Write a header row and keep it in sight."""
    for column, title in enumerate(titles, start=1):
        cell = put(sheet, row, column, title, HEADER)
        cell.fill = HEADER_FILL
        cell.alignment = Alignment(vertical="center", wrap_text=True)
    sheet.freeze_panes = f"A{row + 1}"


def printable(sheet: Worksheet, *, title_rows: str, wide: bool) -> None:
    """Have a sheet print in landscape, one page wide, its title rows on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = "3" if wide else "1"  # tabloid, letter
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = title_rows
    sheet.page_margins.left = sheet.page_margins.right = 0.3
    sheet.page_margins.top = sheet.page_margins.bottom = 0.4
    footer: Any = sheet.oddFooter
    footer.center.text = "&A, page &P of &N"


def widths(sheet: Worksheet, numbers: tuple[float, ...]) -> None:
    """Set the widths of a sheet's first columns, and make rows as high as their wrapped text then takes."""
    for column, width in enumerate(numbers, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    _fit_rows(sheet)


def _fit_rows(sheet: Worksheet) -> None:
    for number, row in enumerate(sheet.iter_rows(), start=1):
        wrapped = ((cell, column) for column, cell in enumerate(row, start=1) if cell.alignment.wrap_text)
        lines = max((_lines(cell, _width(sheet, column)) for cell, column in wrapped), default=1)
        if lines > 1:
            sheet.row_dimensions[number].height = LINE_HEIGHT * lines


def _width(sheet: Worksheet, column: int) -> int:
    return max(1, int(sheet.column_dimensions[get_column_letter(column)].width) - 2)


def _lines(cell: Cell | MergedCell, width: int) -> int:
    return sum(max(1, len(wrap(line, width))) for line in str(cell.value or "").split("\n"))
