"""Whatever is finished stays, and what died is run again, here and on a cluster."""

import os
import signal

import pytest
from distributed import Client, LocalCluster

from optimizer.scenarios import pool
from optimizer.scenarios.crew import Crew
from optimizer.scenarios.pool import ClusterError, run_all
from optimizer.scenarios.run import run
from optimizer.scenarios.stress.simulate import simulate
from optimizer.scenarios.stress.stress import Stress
from tests.scenarios.stress.test_stress import task
from tests.scenarios.units import Deadly, always_die, survive, tasks


@pytest.fixture(scope="module")
def cluster():
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as started:
        yield started


def test_results_come_in_the_order_of_the_tasks_and_each_is_told_once():
    told = []
    results = run_all([Deadly(n) for n in range(5)], survive, workers=2, on_done=lambda n, r: told.append((n, r)))
    assert results == [0, 1, 2, 3, 4]
    assert sorted(told) == [(n, n) for n in range(5)]


def test_nothing_to_do_is_done():
    assert run_all([], survive) == []


def test_a_task_whose_process_dies_is_run_again_and_the_finished_ones_are_not(tmp_path):
    told = []
    work = [Deadly(0), Deadly(1, tmp_path / "marker"), *(Deadly(n) for n in range(2, 6))]
    assert run_all(work, survive, workers=2, on_done=lambda n, _: told.append(n)) == [0, 1, 2, 3, 4, 5]
    assert sorted(told) == [0, 1, 2, 3, 4, 5]


def test_a_crew_of_which_one_died_finishes_and_goes_on(tmp_path):
    with Crew(1) as crew:
        work = [Deadly(0), Deadly(1, tmp_path / "marker"), Deadly(2)]
        assert run_all(work, survive, crew=crew) == [0, 1, 2]
        before = crew.pool()
        assert run_all(work, survive, crew=crew) == [0, 1, 2]
        assert crew.pool() is before


def test_a_task_that_always_kills_its_process_is_given_up():
    assert run_all([Deadly(0), Deadly(1)], always_die, workers=1) == [0, None]


def test_ctrl_c_keeps_what_is_finished():
    def on_done(number, _):
        raise KeyboardInterrupt

    results = run_all([Deadly(n) for n in range(4)], survive, workers=1, on_done=on_done)
    assert results.count(None) == 3


def test_a_plan_is_the_same_in_another_process_and_on_a_cluster(cluster, monkeypatch):
    work = tasks(2)
    here = [run(task) for task in work]
    monkeypatch.setenv("PYTHONHASHSEED", "12345")
    there = run_all(work, run, workers=2)
    far = run_all(work, run, cluster=cluster.scheduler_address)
    assert all(result.plan for result in here)
    for one, other, third in zip(here, there, far, strict=True):
        assert (one.plan, one.score, one.bound) == (other.plan, other.score, other.bound)
        assert (one.plan, one.score, one.bound) == (third.plan, third.score, third.bound)


def test_a_worker_of_a_cluster_that_is_killed_in_the_middle_loses_no_scenario(cluster):
    told = []

    def on_done(number, _):
        told.append(number)
        if len(told) == 2:
            with Client(cluster, set_as_default=False) as client:
                victim = next(iter(client.run(os.getpid).values()))
            os.kill(victim, signal.SIGKILL)

    results = run_all(tasks(6), run, cluster=cluster.scheduler_address, on_done=on_done)
    assert [result.name for result in results] == [f"scenario {n}" for n in range(6)]
    assert sorted(told) == [0, 1, 2, 3, 4, 5]


def test_a_cluster_that_is_not_there_is_told_in_a_sentence(monkeypatch):
    monkeypatch.setattr(pool, "ANSWERS_WITHIN", 0.5)
    with pytest.raises(ClusterError, match="There is no Dask cluster at"):
        run_all(tasks(1), run, cluster="tcp://127.0.0.1:9")


def test_periods_are_simulated_alike_here_and_on_a_cluster(cluster):
    asked = task(0.3)
    order = Stress(asked.unit, asked.policy, asked.plan, asked.rates, 40, asked.seed)
    assert order(cluster=cluster.scheduler_address) == order.report([simulate(part) for part in order.tasks(3)])
