"""What came of a plan of the whole hospital: units side by side, where the pool goes, what one more would save."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from optimizer.planning.currency import money
from optimizer.scenarios.hospital.report import PRINTED, REPORT, HospitalReport
from optimizer.scenarios.hospital.report_text import read_report
from optimizer.store.hospital.hospital_plans import KeptHospitalPlan
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.download import download, written_by
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import moment
from optimizer.workbook.report.comparison import TEXT, ComparisonLine, shown

KEY = "house plan"
WITHOUT = "No budget for all"


@dataclass(frozen=True)
class ToldPlan:
    """A plan that is kept, with its report read."""

    kept: KeptHospitalPlan
    report: HospitalReport

    @property
    def budget(self) -> str:
        """Return the budget in words."""
        return WITHOUT if self.kept.budget is None else f"Budget {money(self.kept.budget)}"

    @property
    def pay(self) -> float:
        """Return what all are paid, in dollars."""
        return self.report.pay / 100

    @property
    def sums(self) -> Mapping[str, str]:
        """Return the sums over the house, as text by what they are called."""
        return {line.title: shown(line.values[0], line.form) for line in self.report.whole}


def told_plans(kept: Sequence[KeptHospitalPlan]) -> list[ToldPlan]:
    """Return plans with their reports."""
    return [ToldPlan(each, read_report(each.report)) for each in kept]


def show_plan(desk: Desk, hospital: int, plans: Sequence[ToldPlan]) -> None:
    """Draw the plan that is chosen, the newest unless another is."""
    st.header("The plan")
    by_number = {each.kept.number: each for each in reversed(plans)}
    key = f"{KEY} {hospital} {len(plans)}"  # a new plan is looked at as soon as it is there
    number = st.selectbox("Plan", [*by_number], key=key, format_func=lambda each: _named(by_number[each]))
    found = by_number[number]
    _tiles(found)
    st.markdown(plain(f"{found.report.ended[:1].upper()}{found.report.ended[1:]}."))
    _downloads(desk, found)
    st.subheader("Units side by side")
    show_columns(found.report.units)
    _pool(found.report)
    _gains(found.report)


def _named(plan: ToldPlan) -> str:
    return f"{plan.budget}, planned by {plan.kept.who}, {moment(plan.kept.at)}"


def _tiles(plan: ToldPlan) -> None:
    sums = plan.sums
    told = [(title, said) for title, said in sums.items() if title not in ("Points", "No fewer than")]
    for column, (title, said) in zip(st.columns(len(told)), told, strict=True):
        column.metric(plain(title), said, border=True, height="stretch")


def _downloads(desk: Desk, plan: ToldPlan) -> None:
    report = plan.report
    with st.container(horizontal=True):
        download(
            desk, "Report as Excel", REPORT, "hospital report", lambda: written_by(report.write), draft=None,
            key=f"{KEY} excel",
        )  # fmt: skip
        download(
            desk, "Report to print", PRINTED, "hospital report", report.pdf, draft=None, mime="application/pdf",
            icon="print", key=f"{KEY} pdf",
        )  # fmt: skip


def _pool(report: HospitalReport) -> None:
    st.subheader("Where the float pool goes")
    ids = st.toggle("Show who, by id", key=f"{KEY} ids")
    show_columns(report.people if ids else [_without_zeros(column) for column in report.pool])
    st.caption("How many of the pool each unit has on each day; what they are paid is in the sums alone.")


def _without_zeros(column: ComparisonLine) -> ComparisonLine:
    """Return a column in which nobody is nothing, so that somebody stands out."""
    return column._replace(values=tuple(value or None for value in column.values))


def _gains(report: HospitalReport) -> None:
    st.subheader("What one more float nurse would save")
    if not report.gains:
        st.caption("Nothing is known of that: the search ended before it had prices, or nobody is missing anywhere.")
        return
    st.markdown("\n".join(f"- {plain(said)}" for said in report.gains))
    st.caption("Prices of the search, on the scale of the sheets Rules. The units that save most gain most.")


def show_columns(columns: Sequence[ComparisonLine]) -> None:
    """Draw columns of a report as a table, with numbers as its workbook shows them."""
    frame = pd.DataFrame({column.title: [_cell(value, column.form) for value in column.values] for column in columns})
    right: dict[str, Any] = {
        column.title: st.column_config.TextColumn(alignment="left" if column.form == TEXT else "right", pinned=not at)
        for at, column in enumerate(columns)
    }
    st.dataframe(frame, hide_index=True, column_config=right, height="content", width="stretch")


def _cell(value: Any, form: str) -> str:
    return "" if value in (None, "") else shown(value, form)
