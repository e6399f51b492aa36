from datetime import date

import pytest

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy, Ruling
from optimizer.planning.score import Judge
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.turn import TurnHad
from optimizer.staffing.rules.wishes.holiday_turns import ANY, BOTH, HolidayTurns
from tests.draw import amounts, draw, says

EVE, DAY = date(2026, 12, 24), date(2026, 12, 25)
CALENDAR = {
    "holidays": {EVE: "Christmas Eve", DAY: "Christmas", date(2026, 12, 26): "Boxing Day"},
    "holiday_pairs": {EVE: "Christmas", DAY: "Christmas"},
}
LAST_YEAR = (TurnHad(date(2025, 12, 25), "Christmas", "ann"),)


def found(picture, rule=None, first=EVE, calendar=CALENDAR, **facts):
    return amounts(rule or HolidayTurns(), picture, first=first, calendar=calendar, **facts)


def test_nobody_has_the_holiday_again_that_they_had_last_year():
    assert found("ann  . D . \n ben  . D .", turns=LAST_YEAR) == [1]
    assert found("ann  D . D", turns=LAST_YEAR) == []


def test_how_many_years_count_is_the_limit():
    before = (TurnHad(date(2024, 12, 25), "Christmas", "ann"),)
    assert found("ann  . D .", turns=before) == []
    assert found("ann  . D .", HolidayTurns(limit=2), turns=before) == [1]
    assert found("ann  . D .", HolidayTurns(limit=0), turns=LAST_YEAR) == []


def test_calls_and_leave_are_not_the_holiday_and_a_night_is_of_the_day_it_begins_on():
    assert found("ann  . C .", turns=LAST_YEAR) == []
    assert found("ann  N P .", turns=LAST_YEAR) == []


def test_of_a_pair_one_is_enough():
    assert found("ann  D . D \n ben  . D D \n cal  D D .") == [1]


def test_two_duties_on_one_day_are_one_holiday():
    unit, plan = draw("ann  D . .", first=EVE, calendar=CALENDAR)
    judge = Judge(formulate(unit, Policy((Ruling(HolidayTurns()),))))
    assert judge.findings(judge.judge(plan | {Pair("ann", Duty(EVE, "E", "RN"))})) == ()


def test_a_pair_goes_on_across_the_border_by_history_and_by_turns():
    assert found("ann  D | D .", first=DAY) == [1]
    assert found("ann  . | D .", first=DAY) == []
    assert found("ann  D .", first=DAY, turns=(TurnHad(EVE, "Christmas Eve", "ann"),)) == [1]


def test_a_pair_may_be_worked_as_one():
    both = HolidayTurns(pair=BOTH)
    assert found("ann  D D . \n ben  . . D", both) == []
    assert found("ann  D . . \n ben  . D .", both) == [1, 1]
    assert found("ann  . | D .", both, first=DAY) == [1]
    assert found("ann  D .", both, first=DAY) == []


def test_who_had_one_of_a_pair_worked_as_one_has_none_again():
    assert found("ann  D D .", HolidayTurns(pair=BOTH), turns=LAST_YEAR) == [1, 1]


def test_pairs_may_be_left_alone_and_next_years_holiday_is_no_part_of_this_one():
    assert found("ann  D D .", HolidayTurns(pair=ANY)) == []
    years = {"holidays": {EVE: "Eve", DAY: "Day", date(2025, 12, 24): "Eve"}}
    years["holiday_pairs"] = dict.fromkeys(years["holidays"], "Christmas")
    turns = (TurnHad(date(2025, 12, 24), "Eve", "ann"),)
    assert found("ann  . D", calendar=years, turns=turns) == []


def test_the_sentences_name_person_holiday_and_years():
    facts = {"first": EVE, "calendar": CALENDAR}
    assert says(HolidayTurns(), "ann  . D .", turns=LAST_YEAR, **facts) == [
        "Ann works Christmas (Fri 25 Dec) again, after 2025."
    ]
    assert says(HolidayTurns(), "ann  D D .", **facts) == [
        "Ann works Christmas (Fri 25 Dec) after another holiday of Christmas; it should be one of them at most."
    ]
    assert says(HolidayTurns(pair=BOTH), "ann  D . .", **facts) == [
        "Ann works only a part of Christmas, which goes together: it shows on Christmas (Fri 25 Dec)."
    ]


def test_another_word_for_pairs_is_refused():
    unit, _ = draw("ann  .")
    with pytest.raises(ValueError, match="write one, both or any"):
        HolidayTurns(pair="two").check(unit)
