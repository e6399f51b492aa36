"""Lists of patients on the page Import: what was understood, what is assumed, and a draft of caseloads."""

from collections.abc import Sequence
from io import BytesIO

import streamlit as st

from optimizer.planning.words import on
from optimizer.store.attachments import Attachment
from optimizer.store.drafts import open_draft
from optimizer.store.kinds import DraftKind
from optimizer.summary.caseload.caseload import panel_facts
from optimizer.ui.confirm.confirmed import Confirming
from optimizer.ui.confirm.not_taken import draw_not_taken
from optimizer.ui.confirm.own_sheets import draw_own_sheets
from optimizer.ui.frame.desk import OPENED, TO_SHOW, Desk
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import kept_trouble, show_trouble
from optimizer.workbook.adopt.panel.panel import AdoptedPanel, adopt_panel
from optimizer.workbook.file.book import Book
from optimizer.workbook.panel.read import panel_in
from optimizer.workbook.panel.write import write_panel
from optimizer.workbook.table.faults import FaultyWorkbookError

TROUBLE = "import patients"


def confirm_patients(desk: Desk, confirming: Confirming) -> None:
    """Draw what was understood of lists of patients, and offer to open a draft on it."""
    made = adopt_panel(confirming.files.proposals)
    facts = panel_facts(made.contents.panel)
    st.success("These lists make a panel.", icon=":material/check_circle:")
    st.markdown("  \n".join(f"**{plain(title)}:** {plain(value)}" for title, value in facts))
    draw_own_sheets(confirming)
    _assumed(made.assumed)
    draw_not_taken(made.not_taken)
    st.button(
        "Open a draft of caseloads", type="primary", on_click=_open, args=(desk, confirming, made),
        icon=":material/group:",
    )  # fmt: skip
    show_trouble(TROUBLE)


def _assumed(sentences: Sequence[str]) -> None:
    st.header("What is assumed")
    st.markdown("\n".join(f"- {plain(sentence)}" for sentence in sentences))


def _open(desk: Desk, confirming: Confirming, made: AdoptedPanel) -> None:
    """Open a draft on a workbook of our own with the panel and with the files, and have its board shown."""
    panel = made.contents.panel
    with kept_trouble(TROUBLE, ValueError, FaultyWorkbookError):
        file = BytesIO()
        write_panel(file, made.contents)
        contents = panel_in(Book(file.getvalue(), "panel.xlsx").opened)
        st.session_state[OPENED] = open_draft(
            desk.database, desk.actor, panel.name, f"Caseloads on {on(panel.on)}", file.getvalue(), contents.plan,
            DraftKind.CASELOADS, contents, [Attachment(*each.given) for each in confirming.files.files],
        )  # fmt: skip
        st.session_state[TO_SHOW] = True
