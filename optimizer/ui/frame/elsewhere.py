"""Addresses that the navigation does not have now: a link to one of them opens without an error all the same.

The first page lives at the address of the whole, so that a link by its own name leads there; one to a page of another
kind of draft leads there too. Of a page that somebody may not see that is said.
"""

from collections.abc import Iterable
from functools import partial

import streamlit as st

from optimizer.store.roles import Actor
from optimizer.ui.frame.sitemap import PAGES, Page
from optimizer.ui.parts.plain import plain

ELSEWHERE = "Elsewhere"
"""What the pages are called that nobody sees in the navigation."""


def elsewhere(actor: Actor, permitted: Iterable[Page], drawn: "list[st.Page]") -> "list[st.Page]":
    """Return a hidden page for every address that none of those drawn has; the first of these is the whole's own."""
    first, *others = drawn
    known = {page.url_path for page in others}
    may = {page.address for page in permitted}
    pages = {page.address: page for pages in PAGES.values() for page in pages if page.address not in known}
    return [
        st.Page(
            partial(st.switch_page, first) if address in may else partial(_refuse, actor, page),
            title=ELSEWHERE, url_path=address, visibility="hidden",
        )
        for address, page in pages.items()
    ]  # fmt: skip


def _refuse(actor: Actor, page: Page) -> None:
    st.title(plain(page.title))
    st.text(f"This page is not for the role {actor.role}. What you may see stands in the navigation.")
