"""The pages about case managers themselves: careers and performance."""

import re

import pytest

from optimizer.caseload.careers.career import career_steps
from optimizer.caseload.careers.certificate import career_certificates
from optimizer.caseload.performance.case_measure import CaseMeasure
from optimizer.summary.caseload.careers import cohorts
from optimizer.summary.caseload.performance import performance_charts
from tests.ui.apps import app_as, at_page
from tests.ui.one_page import words_of
from tests.ui.panels import NAME, contents, named_patients, open_panel


def test_careers_tell_who_may_apply_what_is_missing_and_what_falls_due(tmp_path):
    open_panel(tmp_path)
    app = at_page(app_as("manager"), "careers")
    assert not app.exception
    table, one, due, mentors = (each.value for each in app.dataframe)
    found = cohorts(tuple(career_steps(contents().panel)), career_certificates())
    assert [*table["Certificate"]] == [each.certificate.name for each in found]
    assert [*table["Have the months"]] == [len(each.managers) for each in found]
    assert len(one) == len(contents().panel.managers)
    assert [*due["Due"]] == sorted(due["Due"])
    assert [*mentors["Mentee"]] == [each.name for each in contents().panel.managers if each.mentor]


@pytest.mark.parametrize("page", ["careers", "performance"])
def test_what_leadership_sees_of_case_managers_names_no_patient(tmp_path, page):
    open_panel(tmp_path, named_patients())
    app = at_page(app_as("leadership"), page)
    assert not app.exception
    assert NAME not in words_of(app)
    assert not re.search(r"P\d{4}", words_of(app))


def test_performance_draws_the_panel_and_everybody_in_the_panels_order(tmp_path):
    open_panel(tmp_path)
    app = at_page(app_as("manager"), "performance")
    assert not app.exception
    told = contents()
    charts = performance_charts(told.panel, told.figures, CaseMeasure.CONTACTS)
    assert len(app.get("vega_lite_chart")) == len(charts) == 1 + len(told.panel.managers)
    assert [each.value for each in app.markdown if each.value.startswith("**")] == [
        f"**{each.name}**" for each in charts
    ]
    assert "shift: 6 above it, 2026-06 to 2026-11" in words_of(app).replace("\\", "")
