"""Jobs begin, tell, stop, are ended and die, each in a process that leaves nothing behind."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from optimizer.planning.formulation import formulate
from optimizer.planning.score import Judge
from optimizer.scenarios.orders import Compare
from optimizer.scenarios.resolve import Resolve
from optimizer.staffing.scenario import Scenario
from optimizer.ui.jobs import job as module
from optimizer.ui.jobs.child import LEAST, left_of
from optimizer.ui.jobs.job import DIED, KILLED, LOST, Begun, Job
from optimizer.ui.jobs.jobs import BusyError, Jobs, Key
from optimizer.ui.schedule.solving.solve_job import SolveJob
from tests.paths import PROJECT
from tests.scenarios.units import EXACT, POLICY, tiny
from tests.ui.orders import Chatter, Count, Deaf, Die, Fail, Long, Timed

SOLVE = Key("db", 1, "solve")
BEGUN = Begun("mia", 3)


@pytest.fixture
def jobs(monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 60)
    started = Jobs()
    yield started
    for job in started._jobs.values():
        job.stop()


def until(true, seconds=60):
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"


def test_a_job_tells_of_its_steps_and_ends_with_what_came_out(jobs):
    job = jobs.start(SOLVE, lambda: Job(Count(to=5), BEGUN))
    assert job.wait(60)
    assert (job.told, job.result, job.problem) == ((0, 1, 2, 3, 4), "counted to 5", None)
    assert 0 < job.seconds < 60


def test_the_time_that_somebody_asks_for_is_the_time_she_waits(jobs):
    job = jobs.start(SOLVE, lambda: Job(Timed(30), BEGUN))
    assert job.wait(60)
    assert 0 < job.result < 30
    assert abs(job.result + job.seconds - 30) < 1  # all that its process took to begin is taken off
    assert left_of(Timed(5), time.time() - 60).seconds == LEAST
    assert left_of(Timed(5), time.time() + 60).seconds == 5
    assert left_of("an order without seconds", 0) == "an order without seconds"


def test_progress_is_seen_while_it_is_under_way_by_whoever_asks_for_the_key(jobs):
    jobs.start(SOLVE, lambda: Job(Count(), BEGUN))
    until(lambda: jobs.of(SOLVE).told)
    assert jobs.of(SOLVE).running
    assert jobs.running(Key("db", 1, "compare")) is jobs.of(SOLVE)
    assert jobs.of(SOLVE).begun == BEGUN


def test_stop_is_heard_and_what_was_found_is_kept(jobs):
    job = jobs.start(SOLVE, lambda: Job(Count(), BEGUN))
    until(lambda: job.told)
    job.stop()
    job.stop()
    assert job.wait(60)
    assert job.result.startswith("stopped at")
    assert job.problem is None


def test_a_stop_before_the_order_was_even_read_is_heard_too(jobs):
    job = jobs.start(SOLVE, lambda: Job(Count(), BEGUN))
    job.stop()
    assert job.wait(60)
    assert not job.running


def test_a_stop_while_the_order_is_still_being_sent_ends_it(jobs):
    job = jobs.start(SOLVE, lambda: Job(Long(), BEGUN))
    time.sleep(0.05)
    job.stop()
    assert job.wait(20)


def test_one_that_does_not_stop_is_ended_with_all_that_it_started(jobs, monkeypatch):
    monkeypatch.setattr(module, "PATIENCE", 0.5)
    job = jobs.start(SOLVE, lambda: Job(Deaf(), BEGUN))
    until(lambda: job.told)
    job.stop()
    assert job.wait(60)
    assert (job.result, job.problem) == (None, KILLED)
    until(lambda: not any(map(alive, job.told[0])))


def test_one_with_nothing_to_keep_is_ended_soon(jobs, monkeypatch):
    monkeypatch.setattr(module, "SOON", 0.2)
    job = jobs.start(SOLVE, lambda: Job(Deaf(), BEGUN, soon=True))
    until(lambda: job.told)
    job.stop()
    assert job.wait(4)
    assert (job.result, job.problem) == (None, LOST)
    until(lambda: not any(map(alive, job.told[0])))


def test_one_with_nothing_to_keep_still_has_the_time_to_tell_what_came_out(jobs):
    job = jobs.start(SOLVE, lambda: Job(Count(), BEGUN, soon=True))
    until(lambda: job.told)
    job.stop()
    assert job.wait(5)
    assert job.result.startswith("stopped at")


def test_a_death_is_told_in_a_sentence_and_the_last_words_are_kept(jobs):
    job = jobs.start(SOLVE, lambda: Job(Die(), BEGUN))
    assert job.wait(60)
    assert (job.told, job.result, job.problem) == (("last words",), None, DIED)


def test_an_error_is_told_in_its_own_words(jobs):
    job = jobs.start(SOLVE, lambda: Job(Fail(), BEGUN))
    assert job.wait(60)
    assert job.problem == "It could not be done: The budget is not a number."


def test_the_process_runs_no_page_gives_way_and_may_print(jobs):
    job = jobs.start(SOLVE, lambda: Job(Chatter(), BEGUN))
    assert job.wait(60)
    nice = min(19, os.nice(0) + 10)
    assert job.result == {"main": "optimizer.ui.jobs.child", "nice": nice, "streamlit": False}


def test_a_draft_has_one_job_at_a_time_of_whatever_kind_and_other_drafts_have_their_own(jobs):
    first = jobs.start(SOLVE, lambda: Job(Count(), BEGUN))
    with pytest.raises(BusyError, match="mia began a search of this draft at"):
        jobs.start(Key("db", 1, "compare"), lambda: Job(Count(to=1), BEGUN))
    assert jobs.start(Key("db", 2, "solve"), lambda: Job(Count(to=1), BEGUN)).wait(60)
    assert jobs.start(Key("other db", 1, "solve"), lambda: Job(Count(to=1), BEGUN)).wait(60)
    first.stop()
    assert first.wait(60)
    assert jobs.start(Key("db", 1, "compare"), lambda: Job(Count(to=1), BEGUN)).wait(60)
    assert jobs.of(SOLVE) is first


def test_only_what_is_over_can_be_forgotten(jobs):
    job = jobs.start(SOLVE, lambda: Job(Count(), BEGUN))
    jobs.forget(SOLVE)
    assert jobs.of(SOLVE) is job
    job.stop()
    assert job.wait(60)
    jobs.forget(SOLVE)
    assert jobs.of(SOLVE) is None


def test_when_the_server_is_killed_its_jobs_stop(tmp_path):
    marker = tmp_path / "marker"
    server = f"""
        import time
        from optimizer.ui.jobs.job import Begun, Job
        from tests.ui.orders import Orphan
        job = Job(Orphan({str(marker)!r}), Begun("mia", 1))
        while not job.told:
            time.sleep(0.02)
        print("ready", flush=True)
        time.sleep(60)
    """
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(server)], stdout=subprocess.PIPE, text=True, cwd=PROJECT
    )
    assert process.stdout.readline() == "ready\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    until(lambda: marker.exists() and marker.read_text() == "stopped")


def test_a_search_keeps_the_best_plan_and_comes_back_whole(jobs):
    unit = tiny()
    job = jobs.start(SOLVE, lambda: SolveJob(Resolve(unit, POLICY, frozenset(), seconds=60, workers=1), BEGUN))
    assert job.wait(60)
    assert job.problem is None
    assert job.result.plan == job.best
    assert job.told[-1].score == Judge(formulate(unit, POLICY)).judge(job.best).score
    assert all(step.plan is None for step in job.told)


def test_a_comparison_of_scenarios_runs_as_a_job_with_processes_of_its_own(jobs):
    order = Compare(tiny(), POLICY, (Scenario("Raise", wages=100),), EXACT, workers=2)
    job = jobs.start(Key("db", 1, "compare"), lambda: Job(order, BEGUN))
    assert job.wait(60)
    assert [result.name for result in job.told] == ["As it is", "Raise"]
    assert all(job.result)
