from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.rules.rest.stretch import MostHoursAtAStretch, RestAfterStretch, long_work
from tests.draw import amounts, says

SIXTEEN = MostHoursAtAStretch(limit=16 * 60)
TEN_AFTER_TWELVE = RestAfterStretch(limit=10 * 60, after=12 * 60)


def test_duties_that_follow_each_other_are_one_stretch():
    assert amounts(SIXTEEN, "ann  N D . E D") == []
    assert amounts(MostHoursAtAStretch(limit=16 * 60 - 1), "ann  N D") == [1]
    assert amounts(SIXTEEN, "ann  M L") == [8 * 60]


def test_what_each_duty_adds_beyond_the_most_is_charged():
    assert amounts(MostHoursAtAStretch(limit=4 * 60), "ann  N D") == [4 * 60, 8 * 60]
    assert amounts(MostHoursAtAStretch(limit=12 * 60), "ann  L . M") == []
    assert amounts(MostHoursAtAStretch(limit=12 * 60 - 1), "ann  L . M") == [1, 1]


def test_an_hour_between_ends_a_stretch():
    assert amounts(MostHoursAtAStretch(limit=15 * 60), "ann  N S") == []


def test_a_stretch_crosses_the_border_of_the_plan_and_history_is_not_charged():
    assert amounts(MostHoursAtAStretch(limit=12 * 60), "ann  N | D") == [4 * 60]
    assert amounts(MostHoursAtAStretch(limit=12 * 60), "ann  N D | .") == []


def test_exactly_enough_rest_after_long_work_is_fine_and_a_minute_less_is_charged():
    assert amounts(RestAfterStretch(limit=8 * 60), "ann  M E") == []
    assert amounts(RestAfterStretch(limit=8 * 60 + 1), "ann  M E") == [1]
    assert amounts(TEN_AFTER_TWELVE, "ann  M E . L L") == [2 * 60]


def test_only_work_that_is_long_enough_takes_rest():
    assert amounts(TEN_AFTER_TWELVE, "ann  N E") == []
    assert amounts(RestAfterStretch(limit=10 * 60, after=12 * 60 + 1), "ann  M E") == []
    assert amounts(RestAfterStretch(limit=20 * 60, after=16 * 60), "ann  N D D") == [4 * 60]


def test_work_that_goes_on_has_no_rest_at_all():
    assert amounts(TEN_AFTER_TWELVE, "ann  M D") == [10 * 60]


def test_days_off_are_rest_as_long_as_they_are():
    assert amounts(RestAfterStretch(limit=48 * 60), "ann  L . D . L . . D") == [12 * 60]


def test_long_work_before_the_plan_takes_its_rest_in_it():
    assert amounts(TEN_AFTER_TWELVE, "ann  M | E") == [2 * 60]


def on_call(rule, picture, called_in):
    pay, people = {"RN": PayClass(40_00, called_in=called_in)}, {"ann": {"pay_class": "RN"}}
    return amounts(rule, picture, people, pay=pay)


def test_what_is_called_in_right_after_work_is_part_of_the_stretch_and_later_is_not():
    """The call is from 19:00 on: right after a long day, and hours after one that ends at 15:00."""
    twelve = MostHoursAtAStretch(limit=12 * 60)
    assert on_call(twelve, "ann  L+C . L", 0) == []
    assert on_call(twelve, "ann  L+C . L", 90) == [90]
    assert on_call(MostHoursAtAStretch(limit=8 * 60), "ann  D+C . D", 90) == []
    assert on_call(twelve, "ann  C . D", 13 * 60) == [60]


def test_what_is_called_in_is_no_rest_after_long_work():
    twelve = RestAfterStretch(limit=12 * 60, after=12 * 60)
    assert on_call(twelve, "ann  L+C L", 0) == []
    assert on_call(twelve, "ann  L+C L", 90) == [90]
    assert on_call(RestAfterStretch(limit=36 * 60), "ann  L C L", 90) == [90]
    assert on_call(RestAfterStretch(limit=16 * 60, after=12 * 60), "ann  D+C D", 4 * 60) == []


def test_the_sentences():
    assert says(SIXTEEN, "ann  M L") == ["Ann works 8 h more than 16 h at a stretch with the duty on Tue 2 Jun."]
    assert says(TEN_AFTER_TWELVE, "ann  M E") == [
        "Ann has 8 h of rest after 12 h or more of work, before Tue 2 Jun; it should be 10 h."
    ]
    assert long_work(12 * 60 + 1) == "more than 12 h"
