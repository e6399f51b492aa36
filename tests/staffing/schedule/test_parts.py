"""The parts of a duty that is handed on: times, pay and codes."""

import pytest

from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.policy import must
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.schedule.parts import parts_of
from optimizer.summary.schedule.changes.handed_on import handed_on
from tests.draw import day, draw

UNIT, PLAN = draw("ann  L . .\nben  . . .\ncal  D . M")
POLICY = Policy((must(OneDutyADay()), must(Rest(limit=10 * 60))))


def times(shift):
    return shift.code, shift.start, shift.end, shift.paid


def test_the_unit_s_own_shift_is_taken_where_it_has_these_times():
    first, second, later = parts_of(UNIT, UNIT.shift_by_code["L"], 15 * 60)
    assert (first.code, later) == ("D", 0)
    assert times(second) == ("L>15", 15 * 60, 19 * 60, 4 * 60)


def test_new_parts_share_the_paid_time():
    first, second, _ = parts_of(UNIT, UNIT.shift_by_code["L"], 13 * 60 + 30)
    assert times(first) == ("L<1330", 7 * 60, 13 * 60 + 30, 6 * 60 + 30)
    assert times(second) == ("L>1330", 13 * 60 + 30, 19 * 60, 5 * 60 + 30)
    assert (first.name, second.name) == ("Long day until 13:30", "Long day from 13:30")


def test_the_second_part_of_a_night_begins_the_day_after():
    first, second, later = parts_of(UNIT, UNIT.shift_by_code["M"], 3 * 60)
    assert times(first) == ("M<3", 19 * 60, 27 * 60, 8 * 60)
    assert (*times(second), later) == ("M>3", 3 * 60, 7 * 60, 4 * 60, 1)


def test_a_time_out_of_the_duty_is_refused():
    with pytest.raises(ValueError, match="L is not handed on at 20:00: it is worked from 07:00 to 19:00"):
        parts_of(UNIT, UNIT.shift_by_code["L"], 20 * 60)


def test_a_part_is_handed_on_as_one_edit():
    edit = handed_on(UNIT, POLICY, PLAN, Pair("ann", Duty(day(0), "L", "RN")), "ben", 15 * 60)
    assert edit.minus == {Pair("ann", Duty(day(0), "L", "RN"))}
    assert edit.plus == {Pair("ann", Duty(day(0), "D", "RN")), Pair("ben", Duty(day(0), "L>15", "RN"))}
    assert [shift.code for shift in edit.new_shifts] == ["L>15"]
    assert edit.reasons == ()
    assert edit.said == "Ann has D and Ben L>15 of L on Mon 1 Jun"


def test_who_has_a_duty_then_cannot_take_over():
    edit = handed_on(UNIT, POLICY, PLAN, Pair("ann", Duty(day(0), "L", "RN")), "cal", 13 * 60)
    assert edit.reasons == ("Cal is at work then: D on Mon 1 Jun, 07:00 to 15:00.",)


def test_a_part_beyond_the_plan_is_refused():
    edit = handed_on(UNIT, POLICY, PLAN, Pair("cal", Duty(day(2), "M", "RN")), "ben", 3 * 60)
    assert edit.reasons == ("The part from Thu 4 Jun on lies outside the planning period.",)
