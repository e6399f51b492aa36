"""An honest unit of 60 people over six weeks, with all rules of a real one, has a plan soon."""

import threading
import time

import pytest

from optimizer.engine.nearest import solve_or_nearest
from optimizer.engine.outcome import Pins
from optimizer.engine.run import Run
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge, judge_of
from tests.made.large_units import large_unit
from tests.times import soon

FIRST, PATIENCE = 6.0, 300.0
"""Seconds of a processor until the first plan that keeps every must: three of two cores, however busy the machine is;
and seconds by the clock for which the test waits for it."""


@pytest.fixture(scope="module")
def large():
    unit, policy = large_unit(60, 6)
    return unit, formulate(unit, policy)


def test_a_large_unit_has_a_plan_that_keeps_every_must_soon(large):
    unit, formulation = large

    def measure():
        began, told, stop = time.process_time(), [], threading.Event()

        def see(progress):
            if progress.cost is not None and not stop.is_set():
                told.append(time.process_time() - began)
                stop.set()

        run = Run(time.monotonic() + PATIENCE, stop=stop, on_progress=see)
        outcome = solve_or_nearest(formulation, Pins(unit.locked), run=run)
        assert not Judge(formulation).judge(outcome.plan).score.broken
        return told[0]

    assert soon(measure, FIRST)


def test_those_who_judge_by_one_formulation_share_a_judge_while_anybody_has_it(large):
    _, formulation = large
    judge = judge_of(formulation)
    assert judge_of(formulation) is judge
    assert judge.formulation is formulation
    assert judge_of(formulation.musts()) is not judge


@pytest.mark.parametrize(("people", "weeks"), [(14, 1), (60, 6), (150, 52)])
def test_a_large_unit_has_what_it_is_made_of_in_the_same_measure(people, weeks):
    unit, _ = large_unit(people, weeks)
    assert (len(unit.staff), len(unit.calendar.days)) == (people, 7 * weeks)
    assert len({each.id for each in unit.staff}) == people
    known = {each.id for each in unit.staff}
    assert {asked.who for asked in unit.requests} | {pair.who for pair in unit.locked} <= known
    assert {who for each in unit.staff for who in each.preceptors} <= known
    assert {who for tie in unit.ties for who in (tie.who, tie.other)} <= known
