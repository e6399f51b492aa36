"""What care plans, referrals and hand-offs ask for, as a tab of the worklist."""

from datetime import timedelta

import pandas as pd
import streamlit as st

from optimizer.caseload.care.care_tasks import care_tasks
from optimizer.planning.words import count, hours
from optimizer.summary.caseload.care import doer, goals_text, late_text, loops_text
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.parts.days import ask_day

NOTHING = "Nothing is due. Fill the sheets Care plans and Referrals, and Hand-off minutes on the sheet Panel."


def draw_care(panel: PanelDesk) -> None:
    """Draw the tab."""
    left, right = st.columns(2)
    day = ask_day("From", panel.panel.on, where=left, key="care day")
    within = int(right.number_input("Days ahead", 0, 92, 7, key="care within"))
    due = care_tasks(panel.panel_now, day + timedelta(days=within), day)
    st.caption(f"Goals: {goals_text(panel.panel, day)}. Referrals: {loops_text(panel.panel, day)}.")
    if not due:
        st.caption(NOTHING)
        return
    owners = {pair.what.patient: pair.who for pair in panel.plan}
    rows = [
        {
            "Due": each.by.isoformat(), "Overdue": late_text(each, day), "Patient": panel.called(each.patient),
            "Who does it": doer(panel.panel, each, owners), "Task": each.work.capitalize(), "Minutes": each.minutes,
            "What": each.what,
        }
        for each in due
    ]  # fmt: skip
    wide = {"What": st.column_config.TextColumn(width="large")}
    st.dataframe(pd.DataFrame(rows), hide_index=True, width="stretch", height=520, column_config=wide)
    late, minutes = sum(each.by < day for each in due), sum(each.minutes for each in due)
    said = f"{count(len(due), 'task')}, {hours(minutes)}, {late} of them overdue."
    st.caption(f"{said} Those of four weeks count in everybody's hours.")
