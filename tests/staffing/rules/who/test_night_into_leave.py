from optimizer.planning.policy import Mode
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.policy import default_policy
from optimizer.staffing.rules.who.night_into_leave import NightIntoLeave
from optimizer.staffing.schedule.figures import Figures
from optimizer.summary.schedule.schedule import schedule_facts
from tests.draw import amounts, day, draw, says


def leave(first, last, **facts):
    return (Request("ann", Wish.OFF, day(first), day(last), **{"approved": True, **facts}),)


def test_a_night_or_a_call_that_ends_on_the_first_day_of_leave_is_charged():
    assert amounts(NightIntoLeave(), "ann  N . .", requests=leave(1, 2)) == [1]
    assert amounts(NightIntoLeave(), "ann  C . .", requests=leave(1, 2)) == [1]
    assert amounts(NightIntoLeave(), "ann  E . .", requests=leave(1, 2)) == []
    assert amounts(NightIntoLeave(), "ann  N . .", requests=leave(2, 2)) == []


def test_it_is_about_the_first_day_of_approved_leave_alone():
    assert amounts(NightIntoLeave(), "ann  . N .", requests=leave(1, 2)) == []
    assert amounts(NightIntoLeave(), "ann  . N .", requests=(*leave(1, 1), *leave(2, 2))) == []
    assert amounts(NightIntoLeave(), "ann  N . .", requests=leave(1, 2, approved=False)) == []
    assert amounts(NightIntoLeave(), "ann  N | . .", requests=leave(0, 1)) == []
    assert amounts(NightIntoLeave(to=("bob",)), "ann  N . .", requests=leave(1, 2)) == []


def test_the_sentence_names_the_duty_and_the_day_of_leave():
    (said,) = says(NightIntoLeave(), "ann  N . .", requests=leave(1, 2))
    assert said == "Ann's duty on Mon 1 Jun runs into Tue 2 Jun, the first day of approved leave."


def test_a_schedule_tells_of_it_though_the_rule_is_off():
    (ruling,) = (each for each in default_policy().rulings if isinstance(each.rule, NightIntoLeave))
    assert ruling.mode is Mode.OFF
    unit, plan = draw("ann  N . .", requests=leave(1, 2))
    assert ("Into leave", "Ann on Mon 1 Jun") in schedule_facts(Figures(unit, plan), ())
    assert "Into leave" not in dict(schedule_facts(Figures(unit, frozenset()), ()))
