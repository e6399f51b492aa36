"""The best case managers for one patient, each with what the move would change, and the button that makes it."""

import time

import streamlit as st

from optimizer.caseload.unplaced import unassigned
from optimizer.planning.words import count
from optimizer.summary.caseload.moves import Move, owner
from optimizer.ui.caseload.panel_desk import PanelDesk
from optimizer.ui.parts.effect_words import in_sentences, points_said
from optimizer.ui.parts.plain import plain
from optimizer.ui.parts.trouble import kept_trouble

TROUBLE = "caseload trouble"
"""Where the state of the session keeps what went wrong with a click, for the page that is drawn next."""
MOVED, PAUSE = "moved just now", 1.0
"""Where the state of the session keeps who was moved last and when; and for how many seconds it is the same click."""


def offer_moves(panel: PanelDesk, patient: str, key: str, *, why: bool = False) -> None:
    """Draw the best case managers for a patient; ``why`` stands below each, where it is not only a hint.

    A patient who is locked to the case manager is offered to nobody.
    """
    has = owner(panel.panel, panel.plan, patient)
    if any(pair.what.patient == patient for pair in panel.locked):
        st.info(plain(f"{patient} stays with {panel.panel.name_of(has or '')}: no search and no transfer changes it."))
        _offer_lock(panel, patient, key, on=False)
        return
    _offer_all(panel, patient, key, why=why)
    if has is not None:
        _offer_lock(panel, patient, key, on=True)


def _offer_all(panel: PanelDesk, patient: str, key: str, *, why: bool) -> None:
    found = panel.best_moves(patient)
    if not found:
        told = [each.sentence for each in unassigned(panel.panel, panel.plan) if each.patient == patient]
        st.info(plain(" ".join(told) or f"No other case manager may have {patient}."))
    for number, each in enumerate(found, start=1):
        _offer(panel, each, number, key)
        if why and (reasons := reasons_said(each)):
            st.caption(reasons.replace("\n\n", "  \n"))
    _tell_for_a_time(panel, patient)


def _tell_for_a_time(panel: PanelDesk, patient: str) -> None:
    """Tell who is not offered since something of theirs ends in the days ahead."""
    for _, why in panel.now.referrals.for_a_time(patient):
        st.caption(plain(f"Not offered: {' '.join(why)}"))


def _offer_lock(panel: PanelDesk, patient: str, key: str, *, on: bool) -> None:
    """Draw the button that locks a patient to the case manager, or opens the lock."""
    if panel.edits:
        st.button(
            "Keep with the present one" if on else "Open the lock", key=f"{key} lock {patient}",
            icon=":material/lock:" if on else ":material/lock_open:", on_click=_lock, args=(panel, patient, on),
        )  # fmt: skip


def _lock(panel: PanelDesk, patient: str, on: bool) -> None:
    with kept_trouble(TROUBLE):
        panel.lock(patient, on)


def effect_said(move: Move) -> str:
    """Return what a move changes, as "120 points better"."""
    musts = f"would have {count(move.musts, 'more must-fix problem')}" if move.musts else ""
    return ", ".join(filter(None, (musts, points_said(move.penalty))))


def reasons_said(move: Move) -> str:
    """Return why, in sentences as a hint shows them."""
    return in_sentences((("New", move.new), ("Put right", move.gone)))


def make(panel: PanelDesk, moves: tuple[Move, ...], why: str) -> None:
    """Save some moves as one edit, unless another session was faster."""
    if _are_one_click(frozenset(each.patient for each in moves)):
        return
    minus = frozenset(pair for each in moves for pair in each.minus)
    plus = frozenset(pair for each in moves for pair in each.plus)
    with kept_trouble(TROUBLE):
        panel.edit(minus, plus, why)


def _are_one_click(patients: frozenset[str]) -> bool:
    """Tell whether any of the patients was moved just now.

    The list is ranked anew at once, so that the second click of two would be on another's button.
    """
    moved, at = st.session_state.get(MOVED, (frozenset(), 0.0))
    again = bool(moved & patients) and time.monotonic() - at < PAUSE
    st.session_state[MOVED] = (moved, at) if again else (patients, time.monotonic())
    return again


def _offer(panel: PanelDesk, move: Move, number: int, key: str) -> None:
    who, effect, act = st.columns([3, 5, 2], vertical_alignment="center")
    name = panel.panel.name_of(move.manager)
    who.markdown(f"{number}\\. **{plain(name)}**")
    if move.stays:
        effect.caption(plain(" ".join((f"{move.load} % full, has this patient now.", *move.ends))))
        return
    told = " ".join((f"then {move.load} % full, {effect_said(move)}.", *move.ends))
    effect.caption(plain(told), help=reasons_said(move) or None)
    if panel.edits and not move.musts:  # who would break a must stands there with the reason alone
        act.button(
            "Give" if move.had is None else "Move", key=f"{key} {move.patient} {move.manager}", width="stretch",
            on_click=make, args=(panel, (move,), _why(panel, move)), help=f"To {plain(name)}",
        )  # fmt: skip


def _why(panel: PanelDesk, move: Move) -> str:
    before = "" if move.had is None else f" from {panel.panel.name_of(move.had)}"
    return f"{move.patient}{before} to {panel.panel.name_of(move.manager)}"
