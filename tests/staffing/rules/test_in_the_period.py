from optimizer.staffing.rules.in_the_period import (
    FewestHoursInPeriod,
    FewestInPeriod,
    MostHoursInPeriod,
    MostInPeriod,
)
from tests.draw import amounts, says

NIGHTS = ("night",)


def test_exactly_the_most_duties_are_fine_and_every_one_beyond_is_charged():
    assert amounts(MostInPeriod(limit=3), "ann  D . E . N .") == []
    assert amounts(MostInPeriod(limit=3), "ann  D D . D N D") == [2]
    assert amounts(MostInPeriod(limit=0), "ann  D") == [1]


def test_exactly_the_fewest_duties_are_fine_and_every_one_missing_is_charged():
    assert amounts(FewestInPeriod(limit=3), "ann  D . E . N .") == []
    assert amounts(FewestInPeriod(limit=3), "ann  D . . . . .") == [2]
    assert amounts(FewestInPeriod(limit=0), "ann  .") == []


def test_only_the_shifts_meant_are_counted():
    assert amounts(MostInPeriod(limit=2, shifts=NIGHTS), "ann  D N D M D D") == []
    assert amounts(MostInPeriod(limit=2, shifts=NIGHTS), "ann  D N D M D N") == [1]
    assert amounts(FewestInPeriod(limit=2, shifts=("D", "E")), "ann  D E N") == []
    assert amounts(FewestInPeriod(limit=2, shifts=("D", "E")), "ann  D L N") == [1]
    assert amounts(FewestInPeriod(limit=2, shifts=("not night",)), "ann  D N N") == [1]


def test_education_is_a_duty_but_leave_and_on_call_are_not():
    assert amounts(MostInPeriod(limit=1), "ann  D S") == [1]
    assert amounts(MostInPeriod(limit=1), "ann  D P C") == []


def test_duties_count_in_any_role():
    assert amounts(MostInPeriod(limit=1), "ann  D D/Charge") == [1]


def test_exactly_the_most_hours_are_fine_and_every_minute_beyond_is_charged():
    assert amounts(MostHoursInPeriod(limit=20 * 60), "ann  D . L .") == []
    assert amounts(MostHoursInPeriod(limit=20 * 60), "ann  L . L .") == [4 * 60]


def test_exactly_the_fewest_hours_are_fine_and_every_minute_missing_is_charged():
    assert amounts(FewestHoursInPeriod(limit=20 * 60), "ann  D . L .") == []
    assert amounts(FewestHoursInPeriod(limit=20 * 60), "ann  D . D .") == [4 * 60]


def test_paid_leave_and_education_count_their_hours_and_on_call_none():
    assert amounts(MostHoursInPeriod(limit=16 * 60), "ann  D P S") == [8 * 60]
    assert amounts(FewestHoursInPeriod(limit=16 * 60), "ann  D C") == [8 * 60]


def test_only_the_plan_counts():
    assert amounts(MostInPeriod(limit=1), "ann  D D | D .") == []
    assert amounts(FewestInPeriod(limit=1), "ann  D D | . .") == [1]
    assert amounts(MostHoursInPeriod(limit=8 * 60), "ann  D D | D .") == []
    assert amounts(FewestHoursInPeriod(limit=8 * 60), "ann  D D | . .") == [8 * 60]


def test_they_stand_for_those_they_are_for():
    part_time = {"ben": {"employment": "PT"}}
    for rule in (MostInPeriod, MostHoursInPeriod):
        assert amounts(rule(limit=0, to=("not PT",)), "ann  . \n ben  D", part_time) == []
    for rule in (FewestInPeriod, FewestHoursInPeriod):
        assert amounts(rule(limit=1, to=("not PT",)), "ann  D \n ben  .", part_time) == []


def test_the_sentences_name_person_period_and_numbers():
    assert says(MostInPeriod(limit=1, shifts=NIGHTS), "ann  N . N") == [
        "Ann has 2 night duties in the period from Mon 1 Jun to Wed 3 Jun; it should be 1 at most."
    ]
    assert says(FewestInPeriod(limit=2), "ann  N . .") == [
        "Ann has 1 duty in the period from Mon 1 Jun to Wed 3 Jun; it should be 2 or more."
    ]
    assert says(MostHoursInPeriod(limit=8 * 60), "ann  D . L") == [
        "Ann has 20 h paid in the period from Mon 1 Jun to Wed 3 Jun; it should be 8 h at most."
    ]
    assert says(FewestHoursInPeriod(limit=12 * 60), "ann  D . .") == [
        "Ann has 8 h paid in the period from Mon 1 Jun to Wed 3 Jun; it should be 12 h or more."
    ]
