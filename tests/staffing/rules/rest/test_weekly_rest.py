from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.rules.rest.weekly_rest import WeeklyRest
from tests.draw import amounts, says

MONDAY_WEEKS = {"week_start": 0}
EU = WeeklyRest(limit=35 * 60)


def found(rule, picture):
    return amounts(rule, picture, calendar=MONDAY_WEEKS)


def test_a_week_needs_one_rest_that_is_long_enough():
    assert found(EU, "ann  D D D D D D D | D D D . D D D") == []
    assert found(EU, "ann  D D D D D D D | D D D D D D D D") == [19 * 60]
    assert found(WeeklyRest(limit=32 * 60), "ann  D D D D D D D | D D E . D D D D") == []
    assert found(WeeklyRest(limit=32 * 60 + 1), "ann  D D D D D D D | D D E . D D D D") == [1]


def test_a_rest_at_the_end_of_a_week_goes_on_into_the_next():
    assert found(EU, "ann  D D D D D D D | D D D D D D . D D") == []
    assert found(EU, "ann  D D D D D D D | D D D D D E . D D") == [3 * 60]


def test_a_rest_counts_for_one_week_and_two_weeks_may_have_theirs_far_apart():
    weekend = "ann  D D D D D D D | D D D D D . . D D D D D . . D"
    assert found(EU, weekend) == []
    assert found(EU, "ann  D D D D D D D | . . D D D D D D D D D D . . D") == []
    assert found(EU, "ann  D D D D D D D | D D D D D D . D D D D D D D D") == [19 * 60]


def test_long_leave_is_rest_for_every_week_it_touches():
    assert found(EU, "ann  D D D D D D D | P P P P P P P P P P P P P P D") == []


def test_a_night_at_the_end_of_a_week_leaves_no_rest_to_wait_for():
    assert found(EU, "ann  N N N N N N N | N N N N N N N") == [(35 - 16) * 60]


def test_weeks_of_which_the_beginning_or_the_end_is_unknown_are_not_held():
    assert found(EU, "ann  D D D D D D") == []
    assert found(EU, "ann  D D D D D D D D D D") == []
    assert found(EU, "ann  D D D D D D D | D D D D D D .") == []


def on_call(picture, called_in):
    pay, people = {"RN": PayClass(40_00, called_in=called_in)}, {"ann": {"pay_class": "RN"}}
    return amounts(EU, picture, people, pay=pay, calendar=MONDAY_WEEKS)


def test_what_is_called_in_is_no_rest():
    """From 15:00 on Wednesday to 07:00 on Friday are 40 hours, less what is called in of the call between."""
    week = "ann  D D D D D D D | D D D C D D D D"
    assert on_call(week, 0) == on_call(week, 5 * 60) == []
    assert on_call(week, 5 * 60 + 1) == [1]
    assert on_call("ann  D D D D D D D | D D D+C . D D D D", 6 * 60) == [60]
    assert on_call(week.replace("C", "."), 24 * 60) == []


def test_the_sentence_names_person_rest_and_day():
    assert says(EU, "ann  D D D D D D D | D D D D D D D D", calendar=MONDAY_WEEKS) == [
        "Ann has had a week with no rest longer than 16 h by Mon 8 Jun; one of 35 h is due."
    ]
