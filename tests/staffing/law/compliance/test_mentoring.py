from optimizer.staffing.law.compliance.mentoring import mentoring
from tests.draw import draw

CAL = {"cal": {"preceptors": ("ann", "ben")}}


def hours(picture):
    unit, plan = draw(picture, CAL)
    return [(each.who, each.there / 60, each.beside / 60, each.alone / 60) for each in mentoring(unit, plan)]


def test_hours_with_and_without_a_preceptor():
    assert hours("ann  D . . \n ben  . . D \n cal  D D D") == [("cal", 24, 16, 8)]


def test_only_the_time_in_common_counts_and_two_preceptors_count_once():
    assert hours("ann  D . \n ben  . . \n cal  L .") == [("cal", 12, 8, 4)]
    assert hours("ann  D . \n ben  L . \n cal  L .") == [("cal", 12, 12, 0)]


def test_nights_cross_midnight_and_the_day_before_the_plan_may_reach_into_it():
    assert hours("ann  M . \n ben  . . \n cal  N .") == [("cal", 8, 8, 0)]


def test_a_preceptor_in_class_or_on_call_is_not_there_and_leave_of_the_orientee_is_no_work():
    assert hours("ann  S C P \n ben  . . . \n cal  D P P") == [("cal", 8, 0, 8)]


def test_only_orientees_are_told():
    unit, plan = draw("ann  D")
    assert mentoring(unit, plan) == ()
