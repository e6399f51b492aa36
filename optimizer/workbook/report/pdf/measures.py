"""How large everything is on a page: columns, rows and letters, in points."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportlab.lib.units import mm

from optimizer.workbook.report.pdf.letters import width_of

MARGIN = 9 * mm
ABOVE, BELOW = 13 * mm, 7 * mm
"""Room for the title over the grid, and for the foot below it."""
NAME_SIZE, HEAD_SIZE, LEGEND_SIZE = 8.0, 7.0, 7.0
LARGEST, SMALLEST = 9.0, 6.0
NARROWEST, WIDEST = 5.2 * mm, 11 * mm
"""How wide the column of a day can be."""
NAME_MOST = 48 * mm
PADDING = 1.2 * mm


@dataclass(frozen=True)
class Measures:
    """The sizes of one schedule on one paper."""

    name: float
    day: float
    row: float
    code: float
    most_days: int


def measures(width: float, names: Iterable[str], codes: Iterable[str], days: int) -> Measures:
    """Return the sizes for a paper so wide: letters as large as the widest code allows."""
    inner = width - 2 * MARGIN
    name = min(NAME_MOST, max((width_of(each, NAME_SIZE) for each in names), default=0) + 2 * PADDING)
    widest = max((width_of(each, 1, bold=True) for each in codes), default=1)
    needed = max(NARROWEST, widest * SMALLEST + PADDING)
    most = max(1, int((inner - name) // needed))
    day = min(WIDEST, (inner - name) / min(most, days))
    code = max(SMALLEST, min(LARGEST, (day - PADDING) / widest))
    return Measures(name, day, code + 2 * PADDING + 1, code, most)
