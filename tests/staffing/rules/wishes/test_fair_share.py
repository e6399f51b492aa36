from dataclasses import replace
from datetime import timedelta

import pytest

from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.ledger import LedgerRow
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.turn import TurnHad
from optimizer.staffing.rules.wishes.fair_share import FairShare
from tests.draw import ROLES, SHIFTS, amounts, day, draw, says

EXACT = FairShare(limit=0)
HALF = {"ben": {"fte": 0.5}}
NIGHT_NURSE = {"nan": {"shifts": ("N",)}}


def a_day(shift, people=1):
    return (Need(When(), shift, "RN", people, people),)


def test_equal_shares_are_fair_and_so_is_what_cannot_be_divided():
    assert amounts(EXACT, "ann  N N . . \n ben  . . N N", needs=a_day("N")) == []
    assert amounts(EXACT, "ann  N N . \n ben  . . N", needs=a_day("N")) == []


def test_tolerance_is_allowed_and_what_lies_beyond_is_charged_up_and_down():
    assert amounts(FairShare(limit=1), "ann  N N N . \n ben  . . . N", needs=a_day("N")) == []
    assert amounts(FairShare(limit=1), "ann  N N N N \n ben  . . . .", needs=a_day("N")) == [1, 1]
    assert amounts(EXACT, "ann  N N N N \n ben  . . . .", needs=a_day("N")) == [2, 2]


def test_half_time_is_half_a_share():
    assert amounts(EXACT, "ann  N N N N . . \n ben  . . . . N N", HALF, needs=a_day("N")) == []


def test_days_on_approved_leave_and_before_employment_ask_for_no_share():
    leave = (Request("ben", Wish.OFF, day(0), day(2), approved=True),)
    assert amounts(EXACT, "ann  N N N N . . \n ben  . . . . N N", needs=a_day("N"), requests=leave) == []
    new = {"ben": {"started": day(3)}}
    assert amounts(EXACT, "ann  N N N N . . \n ben  . . . . N N", new, needs=a_day("N")) == []


def test_night_staff_take_their_contract_and_leave_the_rest_to_share():
    picture = """
        nan  N N N N N . . N N N N N . .
        ann  . . . . . N N . . . . . . .
        ben  . . . . . . . . . . . . N N
    """
    assert amounts(EXACT, picture, NIGHT_NURSE, needs=a_day("N")) == []
    assert amounts(EXACT, picture.replace("ann  . . . . .", "ann  N N N N N"), NIGHT_NURSE, needs=a_day("N")) == [5]


def test_night_staff_who_could_take_everything_leave_nothing_to_share():
    assert amounts(EXACT, "nan  N . \n ann  . N", NIGHT_NURSE, needs=(Need(When(), "N", "RN", 0, 0),)) == [1]


def test_those_whose_contract_knows_no_nights_take_none():
    people = {"dee": {"shifts": ("D", "E")}}
    assert amounts(EXACT, "ann  N N . . \n ben  . . N N \n dee  D D E E", people, needs=a_day("N")) == []


def test_night_staff_on_leave_take_no_nights():
    leave = (Request("nan", Wish.OFF, day(0), day(3), approved=True),)
    picture = "nan  . . . . \n ann  N N . . \n ben  . . N N"
    assert amounts(EXACT, picture, NIGHT_NURSE, needs=a_day("N"), requests=leave) == []


def test_on_call_nights_are_not_shared():
    assert amounts(EXACT, "ann  C C \n ben  . .", needs=a_day("C")) == []


def test_another_main_role_has_a_share_of_its_own():
    people = {"cal": {"roles": ("CNA",), "job": "CNA"}}
    needs = (*a_day("N"), Need(When(), "N", "CNA", 1, 1))
    assert amounts(EXACT, "ann  N . \n ben  . N \n cal  N N", people, needs=needs) == []


def test_weekend_duties_are_shared_as_the_calendar_counts_them():
    weekends = FairShare(limit=0, burden="weekends")
    assert amounts(weekends, "ann  D D D D . D . \n ben  . . . . D . D", needs=a_day("D")) == []
    friday_nights = {"night_weekend_shift": -1}
    nights = "ann  . . . . N . N \n ben  . . . . . N ."
    assert amounts(weekends, nights, needs=a_day("N"), calendar=friday_nights) == []
    assert amounts(weekends, "ann  . N \n ben  . .", needs=a_day("N"), first=day(4), calendar=friday_nights) == [1]


def test_one_duty_that_fills_two_windows_is_one_duty_to_share():
    needs = a_day("07:00-15:00") + a_day("15:00-19:00")
    assert amounts(FairShare(limit=0, burden="weekends"), "ann  L . \n ben  . L", needs=needs, first=day(5)) == []


def test_night_windows_are_nights_to_share():
    assert amounts(EXACT, "ann  N . \n ben  . M", needs=a_day("23:00-07:00")) == []


def test_holidays_are_shared():
    holidays = FairShare(limit=0, burden="holidays")
    calendar = {"holidays": {day(0): "Whit Monday", day(3): "Corpus Christi"}}
    assert amounts(holidays, "ann  D D D . \n ben  . . . D", needs=a_day("D"), calendar=calendar) == []
    assert amounts(holidays, "ann  D . . D \n ben  . D D .", needs=a_day("D"), calendar=calendar) == [1, 1]


def test_those_outside_the_rule_take_their_contract_and_are_not_charged():
    people = {"ben": {"shifts": ("D", "N")}}
    rule = FairShare(limit=0, to=("not ben",))
    assert amounts(rule, "ann  N N . . \n ben  . . N N", people, needs=a_day("N")) == []
    assert amounts(rule, "ann  N N N N \n ben  . . . .", people, needs=a_day("N")) == [2]


def test_a_burden_that_nobody_can_count_is_refused():
    unit, _ = draw("ann  .")
    with pytest.raises(ValueError, match="'mondays' cannot be shared"):
        FairShare(burden="mondays").check(unit)


def test_the_sentence_names_person_number_and_share():
    assert says(FairShare(limit=1), "ann  N N N N \n ben  . . . .", needs=a_day("N")) == [
        "Ann has 4 night duties; the fair share is 1 to 3.",
        "Ben has 0 night duties; the fair share is 1 to 3.",
    ]


def before(who, nights, first=-7, **facts):
    return LedgerRow(who, day(first), day(first + 6), facts.pop("fte", 1.0), facts.pop("present", 7), nights, **facts)


def test_without_looking_back_the_ledger_counts_for_nothing():
    ledger = (before("ann", 4), before("ben", 0))
    assert amounts(EXACT, "ann  N N . . \n ben  . . N N", needs=a_day("N"), ledger=ledger) == []


def test_who_had_more_before_takes_as_many_fewer_now():
    ledger, back = (before("ann", 3), before("ben", 1)), FairShare(limit=0, back=1)
    assert amounts(back, "ann  N . . . \n ben  . N N N", needs=a_day("N"), ledger=ledger) == []
    assert amounts(back, "ann  N N . . \n ben  . . N N", needs=a_day("N"), ledger=ledger) == [1, 1]
    assert says(back, "ann  N N . . \n ben  . N N N", needs=a_day("N"), ledger=ledger) == [
        "Ann has 2 night duties; the fair share is 1 to 1."
    ]


def test_who_had_more_than_can_be_made_good_takes_none_and_the_others_take_all():
    ledger, back = (before("ann", 20), before("ben", 0)), FairShare(limit=0, back=1)
    assert amounts(back, "ann  . . . . \n ben  N N N N", needs=a_day("N"), ledger=ledger) == []
    assert amounts(back, "ann  N . . . \n ben  . N N N", needs=a_day("N"), ledger=ledger) == [1, 1]


def test_only_so_many_periods_count():
    ledger = (before("ann", 0, -14), before("ben", 2, -14), before("ann", 2), before("ben", 0))
    picture = "ann  N N . . \n ben  . . N N"
    assert amounts(FairShare(limit=0, back=2), picture, needs=a_day("N"), ledger=ledger) == []
    assert amounts(FairShare(limit=0, back=1), picture, needs=a_day("N"), ledger=ledger) == [1, 1]


def test_what_was_fair_before_goes_by_fte_and_days_present_then():
    even, back = "ann  N N . . \n ben  . . N N", FairShare(limit=0, back=1)
    assert amounts(back, even, needs=a_day("N"), ledger=(before("ann", 4), before("ben", 2, fte=0.5))) == []
    assert amounts(back, even, needs=a_day("N"), ledger=(before("ann", 7), before("ben", 2, present=2))) == []


def test_who_was_not_there_and_who_is_not_any_more_owe_nothing():
    back = FairShare(limit=0, back=1)
    ledger = (before("ann", 5), before("old", 0))
    assert amounts(back, "ann  N N . . \n ben  . . N N", needs=a_day("N"), ledger=ledger) == []


def test_another_burden_looks_back_at_its_own_column():
    weekends = FairShare(limit=0, burden="weekends", back=1)
    ledger = (before("ann", 0, weekends=2), before("ben", 9, weekends=0))
    assert amounts(weekends, "ann  . . \n ben  D D", needs=a_day("D"), first=day(5), ledger=ledger) == []


def in_turn(**words):
    """Return shifts and roles of which some are turns: the words by code or name."""
    shifts = tuple(replace(shift, turn=words.get(shift.code, "")) for shift in SHIFTS)
    return {"shifts": shifts, "roles": tuple(replace(role, turn=words.get(role.name, "")) for role in ROLES)}


def test_any_shift_or_role_is_shared_by_its_name():
    assert amounts(FairShare(limit=0, burden="E"), "ann  E E D D \n ben  D D E E", needs=a_day("E")) == []
    assert amounts(FairShare(limit=0, burden="E"), "ann  E E E E \n ben  N N N N", needs=a_day("E")) == [2, 2]
    charge = (Need(When(), "D", "Charge", 1, 1),)
    picture = "ann  D/Charge D/Charge \n ben  D D"
    assert amounts(FairShare(limit=0, burden="Charge"), picture, needs=charge) == [1, 1]


def test_calls_are_shared_by_the_word_that_they_have():
    calls, facts = FairShare(limit=0, burden="call"), {"needs": a_day("C"), **in_turn(C="call")}
    assert amounts(calls, "ann  C C . . \n ben  . . C C", **facts) == []
    assert amounts(calls, "ann  C C C . \n ben  . . . C", **facts) == [1, 1]
    assert says(calls, "ann  C C C C \n ben  . . . .", **facts)[0] == (
        "Ann has 4 call duties; the fair share is 2 to 2."
    )


def test_who_may_not_have_a_shift_or_role_has_no_share_of_it():
    people, charge = {"ben": {"roles": ("RN",)}}, (Need(When(), "D", "Charge", 1, 1),)
    assert amounts(FairShare(limit=0, burden="Charge"), "ann  D/Charge \n ben  .", people, needs=charge) == []


def test_turns_of_earlier_periods_are_made_good():
    ledger, back = (before("ann", 0), before("ben", 0)), FairShare(limit=0, burden="call", back=1)
    turns = tuple(TurnHad(ledger[0].first + timedelta(n), "call", "ann") for n in range(2))
    facts = {"needs": a_day("C"), "ledger": ledger, "turns": turns, **in_turn(C="call")}
    assert amounts(back, "ann  C . . . \n ben  . C C C", **facts) == []
    assert amounts(back, "ann  C C . . \n ben  . . C C", **facts) == [1, 1]


def test_back_is_refused_for_what_has_no_word_for_turns():
    unit, _ = draw("ann  .", **in_turn(C="call"))
    FairShare(burden="call", back=1).check(unit)
    with pytest.raises(ValueError, match="column Turn"):
        FairShare(burden="C", back=1).check(unit)
