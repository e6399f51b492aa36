"""The strip above the grid: which schedule it is, how it stands, the numbers that matter, and the way to solve it."""

from collections.abc import Callable
from html import escape

import streamlit as st

from optimizer.staffing.facts.words import on
from optimizer.store.roles import Permission
from optimizer.summary.schedule.tiles import tiles
from optimizer.summary.tile import Tile
from optimizer.ui.frame.desk import Desk
from optimizer.ui.jobs.jobs import key_of
from optimizer.ui.schedule.solving.solve_job import KIND
from optimizer.ui.schedule.solving.solve_panel import has_job, solve_form

STATES = {
    "draft": ("Draft", "A draft is a schedule in the making: staff see nothing of it before it is published."),
    "published": ("Published", "Staff see this schedule as it stands here."),
    "changed": ("Changed since", "It was published, and changed since: staff still see what was published."),
}
"""How a schedule stands, in short, and what that means."""


def show_strip(desk: Desk, state: str, beside: Callable[[], None]) -> None:
    """Draw the strip; ``state`` is a key of ``STATES``, and ``beside`` draws what stands before *Solve*."""
    with st.container(horizontal=True, key="strip", vertical_alignment="center", gap="small"):
        st.html(_told(desk, state))
        beside()
        if desk.may(Permission.EDIT_DRAFTS) and not has_job(desk):
            with st.popover("Solve", icon=":material/auto_fix_high:", type="primary", key=f"{key_of(desk, KIND)} open"):
                solve_form(desk)


def _told(desk: Desk, state: str) -> str:
    costs = desk.may(Permission.READ_COSTS)
    found = tiles(desk.figures, desk.findings, desk.facts.judged, costs=costs)
    short, meaning = STATES[state]
    numbers = "".join(map(_number, found))
    badge = f'<li class="state {state}" tabindex="0"><b>{short}</b>{_tip(meaning)}</li>'
    return f'<div class="strip"><h1>{escape(desk.unit.name)}</h1><p>{_about(desk)}</p><ul>{badge}{numbers}</ul></div>'


def _about(desk: Desk) -> str:
    calendar = desk.unit.calendar
    period = f"{on(calendar.first)} to {on(calendar.last)}"
    return escape(f"{desk.draft.name} · {period} · {len(desk.unit.staff)} people")


def _number(tile: Tile) -> str:
    told = " ".join(filter(None, (tile.explanation, f"({tile.note})" if tile.note else "")))
    number = f"<small>{escape(tile.title)}</small><b>{escape(tile.text)}</b>"
    return f'<li class="{tile.tone}" tabindex="0">{number}{_tip(told)}</li>'


def _tip(words: str) -> str:
    """Return what tells more when somebody points at a number, comes to it by keys, or listens."""
    return f'<span class="tip">{escape(words)}</span>'
