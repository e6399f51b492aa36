"""What is new for whoever looks: changed duties, answers, swaps that colleagues offer, and that they have seen it."""

import streamlit as st

from optimizer.planning.words import capital
from optimizer.scenarios.asks.my_news import MyNews, mark_news_seen
from optimizer.scenarios.asks.take_part import agree
from optimizer.staffing.asks.ask import Ask, AskState, Wanted
from optimizer.staffing.asks.ask_words import duties_said, wanted_said
from optimizer.staffing.schedule.posting import Posting
from optimizer.store.asks.asks import answer_offer
from optimizer.summary.schedule.posted import change_line
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import kept_trouble
from optimizer.ui.staff.part import TROUBLE, MyPart, answered

ICONS = {AskState.APPROVED: ":material/check_circle:", AskState.DENIED: ":material/cancel:"}


def news(part: MyPart, posting: Posting | None, found: MyNews) -> None:
    """Draw what somebody has not seen yet, with the button that says they have."""
    _offers(part, posting)
    if not found:
        return
    with st.container(border=True):
        st.subheader("New since your last look")
        if found.publication is not None and posting is not None:
            _changes(posting, found)
        for ask in found.answers:
            _answer(ask)
        st.button("I have seen it", type="primary", icon=":material/done_all:", on_click=_seen, args=(part.desk, found))


def _changes(posting: Posting, found: MyNews) -> None:
    if found.first:
        st.text("Your schedule is published. Your days are below.")
    elif not found.changes:
        st.text("The schedule was amended; nothing of yours changed.")
    for change in found.changes:
        st.markdown(f":material/event_repeat: **{plain(change_line(posting, change))}**")


def _answer(ask: Ask) -> None:
    why = f" {ask.steps[-1].why}" if ask.steps[-1].why else ""
    icon = ICONS.get(ask.state, ":material/hourglass_top:")
    st.markdown(f"{icon} {plain(f'{capital(wanted_said(ask))}: {ask.state.value}.{why}')}")


def _seen(desk: Desk, found: MyNews) -> None:
    mark_news_seen(desk.database, desk.actor, found)


def _offers(part: MyPart, posting: Posting | None) -> None:
    """Draw the swaps that colleagues offer, each to be taken or declined."""
    for ask in part.asks:
        if ask.state is AskState.OFFERED and ask.wanted.other == part.who:
            with st.container(border=True):
                name = posting.names.get(ask.who, ask.who) if posting else ask.who
                st.markdown(f"**{plain(name)}** {plain(_offer_said(ask.wanted))}")
                with st.container(horizontal=True):
                    st.button("Swap", key=f"agree {ask.id}", type="primary", on_click=_agree, args=(part, ask))
                    st.button("No, thanks", key=f"decline {ask.id}", on_click=_decline, args=(part, ask))


def _offer_said(wanted: Wanted) -> str:
    return f"offers a swap: you work {duties_said(wanted.gives)}, they work {duties_said(wanted.gets)}."


def _agree(part: MyPart, ask: Ask) -> None:
    with kept_trouble(TROUBLE):
        answered(agree(part.desk.database, part.desk.actor, part.look, part.draft, ask.id))


def _decline(part: MyPart, ask: Ask) -> None:
    with kept_trouble(TROUBLE):
        answer_offer(part.desk.database, part.desk.actor, ask.id, agrees=False)
