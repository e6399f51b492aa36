"""The colours of a header: where they follow the weekday they move with it; new days look like the last."""

from optimizer.workbook.into.dates.header import Moved
from optimizer.workbook.into.dates.lines import DayLines, nth_day
from optimizer.workbook.into.file.edit import CellEdit, CellEdits
from optimizer.workbook.into.file.own_sheet import OwnSheet
from optimizer.workbook.into.looks import Looks, Seen


def header_looks(sheet: OwnSheet, lines: DayLines, head: int, moved: Moved, edits: CellEdits) -> CellEdits:
    """Return the edits of a row of a header with what becomes of its colours."""
    named = {lines.spot(head, line): number for line, number in sorted(lines.days.items())}
    had = {spot: number for spot, number in named.items() if spot not in edits or sheet.raw(spot) is not None}
    looks = Looks(
        tuple(Seen(spot, nth_day(moved.old, number).weekday(), "", sheet.fill(spot)) for spot, number in had.items())
    )
    found = dict(edits)
    for spot, number in named.items():
        like = looks.like(spot, sheet.fill(spot), nth_day(moved.new, number).weekday(), "") if looks.striped else None
        if like is None and spot not in had:
            like = max(had, default=None)
        if like is not None:
            found[spot] = CellEdit(found[spot].contents if spot in found else None, like)
    return found
