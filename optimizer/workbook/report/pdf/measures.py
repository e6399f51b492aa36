"""How large everything is on a page: columns, rows and letters, in points."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from reportlab.lib.units import mm

from optimizer.workbook.report.pdf.letters import width_of

MARGIN = 9 * mm
ABOVE, BELOW = 13 * mm, 7 * mm
"""Room for the title over the grid, and for the foot below it."""
FOOT = BELOW + 8
A4_ACROSS = 297 * mm
NAMES, HEADS_SIZE, LEGENDS = 8.0, 7.0, 7.0
"""Letters on A4; a larger paper has larger ones."""
LARGEST, SMALLEST = 11.0, 6.0
NARROWEST, WIDEST = 5.2 * mm, 18 * mm
"""How wide the column of a day can be."""
TALLEST = 9 * mm
NAME_MOST = 48 * mm
PADDING, BESIDE_CODE, OVER_CODE = 1.2 * mm, 2.0, 4.5
LEAST_ROW = NAMES + OVER_CODE
HEAD_ROWS = 3


@dataclass(frozen=True)
class PaperRoom:
    """A paper without its margins, and how much larger than A4 it is."""

    width: float
    height: float
    scale: float

    @property
    def letters(self) -> tuple[float, float, float]:
        """Return the sizes of names, of the head and of the legend."""
        return NAMES * self.scale, HEADS_SIZE * self.scale, LEGENDS * self.scale


@dataclass(frozen=True)
class Measures:
    """The sizes of one schedule on one paper."""

    name: float
    day: float
    row: float
    code: float
    name_size: float
    head_size: float


def sheet_of(across: tuple[float, float]) -> PaperRoom:
    """Return what a paper leaves for the grid and its legend."""
    width, height = across
    return PaperRoom(width - 2 * MARGIN, height - ABOVE - FOOT, max(1.0, width / A4_ACROSS))


def name_width(sheet: PaperRoom, names: Iterable[str]) -> float:
    """Return the width of the column of names."""
    size = sheet.letters[0]
    return min(NAME_MOST * sheet.scale, max((width_of(each, size) for each in names), default=0) + 2 * PADDING + 1)


def most_days(sheet: PaperRoom, name: float, codes: Iterable[str]) -> int:
    """Return how many days fit side by side."""
    needed = max(NARROWEST * 0.95, _widest(codes) * SMALLEST + BESIDE_CODE)
    return max(1, int((sheet.width - name) // needed))


def measures(sheet: PaperRoom, name: float, codes: Iterable[str], days: int, rows: int, legend: float) -> Measures:
    """Return the sizes for so many days side by side: letters as large as the widest code allows.

    Rows are as high as the pages that are needed anyway allow, so that none is left almost empty.
    """
    day = min(WIDEST, (sheet.width - name) / days)
    code = max(SMALLEST, min(LARGEST * sheet.scale, (day - BESIDE_CODE) / _widest(codes)))
    room = sheet.height - legend
    pages = ceil(rows / max(1, int(room // LEAST_ROW) - HEAD_ROWS))
    row = min(TALLEST * sheet.scale, room / (ceil(rows / pages) + HEAD_ROWS + (pages > 1)))
    most = row - OVER_CODE
    return Measures(name, day, row, min(code, most), *(min(size, most) for size in sheet.letters[:2]))


def _widest(codes: Iterable[str]) -> float:
    """Return the width of the widest code in letters of one point."""
    return max((width_of(each, 1, bold=True) for each in codes), default=1)
