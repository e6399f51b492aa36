"""Why not: asked where a search has found that no schedule keeps every must; a way out is taken by one click."""

import streamlit as st

from optimizer.engine.outcome import Outcome
from optimizer.scenarios.explain.order import WayTold, WhyNot, WhyNotTold
from optimizer.store.roles import Permission
from optimizer.ui.frame.desk import Desk
from optimizer.ui.jobs.job import Job
from optimizer.ui.jobs.search import forget, job_of, start_button, tell_end, tell_place, watch
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import keep_trouble, kept_trouble, show_trouble
from optimizer.ui.schedule.solving.solve_job import KIND as SOLVE
from optimizer.ui.schedule.solving.solve_job import SolveJob
from optimizer.ui.schedule.take_way import still_so, take_way
from optimizer.workbook.table.faults import FaultyWorkbookError

KIND = "why not"
TROUBLE = "trouble with a way out"
CHANGED = "The draft changed since this was asked, so nothing was done; ask again why not."


def why_not(desk: Desk, solved: SolveJob) -> None:
    """Draw the question, and the last answer, where a search ended without a schedule that keeps every must."""
    if not isinstance(solved.result, Outcome) or solved.result.plan is not None:
        return
    job = job_of(desk, KIND, WhyNot)
    if job is not None and job.running:
        watch(job, KIND, tell_place)
        return
    show_trouble(TROUBLE)
    order = _order(desk, solved)
    start_button(desk, KIND, "Why not", lambda: order, about=WhyNot.seconds)
    if job is not None and job.order == order:
        _tell(desk, job, tell_end(desk, job))


def _order(desk: Desk, solved: SolveJob) -> WhyNot:
    order, costs = solved.order, desk.may(Permission.READ_COSTS)
    return WhyNot(order.unit, order.policy, order.plan, order.kept, costs)


def _tell(desk: Desk, job: Job[WhyNot], told: WhyNotTold | None) -> None:
    """Draw the causes, who can have no roster at all, and what would help."""
    if told is None:
        return
    st.markdown("\n".join(f"- {plain(line)}" for line in told.lines))
    if told.no_roster:
        st.markdown("**No roster at all**, whatever the others have, is possible for:")
        st.markdown("\n".join(f"- {plain(line)}" for line in told.no_roster))
    if told.ways:
        _ways(desk, job, told.ways)


def _ways(desk: Desk, job: Job[WhyNot], ways: tuple[WayTold, ...]) -> None:
    """Draw the ways out, the cheapest first, each with a button for whoever may change the draft and its facts."""
    st.markdown("**What would make one possible**, each solved with:")
    ready = still_so(desk, job)
    changes = desk.may(Permission.EDIT_DRAFTS) and desk.may(Permission.READ_PAY)
    for number, way in enumerate(ways, 1):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            with st.container(gap=None):
                st.markdown(f"{number}\\. {plain(way.said)}")
            if changes:
                st.button(
                    "Apply", key=f"{KIND} apply {number}", on_click=_apply, args=(desk, job, way), disabled=not ready,
                    help=f"Way out {number}: change the facts and rules so, and take the schedule it was solved with",
                )  # fmt: skip
    if changes and not ready:
        st.caption("The draft changed since, or this is a scenario's, so none of them can be applied as it is.")


def _apply(desk: Desk, job: Job[WhyNot], way: WayTold) -> None:
    """Take a way out, once, while the draft is what was explained; the search that found nothing is over then."""
    desk.refresh()
    if not still_so(desk, job):
        keep_trouble(TROUBLE, CHANGED)
        return
    with kept_trouble(TROUBLE, FaultyWorkbookError):
        take_way(desk, job.order, way)
        forget(desk, KIND)
        forget(desk, SOLVE)
        st.toast(plain(f"Done: {way.said}"), icon=":material/check:")
