from optimizer.staffing.rules.who.availability import Availability
from tests.draw import amounts, day, says

DAYS_ONLY = {"ann": {"shifts": ("D", "L")}}


def test_the_first_and_the_last_day_of_employment_are_fine_and_the_days_outside_are_charged():
    assert amounts(Availability(), "ann  . D D .", {"ann": {"started": day(1), "leaves": day(2)}}) == []
    assert amounts(Availability(), "ann  D D D D", {"ann": {"started": day(1), "leaves": day(2)}}) == [1, 1]


def test_whoever_has_left_has_neither_leave_nor_education():
    assert amounts(Availability(), "ann  P S", {"ann": {"leaves": day(-1)}}) == [1, 1]


def test_the_shifts_of_the_contract_are_fine_and_others_are_charged_on_call_included():
    assert amounts(Availability(), "ann  D L D/Charge", DAYS_ONLY) == []
    assert amounts(Availability(), "ann  N D C", DAYS_ONLY) == [1, 1]
    assert amounts(Availability(), "ann  D E N L M C") == []


def test_leave_and_education_need_no_contract_for_the_shift():
    assert amounts(Availability(), "ann  P S", DAYS_ONLY) == []


def test_it_stands_for_the_plan_and_those_it_is_for():
    assert amounts(Availability(), "ann  N | .", DAYS_ONLY) == []
    assert amounts(Availability(to=("not RN",)), "ann  N", DAYS_ONLY) == []


def test_the_sentence_names_person_day_and_which_of_the_two_it_is():
    assert says(Availability(), "ann  D", {"ann": {"started": day(1)}}) == [
        "Ann is not employed on Mon 1 Jun but has a duty."
    ]
    assert says(Availability(), "ann  N", DAYS_ONLY) == [
        "Ann has a duty on Mon 1 Jun that the contract excludes; it allows D or L."
    ]
