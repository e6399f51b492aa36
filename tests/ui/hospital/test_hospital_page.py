"""The page Hospital as leadership and the staffing office see it: opened, planned, told in sums, and nobody's pay."""

import io
import zipfile

import pytest

from optimizer.planning.currency import money
from optimizer.scenarios.hospital.order import HospitalOrder
from optimizer.store.hospital.hospital_plans import hospital_plans
from optimizer.store.hospital.hospitals import hospitals
from optimizer.store.roles import Actor, Role
from optimizer.ui.hospital.opening import sample
from optimizer.ui.jobs.jobs import jobs
from tests.samples.hospitals import PAY, tiny
from tests.stores import begin
from tests.ui.apps import MANAGER
from tests.ui.hospital.houses import house_page, workbooks
from tests.ui.one_page import button, words_of

LEADER, OFFICE = Actor("l1", Role.LEADERSHIP), Actor("o1", Role.STAFFING_OFFICE)
SECRET = [money(paid.rate) for paid in PAY.values()]


@pytest.fixture
def store(tmp_path):
    yield begin(tmp_path)
    for job in jobs()._jobs.values():
        job.stop()
        job.wait(10)


def page(role="leadership"):
    return house_page("hospital", role)


def dropped(app, files):
    return button(app.get("file_uploader")[0].set_value(files).run(), "Open these workbooks").click().run()


def zipped(files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, each in files.items():
            archive.writestr(name, each)
    return content.getvalue()


def planned(app, start, seconds):
    """Return the page once the search that a button starts is over."""
    app = app.button(key=start).click().run()
    assert not app.exception
    (job,) = jobs()._jobs.values()
    assert isinstance(job.order, HospitalOrder)
    assert job.wait(seconds)
    assert job.problem is None
    return app.run()


def table(app, column):
    return next(each.value for each in app.dataframe if column in each.value.columns)


def test_the_sample_is_opened_and_tells_supply_against_need(store):
    app = button(page(), "Open the sample hospital").click().run()
    assert not app.exception
    told = words_of(app).replace("\\", "")
    assert "4E, Unit 4E: 12 people, 4 of the pool may come" in told
    (kept,) = hospitals(store, LEADER)
    assert (kept.name, kept.budget, kept.who) == ("Sample hospital", 330_000_00, "x1")
    assert "4E, Unit 4E" in words_of(page("staffing-office")).replace("\\", "")  # for all who may, after a reload too


@pytest.mark.parametrize("packed", [False, True], ids=["files", "zip"])
def test_workbooks_are_opened_as_files_and_as_a_zip_and_planned_and_told_in_sums(store, packed):
    files = workbooks(tiny(1, days=3, people=3, floating=3))
    given = {"hospital.zip": zipped({f"General/{name}": each for name, each in files.items()})} if packed else files
    app = dropped(page(), [(name, content, "") for name, content in given.items()])
    assert not app.exception
    (kept,) = hospitals(store, LEADER)
    assert kept.name == "Tiny"
    if packed:
        return
    app = app.number_input(key="house low 1").set_value(6_000).run()
    app = app.number_input(key="house high 1").set_value(60_000).run()
    app = app.number_input(key="house number").set_value(2).run()
    app = app.selectbox(key="house each seconds").select(10).run()
    app = planned(app, "house compare", 120)
    assert not app.exception
    assert [plan.budget for plan in hospital_plans(store, OFFICE, 1)] == [6_000_00, 60_000_00]
    assert [*table(app, "Float duties")["Unit"]] == ["3E", "ICU", "Float", "All"]
    assert [*table(app, "Gap").columns[:3]] == ["Budget, $", "Wages, $", "Uncovered hours"]
    assert len(app.get("vega_lite_chart")) == 1
    told = words_of(app).replace("\\", "")
    assert "From $6,000 to $60,000" in told or "At $6,000 only" in told
    assert not [secret for secret in SECRET if secret in told]
    assert "p0" in words_of(app.toggle(key="house plan ids").set_value(True).run())
    assert {"Report as Excel", "Report to print"} <= {each.label for each in app.get("download_button")}


def test_every_fault_of_every_workbook_is_told_and_nothing_is_kept(store):
    files = workbooks(tiny(1, days=3, people=3, floating=3))
    app = dropped(page(), [("icu.xlsx", files["icu.xlsx"], "")])
    assert "It is not among the files." in words_of(app)
    del files["icu.xlsx"]
    app = dropped(page(), [(name, content, "") for name, content in files.items()])
    faults = table(app, "What is wrong")
    assert ("Units", "B3") in [*zip(faults["Sheet"], faults["Cell"], strict=True)]
    assert "There is no file 'icu.xlsx' in the folder." in set(faults["What is wrong"])
    assert hospitals(store, MANAGER) == ()


def test_a_search_is_stopped_by_somebody_else_and_one_runs_at_a_time(store):
    app = button(page(), "Open the sample hospital").click().run()
    app = app.selectbox(key="house seconds").select(300).run()
    app = app.button(key="house start").click().run()
    other = page("staffing-office")
    assert "Started by x1" in words_of(other)
    assert not [each for each in other.button if each.key == "house start"]
    other.button(key="house stop").click().run()
    (job,) = jobs()._jobs.values()
    assert job.wait(30)


def test_the_staffing_office_replaces_the_pool_and_no_units_workbook(store):
    app = button(page("staffing-office"), "Open the sample hospital").click().run()
    files = dict(sample())
    for name, kept in (("3e.xlsx", 1), ("pool.xlsx", 2)):
        app.get("file_uploader")[1].set_value([(name, files[name], "")]).run()
        app = app.button(key="hospital replace").click().run()
        assert not app.exception
        assert len(hospitals(store, OFFICE)) == kept, name
        assert ("which may not change drafts" in words_of(app).replace("\\", "")) == (kept == 1)
    assert "Replace a workbook of this hospital" not in [each.label for each in page("leadership").expander]
