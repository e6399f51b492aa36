from optimizer.staffing.law.compliance.due import due
from tests.draw import day, draw


def dates(people, within=60):
    unit, _ = draw("ann  . \n ben  .", people)
    return [((each.day - day(0)).days, each.who, each.what, each.past) for each in due(unit, day(0), within)]


def test_what_falls_due_within_the_days_is_told_and_a_day_later_is_not():
    people = {"ann": {"credentials": {"BLS": day(60), "ACLS": day(61), "Charge": None}}}
    assert dates(people) == [(60, "ann", "BLS", False)]


def test_what_is_past_comes_first_and_the_day_itself_is_not_past():
    people = {"ann": {"credentials": {"BLS": day(0)}}, "ben": {"credentials": {"BLS": day(-1)}}}
    assert dates(people) == [(-1, "ben", "BLS", True), (0, "ann", "BLS", False)]


def test_reviews_fall_due_as_well():
    assert dates({"ben": {"review_due": day(10)}}, within=10) == [(10, "ben", "Performance review", False)]
    assert dates({"ben": {"review_due": day(10)}}, within=9) == []
