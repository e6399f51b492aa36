"""How a search is to go: its time, its stop, and its one thread."""

import threading
import time

import pytest

from optimizer.engine.clock import in_seconds
from optimizer.engine.outcome import Pins, Progress, Status
from optimizer.engine.run import UNLIMITED, Effort, Run
from optimizer.engine.solve import Engine, EngineError, solve
from optimizer.planning.formulation import formulate
from tests.samples.step_down import clash, small
from tests.scenarios.units import POLICY, tiny


def test_a_part_of_the_time_ends_no_later_than_the_whole():
    run = Run(in_seconds(100))
    assert run.part(0.25).clock.left(1000) == pytest.approx(25, abs=1)
    assert run.within(500).deadline == pytest.approx(run.deadline, abs=1)
    assert UNLIMITED.part(0.25) == UNLIMITED
    assert Run(in_seconds(-5)).at_least(3).clock.left(1000) == pytest.approx(3, abs=1)
    assert run.at_least(3) == run


def test_whoever_listens_hears_and_a_stop_is_seen():
    heard, stop = [], threading.Event()
    run = Run(stop=stop, on_progress=heard.append)
    run.tell(Progress(1.0, 5, 4))
    UNLIMITED.tell(Progress(1.0, 5, 4))
    assert heard == [Progress(1.0, 5, 4)]
    assert not run.stopped
    stop.set()
    assert (run.stopped, run.clock.over(), UNLIMITED.stopped) == (True, True, False)


def test_one_worker_is_one_thread_of_the_same_engine():
    """Beside the thread that asks there are the one that searches and those that only watch the time."""
    most, formulation = [], formulate(*small())

    def count(_):
        names = [thread.name for thread in threading.enumerate() if thread.is_alive()]
        most.append(sum("guarded" in name for name in names))

    outcome = solve(formulation, run=Run(time.monotonic() + 300, on_progress=count, effort=Effort(workers=1)))
    assert outcome.status is Status.OPTIMAL
    assert outcome.worth or not outcome.score.cost  # shadow prices are column generation's
    assert max(most) == 0


def test_one_worker_proves_what_many_do():
    run = Run(time.monotonic() + 300, effort=Effort(workers=1))
    unit, policy = clash()
    assert solve(formulate(unit, policy), Pins(unit.locked), run=run).status is Status.INFEASIBLE
    alone, exact = (solve(formulate(tiny(), POLICY), run=run, engine=engine) for engine in (Engine.AUTO, Engine.CPSAT))
    assert (alone.status, alone.score, alone.bound) == (exact.status, exact.score, exact.bound)


def test_the_engine_for_sums_refuses_what_reads_days():
    with pytest.raises(EngineError, match="reads nobody's days"):
        solve(formulate(*small()), engine=Engine.SUMS)
