"""Orders about panels tell how far they are and heed a stop; they can be sent to another process."""

import pickle
import threading
from dataclasses import replace

from optimizer.caseload.baselines import Baseline, baseline
from optimizer.caseload.policy import default_goals, default_policy
from optimizer.scenarios.caseload.orders import CoverOrder, PlaceOrder, RebalanceOrder, StaffingOrder
from optimizer.scenarios.caseload.standard import StaffingStandard
from tests.caseload.generate import generate

POLICY, GOALS = default_policy(), default_goals()


def begun(part=1):
    """Return a panel of which every so-manieth patient has a case manager."""
    panel = generate(4, 40, 2)
    plan = frozenset(sorted(baseline(panel, Baseline.LONGEST_FIRST))[::part])
    return replace(panel, given=plan)


def sent(order):
    return pickle.loads(pickle.dumps(order))


def test_placing_leaves_everybody_where_they_are_and_places_the_others():
    panel = begun(2)
    told = []
    found = sent(PlaceOrder(panel, POLICY, GOALS, 5, 1))(told.append, threading.Event())
    assert panel.given <= found.plan
    assert len(found.plan) > len(panel.given)
    assert found.plan - panel.given <= panel.offered
    assert {*told} <= {goal.title for goal in GOALS}


def test_rebalancing_tells_every_point_and_keeps_to_the_limit():
    panel = begun()
    told = []
    found = sent(RebalanceOrder(panel, POLICY, GOALS, 3, 5, 1))(told.append, threading.Event())
    assert [*found] == told
    assert [point.limit for point in found] == [0, 1, 2, 3]
    assert all(len(point.moves) <= point.limit for point in found)


def test_rebalancing_that_is_stopped_keeps_what_it_has():
    panel, stop = begun(), threading.Event()
    found = RebalanceOrder(panel, POLICY, GOALS, 6, 5, 1)(lambda _: stop.set(), stop)
    assert len(found) == 1


def test_cover_gives_patients_to_others_even_when_they_are_locked():
    panel = begun()
    manager = next(iter(panel.given)).who
    theirs = frozenset(pair for pair in panel.given if pair.who == manager)
    order = CoverOrder(replace(panel, locked=theirs), POLICY, GOALS, manager, panel.on, None, 5)
    found = sent(order)(print, threading.Event())
    assert not {pair for pair in found.takes if pair.who == manager}
    assert {pair.what.patient for pair in found.takes} <= {pair.what.patient for pair in theirs}


def test_staffing_hires_at_least_what_the_hours_take():
    panel = begun()
    found = sent(StaffingOrder(panel, POLICY, StaffingStandard(90), 5))(print, threading.Event())
    assert found.hires is None or found.hires >= found.least
