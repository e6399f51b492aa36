"""Today, by a clock that the test sets: who is on, what is open, who called in, and from there to who could come."""

from functools import cache

from streamlit.testing.v1 import AppTest

from optimizer.planning.score import Score
from optimizer.scenarios.replan.cover import cover
from optimizer.scenarios.replan.known import KnownSchedule
from optimizer.staffing.asks.ask import AskKind, AskState, Wanted
from optimizer.staffing.policy import default_policy
from optimizer.store.asks.asks import asks_of, put_ask
from optimizer.store.drafts import accept, history, open_draft, plan_at
from optimizer.store.frozen import policy_text
from optimizer.store.publications import publish
from optimizer.store.revisions import revision_of
from optimizer.store.roles import Actor, Role
from tests.paths import SAMPLES
from tests.read_samples import unit_sample
from tests.ui.apps import MANAGER, open_store, solved_small
from tests.ui.one_page import words_of

PLAN = solved_small()
UNIT = unit_sample("small").unit
DAY = UNIT.days[2]


def at_nine(role):
    """Draw the page as it is at nine in the morning of the third day."""
    from datetime import datetime

    from optimizer.store.database.connection import database
    from optimizer.store.drafts import drafts
    from optimizer.store.roles import Actor, Role
    from optimizer.ui.frame.desk import Desk
    from optimizer.ui.schedule.today_page import day_page

    actor = Actor("x1", Role(role))
    desk = Desk(actor, database(), drafts(database(), actor)[-1])
    day_page(desk, lambda: datetime(desk.unit.days[2].year, desk.unit.days[2].month, desk.unit.days[2].day, 9))


def drawn(role="manager", state=()):
    app = AppTest.from_function(at_nine, default_timeout=60, args=(role,))
    for key, value in dict(state).items():
        app.session_state[key] = value
    assert not app.run().exception
    return app


def pressed(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def said(app):
    expanders = [element.label for element in app.expander]
    return "\n".join((words_of(app), *expanders)).replace("\\", "")


def on_at(plan, shift):
    return sorted(pair for pair in plan if pair.what.day == DAY and pair.what.shift == shift)


@cache
def missed():
    """Return a duty of the next days that somebody else could take."""
    known = KnownSchedule.of(UNIT, unit_sample("small").policy, PLAN)
    near = (pair for pair in sorted(PLAN) if pair.what.role == "RN" and DAY < pair.what.day <= UNIT.days[4])
    return next(pair for pair in near if cover(known, *pair.what, pair.who, split=False).ways)


def published(store, draft):
    publish(
        store, MANAGER, draft, 1, revision=revision_of(store, MANAGER, draft), unit=UNIT,
        policy=policy_text(default_policy()), score=Score(0, 0),
    )  # fmt: skip


def test_who_is_on_now_is_told_by_name_with_how_each_need_is_met(tmp_path):
    open_store(tmp_path, plan=PLAN)
    words = said(drawn())
    assert "not published" in words
    for pair in on_at(PLAN, "D"):
        assert UNIT.name_of(pair.who) in words
    assert "Charge 1 of 1" in words
    assert ", 19:00 to" in words


def test_who_was_told_and_is_not_there_any_more_is_told_with_the_reason(tmp_path):
    store, draft = open_store(tmp_path, plan=PLAN)
    published(store, draft)
    assert "As published" in said(drawn())
    gone = on_at(PLAN, "D")[0]
    accept(store, MANAGER, draft, 1, [gone], [], "Somebody called in for D")
    words = said(drawn())
    assert "1 of these duties changed since" in words
    assert "not any more: Somebody called in for D" in words
    assert f"{UNIT.name_of(gone.who)}: was told D" in words


def test_an_open_duty_is_given_from_here_in_two_clicks(tmp_path):
    gone = missed()
    store, draft = open_store(tmp_path, plan=PLAN - {gone})
    app = drawn()
    app.button(key=f"who could {gone.what}").click().run()
    pressed(app, "Give")
    assert "Given" in [button.label for button in app.button]
    assert history(store, MANAGER, draft)[-1].why.startswith("Open: ")
    assert gone.what in {pair.what for pair in plan_at(store, MANAGER, draft)}


def test_who_calls_in_is_chosen_and_the_ranked_list_is_there(tmp_path):
    store, draft = open_store(tmp_path, plan=PLAN)
    sick, app = missed(), drawn()
    app.selectbox(key=f"today calls in {draft}").select((sick.who, sick.what.day)).run()
    assert not app.exception
    assert [each.value for each in app.info if each.value.startswith("Ask ")]
    pressed(app, "Give")
    assert "called in for" in history(store, MANAGER, draft)[-1].why
    assert sick not in plan_at(store, MANAGER, draft)


def test_who_called_out_by_phone_is_told_with_since_when_and_covered_by_one_click(tmp_path):
    store, draft = open_store(tmp_path, plan=PLAN)
    sick = missed()
    asked = Wanted(sick.what.day, sick.what.day, shift=sick.what.shift, role=sick.what.role)
    put_ask(store, Actor("a", Role.STAFF, sick.who), draft, AskKind.CALL_OUT, asked)
    assert "Called out" not in said(drawn("leadership"))
    app = drawn()
    assert f"{UNIT.name_of(sick.who)}: {sick.what.shift}, " in said(app)
    assert "waits for you; nobody has it yet" in said(app)
    pressed(app, "Cover")
    pressed(app, "Give")
    assert sick not in plan_at(store, MANAGER, draft)
    assert asks_of(store, MANAGER, draft)[0].state is AskState.APPROVED
    assert "noted; given to somebody else" in said(app)
    pressed(app, "Undo")
    assert sick in plan_at(store, MANAGER, draft)
    assert "noted; nobody has it yet" in said(app)


def test_who_called_out_and_is_chosen_as_well_is_covered_in_one_place(tmp_path):
    store, draft = open_store(tmp_path, plan=PLAN)
    sick = missed()
    asked = Wanted(sick.what.day, sick.what.day, shift=sick.what.shift, role=sick.what.role)
    put_ask(store, Actor("a", Role.STAFF, sick.who), draft, AskKind.CALL_OUT, asked)
    app = pressed(drawn(), "Cover")
    gives = [button.label for button in app.button].count("Give")
    app.selectbox(key=f"today calls in {draft}").select((sick.who, sick.what.day)).run()
    assert not app.exception
    assert [button.label for button in app.button].count("Give") == gives > 0
    assert "It is looked at above, where they called out." in said(app)


def test_who_called_in_is_of_one_draft_and_somebody_whom_its_facts_know(tmp_path):
    store, draft = open_store(tmp_path, plan=PLAN)
    sick, app = missed(), drawn()
    app.selectbox(key=f"today calls in {draft}").select((sick.who, sick.what.day)).run()
    other = unit_sample("medsurg")
    open_draft(store, MANAGER, other.unit.name, "December", (SAMPLES / "unit-medsurg.xlsx").read_bytes(), other.plan)
    app.run()
    assert not app.exception
    assert [each.value for each in app.selectbox if each.label == "Who"] in ([], [None])
    drawn(state={f"today calls in {draft + 1}": ("nobody", DAY)})


def test_leadership_reads_and_changes_nothing(tmp_path):
    open_store(tmp_path, plan=PLAN - {missed()})
    app = drawn("leadership")
    assert not [button for button in app.button if button.label in ("Who could", "Give")]
    assert not app.selectbox
