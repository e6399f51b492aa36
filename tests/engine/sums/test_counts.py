"""Exact counts are split by person, and what then comes out is what the referee finds."""

import random
from itertools import combinations

import numpy as np
import pytest

from optimizer.engine import cpsat
from optimizer.engine.clock import Clock, in_seconds
from optimizer.engine.sums.counts import shares
from optimizer.engine.sums.fold import choices
from optimizer.engine.sums.program import FOUND, Program
from optimizer.engine.sums.relaxation import priced
from optimizer.planning.formulation import formulate
from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair
from optimizer.planning.policy import Mode, Policy, Ruling
from tests.benchmarks.families.sums import Pairs, Said


def loads(seed, nurses, factor=1):
    """Two zones of six patients each; a pair gives a zone one nurse with one to three of them."""
    chance = random.Random(seed)
    patients = {zone: [(zone, chance.randrange(10, 60)) for _ in range(6)] for zone in ("east", "west")}
    pairs = tuple(
        Pair(zone, chosen)
        for zone, mine in patients.items()
        for size in (1, 2, 3)
        for chosen in combinations(range(len(mine)), size)
    )

    def weight(pair):
        return sum(patients[pair.who][number][1] for number in pair.what)

    def musts():
        for zone, mine in patients.items():
            for number in range(len(mine)):
                yield Sum(Place(zone), tuple((1, p) for p in pairs if p.who == zone and number in p.what), 1, 1)
        yield Sum(Place(), tuple((factor, pair) for pair in pairs), factor * nurses, factor * nurses)

    def squares():
        yield Sum(Place(), tuple((weight(pair) ** 2, pair) for pair in pairs), high=0)

    return formulate(Pairs(pairs), Policy((Ruling(Said(musts)), Ruling(Said(squares), Mode.PRICED, 1))))


def test_a_count_over_two_zones_is_one_share_a_zone():
    found = choices(loads(1, 5))
    counted = [*shares(found, range(len(found.options)))]
    assert len({row for row, _ in counted}) == 1
    assert [{found.options[number].who for number in numbers} for _, numbers in counted] == [{"east"}, {"west"}]
    assert sum(len(numbers) for _, numbers in counted) == 2 * (6 + 15 + 20)


def test_what_counts_more_than_once_is_not_split():
    found = choices(loads(1, 5, factor=2))
    assert [*shares(found, range(len(found.options)))] == []


@pytest.mark.parametrize("seed", range(3))
def test_the_split_changes_no_cost(seed):
    formulation = loads(seed, 5)
    found = choices(formulation)
    program = Program(found, np.ones(len(found.options), np.bool_), whole=True)
    assert program.solve(Clock(in_seconds(20))) == FOUND[0]
    assert round(program.cost) == cpsat.solve(formulation).score.cost


@pytest.mark.parametrize("seed", range(3))
def test_prices_of_exact_rows_give_a_bound_with_either_sign(seed):
    formulation = loads(seed, 5)
    found, chance = choices(formulation), np.random.default_rng(seed)
    exact = cpsat.solve(formulation).score.cost
    for scale in (1, 1_000, 10_000):
        signs = np.array([0 if row.low is None else -1 for row in found.shared])
        prices = scale * chance.uniform(signs, 1)
        assert priced(found, prices)[0] <= exact
