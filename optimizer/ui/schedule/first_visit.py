"""What somebody is told who has nothing but the sample yet: three steps, until they are done or put away."""

import streamlit as st

from optimizer.store.roles import Permission
from optimizer.ui.frame.beginning import WELCOME
from optimizer.ui.frame.desk import Desk

AWAY = "first visit is over"
STEPS = (
    "**First visit?** **1** Open your own roster on the page *Import*, or try this sample. **2** Press *Solve* to have "
    "it planned, or type shifts into the cells. **3** Tell staff on the page *Publish and history*."
)


def first_steps(desk: Desk, published: bool) -> None:
    """Draw the steps over the sample that everybody begins with, until it is published or somebody has read them."""
    over = published or desk.draft.opened_by != WELCOME.id or st.session_state.get(AWAY)
    if over or not desk.may(Permission.EDIT_DRAFTS):
        return
    with st.container(horizontal=True, vertical_alignment="center", key="first-visit", gap="small"):
        st.markdown(STEPS)
        st.button("Got it", on_click=_put_away, key="first visit got it")


def _put_away() -> None:
    st.session_state[AWAY] = True
