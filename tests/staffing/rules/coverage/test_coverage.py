from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.rules.coverage.coverage import CoverMaximum, CoverMinimum, CoverSurplus, CoverTarget
from tests.draw import amounts, day, says

ONE_TO_THREE = (Need(When(), "D", "RN", minimum=1, target=2, maximum=3),)
EVERY_DAY = When()


def one(label, role="RN", when=EVERY_DAY):
    return (Need(when, label, role, minimum=1, target=1),)


def test_exactly_the_bounds_are_fine_and_everyone_missing_or_too_many_is_charged():
    assert amounts(CoverMinimum(), "ann  D", needs=ONE_TO_THREE) == []
    assert amounts(CoverTarget(), "ann  D \n ben  D", needs=ONE_TO_THREE) == []
    assert amounts(CoverMaximum(), "ann  D \n ben  D \n cal  D", needs=ONE_TO_THREE) == []
    assert amounts(CoverMinimum(), "ann  .", needs=ONE_TO_THREE) == [1]
    assert amounts(CoverTarget(), "ann  . D", needs=ONE_TO_THREE) == [2, 1]
    assert amounts(CoverMaximum(), "ann D \n ben D \n cal D \n dot D \n eve D", needs=ONE_TO_THREE) == [2]


def test_a_maximum_of_nobody_is_a_maximum_and_none_is_none():
    assert amounts(CoverMaximum(), "ann  D", needs=(Need(When(), "D", "RN", 0, 0, 0),)) == [1]
    assert amounts(CoverMaximum(), "ann  D", needs=(Need(When(), "D", "RN", 0, 0),)) == []


def test_only_a_duty_in_the_role_fills_the_need():
    assert amounts(CoverMinimum(), "ann  D/Charge D", needs=one("D")) == [1]
    assert amounts(CoverMinimum(), "ann  D/Charge D", needs=one("D", "Charge")) == [1]


def test_on_call_fills_its_own_need_but_no_window_and_leave_and_education_fill_none():
    assert amounts(CoverMinimum(), "ann  C", needs=one("C")) == []
    assert amounts(CoverMinimum(), "ann  C", needs=one("19:00-07:00")) == [1]
    assert amounts(CoverMinimum(), "ann  P S", needs=one("07:00-15:00")) == [1, 1]


def test_a_window_is_filled_by_every_shift_that_lasts_through_it_alone():
    assert amounts(CoverMinimum(), "ann  D L", needs=one("07:00-15:00")) == []
    assert amounts(CoverMinimum(), "ann  D L", needs=one("07:00-19:00")) == [1]
    assert amounts(CoverMinimum(), "ann  N M", needs=one("23:00-07:00")) == []
    assert amounts(CoverMinimum(), "ann  D \n ben  E", needs=one("07:00-19:00")) == [1]


def test_the_small_hours_are_filled_from_the_day_before():
    assert amounts(CoverMinimum(), "ann  N | M . .", needs=one("00:00-07:00")) == [1]


def test_the_small_hours_of_the_first_day_are_not_for_this_plan_to_fill():
    assert amounts(CoverMinimum(), "ann  N .", needs=one("00:00-07:00")) == []


def test_a_holiday_overrides_its_weekday_and_a_date_overrides_both():
    needs = one("D", when=When(day=day(1))) + one("D", when=When(holidays=True))
    needs += (Need(When(weekdays=frozenset(range(5))), "D", "RN", 3, 3), Need(When(), "D", "RN", 4, 4))
    calendar = {"holidays": {day(0): "Whit Monday", day(1): "Whit Tuesday"}}
    assert amounts(CoverMinimum(), "ann  . . . . . .", needs=needs, calendar=calendar) == [1, 1, 3, 3, 3, 4]
    needs = (*one("D"), Need(When(holidays=True), "D", "RN", 0, 0))
    assert amounts(CoverMinimum(), "ann  .", needs=needs, calendar={"holidays": {day(0): "Whit Monday"}}) == []


def test_only_those_for_whom_the_rule_stands_are_counted():
    agency = {"ben": {"employment": "Agency"}}
    assert amounts(CoverMinimum(to=("not Agency",)), "ann  D . \n ben  . D", agency, needs=one("D")) == [1]


def test_the_sentence_names_shift_role_day_and_numbers():
    assert says(CoverMinimum(), "ann  .", needs=ONE_TO_THREE) == [
        "D on Mon 1 Jun has nobody as RN; minimum staffing is 1."
    ]
    assert says(CoverTarget(), "ann  D", needs=ONE_TO_THREE) == ["D on Mon 1 Jun has 1 as RN; target staffing is 2."]
    assert says(CoverMaximum(), "ann D \n ben D \n cal D \n dot D", needs=ONE_TO_THREE) == [
        "D on Mon 1 Jun has 4 as RN; maximum staffing is 3."
    ]


def test_there_may_be_a_price_beyond_the_target_and_another_beyond_the_maximum():
    four = "ann  D \n ben  D \n cal  D \n dot  D"
    assert amounts(CoverSurplus(), "ann  D \n ben  D", needs=ONE_TO_THREE) == []
    assert amounts(CoverSurplus(), four, needs=ONE_TO_THREE) == [2]
    assert amounts(CoverMaximum(), four, needs=ONE_TO_THREE) == [1]
    assert says(CoverSurplus(), four, needs=ONE_TO_THREE) == ["D on Mon 1 Jun has 4 as RN; the target is 2."]
