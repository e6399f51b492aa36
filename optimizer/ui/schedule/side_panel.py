"""What is in hand, beside the grid or below it: what is wrong there, what else could be, and all that is wrong."""

import streamlit as st

from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid.memory import GridMemory
from optimizer.ui.schedule.beside import problem_list, selected_cell

BESIDE, BELOW = "panel-beside", "panel-below"
"""Keys of the container, by which the page's style knows where it stands."""


def side_panel(desk: Desk, memory: GridMemory) -> None:
    """Draw the panel at the side of the grid once somebody has opened it, and below the grid before."""
    with st.container(key=BESIDE if memory.panel else BELOW):
        if memory.panel:
            st.button("Close", icon=":material/close:", type="tertiary", key="close panel", on_click=memory.close_panel)
            selected_cell(desk, memory)
            problem_list(desk, memory)
            return
        left, right = st.columns([5, 3], gap="large")
        with left:
            problem_list(desk, memory)
        with right:
            selected_cell(desk, memory)


def panel_button(memory: GridMemory) -> None:
    """Draw the button that opens the panel, or shuts it."""
    st.button(
        "Panel", icon=":material/right_panel_close:" if memory.panel else ":material/right_panel_open:", key="panel",
        on_click=memory.close_panel if memory.panel else memory.open_panel,
        help="What is wrong in the cell in hand, who could take it, and all problems, at the side of the grid. "
        "In the grid: the space bar, or a right click.",
    )  # fmt: skip
