"""Every solve ends when it should, with the best plan there is, however large the unit and wherever it is by then."""

import threading
import time

import pytest

from optimizer.engine.beside import LATE, beside
from optimizer.engine.clock import Clock
from optimizer.engine.nearest import solve_or_nearest
from optimizer.engine.outcome import Nearest, Outcome, Pins, Status
from optimizer.engine.run import Effort, Run
from optimizer.engine.solve import Engine, solve
from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.summary.schedule.outcome import ended
from tests.made.big_units import big_unit, impossible
from tests.read_samples import unit_sample
from tests.samples.step_down import small
from tests.times import soon

SIZES = ((120, 28, 18), (45, 42, 6), (150, 42, 8))
SECONDS = 5
LATEST, STOPPED = 2.0, 1.0
"""Seconds after its time, and after a wish to stop, by which every solve has ended."""


@pytest.fixture(scope="module", params=SIZES, ids=str)
def big(request):
    return formulate(*big_unit(*request.param))


def timed(solver, formulation, *given, seconds=SECONDS, **more):
    began = time.monotonic()
    outcome = solver(formulation, *given, run=Run(began + seconds, **more))
    return time.monotonic() - began, outcome


def in_time(solver, formulation, *given, seconds=SECONDS, **more):
    """Return what a solve came to that ended in time in one of a few tries."""
    found = []

    def measure():
        late, outcome = timed(solver, formulation, *given, seconds=seconds, **more)
        found.append(outcome)
        return late

    assert soon(measure, seconds + LATEST)
    return found[-1]


@pytest.mark.alone
@pytest.mark.parametrize("effort", [Effort(), Effort(workers=1)], ids=["all cores", "one worker"])
def test_a_big_unit_has_a_plan_in_time(big, effort):
    outcome = in_time(solve, big, effort=effort)
    plan = outcome.found
    score = Judge(big).judge(plan).score
    if outcome.plan is not None:
        assert outcome.score == score
        assert score.broken == 0
        assert outcome.bound <= score.cost
    assert len({(pair.who, pair.what.day) for pair in plan}) == len(plan)


@pytest.mark.alone
def test_a_big_unit_where_no_plan_is_possible_has_one_that_is_near():
    formulation = formulate(*impossible(120, 28, 10))
    outcome = in_time(solve_or_nearest, formulation)
    assert (outcome.plan, outcome.score) == (None, None)
    assert outcome.nearest.broken == Judge(formulation).judge(outcome.nearest.plan).score.broken > 0
    assert outcome.status in (Status.OUT_OF_TIME, Status.INFEASIBLE)
    assert outcome.status is Status.INFEASIBLE or "comes nearest" not in ended(outcome)


@pytest.mark.alone
def test_a_short_time_for_the_intensive_care_sample_is_kept_and_what_comes_is_called_what_it_is():
    contents = unit_sample("icu")
    formulation = formulate(contents.unit, contents.policy)
    outcome = in_time(solve_or_nearest, formulation, Pins(contents.unit.locked))
    score = Judge(formulation).judge(outcome.found).score
    assert score.broken < 100
    assert (outcome.plan is None) is (score.broken > 0)
    if score.broken:
        assert outcome.nearest.broken == score.broken
        assert ended(outcome) == (
            f"No plan that keeps every must was found in the time; this one breaks them by {score.broken} units."
        )


@pytest.mark.alone
@pytest.mark.parametrize("after", [0.0, 0.5, 2.0, 5.0])
@pytest.mark.parametrize("engine", [Engine.ROSTERS, Engine.CPSAT])
def test_a_big_unit_stops_when_it_is_told_to(engine, after):
    """While laws are read, graphs are built, models are stated, or plans are bettered."""
    formulation = formulate(*big_unit(60, 42, 12))
    assert soon(lambda: stopped_in(formulation, engine, after), STOPPED)


@pytest.mark.alone
@pytest.mark.parametrize("after", [0.1, 1.0, 3.0])
def test_a_small_unit_stops_when_it_is_told_to(after):
    """At the root, in a dive, or while plans are bettered and the exact search is at work."""
    unit, policy = small()
    formulation = formulate(unit, policy)
    assert soon(lambda: stopped_in(formulation, Engine.ROSTERS, after), STOPPED)


def stopped_in(formulation, engine, after):
    """Return how many seconds a solve goes on after it is stopped, which has some plan then."""
    stop, at = threading.Event(), []

    def tell():
        at.append(time.monotonic())
        stop.set()

    timer = threading.Timer(after, tell)
    timer.start()
    solve(formulation, engine=engine, run=Run(time.monotonic() + 60, stop=stop))
    ended = time.monotonic()
    timer.cancel()
    return ended - at[0] if at else 0.0  # it was proved before


@pytest.mark.alone
def test_work_that_does_not_see_the_clock_is_not_waited_for():
    began = time.monotonic()
    assert beside(lambda: time.sleep(20), Clock(began + 0.2)) is None
    assert time.monotonic() - began < 0.2 + LATE + 0.5


def test_what_goes_wrong_beside_is_raised_here():
    def fail():
        raise ArithmeticError("no way")

    with pytest.raises(ArithmeticError, match="no way"):
        beside(fail, Clock())


def test_a_plan_that_breaks_musts_is_called_the_nearest_only_where_none_is_possible_and_it_was_sought():
    def said(status, *, sought):
        return ended(Outcome(status, None, None, 0, 1.0, nearest=Nearest(frozenset(), 3, sought)))

    impossible = "No schedule can keep every rule that must be kept; this one"
    assert said(Status.INFEASIBLE, sought=True) == f"{impossible} comes nearest."
    assert said(Status.INFEASIBLE, sought=False) == f"{impossible} breaks them by 3 units."
    for status in (Status.OUT_OF_TIME, Status.STOPPED):
        assert "nearest" not in said(status, sought=True)


def test_no_time_at_all_leaves_what_is_kept():
    unit, policy = big_unit(20, 28, 4)
    outcome = solve_or_nearest(formulate(unit, policy), run=Run(time.monotonic()))
    assert (outcome.plan, outcome.nearest.plan, outcome.score) == (None, frozenset(), None)
    assert outcome.nearest.broken > 0


@pytest.mark.parametrize("status", [Status.INFEASIBLE, Status.OUT_OF_TIME])
def test_no_search_that_ends_without_a_plan_has_one(status):
    with pytest.raises(ValueError, match="has no plan"):
        Outcome(status, frozenset(), None, 0, 1.0)
