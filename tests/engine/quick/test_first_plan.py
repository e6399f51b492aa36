"""The first complete plan comes soon, however large the unit: it is measured by what the processor does for it."""

import time

import pytest

from optimizer.engine.outcome import NO_PINS
from optimizer.engine.quick.improve import quick
from optimizer.planning.formulation import formulate
from tests.made.big_units import big_unit
from tests.times import soon


def unhurried():
    """Let work go on."""


@pytest.mark.parametrize(
    ("size", "seconds"), [((60, 42, 6), 3), ((150, 42, 8), 10)], ids=["60 by 6 weeks", "150 by 6 weeks"]
)
def test_a_first_plan_comes_in_time(size, seconds):
    unit, policy = big_unit(*size)

    def measure():
        began = time.thread_time()
        formulation = formulate(unit, policy)
        assert quick(formulation, NO_PINS, 0, unhurried).plan <= formulation.offered
        return time.thread_time() - began

    assert soon(measure, seconds)
