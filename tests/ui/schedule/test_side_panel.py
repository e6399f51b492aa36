"""What is in hand stands at the side of the grid once it is asked for: what is wrong there, its lock, and who else."""

from datetime import date

import pytest

from optimizer.store.drafts import drafts
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid import Selected, read_selected
from optimizer.ui.schedule.cell.told import found_at
from tests.ui.apps import MANAGER, app_as, open_store, solved_small


@pytest.fixture
def desk(tmp_path):
    store, _ = open_store(tmp_path, plan=solved_small())
    return Desk(MANAGER, store, drafts(store, MANAGER)[-1])


def test_a_wish_to_open_the_panel_comes_with_the_cell():
    event = {"who": "ann", "day": "2026-12-06", "opens": True, "turn": 3}
    assert read_selected(event) == Selected("ann", date(2026, 12, 6), opens=True)
    assert not read_selected(event | {"opens": "yes"}).opens
    assert read_selected({"row": "N RN", "day": "2026-12-06", "opens": True}).opens


def test_what_is_wrong_in_a_cell_is_told_apart_from_what_else_is_with_the_person(desk):
    whose = [finding for finding in desk.findings if finding.place.who]
    assert whose
    for finding in whose:
        who = desk.unit.rows_of(finding.place.who)[0]
        here, other = found_at(desk, Selected(who, finding.day))
        assert finding in here + other
        assert not any(each in other for each in here)


def test_the_panel_opens_and_shuts_and_always_has_the_problems(tmp_path):
    open_store(tmp_path, plan=solved_small())
    page = app_as("manager")
    for opened in (True, False):
        next(button for button in page.button if button.label == "Panel").click().run()
        assert not page.exception
        assert "Problems" in {header.value for header in page.header}
        assert ("Close" in {button.label for button in page.button}) is opened
