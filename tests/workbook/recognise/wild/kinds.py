"""Every kind of roster that is made, by name."""

from collections.abc import Callable
from random import Random

from tests.workbook.recognise.wild import grids
from tests.workbook.recognise.wild.made import Made

KINDS: dict[str, Callable[[Random], Made]] = {
    "month": grids.month_grid,
    "dated": grids.dated_grid,
    "period": grids.period_grid,
    "undated": grids.undated_grid,
    "lead-in": grids.lead_in_grid,
    "weekdays": grids.weekday_grid,
}
