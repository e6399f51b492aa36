"""How a search for a hospital's plan is asked for, watched and stopped."""

import functools
import os
import sys
import threading
from collections.abc import Callable, Sequence
from typing import Any

import click

from optimizer.cli.progress import Interruptible, in_thread
from optimizer.cli.terminal import refuse
from optimizer.planning.words import points
from optimizer.scenarios.crew import Crew
from optimizer.scenarios.hospital.search import HospitalProgress
from optimizer.scenarios.hospital.solve import HospitalLimits, HospitalOutcome, solve_hospital
from optimizer.scenarios.hospital.step import Step, StepDone, work
from optimizer.scenarios.pool import ClusterError, run_all
from optimizer.staffing.hospital.hospital import Hospital


def searching(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a search: its limits, and a cluster."""

    @click.option(
        "--seconds", default=300.0, show_default=True, type=click.FloatRange(min=1), help="How long to search."
    )
    @click.option("--seed", default=0, show_default=True, type=click.IntRange(min=0), help="Chance begins here.")
    @click.option("--workers", type=click.IntRange(min=1), help="Units solved at a time; one a core if not given.")
    @click.option("--cluster", help="The address of a Dask scheduler whose workers solve the units.")
    @functools.wraps(command)
    def wrapped(*args: Any, seconds: float, seed: int, workers: int | None, **others: Any) -> Any:
        return command(*args, limits=HospitalLimits(seconds, workers or os.cpu_count() or 1, seed), **others)

    return wrapped


def found_in(hospital: Hospital, limits: HospitalLimits, cluster: str | None, quiet: bool) -> HospitalOutcome:
    """Return the plan of a hospital; Ctrl-C ends the search and keeps the best."""
    stop, line = threading.Event(), _Line(quiet)
    with Crew(limits.workers) as crew, Interruptible(stop):

        def solve_steps(steps: Sequence[Step]) -> Sequence[StepDone | None]:
            done = run_all(steps, work, cluster=cluster, crew=crew, stop=stop, on_done=lambda *_: line.step(len(steps)))
            line.next()
            return done

        try:
            return in_thread(lambda: solve_hospital(hospital, limits, solve_steps, line.show, stop))
        except ClusterError as error:
            refuse([str(error)], quiet)
            raise AssertionError from error  # never reached
        finally:
            line.end()


class _Line:
    """Shows what is being done, how many units are done with it, the best cost and the bound: one line on a terminal.

    Elsewhere it is a line each time.
    """

    def __init__(self, quiet: bool) -> None:
        self._quiet, self._terminal, self._done = quiet, sys.stderr.isatty(), 0
        self._progress = HospitalProgress("", None, 0)

    def show(self, progress: HospitalProgress) -> None:
        """Show how far it is."""
        self._progress = progress
        self._say("")

    def step(self, steps: int) -> None:
        """Show that one more unit is done."""
        self._done += 1
        self._say(f"   {self._done} of {steps} done")

    def next(self) -> None:
        """Begin to count anew."""
        self._done = 0

    def end(self) -> None:
        """Leave the last line standing."""
        if self._terminal and not self._quiet:
            click.echo("", err=True)

    def _say(self, more: str) -> None:
        if self._quiet:
            return
        best = "none yet" if self._progress.cost is None else points(self._progress.cost)
        said = f"{self._progress.doing}: best {best}   no fewer than {points(self._progress.bound)}{more}"
        click.echo(f"\r\033[K{said}" if self._terminal else said, nl=not self._terminal, err=True)
