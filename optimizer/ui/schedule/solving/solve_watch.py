"""How far the search for a better schedule is, while it is under way."""

from collections.abc import Sequence

import streamlit as st

from optimizer.scenarios.resolve import SolveStep
from optimizer.staffing.facts.words import count, points
from optimizer.summary.schedule.outcome import gap_said
from optimizer.ui.jobs.search import EVERY, begin_watching, in_time, stop_button
from optimizer.ui.parts.charts import Dot, stepped
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import clock
from optimizer.ui.schedule.solving.solve_job import KIND, SolveJob

BEST, BOUND = "Best schedule", "No schedule has fewer points"


@st.fragment(run_every=EVERY)
def watch(job: SolveJob) -> None:
    """Draw how far a job is; when it is over, the whole page runs again and looks no more."""
    step = job.told[-1] if job.told else None
    begin_watching(job, min(1.0, job.seconds / job.order.seconds), _doing(job, step))
    now, course = st.columns([2, 3], gap="large")
    with now:
        if step:
            _numbers(step, around=bool(job.order.kept))
        _stop(job)
    with course:
        if dots := _dots(job.told):
            chart = stepped(dots, (BEST, BOUND), "Seconds", "Score, in points", "~s")
            st.altair_chart(chart, alt="Score of the best schedule over time")


def _stop(job: SolveJob) -> None:
    stop_button(job, KIND, "Stop and keep the best")
    who = f"Started by {job.begun.by} at {clock(job.begun.at)}, on version {job.begun.version}."
    st.caption(f"{plain(who)} You can go on editing: what you edit or lock meanwhile stays.")


def _doing(job: SolveJob, step: SolveStep | None) -> str:
    if step is None:
        return "Reading the unit ..."
    if step.nearest:
        return "No schedule without a must-fix problem was found. Looking for the nearest one ..."
    return in_time(job)


def _numbers(step: SolveStep, *, around: bool) -> None:
    best, least = st.columns(2)
    best.metric("Best so far", whole_points(step.score.cost) if step.score else "none yet")
    least.metric("No less than", whole_points(step.bound) if step.bound else "not known yet")
    if step.score and step.score.broken:
        st.markdown(f"The best so far has must-fix problems, by {count(step.score.broken, 'unit')} of their rules.")
    elif step.score and step.bound:
        st.markdown(plain(gap_said(step.score.cost, step.bound, around=around)))


def whole_points(cents: int) -> str:
    """Return whole points, short enough for a tile."""
    return points(round(cents, -2))


def _dots(steps: Sequence[SolveStep]) -> list[Dot]:
    """Return the steps at which the best or the bound changed, and where both stand now."""
    best = [Dot(BEST, s.seconds, s.score.cost / 100) for s in steps if s.score and not s.score.broken]
    bound = [Dot(BOUND, s.seconds, s.bound / 100) for s in steps if s.bound]
    return [*_changed(best), *_changed(bound)]


def _changed(dots: Sequence[Dot]) -> list[Dot]:
    kept = [dot for before, dot in zip([None, *dots], dots, strict=False) if before is None or before.y != dot.y]
    return kept if not dots or kept[-1] == dots[-1] else [*kept, dots[-1]]
