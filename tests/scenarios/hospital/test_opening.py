"""The first prices: known of every unit, whether all are looked at together or in groups, and good for a bound."""

import threading

import pytest

from optimizer.engine import cpsat
from optimizer.engine.clock import TimeUpError, in_seconds
from optimizer.engine.parts.opening import worths_at_once
from optimizer.engine.run import Run
from optimizer.scenarios.hospital import opening
from optimizer.scenarios.hospital.opening import opening_of
from optimizer.scenarios.hospital.step import Step, work
from optimizer.staffing.hospital.names import in_unit
from optimizer.staffing.hospital.whole import members_with_guests, whole_of
from tests.samples.hospitals import tiny

MOST = 1_000_00


@pytest.mark.parametrize("together", [1, 10])
def test_first_prices_are_known_of_every_unit_and_bound_the_best_plan(together, monkeypatch):
    monkeypatch.setattr(opening, "TOGETHER", together)
    members = members_with_guests(tiny(1, days=4, people=2, floating=3))
    found = opening_of(members, (), MOST, Run(in_seconds(30)))
    for code in ("3E", "ICU"):
        assert any(in_unit(duty.shift, code) for duty in found.prices)
    assert all(0 < cents <= MOST for cents in found.prices.values())
    bounds = [work(Step(member, 20.0, found.prices, bounded=True)).bound for member in members]
    best = cpsat.solve(whole_of(members, ()), run=Run(in_seconds(60))).score.cost
    assert best / 2 < sum(bounds) <= best


def test_without_time_there_are_none():
    members = members_with_guests(tiny(1, days=3))
    assert opening_of(members, (), MOST, Run(in_seconds(0))) is None


@pytest.mark.parametrize(("calls", "known"), [(1, False), (2, True), (3, True)])
@pytest.mark.parametrize("raises", [True, False])
def test_where_time_is_up_in_a_later_sweep_what_was_found_before_holds(calls, known, raises, monkeypatch):
    monkeypatch.setattr(opening, "TOGETHER", 1)
    stop, solved = threading.Event(), []

    def worths(*given):
        if len(solved) < calls:
            solved.append(worths_at_once(*given))
            return solved[-1]
        stop.set()
        if raises:
            raise TimeUpError
        return ()

    monkeypatch.setattr(opening, "worths_at_once", worths)
    members = members_with_guests(tiny(1, days=3, people=2, floating=3))
    found = opening_of(members, (), MOST, Run(stop=stop))
    assert (found is not None) is known
    for code in ("3E", "ICU") if known else ():
        assert any(in_unit(duty.shift, code) for duty in found.prices)
