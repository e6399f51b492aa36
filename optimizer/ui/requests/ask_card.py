"""One ask as a manager decides it: who, what, what speaks for and against it, and three buttons."""

import streamlit as st

from optimizer.planning.words import capital
from optimizer.scenarios.asks.approve import approve
from optimizer.scenarios.asks.ask_view import AskView
from optimizer.staffing.asks.ask import DECIDABLE, Ask, AskKind, AskState
from optimizer.store.asks.decisions import deny, waitlist
from optimizer.ui.asks.look import look_at
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import moment
from optimizer.ui.parts.trouble import kept_trouble, show_trouble

TROUBLE, DONE = "ask trouble", "ask done"
"""Where the state of the session keeps what is in the way of a decision, by the ask, and what was decided last."""


def ask_card(desk: Desk, view: AskView) -> None:
    """Draw an ask that waits, with all that is to be known of it and the ways to decide it."""
    ask = view.ask
    with st.container(border=True):
        st.markdown(f"**{plain(view.who)}**: {plain(view.said)}")
        st.caption(plain(f"{capital(view.balance)}. Asked {moment(ask.asked_at)}, {ask.state.value}."))
        if ask.note:
            st.text(f"“{ask.note}”")
        _lines("If granted", view.cover)
        _lines("Also asked for then", view.others)
        _against(view)
        show_trouble(f"{TROUBLE} {ask.id}")
        if ask.state in DECIDABLE:
            _buttons(desk, view)


def _lines(title: str, lines: tuple[str, ...]) -> None:
    if lines:
        st.text(f"{title}: {'; '.join(lines)}.")


def _against(view: AskView) -> None:
    """Tell what keeps an ask from being granted, or what granting it breaks."""
    for sentence in view.judged.cannot:
        st.error(plain(sentence))
    if view.judged.breaks:
        told = " ".join(view.judged.breaks)
        st.warning(plain(f"Granting it breaks a rule that must be kept, so it takes a reason: {told}"))


def _buttons(desk: Desk, view: AskView) -> None:
    ask, key = view.ask, f"why of ask {view.ask.id}"
    if ask.kind is AskKind.CALL_OUT:
        st.button("Noted", key=f"approve {ask.id}", type="primary", on_click=_approve, args=(desk, ask, key, view.who))
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Reason", key=key, placeholder="To deny, or where a rule breaks", max_chars=300)
        st.button(
            "Approve", key=f"approve {ask.id}", type="primary", disabled=bool(view.judged.cannot), on_click=_approve,
            args=(desk, ask, key, view.who),
        )  # fmt: skip
        if ask.state is not AskState.WAITLISTED:
            st.button("Waitlist", key=f"waitlist {ask.id}", on_click=_waitlist, args=(desk, ask, key, view.who))
        st.button("Deny", key=f"deny {ask.id}", on_click=_deny, args=(desk, ask, key, view.who))


def _approve(desk: Desk, ask: Ask, key: str, who: str) -> None:
    with kept_trouble(f"{TROUBLE} {ask.id}"):
        found = approve(desk.database, desk.actor, look_at(desk.database, ask.draft), ask, _why(key))
        told = f" Amendment {found.amendment} tells of it." if found.amendment else ""
        _done(desk, f"{who}: {'noted' if ask.kind is AskKind.CALL_OUT else 'approved'}.{told}")


def _deny(desk: Desk, ask: Ask, key: str, who: str) -> None:
    with kept_trouble(f"{TROUBLE} {ask.id}"):
        deny(desk.database, desk.actor, ask.id, _why(key))
        _done(desk, f"{who}: denied. The reason stands on their page.")


def _waitlist(desk: Desk, ask: Ask, key: str, who: str) -> None:
    with kept_trouble(f"{TROUBLE} {ask.id}"):
        waitlist(desk.database, desk.actor, ask.id, _why(key))
        _done(desk, f"{who}: on the waitlist.")


def _done(desk: Desk, told: str) -> None:
    st.session_state[DONE] = told
    desk.refresh()


def _why(key: str) -> str:
    return str(st.session_state.get(key, ""))
