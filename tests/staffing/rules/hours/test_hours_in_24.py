from optimizer.staffing.facts.shift import Part, Shift
from optimizer.staffing.rules.hours.hours_in_24 import MostHoursIn24
from tests.draw import amounts, says

TWELVE = MostHoursIn24(limit=12 * 60)
WITH_BREAKS = (
    Shift("D", "Day", 7 * 60, 19 * 60 + 30, 12 * 60, 30),
    Shift("N", "Night", 19 * 60, 31 * 60 + 30, 12 * 60, 30, part=Part.NIGHT),
)


def test_exactly_as_many_hours_are_fine_and_one_minute_more_is_charged():
    assert amounts(TWELVE, "ann  L L . M M") == []
    assert amounts(MostHoursIn24(limit=12 * 60 - 1), "ann  . L .") == [1]
    assert amounts(MostHoursIn24(limit=16 * 60), "ann  E D") == []
    assert amounts(MostHoursIn24(limit=16 * 60 - 1), "ann  E D") == [1]


def test_the_24_hours_begin_at_any_time():
    assert amounts(TWELVE, "ann  E D") == [4 * 60]
    assert amounts(TWELVE, "ann  N E") == [4 * 60]
    assert amounts(TWELVE, "ann  M L") == [12 * 60]
    assert amounts(TWELVE, "ann  D E") == []


def test_what_is_cut_by_the_24_hours_counts_in_part():
    assert amounts(TWELVE, "ann  E S") == [3 * 60]


def test_breaks_are_no_work():
    assert amounts(TWELVE, "ann  D D . N N", shifts=WITH_BREAKS) == []


def test_history_counts_and_is_not_charged_itself():
    assert amounts(TWELVE, "ann  E | D") == [4 * 60]
    assert amounts(TWELVE, "ann  E D | .") == []


def test_leave_and_on_call_are_no_work():
    assert amounts(TWELVE, "ann  E P C P") == []


def test_it_stands_for_those_it_is_for():
    assert amounts(MostHoursIn24(to=("not ann",)), "ann  E D \n ben  E D") == [4 * 60]


def test_the_sentence_names_person_day_and_hours():
    assert says(TWELVE, "ann  E D") == [
        "Ann works 16 h in the 24 h up to the end of the duty on Tue 2 Jun; it should be 12 h at most."
    ]
