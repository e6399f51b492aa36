"""A hospital as one formulation: guests count in a unit, the pool's rules bind them, and shares add up."""

from dataclasses import replace

import pytest

from optimizer.engine import cpsat
from optimizer.engine.clock import in_seconds
from optimizer.engine.run import Run
from optimizer.planning.pair import Pair
from optimizer.planning.score import Judge
from optimizer.staffing.facts.rates import Premium
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.hospital.hospital import Orientation
from optimizer.staffing.hospital.names import Names, is_guest
from optimizer.staffing.hospital.whole import members_with_guests, part_of, shared_rules, whole_of
from optimizer.staffing.pay.premiums import premiums_earned
from tests.samples.hospitals import FIRST, hospital, short_shifts, tiny


def plan_of(whole):
    return cpsat.solve(whole, run=Run(in_seconds(60))).plan


@pytest.fixture(scope="module")
def small():
    facts = tiny(1, days=4)
    members = members_with_guests(facts)
    whole = whole_of(members, ())
    return facts, members, whole, plan_of(whole)


def test_a_plan_costs_what_its_parts_cost(small):
    _, members, whole, plan = small
    parts = [part_of(member) for member in members]
    costs = [Judge(part).judge(plan & {*part.pairs}).score for part in parts]
    assert Judge(whole).judge(plan).score == (0, sum(score.cost for score in costs))


def test_the_pool_helps_where_it_is_oriented(small):
    facts, _, _, plan = small
    lines = {(f"Float:{each.who}", each.unit) for each in facts.orientations}
    floats = [pair for pair in plan if is_guest(pair.who)]
    assert floats
    assert {(pair.who, pair.what.shift.partition(":")[0]) for pair in floats} <= lines


def test_a_unit_reads_its_own_part(small):
    _, members, _, plan = small
    own = Names("ICU").own(plan)
    icu = next(member for member in members if member.code == "ICU")
    assert Names("ICU").plan(own) <= plan
    assert {pair.who for pair in own} <= {staff.id for staff in icu.unit.staff}


def test_nobody_of_the_pool_is_in_two_units_on_a_day(small):
    *_, plan = small
    days = [(pair.who, pair.what.day) for pair in plan]
    assert len(days) == len({*days})


@pytest.mark.parametrize(
    ("code", "who", "shifts"), [("3E", "3E:n0", ("d", "e")), ("Float", "Float:p0", ("3E:d", "ICU:e"))]
)
def test_what_may_stand_together_for_their_own_people_may_throughout_the_hospital(code, who, shifts):
    members = members_with_guests(short_shifts(tiny(1, days=2, people=1, floating=1), "3E:d+ICU:e"))
    day = [Pair(who, Duty(FIRST, shift, "RN")) for shift in shifts]
    part = next(part_of(member) for member in members if member.code == code)
    assert part.sets(day) == whole_of(members, ()).sets(day) == (frozenset(day),)
    assert part.sets([pair._replace(who="ICU:n0") for pair in day]) == ()


def test_how_many_duties_in_a_unit_is_kept():
    facts = tiny(2, days=3)
    lines = tuple(replace(each, most=1) if each.unit == "ICU" else each for each in facts.orientations)
    whole = whole_of(members_with_guests(replace(facts, orientations=lines)), ())
    plan = plan_of(whole)
    for each in lines:
        had = [p for p in plan if p.who == f"Float:{each.who}" and p.what.shift.startswith("ICU:")]
        assert each.unit != "ICU" or len(had) <= 1


def test_nobody_floats_before_they_are_oriented():
    facts = tiny(3)
    since = facts.pool.unit.days[3]
    lines = tuple(Orientation(each.who, each.unit, since) for each in facts.orientations)
    plan = plan_of(whole_of(members_with_guests(replace(facts, orientations=lines)), ()))
    assert all(pair.what.day >= since for pair in plan if is_guest(pair.who))


def test_the_budget_is_for_all_together():
    facts = tiny(4, days=4)
    members = members_with_guests(facts)
    free = plan_of(whole_of(members, ()))
    tight = replace(facts, budget=8_000_00)
    whole = whole_of(members, shared_rules(tight))
    (law,) = [clause.law for clause in whole.clauses if clause.rule.key == "hospital-budget"]
    assert law.total(free) > law.high
    assert law.total(plan_of(whole)) <= law.high
    assert {pair.who.partition(":")[0] for _, pair in law.terms} == {"3E", "ICU", "Float"}


def test_a_hospital_of_the_generator_is_of_its_size():
    facts = hospital(10, 450)
    assert 0.03 <= len(facts.pool.unit.staff) / facts.size <= 0.08
    assert abs(facts.size - 450) < 10


@pytest.mark.parametrize("on", ["N", "night"])
def test_a_premium_for_a_shift_is_paid_to_the_pool_in_every_unit_whether_it_is_said_by_code_or_by_part(on):
    facts = tiny(1, days=3)
    pool = replace(facts.pool, unit=replace(facts.pool.unit, premiums=(Premium(on, cents=5_00),)))
    unit = members_with_guests(replace(facts, pool=pool))[-1].unit
    duty = next(pair for pair in unit.pairs if pair.what.shift == "ICU:N")
    by_day = next(pair for pair in unit.pairs if pair.what.shift == "ICU:D")
    earned = [each for pair in (duty, by_day) for each in premiums_earned(unit, unit.people[pair.who], pair.what)]
    assert [each.fine for each in earned] == [1000 * 5_00 * unit.shift_by_code["N"].paid]
