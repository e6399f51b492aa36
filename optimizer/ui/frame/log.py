"""What goes on, for whoever looks after the page: on the standard error, in ids alone.

No line tells a name, what stands in a cell, or what a file is called: a log is kept longer, and read by more people,
than what it tells of.
"""

import logging

import streamlit as st

from optimizer.store.drafts import Draft
from optimizer.store.roles import Actor

LOG = logging.getLogger(__name__)
OURS = logging.getLogger("optimizer")
FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"
LOOKED_AT = "looked at"
"""Where the state of the session keeps the page and the draft that were told of last."""


def to_standard_error() -> None:
    """Have every module tell the standard error what it does, once however often this is asked for."""
    if not OURS.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter(FORM))
        OURS.addHandler(handler)
        OURS.setLevel(logging.INFO)


def log_visit(actor: Actor, page: str, opened: Draft | None) -> None:
    """Tell who came to which page of which draft, once until they go elsewhere."""
    visit = (page, _id(opened))
    if st.session_state.get(LOOKED_AT) != visit:
        st.session_state[LOOKED_AT] = visit
        LOG.info("%s (%s) opened the page %s of draft %s.", actor.id, actor.role.value, *visit)


def log_refusal(actor: Actor, page: str, opened: Draft | None) -> None:
    """Tell who asked for a page that they may not see."""
    LOG.warning("%s (%s) was refused the page %s of draft %s.", actor.id, actor.role.value, page, _id(opened))


def _id(opened: Draft | None) -> int | None:
    return opened.id if opened else None
