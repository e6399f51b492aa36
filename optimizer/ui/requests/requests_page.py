"""Requests: what staff ask for, to be decided; what the schedule grants, and what granting the rest would break."""

import pandas as pd
import streamlit as st

from optimizer.summary.schedule.wishes import denied_wishes, wish_counts
from optimizer.summary.tile import UNKNOWN
from optimizer.ui.facts.save import edit_facts
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.requests.waiting import waiting
from optimizer.workbook.unit import layout

SHOWN = 40
"""Of how many days that are not granted the page tells why."""


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    st.title("Requests")
    waiting(desk)
    st.header("What the schedule grants")
    counts, planned = wish_counts(desk.figures), desk.figures.is_planned
    asked, granted = desk.figures.asked, desk.figures.granted
    tiles = (
        ("Days asked for", asked, "Days in the planning period, without leave and blocked days."),
        ("Granted", granted if planned else UNKNOWN, "By the schedule as it stands."),
        (
            "Not granted",
            asked - granted if planned else UNKNOWN,
            "Below is told what granting them would break.",
        ),
        ("Days of approved leave", sum(each.leave for each in counts), "Nobody is asked to work then."),
        ("Blocked days", sum(each.blocked for each in counts), "Nobody is asked then, but the hours are still owed."),
    )
    for column, (title, number, about) in zip(st.columns(len(tiles)), tiles, strict=True):
        column.metric(title, number, help=about, border=True)
    if not planned:
        st.info("The schedule is empty, so nothing can be said of what it grants yet. Make one on the page Schedule.")
    else:
        _outcome(desk)
    st.header("The sheet Requests")
    edit_facts(desk, "requests", (layout.REQUESTS,))


def _outcome(desk: Desk) -> None:
    people, denied = st.tabs(["By person", "Not granted, and why"])
    with people:
        _by_person(desk)
    with denied:
        _not_granted(desk)


def _by_person(desk: Desk) -> None:
    counts = wish_counts(desk.figures)
    if not counts:
        st.caption("Nobody asked for anything in this period. Requests are added in the table below.")
        return
    rows = [(desk.unit.name_of(c.who), c.asked, c.granted, c.denied, c.leave, c.blocked) for c in counts]
    headers = ["Person", "Asked", "Granted", "Not granted", "Approved leave", "Blocked"]
    st.dataframe(pd.DataFrame(rows, columns=headers), hide_index=True, width="stretch")


def _not_granted(desk: Desk) -> None:
    denied = denied_wishes(desk.figures, desk.judge, desk.verdict, most=SHOWN)
    if not denied:
        st.caption("Everything that was asked for is granted.")
        return
    rows = [
        (desk.unit.name_of(d.who), d.day, d.wish, " ".join(d.breaks) or "Nothing: it can be granted.") for d in denied
    ]
    frame = pd.DataFrame(rows, columns=["Person", "Day", "Asked for", "What granting it would break"])
    config = {
        "Day": st.column_config.DateColumn("Day", format="ddd D MMM", width=100),
        "Person": st.column_config.TextColumn(width=180),
        "Asked for": st.column_config.TextColumn(width=90),
    }
    st.dataframe(frame, hide_index=True, width="stretch", column_config=config)
    left = desk.figures.asked - desk.figures.granted - len(denied)
    if left:
        st.caption(f"and {left} more")
