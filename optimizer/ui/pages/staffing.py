"""Staffing: how many more case managers it takes that everybody is assigned and nobody is too full."""

import streamlit as st

from optimizer.planning.words import count
from optimizer.scenarios.caseload.orders import StaffingOrder
from optimizer.scenarios.caseload.standard import Staffing, Standard
from optimizer.ui.caseload_job import ask_seconds, forget, job_of, start_button, tell_end, watch
from optimizer.ui.desk import Desk
from optimizer.ui.jobs import Job
from optimizer.ui.panel_desk import PanelDesk

KIND = "staffing"


def show(desk: Desk) -> None:
    """Draw the page."""
    panel = PanelDesk(desk)
    st.title("Staffing")
    st.text("The fewest case managers to hire so that every patient has one and nobody is fuller than you say.")
    job = job_of(panel, KIND)
    if job is not None and job.running:
        watch(job, job.order.seconds, KIND)
        return
    standard, time, act = st.columns([1, 1, 2], vertical_alignment="bottom")
    load = standard.number_input("Nobody fuller than, %", 50, 150, Standard().load, 5, key="staffing load")
    with time:
        seconds = ask_seconds(KIND)
    with act:
        start_button(
            panel, KIND, "Find the number",
            lambda: StaffingOrder(panel.panel_now, panel.policy, Standard(int(load)), seconds),
        )  # fmt: skip
    if job is not None:
        _result(panel, job)


def _result(panel: PanelDesk, job: Job) -> None:
    found: Staffing | None = tell_end(panel, job)
    load = job.order.standard.load
    if found is not None:
        asked = f"everybody assigned who can be, nobody beyond {load} % of the capacity"
        hired, least = st.columns(2)
        enough = "not found" if found.hires is None else count(found.hires, "case manager")
        hired.metric("To hire, of 1.0 FTE each", enough, border=True, help=f"The standard: {asked}.")
        least.metric("At least, by the hours alone", count(found.least, "case manager"), border=True)
        if found.hires is None:
            st.warning("No number that was tried was enough in the time given. Search longer, or ask for less.")
        elif not found.hires:
            st.success("The present case managers are enough.")
        st.caption("A new case manager is taken to suit every patient and to have the time of 1.0 FTE.")
    st.button("Close", key="staffing close", on_click=forget, args=(panel, KIND))
