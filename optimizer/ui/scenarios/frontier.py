"""The least uncovered hours at each budget: what was found, and what no schedule can do better."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from optimizer.engine.outcome import Status
from optimizer.planning.currency import in_money, money
from optimizer.scenarios.frontier import Point, budgets_between
from optimizer.scenarios.orders import Frontier
from optimizer.staffing.facts.words import hours
from optimizer.ui.frame.desk import Desk
from optimizer.ui.jobs.job import Job
from optimizer.ui.jobs.jobs import workers
from optimizer.ui.jobs.search import job_of, tell_end
from optimizer.ui.parts.charts import Dot, banded
from optimizer.ui.parts.plain import plain
from optimizer.ui.scenarios.solves import ask_limits, start_solves, unit_now, watch_solves

KIND = "frontier"
FOUND, LEAST = "Found", "No schedule does better than"
ROUND = 1000


def budget_and_coverage(desk: Desk) -> None:
    """Draw the choice of budgets, and the curve of the last search."""
    job = job_of(desk, KIND, Frontier)
    if job is not None and job.running:
        watch_solves(job, KIND)
        return
    if not any(paid.rate for paid in desk.unit_to_count.pay.values()):
        st.info("The unit has no pay rates, so no budget can be kept. Add them on the sheet Pay.")
        return
    _choice(desk)
    if job is not None:
        _curve(desk, job)


def _choice(desk: Desk) -> None:
    spent = sum(desk.figures.spent.values()) // 100 or 100 * ROUND
    low, high, points, time = st.columns(4)
    least = low.number_input(
        in_money("Lowest budget"), 0, None, spent * 7 // 10 // ROUND * ROUND, step=ROUND, key="frontier low"
    )
    most = high.number_input(
        in_money("Highest budget"), 0, None, -(-spent * 12 // 10 // ROUND) * ROUND, step=ROUND, key="frontier high"
    )
    number = points.number_input("How many budgets", 2, 20, 6, key="frontier points")
    with time:
        limits = ask_limits(KIND)
    if most <= least:
        st.info("The highest budget must be more than the lowest.")
        return
    budgets = budgets_between(least * 100, most * 100, number)
    start_solves(
        desk, KIND, "Draw the curve", lambda: Frontier(unit_now(desk), desk.policy, budgets, limits, workers()),
        number, limits,
    )  # fmt: skip


def _curve(desk: Desk, job: Job[Frontier]) -> None:
    st.header("Uncovered hours at each budget")
    points: list[Point] = tell_end(desk, job) or []
    if not points:
        st.markdown("It was stopped before any budget was solved. Start it again, and give it more time.")
        return
    dots = [*_dots(points, FOUND), *_dots(points, LEAST)]
    chart = banded(dots, (FOUND, LEAST), in_money("Budget"), "Uncovered hours", ",.0f", ",.0f")
    st.altair_chart(chart, alt="Uncovered hours at each budget, found and at least")
    st.caption(
        "Only rules that must be kept, coverage and the budget count here. Within the band nobody knows; "
        "longer searches narrow it."
    )
    for sentence in _told(points):
        st.markdown(plain(sentence))
    st.dataframe(_table(points), hide_index=True)


def _dots(points: Sequence[Point], line: str) -> list[Dot]:
    """Return the dots of a line; a budget that no schedule keeps has none."""
    possible = (point for point in points if point.status is not Status.INFEASIBLE)
    values = ((p.budget, p.found if line == FOUND else p.least) for p in possible)
    return [Dot(line, budget / 100, minutes / 60) for budget, minutes in values if minutes is not None]


def _told(points: Sequence[Point]) -> list[str]:
    """Return what more money buys, in words."""
    impossible = [point.budget for point in points if point.status is Status.INFEASIBLE]
    told = [f"No schedule keeps every rule that must be kept within {money(max(impossible))}."] if impossible else []
    slopes = [point for point in points if point.slope]
    told += [
        f"At {money(p.budget)}, {money(100_00)} more covers about {hours(round((p.slope or 0) * 100))} more."
        for p in slopes
    ]
    full = [point.budget for point in points if point.found == 0]
    return [*told, f"From {money(min(full))} on, every need is covered."] if full else told


def _table(points: Sequence[Point]) -> pd.DataFrame:
    rows = [
        (money(p.budget), _hours(p.found), _hours(None if p.status is Status.INFEASIBLE else p.least), _money(p.cost))
        for p in points
    ]
    return pd.DataFrame(rows, columns=["Budget", "Uncovered, found", "At least", "Wages"])


def _hours(minutes: int | None) -> str:
    return "–" if minutes is None else hours(minutes)


def _money(cents: int | None) -> str:
    return "–" if cents is None else money(cents)
