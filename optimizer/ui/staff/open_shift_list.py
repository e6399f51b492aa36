"""Open shifts: the duties that somebody is missing on and that one may take, of a schedule or of one in the making."""

import streamlit as st

from optimizer.planning.words import on
from optimizer.scenarios.asks.for_me import Claimable, claimable
from optimizer.scenarios.asks.judged_ask import duty_of
from optimizer.staffing.asks.ask import AskKind, Wanted
from optimizer.staffing.asks.claim import RANK_WORDS
from optimizer.staffing.facts.shift import Duty
from optimizer.staffing.facts.words import clock
from optimizer.ui.parts.plain import plain
from optimizer.ui.staff.part import MyPart

SHOWN = 15
"""How many open shifts are drawn at once."""


def open_shift_list(part: MyPart) -> None:
    """Draw the open shifts that somebody may take, each with a button."""
    kind = AskKind.OPEN_SHIFT if part.publication else AskKind.SELF_SCHEDULE
    if not part.may(kind):
        st.text("This unit takes no asks for shifts here.")
        return
    asked = {duty_of(ask) for ask in part.own if ask.kind is kind and ask.unanswered}
    found = [*claimable(part.known, part.rules, kind, part.who, part.today)]
    if not found:
        st.text("No shift is open that you could take and keep your rest, hours and roles.")
    for each in found[:SHOWN]:
        _open(part, kind, each, each.opening.duty in asked)
    if found[SHOWN:]:
        st.caption(f"and {len(found) - SHOWN} more on later days")


def _open(part: MyPart, kind: AskKind, each: Claimable, asked: bool) -> None:
    duty, shift = each.opening.duty, part.known.unit.shift_by_code[each.opening.duty.shift]
    at_once = part.rules.decides(kind)
    with st.container(border=True):
        times = f"{clock(shift.start)} to {clock(shift.end)}"
        st.markdown(f"**{plain(f'{on(duty.day)}: {duty.shift} {shift.name}')}**, {plain(f'{times} as {duty.role}')}")
        urgent = "Below the minimum. " if each.opening.urgent else ""
        st.caption(f"{urgent}Missing: {each.opening.missing}. For you: {RANK_WORDS[each.claim.rank]}.")
        label = "Asked" if asked else "Take it" if at_once else "Ask for it"
        st.button(
            label, key=f"claim {duty.day} {duty.shift} {duty.role}", disabled=asked, on_click=part.put,
            args=(kind, _wanted(duty)),
        )  # fmt: skip


def _wanted(duty: Duty) -> Wanted:
    return Wanted(duty.day, duty.day, shift=duty.shift, role=duty.role)
