"""Parts and linear programs say of large sums what the exact search says of small ones."""

import time

import pytest

from optimizer.caseload.policy import default_policy
from optimizer.engine import cpsat
from optimizer.engine.clock import UNHURRIED
from optimizer.engine.outcome import Pins, Status
from optimizer.engine.run import Effort, Run
from optimizer.engine.sums import solve as sums
from optimizer.engine.sums.fold import choices
from optimizer.engine.sums.part import Parts
from optimizer.engine.sums.relaxation import relax
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from tests.caseload.generate import generate


@pytest.mark.parametrize("seed", range(4))
def test_the_referee(seed, monkeypatch):
    monkeypatch.setattr(sums, "SMALL", 0)
    panel = generate(4, 20, 1, seed=seed)
    formulation = formulate(panel, default_policy())
    exact = cpsat.solve(formulation, run=Run(effort=Effort(workers=1)))
    found = sums.solve(formulation, run=Run(time.monotonic() + 5))
    assert exact.status is Status.OPTIMAL
    assert found.bound <= exact.bound == exact.score.cost <= found.score.cost
    assert found.status is not Status.OPTIMAL or found.score == exact.score
    assert Judge(formulation).judge(found.plan).score == found.score


def test_pins_hold_and_the_bound_counts_them(monkeypatch):
    monkeypatch.setattr(sums, "SMALL", 0)
    panel = generate(4, 20, 1, seed=1)
    formulation = formulate(panel, default_policy())
    keep, ban = min(panel.offered), max(panel.offered)
    pins = Pins(frozenset({keep}), frozenset({ban}))
    found = sums.solve(formulation, pins, run=Run(time.monotonic() + 3))
    exact = cpsat.solve(formulation, pins, run=Run(effort=Effort(workers=1)))
    assert keep in found.plan
    assert ban not in found.plan
    assert found.bound <= exact.score.cost <= found.score.cost


@pytest.mark.parametrize("seed", range(4))
def test_a_part_differs_from_the_whole_by_the_same_amount_whatever_is_chosen(seed):
    panel = generate(4, 24, 1, seed=seed)
    formulation = formulate(panel, default_policy())
    judge, parts = Judge(formulation), Parts(formulation)
    plan = frozenset({pair.what: pair for pair in sorted(panel.offered)}.values())
    free = frozenset(pair for pair in panel.offered if pair.what.patient < "p00010")
    part = Judge(parts.part(plan - free, free))
    others = (plan & free, frozenset(), frozenset({pair.what: pair for pair in sorted(free, reverse=True)}.values()))
    differences = {judge.judge((plan - free) | other).score.cost - part.judge(other).score.cost for other in others}
    assert len(differences) == 1


def test_the_linear_program_is_a_bound():
    formulation = formulate(generate(4, 24, 1, full=1.2), default_policy())
    exact = cpsat.solve(formulation, run=Run(time.monotonic() + 10))
    assert (
        0
        < relax(choices(Parts(formulation).part(frozenset(), formulation.offered)), UNHURRIED).bound
        <= exact.score.cost
    )
