"""Performance: measures of the panel and of every case manager over months, each against its own median."""

import pandas as pd
import streamlit as st

from optimizer.caseload.performance.case_measure import CaseMeasure
from optimizer.caseload.performance.standing import standing
from optimizer.planning.words import capital
from optimizer.summary.caseload.performance import (
    STANDING_HEADERS,
    PerformanceChart,
    performance_charts,
    standing_rows,
)
from optimizer.summary.run_chart import signals_text
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.run_charts import drawn

ABOUT = (
    "Each line is held against its own median, the dashed line: six or more points in a row on one side of it are a "
    "shift (squares), five or more that rise or fall a trend (triangles), which is the weaker sign. Nobody is held "
    "against anybody else: panels differ in their patients."
)
NOTHING = "Nothing is noted yet. Fill the sheet Measures, a row for each month, case manager and measure."


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    panel = PanelDesk(desk)
    contents = panel.facts.contents
    st.title("Performance")
    st.text(ABOUT)
    found = {each: performance_charts(panel.panel, contents.figures, each) for each in CaseMeasure}
    there = [each for each, charts in found.items() if charts]
    if there:
        measure = st.selectbox("Measure", there, format_func=lambda each: each.capitalize(), key="performance measure")
        st.caption(f"In percent: {measure.about}.")
        _charts(found[measure])
    else:
        st.info(NOTHING)
    if panel.sees_patients:  # what is due with whom is kept from all others
        _standing(panel)


def _charts(charts: tuple[PerformanceChart, ...]) -> None:
    """Draw the panel across, and its case managers two beside each other in the panel's order."""
    whole, others = ([e for e in charts if not e.who], [e for e in charts if e.who])
    for each in whole:
        _one(each)
    for place in range(0, len(others), 2):
        for column, each in zip(st.columns(2), others[place : place + 2], strict=False):
            with column:
                _one(each)


def _one(each: PerformanceChart) -> None:
    st.markdown(f"**{plain(each.name)}**")
    st.altair_chart(drawn(each.chart, "%"), theme=None)
    st.caption(plain(f"{capital(signals_text(each.chart))}."))


def _standing(panel: PanelDesk) -> None:
    st.header("As it stands")
    now = panel.panel_now
    rows = standing_rows(now, tuple(standing(now, panel.facts.contents.setting)))
    st.dataframe(pd.DataFrame(rows, columns=STANDING_HEADERS), hide_index=True, width="stretch", height="content")
    st.caption(f"Not overdue on {now.on}, of what is or will be due: what may be noted for the month.")
