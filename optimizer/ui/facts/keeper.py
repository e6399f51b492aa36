"""Has the browser keep what is typed and not saved, and gives it back after the page was loaded anew."""

from pathlib import Path
from typing import Any

import streamlit as st

from optimizer.ui.facts.books import draft_key
from optimizer.ui.facts.memory import FactsMemory
from optimizer.ui.facts.unsaved import restore, unsaved
from optimizer.ui.frame.desk import Desk

_mount = st.components.v2.component(
    "optimizer.keeper", html="<span></span>", js=(Path(__file__).parent / "web" / "keeper.js").read_text("utf-8")
)


def keep_typed(desk: Desk, page: str, memory: FactsMemory, key: str) -> None:
    """Keep what is typed on a page of facts in the tab of the browser, until it is saved or discarded."""
    name = f"{key} keeper"
    _mount(
        key=name,
        data={
            "place": f"facts-typed {draft_key(desk)} {page}", "revision": memory.revision, "session": memory.session,
            "typed": unsaved(memory) if memory.dirty else None,
        },
        on_restore_change=lambda: _restore(memory, st.session_state[name].restore),
    )  # fmt: skip


def _restore(memory: FactsMemory, kept: Any) -> None:
    """Type again what was kept, unless something was typed meanwhile."""
    if not kept or memory.dirty:
        return
    try:
        restore(memory, kept)
    except ValueError as error:
        memory.trouble = str(error)
