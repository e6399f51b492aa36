"""The page Compliance and reviews due."""

import pytest

from optimizer.staffing.law.compliance.comply import comply
from tests.read_samples import unit_sample
from tests.ui.apps import addresses, app_as, at_page, open_store, solved_small

ADDRESS = "compliance-and-reviews-due"


@pytest.mark.parametrize("role", ["manager", "leadership"])
def test_a_unit_without_a_jurisdiction_is_told_where_to_choose_one(tmp_path, role):
    open_store(tmp_path, plan=solved_small())
    app = at_page(app_as(role), ADDRESS)
    assert not app.exception
    assert "Rules and prices" in app.info[0].value
    assert [metric.label for metric in app.metric][:2] == ["Block publishing", "To be warned of"]


def test_what_is_broken_and_due_is_what_the_law_says(tmp_path):
    open_store(tmp_path, plan=solved_small())
    app = at_page(app_as("manager"), ADDRESS)
    unit = unit_sample("small").unit
    found = comply(unit, solved_small(), today=unit.calendar.first, within=90)
    app.date_input[0].set_value(unit.calendar.first).run()
    assert not app.exception
    assert app.metric[0].value == str(len(found.blocking))
    due = [text.value for text in app.markdown if any(each.what in text.value for each in found.due)]
    assert len(due) == len(found.due)
    assert app.get("download_button")[0].label == "Download as Excel"


@pytest.mark.parametrize("role", ["staff", "administrator"])
def test_it_is_no_page_for_others(tmp_path, role):
    open_store(tmp_path)
    assert ADDRESS not in addresses(app_as(role))
