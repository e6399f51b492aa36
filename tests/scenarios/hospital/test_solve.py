"""A hospital solved by prices: its plan is the best of one model of everything, and its bound never beyond it."""

from dataclasses import replace

import pytest

from optimizer.engine import cpsat
from optimizer.engine.clock import in_seconds
from optimizer.engine.outcome import Status
from optimizer.engine.parts import least
from optimizer.engine.run import Effort, Run
from optimizer.planning.score import Judge
from optimizer.scenarios.hospital import solve as solving
from optimizer.scenarios.hospital.opening import Opening
from optimizer.scenarios.hospital.search import HospitalSearch
from optimizer.scenarios.hospital.solve import HospitalLimits, solve_hospital
from optimizer.scenarios.hospital.step import work
from optimizer.staffing.hospital.whole import members_with_guests, shared_rules, whole_of
from tests.samples.hospitals import short_shifts, tiny


def here(steps):
    """Solve steps one after the other in this process."""
    return [work(step) for step in steps]


def solved(facts, seconds=20, tell=lambda _: None):
    return solve_hospital(facts, HospitalLimits(seconds), here, tell)


def referee(facts):
    whole = whole_of(members_with_guests(facts), shared_rules(facts))
    best = cpsat.solve(whole, run=Run(in_seconds(60), effort=Effort(2)))
    assert best.status is Status.OPTIMAL
    return whole, best


@pytest.mark.parametrize("seed", [1, 4])
def test_two_units_and_a_pool_of_six_are_solved_as_one_model_is(seed):
    facts = tiny(seed, days=3, people=3, floating=6)
    whole, best = referee(facts)
    found = solved(facts)
    assert found.score == Judge(whole).judge(found.plan).score == best.score
    assert found.bound <= best.score.cost


def test_prices_alone_make_a_bound_and_a_plan(monkeypatch):
    monkeypatch.setattr(solving, "SMALL", 0)
    facts = tiny(1, days=4, people=2, floating=3)
    whole, best = referee(facts)
    found = solved(facts)
    assert found.score == Judge(whole).judge(found.plan).score
    assert 0 < found.bound <= best.score.cost <= found.score.cost


def test_a_budget_for_all_is_kept(monkeypatch):
    monkeypatch.setattr(solving, "SMALL", 0)
    facts = replace(tiny(4, days=3, people=2, floating=2), budget=8_000_00)
    free = Judge(whole_of(members_with_guests(facts), shared_rules(replace(facts, budget=10**9))))
    whole, best = referee(facts)
    found = solved(facts)
    assert not found.score.broken
    assert found.bound <= best.score.cost <= found.score.cost == Judge(whole).judge(found.plan).score.cost
    assert free.judge(found.plan).score.cost == found.score.cost


@pytest.mark.parametrize("cents", [0, 100_00, 240_00])
def test_a_pool_that_may_have_several_duties_a_day_is_bounded_by_what_all_of_them_save(cents, monkeypatch):
    monkeypatch.setattr(least, "SMALL", 0)
    facts = short_shifts(tiny(2, days=2, people=1, floating=2), "3E:d+3E:e", "ICU:d+ICU:e")
    _, best = referee(facts)
    assert len(best.plan) > len({(pair.who, pair.what.day) for pair in best.plan})
    search = HospitalSearch(facts, here, lambda _: None)
    search.price_by(Opening(dict.fromkeys(search.prices.duties, cents)))
    search.bound_at_prices(20)
    assert search.bound <= best.score.cost


def test_who_stops_it_keeps_what_is_there():
    found = solve_hospital(tiny(1), HospitalLimits(1), lambda steps: [None] * len(steps), lambda _: None)
    assert found.score is not None
    assert found.score.broken or found.bound <= found.score.cost
