"""Steps of a hospital on a Dask cluster: bounds as here, and none is lost with a worker."""

import os
import signal

import pytest
from distributed import Client, LocalCluster

from optimizer.scenarios.hospital.step import Step, work
from optimizer.scenarios.pool import run_all
from optimizer.staffing.hospital.whole import members_with_guests
from tests.samples.hospitals import tiny


@pytest.fixture(scope="module")
def cluster():
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as started:
        yield started


def test_a_worker_that_is_killed_in_the_middle_loses_no_step(cluster):
    members = members_with_guests(tiny(1, days=3, people=2, floating=2))
    steps = [Step(member, 20.0, {}) for member in members]
    told = []

    def on_done(number, _):
        told.append(number)
        if len(told) == 1:
            with Client(cluster, set_as_default=False) as client:
                victim = next(iter(client.run(os.getpid).values()))
            os.kill(victim, signal.SIGKILL)

    far = run_all(steps, work, cluster=cluster.scheduler_address, on_done=on_done)
    assert sorted(told) == [0, 1, 2]
    for there, here in zip(far, map(work, steps), strict=True):
        assert there.code == here.code
        assert there.bound <= here.cost
        assert here.bound <= there.cost
