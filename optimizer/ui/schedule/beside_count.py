"""What stands beside the grid for a count of the coverage: what is short there, and who could fill it."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from optimizer.planning.pair import Pair
from optimizer.staffing.facts.words import on
from optimizer.summary.schedule.grid_figures import CoverageRow, coverage_rows
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.plain import plain
from optimizer.ui.schedule.gap_offers import offer_for_gap


def tell_count(desk: Desk, label: str, day: date, saved: Callable[[int], object]) -> None:
    """Tell how many are there and who, and offer who could come; nothing where nobody is needed."""
    rows = {row.label: row for row in coverage_rows(desk.figures)}
    if label not in rows or day not in rows[label].days:
        st.caption("Nobody is needed there.")
        return
    row, cover = rows[label], rows[label].days[day]
    most = f", at most {cover.maximum}" if cover.maximum is not None else ""
    st.markdown(
        f"**{plain(label)}**, {on(day)}: {cover.have} of {cover.target} there, at least {cover.minimum}{most}: "
        f"{cover.standing.value}."
    )
    there = [desk.unit.name_of(pair.who) for pair in desk.unit.on(day, row.shift) if _fills(desk, row, pair)]
    st.caption(plain(f"There: {'; '.join(there) or 'nobody yet'}."))
    offer_for_gap(desk, row, day, saved)


def _fills(desk: Desk, row: CoverageRow, pair: Pair) -> bool:
    return pair.what.role == row.role and (pair in desk.plan or pair in desk.unit.past)
