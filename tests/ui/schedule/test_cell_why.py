"""Why, for the cell in hand: what is there, what was asked for, what else would cost; a grant is one click away."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from optimizer.store.drafts import drafts, history, plan_at
from optimizer.store.locks import set_locks
from optimizer.summary.explain.why import why
from optimizer.ui.frame.desk import Desk
from tests.ui.apps import MANAGER, open_store, solved_small
from tests.ui.one_page import button, words_of


def asked_why(who, day, role="manager"):
    """Draw why somebody has what they have on a day."""
    from optimizer.store.database.connection import database
    from optimizer.store.drafts import drafts
    from optimizer.store.roles import Actor, Role
    from optimizer.ui.frame.desk import Desk
    from optimizer.ui.grid import Selected
    from optimizer.ui.grid.memory import memory_of
    from optimizer.ui.schedule.cell.why import cell_why

    actor = Actor("m1", Role(role))
    desk = Desk(actor, database(), drafts(database(), actor)[-1])
    cell_why(desk, memory_of(desk), Selected(who, day))


def drawn(cell, role="manager"):
    app = AppTest.from_function(asked_why, default_timeout=60, args=(*cell, role)).run()
    assert not app.exception
    return app


def said(app):
    return words_of(app).replace("\\", "")


@pytest.fixture
def store(tmp_path):
    return open_store(tmp_path, plan=solved_small())


@pytest.fixture
def desk(store):
    return Desk(MANAGER, store[0], drafts(store[0], MANAGER)[-1])


def refused(desk):
    """Return a cell whose request was refused and can be granted."""
    for request, day, granted in desk.figures.wishes:
        found = why(desk.unit, desk.judge, desk.verdict, request.who, day)
        if not granted and any(asked.grant for asked in found.asked):
            return request.who, day
    raise AssertionError("The sample has no request that could be granted.")


def test_a_request_that_was_refused_is_granted_by_one_click_and_taken_back_by_another(store, desk):
    cell = refused(desk)
    app = drawn(cell)
    assert "Asked for" in said(app)
    assert "To grant it: " in said(app)
    assert any("- " in each.value and ("better" in each.value or "worse" in each.value) for each in app.caption)
    button(app, "Try").click().run()
    assert not app.exception
    assert history(*args_of(store))[-1].why.startswith("Request granted: ")
    assert "Tried" in [each.label for each in app.button]
    button(app, "Undo").click().run()
    assert plan_at(*args_of(store)) == solved_small()


def test_every_alternative_has_its_price_or_its_reason_in_sight(desk):
    for cell in (*{(pair.who, pair.what.day) for pair in sorted(solved_small())[:2]}, free(desk)):
        app = drawn(cell)
        (could_not,) = (each for each in app.expander if each.label.startswith("Could not"))
        assert could_not.proto.expanded
        assert f"{desk.unit.name_of(cell[0])} has " in said(app)


def test_a_list_that_is_cut_says_so(desk, monkeypatch):
    cell = free(desk)
    assert "others the best" not in said(drawn(cell))
    monkeypatch.setattr("optimizer.ui.schedule.cell.why.SHOWN", 0)
    assert re.search(r"Of \d+ others the best 0:", said(drawn(cell)))


def test_of_a_locked_cell_why_is_told_and_nothing_is_tried(store, desk):
    cell = refused(desk)
    set_locks(*args_of(store), [cell], True)
    app = drawn(cell)
    assert "since it is locked." in said(app)
    assert not app.button
    assert "points" in said(app)


def test_what_somebody_locks_meanwhile_is_not_tried(store, desk):
    cell = refused(desk)
    app = drawn(cell)
    set_locks(*args_of(store), [cell], True)
    button(app, "Try").click().run()
    assert not app.exception
    assert plan_at(*args_of(store)) == solved_small()
    assert any("was locked since this list was made" in each.value for each in app.error)


def test_of_a_cell_that_the_workbook_settles_nobody_is_told_to_unlock_it(desk, monkeypatch):
    cell = refused(desk)
    monkeypatch.setattr("optimizer.ui.schedule.cell.why.settled_cells", lambda unit: frozenset({cell}))
    app = drawn(cell)
    assert "unlock" not in said(app)
    assert "The workbook settles this cell: change it there to try another." in said(app)


def test_who_sees_no_pay_reads_why_without_its_price(desk):
    app = drawn(refused(desk), "leadership")
    assert not app.button
    assert "refused" in said(app)
    assert "points" not in said(app)
    assert "pay" not in said(app)


def free(desk):
    return next((staff.id, day) for staff in desk.unit.staff for day in desk.unit.days if is_free(desk, staff.id, day))


def is_free(desk, who, day):
    return not desk.verdict.rows.get(who, {}).get(day)


def args_of(store):
    return store[0], MANAGER, store[1]
