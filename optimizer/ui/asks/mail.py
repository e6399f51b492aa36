"""Mails news: by the mail program of whoever sits here, or by the server that the environment names."""

from collections.abc import Sequence

import streamlit as st

from optimizer.planning.words import count
from optimizer.scenarios.telling.mail_server import MailServer, mail_server
from optimizer.scenarios.telling.news_text import NewsText
from optimizer.scenarios.telling.send import send_news
from optimizer.store.errors import StoreError
from optimizer.store.telling.contacts import contacts_of, set_contact
from optimizer.ui.frame.desk import Desk
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import kept_trouble, show_trouble

TROUBLE, SENT = "trouble with mail", "mail sent"
"""Where the state of the session keeps what went wrong with a mail, and how many were sent."""


def mail_all(desk: Desk, draft: int, texts: Sequence[NewsText]) -> None:
    """Draw the button that mails everybody who was not told yet, where there is a server to send by."""
    show_trouble(TROUBLE)
    if sent := st.session_state.pop(SENT, 0):
        st.success(f"Mailed {count(sent, 'notice')}.")
    server, known = _server(), contacts_of(desk.database, desk.actor)
    ready = [text for text in texts if text.who in known]
    if server is not None and ready:
        label = f"Mail {count(len(ready), 'notice')}"
        st.button(label, icon=":material/send:", on_click=_send, args=(desk, server, draft, ready))
    if server is not None and len(ready) < len(texts):
        st.caption(f"No mail address is known of {count(len(texts) - len(ready), 'person', 'people')}.")


def mail_one(desk: Desk, draft: int, text: NewsText) -> None:
    """Draw the ways to mail one notice: in one's own mail program, or by the server; and where to."""
    address = contacts_of(desk.database, desk.actor).get(text.who, "")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        typed = st.text_input("Mail address", address, key=f"mail of {text.who}", placeholder="None is known")
        if typed.strip() != address:
            st.button("Keep the address", on_click=_keep, args=(desk, text.who, typed))
        st.link_button("Open in my mail program", text.mailto(address), icon=":material/mail:")
        server = _server()
        if server is not None and address:
            st.button("Mail it", icon=":material/send:", on_click=_send, args=(desk, server, draft, [text]))


def _server() -> MailServer | None:
    try:
        return mail_server()
    except StoreError as error:
        st.error(plain(str(error)))
        return None


def _send(desk: Desk, server: MailServer, draft: int, texts: Sequence[NewsText]) -> None:
    with kept_trouble(TROUBLE):
        contacts = contacts_of(desk.database, desk.actor)
        st.session_state[SENT] = send_news(desk.database, desk.actor, server, draft, texts, contacts)


def _keep(desk: Desk, who: str, mail: str) -> None:
    with kept_trouble(TROUBLE):
        set_contact(desk.database, desk.actor, who, mail)
