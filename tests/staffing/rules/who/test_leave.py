from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.rules.who.leave import Leave
from tests.draw import BLOCKED, SHIFTS, amounts, day, says


def leave(first, last, **facts):
    return (Request("ann", Wish.OFF, day(first), day(last), **{"approved": True, **facts}),)


def test_days_off_and_leave_codes_are_fine_and_every_duty_is_charged():
    assert amounts(Leave(), "ann  D P . D", requests=leave(1, 2)) == []
    assert amounts(Leave(), "ann  D E N D", requests=leave(0, 2)) == [1, 1, 1]
    assert amounts(Leave(), "ann  C S", requests=leave(0, 1)) == [1, 1]


def test_the_night_before_leave_belongs_to_the_day_before():
    assert amounts(Leave(), "ann  N . D", requests=leave(1, 1)) == []


def test_leave_that_begins_before_the_plan_or_ends_after_it_counts_within_it():
    assert amounts(Leave(), "ann  D | D D", requests=leave(-1, 0)) == [1]
    assert amounts(Leave(), "ann  D | D D", requests=leave(1, 9)) == [1]


def test_only_approved_leave_is_leave_and_leave_from_one_shift_leaves_the_others():
    assert amounts(Leave(), "ann  D N", requests=leave(0, 1, shift="N")) == [1]
    assert amounts(Leave(), "ann  D", requests=leave(0, 0, approved=False)) == []


def test_a_day_approved_twice_is_charged_once():
    assert amounts(Leave(), "ann  . D .", requests=leave(0, 1) + leave(1, 2)) == [1]


def blocked(first, last, **facts):
    return (Request("ann", Wish.BLOCKED, day(first), day(last), **facts),)


def test_a_blocked_day_bars_every_duty_but_a_code_for_leave_or_for_the_day_itself():
    assert amounts(Leave(), "ann  D X P . D", requests=blocked(1, 3), shifts=(*SHIFTS, BLOCKED)) == []
    assert amounts(Leave(), "ann  D C S .", requests=blocked(0, 3)) == [1, 1, 1]
    assert amounts(Leave(), "ann  D N", requests=blocked(0, 1, shift="N")) == [1]
    assert amounts(Leave(), "ann  D", requests=blocked(0, 0) + leave(0, 0)) == [1]


def test_the_sentence_of_a_blocked_day_says_so():
    told = "Ann may not be asked on Mon 1 Jun, a blocked day, but has a duty."
    assert says(Leave(), "ann  D", requests=blocked(0, 0)) == [told]


def test_it_stands_for_those_it_is_for():
    assert amounts(Leave(to=("RN",)), "ann  D", requests=leave(0, 0)) == [1]
    assert amounts(Leave(to=("not RN",)), "ann  D", requests=leave(0, 0)) == []


def test_the_sentence_names_person_and_day():
    assert says(Leave(), "ann  D", requests=leave(0, 0)) == ["Ann is on approved leave on Mon 1 Jun but has a duty."]
