"""What the searches about caseloads share: how they start, how far they are, and what they tell when they are over."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from optimizer.planning.words import count
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.jobs.jobs import Begun, BusyError, Job, Order, jobs, key_of
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import clock

EVERY = 0.5
TIMES = (5, 10, 20, 60, 300)


def ask_seconds(kind: str, usual: int = 10) -> float:
    """Ask how long a search may take."""
    told = st.selectbox("Search for, seconds", TIMES, TIMES.index(usual), key=f"{kind} seconds")
    return float(told)


def start_button(
    panel: PanelDesk, kind: str, label: str, order: Callable[[], Order], ready: bool = True, *, soon: bool = False
) -> None:
    """Draw the button that starts a search; while another of this draft runs, it tells so instead.

    A search that has nothing to keep before it is done ends ``soon`` when it is stopped.
    """
    busy = jobs().running(key_of(panel.desk, kind))
    if busy:
        st.info(f"{plain(busy.begun.by)} is running another search of this draft. Wait until it is done.")
    st.button(
        label, type="primary", icon=":material/play_arrow:", disabled=busy is not None or not ready,
        key=f"{kind} start", on_click=_start, args=(panel, kind, order, soon),
    )  # fmt: skip


def job_of(panel: PanelDesk, kind: str) -> Job | None:
    """Return the newest search of a kind, under way or done."""
    return jobs().of(key_of(panel.desk, kind))


def forget(panel: PanelDesk, kind: str) -> None:
    """Let go of a search that is over."""
    jobs().forget(key_of(panel.desk, kind))


@st.fragment(run_every=EVERY)
def watch(job: Job, seconds: float, kind: str, told: Callable[[Job], None] = lambda _: None) -> None:
    """Draw how far a search is; when it is over, the whole page runs again and looks no more."""
    if not job.running:
        st.rerun()
    doing = "Stopping ..." if job.stopping else f"{job.seconds:.0f} of about {seconds:.0f} seconds"
    st.progress(min(0.99, job.seconds / seconds), doing)
    told(job)
    st.button("Stop", on_click=job.stop, disabled=job.stopping, icon=":material/stop:", key=f"{kind} stop")


def tell_place(job: Job) -> None:
    """Tell where a search is that tells so in words."""
    if job.told:
        st.caption(plain(f"Now: {job.told[-1]}."))


def tell_end(panel: PanelDesk, job: Job) -> Any:
    """Tell of which version a search is and what went wrong, and return what came out."""
    then, now = job.begun.version, panel.now.version
    since = "" if then == now else f", the draft is at version {now} now"
    took = count(round(job.seconds), "second")
    st.caption(plain(f"Run by {job.begun.by} at {clock(job.begun.at)} in {took}, on version {then}{since}."))
    if job.problem:
        st.warning(plain(job.problem))
    return job.result


def _start(panel: PanelDesk, kind: str, order: Callable[[], Order], soon: bool) -> None:
    panel.refresh()
    try:
        begun = Begun(panel.desk.actor.id, panel.now.version)
        jobs().start(key_of(panel.desk, kind), lambda: Job(order(), begun, soon=soon))
    except BusyError as error:
        st.toast(plain(str(error)))
