"""A part of something large: a plan by annealing keeps every must, and what it costs at least is never beyond it."""

import pytest

from optimizer.engine.clock import in_seconds
from optimizer.engine.outcome import NO_PINS, Pins
from optimizer.engine.parts.least import least_of
from optimizer.engine.parts.solve import SMALL, solve_part
from optimizer.engine.run import Run
from optimizer.planning.score import Judge
from optimizer.staffing.hospital.whole import members_with_guests, part_of
from tests.samples.hospitals import hospital

FACTS = hospital(2, 50, days=14)


@pytest.fixture(scope="module")
def part():
    found = part_of(members_with_guests(FACTS)[0])
    assert len(found.offered) > SMALL
    return found


@pytest.fixture(scope="module")
def plan(part):
    found = solve_part(part, NO_PINS, start=None, run=Run(in_seconds(15)))
    assert found.score == Judge(part).judge(found.plan).score
    assert not found.score.broken
    return found.plan


def test_what_a_part_costs_at_least_is_near_its_plan_and_never_beyond(part, plan):
    cost = Judge(part).judge(plan).score.cost
    assert 0 < least_of(part, NO_PINS, plan, Run(in_seconds(60))) <= cost


def test_a_plan_to_begin_with_is_never_made_worse(part, plan):
    again = solve_part(part, NO_PINS, start=plan, run=Run(in_seconds(3)))
    assert again.score.cost <= Judge(part).judge(plan).score.cost


def test_what_is_kept_stays(part, plan):
    keep = frozenset(sorted(plan)[:3])
    assert solve_part(part, Pins(keep), start=None, run=Run(in_seconds(5))).found >= keep


def test_without_time_nothing_is_known(part):
    assert least_of(part, NO_PINS, frozenset(), Run(in_seconds(0))) is None
