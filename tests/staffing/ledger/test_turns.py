from dataclasses import replace
from datetime import date

from optimizer.staffing.facts.turn import TurnHad
from optimizer.staffing.ledger.turns import turn_lists, turns_after
from tests.draw import ROLES, SHIFTS, day, draw

WORDS = {"C": "call", "P": "low census"}
FACTS = {
    "shifts": tuple(replace(shift, turn=WORDS.get(shift.code, "")) for shift in SHIFTS),
    "roles": tuple(replace(role, turn="charge" if role.name == "Charge" else "") for role in ROLES),
}
CHRISTMAS = {"holidays": {day(0): "Christmas"}}


def lists(picture, people=None, before=None, **facts):
    unit, plan = draw(picture, people, **FACTS, **facts)
    return {what: [place.who for place in found] for what, found in turn_lists(unit, plan, before).items()}


def test_what_was_worked_is_kept_by_holiday_and_by_the_words_of_shifts_and_roles():
    unit, plan = draw("ann  C | D/Charge P \n ben  . | C E", **FACTS, calendar=CHRISTMAS)
    assert turns_after(unit, plan) == (
        TurnHad(day(-1), "call", "ann"),
        TurnHad(day(0), "Christmas", "ann"),
        TurnHad(day(0), "call", "ben"),
        TurnHad(day(0), "charge", "ann"),
        TurnHad(day(1), "low census", "ann"),
    )


def test_what_is_known_already_is_kept_once():
    known = (TurnHad(date(2025, 12, 25), "Christmas", "old"), TurnHad(day(-1), "call", "ann"))
    unit, plan = draw("ann  C | C", **FACTS, turns=known)
    assert turns_after(unit, plan) == (*known, TurnHad(day(0), "call", "ann"))


def test_next_is_who_never_had_it_then_whose_last_is_longest_ago():
    assert lists("ann  C . \n ben  . C \n cal  . .")["call"] == ["cal", "ann", "ben"]


def test_of_those_who_had_it_last_on_one_day_who_had_fewer_is_next():
    assert lists("ann  C C \n ben  . C \n cal  C .")["call"] == ["cal", "ben", "ann"]


def test_what_is_planned_after_a_day_is_left_out_when_asked():
    assert lists("ann  C . \n ben  . C \n cal  . .", before=day(1))["call"] == ["ben", "cal", "ann"]


def test_only_those_whom_contract_role_and_dates_allow_it_are_in_a_list():
    people = {"ann": {"shifts": ("D",)}, "ben": {"roles": ("RN",)}, "cal": {"leaves": day(0)}}
    found = lists("ann  . . \n ben  . . \n cal  . .", people, calendar=CHRISTMAS)
    assert (found["call"], found["charge"], found["low census"]) == (["ben"], ["ann"], ["ann", "ben"])
    assert found["Christmas"] == ["ann", "ben"]


def test_a_list_that_is_kept_by_hand_alone_is_a_list_too():
    assert lists("ann  . \n ben  .", turns=(TurnHad(day(-3), "to ICU", "ann"),))["to ICU"] == ["ben", "ann"]
