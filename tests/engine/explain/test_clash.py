"""A clash cannot stand together, and without any one of its causes it can; a shortage is as small as can be."""

import time

import pytest

from optimizer.engine import cpsat
from optimizer.engine.clock import in_seconds
from optimizer.engine.explain.cause import FixedCell, only, pins_for
from optimizer.engine.explain.clash import clashes
from optimizer.engine.explain.shortfall import shortfall
from optimizer.engine.outcome import Pins, Status
from optimizer.engine.run import Run
from optimizer.planning.formulation import formulate
from tests.samples.step_down import clash, shortage, small


def stands(formulation, causes):
    """Tell, by the referee, whether there is a plan that keeps some causes and what is always a must."""
    return cpsat.solve(only(formulation, causes), pins_for(causes)).status is not Status.INFEASIBLE


@pytest.fixture(scope="module")
def clashing():
    unit, policy = clash()
    formulation = formulate(unit, policy)
    began = time.process_time()  # one worker searches; what others do meanwhile is no part of it
    found = clashes(formulation, Pins(unit.locked), Run(in_seconds(60)))
    return formulation, found, time.process_time() - began


def test_the_clash_is_everything_that_keeps_the_eve_without_a_lead(clashing):
    _, found, _ = clashing
    (only_one,) = found.found
    assert (found.possible, found.all_told, only_one.smallest) == (False, True, True)
    cells = {cause.who for cause in only_one.causes if isinstance(cause, FixedCell)}
    rules = sorted(cause.rule.key for cause in only_one.causes if not isinstance(cause, FixedCell))
    assert cells == {"R001", "R002", "R003"}
    assert rules == ["availability", "cover-minimum", "leave", "leave", "rest"]


def test_a_clash_cannot_stand_and_does_without_any_one_of_its_causes(clashing):
    formulation, found, _ = clashing
    causes = found.found[0].causes
    assert not stands(formulation, causes)
    for gone in causes:
        assert stands(formulation, [cause for cause in causes if cause is not gone]), gone


def test_the_clash_is_found_soon(clashing):
    assert clashing[2] < 5


def test_where_a_plan_is_possible_nothing_clashes_and_nothing_is_short():
    unit, policy = small()
    formulation = formulate(unit, policy)
    found = clashes(formulation, Pins(unit.locked))
    assert (found.possible, found.found) == (True, ())
    assert shortfall(formulation, Pins(unit.locked)).units == 0


def test_locks_that_contradict_each_other_are_a_clash_of_locks_alone():
    unit, policy = small()
    pair = min(unit.offered)
    found = clashes(formulate(unit, policy), Pins(frozenset({pair}), frozenset({pair})))
    (cause,) = found.found[0].causes
    assert (cause.who, cause.keep, cause.ban) == (pair.who, {pair}, {pair})


def test_the_shortage_is_proved_to_be_the_least_and_soon():
    unit, policy = shortage()
    began = time.process_time()  # what others do meanwhile is no part of it
    formulation, pins = formulate(unit, policy), Pins(unit.locked)
    found = shortfall(formulation, pins, Run(in_seconds(90)))
    assert time.process_time() - began < 20
    assert found.proved
    assert (found.units, found.least, found.others) == (17, 17, False)
    assert sum(finding.amount for finding in found.findings) == 17
    assert {finding.rule.key for finding in found.findings} == {"cover-minimum"}
