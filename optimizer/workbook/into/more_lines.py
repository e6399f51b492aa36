"""Days that a layout has no line for: an empty one behind the last day is taken, where nothing else stands in it."""

from optimizer.workbook.into.dates.lines import DayLines
from optimizer.workbook.into.duty_cells import DutyCells
from optimizer.workbook.into.file.own_sheet import OwnSheet
from optimizer.workbook.recognise.sheet import RawSheet, as_text

MOST = 3
"""How many days a month can have more than another."""


def with_more_lines(lines: DayLines, needed: int, sheet: OwnSheet, raw: RawSheet, cells: DutyCells) -> DayLines:
    """Return the lines of a block with those behind the last that are free, as many as are needed."""
    days = dict(lines.days)
    if len(set(days.values())) < len(days):  # days that are several lines wide cannot be guessed
        return lines
    for line in range(lines.last + 1, lines.last + 1 + min(needed, MOST)):
        if not _free(lines, line, sheet, raw, cells):
            break
        days[line] = max(days.values()) + 1
    return DayLines(lines.block, days)


def _free(lines: DayLines, line: int, sheet: OwnSheet, raw: RawSheet, cells: DutyCells) -> bool:
    """Tell whether nothing stands in a line beside the block, and none of its cells is used otherwise."""
    spots = [lines.spot(across, line) for across in lines.rows()]
    return not any(
        as_text(raw.at(*spot)) or sheet.formula(spot) is not None or sheet.merge_of(spot) or spot in cells.by_spot
        for spot in spots
    )
