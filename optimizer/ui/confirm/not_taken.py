"""What was understood of files and not taken up, with the reasons."""

from collections.abc import Sequence

import streamlit as st

from optimizer.staffing.facts.words import count
from optimizer.ui.parts.plain import plain
from optimizer.workbook.adopt.tables.accounts import NotTaken

SHOWN = 12
"""How many reasons are listed."""


def draw_not_taken(lost: Sequence[NotTaken]) -> None:
    """List the cells that were not taken up, folded, a line for each table and reason."""
    if not lost:
        return
    number = sum(each.number for each in lost)
    with st.expander(f"{count(number, 'cell was', 'cells were')} not taken up", icon=":material/filter_alt_off:"):
        lines = [f"{each.place}, {each.cells}: {each.why}." for each in lost[:SHOWN]]
        more = [f"and {len(lost) - SHOWN} more reasons"] if len(lost) > SHOWN else []
        st.markdown("\n".join(f"- {plain(line)}" for line in [*lines, *more]))
