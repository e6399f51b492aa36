import pytest

from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.rules.sequence.days_off import FewestDaysOff, MostDaysOff
from optimizer.staffing.rules.sequence.in_a_row import FewestInARow, MostInARow
from tests.draw import amounts, day, draw, says

NIGHTS = ("night",)


def test_exactly_the_most_in_a_row_are_fine_and_every_day_beyond_is_charged():
    assert amounts(MostInARow(limit=3), "ann  D E N . D D D") == []
    assert amounts(MostInARow(limit=3), "ann  D E N N D") == [1, 1]


def test_education_is_a_duty_but_leave_and_on_call_are_not():
    assert amounts(MostInARow(limit=2), "ann  D S D") == [1]
    assert amounts(MostInARow(limit=2), "ann  D D P D D C D D") == []


def test_only_the_shifts_meant_make_the_run():
    assert amounts(MostInARow(limit=2, shifts=NIGHTS), "ann  D D D N M D N N N") == [1]
    assert amounts(MostInARow(limit=2, shifts=("not night",)), "ann  N D D N D E D") == [1]


def test_history_counts_towards_the_most_and_is_not_charged_itself():
    assert amounts(MostInARow(limit=3), "ann  D D | D D") == [1]
    assert amounts(MostInARow(limit=3), "ann  D D D D | .") == []
    assert amounts(MostInARow(limit=3), "ann  D D D D | D") == [1]


def test_exactly_the_fewest_in_a_row_are_fine_and_the_missing_are_charged_when_the_run_ends():
    assert amounts(FewestInARow(limit=2), "ann  . D D . D E .") == []
    assert amounts(FewestInARow(limit=3), "ann  . D . D D .") == [2, 1]
    assert amounts(FewestInARow(limit=2, shifts=NIGHTS), "ann  . D N D .") == [1]


def test_a_run_that_may_have_begun_before_or_may_go_on_after_is_long_enough():
    assert amounts(FewestInARow(limit=3), "ann  D . . D") == []


def test_a_closed_border_charges_what_is_short_at_the_first_and_the_last_day():
    assert amounts(FewestInARow(limit=2, border="closed"), "ann  D D . D D") == []
    assert amounts(FewestInARow(limit=3, border="closed"), "ann  D . . D D") == [2, 1]
    assert amounts(FewestInARow(limit=2, border="closed"), "ann  . D .") == [1]
    assert amounts(FewestInARow(limit=2, border="closed"), "ann  D | D .") == []
    assert amounts(FewestDaysOff(limit=2, border="closed"), "ann  . . D . .") == []
    assert amounts(FewestDaysOff(limit=2, border="closed"), "ann  . D .") == [1, 1]


def test_a_border_is_open_or_closed():
    unit, _ = draw("ann  .")
    for rule in (FewestInARow, FewestDaysOff):
        rule(border="closed").check(unit)
        with pytest.raises(ValueError, match="'shut' is no border"):
            rule(border="shut").check(unit)


def test_a_run_that_history_began_counts_whole():
    assert amounts(FewestInARow(limit=3), "ann  . D D | D .") == []
    assert amounts(FewestInARow(limit=3), "ann  . D | D .") == [1]
    assert amounts(FewestInARow(limit=3), "ann  . D . | .") == []


def test_exactly_the_most_days_off_are_fine_and_every_one_beyond_is_charged():
    assert amounts(MostDaysOff(limit=2), "ann  . . D . .") == []
    assert amounts(MostDaysOff(limit=2), "ann  D . . . .") == [1, 1]


def test_on_call_is_a_day_off_and_education_is_not():
    assert amounts(MostDaysOff(limit=2), "ann  . C .") == [1]
    assert amounts(MostDaysOff(limit=2), "ann  . S .") == []


def test_days_off_in_history_count_and_are_not_charged_themselves():
    assert amounts(MostDaysOff(limit=2), "ann  . . | . D") == [1]
    assert amounts(MostDaysOff(limit=2), "ann  . . . | D .") == []


def test_exactly_the_fewest_days_off_are_fine_and_the_missing_are_charged():
    assert amounts(FewestDaysOff(limit=2), "ann  D . . D") == []
    assert amounts(FewestDaysOff(limit=2), "ann  D . D") == [1]
    assert amounts(FewestDaysOff(limit=2), "ann  D . P D . C D") == []
    assert amounts(FewestDaysOff(limit=2), "ann  D D D") == []


def test_a_break_that_history_began_counts_whole():
    assert amounts(FewestDaysOff(limit=2), "ann  D . | . D") == []
    assert amounts(FewestDaysOff(limit=2), "ann  D . | D D") == [1]
    assert amounts(FewestDaysOff(limit=2), "ann  D . D | D") == []


def test_they_stand_for_those_they_are_for():
    part_time = {"ben": {"employment": "PT"}}
    assert amounts(MostInARow(limit=1, to=("not PT",)), "ann  D D \n ben  D D", part_time) == [1]
    assert amounts(FewestInARow(to=("PT",)), "ann  . D . \n ben  . D .", part_time) == [1]
    assert amounts(MostDaysOff(limit=1, to=("not PT",)), "ann  . . \n ben  . .", part_time) == [1]
    assert amounts(FewestDaysOff(to=("PT",)), "ann  D . D \n ben  D . D", part_time) == [1]


def test_the_sentences_name_person_day_and_number():
    assert says(MostInARow(limit=2), "ann  D D D") == ["With Wed 3 Jun Ann has more than 2 duties in a row."]
    assert says(MostInARow(limit=2, shifts=NIGHTS), "ann  N N N") == [
        "With Wed 3 Jun Ann has more than 2 night duties in a row."
    ]
    assert says(MostDaysOff(limit=2), "ann  . . .") == ["With Wed 3 Jun Ann has more than 2 days off in a row."]
    assert says(FewestInARow(limit=2, shifts=NIGHTS), "ann  . N D") == [
        "Ann has only 1 night duty in a row before Wed 3 Jun; it should be 2 or more."
    ]
    assert says(FewestInARow(limit=3), "ann  . D D .") == [
        "Ann has only 2 duties in a row before Thu 4 Jun; it should be 3 or more."
    ]
    assert says(FewestDaysOff(limit=2), "ann  D . D") == [
        "Ann has only 1 day off in a row before Wed 3 Jun; it should be 2 or more."
    ]


def test_at_a_closed_border_the_day_itself_is_in_the_run():
    assert says(FewestInARow(border="closed"), "ann  . D") == [
        "Ann has only 1 duty in a row by Tue 2 Jun; it should be 2 or more."
    ]


def test_one_is_not_many():
    assert says(MostInARow(limit=1, shifts=NIGHTS), "ann  N N") == [
        "With Tue 2 Jun Ann has more than 1 night duty in a row."
    ]
    assert says(MostDaysOff(limit=1), "ann  . .") == ["With Tue 2 Jun Ann has more than 1 day off in a row."]


def test_leave_is_no_day_off_too_many():
    vacation = (Request("ann", Wish.OFF, day(1), day(5), approved=True),)
    assert amounts(MostDaysOff(limit=2), "ann  D . . . . . . . D", requests=vacation) == []
    assert amounts(MostDaysOff(limit=2), "ann  D P P P P . . D") == []
    assert amounts(MostDaysOff(limit=2), "ann  D . . . . . . . D") == [1] * 5


def test_a_border_may_be_closed_before_and_open_after():
    assert amounts(FewestInARow(limit=2, border="closed before"), "ann  D . D D . D") == [1]
    assert amounts(FewestDaysOff(limit=2, border="closed before"), "ann  . D D .") == [1]
