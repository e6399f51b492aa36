"""Orders about scenarios tell of each result, and keep what is finished when they are stopped."""

import threading
from dataclasses import replace

from optimizer.scenarios.frontier import budgets_between
from optimizer.scenarios.orders import Compare, Frontier, Hire
from optimizer.staffing.scenario import Scenario
from tests.scenarios.units import EXACT, POLICY, tiny

SCENARIOS = (Scenario("Tight", budget=3_000_00), Scenario("Raise", wages=100))


def done(order, until=100):
    """Return what comes of an order that is stopped after so many results, and the names it told."""
    stop, names = threading.Event(), []

    def tell(result):
        names.append(result.name)
        if len(names) == until:
            stop.set()

    return order(tell, stop), names


def test_a_comparison_tells_of_every_scenario():
    order = Compare(tiny(), POLICY, SCENARIOS, EXACT)
    results, names = done(order)
    assert names[0] == "As it is"
    assert sorted(names) == ["As it is", "Raise", "Tight"]
    assert [result.name for result in results] == ["As it is", "Tight", "Raise"]
    assert len(names) == order.total


def test_a_comparison_that_is_stopped_keeps_what_is_finished():
    results, names = done(Compare(tiny(), POLICY, SCENARIOS, EXACT), until=2)
    assert len(names) == 2
    assert [bool(result) for result in results] == [True, True, False]


def test_a_frontier_that_is_stopped_keeps_its_points():
    order = Frontier(tiny(), POLICY, budgets_between(0, 6_000_00, 4), EXACT)
    points, names = done(order, until=2)
    assert (len(points), len(names), order.total) == (2, 2, 4)


def test_hiring_that_is_stopped_after_the_schedule_as_it_is_has_no_offers_and_before_it_nothing():
    order = Hire(replace(tiny(), staff=tiny().staff[:3]), POLICY, EXACT)
    hiring, _ = done(order, until=1)
    assert (hiring.base.name, hiring.offers) == ("As it is", ())
    stop = threading.Event()
    stop.set()
    assert order(lambda _: None, stop) is None
