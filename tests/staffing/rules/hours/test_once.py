import pytest

from optimizer.staffing.rules.hours.duties import FewestDuties, MostDuties
from optimizer.staffing.rules.hours.hours_in_period import FewestHoursInPeriod, MostHoursInPeriod
from optimizer.staffing.rules.weekends.weekends import MostWeekends
from tests.draw import amounts, day, draw, says


def test_a_breach_that_is_charged_once_costs_the_same_however_large():
    once = MostDuties(limit=2, charged="once")
    assert amounts(once, "ann  D D .") == []
    assert amounts(once, "ann  D D D") == amounts(once, "ann  D D D D D") == [1]
    assert amounts(FewestDuties(limit=3, charged="once"), "ann  D D D .") == []
    assert amounts(FewestDuties(limit=3, charged="once"), "ann  D . . .") == [1]


def test_hours_charged_once_cost_the_price_of_one_hour():
    assert amounts(MostHoursInPeriod(limit=16 * 60, charged="once"), "ann  D D .") == []
    assert amounts(MostHoursInPeriod(limit=16 * 60, charged="once"), "ann  D D D D") == [60]
    assert amounts(FewestHoursInPeriod(limit=24 * 60, charged="once"), "ann  D . .") == [60]


def test_every_week_is_charged_by_itself_and_what_is_past_is_not():
    once = MostDuties(limit=1, span="week", charged="once")
    assert amounts(once, "ann  D D D . . . . D D") == [1, 1]
    assert amounts(MostDuties(limit=1, span="4 days", charged="once"), "ann  D D . | .") == []


def test_weekends_too_many_are_charged_once():
    weekends = "ann  D . . . . . . D . . . . . . D"
    assert amounts(MostWeekends(limit=1), weekends, first=day(5)) == [1, 1]
    assert amounts(MostWeekends(limit=1, charged="once"), weekends, first=day(5)) == [1]


def test_a_night_before_a_weekend_that_follows_the_plan_begins_it():
    assert amounts(MostWeekends(limit=0, eve=("night",)), "ann  . . . . N") == [1]
    assert amounts(MostWeekends(limit=0, eve=("night",)), "ann  . . . . D") == []
    assert amounts(MostWeekends(limit=0, eve=("night",)), "ann  . . . N .") == []


def test_the_sentence_has_no_total():
    assert says(MostDuties(limit=1, charged="once"), "ann  D D") == ["Ann has more than 1 duty in the period."]
    assert says(FewestHoursInPeriod(limit=9 * 60, charged="once"), "ann  D .") == [
        "Ann has fewer than 9 h paid in the period."
    ]


def test_another_way_to_charge_is_refused():
    unit, _ = draw("ann  .")
    with pytest.raises(ValueError, match="'twice' is no way to charge a breach; write each or once"):
        MostDuties(charged="twice").check(unit)
    with pytest.raises(ValueError, match="charged each"):
        MostWeekends(weekends=4, charged="once").check(unit)
