"""Why not: asked where a search has found that no schedule keeps every must."""

import streamlit as st

from optimizer.engine.outcome import Outcome
from optimizer.scenarios.explain.order import WhyNot, WhyNotTold
from optimizer.store.roles import Permission
from optimizer.ui.frame.desk import Desk
from optimizer.ui.jobs.search import job_of, start_button, tell_end, tell_place, watch
from optimizer.ui.parts.plain import plain
from optimizer.ui.schedule.solving.solve_job import SolveJob

KIND = "why not"


def why_not(desk: Desk, solved: SolveJob) -> None:
    """Draw the question, and the last answer, where a search ended without a schedule that keeps every must."""
    if not isinstance(solved.result, Outcome) or solved.result.plan is not None:
        return
    job = job_of(desk, KIND, WhyNot)
    if job is not None and job.running:
        watch(job, KIND, tell_place)
        return
    order = _order(desk, solved)
    start_button(desk, KIND, "Why not", lambda: order, about=WhyNot.seconds)
    if job is not None and job.order == order:
        _tell(tell_end(desk, job))


def _order(desk: Desk, solved: SolveJob) -> WhyNot:
    order, costs = solved.order, desk.may(Permission.READ_COSTS)
    return WhyNot(order.unit, order.policy, order.plan, order.kept, costs)


def _tell(told: WhyNotTold | None) -> None:
    """Draw the causes, and what would help."""
    if told is None:
        return
    st.markdown("\n".join(f"- {plain(line)}" for line in told.lines))
    if told.ways:
        st.markdown("**What would make one possible**, each solved with:")
        st.markdown("\n".join(f"{number}. {plain(way)}" for number, way in enumerate(told.ways, 1)))
