"""What the three searches about scenarios share: solves side by side, how many of them are done, and from where."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

import streamlit as st

from optimizer.scenarios.run import Limits
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.schedule.freedom import cell_of
from optimizer.ui.frame.desk import Desk
from optimizer.ui.jobs.job import Job, Order
from optimizer.ui.jobs.jobs import workers
from optimizer.ui.jobs.search import EVERY, ask_seconds, begin_watching, start_button, stop_button
from optimizer.ui.parts.plain import plain

USUAL_TIME = 20


class CountedOrder(Order, Protocol):
    """An order that tells of every solve that is done."""

    @property
    def total(self) -> int | None:
        """Return how many solves it takes, None where that shows only on the way."""


def ask_limits(kind: str) -> Limits:
    """Ask how long each solve may take."""
    about = "Longer searches find better schedules and prove closer limits."
    return Limits(ask_seconds(kind, "Seconds for each", USUAL_TIME, about))


def unit_now(desk: Desk) -> Unit:
    """Return the unit with the draft's schedule to begin with, its locked duties, and locked cells that stay empty."""
    locked = frozenset(pair for pair in desk.plan if cell_of(pair) in desk.locks)
    closed = desk.locks - {cell_of(pair) for pair in desk.plan}
    return replace(desk.unit_to_count, given=desk.plan, locked=desk.unit.locked | locked, closed=closed)


def start_solves(desk: Desk, kind: str, label: str, order: Callable[[], Order], solves: int, limits: Limits) -> None:
    """Draw the button that starts so many solves, with how long they take."""
    about = -(-solves // workers()) * limits.seconds
    start_button(desk, kind, label, order, ready=solves > 0, about=about)


@st.fragment(run_every=EVERY)
def watch_solves(job: Job[CountedOrder], kind: str) -> None:
    """Draw how many solves are done; when all are, the whole page runs again and looks no more."""
    done, total = len(job.told), job.order.total
    share = done / total if total else min(0.95, done / (done + 3))
    begin_watching(job, share, f"{done} of {total or 'some'} done, {job.seconds:.0f} s")
    if job.told:
        st.caption(plain(f"Done: {', '.join(result.name for result in job.told)}."))
    stop_button(job, kind, "Stop and keep what is done")
