"""What somebody asked for and where it stands; what nobody has answered can be taken back."""

import streamlit as st

from optimizer.planning.words import capital
from optimizer.scenarios.asks.take_part import give_up, may_give_up
from optimizer.staffing.asks.ask import Ask
from optimizer.staffing.asks.ask_words import wanted_said
from optimizer.store.asks.asks import take_back
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import kept_trouble
from optimizer.ui.staff.part import TROUBLE, MyPart


def my_asks(part: MyPart) -> None:
    """Draw what somebody asked for, the newest first."""
    if not part.own:
        return
    st.header("What I asked for")
    for ask in reversed(part.own):
        with st.container(border=True):
            st.markdown(f"**{plain(capital(wanted_said(ask)))}**: {plain(ask.state.value)}")
            if ask.steps[-1].why:
                st.text(ask.steps[-1].why)
            if ask.unanswered:
                st.button("Take it back", key=f"take back {ask.id}", on_click=_take_back, args=(part, ask))
            elif may_give_up(ask, [part.publication] if part.publication else []):
                st.button("Give it back", key=f"give back {ask.id}", on_click=_give_back, args=(part, ask))


def _give_back(part: MyPart, ask: Ask) -> None:
    with kept_trouble(TROUBLE):
        give_up(part.desk.database, part.desk.actor, part.look, ask)


def _take_back(part: MyPart, ask: Ask) -> None:
    with kept_trouble(TROUBLE):
        take_back(part.desk.database, part.desk.actor, ask.id)
