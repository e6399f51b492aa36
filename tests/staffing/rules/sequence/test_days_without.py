from optimizer.staffing.rules.sequence.days_without import FewestDaysBetween, MostDaysWithout
from tests.draw import amounts, says


def nights(limit):
    return MostDaysWithout(shifts=("night",), limit=limit)


def test_exactly_the_most_days_without_are_fine_and_every_one_beyond_is_charged():
    assert amounts(nights(3), "ann  N D . D N . . . N") == []
    assert amounts(nights(3), "ann  N D . D D D N") == [1, 1]


def test_days_before_the_first_and_after_the_last_count_too_and_history_goes_on():
    assert amounts(nights(2), "ann  . . . N . . .") == [1, 1]
    assert amounts(nights(2), "ann  . . | . N") == [1]
    assert amounts(nights(2), "ann  . . . | N .") == []


def test_without_a_scope_any_duty_at_work_will_do():
    assert amounts(MostDaysWithout(limit=1), "ann  D . E . S . P C") == [1, 1]


def test_the_sentence_names_person_day_and_duty():
    assert says(nights(1), "ann  N D D") == ["With Wed 3 Jun Ann has been more than 1 day without a night duty."]


def between(limit):
    return FewestDaysBetween(shifts=("night",), limit=limit)


def test_exactly_the_fewest_days_between_are_fine_and_the_missing_are_charged():
    assert amounts(between(2), "ann  N D . N N") == []
    assert amounts(between(3), "ann  N D . N N") == [1]
    assert amounts(between(5), "ann  N . N . . . N") == [4, 2]


def test_days_before_the_first_and_after_the_last_are_enough_and_history_counts():
    assert amounts(between(5), "ann  . N N . .") == []
    assert amounts(between(3), "ann  N . | . N") == [1]
    assert amounts(FewestDaysBetween(shifts=("night",), limit=3, border="planned"), "ann  N . | . N") == [2]
    assert says(between(3), "ann  N . N") == [
        "Ann has only 1 day between night duties by Wed 3 Jun; it should be 3 or more."
    ]


def test_with_a_planned_border_history_does_not_count():
    assert amounts(MostDaysWithout(shifts=("night",), limit=2, border="planned"), "ann  . . | . . N") == []
