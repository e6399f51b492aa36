"""Sums counted beside the graph, and rosters built day by day within others, are held to the exact solver."""

from contextlib import ExitStack
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from optimizer.engine import cpsat
from optimizer.engine.outcome import Status
from optimizer.engine.rosters import people
from optimizer.engine.rosters.assembly import assembled
from optimizer.engine.rosters.mixture import Mixture, dive
from optimizer.engine.rosters.opening import opening_duals
from optimizer.engine.rosters.proof import prove
from optimizer.engine.rosters.rows import MasterRows
from optimizer.engine.rosters.search import RosterSearch
from optimizer.engine.rosters.ways import fitting, readings, tallies
from optimizer.engine.rosters.ways.tally import comes_of, moved
from optimizer.engine.run import Effort, Run
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from tests.random_units import policies, units

SLOW = settings(max_examples=60, suppress_health_check=[*HealthCheck], deadline=None)
WAYS = pytest.mark.parametrize(("work", "beam"), [(10**7, 50), (2_000, 50), (0, 50), (0, 2)])
"""All sums beside the graph; some; none, so that all are built; and hardly looked for."""


def beside(work, beam):
    """Have no sum in a graph, and so much work and so broad a beam for each person."""
    stack = ExitStack()
    for module, name, value in (
        (fitting, "WHOLE", 0), (fitting, "ROUND", 0), (readings, "SHORT", 0),
        (tallies, "WORK", work), (people, "BEAM", beam),
    ):  # fmt: skip
        stack.enter_context(patch.object(module, name, value))
    return stack


@WAYS
@SLOW
@given(data=st.data())
def test_the_bound_never_exceeds_the_optimum(work, beam, data):
    formulation = formulate(data.draw(units()), data.draw(policies()))
    best = cpsat.solve(formulation, run=Run(effort=Effort(workers=1)))
    with beside(work, beam):
        rows = MasterRows(formulation, cpsat.NO_PINS)
        found = assembled(rows, formulation.past)
        if found is None:
            assert best.status is Status.INFEASIBLE
        elif best.status is Status.OPTIMAL:
            search = RosterSearch(rows, found)
            search.duals = search.shapes.clipped(opening_duals(rows, formulation.past))
            bounds = []
            mixture = Mixture(search, found, {})
            prove(mixture, bounds.append)
            assert bounds[-1] <= best.bound + 0.01
            rosters = dive(mixture)
            if rosters:
                score = Judge(formulation).judge(frozenset().union(*(r.plan for r in rosters.values()))).score
                assert score.broken or score.cost >= best.bound


@WAYS
@SLOW
@given(data=st.data())
def test_no_roster_is_cheaper_than_its_bound(work, beam, data):
    formulation = formulate(data.draw(units()), data.draw(policies()))
    rows = MasterRows(formulation, cpsat.NO_PINS)
    whole = assembled(rows, formulation.past)
    with beside(work, beam):
        parts = assembled(MasterRows(formulation, cpsat.NO_PINS), formulation.past)
        for one, other in zip(whole or (), parts or (), strict=bool(whole and parts)):
            duals = np.array(
                data.draw(st.lists(st.integers(-500, 500), min_size=len(rows.rows), max_size=len(rows.rows)))
            )
            exact, (best, *_) = one.cheapest(duals.astype(float))
            bound, rosters = other.cheapest(duals.astype(float))
            if not one._loose:
                assert bound <= best.cost - duals[best.rows] @ best.factors + 1
            if not other._loose:
                assert abs(bound - exact) <= 1 or one._loose
            assert all(roster.cost - duals[roster.rows] @ roster.factors >= bound - 1 for roster in rosters)


def test_digits_do_not_carry_over():
    sizes = np.array([10, 3, 2])
    assert comes_of(25, 15, sizes)
    assert not comes_of(25, 16, sizes)
    assert not comes_of(25, 30, sizes)
    assert moved(1, 1, sizes) == 2
    assert moved(2, 1, sizes) == -1
    assert moved(2, 3, sizes) == 5
    assert moved(3, 3, sizes) == -1
