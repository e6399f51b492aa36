"""Who next: the best case managers for one patient, and why."""

import streamlit as st

from optimizer.caseload.unplaced import unassigned
from optimizer.summary.caseload.moves import owner
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.caseload.placing import TROUBLE, offer_moves
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import show_trouble


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    panel = PanelDesk(desk)
    st.title("Who next")
    st.text("The best case managers for one patient, all others staying where they are.")
    show_trouble(TROUBLE)
    who = st.selectbox(
        "Patient", _order(panel), index=None, format_func=panel.called, key="next patient",
        placeholder="Choose a patient; those without a case manager come first",
    )  # fmt: skip
    if who is None:
        st.caption("Type a part of the id to find a patient.")
        return
    _about(panel, who)
    st.header("The best case managers", help="Points are what the panel's rules make of the move: fewer are better.")
    offer_moves(panel, who, "next", why=True)


def _order(panel: PanelDesk) -> list[str]:
    """Return every patient: those without a case manager first, the heaviest first."""
    left = {each.patient for each in unassigned(panel.panel, panel.plan)}
    everybody = [each.id for each in panel.panel.patients]
    return sorted(everybody, key=lambda who: (who not in left, -panel.panel.tier(who), who))


def _about(panel: PanelDesk, who: str) -> None:
    patient, has = panel.panel.patient_by_id[who], owner(panel.panel, panel.plan, who)
    facts = [
        ("Tier", panel.panel.tier(who).label.capitalize()),
        ("Now with", "nobody" if has is None else panel.panel.name_of(has)),
        ("Phase", patient.phase.capitalize()),
        ("Area", patient.area or "any"),
        ("Language", patient.language or "any"),
    ]
    for column, (title, value) in zip(st.columns(len(facts)), facts, strict=True):
        column.markdown(f"{title}  \n**{plain(value)}**")
    st.caption(plain(panel.panel.ratings[who].sentence))
