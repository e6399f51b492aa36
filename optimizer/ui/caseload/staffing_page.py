"""Staffing: how many more case managers, and how much pay, it takes that all are assigned and nobody is too full."""

import streamlit as st

from optimizer.planning.currency import money
from optimizer.planning.words import count
from optimizer.scenarios.caseload.orders import StaffingOrder
from optimizer.scenarios.caseload.standard import Staffing, StaffingStandard
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.jobs.job import Job
from optimizer.ui.jobs.search import ask_seconds, forget, job_of, start_button, tell_end, tell_place, watch
from optimizer.ui.parts.plain import plain

KIND = "staffing"
TOO_FEW = "No number that was tried was enough in the time given. Search longer, or ask for less."
PAY = "For the hours of cases at everybody's own pay; a new case manager counts at the mean."
STOPPED = "It was stopped before a number was found to be enough."


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    panel = PanelDesk(desk)
    st.title("Staffing")
    st.text(
        "The fewest hires with whom every patient has a case manager and nobody is fuller than you say, and the pay."
    )
    job = job_of(panel, KIND, StaffingOrder)
    if job is not None and job.running:
        watch(job, KIND, tell_place)
        return
    standard, time, act = st.columns([1, 1, 2], vertical_alignment="bottom")
    load = standard.number_input("Nobody fuller than, %", 50, 150, StaffingStandard().load, 5, key="staffing load")
    with time:
        seconds = ask_seconds(KIND)
    with act:
        start_button(
            panel, KIND, "Find the number",
            lambda: StaffingOrder(panel.panel_now, panel.policy, StaffingStandard(int(load)), seconds), soon=True,
        )  # fmt: skip
    if job is not None:
        _result(panel, job)


def _result(panel: PanelDesk, job: Job[StaffingOrder]) -> None:
    found: Staffing | None = tell_end(panel, job)
    load = job.order.standard.load
    if found is not None:
        asked = f"everybody assigned who can be, nobody beyond {load} % of the capacity"
        hired, least, budget = st.columns(3)
        enough = "not found" if found.hires is None else count(found.hires, "case manager")
        hired.metric("To hire, of 1.0 FTE each", enough, border=True, help=f"The standard: {asked}.")
        least.metric("At least, by the hours alone", count(found.least, "case manager"), border=True)
        if found.budget is not None:
            budget.metric("Pay for it a month", money(found.budget.found), border=True, help=PAY)
        if found.hires is None:
            st.warning(STOPPED if job.stopping else TOO_FEW)
        elif not found.hires:
            st.success("The present case managers are enough.")
        st.caption("A new case manager is taken to suit every patient and to have the time of 1.0 FTE.")
        if found.budget is not None and found.budget.least < found.budget.found:
            st.caption(plain(f"Less pay may do; below {money(found.budget.least)} a month it cannot be done."))
    st.button("Close", key="staffing close", on_click=forget, args=(panel, KIND))
