"""The page Coverage."""

import pytest

from optimizer.staffing.figures import Figures
from optimizer.store.drafts import plan_at
from optimizer.summary.grid_figures import coverage_rows
from optimizer.workbook.read import read
from tests.paths import SAMPLES
from tests.ui.apps import MANAGER, addresses, app_as, at_page, open_store, solved_small

UNIT = read(SAMPLES / "unit-small.xlsx").unit


@pytest.mark.parametrize("role", ["manager", "leadership"])
def test_every_place_stands_in_the_table_with_what_it_has(tmp_path, role):
    open_store(tmp_path, plan=solved_small())
    app = at_page(app_as(role), "coverage")
    assert not app.exception
    table = app.dataframe[0].value
    rows = coverage_rows(Figures(UNIT, solved_small()))
    assert [*table.index] == [row.label for row in rows]
    assert table.shape == (len(rows), len(UNIT.days))
    assert all(text[0] not in "▼" for text in table.to_numpy().ravel())  # the schedule keeps every minimum


def test_who_is_offered_can_be_given_the_duty_and_the_store_keeps_it(tmp_path):
    store, draft = open_store(tmp_path)
    app = at_page(app_as("manager"), "coverage")
    give = next(button for button in app.button if button.label == "Give")
    give.click().run()
    assert not app.exception
    plan = plan_at(store, MANAGER, draft)
    assert len(plan) == 1
    (pair,) = plan
    assert pair.what.day == UNIT.days[0]
    assert sum(cover.have for _, cover in Figures(UNIT, plan).covers) == 1


def test_leadership_reads_but_gives_nothing_and_sees_nobodys_pay(tmp_path):
    open_store(tmp_path)
    app = at_page(app_as("leadership"), "coverage")
    assert not [button for button in app.button if button.label == "Give"]
    assert not [caption for caption in app.caption if "pay" in caption.value]


@pytest.mark.parametrize("role", ["staff", "administrator"])
def test_it_is_no_page_for_others(tmp_path, role):
    open_store(tmp_path)
    assert "coverage" not in addresses(app_as(role))
