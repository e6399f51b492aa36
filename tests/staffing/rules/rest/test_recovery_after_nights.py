from optimizer.staffing.rules.rest.recovery_after_nights import RecoveryAfterNights
from tests.draw import amounts, says

TWO_DAYS = RecoveryAfterNights(limit=48 * 60, nights=2)


def test_exactly_enough_recovery_is_fine_and_a_minute_less_is_charged():
    assert amounts(TWO_DAYS, "ann  N N . . D") == []
    assert amounts(RecoveryAfterNights(limit=48 * 60 + 1), "ann  N N . . D") == [1]


def test_the_minutes_missing_are_charged_once_from_the_end_of_the_last_night():
    assert amounts(TWO_DAYS, "ann  N N . D") == [24 * 60]
    assert amounts(TWO_DAYS, "ann  N N E") == [40 * 60]
    assert amounts(TWO_DAYS, "ann  N N D") == [48 * 60]
    assert amounts(TWO_DAYS, "ann  N N . D D D") == [24 * 60]


def test_fewer_nights_need_no_recovery():
    assert amounts(RecoveryAfterNights(nights=3), "ann  N N D . N N N . D") == [24 * 60]
    assert amounts(TWO_DAYS, "ann  N D . N . N E") == []
    assert amounts(RecoveryAfterNights(limit=24 * 60, nights=1), "ann  N . D N N E") == [16 * 60]


def test_another_night_in_a_row_goes_on_and_one_after_a_gap_comes_too_early():
    assert amounts(TWO_DAYS, "ann  N N N N . . D") == []
    assert amounts(TWO_DAYS, "ann  N N . N") == [8 * 60]


def test_long_nights_are_nights_on_call_and_leave_are_time_to_recover_and_education_is_neither():
    assert amounts(TWO_DAYS, "ann  N M . D") == [24 * 60]
    assert amounts(TWO_DAYS, "ann  C C D") == []
    assert amounts(TWO_DAYS, "ann  N N P C D") == []
    assert amounts(TWO_DAYS, "ann  N N . S") == [23 * 60]


def test_history_counts_across_the_border_and_is_not_charged_itself():
    assert amounts(TWO_DAYS, "ann  N N | . D") == [24 * 60]
    assert amounts(TWO_DAYS, "ann  N | N . D") == [24 * 60]
    assert amounts(TWO_DAYS, "ann  N N D | D") == []


def test_it_stands_for_those_it_is_for():
    assert amounts(RecoveryAfterNights(to=("not PRN",)), "ann  N N D", {"ann": {"employment": "PRN"}}) == []


def test_the_sentence_names_person_day_and_hours():
    assert says(TWO_DAYS, "ann  N N . D") == [
        "Ann has 24 h to recover from nights before Thu 4 Jun; it should be 48 h."
    ]
