import pytest

from optimizer.staffing.rules.sequence.wanted_pattern import WantedPattern
from tests.draw import amounts, draw, says

WEEK = "ann  . . . . . "


def test_a_pattern_that_is_had_often_enough_is_fine_and_each_time_missing_is_charged():
    assert amounts(WantedPattern(), WEEK + ". .") == []
    assert amounts(WantedPattern(), WEEK + "D .") == [1]
    assert amounts(WantedPattern(limit=2), WEEK + ". .") == [1]


def test_it_may_have_to_begin_on_some_days():
    wanted = WantedPattern(pattern=("off", "off"), begins=("2026-06-02", "2026-06-04"))
    assert amounts(wanted, "ann  D . . D D") == []
    assert amounts(wanted, "ann  . . D D D") == [1]
    assert amounts(WantedPattern(pattern=("off", "off"), begins=("Sat",)), "ann  . . . . D D D") == [1]


def test_what_was_before_the_plan_does_not_count():
    assert amounts(WantedPattern(pattern=("off", "off")), "ann  . | . D") == [1]


def test_the_sentence_says_how_often():
    assert says(WantedPattern(limit=2), WEEK + ". .") == [
        "Ann's days go 1 time by a wanted pattern in the period: Sat off, Sun off; it should be 2 or more."
    ]


def test_days_that_nobody_knows_are_refused():
    unit, _ = draw("ann  .")
    with pytest.raises(ValueError, match="'Someday' says no day"):
        WantedPattern(begins=("Someday",)).check(unit)
