"""The page My schedule."""

import pytest

from optimizer.planning.score import Score
from optimizer.staffing.policy import default_policy
from optimizer.store.frozen import policy_text
from optimizer.store.publications import publish
from tests.read_samples import unit_sample
from tests.ui.apps import MANAGER, addresses, app_as, at_page, open_store, solved_small

UNIT = unit_sample("small").unit
ME, OTHER = UNIT.staff[0], UNIT.staff[1]


@pytest.fixture
def store(tmp_path):
    return open_store(tmp_path, plan=solved_small())[0]


@pytest.fixture
def published(store):
    facts = {"unit": UNIT, "policy": policy_text(default_policy()), "score": Score(0, 0)}
    publish(store, MANAGER, 1, 1, revision=1, **facts)
    return store


def page(role="staff", name=ME.id):
    app = at_page(app_as(role, name), "my-schedule")
    assert not app.exception
    return app


def words(app):
    return " ".join(str(each.value) for kind in ("text", "header", "caption") for each in app.get(kind))


def test_my_days_and_my_ledger_are_told(published):
    app = page()
    own = [pair for pair in solved_small() if pair.who == ME.id]
    days, ledger = app.table
    assert len(days.value) == len(own)
    assert f"{len(own)} duties" in words(app)
    nights = sum(pair.what.shift == "N" for pair in own)
    assert ledger.value.loc["Nights", "Duties"] == str(nights)
    assert OTHER.name not in words(app)


def test_the_units_schedule_is_there_to_read_without_why_others_are_away(published):
    table = page().dataframe[0].value
    assert [*table["Name"]] == [f"{ME.name} (me)", *(staff.name for staff in UNIT.staff[1:])]
    leave = {shift.code for shift in UNIT.shifts if shift.kind == "leave"}
    away = {pair.who for pair in solved_small() if pair.what.shift in leave} - {ME.id}
    assert away
    others = table[table["Name"] != f"{ME.name} (me)"]
    assert not others.isin(leave).any(axis=None)


def test_nothing_tells_of_pay_penalties_or_reasons(published):
    app = page()
    told = words(app) + " ".join(str(table.value) for table in (*app.table, *app.dataframe))
    assert "$" not in told
    assert "penalty" not in told and "points" not in told
    assert addresses(app).keys() == {"my-schedule", "guide"}


def test_somebody_on_no_row_sees_only_the_units(published):
    app = page("administrator", "a1")
    assert "on no row of this schedule" in words(app)
    assert len(app.table) == 0


def test_before_anything_is_published(store):
    assert "No schedule is published yet" in words(page())
