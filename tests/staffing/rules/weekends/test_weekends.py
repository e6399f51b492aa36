import pytest

from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.rules.weekends.identical_weekends import IdenticalWeekends
from optimizer.staffing.rules.weekends.weekends import CompleteWeekends, MostWeekends, MostWeekendsInARow
from tests.draw import amounts, day, draw, says

FRIDAY, SATURDAY, SUNDAY = day(4), day(5), day(6)
FRIDAY_NIGHTS, SUNDAY_NIGHTS = {"night_weekend_shift": -1}, {"night_weekend_shift": 1}


def test_exactly_the_most_weekends_are_fine_and_one_too_many_is_charged_once_whole_or_half():
    assert amounts(MostWeekends(limit=1), "ann  D D D D D . .  D D D D D D D") == []
    assert amounts(MostWeekends(limit=1), "ann  . . . . . D D  . . . . . D D") == [1]
    assert amounts(MostWeekends(limit=1), "ann  . . . . . D .  . . . . . . D") == [1]


def test_only_the_plan_counts_even_where_it_cuts_weekends():
    assert amounts(MostWeekends(limit=1), "ann  . . . . . D D | . . . . . D D") == []
    assert amounts(MostWeekends(limit=1), "ann  D . . . . . D", first=SUNDAY) == [1]
    assert amounts(MostWeekends(limit=1), "ann  D . . . . . .", first=SUNDAY) == []


def test_two_weekends_may_be_allowed():
    three = "ann  . . . . . D .  . . . . . D .  . . . . . D ."
    assert amounts(MostWeekends(limit=2), three) == amounts(MostWeekendsInARow(limit=2), three) == [1]


def test_leave_and_on_call_are_no_weekend_worked_and_education_is():
    assert amounts(MostWeekends(limit=0), "ann  . . . . . P C") == []
    assert amounts(MostWeekends(limit=0), "ann  . . . . . S .") == [1]


def test_the_calendar_says_which_nights_are_weekend():
    assert amounts(MostWeekends(limit=0), "ann  . . . . N . .") == []
    assert amounts(MostWeekends(limit=0), "ann  . . . . . . N") == [1]
    assert amounts(MostWeekends(limit=0), "ann  . . . . N . .", calendar=FRIDAY_NIGHTS) == [1]
    assert amounts(MostWeekends(limit=0), "ann  . . . . . . N", calendar=FRIDAY_NIGHTS) == []
    assert amounts(MostWeekends(limit=0), "ann  . . . . E . .", calendar=FRIDAY_NIGHTS) == []
    assert amounts(MostWeekends(limit=0), "ann  . . . . N", calendar=FRIDAY_NIGHTS) == [1]


def test_every_other_weekend_is_fine_and_every_one_beyond_the_most_in_a_row_is_charged():
    assert amounts(MostWeekendsInARow(limit=1), "ann  . . . . . D D  . . . . . . .  . . . . . D .") == []
    assert amounts(MostWeekendsInARow(limit=1), "ann  . . . . . D D  . . . . . . D  . . . . . D .") == [1, 1]


def test_weekends_of_history_count_to_the_row_and_are_not_charged_themselves():
    assert amounts(MostWeekendsInARow(limit=1), "ann  . . . . . D . | . . . . . . D") == [1]
    assert amounts(MostWeekendsInARow(limit=1), "ann  . . . . . D . . . . . . D . | . . . . . . .") == []
    assert amounts(MostWeekendsInARow(limit=1), "ann  D | D . . . . . .", first=SUNDAY) == []
    assert amounts(MostWeekendsInARow(limit=1), "ann  D | . . . . . . D", first=SUNDAY) == [1]


def test_a_sunday_off_is_not_charged_for_a_saturday_that_history_worked():
    assert amounts(MostWeekendsInARow(limit=1), "ann  D . . . . . . D | .", first=SUNDAY) == []


def test_whole_weekends_and_none_are_complete_and_halves_are_charged():
    assert amounts(CompleteWeekends(), "ann  . . . . . D N  D D D D D . .") == []
    assert amounts(CompleteWeekends(), "ann  . . . . . D .  . . . . . . D") == [1, 1]
    assert amounts(CompleteWeekends(), "ann  . . . . . D P  . . . . . C D") == [1, 1]


def test_night_weekends_are_complete_as_the_calendar_says():
    assert amounts(CompleteWeekends(), "ann  . . . . N N .", calendar=FRIDAY_NIGHTS) == []
    assert amounts(CompleteWeekends(), "ann  . . . . . N N", calendar=FRIDAY_NIGHTS) == [1]
    assert amounts(CompleteWeekends(), "ann  . . . . . N N") == []


@pytest.mark.parametrize(
    ("picture", "half", "worked"),
    [
        ("ann  . . . . . . N  N . .", [], [1]),
        ("ann  . . . . . N N  N . .", [], [1]),
        ("ann  . . . . . . N  . . .", [1], [1]),
        ("ann  . . . . . . .  N . .", [1], [1]),
        ("ann  . . . . . N .  . . .", [], []),
        ("ann  . . . . . D D  D . .", [], [1]),
        ("ann  . . . . . D .  N . .", [], [1]),
        ("ann  . . . . . . .  D N .", [], []),
    ],
)
def test_nights_that_begin_at_midnight_make_a_weekend_a_day_later(picture, half, worked):
    assert amounts(CompleteWeekends(), picture, calendar=SUNDAY_NIGHTS) == half
    assert amounts(MostWeekends(limit=0), picture, calendar=SUNDAY_NIGHTS) == worked


def test_a_night_that_begins_on_the_monday_after_history_ends_its_weekend():
    assert amounts(CompleteWeekends(), "ann  . N | . .", first=day(7), calendar=SUNDAY_NIGHTS) == [1]
    assert amounts(CompleteWeekends(), "ann  . N | N .", first=day(7), calendar=SUNDAY_NIGHTS) == []
    assert amounts(CompleteWeekends(), "ann  N .", first=day(7), calendar=SUNDAY_NIGHTS) == []


def test_a_saturday_of_history_counts():
    assert amounts(CompleteWeekends(), "ann  D | D", first=SUNDAY) == []
    assert amounts(CompleteWeekends(), "ann  D | .", first=SUNDAY) == [1]
    assert amounts(CompleteWeekends(), "ann  D . | .", first=day(7)) == []


def test_a_weekend_of_which_half_is_unknown_is_not_charged():
    assert amounts(CompleteWeekends(), "ann  D . . . . . D", first=SUNDAY) == []
    assert amounts(CompleteWeekends(), "ann  . . . . N", calendar=FRIDAY_NIGHTS) == []


def test_a_plan_that_begins_on_saturday_does_not_know_of_friday_night():
    assert amounts(CompleteWeekends(), "ann  N .", first=SATURDAY, calendar=FRIDAY_NIGHTS) == []


def test_other_days_may_make_a_weekend():
    friday_first = "ann  D . .  . . . .  . . D  . . . ."
    for rule in (MostWeekends, MostWeekendsInARow):
        assert amounts(rule(limit=1, weekend="Fri-Sun"), friday_first, first=FRIDAY) == [1]
        assert amounts(rule(limit=1, weekend="Sat-Sun"), friday_first, first=FRIDAY) == []
        assert amounts(rule(limit=2, weekend="Sat-Mon"), "ann  . . . D . . . . . . D", first=FRIDAY) == []


def test_every_stretch_of_a_longer_weekend_is_charged_the_days_that_it_lacks():
    rule = CompleteWeekends(weekend="Fri-Sun")
    assert amounts(rule, "ann  D D D", first=FRIDAY) == []
    assert amounts(rule, "ann  D D .", first=FRIDAY) == [1]
    assert amounts(rule, "ann  . D .", first=FRIDAY) == [2]
    assert amounts(rule, "ann  D . D", first=FRIDAY) == [4]


def test_a_longer_weekend_cut_by_the_end_is_judged_by_two_days_or_more():
    rule = CompleteWeekends(weekend="Fri-Sun")
    assert amounts(rule, "ann  D .", first=FRIDAY) == [1]
    assert amounts(rule, "ann  D D", first=FRIDAY) == []
    assert amounts(rule, "ann  D", first=FRIDAY) == []


def test_a_closed_border_does_not_count_a_weekend_that_begins_before_it():
    sundays = "ann  D . . . . . D"
    assert amounts(MostWeekendsInARow(limit=1), sundays, first=SUNDAY) == [1]
    assert amounts(MostWeekendsInARow(limit=1, border="closed"), sundays, first=SUNDAY) == []
    assert amounts(MostWeekendsInARow(limit=1, border="closed"), "ann  D | . . . . . . D", first=SUNDAY) == [1]


def test_weekdays_and_borders_that_nobody_knows_are_refused():
    unit, _ = draw("ann  .")
    for rule in (MostWeekends, MostWeekendsInARow, CompleteWeekends):
        with pytest.raises(ValueError, match="'Sat-Funday' is no weekend"):
            rule(weekend="Sat-Funday").check(unit)
    with pytest.raises(ValueError, match="'shut' is no border"):
        MostWeekendsInARow(border="shut").check(unit)


def test_they_stand_for_those_they_are_for():
    weekenders = {"ann": {"groups": ("weekender",)}}
    for rule in (MostWeekends, MostWeekendsInARow):
        assert amounts(rule(limit=0, to=("not weekender",)), "ann  D \n ben  D", weekenders, first=SATURDAY) == [1]
    rule = CompleteWeekends(to=("weekender",))
    assert amounts(rule, "ann  D . \n ben  D .", weekenders, first=SATURDAY) == [1]


def test_the_sentences_name_person_day_and_number():
    two = "ann  . . . . . D .  . . . . . D ."
    assert says(MostWeekends(limit=1), two) == [
        "With the weekend of Sun 14 Jun Ann works more than 1 weekend in the period."
    ]
    assert says(MostWeekendsInARow(limit=1), two) == [
        "With the weekend of Sun 14 Jun Ann works more than 1 weekend in a row."
    ]
    assert says(CompleteWeekends(), "ann  . . . . . D .") == [
        "Ann works only half of the weekend that ends on Sun 7 Jun."
    ]
    assert says(CompleteWeekends(weekend="Fri-Sun"), "ann  . . . . . D D") == [
        "Ann works only part of the weekend that ends on Sun 7 Jun."
    ]


def weekends(marks, weekday="."):
    """Return a row of weeks from a Monday in which a weekend has an early day, as marked, or none."""
    return "ann  " + "  ".join(f". . . . {weekday} {mark} ." for mark in marks.split())


def test_in_any_so_many_weekends_in_a_row():
    assert amounts(MostWeekends(limit=2, weekends=4), weekends("D . D . . D D .")) == []
    assert amounts(MostWeekends(limit=2, weekends=4), weekends("D . D . . D D D .")) == [1, 1]
    assert amounts(MostWeekends(limit=2, weekends=3), weekends("D D D .")) == [1]
    assert amounts(MostWeekends(limit=0, weekends=3), weekends("D . .")) == [1, 1, 1]


def test_windows_that_the_end_cuts_have_what_is_known_of_them():
    assert amounts(MostWeekends(limit=1, weekends=3), weekends("D . D .")) == [1]
    assert amounts(MostWeekends(limit=1, weekends=3), weekends("D . D")) == [1]
    assert amounts(MostWeekends(limit=1, weekends=3), weekends(". D D")) == [1 + 1]
    assert amounts(MostWeekends(limit=0, weekends=2), weekends(". D") + "  . .") == [1, 1]


def test_weekends_of_history_are_in_windows_and_not_charged_themselves():
    worked = "ann  . . . . . D . | . . . . . D ."
    assert amounts(MostWeekends(limit=1, weekends=2), worked, first=day(7)) == [1]
    assert amounts(MostWeekends(limit=1, weekends=2), "ann  D . . . . . . D . | . . . . . . .") == []


def test_free_weekends_may_be_counted_and_one_with_leave_is_not_free():
    assert amounts(MostWeekends(limit=2, counted="free"), weekends(". D . D")) == []
    assert amounts(MostWeekends(limit=1, counted="free"), weekends(". D . D")) == [1]
    assert amounts(MostWeekendsInARow(limit=1, counted="free"), weekends(". D . . D")) == [1]
    leave = {"requests": (Request("ann", Wish.OFF, day(6), day(6), approved=True),)}
    assert amounts(MostWeekends(limit=1, counted="free"), weekends(". D . D"), **leave) == []


def test_a_weekend_that_the_border_cuts_is_not_free():
    assert amounts(MostWeekends(limit=0, counted="free"), "ann  . D", first=SUNDAY) == []
    assert amounts(MostWeekends(limit=0, counted="free"), "ann  D .", first=FRIDAY) == []


def test_ways_to_count_that_nobody_knows_are_refused():
    unit, _ = draw("ann  .")
    with pytest.raises(ValueError, match="'half' is no way to count weekends; write worked or free"):
        MostWeekends(counted="half").check(unit)


def test_the_sentences_say_what_is_counted_and_in_what():
    assert says(MostWeekends(limit=0, counted="free", weekends=2), weekends("D . D")) == [
        "With the weekend of Sun 14 Jun Ann has free more than 0 weekends in some 2 weekends in a row.",
        "With the weekend of Sun 21 Jun Ann has free more than 0 weekends in some 2 weekends in a row.",
    ]


def test_a_weekend_may_begin_with_the_night_of_friday():
    free = MostWeekends(limit=0, counted="free", weekend="Fri night-Sun")
    assert amounts(free, "ann  . . . . D . .") == [1]
    assert amounts(free, "ann  . . . . N . .") == []
    assert amounts(MostWeekends(limit=0, weekend="fri night - sun"), "ann  . . . . N . .  . . . . E . .") == [1]


def test_a_weekend_with_leave_may_be_excused():
    leave = {"requests": (Request("ann", Wish.OFF, day(6), day(6), approved=True),)}
    assert amounts(CompleteWeekends(), "ann  . . . . . D .", **leave) == [1]
    assert amounts(CompleteWeekends(leave_is="excused"), "ann  . . . . . D .", **leave) == []
    assert amounts(CompleteWeekends(leave_is="excused"), "ann  . . . . . . D", **leave) == [1]
    assert amounts(IdenticalWeekends(leave_is="excused"), "ann  . . . . . D .", **leave) == []
    assert amounts(IdenticalWeekends(leave_is="excused"), "ann  . . . . . D N", **leave) == [2]


def test_only_some_shifts_may_make_a_weekend_worked():
    calls = MostWeekends(limit=0, shifts=("on call",))
    assert amounts(calls, "ann  C .", first=SATURDAY) == [1]
    assert amounts(calls, "ann  D .", first=SATURDAY) == []
    assert amounts(MostWeekends(limit=0, shifts=("not S",)), "ann  S .", first=SATURDAY) == []


def test_with_a_planned_border_weekends_before_the_plan_do_not_count():
    picture = "ann  D . . . . . . | D . ."
    assert amounts(MostWeekendsInARow(limit=1), picture, first=day(12)) == [1]
    assert amounts(MostWeekendsInARow(limit=1, border="planned"), picture, first=day(12)) == []
    free = MostWeekendsInARow(limit=0, counted="free", border="planned")
    assert amounts(free, "ann  . | . .", first=SUNDAY) == []
