"""One's own calendar: a private address that a phone reads again and again, and where news is mailed to."""

from urllib.parse import urlsplit

import streamlit as st

from optimizer.store.roles import Permission
from optimizer.store.telling.calendar_addresses import (
    calendar_address_since,
    new_calendar_address,
    revoke_calendar_address,
)
from optimizer.store.telling.contacts import contacts_of, set_contact
from optimizer.ui.frame.calendar_door import PATH
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import moment
from optimizer.ui.parts.trouble import kept_trouble, show_trouble

MADE, TROUBLE = "my new calendar address", "trouble with my calendar"
"""Where the state of the session keeps an address until it is shown, which is once, and what went wrong."""


def my_calendar(desk: Desk) -> None:
    """Draw the private address of one's calendar, to be made or revoked, and one's mail address."""
    if not desk.may(Permission.TAKE_PART) or desk.actor.staff_id is None:
        return
    with st.expander("Calendar on my phone"):
        show_trouble(TROUBLE)
        _address(desk, calendar_address_since(desk.database, desk.actor))
    with st.expander("Where news is mailed to me"):
        _mail(desk, desk.actor.staff_id)


def _address(desk: Desk, since: str | None) -> None:
    if secret := st.session_state.pop(MADE, ""):
        st.text("Add this address to your calendar as a subscription. It is shown this once; keep it to yourself.")
        st.code(_whole(secret), language=None, wrap_lines=True)
    elif since:
        st.text(f"You have a private address since {moment(since)}. Whoever has it reads your days.")
    else:
        st.text("A private address keeps your phone's calendar as the schedule is. Whoever has it reads your days.")
    with st.container(horizontal=True):
        st.button("Make a new address" if since else "Make an address", on_click=_make, args=(desk,))
        if since:
            st.button("Revoke it", on_click=_revoke, args=(desk,))


def _make(desk: Desk) -> None:
    with kept_trouble(TROUBLE):
        st.session_state[MADE] = new_calendar_address(desk.database, desk.actor)


def _revoke(desk: Desk) -> None:
    with kept_trouble(TROUBLE):
        revoke_calendar_address(desk.database, desk.actor)


def _whole(secret: str) -> str:
    """Return the address as the browser's own page lies below it."""
    place = urlsplit(st.context.url or "")
    return f"{place.scheme or 'http'}://{place.netloc}{PATH.replace('{secret}', secret)}"


def _mail(desk: Desk, who: str) -> None:
    known = contacts_of(desk.database, desk.actor).get(who, "")
    with st.form("my mail", border=False):
        mail = st.text_input("Mail address", known, placeholder="Empty: nothing is mailed to you")
        if not st.form_submit_button("Save"):
            return
    with kept_trouble(TROUBLE):
        set_contact(desk.database, desk.actor, who, mail)
    if told := st.session_state.pop(TROUBLE, ""):
        st.error(plain(told))
    else:
        st.toast("Saved.", icon=":material/check:")
