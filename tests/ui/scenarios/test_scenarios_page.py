"""The page Scenarios as a manager and as leadership see it, from start to the table, curve and offers."""

import io
import os

import pytest
from openpyxl import load_workbook

from optimizer.planning.pair import Pair
from optimizer.scenarios.compare import COST
from optimizer.scenarios.orders import Compare, Frontier, Hire
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.scenario import Position, Scenario
from optimizer.store.database.connection import database
from optimizer.store.database.upgrade import upgrade
from optimizer.store.drafts import accept, open_draft
from optimizer.store.locks import set_locks
from optimizer.store.roles import Actor, Role
from optimizer.ui.frame.desk import Desk
from optimizer.ui.jobs.jobs import jobs
from optimizer.ui.scenarios.compare import BEST, written_for
from optimizer.workbook.report.comparison import ALL, MONEY, ComparisonLine
from optimizer.workbook.unit.read import read
from optimizer.workbook.unit.write import write_unit
from tests.draw import day
from tests.scenarios.units import POLICY, tiny
from tests.ui.apps import MANAGER
from tests.ui.one_page import alone, words_of

SCENARIOS = (
    Scenario("Tight", budget=4_000_00),
    Scenario("Fewer", remove=("cal",)),
    Scenario("More", add=(Position(1, "RN", 0.9),)),
)
SECRET = ("40.00", "$40", "90.00", "$90", "Dot", "Cal")
"""The hourly rates of the two pay classes, and the people a scenario or a rate could be laid to."""


@pytest.fixture(params=[SCENARIOS], ids=["with scenarios"])
def draft(request, tmp_path):
    yield opened(tmp_path, request.param)
    for job in jobs()._jobs.values():
        job.stop()
        job.wait(10)


def opened(tmp_path, scenarios):
    os.environ["OPTIMIZER_DB"] = str(tmp_path / "store.db")
    store = database()
    upgrade(store, Actor("a1", Role.ADMINISTRATOR))
    unit, book = tiny(), tmp_path / "unit.xlsx"
    write_unit(book, unit, POLICY, scenarios=scenarios)
    contents = read(book)
    return store, open_draft(store, MANAGER, unit.name, "June", book.read_bytes(), contents.plan)


def page(role="manager"):
    return alone("optimizer.ui.scenarios.scenarios_page", "show", role, "x1")


def run(app, kind, seconds=60):
    app = app.selectbox(key=f"{kind} seconds").select(5).run()
    app = app.button(key=f"{kind} start").click().run()
    (job,) = jobs()._jobs.values()
    assert job.wait(seconds)
    assert not app.exception
    return app.run(), job


@pytest.mark.parametrize("role", ["manager", "leadership"])
def test_scenarios_are_compared_with_no_rate_and_no_name_on_the_page(draft, role):
    app = page(role)
    assert "A budget of $4,000" in words_of(app)
    app, job = run(app, "compare")
    assert isinstance(job.order, Compare)
    table = next(e.value for e in app.dataframe if "As it is" in e.value.columns)
    assert [*table.columns[2:]] == ["As it is", "Tight", "Fewer", "More"]
    assert {
        "Must-fix problems",
        "Wages",
        "Uncovered hours",
        "Could still be saved",
        "Ended",
    } <= set(table[" "])
    pay = table.set_index(" ").loc["Wages"]
    assert "$" in pay["Tight"]
    assert "−" in pay["Tight"]
    assert any(cell.startswith(BEST) for cell in table["More"])
    told = words_of(app)
    assert "Run by x1" in told
    assert "which is the newest" in told
    if role == "leadership":
        assert "Without 1 RN" in told
        assert not [secret for secret in SECRET if secret in told]
    assert not [secret for secret in ("40.00", "90.00") if secret in told]


@pytest.mark.parametrize(("role", "told"), [(Role.MANAGER, True), (Role.LEADERSHIP, False)])
def test_the_workbook_tells_what_pay_is_spent_on_to_those_alone_who_may_see_pay(role, told):
    lines = [ComparisonLine(COST, "Agency", MONEY, (1.0,)), ComparisonLine(ALL, "Cost, $", MONEY, (3.0,))]
    desk = Desk(Actor("x1", role), None)
    content = written_for(desk, "Unit", ["As it is"], lines)
    sheet = load_workbook(io.BytesIO(content))["Comparison"]
    titles = [sheet.cell(row, 2).value for row in range(4, sheet.max_row + 1)]
    assert titles == (["Agency", "Cost, $"] if told else ["Cost, $"])


def test_results_outlive_a_reload_and_tell_of_which_version_they_are(draft):
    store, number = draft
    run(page(), "compare")
    pair = next(iter(sorted(tiny().offered)))
    accept(store, MANAGER, number, 1, (), [pair], "By hand")
    told = words_of(page("leadership")).replace("\\", "")
    assert "Of version 1; the draft is at 2 now." in told
    assert "Side by side" in told


def test_a_search_can_be_stopped_by_somebody_else_and_keeps_what_is_done(draft):
    app = page()
    app.selectbox(key="compare seconds").select(300).run()
    app.button(key="compare start").click().run()
    other = page("leadership")
    other.button(key="compare stop").click().run()
    (job,) = jobs()._jobs.values()
    assert job.wait(20)
    assert "It was stopped before any schedule was solved" in words_of(page())


def test_while_one_search_runs_the_others_wait_and_say_so(draft):
    app = page()
    app.selectbox(key="hire seconds").select(300).run()
    app = app.button(key="hire start").click().run()
    assert app.button(key="compare start").disabled
    assert "x1 is running another search of this draft" in words_of(app)


@pytest.mark.parametrize("role", ["manager", "leadership"])
def test_a_curve_of_budgets_is_drawn_with_what_is_proved(draft, role):
    app = page(role)
    for key, dollars in (("low", 1000), ("high", 7000)):
        app = app.number_input(key=f"frontier {key}").set_value(dollars).run()
    app = app.number_input(key="frontier points").set_value(3).run()
    app, job = run(app, "frontier")
    assert isinstance(job.order, Frontier)
    table = next(e.value for e in app.dataframe if "At least" in e.value.columns)
    assert [*table["Budget"]] == ["$1,000", "$4,000", "$7,000"]
    assert len(app.get("vega_lite_chart")) == 1
    assert not [secret for secret in SECRET if secret in words_of(app) and role == "leadership"]


@pytest.mark.parametrize("role", ["manager", "leadership"])
def test_positions_are_tried_and_told_with_what_they_save(draft, role):
    app, job = run(page(role), "hire", 120)
    assert isinstance(job.order, Hire)
    table = next(e.value for e in app.dataframe if "Hired" in e.value.columns)
    assert table["Hired"][0] == "Nobody"
    assert "1 RN, 0.9 FTE" in set(table["Hired"])
    assert not [secret for secret in SECRET if secret in words_of(app) and role == "leadership"]


def test_budgets_that_run_backwards_are_refused_in_words(draft):
    app = page().number_input(key="frontier low").set_value(9_000_000).run()
    assert "The highest budget must be more than the lowest." in words_of(app)


@pytest.mark.parametrize("draft", [()], indirect=True, ids=["none"])
def test_without_scenarios_the_page_says_what_to_do_next(draft):
    assert "Add one below" in words_of(page())
    assert "Ask the manager of the unit" in words_of(page("leadership"))


def test_what_is_locked_in_the_draft_stays_in_every_scenario(draft):
    store, number = draft
    duty = Pair("ann", Duty(day(1), "D", "RN"))
    accept(store, MANAGER, number, 1, (), (duty,), "By hand")
    set_locks(store, MANAGER, number, [("ann", day(1)), ("ben", day(2))], True)
    app = page()
    _, job = run(app, "compare")
    plans = [result.plan for result in job.result if result and result.plan]
    assert plans and all(duty in plan for plan in plans)
    assert not [pair for plan in plans for pair in plan if pair.who == "ben" and pair.what.day == day(2)]
