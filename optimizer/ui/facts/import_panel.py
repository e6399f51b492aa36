"""A panel's workbook on the page Import: what it holds or what is wrong in it, and how it is opened as a draft."""

from dataclasses import dataclass
from hashlib import sha256

import streamlit as st

from optimizer.planning.words import on
from optimizer.store.drafts import open_draft
from optimizer.store.errors import StoreError
from optimizer.store.kinds import DraftKind
from optimizer.summary.caseload.caseload import panel_facts
from optimizer.ui.frame.desk import OPENED, TO_SHOW, Desk
from optimizer.ui.parts.fault_table import show_faults, show_unread
from optimizer.ui.parts.plain import plain
from optimizer.workbook.file.book import Book
from optimizer.workbook.panel.read import PanelContents, is_panel, panel_in
from optimizer.workbook.table.faults import Fault, FaultyWorkbookError
from optimizer.workbook.taste import taste

KEY, NAME, TROUBLE = "import panel", "import panel name", "import done"


@dataclass(frozen=True)
class PanelReading:
    """What was read of a file that may be a panel: its contents, or its faults; neither where it is no panel."""

    digest: str
    book: Book
    contents: PanelContents | None = None
    faults: tuple[Fault, ...] = ()


def read_once(name: str, content: bytes) -> PanelReading:
    """Return what a file holds if it is a panel, read when it is chosen and kept until another one is."""
    digest = sha256(content).hexdigest()
    kept = st.session_state.get(KEY)
    if kept is None or kept.digest != digest:
        taste(content, name)
        kept = st.session_state[KEY] = _read(digest, Book(content, name))
    return kept


def _read(digest: str, book: Book) -> PanelReading:
    if not is_panel(book.values):
        return PanelReading(digest, book)
    try:
        return PanelReading(digest, book, panel_in(book.opened))
    except FaultyWorkbookError as error:
        return PanelReading(digest, book, faults=tuple(error.faults))


def import_panel(desk: Desk, found: PanelReading) -> None:
    """Draw what a panel's workbook holds, and offer to open a draft of caseloads on it."""
    contents = found.contents
    if contents is None:
        st.error("This panel cannot be opened yet. Mend these in the file, and drop it again.", icon=":material/error:")
        show_faults(found.faults, {})
        return
    st.success("The panel can be opened: nothing in it is wrong.", icon=":material/check_circle:")
    st.markdown("  \n".join(f"**{plain(title)}:** {plain(value)}" for title, value in panel_facts(contents.panel)))
    show_unread(contents.unread)
    suggested = f"Caseloads on {on(contents.panel.on)}"
    with st.form("import panel open"):
        st.text_input("Name of the draft", suggested, max_chars=80, key=NAME)
        st.form_submit_button("Open a draft", type="primary", on_click=_open, args=(desk, found, suggested))


def _open(desk: Desk, found: PanelReading, suggested: str) -> None:
    """Open a draft, and have its board shown."""
    contents, content = found.contents, found.book.content
    assert contents is not None
    name = st.session_state.get(NAME, "").strip() or suggested
    try:
        opened = open_draft(
            desk.database, desk.actor, contents.panel.name, name, content, contents.plan, DraftKind.CASELOADS, contents
        )
    except StoreError as error:
        st.session_state[TROUBLE] = str(error)
        return
    st.session_state[OPENED], st.session_state[TO_SHOW] = opened, True
