"""A search for the plans of a whole hospital, as a job: each plan is in the store as soon as it is found."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from optimizer.planning.currency import speak_in
from optimizer.scenarios.hospital.order import HospitalFound, HospitalOrder, HospitalStep
from optimizer.scenarios.hospital.report_text import report_text
from optimizer.scenarios.hospital.solve import HospitalLimits
from optimizer.staffing.facts.words import points
from optimizer.store.errors import StoreError
from optimizer.store.hospital.hospital_plans import keep_hospital_plan
from optimizer.store.hospital.hospitals import KeptHospital
from optimizer.ui.frame.desk import Desk
from optimizer.ui.hospital.opening import hospital_of
from optimizer.ui.jobs.job import Begun, Job
from optimizer.ui.jobs.jobs import BusyError, Key, jobs, workers
from optimizer.ui.jobs.search import EVERY, begin_watching, stop_button
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import clock

KIND, OF = "house", "hospital"


class HouseJob(Job[HospitalOrder]):
    """A search for plans of a hospital; every plan that it tells of is kept by ``keep``, and not here."""

    def __init__(self, order: HospitalOrder, begun: Begun, keep: Callable[[HospitalFound], object]) -> None:
        self._keep = keep
        super().__init__(order, begun)

    def hear(self, step: Any) -> None:
        """Keep where it is, or a plan."""
        if not isinstance(step, HospitalFound):
            super().hear(step)
            return
        try:
            self._keep(step)
        except StoreError as error:
            self.problem = str(error)


def key_of(desk: Desk, hospital: int) -> Key:
    """Return the key of the searches of a hospital."""
    return Key(desk.address, hospital, KIND, OF)


def house_job(desk: Desk, hospital: int) -> HouseJob | None:
    """Return the newest search of a hospital, under way or done."""
    found = jobs().of(key_of(desk, hospital))
    return found if isinstance(found, HouseJob) else None


def plan_house(desk: Desk, kept: KeptHospital, budgets: tuple[int | None, ...], seconds: float) -> None:
    """Start a search of a hospital at some budgets in cents, unless one is under way; the page is then drawn anew."""
    hospital = hospital_of(desk.address, kept.id, desk.database)
    speak_in(kept.currency)
    order = HospitalOrder(hospital, budgets, HospitalLimits(seconds, workers()))
    database, actor = desk.database, desk.actor

    def keep(found: HospitalFound) -> None:
        keep_hospital_plan(database, actor, kept.id, found.budget, found.plan, report_text(found.report))

    try:
        jobs().start(key_of(desk, kept.id), lambda: HouseJob(order, Begun(actor.id, kept.id), keep))
    except BusyError as error:
        st.toast(plain(str(error)))
    st.rerun()


@st.fragment(run_every=EVERY)
def watch_house(job: HouseJob) -> None:
    """Draw on one line how far a search is; when it is over, the whole page runs again and looks no more."""
    begin_watching(job, min(0.99, job.seconds / job.order.lasting), plain(_line(job)))
    with st.container(horizontal=True, vertical_alignment="center"):
        stop_button(job, KIND, "Stop and keep the best")
        st.caption(
            plain(f"Started by {job.begun.by} at {clock(job.begun.at)}. Every plan is kept as soon as it is found, ")
            + "whether this page is open or not."
        )


def _line(job: HouseJob) -> str:
    """Return how far a search is: at which budget, what is being done, the best plan and the bound."""
    time = f"{min(job.seconds, job.order.lasting):.0f} of {job.order.lasting:.0f} seconds"
    if not job.told:
        return f"Reading the units ... {time}"
    step: HospitalStep = job.told[-1]
    best = "none yet" if step.progress.cost is None else points(step.progress.cost)
    number = len(job.order.budgets)
    at = f"Budget {step.budget + 1} of {number}. " if number > 1 else ""
    units = f", {step.done} of {step.of} done" if step.of else ""
    return f"{at}{step.progress.doing}{units}: best {best}, no fewer than {points(step.progress.bound)}. {time}"


def tell_house_end(job: HouseJob) -> None:
    """Tell what went wrong with the last search, or that it found nothing."""
    if job.problem:
        st.warning(plain(job.problem))
    elif not job.result:
        st.info("The last search was stopped before it had found a plan. Start it again, and give it more time.")
