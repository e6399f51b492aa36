"""What stands below the grid leads to its places."""

from optimizer.ui.grid import Spot
from optimizer.ui.grid.memory import GridMemory
from optimizer.ui.schedule.beside import go_to

PLACES = (
    Spot("", "2026-12-24", "N RN", "N has nobody.", True),
    Spot("ann", "2026-12-24", "", "", True),
    Spot("ann", "", "", "Ann has too many nights.", False),
)


def test_a_problem_that_is_clicked_leads_to_its_place_each_time_anew():
    memory = GridMemory("grid")
    for times, place in enumerate((0, 1, 1, 2), start=1):
        go_to(memory, PLACES, [(place, "What is wrong")])
        focus, spot = memory.focus, PLACES[place]
        assert (focus.who, focus.iso, focus.row, focus.number) == (spot.who, spot.iso, spot.row, times)


def test_rows_that_are_gone_lead_nowhere():
    memory = GridMemory("grid")
    for cells in ([(7, "Weight")], []):
        go_to(memory, PLACES, cells)
    assert memory.focus is None
