"""What the three searches about scenarios share: how they start, how far they are, and of what they tell."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from optimizer.scenarios.run import Limits
from optimizer.staffing.facts.unit import Unit
from optimizer.staffing.facts.words import count
from optimizer.staffing.schedule.freedom import cell_of
from optimizer.ui.frame.desk import Desk
from optimizer.ui.jobs.jobs import Begun, BusyError, Job, Key, Order, jobs, key_of, workers
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import clock

EVERY = 0.5
TIMES = (5, 10, 20, 60, 300)
USUAL_TIME = 20


def ask_limits(kind: str) -> Limits:
    """Ask how long each solve may take."""
    seconds = st.selectbox(
        "Seconds for each", TIMES, index=TIMES.index(USUAL_TIME), key=f"{kind} seconds",
        help="Longer searches find better schedules and prove closer limits.",
    )  # fmt: skip
    return Limits(float(seconds))


def unit_now(desk: Desk) -> Unit:
    """Return the unit with the draft's schedule to begin with, its locked duties, and locked cells that stay empty."""
    locked = frozenset(pair for pair in desk.plan if cell_of(pair) in desk.locks)
    closed = desk.locks - {cell_of(pair) for pair in desk.plan}
    return replace(desk.unit_to_count, given=desk.plan, locked=desk.unit.locked | locked, closed=closed)


def start_button(desk: Desk, kind: str, label: str, order: Callable[[], Order], solves: int, limits: Limits) -> None:
    """Draw the button that starts a search, with how long it takes; while another runs it tells so instead."""
    key = key_of(desk, kind)
    busy = jobs().running(key)
    if busy:
        st.info(f"{plain(busy.begun.by)} is running another search of this draft. Wait until it is done, or stop it.")
    ready = busy is None and solves > 0
    if st.button(label, type="primary", icon=":material/play_arrow:", disabled=not ready, key=f"{kind} start"):
        _start(desk, key, order())
        st.rerun()
    if ready:
        st.caption(f"About {_minutes(-(-solves // workers()) * limits.seconds)}; other pages can be used meanwhile.")


def job_of(desk: Desk, kind: str) -> Job | None:
    """Return the newest search of a kind, under way or done."""
    return jobs().of(key_of(desk, kind))


@st.fragment(run_every=EVERY)
def watch_tasks(job: Job, kind: str) -> None:
    """Draw how many solves are done; when all are, the whole page runs again and looks no more."""
    if not job.running:
        st.rerun()
    told, total = job.told, getattr(job.order, "total", None)
    share = len(told) / total if total else min(0.95, len(told) / (len(told) + 3))
    st.progress(
        share, "Stopping ..." if job.stopping else f"{len(told)} of {total or 'some'} done, {job.seconds:.0f} s"
    )
    if told:
        st.caption(plain(f"Done: {', '.join(result.name for result in told)}."))
    st.button(
        "Stop and keep what is done", on_click=job.stop, disabled=job.stopping, icon=":material/stop:",
        key=f"{kind} stop",
    )  # fmt: skip


def tell_of_what(desk: Desk, job: Job) -> Any:
    """Tell of which version of the draft a search is and what went wrong, and return what came out."""
    then, now = job.begun.version, desk.version
    of = f"version {then}, which is the newest" if then == now else f"version {then}; the draft is at {now} now"
    st.caption(plain(f"Run by {job.begun.by} at {clock(job.begun.at)} in {_minutes(job.seconds)}. Of {of}."))
    if job.problem:
        st.warning(plain(job.problem))
    return job.result


def _start(desk: Desk, key: Key, order: Order) -> None:
    try:
        jobs().start(key, lambda: Job(order, Begun(desk.actor.id, desk.version)))
    except BusyError as error:
        st.toast(plain(str(error)))


def _minutes(seconds: float) -> str:
    return count(round(seconds), "second") if seconds < 100 else count(round(seconds / 60), "minute")
