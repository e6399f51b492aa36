"""Column generation is held to the exact solver: the same optimum, and a bound that nothing beats."""

import random
import threading
import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizer.engine import cpsat
from optimizer.engine.outcome import NO_PINS, Pins, Status
from optimizer.engine.rosters import solve as rosters
from optimizer.engine.rosters.assembly import assembled
from optimizer.engine.rosters.improve import plan_of
from optimizer.engine.rosters.loose import Loose
from optimizer.engine.rosters.mixture import Mixture, dive
from optimizer.engine.rosters.neighbourhood import Neighbourhood
from optimizer.engine.rosters.opening import opening_duals
from optimizer.engine.rosters.proof import prove
from optimizer.engine.rosters.rows import MasterRows
from optimizer.engine.rosters.search import RosterSearch, descend
from optimizer.engine.run import Effort, Run
from optimizer.engine.solve import Engine, solve
from optimizer.planning.formulation import formulate
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Policy, Ruling
from optimizer.planning.score import Judge
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.pay.pay import Payroll
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverTarget
from optimizer.staffing.rules.hours.budget import Budget
from optimizer.staffing.rules.hours.duties import FewestDuties
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.made.random_policies import policies
from tests.made.random_units import plans, units
from tests.samples.step_down import clash, small
from tests.times import soon

SLOW = settings(max_examples=100, suppress_health_check=[*HealthCheck])
EXACT = Effort(workers=1)


def columns(formulation, pins=NO_PINS):
    """Return a formulation's people and a search among them; no people when someone can have no roster."""
    rows = MasterRows(formulation, pins)
    people = assembled(rows, formulation.past)
    return people, RosterSearch(rows, people or [])


@SLOW
@given(st.data())
def test_the_bound_of_column_generation_never_exceeds_the_optimum(data):
    unit, policy = data.draw(units()), data.draw(policies())
    formulation = formulate(unit, policy)
    best = cpsat.solve(formulation, run=Run(effort=EXACT))
    people, search = columns(formulation)
    if people is None:
        assert best.status is Status.INFEASIBLE
    elif best.status is Status.OPTIMAL:
        assert Mixture(search, people, {}).generate(500) <= best.bound + 0.01
        for duals in (search.duals, opening_duals(search.rows, formulation.past)):
            search.duals = search.shapes.clipped(duals)
            bounds = []
            prove(Mixture(search, people, {}), bounds.append)
            assert bounds == sorted(bounds)
            assert bounds[-1] <= best.bound + 0.01


@SLOW
@given(st.data())
def test_no_duals_whatever_make_a_bound_that_is_too_high(data):
    unit, policy = data.draw(units()), data.draw(policies())
    formulation = formulate(unit, policy)
    people, search = columns(formulation)
    best = cpsat.solve(formulation, run=Run(effort=EXACT))
    if people is not None and best.status is Status.OPTIMAL:
        sizes = data.draw(st.lists(st.floats(-1e6, 1e6), min_size=len(search.duals), max_size=len(search.duals)))
        assert Mixture(search, people, {}).price(np.array(sizes), None).bound <= best.bound + 0.01


@SLOW
@given(st.data())
def test_every_cost_is_a_multiple_of_the_grain(data):
    """Bounds are rounded up to it, so nothing may lie between."""
    unit, policy = data.draw(units()), data.draw(policies())
    formulation = formulate(unit, policy)
    assert Judge(formulation).judge(data.draw(plans(unit))).score.cost % formulation.grain == 0


@SLOW
@given(st.data())
def test_a_part_that_is_freed_costs_with_all_else_what_its_mix_says(data):
    unit, policy = data.draw(units()), data.draw(policies())
    formulation = formulate(unit, policy)
    people, search = columns(formulation)
    if people:
        rosters = descend(search, {}, people)
        near = Neighbourhood(search, random.Random(data.draw(st.integers(0, 99))))
        mixture = near.freed(near.shape(), rosters)
        assert mixture.mix().cost <= search.cost(rosters) + 0.01
        bound = mixture.generate(500)
        new = dive(mixture)
        if new:
            assert set(new) == {person.number for person in mixture.free}
            rounded = 0.5 * len(people)  # each roster to a whole cent, which the bound is not
            assert search.cost(rosters | new) >= bound - rounded - 0.01


@SLOW
@given(st.data())
def test_a_plan_costs_the_master_problem_no_more_than_the_judge_charges(data):
    """Started units count in proportion there, so it may cost less; a plan that breaks no must has all its rosters."""
    unit, policy = data.draw(units()), data.draw(policies())
    plan = data.draw(plans(unit))
    formulation = formulate(unit, policy)
    people, search = columns(formulation, Pins(plan))
    score = Judge(formulation).judge(plan).score
    if people is None:
        assert score.broken
    elif not score.broken:
        taken = {person.number: person.roster_in(plan) for person in people}
        assert frozenset().union(*(roster.plan for roster in taken.values())) == plan
        assert search.cost(taken) <= score.cost + 0.01


@SLOW
@given(st.data())
def test_a_dive_ends_in_a_plan_that_the_judge_knows(data):
    unit, policy = data.draw(units()), data.draw(policies())
    formulation = formulate(unit, policy)
    people, search = columns(formulation)
    if people is not None:
        mixture = Mixture(search, people, {})
        bound = mixture.generate(500)
        score = Judge(formulation).judge(plan_of(dive(mixture))).score
        assert score.broken or score.cost >= bound - 0.01


@settings(max_examples=200, suppress_health_check=[*HealthCheck])
@given(st.data())
def test_both_engines_prove_the_same(data):
    unit, policy = data.draw(units()), data.draw(policies())
    formulation = formulate(unit, policy)
    exact, mixed = cpsat.solve(formulation, run=Run(effort=EXACT)), rosters.solve(formulation)
    assert (exact.status, exact.score, exact.bound) == (mixed.status, mixed.score, mixed.bound)
    assert mixed.status in (Status.OPTIMAL, Status.INFEASIBLE)


def test_the_small_sample_is_proved_optimal():
    unit, policy = small()
    outcome = solve(formulate(unit, policy), Pins(unit.locked), run=Run(time.monotonic() + 300))
    assert outcome.status is Status.OPTIMAL
    assert outcome.score == (0, outcome.bound)


def test_the_clash_is_infeasible_for_every_engine():
    unit, policy = clash()
    for engine in (Engine.AUTO, Engine.CPSAT, Engine.ROSTERS):
        outcome = solve(formulate(unit, policy), Pins(unit.locked), engine=engine, run=Run(time.monotonic() + 300))
        assert outcome.status is Status.INFEASIBLE


@pytest.mark.alone
def test_stop_stops():
    unit, policy = small()
    formulation, stop = formulate(unit, policy), threading.Event()
    stop.set()

    def stopped_in():
        began = time.monotonic()
        outcome = rosters.solve(formulation, run=Run(stop=stop))
        assert outcome.status in (Status.STOPPED, Status.OPTIMAL)
        return time.monotonic() - began

    assert soon(stopped_in, 5)


def test_a_start_is_never_made_worse():
    unit, policy = small()
    formulation, pins = formulate(unit, policy), Pins(unit.locked)
    first = cpsat.solve(formulation, pins, run=Run(effort=Effort(workers=1, deterministic=1.0)))
    for seconds in (0, 0.1):
        again = rosters.solve(formulation, pins, start=first.plan, run=Run(time.monotonic() + seconds))
        assert again.score <= first.score


def test_someone_without_a_way_among_their_own_days_makes_it_infeasible():
    """Others with the same laws can keep them; whoever is off on every day cannot have the hours owed."""
    unit, policy = small()
    first, second = (staff.id for staff in unit.staff[:2])
    policy = Policy((*policy.rulings, Ruling(FewestDuties(limit=1, to=(first, second)))))
    bans = frozenset(pair for pair in unit.pairs if pair.who == first)
    for engine in (Engine.CPSAT, Engine.ROSTERS):
        outcome = solve(formulate(unit, policy), Pins(ban=bans), engine=engine, run=Run(time.monotonic() + 300))
        assert outcome.status is Status.INFEASIBLE


@given(st.floats(-400, 400), st.integers(0, 20), st.integers(0, 20))
def test_what_a_multiplier_earns_is_the_most_it_can(multiplier, low, span):
    """Less the penalty, at any total: so the bound that it makes never exceeds what a roster costs."""
    loose = Loose(np.array([1.0]), low, low + span, 500.0)
    for total in range(60):
        assert multiplier * total - loose.penalty(total) <= loose.earned(multiplier) + 1e-6


def test_one_more_is_worth_at_least_its_price_where_nobody_is_left():
    unit, policy = small()
    first, *others = unit.needs
    wanting = replace(unit, needs=(replace(first, target=50, maximum=None), *others))
    outcome = rosters.solve(formulate(wanting, policy), Pins(unit.locked), run=Run(time.monotonic() + 10))
    price = next(ruling.price for ruling in policy.rulings if isinstance(ruling.rule, CoverTarget))
    worth = {entry.place.day: entry.cents for entry in outcome.worth if entry.place.what == first.thing}
    assert all(worth[demand.day] >= price - 1 for demand in wanting.demand if demand.need.target == 50)
    assert list(outcome.worth) == sorted(outcome.worth, key=lambda entry: -entry.cents)


def test_a_premium_that_alone_breaks_the_budget_is_paid_in_the_mix():
    """Duties come to exactly the budget, so nobody's own duties can break it: only the overtime counted on top does."""
    unit, _ = small()
    unit = replace(unit, history=frozenset(), locked=frozenset())
    who = unit.staff[0].id
    week = next(week for week in unit.calendar.weeks if set(week.days) <= set(unit.days))
    shift = next(shift for shift in unit.shifts if shift.staffs)
    kept = frozenset(Pair(who, Duty(day, shift.code, unit.staff[0].roles[0])) for day in week.days)
    policy = Policy((must(OneDutyADay()), priced(Budget(limit=sum(Payroll(unit).cost(pair) for pair in kept)), 1)))
    formulation, pins = formulate(unit, policy), Pins(kept, frozenset(unit.pairs) - kept)
    people, search = columns(formulation, pins)
    score = Judge(formulation).judge(kept).score
    assert not score.broken and score.cost > 0
    mixture = Mixture(search, people, {})
    bound = mixture.generate(10)
    assert score.cost - 100 < mixture.mix().cost <= score.cost  # a started dollar counts whole for the judge
    assert bound <= score.cost


def test_graphs_of_what_is_vast_wait_while_somebody_searches_for_its_first_plan_but_not_for_ever(monkeypatch):
    unit, policy = clash()
    order = []
    monkeypatch.setattr(rosters, "SMALL", 0)
    monkeypatch.setattr(rosters, "VAST", 0)
    monkeypatch.setattr(rosters, "MOST", 2.0)
    monkeypatch.setattr(rosters, "better", lambda *_: order.append("searched"))
    monkeypatch.setattr(rosters, "built", lambda *_: order.append("built"))
    began = time.monotonic()
    rosters.solve(formulate(unit, policy), Pins(unit.locked), run=Run(began + 60))
    assert order == ["searched", "built"]
    assert time.monotonic() - began < 30
