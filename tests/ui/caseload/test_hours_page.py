"""The page Hours: what was measured beside the preset, and the workbook with it."""

from dataclasses import replace
from io import BytesIO

from optimizer.caseload.capacity.calibration import TierCare, calibrate, minutes_of
from optimizer.caseload.study import observed
from optimizer.summary.caseload.hours import HEADERS
from optimizer.ui.caseload.file import measured
from optimizer.workbook.panel.read import read_panel_bytes
from optimizer.workbook.panel.write import write_panel
from tests.read_samples import light_contents, light_panel
from tests.ui.apps import app_as, at_page
from tests.ui.panels import open_panel


def test_hours_show_what_was_measured_beside_the_preset(tmp_path):
    open_panel(tmp_path)
    app = at_page(app_as("manager"), "hours")
    table = app.dataframe[0].value
    assert [*table.columns] == HEADERS
    told = table[table["Met by telephone"] == "tier 3 (high), active"].iloc[0]
    assert told["Preset"] == "3 h"
    assert told["Measured"] != "-"
    used, of = (int(word) for word in app.metric[2].value.split(" of "))
    assert 0 < used < of


def test_hours_without_a_study_say_how_to_keep_one(tmp_path):
    file = BytesIO()
    write_panel(file, replace(light_contents(), study=()))
    open_panel(tmp_path, file.getvalue())
    app = at_page(app_as("leadership"), "hours")
    assert not app.exception
    assert "Time study" in app.info[0].value
    assert {*app.dataframe[0].value["Measured"]} == {"-"}


def test_the_workbook_with_measured_hours_reads_back_to_them():
    told = light_contents()
    found = calibrate(observed(told.panel, told.setting, told.study).observations)
    again = read_panel_bytes(measured(light_panel(), told.study, found))
    good = {each.figure: each.median for each in found if each.enough and isinstance(each.figure, TierCare)}
    assert good and {figure: minutes_of(again.setting, figure) for figure in good} == good
    assert again.panel.given == told.panel.given
