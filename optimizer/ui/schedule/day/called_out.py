"""Who called out by phone and still has the duty: which one, since when it is known, and one click to cover it."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from optimizer.scenarios.asks.approve import approve
from optimizer.scenarios.replan.today import Today
from optimizer.staffing.asks.ask import DECIDABLE, Ask, AskKind, AskState
from optimizer.staffing.facts.words import on
from optimizer.staffing.schedule.freedom import Cell
from optimizer.store.asks.asks import asks_of
from optimizer.store.errors import StoreError
from optimizer.store.roles import Permission
from optimizer.ui.asks.look import look_at
from optimizer.ui.frame.desk import Desk
from optimizer.ui.grid import Selected
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.times import moment
from optimizer.ui.schedule.day.out_sick import out_sick, sick_place
from optimizer.ui.schedule.offers import taken_at

COVERED = "call-out that is covered"
"""Where the state of the session keeps the ask whose cover is looked at."""
TOLD = (*DECIDABLE, AskState.APPROVED)


def called_out(desk: Desk, today: Today, saved: Callable[[int], object]) -> Cell | None:
    """Draw the call-outs of the time that is shown, and return the cell whose cover is looked at there.

    ``saved`` is told every version that a click makes.
    """
    found = _still_open(desk, today) if desk.may(Permission.DECIDE_ASKS) else ()
    if found:
        st.header("Called out")
    covered = None
    for ask in found:
        _line(desk, ask)
        if st.session_state.get(COVERED) == ask.id:
            covered = _cell(ask)
            with st.container(border=True):
                out_sick(desk, partial(_given, desk, ask, saved), Selected(*covered), today.now, ask.wanted.shift)
    return covered


def _still_open(desk: Desk, today: Today) -> Sequence[Ask]:
    """Return the call-outs whose duty nobody else has yet, the soonest first; also one that was just covered here."""
    near = {(pair.who, pair.what.day) for each in today.shifts for pair in each.on}
    asks = (ask for ask in asks_of(desk.database, desk.actor, desk.draft.id) if ask.kind is AskKind.CALL_OUT)
    told = (ask for ask in asks if ask.state in TOLD)
    found = (ask for ask in told if (_cell(ask) in near and _has(desk, ask)) or _taken(desk, ask))
    return sorted(found, key=lambda ask: ask.wanted.first)


def _has(desk: Desk, ask: Ask) -> bool:
    """Tell whether whoever called out still has the duty, or any of that day where they named none."""
    duties = desk.verdict.rows.get(ask.who, {}).get(ask.wanted.first, ())
    return any(desk.unit.shift_of(duty).staffs and ask.wanted.shift in ("", duty.shift) for duty in duties)


def _taken(desk: Desk, ask: Ask) -> bool:
    return (
        st.session_state.get(COVERED) == ask.id and taken_at(desk, sick_place(desk, Selected(*_cell(ask)))) is not None
    )


def _line(desk: Desk, ask: Ask) -> None:
    what = f"{desk.unit.name_of(ask.who)}: {ask.wanted.shift or 'all day'}, {on(ask.wanted.first)}"
    state = "waits for you" if ask.state in DECIDABLE else "noted"
    open_ = "nobody has it yet" if _has(desk, ask) else "given to somebody else"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(plain(f"{what}. Called out {moment(ask.asked_at)}, {state}; {open_}."))
        if desk.may(Permission.EDIT_DRAFTS):
            st.button("Cover", key=f"cover call-out {ask.id}", on_click=_look_at, args=(ask,), type="primary")


def _cell(ask: Ask) -> Cell:
    return ask.who, ask.wanted.first


def _look_at(ask: Ask) -> None:
    """Look at who could come, or no more where that is looked at already."""
    st.session_state[COVERED] = None if st.session_state.get(COVERED) == ask.id else ask.id


def _given(desk: Desk, ask: Ask, saved: Callable[[int], object], version: int) -> None:
    """Tell whoever called out that it is noted, as soon as somebody else has their duty."""
    saved(version)
    if ask.state in DECIDABLE:
        _note(desk, ask)


def _note(desk: Desk, ask: Ask) -> None:
    try:
        approve(desk.database, desk.actor, look_at(desk.database, ask.draft), ask)
    except StoreError:  # somebody has answered it meanwhile, which is as well
        return
