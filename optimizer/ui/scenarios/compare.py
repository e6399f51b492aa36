"""Scenarios side by side: which are solved, a table of what each comes to, charts, and what is scarce."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from optimizer.planning.currency import in_money
from optimizer.scenarios.compare import COST, UNCOVERED, comparison
from optimizer.scenarios.orders import Compare
from optimizer.scenarios.run import Result
from optimizer.scenarios.side_by_side import ScenarioNumber, ScenarioNumbers, said, side_by_side, without_buckets
from optimizer.staffing.scenario import AS_IT_IS
from optimizer.store.roles import Permission
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.download import download, written_by
from optimizer.ui.jobs.job import Job
from optimizer.ui.jobs.jobs import workers
from optimizer.ui.jobs.search import job_of, tell_end
from optimizer.ui.parts.charts import bars
from optimizer.ui.parts.tables import plain_table
from optimizer.ui.scenarios.solves import ask_limits, start_solves, unit_now, watch_solves
from optimizer.workbook.report.comparison import COUNT, MONEY, ComparisonLine, write_comparison

KIND = "compare"
BEST = "◆"
SCARCE = "Worth"


def compare_scenarios(desk: Desk) -> None:
    """Draw the choice of scenarios, and what came of the last search."""
    job = job_of(desk, KIND, Compare)
    if job is not None and job.running:
        watch_solves(job, KIND)
        return
    if desk.scenarios:
        _choice(desk)
    if job is not None:
        _results(desk, job)


def _choice(desk: Desk) -> None:
    names = [scenario.name for scenario in desk.scenarios]
    what, time = st.columns([4, 1])
    with what:
        chosen = st.multiselect("Compare with the unit as it is", names, default=names[:3], key="compare chosen")
    with time:
        limits = ask_limits(KIND)
    scenarios = tuple(scenario for scenario in desk.scenarios if scenario.name in chosen)
    solves = len(scenarios) + 1 if scenarios else 0
    start_solves(
        desk,
        KIND,
        "Compare",
        lambda: Compare(unit_now(desk), desk.policy, scenarios, limits, workers()),
        solves,
        limits,
    )


def _results(desk: Desk, job: Job[Compare]) -> None:
    st.header("Side by side")
    results = tell_end(desk, job)
    if not results or not any(results):
        st.markdown("It was stopped before any schedule was solved. Start it again, and give it more time.")
        return
    names = [AS_IT_IS, *(scenario.name for scenario in job.order.scenarios)]
    lines = comparison(results)
    _table(names, side_by_side(lines))
    _download(desk, names, lines)
    _charts(names, results)
    _scarce(names, lines)


def _table(names: Sequence[str], rows: Sequence[ScenarioNumbers]) -> None:
    groups = [
        row.group if number == 0 or rows[number - 1].group != row.group else "" for number, row in enumerate(rows)
    ]
    columns = {name: [_said(row.entries[number]) for row in rows] for number, name in enumerate(names)}
    frame = pd.DataFrame({"": groups, " ": [row.title for row in rows], **columns})
    config = {name: st.column_config.TextColumn(alignment="right") for name in names}
    st.dataframe(frame, hide_index=True, column_config=config, height="content")
    st.caption(
        f"{BEST} is the best value of a row, among those with the fewest must-fix problems. In brackets: how far "
        f"from {AS_IT_IS.casefold()}. A difference smaller than what could still be saved says nothing; search longer."
    )


def _said(entry: ScenarioNumber) -> str:
    change = f" ({entry.change})" if entry.change else ""
    return f"{BEST + ' ' if entry.best else ''}{entry.text}{change}"


def _download(desk: Desk, names: Sequence[str], lines: Sequence[ComparisonLine]) -> None:
    unit = desk.unit.name
    download(
        desk, "Download as Excel", "scenarios.xlsx", "scenarios", lambda: written_for(desk, unit, names, lines),
        draft=desk.draft.id, key="compare download",
    )  # fmt: skip


def written_for(desk: Desk, unit: str, names: Sequence[str], lines: Sequence[ComparisonLine]) -> bytes:
    """Return the workbook of a comparison; what pay is spent on only for whoever may see pay."""
    kept = lines if desk.may(Permission.READ_PAY) else without_buckets(lines, COST)
    return written_by(lambda path: write_comparison(path, unit, names, kept, (in_money(COST), UNCOVERED)))


def _charts(names: Sequence[str], results: Sequence[Result | None]) -> None:
    accounts = [result.account if result else None for result in results]
    cost, open_hours = st.columns(2)
    pay = [account.cost / 100 if account else None for account in accounts]
    with cost:
        st.altair_chart(bars(names, pay, in_money("Wages"), ",.0f"), alt="Wages of each scenario")
    missing = [sum(account.uncovered.values()) / 60 if account else None for account in accounts]
    with open_hours:
        st.altair_chart(bars(names, missing, "Uncovered hours", ",.1f"), alt="Uncovered hours of each scenario")


def _scarce(names: Sequence[str], lines: Sequence[ComparisonLine]) -> None:
    """Draw what one more of something is worth; it is read off the proof, and missing where nothing was proved."""
    found = [line for line in lines if line.group == SCARCE and any(value is not None for value in line.values)]
    if not found:
        return
    st.header("What one more is worth")
    titles = [line.title.removesuffix(in_money("")) for line in found]
    forms = [COUNT if line.form == MONEY else line.form for line in found]
    told = {
        title: [said(value, form) for value in line.values]
        for title, line, form in zip(titles, found, forms, strict=True)
    }
    plain_table(pd.DataFrame({"": names, **told}).set_index(""), border="horizontal")
    st.caption("In points saved if everything were planned anew. Near the truth, not exact.")
