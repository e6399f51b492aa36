from optimizer.staffing.rules.weekends.identical_weekends import IdenticalWeekends
from tests.draw import amounts, day, says

FRIDAY, SATURDAY, SUNDAY = day(4), day(5), day(6)


def test_one_shift_all_weekend_and_none_are_fine_and_each_other_shift_and_day_off_is_charged():
    assert amounts(IdenticalWeekends(), "ann  . . . . . D D  E E E E E . .") == []
    assert amounts(IdenticalWeekends(), "ann  . . . . . D E  . . . . . . N") == [2, 1]


def test_three_days_may_make_a_weekend():
    rule = IdenticalWeekends(weekend="Fri-Sun")
    assert amounts(rule, "ann  D D D", first=FRIDAY) == []
    assert amounts(rule, "ann  D D E", first=FRIDAY) == [3]
    assert amounts(rule, "ann  . N N", first=FRIDAY) == [1]


def test_leave_and_on_call_are_days_off():
    assert amounts(IdenticalWeekends(), "ann  P P  . . . . .  C D", first=SATURDAY) == [1]


def test_a_night_counts_as_the_calendar_says():
    fridays = {"night_weekend_shift": -1}
    assert amounts(IdenticalWeekends(), "ann  N N .", first=FRIDAY, calendar=fridays) == []
    assert amounts(IdenticalWeekends(), "ann  . N N", first=FRIDAY, calendar=fridays) == [1]


def test_a_weekend_cut_by_the_beginning_is_not_judged_and_one_cut_by_the_end_by_two_days_or_more():
    assert amounts(IdenticalWeekends(), "ann  D .", first=SUNDAY) == []
    assert amounts(IdenticalWeekends(), "ann  . D", first=FRIDAY) == []
    assert amounts(IdenticalWeekends(weekend="Fri-Sun"), "ann  D E", first=FRIDAY) == [2]


def test_history_counts():
    assert amounts(IdenticalWeekends(), "ann  D | E", first=SUNDAY) == [2]
    assert amounts(IdenticalWeekends(), "ann  D E | .", first=day(7)) == []


def test_it_stands_for_those_it_is_for():
    assert amounts(IdenticalWeekends(to=("not ann",)), "ann  D E", first=SATURDAY) == []


def test_the_sentence_names_person_and_day():
    assert says(IdenticalWeekends(), "ann  D E", first=SATURDAY) == [
        "Ann does not work the same shift all through the weekend that ends on Sun 7 Jun."
    ]
