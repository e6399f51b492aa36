"""Leave that is written once and lasts: over merged cells, or a text followed by blanks of the same colour."""

import re

from optimizer.workbook.recognise.grid.frame import Frame
from optimizer.workbook.recognise.words.calendar import folded
from optimizer.workbook.recognise.words.leave import LEAVE

WHITE = {"00000000", "FFFFFFFF", "00FFFFFF"}


def leave_runs(frame: Frame, row: int) -> dict[int, str]:
    """Return for blank columns of a row the leave that a cell before them stands for."""
    found: dict[int, str] = {}
    columns = frame.axis.columns
    for (top, left), (bottom, right) in frame.sheet.merges:
        if top <= row <= bottom and right > left and (text := frame.sheet.text(top, left)):
            found.update({column: first_word(text) for column in columns if left < column <= right})
    for place, column in enumerate(columns):
        text = frame.sheet.text(row, column)
        if len(text) > 3 and LEAVE.search(folded(text)):
            found.update(dict.fromkeys(_same_colour(frame, row, columns[place:]), first_word(text)))
    return found


def _same_colour(frame: Frame, row: int, columns: tuple[int, ...]) -> list[int]:
    """Return the blank columns after the first that are of its colour; none where it has none."""
    fill = frame.sheet.fills.get((row, columns[0]))
    run: list[int] = []
    for column in columns[1:]:
        if (
            frame.sheet.text(row, column)
            or fill is None
            or fill in WHITE
            or frame.sheet.fills.get((row, column)) != fill
        ):
            break
        run.append(column)
    return run


def first_word(text: str) -> str:
    """Return the code that a free text begins with: "U (urlop ...)" is U."""
    return re.split(r"[\s(（,:]", text.strip(), maxsplit=1)[0]
