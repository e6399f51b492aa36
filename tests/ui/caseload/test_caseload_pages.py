"""The pages about caseloads, for every role."""

import re

import pytest

from optimizer.caseload.figures import caseloads
from optimizer.caseload.panel import Case
from optimizer.planning.pair import Pair
from optimizer.store.drafts import accept, drafts, plan_at
from optimizer.store.errors import ForbiddenError
from optimizer.store.locks import lock_patient, patient_locks_of
from optimizer.store.roles import Actor, Role
from optimizer.summary.caseload.moves import owner
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.caseload.panel_study import panel_facts
from optimizer.ui.frame.desk import Desk
from optimizer.workbook.panel.read import read_panel_bytes
from tests.ui.apps import addresses, app_as, at_page
from tests.ui.one_page import button, words_of
from tests.ui.panels import MANAGER, NAME, contents, named_patients, open_panel

OURS = ("board", "rebalance", "who-next", "worklist", "cover", "staffing", "hours", "careers", "performance")


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
    open_panel(tmp_path, named_patients())
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
    open_panel(tmp_path, named_patients())
    for page in ("board", "who-next", "worklist"):
        assert NAME in words_of(at_page(app_as("manager"), page))


def test_names_are_refused_in_the_layer_below_the_pages():
    facts = panel_facts(read_panel_bytes(named_patients()), 1)
    assert not any(each.name for each in facts.panel.patients)
    assert facts.names_for(MANAGER)["P0001"] == f"{NAME} P0001"
    for role in (Role.LEADERSHIP, Role.STAFF, Role.ADMINISTRATOR):
        with pytest.raises(ForbiddenError, match="may not see single patients and their names"):
            facts.names_for(Actor("x", role))


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
