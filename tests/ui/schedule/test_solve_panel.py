"""A draft is solved again from the panel: watched, stopped, reviewed, taken or left."""

import time

import pytest

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.score import Judge
from optimizer.staffing.schedule.difference import changes_between
from optimizer.store.drafts import accept, drafts, history, plan_at
from optimizer.store.locks import locks_of, set_locks
from optimizer.store.publications import publish
from optimizer.store.runs import runs_of
from optimizer.ui.frame.desk import Desk
from optimizer.ui.jobs.jobs import jobs
from optimizer.ui.schedule.solving import solve_part
from optimizer.ui.schedule.solving.proposed import proposed
from tests.read_samples import unit_sample
from tests.ui.apps import MANAGER, open_store, solved_small
from tests.ui.one_page import alone, button, words_of

UNIT = unit_sample("small").unit


@pytest.fixture
def store(tmp_path):
    yield open_store(tmp_path)
    for job in jobs()._jobs.values():
        job.stop()
        job.wait(60)


def panel(role="manager", name="m1"):
    return alone("optimizer.ui.schedule.solving.solve_panel", "solve_panel", role, name)


def labels(app):
    return [button.label for button in app.button]


def started(time="10 seconds"):
    app = panel()
    app.selectbox(key="solve time").select(time).run()
    return button(app, "Start").click().run()


def the_job():
    (job,) = jobs()._jobs.values()
    return job


def done(app, seconds=60):
    assert the_job().wait(seconds)
    return app.run()


def first_duty(who="", number=0):
    pairs = [p for p in UNIT.pairs if p in UNIT.offered and (not who or p.who == who)]
    return pairs[number]


def test_from_start_to_taking_it(store):
    database, draft = store
    app = started()
    assert "Stop and keep the best" in labels(app)
    assert "You can go on editing" in words_of(app)
    app = done(app)
    assert not app.exception
    assert {"Take it", "Discard"} <= set(labels(app))
    table = app.table[0].value
    assert list(table.columns) == ["Now", "Then", "Change"]
    assert {"Must-fix problems", "Score", "Short shifts", "Wages"} <= {title.replace("\\", "") for title in table.index}
    app = button(app, "Take it").click().run()
    assert "Start" in labels(app)
    taken = history(database, MANAGER, draft)[-1]
    assert taken.why.startswith("Solved for ")
    contents = unit_sample("small")
    judge = Judge(formulate(contents.unit, contents.policy))
    plan = plan_at(database, MANAGER, draft)
    assert judge.judge(plan).score.broken == 0
    (run,) = runs_of(database, MANAGER, draft)
    assert run.cost_cents == judge.judge(plan).score.cost
    assert (run.version, run.bound_cents <= run.cost_cents) == (1, True)


def test_people_and_weeks_can_be_left_as_they_are(store):
    database, draft = store
    app = done(started())
    who = first_duty().who
    app.multiselect(key="solve leave people").select(who).run()
    app.multiselect(key="solve leave weeks").select(app.multiselect(key="solve leave weeks").options[0]).run()
    shown = proposed(Desk(MANAGER, database, drafts(database, MANAGER)[-1]))
    button(app, "Take it").click().run()
    plan = plan_at(database, MANAGER, draft)
    assert plan
    assert {(pair.who, pair.what.day) for pair in plan} <= set(shown)  # what the grid has marked is what is taken
    assert all(pair.who != who and pair.what.day > min(UNIT.days) for pair in plan)


def published_with_a_gap(tmp_path, monkeypatch):
    """Publish a schedule and take a duty out of it that is missed. Return the store, the draft and what is left."""
    monkeypatch.setattr(solve_part, "SECONDS", 60)
    whole = solved_small()
    database, draft = open_store(tmp_path, plan=whole)
    desk = Desk(MANAGER, database, drafts(database, MANAGER)[-1])
    gap = next(pair for pair in sorted(whole) if desk.judge.edit(desk.verdict, [pair], ()).score.broken)
    publish(
        database, MANAGER, draft, 1, revision=1, unit=desk.unit, policy="The policy in words", score=desk.verdict.score
    )
    accept(database, MANAGER, draft, 1, [gap], (), "Called in")
    return database, draft, whole - {gap}


def test_of_a_published_schedule_few_changes_are_taken_unless_all_are_asked_for(tmp_path, monkeypatch):
    database, draft, plan = published_with_a_gap(tmp_path, monkeypatch)
    app = done(started("1 minute"), 120)
    few, every = app.radio(key="solve few").options
    assert app.radio(key="solve few").value is True
    changes = int(few.split()[0])
    assert int(every.split()[0]) > changes
    button(app, "Take it").click().run()
    assert len(changes_between(plan, plan_at(database, MANAGER, draft))) == changes


def test_what_is_locked_once_few_changes_are_known_is_not_among_them(tmp_path, monkeypatch):
    database, draft, plan = published_with_a_gap(tmp_path, monkeypatch)
    app = done(started("10 seconds"), 120)
    _, few = the_job().few
    cell = next((pair.who, pair.what.day) for pair in sorted(few.plus))
    set_locks(database, MANAGER, draft, [cell], True)
    assert cell not in proposed(Desk(MANAGER, database, drafts(database, MANAGER)[-1]))
    button(app, "Take it").click().run()
    assert not app.exception
    had, has = ({p for p in each if (p.who, p.what.day) == cell} for each in (plan, plan_at(database, MANAGER, draft)))
    assert had == has


def found():
    """Tell whether there is a plan that keeps every must."""
    last = the_job().told[-1:]
    return the_job().best and last and last[0].score is not None and not last[0].score.broken


def test_a_reload_and_another_tab_find_the_search_and_it_can_be_stopped(store):
    started("5 minutes")
    other = panel(name="m2")
    assert "Started by m1" in words_of(other)
    until(found)
    button(other, "Stop and keep the best").click().run()
    assert the_job().wait(60)
    again = panel()
    assert "Take it" in labels(again)
    assert "Stopped early; this is the best schedule so far." in words_of(again).replace("\\", "")
    assert labels(button(again, "Discard").click().run())[-1] == "Start"


def test_what_was_edited_or_locked_meanwhile_stays_and_is_told(store):
    database, draft = store
    app = started("5 minutes")
    until(found)
    best = the_job().best
    duty = min(best)
    instead = next(p for p in UNIT.cells[duty.who, duty.what.day] if p.what != duty.what)
    accept(database, MANAGER, draft, 1, (), [instead], "By hand")
    everyone = {(staff.id, day) for staff in UNIT.staff for day in UNIT.days[7:]}
    set_locks(database, MANAGER, draft, everyone, True)
    the_job().stop()
    app = done(app)
    told = words_of(app).replace("\\", "")
    assert "Stays as it was locked since the search began" in told
    assert "No schedule" not in told  # what was proved is not of what is left to take
    button(app, "Take it").click().run()
    plan = plan_at(database, MANAGER, draft)
    assert instead in plan
    assert {(p.who, p.what.day) for p in plan} & everyone == set()
    assert locks_of(database, MANAGER, draft) == everyone


def test_locked_cells_are_kept_by_the_search_empty_ones_too(store):
    database, draft = store
    kept = first_duty()
    accept(database, MANAGER, draft, 1, (), [kept], "By hand")
    other = next((s.id, day) for s in UNIT.staff for day in UNIT.days if s.id != kept.who)
    set_locks(database, MANAGER, draft, [(kept.who, kept.what.day), other], True)
    app = panel()
    assert "2 of 168 cells stay as they are" in words_of(app)
    app = done(started())
    assert "o schedule can be" not in words_of(app).replace("\\", "")  # others are proved nothing of
    assert kept in the_job().best
    assert other not in {(p.who, p.what.day) for p in the_job().best}
    button(app, "Take it").click().run()
    assert history(database, MANAGER, draft)[-1].why.startswith("Solved around 2 kept cells for ")


def test_only_what_may_change_is_given_to_the_search(store):
    app = panel()
    app.selectbox(key="solve what").select("Some people only").run()
    assert button(app, "Start").disabled
    app.multiselect(key="solve people").select(UNIT.staff[0].id).run()
    assert "154 of 168 cells stay as they are" in words_of(app)
    assert not button(app, "Start").disabled
    app.selectbox(key="solve what").select("From a day on").run()
    app.date_input(key="solve since").set_value(UNIT.days[7]).run()
    assert "84 of 168 cells stay as they are" in words_of(app)


def test_a_job_that_died_says_so_and_keeps_what_it_had(store):
    app = started("5 minutes")
    until(found)
    the_job()._kill()
    app = done(app)
    assert "It ended by itself before it was done" in words_of(app)
    assert "Take it" in labels(app)


def test_those_who_may_not_edit_have_no_panel(store):
    app = panel("leadership", "l1")
    assert labels(app) == []
    assert "Only a manager can solve a draft." in words_of(app)


def test_a_search_that_was_already_taken_elsewhere_is_not_taken_twice(store):
    database, draft = store
    app = done(started())
    tab = panel()
    button(app, "Take it").click().run()
    assert "Start" in labels(button(tab, "Take it").click().run())
    assert len(history(database, MANAGER, draft)) == 2


def test_a_duty_of_somebody_unknown_cannot_be_taken(store):
    app = done(started())
    job = the_job()
    object.__setattr__(job.result, "plan", job.result.plan | {Pair("nobody", first_duty().what)})
    app.run()
    assert "This schedule cannot be taken" in words_of(app)
    assert "Take it" not in labels(app)


def until(true, seconds=60):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)
