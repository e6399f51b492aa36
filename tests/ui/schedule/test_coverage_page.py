"""The page Coverage."""

import pytest

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.schedule.figures import Figures
from optimizer.store.drafts import accept, plan_at, version_of
from optimizer.summary.schedule.grid_figures import coverage_rows
from optimizer.ui.parts.plain import plain
from tests.read_samples import unit_sample
from tests.ui.apps import MANAGER, addresses, app_as, at_page, open_store, solved_small

UNIT = unit_sample("small").unit


@pytest.mark.parametrize("role", ["manager", "leadership"])
def test_every_place_stands_in_the_table_with_what_it_has(tmp_path, role):
    open_store(tmp_path, plan=solved_small())
    app = at_page(app_as(role), "coverage")
    assert not app.exception
    table = app.dataframe[0].value
    rows = coverage_rows(Figures(UNIT, solved_small()))
    assert [*table.index] == [row.label for row in rows]
    assert table.shape == (len(rows), len(UNIT.days))
    assert all(text[0] not in "▼" for text in table.to_numpy().ravel())  # the schedule keeps every minimum


def test_who_is_offered_can_be_given_the_duty_and_the_store_keeps_it(tmp_path):
    store, draft = open_store(tmp_path)
    app = at_page(app_as("manager"), "coverage")
    give = next(button for button in app.button if button.label == "Give")
    give.click().run()
    assert not app.exception
    plan = plan_at(store, MANAGER, draft)
    assert len(plan) == 1
    (pair,) = plan
    assert pair.what.day == UNIT.days[0]
    assert sum(cover.have for _, cover in Figures(UNIT, plan).covers) == 1


def gives(app):
    return [(button.label, button.disabled) for button in app.button if button.label in ("Give", "Given")]


def words(app):
    return [text.value for text in app.markdown]


def test_the_list_stays_where_it_is_after_a_click_until_somebody_looks_again(tmp_path):
    store, draft = open_store(tmp_path)
    app = at_page(app_as("manager"), "coverage")
    offered = gives(app)
    place = [box.value for box in app.selectbox]
    next(button for button in app.button if button.label == "Give").click().run()
    assert gives(app) == [("Given", True), *[("Give", True)] * (len(offered) - 1)]
    assert [box.value for box in app.selectbox] == place
    next(button for button in app.button if button.label == "Undo").click().run()
    assert gives(app) == offered
    assert not plan_at(store, MANAGER, draft)
    next(button for button in app.button if button.label == "Give").click().run()
    next(button for button in app.button if button.label == "Look again").click().run()
    assert set(gives(app)) == {("Give", False)}
    assert len(plan_at(store, MANAGER, draft)) == 1


def test_what_was_changed_after_it_is_not_undone_by_it(tmp_path):
    store, draft = open_store(tmp_path)
    app = at_page(app_as("manager"), "coverage")
    next(button for button in app.button if button.label == "Give").click().run()
    other = next(pair for pair in UNIT.pairs if pair.what.day == UNIT.days[3])
    accept(store, MANAGER, draft, version_of(store, MANAGER, draft), (), [other], "Elsewhere")
    next(button for button in app.button if button.label == "Undo").click().run()
    assert "changed after this" in app.error[0].value
    assert len(plan_at(store, MANAGER, draft)) == 2


def test_who_could_not_stands_apart_with_the_reason_and_without_a_button(tmp_path):
    away, needed = UNIT.staff[0], UNIT.days[0]
    open_store(tmp_path, plan=frozenset({Pair(away.id, Duty(needed, "PTO"))}))
    app = at_page(app_as("manager"), "coverage")
    (told,) = (text for text in words(app) if "is away on" in text)
    assert plain(away.name) in told
    assert not [button for button in app.button if button.help and away.name in button.help]


def test_leadership_reads_but_gives_nothing_and_sees_nobodys_pay(tmp_path):
    open_store(tmp_path)
    app = at_page(app_as("leadership"), "coverage")
    assert not [button for button in app.button if button.label == "Give"]
    assert not [caption for caption in app.caption if "pay" in caption.value]


@pytest.mark.parametrize("role", ["staff", "administrator"])
def test_it_is_no_page_for_others(tmp_path, role):
    open_store(tmp_path)
    assert "coverage" not in addresses(app_as(role))
