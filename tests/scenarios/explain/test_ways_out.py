"""Every way out that is shown gives a plan that keeps every must, and none is against the law."""

from dataclasses import replace
from datetime import timedelta

import pytest

from optimizer.engine.clock import in_seconds
from optimizer.engine.run import Run
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.scenarios.explain.bent_rule import OvertimeDuty, Soften
from optimizer.scenarios.explain.decided import MoveClass, Release
from optimizer.scenarios.explain.explained import explain_unit
from optimizer.scenarios.explain.lower_needs import LowerNeeds
from optimizer.scenarios.explain.newcomers import Agency, HireMore
from optimizer.scenarios.explain.offers import offers
from optimizer.scenarios.explain.ways_out import ways_out
from optimizer.scenarios.explain.withdraw import Withdraw
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.facts.rates import PayClass
from optimizer.staffing.facts.request import Request, Wish
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.law.lawful import lawful, presets_of, rulings_on
from optimizer.staffing.policy import must
from optimizer.staffing.rules.coverage.coverage import CoverMinimum
from optimizer.staffing.rules.hours.hours_in_24 import MostHoursIn24
from optimizer.staffing.rules.hours.hours_in_period import MostHoursInPeriod
from optimizer.staffing.rules.who.availability import Availability
from optimizer.staffing.rules.who.leave import Leave
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from optimizer.staffing.scenario import Position
from optimizer.staffing.schedule.freedom import cell_of
from tests.draw import MONDAY, SHIFTS, draw
from tests.samples.step_down import clash, shortage, small

ONE_A_DAY = (Need(When(), "D", "RN", 1, 1),)
COVERED = Policy((must(OneDutyADay()), must(CoverMinimum()), must(Availability()), must(Leave())))


def explained(unit, policy):
    return explain_unit(UnitToPlan(unit, policy), Run(in_seconds(60)))


def ways_of(asked):
    return ways_out(asked, explain_unit(asked, Run(in_seconds(60))), Run(in_seconds(120)))


def assert_sound(ways):
    assert ways
    for way in ways:
        unit, policy = way.asked.unit, way.asked.policy
        assert not Judge(formulate(unit, policy)).judge(way.plan).score.broken, way.changes
        assert len({staff.id for staff in unit.staff}) == len(unit.staff)
        assert unit.locked <= way.plan


@pytest.fixture(scope="module")
def found():
    unit, policy = clash()
    asked = UnitToPlan(unit, policy, unit.locked)
    return unit, ways_of(asked)


def test_each_way_out_has_a_plan_that_keeps_every_must_and_the_locks_that_are_left(found):
    _, ways = found
    assert len(ways) >= 5
    assert_sound(ways)


def test_the_cheapest_come_first_and_each_is_told_in_sentences(found):
    unit, ways = found
    assert [way.rank for way in ways] == sorted(way.rank for way in ways)
    assert all(way.say(unit).endswith(".") for way in ways)


def test_a_leave_is_given_up_for_a_day_and_stays_on_the_others():
    unit, policy = clash()
    request = next(r for r in unit.requests if r.approved and r.first < r.last)
    after = Withdraw(request.who, request.first).apply(UnitToPlan(unit, policy)).unit
    assert after.leave[request.who] == unit.leave[request.who] - {request.first}


def test_a_class_that_is_in_the_way_may_be_on_another_day():
    unit, policy = clash()
    eve = max(pair.what.day for pair in unit.locked if pair.who == "R001")
    duty = Pair("R001", Duty(eve, "EDU"))
    locked = frozenset(pair for pair in unit.locked if pair.who != "R001") | {duty}
    unit = replace(unit, locked=locked)
    told = offers(unit, policy, explained(unit, policy))
    moved = [change for change in told if isinstance(change, MoveClass)]
    assert moved
    assert all(change.pair == duty for change in moved)
    after = moved[0].apply(UnitToPlan(unit, policy)).unit
    assert duty not in after.locked
    assert Pair("R001", Duty(moved[0].day, "EDU")) in after.locked


def test_what_law_says_is_no_way_out():
    unit, policy = clash()
    unit = replace(unit, jurisdictions=("eu-working-time", "us-california"))
    bound = lawful(policy, unit)
    law = rulings_on(presets_of(unit), unit.days)
    told = offers(unit, bound, explained(unit, bound))
    assert law
    assert told
    assert not [change for change in told if isinstance(change, Soften) and change.ruling in law]
    assert not [change for change in told if isinstance(change, LowerNeeds)]


def test_nothing_is_offered_where_nothing_is_wrong():
    unit, policy = small()
    assert offers(unit, policy, explained(unit, policy)) == ()


def test_a_shortage_is_mended_by_those_who_come_and_the_fewest_of_a_kind_are_told():
    unit, policy = shortage()
    ways = ways_of(UnitToPlan(unit, policy, unit.locked))
    assert_sound(ways)
    alone = [way.changes[0] for way in ways if len(way.changes) == 1]
    assert {Agency, HireMore, LowerNeeds} <= {type(change) for change in alone}
    kinds = [change.kind for change in alone]
    assert len(kinds) == len(set(kinds))
    lowered = next(change for change in alone if isinstance(change, LowerNeeds))
    assert sum(each.number for each in lowered.by) == 17


def test_an_overtime_duty_is_beyond_the_limit_of_one_person_alone_at_half_as_much_again():
    """Three days of eight hours are needed; two people may work one each."""
    people = {who: {"pay_class": "RN"} for who in ("ann", "bob")}
    facts = {"needs": ONE_A_DAY, "pay": {"RN": PayClass(40_00)}, "shifts": SHIFTS[:1]}
    unit, _ = draw("ann  . . .\nbob  . . .", people, **facts)
    policy = Policy((must(MostHoursInPeriod(limit=8 * 60)), *COVERED.rulings))
    ways = ways_of(UnitToPlan(unit, policy))
    assert_sound(ways)
    overtime = {way.changes[0].who: way for way in ways if isinstance(way.changes[0], OvertimeDuty)}
    assert set(overtime) == {"ann", "bob"}
    assert overtime["ann"].cents == 8 * 60_00
    limits = {rule.to: rule.limit for rule in (ruling.rule for ruling in overtime["ann"].asked.policy.rulings[:2])}
    assert limits == {("not ann",): 8 * 60, ("ann",): 16 * 60}


def test_nobody_works_overtime_beyond_what_any_24_hours_may_have():
    unit, _ = draw("ann  .", needs=(Need(When(), "D", "RN", 1, 1),))
    policy = Policy((must(OneDutyADay()), must(CoverMinimum()), must(MostHoursIn24(limit=6 * 60))))
    told = offers(unit, policy, explained(unit, policy))
    assert told
    assert not [change for change in told if isinstance(change, OvertimeDuty)]


def test_somebody_is_hired_and_paid_for_their_part_of_the_period():
    people = {"ann": {"pay_class": "RN"}}
    unit, _ = draw("ann  . . . . . . .", people, needs=ONE_A_DAY, pay={"RN": PayClass(40_00)})
    change = HireMore(Position(2, "RN", 0.5, "D"))
    after = change.apply(UnitToPlan(unit, Policy(()))).unit
    new = [staff for staff in after.staff if staff.id != "ann"]
    assert [(staff.fte, staff.shifts, staff.pay_class) for staff in new] == [(0.5, ("D",), "RN")] * 2
    assert change.cost(unit) == int(2 * 0.5 * unit.calendar.full_time_over(unit.days) / 60 * 40_00)
    assert len(change.people) == 2


def test_where_one_change_is_too_little_two_are_tried_and_all_whom_they_touch_are_counted():
    """Ann is away on both days, so that an agency nurse for each of them is one way."""
    both = (Request("ann", Wish.OFF, MONDAY, MONDAY + timedelta(days=1), approved=True),)
    unit, _ = draw("ann  . .", {"ann": {"roles": ("RN",)}}, needs=ONE_A_DAY, requests=both)
    ways = ways_of(UnitToPlan(unit, COVERED))
    assert_sound(ways)
    pairs = {tuple(type(change) for change in way.changes): way for way in ways if len(way.changes) == 2}
    assert pairs[Agency, Agency].people == 2
    assert pairs[Withdraw, Withdraw].people == 1


def test_one_who_is_missing_twice_in_one_place_is_mended_by_two_changes():
    away = tuple(Request(who, Wish.OFF, MONDAY, MONDAY, approved=True) for who in ("ann", "bob"))
    unit, _ = draw("ann  .\nbob  .", needs=(Need(When(), "D", "RN", 2, 2),), requests=away)
    ways = ways_of(UnitToPlan(unit, COVERED))
    assert_sound(ways)
    assert all(len(way.changes) == 2 for way in ways)


def test_cells_that_are_kept_stay_so_but_for_those_that_are_given_up():
    unit, _ = draw("ann  .\nbob  .", needs=(Need(When(), "D", "RN", 1, 1),))
    kept = frozenset({("ann", MONDAY), ("bob", MONDAY)})
    ways = ways_of(UnitToPlan(unit, COVERED, kept=kept))
    assert_sound(ways)
    assert not [pair for way in ways for pair in way.plan if cell_of(pair) in way.asked.kept]
    freed = {change.who: way for way in ways for change in way.changes if isinstance(change, Release)}
    assert {who: kept - way.asked.kept for who, way in freed.items()} == {who: {(who, MONDAY)} for who in freed}
    assert set(freed) == {"ann", "bob"}
