"""What all searches share on a page: how one is started, how far it is, and what is told when it is over."""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

import streamlit as st

from optimizer.planning.words import count
from optimizer.ui.frame.draft_desk import AnyDesk
from optimizer.ui.jobs.job import Begun, Job, Order
from optimizer.ui.jobs.jobs import BusyError, jobs, key_of
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import clock

EVERY = 0.5
"""Every how many seconds a search is looked at."""
TIMES = (5, 10, 20, 60, 300)
OTHER = "is running another search of this draft. Wait until it is done, or stop it."

OrderType = TypeVar("OrderType", bound=Order)


class TimedOrder(Order, Protocol):
    """An order that ends by itself after some seconds."""

    @property
    def seconds(self) -> float:
        """Return how many."""


def ask_seconds(kind: str, label: str = "Search for, seconds", usual: int = 10, about: str | None = None) -> float:
    """Ask how long a search may take."""
    return float(st.selectbox(label, TIMES, TIMES.index(usual), key=f"{kind} seconds", help=about))


def start_button(
    desk: AnyDesk, kind: str, label: str, order: Callable[[], Order], *, ready: bool = True, soon: bool = False,
    about: float | None = None,
) -> None:  # fmt: skip
    """Draw the button that starts a search; while another of this draft runs, it tells so instead.

    A search that has nothing to keep before it is done ends ``soon`` when it is stopped. ``about`` how many seconds it
    takes is told where it is known.
    """
    free = not tell_busy(desk, kind) and ready
    if st.button(label, type="primary", icon=":material/play_arrow:", disabled=not free, key=f"{kind} start"):
        start(desk, kind, lambda begun: Job(order(), begun, soon=soon))
    if free and about is not None:
        st.caption(f"About {lasting(about)}; other pages can be used meanwhile.")


def start(desk: AnyDesk, kind: str, make: Callable[[Begun], Job[Any]], scenario: str = "") -> None:
    """Start a search of the draft as it is now, unless another is under way; the page is then drawn anew."""
    desk.refresh()
    try:
        jobs().start(key_of(desk, kind), lambda: make(Begun(desk.actor.id, desk.version, scenario)))
    except BusyError as error:
        st.toast(plain(str(error)))
    st.rerun()


def tell_busy(desk: AnyDesk, kind: str) -> bool:
    """Tell who runs another search of this draft, and return whether anybody does."""
    busy = jobs().running(key_of(desk, kind))
    if busy:
        st.info(f"{plain(busy.begun.by)} {OTHER}")
    return busy is not None


def job_of(desk: AnyDesk, kind: str, order: type[OrderType]) -> Job[OrderType] | None:
    """Return the newest search of a kind, under way or done, whose order is of a class."""
    found = jobs().of(key_of(desk, kind))
    return found if found is not None and isinstance(found.order, order) else None


def forget(desk: AnyDesk, kind: str) -> None:
    """Let go of a search that is over."""
    jobs().forget(key_of(desk, kind))


@st.fragment(run_every=EVERY)
def watch(job: Job[TimedOrder], kind: str, told: Callable[[tuple[Any, ...]], None]) -> None:
    """Draw how far a search is in its time, and what it ``told``; when it is over, the whole page runs again."""
    begin_watching(job, min(0.99, job.seconds / job.order.seconds), in_time(job))
    told(job.told)
    stop_button(job, kind, "Stop")


def begin_watching(job: Job[Order], share: float, words: str) -> None:
    """Draw how far a search is; when it is over, the whole page runs again and looks no more."""
    if not job.running:
        st.rerun()
    st.progress(share, "Stopping ..." if job.stopping else words)


def in_time(job: Job[TimedOrder]) -> str:
    """Return how far a search is as "3 of 10 seconds"."""
    return f"{min(job.seconds, job.order.seconds):.0f} of {job.order.seconds:.0f} seconds"


def stop_button(job: Job[Order], kind: str, label: str) -> None:
    """Draw the button that stops a search."""
    st.button(label, on_click=job.stop, disabled=job.stopping, icon=":material/stop:", key=f"{kind} stop")


def tell_place(told: tuple[str, ...]) -> None:
    """Tell where a search is that tells so in words."""
    if told:
        st.caption(plain(f"Now: {told[-1]}."))


def tell_end(desk: AnyDesk, job: Job[Order]) -> Any:
    """Tell of which version a search is and what went wrong, and return what came out."""
    then, now = job.begun.version, desk.version
    of = f"version {then}, which is the newest" if then == now else f"version {then}; the draft is at {now} now"
    st.caption(plain(f"Run by {job.begun.by} at {clock(job.begun.at)} in {lasting(job.seconds)}. Of {of}."))
    if job.problem:
        st.warning(plain(job.problem))
    return job.result


def lasting(seconds: float) -> str:
    """Return how long something takes as "20 seconds" or "5 minutes"."""
    return count(round(seconds), "second") if seconds < 100 else count(round(seconds / 60), "minute")
