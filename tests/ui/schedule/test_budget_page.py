"""The page Overtime and budget."""

import pytest

from optimizer.planning.currency import money
from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.words import hours
from optimizer.staffing.schedule.figures import Figures
from tests.read_samples import unit_sample
from tests.ui.apps import addresses, app_as, at_page, open_store

ADDRESS = "overtime-and-budget"
UNIT = unit_sample("medsurg").unit
NURSE = next(staff for staff in UNIT.staff if staff.roles[0] == "RN" and staff.pay_class)
PLAN = frozenset(Pair(NURSE.id, Duty(day, "D", "RN")) for day in UNIT.days[:6])
"""Somebody works six days in a row, which is overtime."""


def page(tmp_path, role, plan=PLAN):
    open_store(tmp_path, "medsurg", plan)
    app = at_page(app_as(role), ADDRESS)
    assert not app.exception
    return app


def test_a_manager_sees_totals_and_what_each_persons_overtime_costs(tmp_path):
    app, figures = page(tmp_path, "manager"), Figures(UNIT, PLAN)
    metrics = {metric.label: metric.value for metric in app.metric}
    assert metrics["Wages"] == money(round(sum(figures.spent.values()), -2))
    assert metrics["Overtime"] == hours(figures.overtimes[NURSE.id]) != "0 h"
    people = app.dataframe[-1].value
    assert [*people["Who"]] == [NURSE.name]
    assert [*people["Costs on top"]] == [figures.bills[NURSE.id]["overtime premium"] / 100]
    assert any("earned hours / worked hours" in caption.value for caption in app.caption)
    assert len([text for text in app.markdown if text.value.startswith(("Volume", "Efficiency", "Rate"))]) % 3 == 0


def test_leadership_sees_totals_and_hours_and_nobodys_pay(tmp_path):
    app = page(tmp_path, "leadership")
    assert "Wages" in {metric.label for metric in app.metric}
    assert [*app.dataframe[-1].value.columns] == ["Who", "Job", "Overtime"]


def test_an_empty_schedule_says_what_to_do(tmp_path):
    app = page(tmp_path, "manager", frozenset())
    assert "Fill or solve it" in app.info[0].value


@pytest.mark.parametrize("role", ["staff", "administrator"])
def test_it_is_no_page_for_others(tmp_path, role):
    open_store(tmp_path)
    assert ADDRESS not in addresses(app_as(role))
