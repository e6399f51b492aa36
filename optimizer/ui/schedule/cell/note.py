"""The manager's note at the cell in hand: for whoever reads drafts, never for staff or paper."""

from datetime import date

import streamlit as st

from optimizer.store.cell_notes import LONGEST
from optimizer.store.roles import Permission
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid import Selected
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import kept_trouble, show_trouble

TROUBLE = "trouble with a note"
READ_BY = "Whoever may see drafts reads it, leadership and the staffing office too. Staff never do; it is on no print."


def note_field(desk: Desk, chosen: Selected) -> None:
    """Draw the note, to be written where somebody may change the draft."""
    cell = (chosen.who, chosen.day)
    said = desk.notes.get(cell, "")
    show_trouble(TROUBLE)
    if not desk.may(Permission.EDIT_DRAFTS):
        if said:
            st.caption(plain(f"Note: {said}"))
        return
    key = desk.session_key(f"note {cell} {said}")
    st.text_input(
        "Note", said, key=key, max_chars=LONGEST, placeholder="A note for whoever plans; Enter keeps it",
        label_visibility="collapsed", help=READ_BY, on_change=_keep, args=(desk, cell, key),
    )  # fmt: skip


def _keep(desk: Desk, cell: tuple[str, date], key: str) -> None:
    with kept_trouble(TROUBLE):
        desk.note(cell, st.session_state[key])
