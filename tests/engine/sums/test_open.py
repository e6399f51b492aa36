"""What is open costs what the whole does, less what is paid in any case."""

import pytest

from optimizer.caseload.policy import default_policy
from optimizer.engine.sums.open import opened
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from tests.caseload.generate import generate


@pytest.mark.parametrize("seed", range(3))
def test_a_plan_costs_in_what_is_open_what_it_costs_in_the_whole_less_what_is_paid(seed):
    panel = generate(4, 24, 1, seed=seed, full=1.2)
    formulation = formulate(panel, default_policy())
    start = frozenset({pair.what: pair for pair in sorted(panel.offered)}.values())
    fixed = frozenset(pair for pair in start if pair.what.patient < "p00008")
    free = frozenset(pair for pair in panel.offered if pair.what.patient >= "p00008")
    found = opened(formulation, fixed, free)
    whole, inside, paid = Judge(formulation), Judge(found.formulation), sum(found.paid.values())
    assert found.formulation.offered == free
    assert len(found.formulation.clauses) < len(formulation.clauses)
    for plan in (
        start & free,
        frozenset(),
        frozenset({pair.what: pair for pair in sorted(free, reverse=True)}.values()),
    ):
        ours, theirs = inside.judge(plan).score, whole.judge(plan | fixed).score
        assert (ours.cost + paid, ours.broken + found.broken) == (theirs.cost, theirs.broken)


def test_musts_that_are_broken_whatever_is_chosen_are_counted():
    panel = generate(4, 24, 1)
    wrong = min(pair for pair in panel.pairs if pair not in panel.offered)
    formulation = formulate(panel, default_policy())
    free = frozenset(pair for pair in panel.offered if pair.what != wrong.what)
    assert opened(formulation, frozenset({wrong}), free).broken > 0
    assert opened(formulation, frozenset(), free).broken == 0
