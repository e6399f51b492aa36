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
from optimizer.engine.rosters.ways.beam import beamed
from optimizer.engine.rosters.ways.tally import BEYOND, Tally, comes_of, moved, spread, traced
from optimizer.engine.run import Effort, Run
from optimizer.planning.formulation import formulate
from optimizer.planning.policy import Policy
from optimizer.planning.score import Judge
from optimizer.staffing.facts.demand import Need, When
from optimizer.staffing.policy import must, priced
from optimizer.staffing.rules.coverage.coverage import CoverMinimum
from optimizer.staffing.rules.hours.duties import MostDuties
from optimizer.staffing.rules.hours.hours_in_period import MostHoursInPeriod
from optimizer.staffing.rules.who.one_duty_a_day import OneDutyADay
from tests.draw import draw
from tests.made.random_policies import policies
from tests.made.random_units import units

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


ONE, TWO = np.array([3]), np.array([3, 2])
HOURS = Tally(np.array([0, 1, 2, BEYOND] * 2), np.zeros(3), ONE)
HOURS_AND_DUTIES = Tally(np.array([0, 4, 5, BEYOND] * 2), np.zeros(6), TWO)
"""Two days with nothing, a short, a long and a much too long shift, counted in hours; and in duties, of which one."""


@pytest.mark.parametrize(("tally", "worth"), [(HOURS, 20.0), (HOURS_AND_DUTIES, 12.0)], ids=["one digit", "two"])
def test_what_alone_goes_beyond_a_total_is_on_no_way(tally, worth):
    """Calls what is compiled as it is written, so that a place beyond a table is an error."""
    one = np.ones(2, dtype=np.int64)
    layers = (one, np.ones(3, dtype=np.int64), np.arange(2), np.zeros(2, dtype=np.int64), np.zeros(2))
    kind, begin = np.zeros(8, dtype=np.int64), np.array([0, 4, 8])
    costs = np.array([0.0, -10.0, -12.0, -1000.0] * 2)
    values, blank = spread.py_func(*layers, 0, kind, begin, costs, *tally)
    value, breaches, chosen = traced.py_func(*layers, kind, begin, costs, *tally, values, blank)
    assert (value, breaches, costs[chosen].sum()) == (-worth, 0, -worth)
    loose = (np.array([[0.0, 0, 0, 9] * 2]), np.zeros(1), np.full(1, 9.0), np.ones(1), np.ones(1, dtype=bool))
    read = (*layers, 0, kind, begin, costs, *tally, values, blank, *loose, np.zeros(1), 0.0, 10)
    least, value, breaches, chosen = beamed.py_func(*read)
    assert (least, value, breaches, costs[chosen].sum()) == (-worth, -worth, 0, -worth)


@pytest.mark.parametrize("more", [(), (must(MostDuties(limit=1)),)], ids=["one digit", "two"])
def test_a_shift_longer_than_somebody_s_hours_is_in_none_of_their_rosters(more):
    unit, _ = draw("ann  . . .", needs=tuple(Need(When(), code, "RN", 1, 1) for code in "DL"))
    policy = Policy((must(OneDutyADay()), priced(CoverMinimum(), 100), must(MostHoursInPeriod(limit=10 * 60)), *more))
    formulation = formulate(unit, policy)
    with beside(10**7, 50):
        rows = MasterRows(formulation, cpsat.NO_PINS)
        (ann,) = assembled(rows, formulation.past)
    tally = ann._way.tally
    assert len(tally.sizes) == 1 + len(more)
    beyond = (option for option, step in zip(ann._options, tally.steps, strict=True) if step == BEYOND)
    assert {pair.what.shift for option in beyond for pair in option.pairs} == {"L"}
    _, rosters = ann.cheapest(np.full(len(rows.rows), 1000.0))
    assert [[pair.what.shift for pair in roster.plan] for roster in rosters] == [["D"]]
