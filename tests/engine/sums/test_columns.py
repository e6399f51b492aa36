"""Loads as columns: their bound is one, it is closer than that of options, and a dive takes what goes together."""

import random
import time
from itertools import combinations

import numpy as np
import pytest

from optimizer.caseload.policy import default_policy
from optimizer.engine import cpsat
from optimizer.engine.clock import UNHURRIED
from optimizer.engine.outcome import Status
from optimizer.engine.run import Run
from optimizer.engine.sums.choices import NOWHERE
from optimizer.engine.sums.columns import LEFT, columns, dive
from optimizer.engine.sums.fold import choices
from optimizer.engine.sums.knapsack import knapsack
from optimizer.engine.sums.loads import loads
from optimizer.engine.sums.relaxation import relax
from optimizer.engine.sums.solve import solve
from optimizer.planning.formulation import formulate
from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Mode, Policy, Ruling
from tests.benchmarks.families.sums import Pairs, Said
from tests.caseload.generate import generate
from tests.engine.sums.test_counts import loads as patterns


def never():
    return False


def sharing(agents, items, seed, *, nobody=None):
    """Items that each go to one agent within a limit, cheaper where they take more; or to nobody, at a price."""
    chance = random.Random(seed)
    pairs = [Pair(f"agent {agent}", item) for agent in range(agents) for item in range(items)]
    uses = {pair: chance.randint(5, 40) for pair in pairs}
    costs = {pair: 60 - uses[pair] + chance.randint(-5, 5) for pair in pairs}

    def musts():
        for item in range(items):
            yield Sum(Place(what=(str(item),)), tuple((1, p) for p in pairs if p.what == item), 0 if nobody else 1, 1)
        for agent in range(agents):
            mine = tuple((uses[p], p) for p in pairs if p.who == f"agent {agent}")
            yield Sum(Place(f"agent {agent}"), mine, high=sum(use for use, _ in mine) * 9 // (10 * agents))

    def prices():
        yield Sum(Place(), tuple((costs[pair], pair) for pair in pairs), high=0)

    def missed():
        for item in range(items):
            yield Sum(Place(), tuple((1, p) for p in pairs if p.what == item), low=1)

    rulings = [Ruling(Said(musts)), Ruling(Said(prices), Mode.PRICED, 1)]
    rulings += [Ruling(Said(missed), Mode.PRICED, nobody)] if nobody else []
    return formulate(Pairs(tuple(pairs)), Policy(tuple(rulings)))


def grown(formulation):
    found = choices(formulation)
    relaxed = relax(found, UNHURRIED)
    program = columns(loads(found), relaxed.prices)
    program.grow(1_000, never)
    return found, relaxed, program


@pytest.mark.parametrize("seed", range(20))
def test_a_knapsack_holds_the_best_that_fits(seed):
    chance = np.random.default_rng(seed)
    gains, uses, limit = chance.normal(2, 3, 8), chance.integers(0, 9, 8), int(chance.integers(0, 25))
    taken = knapsack(gains, uses, limit)
    fits = [list(some) for n in range(9) for some in combinations(range(8), n) if uses[list(some)].sum() <= limit]
    assert uses[taken].sum() <= limit
    assert gains[taken].sum() == pytest.approx(max(gains[some].sum() for some in fits))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("nobody", [None, 45])
def test_the_bound_lies_between_that_of_options_and_the_optimum(seed, nobody):
    formulation = sharing(4, 14, seed, nobody=nobody)
    found, relaxed, program = grown(formulation)
    exact = cpsat.solve(formulation)
    assert exact.status is Status.OPTIMAL
    assert relaxed.cost - 0.01 <= found.fixed + program.bound <= exact.score.cost + 0.01


def test_the_bound_holds_when_the_program_has_hardly_grown():
    formulation = sharing(4, 14, 1)
    found = choices(formulation)
    program = columns(loads(found), relax(found, UNHURRIED).prices)
    program.grow(1, never)
    assert found.fixed + program.bound <= cpsat.solve(formulation).score.cost


def test_only_limits_of_one_person_each_make_loads():
    assert loads(choices(sharing(3, 8, 1))) is not None
    assert loads(choices(patterns(1, 5))) is None
    assert loads(choices(formulate(generate(4, 20, 1), default_policy()))) is None


@pytest.mark.parametrize("seed", range(3))
def test_a_dive_takes_each_group_once_within_every_limit_and_leaves_the_rest(seed):
    found, _, program = grown(sharing(8, 2 * LEFT, seed))
    taken, rest = dive(program, random.Random(seed), never)
    by_person = loads(found)
    groups = by_person.group_of[taken]
    assert len(taken) and len({*groups.tolist()}) == len(groups)
    assert rest.open.sum() <= LEFT
    assert not rest.open[groups].any()
    assert rest.open.sum() + len(groups) == found.groups
    for person, options in enumerate(by_person.options):
        mine = np.intersect1d(taken, options)
        assert by_person.uses[mine].sum() <= found.shared[person].high
        assert not (len(mine) and person in rest.people)
    assert {*by_person.group_of[rest.options].tolist()} <= {*np.flatnonzero(rest.open).tolist()}


def test_nobodys_options_are_no_load_to_dive_for_and_stay_open():
    _, _, program = grown(sharing(8, 2 * LEFT, 1, nobody=45))
    assert {load.person for load in program.loads if len(load.options) == 1} >= {NOWHERE}
    taken, rest = dive(program, random.Random(1), never)
    assert not np.isin(program._all.unlimited, taken).any()
    assert np.isin(rest.options, program._all.unlimited).any()


def test_a_dive_without_time_takes_nothing():
    _, _, program = grown(sharing(8, 2 * LEFT, 1))
    taken, rest = dive(program, random.Random(1), lambda: True)
    assert len(taken) == 0 and rest is program


def test_a_search_by_loads_ends_near_its_bound():
    found = solve(sharing(10, 60, 1), run=Run(time.monotonic() + 10))
    assert found.plan is not None
    assert found.gap <= 0.01
