"""Every kind of roster that is made, by name."""

from collections.abc import Callable
from random import Random

from tests.workbook.recognise.wild import cells, doubles, grids, lists, odd
from tests.workbook.recognise.wild.made import Made

KINDS: dict[str, Callable[[Random], Made]] = {
    "month": grids.month_grid,
    "dated": grids.dated_grid,
    "period": grids.period_grid,
    "undated": grids.undated_grid,
    "lead-in": grids.lead_in_grid,
    "weekdays": grids.weekday_grid,
    "in out": doubles.in_out,
    "duty hours": doubles.duty_hours,
    "day night": doubles.day_night,
    "two rows": doubles.two_rows,
    "turned": doubles.turned_grid,
    "stacked": doubles.stacked,
    "stacked people": doubles.stacked_people,
    "side by side": doubles.side_by_side,
    "legend beside": doubles.legend_beside,
    "merged leave": doubles.merged_leave,
    "sheet a week": doubles.sheet_a_week,
    "sheet a month": doubles.month_sheets,
    "sheet a shift": cells.sheet_a_shift,
    "calendar": cells.calendar,
    "roles down": cells.roles_down,
    "shifts across": cells.shifts_across,
    "duty list": lists.duty_list,
    "unavailability": lists.unavailability,
    "staff list": lists.staff_list,
    "demand": lists.demand,
    "census": lists.census,
    "shift list": lists.shift_list,
    "panel": lists.panel,
    "called otherwise": odd.called_otherwise,
    "coded otherwise": odd.coded_otherwise,
    "export": odd.export,
    "three slots": odd.three_slots,
    "timed list": odd.timed_list,
    "pattern": odd.pattern,
    "several a shift": odd.several_a_shift,
    "posts": odd.posts,
    "wish grid": odd.wish_grid,
}
