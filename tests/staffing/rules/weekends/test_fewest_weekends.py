import pytest

from optimizer.staffing.rules.weekends.fewest_weekends import FewestWeekendsInARow
from tests.draw import amounts, day, draw, says

SATURDAY, SUNDAY = day(5), day(6)
WEEK = " . . . . . "


def weekends(*pairs, before=""):
    """Draw weekends of two days with free weeks between."""
    return "ann  " + before + WEEK.join(pairs)


def found(rule, *pairs, **facts):
    return amounts(rule, weekends(*pairs), first=SATURDAY, **facts)


def test_exactly_the_fewest_in_a_row_are_fine_and_the_missing_are_charged_when_the_run_ends():
    assert found(FewestWeekendsInARow(limit=2), ". .", "D .", ". N", ". .") == []
    assert found(FewestWeekendsInARow(limit=3), ". .", "D .", ". N", ". .") == [1]
    assert found(FewestWeekendsInARow(limit=3), ". .", "D D", ". .", "D D", "D D", ". .") == [2, 1]


def test_an_open_border_lets_a_run_go_on_beyond_it_and_a_closed_one_does_not():
    touching = ("D .", ". .", "D .")
    assert found(FewestWeekendsInARow(limit=2), *touching) == []
    assert found(FewestWeekendsInARow(limit=2, border="closed"), *touching) == [1, 1]
    assert found(FewestWeekendsInARow(limit=2, border="closed"), "D .", "D .") == []


def test_a_closed_border_charges_a_run_before_a_plan_that_ends_in_the_week_or_in_a_weekend():
    rule = FewestWeekendsInARow(limit=2, border="closed")
    assert amounts(rule, "ann  D . . . .", first=SATURDAY) == [1]
    assert amounts(rule, "ann  D . . . . . . D", first=SATURDAY) == []
    assert amounts(rule, "ann  . . . . . . . D", first=SATURDAY) == [1]


def test_a_weekend_that_begins_before_a_closed_border_does_not_count():
    assert amounts(FewestWeekendsInARow(limit=2, border="closed"), "ann  D . .", first=SUNDAY) == []
    assert amounts(FewestWeekendsInARow(limit=2, border="closed"), "ann  D | D . .", first=SUNDAY) == [1]


def test_three_days_may_make_a_weekend():
    rule = FewestWeekendsInARow(limit=2, weekend="Fri-Sun", border="closed")
    assert amounts(rule, "ann  . . . . D . .  . . . . . . D  . . .") == []
    assert amounts(rule, "ann  . . . . D . .  . . . D . . .  . . .") == [1]


def test_history_counts_to_the_run():
    assert amounts(FewestWeekendsInARow(limit=2), weekends(". .", "D . |", "D .", ". ."), first=day(14)) == []
    assert amounts(FewestWeekendsInARow(limit=2), weekends(". .", "D . |", ". ."), first=day(14)) == [1]


def test_it_stands_for_those_it_is_for():
    assert found(FewestWeekendsInARow(to=("not ann",), border="closed"), "D .", ". .") == []


def test_weekdays_and_borders_that_nobody_knows_are_refused():
    unit, _ = draw("ann  .")
    for weekend in ("Sat-Funday", "weekend", "", "Mon-Sun"):
        with pytest.raises(ValueError, match="weekend"):
            FewestWeekendsInARow(weekend=weekend).check(unit)
    with pytest.raises(ValueError, match="'shut' is no border; it is open, closed, closed before or planned"):
        FewestWeekendsInARow(border="shut").check(unit)
    FewestWeekendsInARow(weekend="fri - mon", border="closed").check(unit)


def test_the_sentence_names_person_day_and_number():
    assert says(FewestWeekendsInARow(border="closed"), "ann  D . .", first=SATURDAY) == [
        "By Mon 8 Jun Ann works only 1 weekend in a row; it should be 2 or more."
    ]


def test_free_weekends_may_be_wanted_in_blocks():
    free = FewestWeekendsInARow(limit=2, counted="free", border="closed")
    assert found(free, "D .", ". .", ". .", "D .") == []
    assert found(free, "D .", ". .", "D .", ". .") == [1, 1]
