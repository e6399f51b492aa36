"""Patients whom nobody has are given to case managers by a search, and the result is taken as one edit."""

import streamlit as st

from optimizer.caseload.unplaced import Unplaced, unassigned
from optimizer.planning.pair import Plan
from optimizer.planning.words import count
from optimizer.scenarios.caseload.assign import Assignment
from optimizer.scenarios.caseload.orders import PlaceOrder
from optimizer.summary.caseload.caseload import ENDED
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.caseload.placing import TROUBLE
from optimizer.ui.jobs.job import Job
from optimizer.ui.jobs.jobs import workers
from optimizer.ui.jobs.search import ask_seconds, forget, job_of, start_button, tell_end, tell_place, watch
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import kept_trouble

KIND = "place"
SHOWN = 10


def place_panel(panel: PanelDesk) -> None:
    """Draw the search for patients without a case manager while there are any, or its result."""
    job, left = job_of(panel, KIND, PlaceOrder), unassigned(panel.panel, panel.plan)
    if not left and job is None:
        return
    title = f"{count(len(left), 'patient has', 'patients have')} no case manager"
    with st.expander(
        title, icon=":material/group_add:", expanded=job is not None or any(not each.missing for each in left)
    ):
        if job is None:
            _ask(panel, any(not each.missing for each in left))
            _tell_why(left)
        elif job.running:
            watch(job, KIND, tell_place)
        else:
            _result(panel, job)


def _tell_why(left: tuple[Unplaced, ...]) -> None:
    """Tell of the patients whom no case manager may have what is missing."""
    nobody = [each for each in left if each.missing]
    if nobody:
        st.markdown("**Whom no case manager may have**")
        st.markdown("  \n".join(plain(each.sentence) for each in nobody[:SHOWN]))
    if len(nobody) > SHOWN:
        st.caption(f"and {len(nobody) - SHOWN} more")


def _ask(panel: PanelDesk, able: bool) -> None:
    """Ask for a search where somebody is left whom somebody may have."""
    if not able:
        return
    st.text("A search gives them to whoever suits best. Patients who have a case manager stay where they are.")
    time, act = st.columns([1, 3], vertical_alignment="bottom")
    with time:
        seconds = ask_seconds(KIND)
    with act:
        start_button(
            panel, KIND, "Find case managers",
            lambda: PlaceOrder(panel.panel_now, panel.policy, panel.goals, seconds, workers()),
        )  # fmt: skip


def _result(panel: PanelDesk, job: Job[PlaceOrder]) -> None:
    found: Assignment | None = tell_end(panel, job)
    new = frozenset() if found is None or found.plan is None else _still_free(panel, found)
    if found is not None:
        st.text(ENDED[found.status])
    st.text(f"{count(len(new), 'patient gets', 'patients get')} a case manager.")
    with st.container(horizontal=True):
        if new:
            st.button("Take them all", type="primary", key="place take", on_click=_take, args=(panel, new))
        st.button("Discard", key="place discard", on_click=forget, args=(panel, KIND))


def _still_free(panel: PanelDesk, found: Assignment) -> Plan:
    """Return the new pairs of patients to whom nobody gave a case manager meanwhile."""
    placed = {pair.what.patient for pair in panel.plan}
    return frozenset(pair for pair in found.plan or () if pair.what.patient not in placed) & panel.facts.known


def _take(panel: PanelDesk, new: Plan) -> None:
    with kept_trouble(TROUBLE):
        panel.edit((), new, f"{count(len(new), 'patient')} placed by a search")
        forget(panel, KIND)
