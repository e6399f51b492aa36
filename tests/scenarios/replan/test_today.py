"""Who is on now and in the next 72 hours, by a clock that the test sets."""

from datetime import datetime

from optimizer.planning.pair import Pair
from optimizer.scenarios.replan.today import today_of
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.shift import Duty, Kind, Shift
from optimizer.staffing.schedule.figures import Figures
from tests.draw import SHIFTS, day, draw

PICTURE = """
ann  D/Charge D D D D
ben  D . N N .
cal  N N . . D
dot  C . . . .
"""
NEEDS = (Need(When(), "D", "RN", 1, 2), Need(When(), "D", "Charge", 1, 1), Need(When(), "N", "RN", 1, 1))
SICK = Shift("SICK", "Sick", 0, 8 * 60, 0, kind=Kind.LEAVE)


def today(hour, told=None, picture=PICTURE, needs=NEEDS, first=0):
    unit, plan = draw(picture, needs=needs, shifts=(*SHIFTS, SICK))
    at = day(first)
    return today_of(Figures(unit, plan), told, datetime(at.year, at.month, at.day, hour))


def labels(shifts):
    return [(each.day, each.label) for each in shifts]


def test_who_is_on_now_and_who_leads_comes_first():
    found = today(9)
    assert labels(found.running) == [(day(0), "D")]
    assert found.running[0].on == (Pair("ann", Duty(day(0), "D", "Charge")), Pair("ben", Duty(day(0), "D", "RN")))


def test_a_night_that_began_yesterday_runs_until_the_morning():
    assert labels(today(2, first=1).running) == [(day(0), "N"), (day(0), "C")][::-1]
    assert (day(0), "N") not in labels(today(7, first=1).shifts)


def test_shifts_come_in_their_order_up_to_72_hours_ahead_on_call_too():
    found = today(9)
    begins = [each.begins for each in found.coming]
    assert begins == sorted(begins)
    assert max(begins) < datetime(2026, 6, 4, 9)
    assert (day(0), "C") in labels(found.coming)
    assert (day(3), "D") in labels(found.coming)
    assert (day(3), "N") not in labels(found.coming)


def test_what_is_open_is_below_its_target():
    open_ = [(each.label, demand.need.role, cover.have) for each in today(9).running for demand, cover in each.open]
    assert open_ == [("D", "RN", 1)]


def test_what_differs_from_what_people_were_told_is_told_as_gone_and_new():
    _, told = draw(PICTURE)
    found = today(9, told, PICTURE.replace("ben  D . N N .", "ben  SICK . N N .").replace("dot  C", "dot  D"))
    (now,) = found.running
    assert now.gone == (Pair("ben", Duty(day(0), "D", "RN")),)
    assert now.new == {Pair("dot", Duty(day(0), "D", "RN"))}
    assert found.ill == (Pair("ben", Duty(day(0), "SICK")),)
    assert Pair("dot", Duty(day(0), "C", "RN")) in found.gone or Pair("dot", Duty(day(0), "C", "")) in found.gone


def test_a_need_of_a_window_has_its_own_line_with_how_it_is_met():
    found = today(9, needs=(Need(When(), "08:00-14:00", "RN", 1, 2),))
    (window,) = [each for each in found.running if each.label == "08:00-14:00"]
    assert [cover.have for _, cover in window.covers] == [1]
    assert window.on == ()
