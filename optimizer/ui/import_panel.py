"""A panel's workbook on the page Import: what it holds or what is wrong in it, and how it is opened as a draft."""

import streamlit as st

from optimizer.planning.words import on
from optimizer.store.drafts import open_draft
from optimizer.store.errors import StoreError
from optimizer.store.kinds import DraftKind
from optimizer.summary.caseload import panel_facts
from optimizer.ui.desk import OPENED, TO_SHOW, Desk
from optimizer.ui.fault_table import show_faults
from optimizer.ui.plain import plain
from optimizer.workbook.faults import FaultyWorkbookError
from optimizer.workbook.read_panel import PanelContents, read_panel_bytes

NAME, TROUBLE = "import panel name", "import done"


def import_panel(desk: Desk, name: str, content: bytes) -> None:
    """Draw what a panel's workbook holds, and offer to open a draft of caseloads on it."""
    try:
        contents = read_panel_bytes(content, name)
    except FaultyWorkbookError as error:
        st.error("This panel cannot be opened yet. Mend these in the file, and drop it again.", icon=":material/error:")
        show_faults(error.faults, {})
        return
    st.success("The panel can be opened: nothing in it is wrong.", icon=":material/check_circle:")
    st.markdown("  \n".join(f"**{plain(title)}:** {plain(value)}" for title, value in panel_facts(contents.panel)))
    suggested = f"Caseloads on {on(contents.panel.on)}"
    with st.form("import panel open"):
        st.text_input("Name of the draft", suggested, max_chars=80, key=NAME)
        st.form_submit_button("Open a draft", type="primary", on_click=_open, args=(desk, contents, content, suggested))


def _open(desk: Desk, contents: PanelContents, content: bytes, suggested: str) -> None:
    """Open a draft, and have its board shown."""
    name = st.session_state.get(NAME, "").strip() or suggested
    try:
        opened = open_draft(
            desk.database, desk.actor, contents.panel.name, name, content, contents.plan, DraftKind.CASELOADS
        )
    except StoreError as error:
        st.session_state[TROUBLE] = str(error)
        return
    st.session_state[OPENED], st.session_state[TO_SHOW] = opened, True
