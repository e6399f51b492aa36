"""Reporting that one is out sick: which duty, and nothing of why."""

from datetime import timedelta

import streamlit as st

from optimizer.planning.words import on
from optimizer.staffing.asks.ask import AskKind, Wanted
from optimizer.ui.staff.ask_swap import coming_duties
from optimizer.ui.staff.part import MyPart

AHEAD = timedelta(days=7)
"""How far ahead one can report to be out sick."""


def call_out(part: MyPart) -> None:
    """Draw the choice of a duty of the next days, and the button that reports."""
    soon = [pair for pair in coming_duties(part) if pair.what.day <= part.today + AHEAD]
    if not part.may(AskKind.CALL_OUT) or not soon:
        st.text("You have no duty within the next seven days." if not soon else "Call your unit instead.")
        return
    chosen = st.selectbox(
        "Which duty can you not work", soon, format_func=lambda pair: f"{on(pair.what.day)}: {pair.what.shift}"
    )
    st.caption("Your manager sees that you are out sick. Nobody asks why here, and no colleague is told.")
    wanted = Wanted(chosen.what.day, chosen.what.day, shift=chosen.what.shift, role=chosen.what.role)
    st.button("Report that I am out sick", type="primary", on_click=part.put, args=(AskKind.CALL_OUT, wanted))
