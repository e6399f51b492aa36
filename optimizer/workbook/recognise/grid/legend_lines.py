"""Lines of a legend below a grid, which begin with a code and say something that is none."""

from optimizer.workbook.recognise.grid.frame import Frame
from optimizer.workbook.recognise.grid.row import Row
from optimizer.workbook.recognise.legend.entry import entry_of
from optimizer.workbook.recognise.sheet import as_number

MOST_IN_LEGEND = 5


LEGEND = "a legend"


def with_whole_legends(frame: Frame, found: list[Row]) -> list[Row]:
    """Take the lines above and below a line of a legend to it, where they fill the same columns: of unused codes."""
    filled = {row.row: _columns(frame, row.row) for row in found}
    legend = {row.row for row in found if row.why == LEGEND and len(filled[row.row]) > 1}
    for step in (1, -1):
        for row in found[::step]:
            if row.row - step in legend and filled[row.row] == filled[row.row - step]:
                legend.add(row.row)
    return [Row(row.row, "note", row.who, LEGEND) if row.row in legend else row for row in found]


def _columns(frame: Frame, row: int) -> list[int]:
    return [column for column in range(frame.start, frame.axis.right + 1) if frame.sheet.text(row, column)]


def first_beside(frame: Frame, row: int) -> str:
    """Return the first text before the days of a row, "" where there is none."""
    return next((text for column in frame.beside() if (text := frame.sheet.text(row, column))), "")


def gives_meaning(frame: Frame, row: int, filled: list[tuple[int, str]], known: set[str]) -> bool:
    """Return whether a row is a line of a legend: it begins with a code and says something that is none."""
    texts = [text for column in frame.beside() if (text := frame.sheet.text(row, column))]
    first = texts[0] if texts else ""
    said = [frame.sheet.at(row, column) for column, _ in filled]
    return (
        first in known
        and as_number(first) is None
        and len(filled) <= MOST_IN_LEGEND
        and not any(text in known for _, text in filled)
        and entry_of(first, [*texts[1:], *said]) is not None
    )
