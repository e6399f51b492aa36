"""What stands below the grid leads to its cells."""

from datetime import date

from optimizer.summary.problems import Problem
from optimizer.ui.beside import go_to
from optimizer.ui.grid_memory import GridMemory

DAY = date(2026, 12, 24)
FOUND = (
    Problem("Minimum staffing", True, 0, "N has nobody.", DAY, shift="N", role="RN"),
    Problem("Rest between duties", True, 0, "Ann has no rest.", DAY, "ann"),
)


def test_a_row_that_is_chosen_leads_to_its_cell_each_time_anew():
    memory = GridMemory("grid")
    for times in (1, 2):
        go_to(memory, FOUND, [1])
        assert (memory.focus.who, memory.focus.iso, memory.focus.number) == ("ann", "2026-12-24", times)


def test_what_is_at_nobodys_cell_and_rows_that_are_gone_lead_nowhere():
    memory = GridMemory("grid")
    for rows in ([0], [7], []):
        go_to(memory, FOUND, rows)
    assert memory.focus is None
