"""Whose turn is next, on the page of the staff: for a holiday, a call, a float or a low-census day."""

from collections.abc import Iterable

import pandas as pd
import streamlit as st

from optimizer.staffing.ledger.turns import TurnPlace, turn_lists
from optimizer.summary.unit.turns import TURN_HEADERS, turn_rows
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.plain import plain

ABOUT = (
    "First comes who never had it, then whose last one is longest ago. The schedule as it stands counts, and what the "
    "sheet Turns has of earlier periods."
)


def show_turns(desk: Desk) -> None:
    """Draw the list of one turn that is chosen; nothing in a unit without turns."""
    lists = turn_lists(desk.unit, desk.plan)
    if not lists:
        return
    with st.expander("Whose turn is next"):
        what = st.selectbox("Turn", [*lists], key="whose turn")
        st.dataframe(_table(desk, what, lists[what]), hide_index=True, width="stretch")
        st.caption(plain(ABOUT))


def _table(desk: Desk, what: str, places: Iterable[TurnPlace]) -> pd.DataFrame:
    rows = [row[1:] for row in turn_rows(desk.unit, {what: tuple(places)})]
    return pd.DataFrame(rows, columns=TURN_HEADERS[1:])
