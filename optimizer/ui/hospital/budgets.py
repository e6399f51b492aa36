"""Budgets of a whole hospital side by side: a chart of money against uncovered hours, and what the next dollar buys."""

from collections.abc import Sequence

import streamlit as st

from optimizer.planning.currency import in_money
from optimizer.scenarios.hospital.next_dollar import next_dollars
from optimizer.scenarios.hospital.report import HospitalReport
from optimizer.scenarios.hospital.told import UNCOVERED
from optimizer.ui.hospital.reports import ToldPlan, show_columns
from optimizer.ui.parts.charts import Dot, stepped
from optimizer.ui.parts.plain import plain
from optimizer.workbook.report.comparison import ComparisonLine

FOUND = "Best plan found"


def show_budgets(plans: Sequence[ToldPlan]) -> None:
    """Draw the budgets that were planned at, with the newest plan of each; nothing while there is only one."""
    newest = {plan.kept.budget: plan.report for plan in plans if plan.kept.budget is not None}
    if len(newest) < 2:
        return
    at = sorted(newest.items())
    st.header("Budgets side by side")
    dots = [Dot(FOUND, budget / 100, report.uncovered) for budget, report in at]
    chart = stepped(dots, (FOUND,), in_money("Budget for all units"), UNCOVERED, ",.0f")
    st.altair_chart(chart, alt="Uncovered hours over the whole house at each budget")
    st.markdown("\n".join(f"- {plain(said)}" for said in next_dollars(at)))
    show_columns(_side_by_side([report for _, report in at]))
    st.caption("The newest plan of each budget. A difference smaller than the gap says nothing; search longer.")


def _side_by_side(reports: Sequence[HospitalReport]) -> list[ComparisonLine]:
    """Return the sums of some reports, a row each."""
    together = zip(*(report.whole for report in reports), strict=True)
    return [lines[0]._replace(values=tuple(value for line in lines for value in line.values)) for lines in together]
