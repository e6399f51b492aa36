"""Parts solved apart at prices: what they cost together, less what prices add, is never more than the best plan."""

import random

import pytest

from optimizer.engine import cpsat
from optimizer.engine.clock import in_seconds
from optimizer.engine.outcome import NO_PINS, Status
from optimizer.engine.parts import least
from optimizer.engine.parts.given import with_given
from optimizer.engine.parts.least import least_of
from optimizer.engine.parts.price import giving, taking
from optimizer.engine.run import Run
from optimizer.planning.score import Judge
from optimizer.staffing.hospital.names import is_guest
from optimizer.staffing.hospital.whole import members_with_guests, part_of, whole_of
from tests.samples.hospitals import tiny

SEEDS = (1, 5)


@pytest.fixture(scope="module", params=SEEDS)
def case(request):
    members = members_with_guests(tiny(request.param, days=4, people=2, floating=3))
    whole = whole_of(members, ())
    best = cpsat.solve(whole, run=Run(in_seconds(60)))
    assert best.status is Status.OPTIMAL
    return [part_of(member) for member in members], whole, best


def exact(part):
    return cpsat.solve(part, run=Run(in_seconds(20))).bound


def at_once(part):
    """Return what a large part is told to cost at least, before anything is raised."""
    return least_of(part, NO_PINS, frozenset(), Run(in_seconds(60)))


def bound_at(parts, prices, bound_of):
    """Return what no plan of all can cost less than."""
    *units, pool = parts
    taken = [taking(unit, [p for p in unit.offered if is_guest(p.who)], prices) for unit in units]
    given, constant = giving(pool, pool.offered, prices)
    return sum(map(bound_of, (*taken, given))) - constant


@pytest.mark.parametrize("most", [0, 100_00, 400_00])
def test_no_prices_make_a_bound_beyond_the_best_plan(case, most, monkeypatch):
    monkeypatch.setattr(least, "SMALL", 0)
    parts, _, best = case
    chance = random.Random(most)
    things = sorted({pair.what for pair in parts[-1].offered})
    prices = {thing: chance.randint(0, most) for thing in things}
    assert bound_at(parts, prices, exact) <= best.score.cost
    assert 0 < bound_at(parts, prices, at_once) <= best.score.cost


def test_what_is_given_is_neither_lost_nor_counted_twice(case):
    _, whole, best = case
    judge = Judge(whole)
    for code in ("3E:", "ICU:", "Float:"):
        free = {pair.who for pair in whole.pairs if pair.who.startswith(code)}
        left = with_given(whole, free, best.plan)
        own = frozenset(pair for pair in best.plan if pair.who in free)
        changed = frozenset(sorted(own)[: len(own) // 2])
        saved = judge.judge(best.plan).score.cost - judge.judge(best.plan - own | changed).score.cost
        there = Judge(left)
        assert there.judge(own).score.cost - there.judge(changed).score.cost == saved
