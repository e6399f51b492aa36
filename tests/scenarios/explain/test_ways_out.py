"""Every way out that is shown gives a plan that keeps every must, and none is against the law."""

from dataclasses import replace

import pytest

from optimizer.engine.clock import in_seconds
from optimizer.engine.run import Run
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.score import Judge
from optimizer.scenarios.explain.explained import explain_unit
from optimizer.scenarios.explain.offers import offers
from optimizer.scenarios.explain.remedy import LowerNeeds, MoveClass, Soften, UnitSetting, Withdraw
from optimizer.scenarios.explain.ways_out import ways_out
from optimizer.scenarios.plan_unit import UnitToPlan
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.law.lawful import lawful, presets_of, rulings_on
from tests.samples.step_down import clash, small


def explained(unit, policy):
    return explain_unit(UnitToPlan(unit, policy), Run(in_seconds(60)))


@pytest.fixture(scope="module")
def found():
    unit, policy = clash()
    setting = UnitSetting(unit, policy, unit.locked)
    return setting, ways_out(setting, explained(unit, policy), Run(in_seconds(120)))


def test_each_way_out_has_a_plan_that_keeps_every_must_and_the_locks_that_are_left(found):
    _, ways = found
    assert len(ways) >= 5
    for way in ways:
        unit, policy, _ = way.setting
        assert not Judge(formulate(unit, policy)).judge(way.plan).score.broken, way.changes
        assert unit.locked <= way.plan


def test_the_cheapest_come_first_and_each_is_told_in_sentences(found):
    setting, ways = found
    assert [way.rank for way in ways] == sorted(way.rank for way in ways)
    assert all(way.say(setting.unit).endswith(".") for way in ways)


def test_a_leave_is_given_up_for_a_day_and_stays_on_the_others():
    unit, policy = clash()
    request = next(r for r in unit.requests if r.approved and r.first < r.last)
    after = Withdraw(request.who, request.first).apply(UnitSetting(unit, policy, frozenset())).unit
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
    after = moved[0].apply(UnitSetting(unit, policy, frozenset())).unit
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
