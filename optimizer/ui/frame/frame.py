"""The frame around every page: who is signed in, which draft is open, and the pages that they may see."""

from collections.abc import Mapping
from functools import partial
from itertools import chain

import streamlit as st

from optimizer.store.database.connection import Database, database
from optimizer.store.database.upgrade import upgrade
from optimizer.store.drafts import Draft, drafts
from optimizer.store.errors import StoreError
from optimizer.store.kinds import DraftKind
from optimizer.store.roles import PERMITTED, Actor, Permission, Role
from optimizer.ui.frame import who
from optimizer.ui.frame.beginning import open_a_sample
from optimizer.ui.frame.desk import OPENED, TO_SHOW, Desk
from optimizer.ui.frame.door import Door, door
from optimizer.ui.frame.elsewhere import elsewhere
from optimizer.ui.frame.log import log_visit, to_standard_error
from optimizer.ui.frame.sitemap import PAGES, Page
from optimizer.ui.frame.style import dress
from optimizer.ui.parts.plain import plain

SIDEBAR = 216
"""How wide the navigation is, in pixels: the rest is for the schedule."""
FIRST = "first"
"""What the first page is registered as, which is shown at the address of the whole: its own name is free for a link."""
SYSTEM = Actor("the page", Role.ADMINISTRATOR)
"""Who makes the tables when somebody opens the page for the first time."""
REFUSED: Mapping[Door, tuple[str, ...]] = {
    Door.FOREIGN: (
        "This page asks nobody who they are, so it answers only this machine, at http://127.0.0.1 or http://localhost.",
        "Start it with: optimizer app. How to let others in, by signing in, tells: optimizer guide many.",
    ),
    Door.SHUT: (
        "Nobody can sign in, because the page's secrets are not in order. Ask whoever looks after this page.",
        "What is wrong stands in the server's log.",
    ),
}


def main() -> None:
    """Draw the page that is asked for."""
    to_standard_error()
    st.set_page_config("Optimizer", layout="wide", page_icon="🗓️", initial_sidebar_state=SIDEBAR)
    dress()
    reached = door()
    if reached in REFUSED:
        for line in REFUSED[reached]:
            st.text(line)
        return
    try:
        _signed_in(reached)
    except StoreError as error:
        st.error(plain(str(error)), icon=":material/database_off:")


def _signed_in(reached: Door) -> None:
    actor = who.signed_in(reached)
    if actor is None:
        _ask_to_sign_in()
        return
    store = ready_store(str(database().engine.url))
    desk = Desk(actor, store, _choose_draft(actor, store))
    permitted = {section: [page for page in all_ if _may(actor, page)] for section, all_ in PAGES.items()}
    pages = {
        section: kept for section, all_ in permitted.items() if (kept := [p for p in all_ if _suits(desk.opened, p)])
    }
    first = next(page for pages_ in pages.values() for page in pages_)
    drawn = {section: [_page(page, desk, page is first) for page in pages_] for section, pages_ in pages.items()}
    hidden = elsewhere(actor, chain(*permitted.values()), [*chain(*drawn.values())])
    next(iter(drawn.values())).extend(hidden)
    shown = st.navigation(drawn, position="sidebar", expanded=True)
    if st.session_state.pop(TO_SHOW, False):
        st.switch_page(next(iter(drawn.values()))[0])
    _signature(actor, reached)
    shown.run()


@st.cache_resource(show_spinner=False)
def ready_store(_address: str) -> Database:
    """Return the store with the newest tables, made or brought up to date, and a sample where nothing is in it."""
    store = database()
    upgrade(store, SYSTEM)
    open_a_sample(store)
    return store


def _may(actor: Actor, page: Page) -> bool:
    return all(permission in PERMITTED[actor.role] for permission in page.needs)


def _suits(opened: Draft | None, page: Page) -> bool:
    """Tell whether a page is about what is open."""
    return page.kind in (None, DraftKind.SCHEDULE if opened is None else opened.kind)


def _page(page: Page, desk: Desk, first: bool) -> "st.Page":
    show = partial(_show, page, desk) if desk.opened or not page.of_a_draft else _nothing_open
    return st.Page(show, title=page.title, icon=f":material/{page.icon}:", url_path=FIRST if first else page.address)


def _show(page: Page, desk: Desk) -> None:
    log_visit(desk.actor, page.module, desk.opened)
    page.show(desk)


def _choose_draft(actor: Actor, store: Database) -> Draft | None:
    """Return the draft that the session, or else the page's address, names; the newest where neither does."""
    if Permission.READ_DRAFTS not in PERMITTED[actor.role]:
        return None
    found = {draft.id: draft for draft in drafts(store, actor)}
    if not found:
        return None
    newest_first = sorted(found, reverse=True)
    if OPENED not in st.session_state:
        asked = st.query_params.get(OPENED, "")
        st.session_state[OPENED] = next((each for each in found if str(each) == asked), newest_first[0])
    with st.sidebar:
        chosen = st.selectbox(
            "Draft", newest_first, key=OPENED, format_func=lambda key: f"{found[key].name} · {found[key].unit}"
        )
    st.query_params[OPENED] = str(chosen)
    return found[chosen]


def _nothing_open() -> None:
    st.title("No draft is open")
    st.text("A draft is a schedule in the making. Open a workbook, or one of the samples, on the page Import.")


def _signature(actor: Actor, reached: Door) -> None:
    """Tell who is signed in, at the foot of the sidebar."""
    with st.sidebar:
        st.caption(plain(f"{actor.id}, {actor.role.value}"))
        if reached is Door.SIGN_IN and st.button("Sign out", width="stretch"):
            st.logout()


def _ask_to_sign_in() -> None:
    st.title("Optimizer")
    if st.user.is_logged_in:
        st.text(
            "You are signed in, but in no group that has a role here, or since too long ago. Sign out and in again; if "
            "that does not help, ask whoever looks after this page."
        )
        st.button("Sign out", on_click=st.logout)
        return
    st.text("Sign in to see schedules.")
    st.button("Sign in", type="primary", on_click=st.login)
