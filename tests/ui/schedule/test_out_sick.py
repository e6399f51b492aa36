"""Who calls in misses all of the day: each duty of it, in every contract; and what people answer stands beside them."""

from streamlit.testing.v1 import AppTest

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.shift import Duty
from optimizer.store.answers import Answer, answers_of
from optimizer.store.drafts import drafts, plan_at
from optimizer.ui.frame.desk import Desk
from optimizer.ui.schedule.day import who_comes
from optimizer.ui.schedule.day.out_sick import left_open
from optimizer.ui.schedule.day.who_comes import cover_list, known_now
from tests.read_samples import unit_sample
from tests.ui.apps import MANAGER, open_store, solved_small

UNIT = unit_sample("perioperative").unit


def test_a_day_and_the_call_after_it_both_leave_who_called_in(tmp_path):
    day = UNIT.days[1]
    who = next(staff.id for staff in UNIT.staff if "RN" in staff.roles)
    both = frozenset(Pair(who, Duty(day, code, "RN")) for code in ("D", "OC"))
    store, _ = open_store(tmp_path, "perioperative", both)
    desk = Desk(MANAGER, store, drafts(store, MANAGER)[-1])
    known = known_now(desk)
    duties = known.staffing(who, day)
    assert {duty.shift for duty in duties} == {"D", "OC"}
    listed = cover_list(desk, known, left_open(desk, known, who, duties))
    assert listed.offers
    for offer in listed.offers:
        assert both <= offer.edit.minus
        assert f"called in for {duties[0].shift} and {duties[1].shift} on" in offer.why


def call_out():
    """Draw the panel for somebody of the perioperative sample who called out for the call after their day."""
    from optimizer.store.database.connection import database
    from optimizer.store.drafts import drafts
    from optimizer.ui.frame.desk import Desk
    from optimizer.ui.grid import Selected
    from optimizer.ui.schedule.day.out_sick import out_sick
    from tests.ui.apps import MANAGER

    desk = Desk(MANAGER, database(), drafts(database(), MANAGER)[-1])
    (who,) = {pair.who for pair in desk.plan}
    out_sick(desk, bool, Selected(who, desk.unit.days[1]), shift="OC")


def test_the_duty_that_somebody_called_out_for_is_the_one_that_is_covered(tmp_path):
    who = next(staff.id for staff in UNIT.staff if "RN" in staff.roles)
    open_store(tmp_path, "perioperative", frozenset(Pair(who, Duty(UNIT.days[1], code, "RN")) for code in ("D", "OC")))
    app = AppTest.from_function(call_out, default_timeout=60).run()
    assert not app.exception
    assert any(each.value.startswith("Each offer covers OC; D of that day") for each in app.caption)


def sick_call():
    """Draw the panel for somebody of the small sample who called in."""
    from datetime import date

    from optimizer.store.database.connection import database
    from optimizer.store.drafts import drafts
    from optimizer.ui.frame.desk import Desk
    from optimizer.ui.grid import Selected
    from optimizer.ui.grid.memory import memory_of
    from optimizer.ui.schedule.day.out_sick import out_sick
    from tests.ui.apps import MANAGER, solved_small

    desk = Desk(MANAGER, database(), drafts(database(), MANAGER)[-1])
    sick = sorted(pair for pair in solved_small() if pair.what.role == "RN" and pair.what.day > date(2026, 12, 21))[-1]
    out_sick(desk, memory_of(desk).own.add, Selected(sick.who, sick.what.day))


def test_answers_are_kept_with_when_and_the_next_to_ask_is_told_until_somebody_says_yes(tmp_path):
    store, draft = open_store(tmp_path, plan=solved_small())
    app = AppTest.from_function(sick_call, default_timeout=60).run()
    assert not app.exception
    (first,) = (each.value for each in app.info if "next" in each.value)
    pressed(app, "No")
    (second,) = (each.value for each in app.info if "next" in each.value)
    assert second != first
    assert any("; no, " in each.value for each in app.markdown)
    pressed(app, "Yes")
    assert any("said yes" in each.value for each in app.success)
    assert [each.answer for each in answers_of(store, MANAGER, draft)] == [Answer.NO, Answer.YES]
    pressed(app, "Give")
    assert plan_at(store, MANAGER, draft) != solved_small()
    assert not app.exception
    assert "Given" in [button.label for button in app.button]


def test_who_has_answered_makes_room_for_one_more_to_ask(tmp_path, monkeypatch):
    monkeypatch.setattr(who_comes, "SHOWN", 1)
    open_store(tmp_path, plan=solved_small())
    app = AppTest.from_function(sick_call, default_timeout=60).run()
    (first,) = (each.value for each in app.info if "next" in each.value)
    pressed(app, "No")
    (second,) = (each.value for each in app.info if "next" in each.value)
    assert second != first


def pressed(app, label):
    next(button for button in app.button if button.label == label).click().run()
