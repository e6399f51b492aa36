from dataclasses import replace

import pytest

from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.rotation import Rotation
from optimizer.staffing.rules.sequence.follow_rotation import FREE, FollowRotation
from optimizer.staffing.rules.sequence.rotation_days import days_kept, days_lost
from tests.draw import ROLES, amounts, day, draw, says

THREE_DAYS = (Rotation("Team", ("D", "N", ""), day(0)),)


def following(*people, **facts):
    return {who: {"rotation": "Team", **facts} for who in people}


def found(picture, people=None, rule=None, rotations=THREE_DAYS, **facts):
    return amounts(rule or FollowRotation(), picture, people or following("ann"), rotations=rotations, **facts)


def told(picture, people=None, rotations=THREE_DAYS, **facts):
    return says(FollowRotation(), picture, people or following("ann"), rotations=rotations, **facts)


def lost(picture, people=None, **facts):
    unit, _ = draw(picture, people or following("ann"), rotations=THREE_DAYS, **facts)
    return [(each.planned.day, each.planned.code, each.why) for each in days_lost(unit)]


def test_the_pattern_comes_again_and_again_and_every_day_off_it_counts():
    assert found("ann  D N . D N .") == []
    assert found("ann  D D . D N .") == [1]
    assert found("ann  . N E D . .") == [1, 1, 1]


def test_a_shift_is_followed_in_any_role_and_others_follow_nothing():
    assert found("ann  D/Charge N . \n ben  . E E") == []


def test_each_is_where_their_own_first_day_says():
    own = following("ann", rotation_day_one=day(1))
    assert found("ann  . D N . D N", own) == []
    assert found("ann  . D N . D N", following("ann", rotation_day_one=day(-59))) == []
    assert found("ann  D N . D N .", own) == [1] * 6


def test_before_its_first_day_nobody_follows_it_and_history_is_not_judged():
    later = (Rotation("Team", ("D", "N", ""), day(2)),)
    assert found("ann  E E D N .", rotations=later) == []
    assert found("ann  E E | D N .", rotations=(Rotation("Team", ("D", "N", ""), day(-3)),)) == []


def test_days_off_may_be_filled_where_the_unit_says_so():
    rule = FollowRotation(days_off=FREE)
    assert found("ann  D N E", rule=rule) == []
    assert found("ann  D . E", rule=rule) == [1]


def test_what_is_entered_by_hand_may_stand_on_any_day_and_a_call_on_a_day_off_may_not():
    assert found("ann  P S P") == []
    assert found("ann  D N C") == [1]


def test_leave_and_blocked_days_go_before_it():
    leave = (Request("ann", Wish.OFF, day(0), day(0), approved=True),)
    blocked = (Request("ann", Wish.BLOCKED, day(1), day(2)),)
    assert found("ann  . N .", requests=leave) == []
    assert found("ann  D . .", requests=blocked) == []
    assert lost("ann  . . .", requests=leave + blocked) == [
        (day(0), "D", "approved leave"), (day(1), "N", "a blocked day"),
    ]  # fmt: skip


def test_leave_for_another_shift_or_a_wish_does_not():
    other = (
        Request("ann", Wish.OFF, day(0), day(0), shift="N", approved=True),
        Request("ann", Wish.OFF, day(0), day(0)),
    )
    assert found("ann  . N .", requests=other) == [1]


def test_contract_and_credentials_go_before_it_and_so_does_a_day_not_employed():
    assert lost("ann  . . .", following("ann", shifts=("N", "E"))) == [(day(0), "D", "the contract allows N or E")]
    charge = {"ann": {"rotation": "Team", "roles": ("Charge",), "credentials": {"charge course": day(0)}}}
    assert lost("ann  . . .", charge) == [(day(1), "N", "no valid credential as Charge")]
    assert found("ann  D . .", charge) == []
    assert found("ann  D . .", following("ann", leaves=day(0))) == []


def test_a_credential_for_one_of_two_roles_is_enough():
    assert lost("ann  . . .") == []
    assert "charge course" in ROLES[1].requires


def test_a_cell_that_is_closed_to_a_solver_is_not_held_against_anybody():
    unit, _ = draw("ann  . . .", following("ann"), rotations=THREE_DAYS)
    closed = replace(unit, closed=frozenset({("ann", day(0))}))
    assert [each.day for each in days_kept(closed)] == [day(1), day(2)]


def test_a_solver_is_offered_what_the_rotation_has_though_nobody_needs_it():
    unit, _ = draw("ann  . . . \n ben  . . .", following("ann"), rotations=THREE_DAYS)
    assert [(pair.who, *pair.what) for pair in sorted(unit.offered)] == [
        ("ann", day(0), "D", "RN"), ("ann", day(1), "N", "RN"),
    ]  # fmt: skip


def test_the_sentence_names_person_shift_day_and_rotation():
    assert told("ann  E N E") == [
        "Ann has no D on Mon 1 Jun, but the rotation Team does.",
        "Ann has a duty on Wed 3 Jun, a day off in the rotation Team.",
    ]


def test_days_off_are_kept_or_free():
    unit, _ = draw("ann  .")
    with pytest.raises(ValueError, match="write kept or free"):
        FollowRotation(days_off="sometimes").check(unit)
    assert FollowRotation(days_off=FREE).told.endswith("go before it; its days off may be filled.")
