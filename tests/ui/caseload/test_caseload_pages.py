"""The pages about caseloads, for every role."""

import re
from dataclasses import replace
from io import BytesIO

import pytest

from optimizer.caseload.capacity.calibration import TierCare, calibrate, minutes_of
from optimizer.caseload.careers.career import career_steps
from optimizer.caseload.careers.certificate import career_certificates
from optimizer.caseload.figures import caseloads
from optimizer.caseload.panel import Case
from optimizer.caseload.performance.case_measure import CaseMeasure
from optimizer.caseload.study import observed
from optimizer.planning.pair import Pair
from optimizer.store.drafts import accept, drafts, history, plan_at, version_of
from optimizer.store.errors import ForbiddenError
from optimizer.store.locks import lock_patient, patient_locks_of
from optimizer.store.roles import Actor, Role
from optimizer.summary.caseload.careers import cohorts
from optimizer.summary.caseload.hours import HEADERS
from optimizer.summary.caseload.moves import owner
from optimizer.summary.caseload.performance import performance_charts
from optimizer.ui.caseload.file import measured
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.caseload.panel_study import panel_facts
from optimizer.ui.frame.desk import Desk
from optimizer.workbook.panel.read import read_panel_bytes
from optimizer.workbook.panel.write import write_panel
from tests.read_samples import light_contents, light_panel
from tests.ui.apps import addresses, app_as, at_page
from tests.ui.one_page import words_of
from tests.ui.panels import MANAGER, contents, open_panel

OURS = ("board", "rebalance", "who-next", "worklist", "cover", "staffing", "hours", "careers", "performance")
NAME = "Zebedee Quill"


def named():
    """Return the sample with a name for every patient."""
    told = light_contents()
    patients = tuple(replace(each, name=f"{NAME} {each.id}") for each in told.panel.patients)
    file = BytesIO()
    write_panel(file, replace(told, panel=replace(told.panel, patients=patients)))
    return file.getvalue()


def button(app, label):
    return next(each for each in app.button if each.label == label)


def on_board():
    """Return the page Board with a patient chosen whom the workbook does not lock."""
    app = at_page(app_as("manager"), "board")
    locked = {pair.what.patient for pair in contents().panel.locked}
    patients = app.selectbox(key="board patient")
    return patients.select(next(who for who in patients.options if who not in locked)).run()


@pytest.mark.parametrize("page", OURS)
def test_a_supervisor_sees_every_page(tmp_path, page):
    open_panel(tmp_path)
    app = at_page(app_as("manager"), page)
    assert not app.exception
    assert app.title[0].value.casefold().replace(" ", "-") == page


def test_the_table_has_everybodys_load(tmp_path):
    open_panel(tmp_path)
    app = at_page(app_as("manager"), "board")
    told = contents()
    loads = caseloads(told.panel, told.setting, told.plan)
    table = app.dataframe[0].value
    assert [*table["Case manager"]] == [told.panel.name_of(each.manager) for each in loads]
    assert [*table["Patients"]] == [each.cases for each in loads]
    assert [*table["Work, h"]] == [round(each.load / 60, 1) for each in loads]
    assert app.metric[0].value == f"{len(told.plan)} of {len(told.panel.patients)}"


def test_a_patient_is_moved_kept_in_the_store_and_moved_back(tmp_path):
    store, draft = open_panel(tmp_path)
    app = on_board()
    button(app, "Move").click().run()
    assert not app.exception
    gone, come = contents().plan - plan_at(store, MANAGER, draft), plan_at(store, MANAGER, draft) - contents().plan
    assert [pair.what for pair in gone] == [pair.what for pair in come]
    assert len(come) == 1
    assert come <= contents().panel.offered
    assert app.metric[3].value == "1"
    button(app, "Undo").click().run()
    assert plan_at(store, MANAGER, draft) == contents().plan


def test_a_move_that_comes_too_late_is_told_and_changes_nothing(tmp_path):
    store, draft = open_panel(tmp_path)
    app = on_board()
    other = next(iter(contents().plan))
    accept(store, MANAGER, draft, 1, [other], [], "Discharged")
    button(app, "Move").click().run()
    assert not app.exception
    assert plan_at(store, MANAGER, draft) == contents().plan - {other}
    assert "changed in the meantime" in app.error[0].value


def test_leadership_sees_loads_and_counts_but_no_patient(tmp_path):
    open_panel(tmp_path, named())
    app = app_as("leadership")
    assert {*addresses(app)} & {*OURS} == {"board", "staffing", "hours", "careers", "performance"}
    app = at_page(app, "board")
    assert not app.exception
    told = words_of(app)
    assert contents().panel.managers[0].name in told
    assert NAME not in told
    assert not re.search(r"P\d{4}", told)
    assert not [each for each in app.button if each.label in ("Move", "Give", "Undo", "Find case managers")]


def test_a_supervisor_sees_names_where_there_are_some(tmp_path):
    open_panel(tmp_path, named())
    for page in ("board", "who-next", "worklist"):
        assert NAME in words_of(at_page(app_as("manager"), page))


def test_names_are_refused_in_the_layer_below_the_pages():
    facts = panel_facts(read_panel_bytes(named()), 1)
    assert not any(each.name for each in facts.panel.patients)
    assert facts.names_for(MANAGER)["P0001"] == f"{NAME} P0001"
    for role in (Role.LEADERSHIP, Role.STAFF, Role.ADMINISTRATOR):
        with pytest.raises(ForbiddenError, match="may not see single patients and their names"):
            facts.names_for(Actor("x", role))


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
    open_panel(tmp_path, named())
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


@pytest.mark.parametrize("role", ["staff", "administrator"])
def test_there_are_no_such_pages_for_others(tmp_path, role):
    open_panel(tmp_path)
    assert not {*addresses(app_as(role))} & {*OURS}


def test_a_panel_has_no_pages_of_a_schedule(tmp_path):
    open_panel(tmp_path)
    assert not {*addresses(app_as("manager"))} & {"schedule", "coverage", "publish-and-history"}


def test_who_next_names_only_who_may_have_the_patient(tmp_path):
    open_panel(tmp_path)
    panel, plan = contents().panel, contents().plan
    who = next(e.id for e in panel.patients if owner(panel, plan, e.id) is None and any(
        pair in panel.offered for pair in panel.owners[e.id]))  # fmt: skip
    app = at_page(app_as("manager"), "who-next")
    app.selectbox(key="next patient").select(who).run()
    assert not app.exception
    gives = [each.key for each in app.button if each.label == "Give"]
    assert 1 <= len(gives) <= 5
    assert f"Put right: {who}, " in words_of(app).replace("\\", "")
    assert {Pair(key.split()[-1], Case(who)) for key in gives} <= panel.offered


def test_the_worklist_says_that_it_advises_nothing(tmp_path):
    open_panel(tmp_path)
    app = at_page(app_as("manager"), "worklist")
    assert "advises no treatment" in app.info[0].value
    tasks, contacts, care, risk = (each.value for each in app.dataframe)
    assert {"Last", "Due", "Overdue"} <= {*contacts.columns}
    assert [*care["Due"]] == sorted(care["Due"])
    assert {*care["Task"]} == {"Hand-off", "Referral", "Review of a goal"}
    assert tasks["Why"].str.len().min() > 0
    assert len(risk) == len(contents().panel.patients)
    assert [*risk["Tier"]] == sorted(risk["Tier"], reverse=True)


def rebalanced():
    """Return the page from which three transfers were looked for, as it was before they were found, and the job."""
    from optimizer.ui.jobs.jobs import jobs

    app = at_page(app_as("manager"), "rebalance")
    app.number_input(key="rebalance most").set_value(3).run()
    app.selectbox(key="rebalance seconds").select(20).run()
    button(app, "Find transfers").click().run()
    (job,) = jobs()._jobs.values()
    assert job.wait(60)
    return app, job


def test_transfers_are_accepted_one_by_one(tmp_path):
    store, draft = open_panel(tmp_path)
    app, job = rebalanced()
    app.run()
    assert not app.exception
    first, *rest = (each for each in app.button if each.label == "Accept")
    assert len(rest) <= 2
    assert [point.limit for point in job.result][-1] == 3
    patient = first.key.split()[-1]
    first.click().run()
    assert not app.exception
    moved = plan_at(store, MANAGER, draft) - contents().plan
    assert [pair.what.patient for pair in moved] == [patient]
    assert moved <= {*job.result[-1].moves}
    assert history(store, MANAGER, draft)[-1].why.startswith("Rebalanced: ")
    assert [each.key for each in app.button if each.label == "Accept"] == [each.key for each in rest]
    assert version_of(store, MANAGER, draft) == 2


def test_a_patient_is_kept_with_the_case_manager_until_the_lock_is_opened(tmp_path):
    store, draft = open_panel(tmp_path)
    app = on_board()
    who = app.selectbox(key="board patient").value
    button(app, "Keep with the present one").click().run()
    assert not app.exception
    assert patient_locks_of(store, MANAGER, draft) == {who: True}
    assert not [each for each in app.button if each.label == "Move"]
    assert "stays with" in app.info[0].value
    assert dict(zip(app.dataframe[1].value["Patient"], app.dataframe[1].value["Stays"], strict=True))[who] == "yes"
    button(app, "Open the lock").click().run()
    assert patient_locks_of(store, MANAGER, draft) == {who: False}
    assert [each for each in app.button if each.label == "Move"]


def test_a_lock_of_the_workbook_can_be_opened_and_searches_heed_both(tmp_path):
    store, draft = open_panel(tmp_path)
    by_workbook, *_ = sorted(contents().panel.locked)
    free = next(pair for pair in sorted(contents().plan) if pair not in contents().panel.locked)
    lock_patient(store, MANAGER, draft, by_workbook.what.patient, False)
    lock_patient(store, MANAGER, draft, free.what.patient, True)
    desk = PanelDesk(Desk(MANAGER, store, drafts(store, MANAGER)[0]))
    assert desk.panel_now.locked == (contents().panel.locked - {by_workbook}) | {free}


def test_a_transfer_of_who_was_locked_since_is_not_offered(tmp_path):
    store, draft = open_panel(tmp_path)
    app, job = rebalanced()
    first = job.result[-1].moves[0].what.patient
    lock_patient(store, MANAGER, draft, first, True)
    app.run()
    offered = {each.key.split()[-1] for each in app.button if each.label == "Accept"}
    assert offered == {pair.what.patient for pair in job.result[-1].moves} - {first}
