"""Who can have no roster at all, whatever the others have."""

from dataclasses import replace
from datetime import timedelta

from optimizer.engine.explain.alone import without_roster
from optimizer.engine.explain.cause import FixedCell
from optimizer.engine.outcome import Pins
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.policy import must
from optimizer.staffing.rules.hours.hours_in_period import FewestHoursInPeriod
from optimizer.staffing.rules.rest.rest import Rest
from optimizer.staffing.rules.who.leave import Leave
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.summary.explain.alone import alone_facts
from tests.draw import MONDAY, draw

TUESDAY = MONDAY + timedelta(days=1)
POLICY = Policy((must(OneDutyADay()), must(Leave()), must(Rest(limit=11 * 60))))


def test_two_locks_without_rest_between_them_are_told_of_the_one_who_has_them():
    unit, _ = draw("ann  . . .\nbob  . . .")
    locked = frozenset({Pair("ann", Duty(MONDAY, "N", "RN")), Pair("ann", Duty(TUESDAY, "D", "RN"))})
    found = without_roster(formulate(replace(unit, locked=locked), POLICY), Pins(locked))
    assert list(found) == ["ann"]
    assert {type(cause) is FixedCell or cause.rule.key for cause in found["ann"].causes} == {True, "rest"}
    assert len(found["ann"].causes) == 3
    ((name, said),) = alone_facts(unit, found)
    assert name == "No roster"
    assert "Ann: Locked or entered: Ann N as RN on Mon 1 Jun; Ann D as RN on Tue 2 Jun." in said


def test_hours_that_leave_does_not_let_anybody_work():
    unit, _ = draw("ann  . . .\nbob  . . .")
    away = Request("ann", Wish.OFF, MONDAY, TUESDAY, approved=True)
    unit = replace(unit, requests=(away,))
    policy = Policy((*POLICY.rulings, must(FewestHoursInPeriod(limit=30 * 60, leave=0))))
    needy = replace(unit, needs=())
    found = without_roster(formulate(needy, policy))
    assert "ann" in found
    assert all(clash.smallest for clash in found.values())


def test_everyone_can_have_a_roster_as_a_rule():
    unit, _ = draw("ann  . . .\nbob  . . .")
    assert without_roster(formulate(unit, POLICY)) == {}
    assert alone_facts(unit, {}) == []
