"""Hours: what cases take by our numbers, by those in use and by the panel's time study, and what others have."""

import pandas as pd
import streamlit as st

from optimizer.caseload.capacity.calibration import Estimate, calibrate
from optimizer.caseload.capacity.capacity import capacity
from optimizer.caseload.capacity.setting import whole
from optimizer.caseload.presets.capacity import setting as preset_of
from optimizer.caseload.study import observed
from optimizer.planning.words import hours
from optimizer.summary.caseload.hours import (
    HEADERS,
    aside,
    elsewhere,
    flaws,
    per,
    rests_on,
    short_text,
    taken,
    taken_lines,
)
from optimizer.ui.caseload.file import measured_button
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.workbook.panel.read import PanelContents

NO_STUDY = (
    "No time study yet. Keep one on the workbook's sheet Time study (date, case manager, patient, minutes) for a "
    "quarter, import it again, and what your cases really take stands here beside our numbers."
)
HELP = "What a competent case manager can give to cases after leave, meetings and other duties."


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    panel = PanelDesk(desk)
    contents = panel.facts.contents
    seen = observed(contents.panel, contents.setting, contents.study)
    estimates = calibrate(seen.observations)
    st.title("Hours")
    st.text(
        "What a case takes by tier and phase. Everybody's load, and how many case managers it takes, rests on this."
    )
    _figures(contents, estimates)
    if contents.study:
        _study(panel, estimates, [*flaws(estimates), *(short_text(each) for each in seen.short)])
    else:
        st.info(NO_STUDY)
    rows = taken_lines(taken(preset_of(contents.setting.key), contents.setting, estimates))
    st.dataframe(pd.DataFrame(rows, columns=HEADERS), hide_index=True, width="stretch", height="content")
    st.caption(f"Our preset: {contents.setting.source.mark}. The workbook's sheet Hours can say otherwise.")
    with st.expander("What others have for 1.0 FTE"):
        st.dataframe(
            pd.DataFrame([said for _, said in elsewhere(contents.setting)], columns=["Setting and source"]),
            hide_index=True, width="stretch", height="content",
        )  # fmt: skip


def _figures(contents: PanelContents, estimates: tuple[Estimate, ...]) -> None:
    setting = contents.setting
    where, full, measured = st.columns(3)
    where.metric("Setting", setting.title, border=True)
    time = f"{hours(whole(capacity(setting)))} {per(setting)}"
    full.metric("Time for cases, 1.0 FTE", time, border=True, help=HELP)
    used = sum(each.enough for each in estimates)
    measured.metric("Figures measured well enough", f"{used} of {len(estimates)}", border=True)


def _study(panel: PanelDesk, estimates: tuple[Estimate, ...], unused: list[str]) -> None:
    study = panel.facts.contents.study
    st.text(f"Time study: {rests_on(study)}." + (f" {aside(study).capitalize()}." if aside(study) else ""))
    measured_button(panel, estimates)
    if unused:
        with st.expander(f"Not used ({len(unused)})"):
            for sentence in unused:
                st.text(sentence)
