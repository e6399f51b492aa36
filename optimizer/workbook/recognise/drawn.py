"""Grids drawn as text: one cell a line, a bar between the name and the days, blanks between the days."""

from optimizer.workbook.recognise.sheet import RawSheet

BAR = "|"
LEAST_LINES = 4


def drawn_grid(sheet: RawSheet) -> RawSheet | None:
    """Return the grid that the lines of a sheet's one column draw, None when they draw none."""
    if sheet.width > 1 or sheet.height < LEAST_LINES:
        return None
    lines = [(row, text) for row in range(sheet.height) if (text := sheet.text(row, 0)) and BAR in text]
    if len(lines) < max(LEAST_LINES, 0.5 * sum(1 for row in range(sheet.height) if sheet.text(row, 0))):
        return None
    return RawSheet(
        sheet.title, tuple(_parts(sheet.text(row, 0)) for row in range(sheet.height)), home=tuple(range(sheet.height))
    )


def _parts(line: str) -> tuple[str | int | None, ...]:
    name, bar, days = line.partition(BAR)
    if not bar:
        return ()
    return (name.strip() or None, *(int(part) if part.isdigit() else part for part in days.replace(BAR, " ").split()))
