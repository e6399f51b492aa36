"""The grid as a Streamlit component: its files are put together here, and nothing is asked of any network."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from optimizer.ui.grid.payload import GridData, payload

HERE = Path(__file__).parent / "web"
SCRIPTS = ("colour", "plan", "wire", "rows", "table", "fit", "one_day", "cursor", "spots", "edits", "clipboard",
           "picker", "toolbar", "keys", "mouse", "paper", "grid")  # fmt: skip
"""Our scripts in the order in which each can use the ones before it; the last exports the component."""


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


_mount = st.components.v2.component(
    "optimizer.schedule_grid",
    html=_text("grid.html"),
    css=_text("grid.css") + _text("print.css"),
    js="\n".join(_text(f"{name}.js") for name in SCRIPTS),
)


def mount_grid(
    data: GridData,
    key: str,
    on_edit: Callable[[], None],
    on_select: Callable[[], None],
    on_act: Callable[[], None] | None = None,
) -> Any:
    """Show a grid that reaches the foot of the window.

    ``key`` names the schedule: changes not yet acknowledged are kept in the browser under it, also over a reload. The
    callbacks find what was asked in ``st.session_state[key]``: ``edit`` for ``read_edits``, ``act`` for ``read_act``,
    ``select`` for ``read_selected``. Without ``on_act``, ``on_edit`` is called for undo and redo, too.

    Every edit holds all changes that are not acknowledged. Apply those with a ``seq`` above the last one applied for
    that session, and show it in ``ack`` with its ``session``. After a restart nothing is known of the session, and its
    changes are judged again: to set a cell to the value that it has changes nothing, so that is safe. A change is stale
    when somebody else changed its cell after the change's ``version``.
    """
    return _mount(
        key=key,
        data=payload(data) | {"key": key},
        on_edit_change=on_edit,
        on_act_change=on_act or on_edit,
        on_select_change=on_select,
    )
