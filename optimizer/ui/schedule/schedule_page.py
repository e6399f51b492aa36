"""Schedule: the grid, what is wrong with it, and who could take what; every edit is judged and saved at once."""

from typing import Any

import streamlit as st

from optimizer.planning.pair import Plan
from optimizer.store.errors import StoreError
from optimizer.store.publications import Publication, publications, published_plan
from optimizer.store.roles import Permission
from optimizer.summary.schedule.publication import issue
from optimizer.ui.frame.desk import Desk
from optimizer.ui.frame.permitted import permitted
from optimizer.ui.grid import mount_grid, read_act, read_at, read_edits, read_selected
from optimizer.ui.grid.edits import apply
from optimizer.ui.grid.memory import GridMemory, memory_of
from optimizer.ui.grid.turns import turn
from optimizer.ui.grid.view import grid_data
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import moment
from optimizer.ui.schedule.beside import ask_why
from optimizer.ui.schedule.first_visit import first_steps
from optimizer.ui.schedule.proof import tell_proof
from optimizer.ui.schedule.side_panel import panel_button, side_panel
from optimizer.ui.schedule.solving.proposed import proposed
from optimizer.ui.schedule.solving.solve_panel import has_job, solve_panel
from optimizer.ui.schedule.strip import show_strip


@permitted
def show(desk: Desk) -> None:
    """Draw the page."""
    if has_job(desk):
        with st.container(border=True, key="solving"):
            solve_panel(desk)
    _board(desk)


@st.fragment
def _board(desk: Desk) -> None:
    """Draw all that an edit changes; it runs alone after every edit, and answers the grid first."""
    desk.refresh()
    memory = memory_of(desk)
    with st.container(key="board"):
        above, last = st.container(), _last(desk)
        _grid(desk, memory, last)
        with above:
            show_strip(desk, _state(desk, last), lambda: panel_button(memory))
            first_steps(desk, last is not None)
            tell_proof(desk, memory)
            _strangers(desk)
        side_panel(desk, memory)


def _last(desk: Desk) -> Publication | None:
    """Return how the draft was published last."""
    return next(iter(publications(desk.database, desk.actor, desk.draft.id)[-1:]), None)


def _state(desk: Desk, last: Publication | None) -> str:
    if last is None:
        return "draft"
    return "published" if last.version == desk.version else "changed"


def _grid(desk: Desk, memory: GridMemory, last: Publication | None) -> None:
    data = grid_data(
        desk.now, desk.locks, _before(desk, last), editable=desk.may(Permission.EDIT_DRAFTS), session=memory.session,
        ack=memory.ack, refused=tuple(memory.refused), focus=memory.focus, notice=memory.notice,
        issue=_issue(desk, last), proposed=proposed(desk), notes=desk.notes,
    )  # fmt: skip
    key = memory.key
    mount_grid(
        data, key,
        on_edit=lambda: _take(desk, memory, st.session_state[key]),
        on_act=lambda: _turn(desk, memory, st.session_state[key]),
        on_select=lambda: _select(memory, st.session_state[key]),
    )  # fmt: skip


def _issue(desk: Desk, last: Publication | None) -> str:
    """Return which version is shown, and who published it when, as it stands on paper."""
    if last is not None and last.version == desk.version:
        return issue(last, moment(last.at))
    return f"Version {desk.version}, {'changed since it was published' if last else 'not published'}"


def _before(desk: Desk, last: Publication | None) -> Plan | None:
    """Return what changed cells are marked against: what was published, else what the draft was opened with."""
    told = published_plan(desk.database, desk.actor, desk.draft.id) if last else None
    return told or desk.unit.given or None


def _take(desk: Desk, memory: GridMemory, state: Any) -> None:
    """Do what was edited in the grid, once."""
    if not state.edit:
        return
    desk.refresh()
    memory.refused.clear()
    memory.asked = 0
    try:
        for batch in read_edits(state.edit):
            if memory.is_new(batch.session, batch.seq):
                done = apply(desk, batch, memory.own)
                memory.did(batch.session, batch.seq, done.version)
                memory.refused.extend(done.refused)
        memory.selected = read_at(state.edit) or memory.selected
    except (ValueError, StoreError) as error:
        memory.trouble = str(error)


def _turn(desk: Desk, memory: GridMemory, state: Any) -> None:
    """Undo or redo what was edited last."""
    if not state.act:
        return
    desk.refresh()
    try:
        act = read_act(state.act)
        if memory.is_new(act.session, act.seq):
            memory.did(act.session, act.seq, None)
            if act.version == desk.version:
                turn(desk, memory, act.what)
    except (ValueError, StoreError) as error:
        memory.trouble = str(error)


def _select(memory: GridMemory, state: Any) -> None:
    try:
        memory.selected = read_selected(state.select)
        memory.panel = memory.panel or bool(memory.selected and memory.selected.opens)
        if memory.selected and memory.selected.asks_why:
            ask_why(memory.selected)
    except ValueError:
        memory.selected = None


def _strangers(desk: Desk) -> None:
    """Tell of duties that the facts do not know any more, such as those of somebody who left the sheet Staff."""
    strangers = desk.now.strangers
    if not strangers:
        return
    people = sorted({pair.who for pair in strangers})
    st.warning(plain(f"{len(strangers)} duties are not in the unit's facts any more (of {', '.join(people)})."))
    if desk.may(Permission.EDIT_DRAFTS) and st.button("Take them out of the schedule"):
        desk.edit(strangers, (), "Not in the unit's facts any more")
        st.rerun(scope="fragment")
