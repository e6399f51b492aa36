"""Choices cost what a judge charges, and their prices bound what any plan costs."""

import random

import numpy as np
import pytest

from optimizer.caseload.policy import default_goals, default_policy
from optimizer.engine import cpsat
from optimizer.engine.clock import UNHURRIED, Clock, in_seconds
from optimizer.engine.goals import solve_in_order
from optimizer.engine.run import Effort, Run
from optimizer.engine.sums.choices import NOWHERE
from optimizer.engine.sums.fold import choices
from optimizer.engine.sums.part import Parts
from optimizer.engine.sums.program import FOUND, Program
from optimizer.engine.sums.relaxation import priced, relax
from optimizer.planning.formulation import Clause, Formulation, formulate
from optimizer.planning.law import Place, Sum
from optimizer.planning.pair import Pair
from optimizer.planning.rule import Rule
from optimizer.planning.score import Judge
from tests.caseload.generate import generate


class Dozens(Rule):
    key, title, unit, per = "dozens", "Dozens", "dozen", 12

    def laws(self, problem):
        return ()

    def say(self, problem, finding):
        return ""


def whole(seed, full=1.1):
    panel = generate(4, 20, 1, seed=seed, full=full)
    formulation = formulate(panel, default_policy())
    return Parts(formulation).part(frozenset(), panel.offered)


def cost_of(found, taken):
    totals = np.zeros(len(found.shared), np.int64)
    for option in taken:
        entries = slice(found.entry_begins[option], found.entry_begins[option + 1])
        np.add.at(totals, found.rows[entries], found.factors[entries])
    cost, broken = found.fixed + int(found.costs[taken].sum()), False
    for index in reversed(range(len(found.shared))):
        row = found.shared[index]
        excess = max(0, int(totals[index]) - row.high, 0 if row.low is None else row.low - int(totals[index]))
        broken |= row.must and excess > 0
        cost += -(-excess // row.per) * row.price
        if row.target != NOWHERE:
            totals[row.target] += row.weight * excess
    return cost, broken


def some(found, chance):
    return np.array([chance.randrange(a, b) for a, b in zip(found.begins, found.begins[1:], strict=False)])


@pytest.mark.parametrize("seed", range(4))
def test_options_and_rows_cost_what_a_judge_charges(seed):
    formulation, chance = whole(seed), random.Random(seed)
    found, judge = choices(formulation), Judge(formulation)
    for _ in range(50):
        taken = some(found, chance)
        score = judge.judge(found.plan(taken)).score
        assert cost_of(found, taken) == (score.cost, score.broken > 0)
        assert found.chosen(found.plan(taken)).tolist() == taken.tolist()


def test_a_goal_that_is_kept_is_counted_by_options_alone_where_they_decide_it():
    panel = generate(4, 30, 1, seed=3, full=0.8, given=1.0)
    formulation = formulate(panel, default_policy())
    plan = solve_in_order(formulation, default_goals(), run=Run(effort=Effort(workers=1))).plan
    continuity = [clause for clause in formulation.clauses if clause.rule.key == "continuity"]
    overs = tuple((clause.price, Sum(clause.law.place, clause.law.terms, high=0)) for clause in continuity)
    musts = tuple(clause for clause in formulation.clauses if clause.must)
    kept = Clause(Sum(Place(), (), high=0, overs=overs), Dozens(), must=False, price=7)
    limited = Parts(Formulation(formulation.pairs, formulation.offered, frozenset(), (*musts, kept))).part(
        frozenset(), formulation.offered
    )
    found = choices(limited)
    assert all(row.target == NOWHERE for row in found.shared)
    assert cost_of(found, found.chosen(plan))[0] == Judge(limited).judge(plan).score.cost


def test_an_excess_is_carried_where_several_groups_make_it():
    pairs = tuple(Pair("ann", number) for number in range(6))
    inner = tuple(Sum(Place(), tuple((2, pair) for pair in half), high=3) for half in (pairs[:3], pairs[3:]))
    law = Sum(Place(), (), high=1, overs=((5, inner[0]), (3, inner[1])))
    formulation = Formulation(pairs, frozenset(pairs), frozenset(), (Clause(law, Dozens(), must=False, price=10),))
    found, judge = choices(formulation), Judge(formulation)
    assert [row.target for row in found.shared].count(0) == 2
    for number in range(64):
        plan = frozenset(pair for bit, pair in enumerate(pairs) if number >> bit & 1)
        assert cost_of(found, found.chosen(plan)) == (judge.judge(plan).score.cost, False)


@pytest.mark.parametrize("seed", range(3))
def test_any_prices_give_a_bound(seed):
    formulation = whole(seed)
    found, chance = choices(formulation), np.random.default_rng(seed)
    exact = cpsat.solve(formulation, run=Run(effort=Effort(workers=1)))
    for scale in (0, 1, 100, 10_000):
        bound, worth = priced(found, scale * chance.random(len(found.shared)))
        assert bound <= exact.score.cost
        assert worth.min() >= 0
    assert relax(found, UNHURRIED).bound <= exact.score.cost


@pytest.mark.parametrize("seed", range(3))
def test_the_program_of_whole_numbers_is_the_referee_of_the_exact_search(seed):
    formulation = whole(seed)
    found = choices(formulation)
    program = Program(found, np.ones(len(found.options), np.bool_), whole=True)
    assert program.solve(Clock(in_seconds(20))) == FOUND[0]
    exact = cpsat.solve(formulation, run=Run(effort=Effort(workers=1)))
    plan = found.plan(np.flatnonzero(program.taken > 0.5))
    assert Judge(formulation).judge(plan).score == exact.score
    assert round(program.cost) == exact.score.cost


def test_a_group_without_an_option_has_no_plan():
    pair = Pair("ann", 1)
    one = Clause(Sum(Place(), ((1, pair),), low=1, high=1), Dozens(), must=True, price=0)
    none = Clause(Sum(Place(), ((1, pair),), high=0), Dozens(), must=True, price=0)
    found = choices(Formulation((pair,), frozenset({pair}), frozenset(), (one, none)))
    assert not relax(found, UNHURRIED).feasible
