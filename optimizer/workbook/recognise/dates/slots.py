"""Days that are several columns wide: named once over their first column, with a second row of titles or none."""

from itertools import pairwise

from optimizer.workbook.recognise.sheet import RawSheet

WIDEST = 4
FEWEST_DAYS = 4


def slots_of(sheet: RawSheet, columns: tuple[int, ...], heads: tuple[int, ...]) -> tuple[int, tuple[int, ...]] | None:
    """Return how many columns wide each day is and the rows with titles below it, None when days are one wide."""
    steps = {after - before for before, after in pairwise(columns)}
    if len(columns) < FEWEST_DAYS or len(steps) != 1 or not 2 <= min(steps) <= WIDEST:
        return None
    wide = min(steps)
    between = [column + step for column in columns for step in range(1, wide)]
    if any(sheet.text(row, column) for row in heads for column in between):
        return None
    sub = _titles_below(sheet, columns, wide, max(heads) + 1)
    first = max((*heads, *sub)) + 1
    filled = sum(1 for row in range(first, sheet.height) for column in between if sheet.text(row, column))
    return (wide, sub) if filled or sub else None


def _titles_below(sheet: RawSheet, columns: tuple[int, ...], wide: int, row: int) -> tuple[int, ...]:
    """Return the row below the days when it says the same few titles under each of them."""
    under = [tuple(sheet.text(row, column + step) for step in range(wide)) for column in columns]
    return (row,) if len(set(under)) == 1 and all(under[0]) and len(set(under[0])) == wide else ()
