"""Panels come in by the page Import, and go out as a workbook that reads back to the same."""

from io import BytesIO

from openpyxl import load_workbook

from optimizer.store.drafts import plan_at
from optimizer.ui.caseload.file import written
from optimizer.ui.facts.import_panel import _read
from optimizer.workbook.file.book import Book
from optimizer.workbook.panel.read import read_panel_bytes
from tests.paths import SAMPLES
from tests.read_samples import light_contents, light_panel
from tests.ui.apps import app_as, at_page
from tests.ui.panels import MANAGER, contents, open_panel


def test_a_panel_is_known_on_the_page_import(tmp_path):
    store, _ = open_panel(tmp_path)
    app = at_page(app_as("manager"), "import")
    app.segmented_control(key="import source").set_value("A sample").run()
    app.selectbox(key="import sample").select("Caseloads: six case managers with 120 patients").run()
    assert "The panel can be opened" in app.success[0].value
    app.text_input(key="import panel name").set_value("January")
    next(each for each in app.button if each.label == "Open a draft").click().run()
    assert not app.exception
    assert app.title[0].value == "Board"
    assert plan_at(store, MANAGER, 2) == contents().plan


def test_the_workbook_to_take_along_reads_back_to_the_same():
    told = light_contents()
    pair = next(iter(told.plan))
    plan = told.plan - {pair}
    locked = frozenset(sorted(plan)[-3:])
    back = read_panel_bytes(written(light_panel(), plan, locked))
    assert (back.plan, back.panel.locked) == (plan, locked)
    assert back.panel.given == told.plan


def test_a_panel_with_faults_is_not_opened_but_told(tmp_path):
    book = load_workbook(BytesIO(light_panel()))
    book["Patients"]["A3"] = book["Patients"]["A2"].value
    book.save(tmp_path / "faulty.xlsx")
    reading = _read("1", Book((tmp_path / "faulty.xlsx").read_bytes(), "faulty.xlsx"))
    assert reading.contents is None
    assert ("Patients", "A3") in {(fault.sheet, fault.cell) for fault in reading.faults}


def test_a_unit_is_no_panel():
    reading = _read("1", Book((SAMPLES / "unit-small.xlsx").read_bytes(), "unit.xlsx"))
    assert reading.contents is None
    assert reading.faults == ()
