"""The titles of the sheets that hold schedules."""

SCHEDULE, HISTORY, BEFORE = "Schedule", "History", "Before"
GRIDS: tuple[tuple[str, str], ...] = (
    (SCHEDULE, "Who works when: people down, days across, a shift's code in each cell."),
    (HISTORY, "Who worked in the weeks before, in the same form, so that rest and rows count across the border."),
)
