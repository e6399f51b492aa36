import pytest

from optimizer.staffing.rules.hours.duties import FewestDuties, MostDuties
from tests.draw import amounts, day, draw, says


def test_exactly_the_most_are_fine_and_every_one_beyond_is_charged():
    assert amounts(MostDuties(limit=3), "ann  D . E N") == []
    assert amounts(MostDuties(limit=2), "ann  D . E N D") == [2]


def test_exactly_the_fewest_are_fine_and_every_one_missing_is_charged():
    assert amounts(FewestDuties(limit=3), "ann  D . E N") == []
    assert amounts(FewestDuties(limit=3), "ann  D . . .") == [2]


def test_education_is_a_duty_but_leave_and_on_call_are_not():
    assert amounts(MostDuties(limit=1), "ann  D P C") == []
    assert amounts(MostDuties(limit=1), "ann  D S") == [1]
    assert amounts(FewestDuties(limit=2), "ann  D P C") == [1]


def test_only_the_shifts_meant_and_only_the_plan_count():
    assert amounts(MostDuties(limit=1, shifts=("night",)), "ann  D N D M") == [1]
    assert amounts(FewestDuties(limit=2, shifts=("not night",)), "ann  D N D") == []
    assert amounts(MostDuties(limit=1), "ann  D D | D .") == []
    assert amounts(FewestDuties(limit=2), "ann  D D | D .") == [1]


def test_they_stand_for_those_they_are_for():
    part_time = {"ben": {"employment": "PT"}}
    assert amounts(MostDuties(limit=0, to=("PT",)), "ann  D D \n ben  D .", part_time) == [1]
    assert amounts(FewestDuties(limit=3, to=("PT",)), "ann  D . . \n ben  D . .", part_time) == [2]


def test_the_sentences_name_person_and_numbers():
    assert says(MostDuties(limit=1), "ann  D D") == ["Ann has 2 duties in the period; it should be 1 at most."]
    assert says(FewestDuties(limit=2, shifts=("night",)), "ann  D N") == [
        "Ann has 1 night duty in the period; it should be 2 or more."
    ]


def test_in_every_calendar_week_those_that_the_plan_cuts_have_what_is_known_of_them():
    weekly, two_weeks = {"week_start": 0}, "ann  D D D . . . .  D D . . . . ."
    assert amounts(MostDuties(limit=3, span="week"), two_weeks, calendar=weekly) == []
    assert amounts(MostDuties(limit=2, span="week"), two_weeks, calendar=weekly) == [1]
    assert amounts(FewestDuties(limit=3, span="week"), two_weeks, calendar=weekly) == [1]
    assert amounts(FewestDuties(limit=3, span="week"), "ann  D D . .", calendar=weekly) == []
    assert amounts(MostDuties(limit=2, span="week"), "ann  D D | D . . . .", calendar=weekly, first=day(2)) == [1]


def test_what_history_alone_has_too_much_of_is_not_charged():
    assert amounts(MostDuties(limit=1, span="week"), "ann  D D | D .", calendar={"week_start": 0}, first=day(2)) == [1]
    assert amounts(MostDuties(limit=1, span="5 days"), "ann  D D | . .") == []


def test_in_any_so_many_days_or_weeks_in_a_row():
    assert amounts(MostDuties(limit=2, span="3 days"), "ann  D D . D D") == []
    assert amounts(MostDuties(limit=2, span="4 days"), "ann  D D . D D") == [1, 1]
    assert amounts(FewestDuties(limit=1, span="3 days"), "ann  D . . . D") == [1]
    weeks = "ann  D D . . . . .  D . . . . . .  D D D . . . ."
    assert amounts(MostDuties(limit=3, span="2 weeks"), weeks, calendar={"week_start": 0}) == [1]


def test_on_the_days_meant_alone():
    weekend = {"holidays": {day(1): "Founders"}}
    assert amounts(MostDuties(limit=1, days=("Sat", "Sun")), "ann  D D D D D D .") == []
    assert amounts(MostDuties(limit=1, days=("weekend",)), "ann  D D D D D D D") == [1]
    assert amounts(MostDuties(limit=0, days=("holidays",)), "ann  D D .", calendar=weekend) == [1]
    assert amounts(MostDuties(limit=1, days=("2026-06-02 to 2026-06-03",)), "ann  D D D D") == [1]
    assert amounts(MostDuties(limit=0, days=("Mon", "2026-06-02 to 2026-06-09")), "ann  D D . . . . .  D D .") == [1]


def test_a_span_and_days_that_nobody_knows_are_refused():
    unit, _ = draw("ann  .")
    backwards = "2026-06-02 to 2026-06-01"
    for settings in ({"span": "fortnight"}, {"span": "0 days"}, {"days": ("Someday",)}, {"days": (backwards,)}):
        with pytest.raises(ValueError, match=r"is no span|says no day|ends before"):
            MostDuties(**settings).check(unit)


def test_the_sentences_name_the_span_and_the_days():
    assert says(MostDuties(limit=1, span="2 days", days=("Mon", "Tue")), "ann  D D") == [
        "Ann has 2 duties on Mon or Tue from Mon 1 Jun to Tue 2 Jun; it should be 1 at most."
    ]
    assert MostDuties(limit=2, shifts=("night",), span="14 days", days=("weekend",)).told == (
        "Everyone has at most 2 night duties in any 14 days in a row; only weekend counts."
    )
