from dataclasses import replace

from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy, Ruling
from optimizer.planning.score import Judge
from optimizer.staffing.facts.request import Bond, Request, Tie, Wish
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.rules.wishes.ties import KeepApart, KeepTogether
from tests.draw import SHIFTS, amounts, day, draw, says

TOGETHER = (Tie("ann", "ben", Bond.TOGETHER),)
APART = (Tie("ann", "ben", Bond.APART),)


def test_the_same_shifts_are_together_in_whatever_role_and_every_duty_apart_is_charged():
    assert amounts(KeepTogether(), "ann  D N . C \n ben  D/Charge N . C", ties=TOGETHER) == []
    assert amounts(KeepTogether(), "ann  D . D \n ben  . N E", ties=TOGETHER) == [1, 1, 1, 1]


def test_class_and_leave_are_for_each_alone():
    assert amounts(KeepTogether(), "ann  S P \n ben  . .", ties=TOGETHER) == []
    assert amounts(KeepApart(), "ann  S P \n ben  S P", ties=APART) == []


def test_different_shifts_are_apart_and_every_shift_together_is_charged():
    assert amounts(KeepApart(), "ann  D N . \n ben  E . N", ties=APART) == []
    assert amounts(KeepApart(), "ann  D N \n ben  D/Charge N", ties=APART) == [1, 1]


def test_a_bond_is_only_its_own_and_only_in_the_plan():
    assert amounts(KeepApart(), "ann  D \n ben  D", ties=TOGETHER) == []
    assert amounts(KeepTogether(), "ann  D \n ben  .", ties=APART) == []
    assert amounts(KeepApart(), "ann  D \n ben  . \n cal  D", ties=APART) == []
    assert amounts(KeepApart(), "ann  D | . \n ben  D | .", ties=APART) == []


def test_they_stand_for_those_they_are_for():
    assert amounts(KeepApart(to=("not ann", "not ben")), "ann  D \n ben  D", ties=APART) == []
    assert amounts(KeepApart(to=("ann", "ben")), "ann  D \n ben  D", ties=APART) == [1]


def test_it_does_not_matter_who_of_the_two_is_named_first():
    reverse = (Tie("ben", "ann", Bond.APART),)
    rule, picture = KeepApart(to=("ann",)), "ann  D \n ben  D"
    assert amounts(rule, picture, ties=APART) == amounts(rule, picture, ties=reverse)


def test_the_sentences_name_both_the_shift_and_the_day():
    assert says(KeepTogether(), "ann  D \n ben  .", ties=TOGETHER) == [
        "Ann and Ben should work the same shifts, but only Ann has D on Mon 1 Jun."
    ]
    assert says(KeepApart(), "ann  D \n ben  D", ties=APART) == [
        "Ann and Ben should not work together, but both have D on Mon 1 Jun."
    ]


def test_a_shift_code_may_have_a_space():
    unit, _ = draw("ann  . \n ben  .", ties=APART, shifts=(replace(SHIFTS[0], code="Day 8"),))
    judge = Judge(formulate(unit, Policy((Ruling(KeepApart()),))))
    plan = frozenset(Pair(who, Duty(day(0), "Day 8", "RN")) for who in ("ann", "ben"))
    (finding,) = judge.findings(judge.judge(plan))
    assert KeepApart().say(unit, finding) == "Ann and Ben should not work together, but both have Day 8 on Mon 1 Jun."


def test_nobody_has_to_be_together_with_somebody_on_leave():
    leave = (Request("ben", Wish.OFF, day(1), day(1), approved=True),)
    assert amounts(KeepTogether(), "ann  D D \n ben  D .", ties=TOGETHER) == [1]
    assert amounts(KeepTogether(), "ann  D D \n ben  D .", ties=TOGETHER, requests=leave) == []


def test_two_people_may_have_to_be_apart_at_any_time():
    never = KeepApart(when="same time")
    assert amounts(never, "ann  D \n ben  L", ties=APART) == [1]
    assert amounts(KeepApart(), "ann  D \n ben  L", ties=APART) == []
    assert amounts(never, "ann  D \n ben  E", ties=APART) == []
    assert amounts(never, "ann  D \n ben  D", ties=APART) == [1]


def test_a_night_may_last_into_the_duty_of_the_next_day():
    early = replace(SHIFTS[0], start=5 * 60)
    never, facts = KeepApart(when="same time"), {"ties": APART, "shifts": (early, *SHIFTS[1:])}
    assert amounts(never, "ann  N . \n ben  . D", **facts) == [1]
    assert amounts(never, "ann  . D \n ben  N .", **facts) == [1]
    assert says(never, "ann  N . \n ben  . D", **facts) == [
        "Ann and Ben should not be at work at one time, but have N on Mon 1 Jun and D."
    ]
