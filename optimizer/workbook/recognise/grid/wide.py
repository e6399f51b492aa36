"""Days that are two columns wide: what the second column says of the first, hours of a duty or when somebody goes."""

from collections.abc import Sequence
from itertools import pairwise

from optimizer.staffing.learn.codes.written_times import window_in, written_times
from optimizer.workbook.recognise.grid.frame import Frame
from optimizer.workbook.recognise.legend.entry import times_of
from optimizer.workbook.recognise.sheet import as_number
from optimizer.workbook.recognise.words.columns import concept_of

MOSTLY, SELDOM = 0.8, 0.2


def hours_columns(frame: Frame, rows: Sequence[int]) -> frozenset[int]:
    """Return the columns with hours of the duty before them: titled so, or numbers behind columns of texts."""
    pairs = _pairs(frame)
    titled = [second for _, second in pairs if concept_of(frame.slots().get(second, "")) == "hours"]
    if titled or not pairs:
        return frozenset(titled)
    first, second = (_numbers(frame, rows, [pair[side] for pair in pairs]) for side in (0, 1))
    return frozenset(column for _, column in pairs) if first <= SELDOM and second >= MOSTLY else frozenset()


def _pairs(frame: Frame) -> list[tuple[int, int]]:
    """Return the first and the second column of each day that has two."""
    said = dict(zip(frame.axis.columns, frame.axis.said, strict=True))
    return [(first, second) for first, second in pairwise(frame.axis.columns) if said[first] == said[second]]


def _numbers(frame: Frame, rows: Sequence[int], columns: Sequence[int]) -> float:
    """Return the share of filled cells that are numbers."""
    values = [frame.sheet.at(row, column) for row in rows for column in columns if frame.sheet.text(row, column)]
    return sum(1 for value in values if as_number(value) is not None) / max(1, len(values))


def spans_of_row(frame: Frame, row: int) -> dict[int, str]:
    """Return for both columns of each day when somebody comes and goes, where the two cells are clock times."""
    found: dict[int, str] = {}
    for first, second in _pairs(frame):
        parts = [frame.sheet.text(row, column).replace(".", ":") for column in (first, second)]
        said = "-".join(parts)
        if all(":" in part for part in parts) and written_times(said):
            window = window_in(said)
            found |= dict.fromkeys((first, second), times_of(window) if window else said)
    return found
